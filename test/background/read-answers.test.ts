import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerAnother, answerDeciding, answerRead, type ReadFor } from '@/lib/background/read-answers';
import { type readStories, writeStories } from '@/lib/background/stories';
import { answerUnwanted } from '@/lib/background/unwanted';
import { type Encoder, ModelError } from '@/lib/claims';
import { addCorrection } from '@/lib/memory/corrections';
import { loadMemory, MEMORY_KEY, mute, recentFor, remember, updateMemory } from '@/lib/memory/memory';
import type { Note, PageReport, PageText } from '@/lib/model';
import { another } from '@/lib/satire';
import { withPhrase } from '@/lib/settings/settings';
import { loadSettings, updateSettings } from '@/lib/settings/store';
import { pageOf, TOLD } from '../satire/fixtures';

/** The same six claims at as many addresses as are wanted: lines meet. */
const made = (address: string) => pageOf(TOLD.slice(0, 6), { address }, 120);
const pageAt = (address: string): PageText => made(address).page;

/** How many of the claims are read before the others. */
const OPENING = 2;

// What the network finds is not the matter here.
vi.mock('@/lib/background/stories', async (original) => ({
  ...(await original<typeof import('@/lib/background/stories')>()),
  readStories: async (...[page, , , onOpening]: Parameters<typeof readStories>) => {
    const { reading } = made(page.address);
    if (!page.title.startsWith('A long')) return [{ page, from: 0, reading }];
    const claims = reading.claims.slice(0, OPENING);
    await onOpening?.([{ page, from: 0, reading: { ...reading, claims, opening: OPENING } }]);
    return [{ page, from: 0, reading: { ...reading, opening: OPENING } }];
  },
}));
const encoder = {} as Encoder;
const reader = (more: Partial<ReadFor> = {}): ReadFor => ({
  secret: false,
  signal: new AbortController().signal,
  encoder: async () => encoder,
  bringMargin: async () => undefined,
  ...more,
});

async function visit(n: number, without: string[] = []): Promise<PageReport> {
  const page = pageAt(`https://courier.example/${n}`);
  const asked = { type: 'read', pass: 1, page, bare: false, without };
  const answer = await answerRead(asked, reader());
  // What is remembered is written after the answer.
  await updateMemory((memory) => memory);
  if (answer?.type !== 'report') throw new Error('no report');
  return answer.report;
}
const notesOf = (report: PageReport): Note[] => report.editions.roast.notes;

beforeEach(() => fakeBrowser.reset());

describe('what should not happen', () => {
  const page = pageAt('https://courier.example/1');
  const asked = { type: 'read', pass: 3, page, bare: false, without: [] };
  const failing = (error: Error) => reader({ encoder: () => Promise.reject(error) });

  it('is left in the console of the extension, and the page is told that reading failed', async () => {
    const traces = vi.fn();
    vi.stubGlobal('reportError', traces);
    const error = new TypeError('no such thing');
    expect(await answerRead(asked, failing(error))).toEqual({ type: 'failed', pass: 3, reason: 'tripped' });
    expect(traces).toHaveBeenCalledExactlyOnceWith(error);
    const damaged = failing(new ModelError('damaged', 'cut short'));
    expect(await answerRead(asked, damaged)).toEqual({ type: 'failed', pass: 3, reason: 'reader-damaged' });
    expect(traces).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });
});

describe('a page that is closed while it is read', () => {
  it('gets no answer and no margin, and is not remembered', async () => {
    const gone = new AbortController();
    const bringMargin = vi.fn(async () => undefined);
    const page = pageAt('https://courier.example/1');
    const asked = { type: 'read', pass: 1, page, bare: true, without: [] };
    const loading = async () => {
      gone.abort();
      return encoder;
    };
    expect(await answerRead(asked, reader({ signal: gone.signal, encoder: loading, bringMargin }))).toBeNull();
    await updateMemory((memory) => memory);
    expect(bringMargin).not.toHaveBeenCalled();
    expect((await loadMemory()).pages).toEqual([]);
    // One that stays is, with the same stubs.
    expect(await answerRead(asked, reader({ bringMargin }))).toMatchObject({ type: 'report' });
    await updateMemory((memory) => memory);
    expect(bringMargin).toHaveBeenCalledOnce();
    expect((await loadMemory()).pages).toHaveLength(1);
  });
});

describe('the opening of a long page', () => {
  const page = { ...pageAt('https://courier.example/long'), title: 'A long page' };
  const asked = { type: 'read', pass: 4, page, bare: true, opening: true, without: [] as string[] };

  /** All that a page is told that asks for its opening, in turn. */
  async function told(over: Partial<ReadFor> = {}, ask: object = asked) {
    const onOpening = vi.fn<NonNullable<ReadFor['onOpening']>>();
    const report = await answerRead(ask, reader({ onOpening, ...over }));
    return [...onOpening.mock.calls.map(([answer]) => answer), report].map((answer) => {
      if (answer === null || answer.type === 'failed') throw new Error('no report');
      return answer;
    });
  }

  it('is told first, with the notes and the headline card that stand there in the end', async () => {
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    const bringMargin = vi.fn(async () => undefined);
    const [opening, report] = await told({ bringMargin });
    expect(opening).toMatchObject({ type: 'opening', pass: 4, words: expect.anything() });
    expect(report).toMatchObject({ type: 'report', pass: 4, words: expect.anything() });
    expect(opening!.report.reading.claims).toEqual(report!.report.reading.claims.slice(0, OPENING));
    for (const level of ['eyebrow', 'roast', 'onion'] as const) {
      const first = opening!.report.editions[level];
      expect(first.notes.length).toBeGreaterThan(0);
      expect(report!.report.editions[level].notes.slice(0, first.notes.length)).toEqual(first.notes);
      expect(first.headline).toEqual(report!.report.editions[level].headline);
      expect(first.end).toBeNull();
    }
    expect(opening!.report.editions.onion.headline).not.toBeNull();
    expect(report!.report.editions.onion.end).not.toBeNull();
    expect(bringMargin).toHaveBeenCalledOnce();
    await updateMemory((memory) => memory);
    const { lines } = recentFor(await loadMemory(), 'another page');
    for (const { line } of report!.report.editions.onion.notes) expect(lines).toContain(line);
  });

  it('is not told where nobody asks for it', async () => {
    expect(await told({}, { ...asked, opening: false })).toHaveLength(1);
    const { opening: _, ...plain } = asked;
    expect(await told({}, plain)).toHaveLength(1);
  });

  it('is not told where the reader wants none of its marks', async () => {
    const { claims } = made(page.address).reading;
    const without = claims.slice(0, OPENING).map(({ id }) => id);
    const [report, ...more] = await told({}, { ...asked, without });
    expect(more).toEqual([]);
    expect(report!.report.reading.claims).toHaveLength(claims.length - OPENING);
    const [opening, rest] = await told({}, { ...asked, without: without.slice(1) });
    expect(opening!.report.reading).toMatchObject({ opening: 1, claims: [claims[0]] });
    expect(rest!.report.reading.opening).toBe(1);
  });

  it('keeps its notes when another page shows the same lines meanwhile', async () => {
    const lines = (report: PageReport) => notesOf(report).map(({ line }) => line);
    const [, undisturbed] = await told();
    fakeBrowser.reset();
    const onOpening: ReadFor['onOpening'] = (answer) => {
      if (answer.type !== 'opening') return;
      const seen = { key: 'elsewhere', muted: [], lines: lines(undisturbed!.report), frames: [], shapes: [] };
      void updateMemory((memory) => remember(memory, seen));
    };
    const report = await answerRead(asked, reader({ onOpening }));
    expect(report?.type === 'report' && lines(report.report)).toEqual(lines(undisturbed!.report));
  });

  it('is remembered as far as it was seen where the page is closed after it', async () => {
    const gone = new AbortController();
    let shown: Note[] = [];
    const onOpening: ReadFor['onOpening'] = (answer) => {
      if (answer.type === 'opening') shown = notesOf(answer.report);
      gone.abort();
    };
    expect(await answerRead(asked, reader({ signal: gone.signal, onOpening }))).toBeNull();
    await updateMemory((memory) => memory);
    expect(shown.length).toBeGreaterThan(0);
    expect((await loadMemory()).pages.map(({ lines }) => lines)).toEqual([shown.map(({ line }) => line)]);
  });

  it('takes no place among the pages seen where the dial shows no jokes, or in a private window', async () => {
    await told({ secret: true });
    await updateSettings((now) => ({ ...now, level: 'straight' }));
    await told();
    await updateMemory((memory) => memory);
    expect((await loadMemory()).pages).toEqual([]);
  });

  it('is not told to a page that is closed meanwhile', async () => {
    const gone = new AbortController();
    const onOpening = vi.fn();
    const bringMargin = async () => gone.abort();
    expect(await answerRead(asked, reader({ signal: gone.signal, onOpening, bringMargin }))).toBeNull();
    expect(onOpening).not.toHaveBeenCalled();
  });
});

describe('a page in a private window', () => {
  const page = pageAt('https://courier.example/1');
  const asked = { type: 'read', pass: 1, page, bare: false, without: [] };

  it('has notes like any other, and is not remembered', async () => {
    const answer = await answerRead(asked, reader({ secret: true }));
    await updateMemory((memory) => memory);
    expect(answer?.type === 'report' && notesOf(answer.report).length).toBeGreaterThan(1);
    expect((await loadMemory()).pages).toEqual([]);
  });
});

describe('a memory that cannot be read', () => {
  it('is not written over: the page has its notes, and what was remembered stays', async () => {
    await visit(1);
    const before = await fakeBrowser.storage.local.get(MEMORY_KEY);
    const hidden = vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation((async (key: string) => {
      if (key === MEMORY_KEY) throw new Error('broken');
      return {};
    }) as never);
    const page = pageAt('https://courier.example/2');
    expect(await answerRead({ type: 'read', pass: 1, page, bare: false, without: [] }, reader())).toMatchObject({
      type: 'report',
    });
    await expect(updateMemory((memory) => mute(memory, 'hedge'))).rejects.toThrow(/./);
    hidden.mockRestore();
    expect(await fakeBrowser.storage.local.get(MEMORY_KEY)).toEqual(before);
  });
});

describe('a page read again', () => {
  it('says the same after other pages', async () => {
    const first = await visit(1);
    expect(notesOf(first).length).toBeGreaterThan(1);
    for (const n of [2, 3]) expect(notesOf(await visit(n))).not.toEqual(notesOf(first));
    expect(await visit(1)).toEqual(first);
  });

  it('has another headline card and other words after the end than pages before it, as long as there are any', async () => {
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    const reports: PageReport[] = [];
    for (let n = 1; n <= 30; n++) reports.push(await visit(n));
    const cards = reports.map(({ editions }) => editions.onion.headline?.line);
    const ends = reports.map(({ editions }) => editions.onion.end?.lines ?? []);
    expect(new Set(cards.slice(0, 4)).size).toBe(4);
    expect(new Set(ends.slice(0, 4).flat()).size).toBe(ends.slice(0, 4).flat().length);
    // What has been read comes round again, and not twice running.
    expect(ends.map((lines) => lines.length)).toEqual(ends.map(() => ends[0]?.length));
    for (let n = 1; n < 30; n++) {
      expect(cards[n]).toBeTruthy();
      expect(cards[n]).not.toBe(cards[n - 1]);
      expect(ends[n]?.filter((line) => ends[n - 1]?.includes(line))).toEqual([]);
    }
    for (const n of [1, 30]) expect(await visit(n)).toEqual(reports[n - 1]);
  });

  it('says the same after “Less like this” on another page', async () => {
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
  /** Reads a long page, whose opening is shown first. */
  async function visitLong(n: number, onOpening?: ReadFor['onOpening']): Promise<PageReport> {
    const page = { ...pageAt(`https://courier.example/${n}`), title: 'A long page' };
    const asked = { type: 'read', pass: 1, page, bare: false, opening: true, without: [] };
    const answer = await answerRead(asked, reader({ onOpening: onOpening ?? (() => undefined) }));
    await updateMemory((memory) => memory);
    if (answer?.type !== 'report') throw new Error('no report');
    return answer.report;
  }

  it.each([
    ['short', visit],
    ['long', visitLong],
  ])('say the same when they are read again, one by one: %s ones', async (_, read) => {
    const at = [1, 2, 3, 4, 5];
    const first = await Promise.all(at.map((n) => read(n)));
    for (const [i, n] of at.entries()) expect(await read(n)).toEqual(first[i]);
  });

  it('do not all begin with the same joke', async () => {
    const first = await Promise.all([1, 2, 3].map((n) => visitLong(n)));
    expect(new Set(first.map((report) => notesOf(report)[0]?.line)).size).toBe(3);
  });
});

const jokes = (mechanism: string, address = 'https://courier.example/1') =>
  ({ type: 'peel:unwanted', unwanted: { what: 'jokes', mechanism, address } }) as const;

describe('“Less like this”', () => {
  it('mutes a mechanism of the packs and nothing that is none', async () => {
    for (const word of ['hedge', 'no such mechanism', '__proto__', 'toString'])
      expect(await answerUnwanted({ ...jokes(word), away: true }, null, false)).toBe('');
    expect(Object.keys((await loadMemory()).muted)).toEqual(['hedge']);
  });

  it('is answered in words where the browser does not keep it', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    const answer = await answerUnwanted({ ...jokes('hedge'), away: true }, null, false);
    expect(answer).toMatch(/would not keep this/);
    expect((await loadMemory()).muted).toEqual({});
  });

  it('is heard on the page where it was said, and taken back there', async () => {
    const first = await visit(1);
    const unwanted = notesOf(first)[0]?.mechanism ?? '';
    await answerUnwanted({ ...jokes(unwanted), away: true }, null, false);
    const less = await visit(1);
    expect(notesOf(less).map(({ mechanism }) => mechanism)).not.toContain(unwanted);
    expect(await visit(1)).toEqual(less);
    await answerUnwanted({ ...jokes(unwanted), away: false }, null, false);
    expect(await visit(1)).toEqual(first);
    expect((await loadMemory()).muted).toEqual({});
  });
});

describe('what the reader does not want', () => {
  it('is no site where the page has none, and the reader is told', async () => {
    const message = { type: 'peel:unwanted', away: true, unwanted: { what: 'site' } } as const;
    expect(await answerUnwanted(message, null, false)).toMatch(/belongs to no site/);
    expect(await answerUnwanted(message, 'courier.example', false)).toBe('');
    expect((await loadSettings()).sitesOff).toEqual(['courier.example']);
  });

  it('is in no count, no note and no end note of a page', async () => {
    const all = (await visit(1)).reading.claims;
    const [one] = all;
    if (!one) throw new Error('no claim');
    await updateSettings((now) => ({ ...now, kindsOff: [one.kind] }));
    const report = await visit(1);
    const left = all.filter(({ kind }) => kind !== one.kind);
    expect(report.reading.claims.map(({ id }) => id)).toEqual(left.map(({ id }) => id));
    expect(report.leftOut).toBe(all.length - left.length);
    for (const edition of Object.values(report.editions))
      expect(edition.notes.every(({ claim }) => claim < left.length)).toBe(true);
    await updateSettings((now) => ({ ...now, kindsOff: [] }));
    expect((await visit(1)).leftOut).toBeUndefined();
  });

  it('is left out by the page’s own word, and by the sentence on every page', async () => {
    const { claims } = (await visit(1)).reading;
    const [one, two] = claims;
    if (!one || !two) throw new Error('no claims');
    const ids = async (n: number, without: string[] = []) =>
      (await visit(n, without)).reading.claims.map(({ quote }) => quote);
    expect(await ids(1, [one.id])).toEqual(claims.slice(1).map(({ quote }) => quote));
    expect(await ids(1)).toHaveLength(claims.length);
    const { passages } = pageAt('https://courier.example/1');
    const mark = { title: 'T', text: passages[two.passage]?.text ?? '', ...two.sentence, kind: two.kind };
    await addCorrection(mark, 'courier.example');
    expect(await ids(2)).not.toContain(two.quote);
    expect(await ids(2)).toHaveLength(claims.length - 1);
  });

  it.each(['no list', { length: 3 }, [null, 7, { id: 'x' }]])('is nothing where storage holds %j', async (rubbish) => {
    const before = await visit(1);
    await fakeBrowser.storage.local.set({ corrections: rubbish });
    expect(await visit(1)).toEqual(before);
  });
});

describe('a line that is asked for', () => {
  const ask = async (over: object) => {
    const page = pageAt('https://courier.example/1');
    const report = await visit(1);
    return {
      report,
      note: await answerAnother({ type: 'peel:another', page, report, index: 0, level: 'roast', used: [], ...over }),
    };
  };

  it('is written where the plan has none', async () => {
    const page = pageAt('https://courier.example/1');
    const report = await visit(1);
    for (const edition of Object.values(report.editions)) edition.notes = [];
    for (const level of ['eyebrow', 'roast', 'onion'] as const)
      expect(
        (await answerAnother({ type: 'peel:another', page, report, index: 0, level, used: [] }))?.text,
      ).toBeTruthy();
  });

  it('may be one that the plan has for another claim where no jokes are shown, and only there', async () => {
    const address = 'https://courier.example/1';
    const { page, reading } = pageOf([TOLD[0]!, TOLD[0]!], { address }, 120);
    const report = {
      ...(await visit(1)),
      reading,
      straight: reading.claims.map(() => ({ question: '', receipt: null, jokes: true, why: null })),
    };
    const of = (level: 'straight' | 'eyebrow', used: string[]) =>
      answerAnother({ type: 'peel:another', page, report, index: 0, level, used });
    // All that there is for it is planned beside its like.
    const all: Note[] = [];
    for (
      let note = await of('eyebrow', []);
      note;
      note = await of(
        'eyebrow',
        all.map(({ line }) => line),
      )
    )
      all.push(note);
    expect(all.length).toBeGreaterThan(1);
    report.editions.eyebrow.notes = all.map((note) => ({ ...note, claim: 1 }));
    expect(await of('eyebrow', [])).toBeNull();
    expect(await of('straight', [])).not.toBeNull();
  });

  it('comes beside each story of a page as that story is, whatever the one above it tells', async () => {
    const shooting = pageOf([TOLD[1]!], { title: 'Two killed in plant shooting' });
    shooting.page.passages[0]!.text = shooting.page.title;
    const launch = pageOf(TOLD.slice(2, 6), { published: null }, 120);
    const from = shooting.page.passages.length;
    const later = launch.page.passages.map((one) => ({ ...one, index: one.index + from }));
    const page = { ...shooting.page, passages: [...shooting.page.passages, ...later], stories: [from] };
    const report = writeStories([
      { ...shooting, from: 0 },
      { ...launch, from },
    ]);
    const { notes } = report.editions.roast;
    const first = shooting.reading.claims.length;
    expect(notes.length).toBeGreaterThan(1);
    for (const { claim, line } of notes) {
      expect(claim).toBeGreaterThanOrEqual(first);
      const note = await answerAnother({
        type: 'peel:another',
        page,
        report,
        index: claim,
        level: 'roast',
        used: [line],
      });
      // What it would be if the launch stood alone, less what is beside it.
      const alone = another({
        page: launch.page,
        report: writeStories([{ ...launch, from: 0 }]),
        index: claim - first,
        level: 'roast',
        used: [line],
      });
      expect(note).toEqual({ ...alone, claim });
      expect(notes.map(({ frame }) => frame)).not.toContain(note?.frame);
    }
    expect(await answerAnother({ type: 'peel:another', page, report, index: 0, level: 'roast', used: [] })).toBeNull();
  });

  it('keeps away from what stands beside another story of the page', async () => {
    const one = pageOf([TOLD[0]!]);
    const from = one.page.passages.length;
    const later = one.page.passages.map((passage) => ({ ...passage, index: passage.index + from }));
    const page = { ...one.page, passages: [...one.page.passages, ...later], stories: [from] };
    const report = writeStories([
      { ...one, from: 0 },
      { ...one, from },
    ]);
    const ask = (of: PageReport, used: string[]) =>
      answerAnother({ type: 'peel:another', page, report: of, index: 1, level: 'roast', used });
    const { notes } = report.editions.roast;
    const used = notes.filter(({ claim }) => claim === 1).map(({ line }) => line);
    const next = await ask(report, used);
    if (!next) throw new Error('no other line');
    const taken = { ...next, claim: 0 };
    const editions = { ...report.editions, roast: { ...report.editions.roast, notes: [...notes, taken] } };
    expect((await ask({ ...report, editions }, used))?.frame).not.toBe(next.frame);
  });

  it('is a dry one where the dial shows no jokes, and another after that', async () => {
    const { report, note } = await ask({ level: 'straight' });
    const planned = report.editions.eyebrow.notes.find(({ claim }) => claim === 0);
    expect(note?.level).toBe('eyebrow');
    if (planned) expect(note).toEqual(planned);
    const next = (await ask({ level: 'straight', used: [note?.line] })).note;
    expect(next?.line).not.toBe(note?.line);
  });
});

describe('the words that decided', () => {
  it('are none where the network fails, or the page has no such sentence', async () => {
    const page = pageAt('https://courier.example/9');
    const kind = 'launch';
    const ask = (passage: number, network: () => Promise<Encoder>) =>
      answerDeciding({ type: 'peel:deciding', page, passage, sentence: { start: 0, end: 9 }, kind }, network);
    expect(await ask(0, () => Promise.reject(new Error('no network')))).toEqual([]);
    expect(await ask(0, async () => encoder)).toEqual([]);
    expect(await ask(999, async () => encoder)).toEqual([]);
  });
});
