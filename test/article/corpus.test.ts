import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markCandidates, readPage, splitSentences } from '@/lib/article';
import { CORPUS } from '@/lib/cli/corpus';
import type { PageText } from '@/lib/model';
import { dom } from './dom';

const absent = !existsSync(CORPUS);
if (absent)
  console.warn(`SKIPPED: no corpus at ${CORPUS}; reading real pages and the recall of the gate are not tested`);

interface Labelled {
  host: string;
  title: string;
  page: PageText['kind'];
  paragraphs: string[];
  sentences: { p: number; start: number; end: number; claim: boolean }[];
}

describe.skipIf(absent)('real pages', () => {
  const rows = absent
    ? []
    : readFileSync(`${CORPUS}/manifest.tsv`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('\t'));
  const column = (name: string) => rows[0]!.indexOf(name);

  it('every passage of every page leads back to its text, and only English is marked', { timeout: 300_000 }, () => {
    const empty: string[] = [];
    for (const name of readdirSync(`${CORPUS}/pages`)) {
      const row = rows.find((r) => r[0] === `pages/${name}`)!;
      const jsdom = dom(readFileSync(`${CORPUS}/pages/${name}`, 'utf8'), { url: 'https://localhost/' });
      const found = readPage(jsdom.window.document, { href: row[column('url')]! });
      for (const passage of found.page.passages) {
        const range = found.locate(passage.index, { start: 0, end: passage.text.length });
        expect(range, `${name}: ${passage.text.slice(0, 60)}`).not.toBeNull();
      }
      const marked = markCandidates(found.page);
      if (row[column('group')] === 'nonenglish') expect(marked, name).toBe(0);
      if (row[column('group')] === 'plain') expect(marked, name).toBeLessThanOrEqual(3);
      if (['plain', 'ai', 'corp'].includes(row[column('group')]!) && found.page.passages.length === 0) empty.push(name);
      jsdom.window.close();
    }
    // Two topic pages and one blog's front page are filed under these groups; nothing else may be empty.
    expect(empty.length, empty.join(' ')).toBeLessThanOrEqual(4);
  });

  it('the gate keeps 98% of the labelled claims', () => {
    let claims = 0;
    let kept = 0;
    for (const line of readFileSync(`${CORPUS}/gold-dev.jsonl`, 'utf8').trim().split('\n')) {
      const doc: Labelled = JSON.parse(line);
      const page: PageText = {
        address: '',
        host: doc.host,
        title: doc.title,
        language: 'en',
        kind: doc.page,
        published: null,
        publisher: null,
        passages: doc.paragraphs.map((text, index) => ({
          index,
          role: index === 0 ? 'headline' : 'paragraph',
          text,
          leadIn: null,
          sentences: splitSentences(text).map((span) => ({ ...span, candidate: false })),
        })),
      };
      markCandidates(page);
      for (const { p, start, end, claim } of doc.sentences) {
        if (!claim) continue;
        claims++;
        const overlap = (s: { start: number; end: number }) => Math.min(s.end, end) - Math.max(s.start, start);
        if (page.passages[p]!.sentences.some((s) => s.candidate && overlap(s) > (end - start) / 2)) kept++;
      }
    }
    expect(kept / claims).toBeGreaterThanOrEqual(0.98);
  });

  it('sentences that never mention AI are left alone', () => {
    const [head, ...lines] = readFileSync(`${CORPUS}/sentences-neg-dev.tsv`, 'utf8').trim().split('\n');
    const at = head!.split('\t').findIndex((name) => /sentence|text/.test(name));
    const texts = lines.map((line) => line.split('\t')[at] ?? '');
    expect(texts.length).toBeGreaterThan(5_000);
    const pageOf = (text: string): PageText => ({
      address: '',
      host: '',
      title: 'News of the day',
      language: 'en',
      kind: 'news',
      published: null,
      publisher: null,
      passages: [
        {
          index: 0,
          role: 'paragraph',
          text,
          leadIn: null,
          sentences: [{ start: 0, end: text.length, candidate: false }],
        },
      ],
    });
    // Four of them speak of robotaxis.
    const marked = texts.filter((text) => markCandidates(pageOf(text)) > 0);
    expect(marked.length).toBeLessThan(texts.length * 0.001);
  });
});
