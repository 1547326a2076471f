import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Encoder } from '@/lib/claims';
import type { Note, PageReport, PageText } from '@/lib/model';
import { answerAnother, answerLess, answerRead } from '@/lib/session/desk';
import { loadMemory, mute, remember, updateMemory } from '@/lib/settings/memory';
import { withPhrase } from '@/lib/settings/settings';
import { updateSettings } from '@/lib/settings/store';
import { pageOf, TOLD } from '../satire/fixtures';

/** The same six claims at as many addresses as are wanted: lines meet. */
const made = (address: string) => pageOf(TOLD.slice(0, 6), { address }, 120);
const pageAt = (address: string): PageText => made(address).page;

// What the network finds is not the matter here.
vi.mock('@/lib/session/stories', async (original) => ({
  ...(await original<typeof import('@/lib/session/stories')>()),
  readStories: async (page: PageText) => [{ page, from: 0, reading: made(page.address).reading }],
}));
const encoder = {} as Encoder;

async function visit(n: number): Promise<PageReport> {
  const page = pageAt(`https://courier.example/${n}`);
  const asked = { type: 'read', pass: 1, page, bare: false };
  const answer = await answerRead(
    asked,
    false,
    async () => encoder,
    async () => undefined,
  );
  // What is remembered is written after the answer.
  await updateMemory((memory) => memory);
  if (answer?.type !== 'report') throw new Error('no report');
  return answer.report;
}
const notesOf = (report: PageReport): Note[] => report.editions.roast.notes;

beforeEach(() => fakeBrowser.reset());

describe('a page read again', () => {
  it('says the same after other pages', async () => {
    const first = await visit(1);
    expect(notesOf(first).length).toBeGreaterThan(1);
    for (const n of [2, 3]) expect(notesOf(await visit(n))).not.toEqual(notesOf(first));
    expect(await visit(1)).toEqual(first);
  });

  it('says the same after “Less like this”, which is for pages that are new', async () => {
    const first = await visit(1);
    const unwanted = notesOf(first)[0]?.mechanism ?? '';
    await updateMemory((memory) => mute(memory, unwanted));
    expect(await visit(1)).toEqual(first);
    const second = await visit(2);
    expect(notesOf(second).map(({ mechanism }) => mechanism)).not.toContain(unwanted);
    // The mute runs out.
    const other = (n: number) => ({ key: `other ${n}`, lines: [], frames: [], shapes: [], muted: [] });
    for (let n = 0; n < 25; n++) await updateMemory((memory) => remember(memory, other(n)));
    expect(await visit(2)).toEqual(second);
    expect(await visit(1)).toEqual(first);
  });

  it('has no line of what is unwanted for whoever asks for another', async () => {
    const report = await visit(1);
    const [shown] = notesOf(report);
    if (!shown) throw new Error('no note');
    const page = pageAt('https://courier.example/1');
    const ask = () =>
      answerAnother({ type: 'peel:another', page, report, index: shown.claim, level: 'roast', used: [shown.line] });
    const other = await ask();
    if (!other) throw new Error('no other line');
    await updateMemory((memory) => mute(memory, other.mechanism));
    expect((await ask())?.mechanism).not.toBe(other.mechanism);
  });
});

describe('what the reader wants left alone', () => {
  it('is not in the report', async () => {
    const all = await visit(1);
    const word = /\w{5,}/.exec(all.reading.claims[0]?.quote ?? '')?.[0] ?? '';
    await updateSettings((now) => withPhrase(now, word, true));
    const report = await visit(1);
    expect(report.reading.claims.length).toBeLessThan(all.reading.claims.length);
    expect(report.straight).toHaveLength(report.reading.claims.length);
  });
});

describe('pages read at once', () => {
  it('say the same when they are read again, one by one', async () => {
    const at = [1, 2, 3, 4, 5];
    const first = await Promise.all(at.map(visit));
    for (const [i, n] of at.entries()) expect(await visit(n)).toEqual(first[i]);
  });
});

describe('“Less like this”', () => {
  it('mutes a mechanism of the packs and nothing that is none', async () => {
    for (const word of ['hedge', 'no such mechanism', '__proto__', 'toString']) await answerLess(word);
    expect(Object.keys((await loadMemory()).muted)).toEqual(['hedge']);
  });
});
