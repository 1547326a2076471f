import { describe, expect, it, vi } from 'vitest';
import type { Article } from '@/lib/article';
import type { Claim, Edition, Level, Note, PageReport, PageText, Passage } from '@/lib/model';
import type { Overlay, OverlayView } from '@/lib/overlay';
import { createSession, ReadFailure, type SessionDeps } from '@/lib/session';
import { defaultSettings } from '@/lib/settings';
import { claimFixture } from '../claim-fixture';

const sentence = 'The assistant does the work of 700 agents, Kelmore said.';
const quote = sentence.slice(0, 41);

function passageOf(text: string, candidate = true): Passage {
  return { index: 0, role: 'paragraph', text, sentences: [{ start: 0, end: text.length, candidate }], leadIn: null };
}

function pageOf(passages: Passage[], over: Partial<PageText> = {}): PageText {
  return {
    address: 'https://example.com/story',
    host: 'example.com',
    title: 'A story',
    language: 'en',
    kind: 'news',
    published: null,
    publisher: null,
    passages,
    ...over,
  };
}

const claim = claimFixture({
  id: 'c1',
  quote,
  sentence: { start: 0, end: sentence.length },
});
const noteAt = (level: Level, text: string) => ({ claim: 0, level, text, line: `${level}#1` }) as Note;

function reportOf(claims: Claim[]): PageReport {
  const edition = (level: Level): Edition => ({
    level,
    notes: level === 'straight' || claims.length === 0 ? [] : [noteAt(level, `A note at ${level}.`)],
    headline: null,
    end: null,
  });
  return {
    reading: { claims, score: 40, supported: 0 },
    room: 'open',
    roomReason: null,
    straight: claims.map(() => ({ question: 'By whose count?', receipt: null, jokes: true, why: null })),
    editions: {
      straight: edition('straight'),
      eyebrow: edition('eyebrow'),
      roast: edition('roast'),
      onion: edition('onion'),
    },
  };
}

/** A session over a fake page whose text, background and overlay the test holds. */
function setUp(over: { ask?: ReturnType<typeof vi.fn<SessionDeps['ask']>> } = {}) {
  const world = { page: pageOf([passageOf(sentence)]), located: true };
  const overlay = {
    paint: vi.fn<(view: OverlayView) => void>(),
    clear: vi.fn(),
    hide: vi.fn(),
    verify: vi.fn<() => number[]>(() => []),
    notes: () => [],
    isFaded: vi.fn(() => false),
    places: () => [],
  };
  const deps = {
    host: () => 'example.com',
    find: vi.fn(
      async () => ({ page: world.page, locate: () => (world.located ? ({} as Range) : null) }) as unknown as Article,
    ),
    mark: async (page: PageText) => page.passages.flatMap((p) => p.sentences).filter((s) => s.candidate).length,
    ask: vi.fn<SessionDeps['ask']>(async () => reportOf([claim])),
    another: vi.fn<SessionDeps['another']>(async () => noteAt('roast', 'Another one.')),
    deciding: vi.fn<SessionDeps['deciding']>(async () => ['work']),
    keep: vi.fn<SessionDeps['keep']>(async () => ''),
    overlay: overlay as unknown as Overlay,
    shown: vi.fn(),
    ...over,
  } satisfies SessionDeps;
  return { world, overlay, deps, session: createSession(deps, defaultSettings()) };
}

const lastView = (overlay: { paint: { mock: { lastCall?: [OverlayView] | undefined } } }) =>
  overlay.paint.mock.lastCall?.[0];

describe('verify', () => {
  it('passes on that the page lets the notes fade', async () => {
    const { overlay, session } = setUp();
    await session.pass();
    expect(session.status().faded).toBe(false);
    overlay.isFaded.mockReturnValue(true);
    expect(session.status().faded).toBe(true);
  });

  it('takes what the overlay dropped off the count and the list at once', async () => {
    const { deps, overlay, session } = setUp();
    await session.apply(defaultSettings());
    expect(session.verify()).toBe(false);
    expect(session.status().state).toBe('annotated');
    overlay.verify.mockReturnValueOnce([0]);
    expect(session.verify()).toBe(true);
    expect(deps.shown).toHaveBeenLastCalledWith(0);
    expect(session.status().claims).toEqual([]);
  });
});

describe('a pass', () => {
  it('paints the claims with the notes of the level', async () => {
    const { session, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    expect(lastView(overlay)).toMatchObject({
      level: 'roast',
      items: [{ index: 0, note: { text: 'A note at roast.' } }],
    });
    expect(session.status()).toMatchObject({ state: 'annotated', claims: [{ painted: true, sentence }] });
    expect(deps.shown).toHaveBeenLastCalledWith(1);
  });

  it('never wakes the background for a page without a candidate', async () => {
    const { session, world, deps, overlay } = setUp();
    world.page = pageOf([passageOf('The museum opens at nine.', false)]);
    await session.apply(defaultSettings());
    expect(deps.ask).not.toHaveBeenCalled();
    expect(deps.shown).not.toHaveBeenCalled();
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status().state).toBe('no-claims');
  });

  it.each([
    ['no-article', pageOf([])],
    ['not-english', pageOf([passageOf('Un assistant.', false)], { language: 'fr' })],
  ] as const)('says %s where that is so', async (state, page) => {
    const { session, world } = setUp();
    world.page = page;
    await session.apply(defaultSettings());
    expect(session.status().state).toBe(state);
  });

  it('does not ask again about a text it has read', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    expect(await session.pass()).toBe(false);
    expect(deps.ask).toHaveBeenCalledTimes(1);
    expect(overlay.paint).toHaveBeenCalledTimes(2);
  });

  it('drops a claim whose text has left the page', async () => {
    const { session, world, overlay } = setUp();
    world.located = false;
    await session.apply(defaultSettings());
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'no-claims', claims: [] });
  });

  it('paints nothing beside words that are not the claim', async () => {
    const { session, world, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    // The same candidates further down: what stands at the old place now is another sentence.
    const moved = { ...passageOf(sentence), index: 1 };
    world.page = pageOf([passageOf('A paragraph that came in above, with nothing to claim.', false), moved]);
    deps.ask.mockResolvedValueOnce(reportOf([{ ...claim, passage: 1 }]));
    await session.pass();
    expect(deps.ask).toHaveBeenCalledTimes(2);
    expect(lastView(overlay)?.items[0]?.claim.passage).toBe(1);
  });

  it('keeps nothing of the last page when reading the next one fails', async () => {
    const { session, world, deps } = setUp();
    await session.apply(defaultSettings());
    world.page = pageOf([passageOf(`Elsewhere, ${sentence}`)], { address: 'https://example.com/next' });
    deps.ask.mockRejectedValueOnce(new ReadFailure('tripped'));
    await session.pass();
    expect(session.status()).toMatchObject({ state: 'failed', claims: [] });
    deps.ask.mockResolvedValue(reportOf([]));
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(session.status().claims).toEqual([]);
  });

  it('ignores the answer to an earlier pass', async () => {
    const answers: ((report: PageReport) => void)[] = [];
    const ask = vi.fn<SessionDeps['ask']>(() => new Promise((resolve) => answers.push(resolve)));
    const { session, world, overlay } = setUp({ ask });
    const first = session.apply(defaultSettings());
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    world.page = pageOf([passageOf(`${sentence} Here, too.`)]);
    const second = session.pass();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.(reportOf([{ ...claim, id: 'new' }]));
    answers[0]?.(reportOf([{ ...claim, id: 'stale' }]));
    await Promise.all([first, second]);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    expect(lastView(overlay)?.items[0]?.claim.id).toBe('new');
  });

  it('is silent on the page and plain in the popup when reading fails', async () => {
    const ask = vi.fn<SessionDeps['ask']>().mockRejectedValueOnce(new ReadFailure('tripped'));
    ask.mockResolvedValue(reportOf([claim]));
    const { session, overlay } = setUp({ ask });
    await session.apply(defaultSettings());
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'failed', reason: 'tripped' });
    await session.retry();
    expect(session.status().state).toBe('annotated');
  });
});

describe('how much is marked', () => {
  const more = { ...defaultSettings(), density: 'all' } as const;

  it('is asked for anew when it changes, and only then', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    deps.ask.mockResolvedValueOnce(reportOf([claim, { ...claim, id: 'c2', kind: 'launch', family: 'announcement' }]));
    await session.apply(more);
    expect(deps.ask).toHaveBeenCalledTimes(2);
    expect(lastView(overlay)?.items.map((item) => item.claim.id)).toEqual(['c1', 'c2']);
    expect(deps.shown).toHaveBeenLastCalledWith(2);
    await session.apply({ ...more, level: 'onion' });
    await session.pass();
    expect(deps.ask).toHaveBeenCalledTimes(2);
  });

  it('leaves the old notes until the new report is there, and says meanwhile what they were read for', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    let answer: (report: PageReport) => void = () => undefined;
    deps.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const turned = session.apply(more);
    await vi.waitFor(() => expect(deps.ask).toHaveBeenCalledTimes(2));
    expect(session.status()).toMatchObject({ state: 'annotated', density: 'normal', claims: [{ painted: true }] });
    expect(overlay.clear).not.toHaveBeenCalled();
    expect(deps.shown).toHaveBeenCalledTimes(1);
    answer(reportOf([{ ...claim, id: 'new' }]));
    await turned;
    expect(overlay.clear).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'annotated', density: 'all', claims: [{ claim: { id: 'new' } }] });
  });

  it('drops the answer for what was turned away from', async () => {
    const answers: ((report: PageReport) => void)[] = [];
    const ask = vi.fn<SessionDeps['ask']>(() => new Promise((resolve) => answers.push(resolve)));
    const { session, overlay } = setUp({ ask });
    const first = session.apply(defaultSettings());
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    const second = session.apply(more);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.(reportOf([{ ...claim, id: 'stale' }]));
    answers[1]?.(reportOf([{ ...claim, id: 'new' }]));
    await Promise.all([first, second]);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    expect(lastView(overlay)?.items[0]?.claim.id).toBe('new');
  });

  it('never leaves the popup waiting where nothing is shown', async () => {
    const { session } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    await session.apply(more);
    expect(session.status()).toMatchObject({ state: 'sat-out', density: 'all' });
  });

  it('may find nothing, and more again', async () => {
    const { session, deps } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([]));
    await session.apply({ ...defaultSettings(), density: 'fewer' });
    expect(session.status()).toMatchObject({ state: 'no-claims', density: 'fewer' });
    await session.apply(more);
    expect(session.status()).toMatchObject({ state: 'annotated', density: 'all' });
  });
});

describe('what is said of the marks', () => {
  it('counts the source of claims alone', async () => {
    const { session, deps } = setUp();
    const shown = { ...claim, evidence: 'pointer' } as const;
    const launch = { ...shown, id: 'l', kind: 'launch', family: 'announcement' } as const;
    deps.ask.mockResolvedValueOnce(reportOf([shown, launch, launch, { ...claim, id: 'c2' }]));
    await session.apply(defaultSettings());
    expect(session.status()).toMatchObject({ supported: 1 });
    expect(session.status().claims).toHaveLength(4);
  });

  it('asks for the words that decided when the card does, of a claim that it has', async () => {
    const { session, deps, world } = setUp();
    await session.apply(defaultSettings());
    expect(deps.deciding).not.toHaveBeenCalled();
    expect(await session.deciding(0)).toEqual(['work']);
    expect(deps.deciding).toHaveBeenCalledWith(world.page, claim);
    expect(await session.deciding(7)).toBeNull();
  });
});

describe('choices', () => {
  it('turns the level without reading again', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(deps.find).toHaveBeenCalledTimes(1);
    expect(deps.ask).toHaveBeenCalledTimes(1);
    expect(lastView(overlay)).toMatchObject({ level: 'onion', items: [{ note: { text: 'A note at onion.' } }] });
  });

  it('clears a site that is switched off, and comes back', async () => {
    const { session, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    await session.apply({ ...defaultSettings(), sitesOff: ['example.com'] });
    expect(overlay.clear).toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'site-off', claims: [] });
    expect(deps.shown).toHaveBeenLastCalledWith(0);
    await session.apply(defaultSettings());
    expect(session.status().state).toBe('annotated');
  });

  it('says that it is off everywhere rather than only here', async () => {
    const { session } = setUp();
    await session.apply({ ...defaultSettings(), enabled: false });
    expect(session.status().state).toBe('all-off');
  });

  it('leaves out the kinds the reader does not want', async () => {
    const { session, overlay } = setUp();
    await session.apply({ ...defaultSettings(), kindsOff: ['labour-equivalence'] });
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status().claims).toEqual([]);
  });

  it('keeps another note through a repaint, and tells the writer what was used', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.another(0);
    await session.pass();
    expect(lastView(overlay)?.items[0]?.note?.text).toBe('Another one.');
    expect(deps.another.mock.lastCall?.slice(3)).toEqual(['roast', ['roast#1']]);
  });

  it('sits a page out until the reader goes elsewhere', async () => {
    const { session, world, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    await session.pass();
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(session.status().state).toBe('sat-out');
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    world.page = pageOf([passageOf(sentence)], { address: 'https://example.com/next' });
    await session.pass();
    expect(session.status().state).toBe('annotated');
  });

  it('hides and shows without forgetting', async () => {
    const { session, overlay } = setUp();
    await session.apply(defaultSettings());
    session.hide('toggle');
    expect(session.status().hidden).toBe(true);
    session.hide('toggle');
    expect(overlay.hide).toHaveBeenLastCalledWith(false);
  });
});

describe('a permission that is taken back', () => {
  it('takes the notes off at once, stays quiet, and comes back on retry', async () => {
    const { session, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    session.withdraw();
    expect(session.status()).toMatchObject({ state: 'withdrawn', claims: [] });
    expect(deps.shown).toHaveBeenLastCalledWith(0);
    await session.pass();
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(session.status().state).toBe('withdrawn');
    expect(deps.ask).toHaveBeenCalledTimes(1);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    await session.retry();
    expect(session.status().state).toBe('annotated');
  });
});

describe('a page with nothing to show', () => {
  it('says how much was read, and when all that was found is unwanted', async () => {
    const { session } = setUp();
    await session.apply({ ...defaultSettings(), kindsOff: [claim.kind] });
    expect(session.status()).toMatchObject({ state: 'no-claims', paragraphs: 1 });
    expect(session.status().reason).toBe('all-unwanted');
  });
});

describe('what the reader does not want', () => {
  const other = { ...claim, id: 'c2', kind: 'launch', family: 'announcement' } as const;
  const without = (report: PageReport, leftOut = 1): PageReport => ({ ...report, leftOut });

  it('is gone at once where it is a kind, and what is left is written anew', async () => {
    const { session, deps, overlay } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.apply(defaultSettings());
    let answer: (report: PageReport) => void = () => undefined;
    deps.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const done = session.apply({ ...defaultSettings(), kindsOff: ['launch'] });
    expect(session.status().claims.map(({ claim: { id } }) => id)).toEqual(['c1']);
    expect(deps.shown).toHaveBeenLastCalledWith(1);
    expect(lastView(overlay)?.items).toHaveLength(1);
    await vi.waitFor(() => expect(deps.ask).toHaveBeenCalledTimes(2));
    answer(without({ ...reportOf([claim]), reading: { claims: [claim], score: 7, supported: 0 } }));
    await done;
    expect(session.status()).toMatchObject({ state: 'annotated', score: 7 });
    // And back.
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.apply(defaultSettings());
    expect(session.status().claims).toHaveLength(2);
  });

  it('may be all there was: the popup says so', async () => {
    const { session, deps } = setUp();
    deps.ask.mockResolvedValueOnce(without(reportOf([])));
    await session.apply(defaultSettings());
    expect(session.status()).toMatchObject({
      state: 'no-claims',
      reason: 'all-unwanted',
    });
  });

  it('is a mark that is none: hidden before anything is remembered, left out from then on, and had back', async () => {
    const { session, deps, overlay } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.apply(defaultSettings());
    let kept: (said: string) => void = () => undefined;
    deps.keep.mockImplementationOnce(() => new Promise((resolve) => (kept = resolve)));
    deps.ask.mockResolvedValueOnce(without(reportOf([other])));
    const done = session.put(true, { what: 'mark', id: 'c1' });
    expect(lastView(overlay)?.items.map((item) => item.claim.id)).toEqual(['c2']);
    expect(deps.keep).toHaveBeenCalledWith(true, {
      what: 'mark',
      mark: { title: 'A story', text: sentence, ...claim.sentence, kind: claim.kind },
    });
    kept('');
    expect(await done).toBe('');
    expect(deps.ask.mock.lastCall?.[2]).toEqual(['c1']);
    expect(session.status().claims).toHaveLength(1);
    // Its claim is in no report by now; its words are still known.
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.put(false, { what: 'mark', id: 'c1' });
    expect(deps.keep.mock.lastCall?.[0]).toBe(false);
    expect(deps.keep.mock.lastCall?.[1]).toMatchObject({ mark: { text: sentence } });
    expect(deps.ask.mock.lastCall?.[2]).toEqual([]);
    expect(session.status().claims).toHaveLength(2);
  });

  it('stays hidden where it cannot be remembered, and says why', async () => {
    const { session, deps } = setUp();
    await session.apply(defaultSettings());
    deps.keep.mockResolvedValueOnce('No room.');
    deps.ask.mockResolvedValueOnce(without(reportOf([])));
    expect(await session.put(true, { what: 'mark', id: 'c1' })).toBe('No room.');
    expect(session.status()).toMatchObject({ state: 'no-claims', claims: [] });
    expect(await session.put(true, { what: 'mark', id: 'no such claim' })).toBe('');
  });

  it('is a sort of joke: its notes go at once, also one that was asked for, and come back', async () => {
    const { session, deps, overlay } = setUp();
    const dry = (text: string) => ({ ...noteAt('roast', text), mechanism: 'hedge' });
    deps.another.mockResolvedValueOnce(dry('Asked for.'));
    await session.apply(defaultSettings());
    await session.another(0);
    const shown = () => lastView(overlay)?.items[0]?.note?.text ?? null;
    expect(shown()).toBe('Asked for.');
    await session.put(true, { what: 'jokes', mechanism: 'hedge' });
    expect(deps.keep).toHaveBeenLastCalledWith(true, {
      what: 'jokes',
      mechanism: 'hedge',
      address: 'https://example.com/story',
    });
    expect(deps.ask).toHaveBeenCalledTimes(2);
    expect(shown()).toBe('A note at roast.');
    await session.put(false, { what: 'jokes', mechanism: 'hedge' });
    expect(shown()).toBe('Asked for.');
  });

  it('is this page, until it is asked for after all', async () => {
    const { session } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    expect(session.status().state).toBe('sat-out');
    await session.put(false, { what: 'page' });
    expect(session.status().state).toBe('annotated');
  });

  it.each([{ what: 'site' }, { what: 'kind', kind: 'launch' }] as const)(
    'is for the settings to bring about: %j',
    async (unwanted) => {
      const { session, deps } = setUp();
      await session.apply(defaultSettings());
      deps.keep.mockResolvedValueOnce('The list is full.');
      expect(await session.put(true, unwanted)).toBe('The list is full.');
      expect(deps.keep).toHaveBeenCalledWith(true, unwanted);
      expect(deps.ask).toHaveBeenCalledTimes(1);
      expect(session.status().state).toBe('annotated');
    },
  );
});

describe('another line', () => {
  const written = (text: string, line: string) => ({ ...noteAt('roast', text), line });

  it('has a way back to each before it, and none is offered again', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    const item = () => lastView(overlay)?.items[0];
    expect(item()?.earlier).toBe(false);
    expect(session.earlier(0)).toBe(false);
    for (const n of [2, 3]) {
      deps.another.mockResolvedValueOnce(written(`Line ${n}.`, `roast#${n}`));
      await session.another(0);
    }
    expect(item()).toMatchObject({ earlier: true, note: { text: 'Line 3.' } });
    expect(session.earlier(0)).toBe(true);
    expect(item()).toMatchObject({ earlier: true, note: { text: 'Line 2.' } });
    expect(session.earlier(0)).toBe(true);
    expect(item()).toMatchObject({ earlier: false, note: { text: 'A note at roast.' } });
    await session.another(0);
    expect(new Set(deps.another.mock.lastCall?.[4])).toEqual(new Set(['roast#1', 'roast#2', 'roast#3']));
    expect(session.earlier(7)).toBe(false);
  });

  it('is the first one where there is none', async () => {
    const { session, deps, overlay } = setUp();
    const bare = reportOf([claim]);
    bare.editions.roast.notes = [];
    deps.ask.mockResolvedValueOnce(bare);
    await session.apply(defaultSettings());
    expect(lastView(overlay)?.items[0]?.note).toBeNull();
    await session.another(0);
    expect(lastView(overlay)?.items[0]).toMatchObject({ earlier: false, note: { text: 'Another one.' } });
  });
});
