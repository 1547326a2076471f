import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readLabelled } from '@/lib/cli/evaluation/labelled';
import {
  addCorrection,
  CORRECTIONS_KEY,
  dropCorrection,
  dropCorrections,
  labelledLines,
  loadCorrections,
  MOST_CORRECTIONS,
  parseCorrections,
  putBack,
  sentenceId,
} from '@/lib/memory/corrections';
import type { WrongMark } from '@/lib/model';
import fc from '../property';

const local = fakeBrowser.storage.local;
const markOf = (text: string, start = 0, end = text.length): WrongMark => ({
  title: 'A story',
  text,
  start,
  end,
  kind: 'launch',
});

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('a sentence that was marked wrongly', () => {
  it('is kept once, whatever the white space, with its paragraph and site', async () => {
    await addCorrection(markOf('Before. The lift is out. After.', 8, 24), 'www.News.example');
    await addCorrection(markOf('The  lift\nis out.'), 'other.example');
    expect(await loadCorrections()).toEqual([
      {
        id: await sentenceId('The lift is out.'),
        host: 'other.example',
        title: 'A story',
        text: 'The  lift\nis out.',
        start: 0,
        end: 17,
        kind: 'launch',
      },
    ]);
  });

  it('is named as training names sentences', async () => {
    const expected = createHash('sha256').update('Größe “zählt” 🚀.').digest('hex').slice(0, 16);
    expect(await sentenceId('  Größe\u00a0“zählt”\n🚀. ')).toBe(expected);
  });

  it('is taken back by its words, and put back', async () => {
    await addCorrection(markOf('One.'), 'a.example');
    await addCorrection(markOf('Two.'), 'a.example');
    const all = await loadCorrections();
    await dropCorrection(markOf('x One.', 2, 6));
    expect((await loadCorrections()).map(({ text }) => text)).toEqual(['Two.']);
    await putBack(all);
    expect(await loadCorrections()).toEqual(all);
    await dropCorrections('all');
    expect(await loadCorrections()).toEqual([]);
  });

  it('without words is none', async () => {
    await addCorrection(markOf('  . ', 0, 2), 'a.example');
    expect(await loadCorrections()).toEqual([]);
  });

  it('takes no more room than is kept for it', async () => {
    await addCorrection(markOf(`${'x'.repeat(3000)} The lift is out.`, 3001, 3017), 'a.example');
    await addCorrection({ ...markOf(`${'y'.repeat(1999)}🚀${'z'.repeat(99)}`), title: 't'.repeat(999) }, 'a.example');
    const [cut, torn] = await loadCorrections();
    expect(cut).toMatchObject({ text: 'The lift is out.', start: 0, end: 16 });
    expect(torn?.text).toHaveLength(2000);
    expect(torn?.text.isWellFormed()).toBe(true);
    expect(torn?.title).toHaveLength(300);
  });
});

describe('the list', () => {
  it('says when it is full, and keeps what it has', async () => {
    const full = Array.from({ length: MOST_CORRECTIONS }, (_, n) => ({
      ...markOf(`Sentence ${n}.`),
      id: n.toString(16).padStart(16, '0'),
      host: 'a.example',
    }));
    await local.set({ [CORRECTIONS_KEY]: full });
    await expect(addCorrection(markOf('One more.'), 'a.example')).rejects.toThrow('full');
    expect(await loadCorrections()).toHaveLength(MOST_CORRECTIONS);
  });

  it('says when storage refuses, and loses nothing', async () => {
    await addCorrection(markOf('One.'), 'a.example');
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('QuotaExceededError'));
    await expect(addCorrection(markOf('Two.'), 'a.example')).rejects.toThrow('would not save');
    expect(await loadCorrections()).toHaveLength(1);
    vi.spyOn(local, 'get').mockRejectedValue(new Error('no'));
    await expect(addCorrection(markOf('Two.'), 'a.example')).rejects.toThrow('would not show');
    expect(await loadCorrections()).toEqual([]);
  });

  it('is read from whatever lies in storage without a word', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Array.isArray(parseCorrections(value))).toBe(true);
        expect(parseCorrections([value])).toEqual([]);
      }),
    );
    const good = { ...markOf('One.'), id: '0123456789abcdef', host: 'a.example' };
    expect(parseCorrections([good, null, { ...good, id: 'x' }, { ...good, end: 99 }, { ...good, kind: 'x' }])).toEqual([
      good,
    ]);
    expect(parseCorrections([{ ...good, host: 'https://a/?q=1', title: 7 }])).toEqual([
      { ...good, host: '', title: '' },
    ]);
  });
});

/** What training does with a document (lib/claims/training/corpus.py: read_documents), offsets and all. */
function readAsTraining(line: string) {
  const doc = JSON.parse(line);
  expect(doc.sealed).toBeFalsy();
  expect(typeof doc.id).toBe('string');
  return doc.sentences.map((s: { p: number; start: number; end: number; claim?: unknown }) => {
    // Python cuts UTF-16 bytes.
    const raw = Buffer.from(doc.paragraphs[s.p], 'utf16le');
    expect(0 <= s.start && s.start < s.end && s.end <= raw.length / 2).toBe(true);
    return {
      host: doc.host,
      title: doc.title,
      claim: Boolean(s.claim),
      text: raw.subarray(2 * s.start, 2 * s.end).toString('utf16le'),
    };
  });
}

describe('the file', () => {
  it('is what training and scoring read: one document a line, offsets in UTF-16 units, nothing a claim', async () => {
    const text = '🚀🚀 Before. “Größe” zählt 🚀, sagt sie. After.';
    const sentence = '“Größe” zählt 🚀, sagt sie.';
    const start = text.indexOf(sentence);
    await addCorrection(markOf(text, start, start + sentence.length), 'a.example');
    await addCorrection(markOf('A line\u2028break, a lone \ud83d, a "quote".\nAnd on.'), 'b.example');
    const list = await loadCorrections();
    const lines = labelledLines(list).split('\n').filter(Boolean);
    expect(lines).toHaveLength(2);
    expect(readAsTraining(lines[0]!)).toEqual([{ host: 'a.example', title: 'A story', claim: false, text: sentence }]);
    expect(readAsTraining(lines[1]!)).toHaveLength(1);
    const folder = mkdtempSync(join(tmpdir(), 'peel-'));
    const file = join(folder, 'corrections.jsonl');
    writeFileSync(file, labelledLines(list));
    const [doc] = readLabelled(file);
    rmSync(folder, { recursive: true });
    expect(doc).toMatchObject({ id: `correction-${list[0]?.id}`, page: 'news', sentences: [{ p: 0, claim: false }] });
  });

  it('is empty where there is nothing', () => {
    expect(labelledLines([])).toBe('');
  });
});
