import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { MEMORY_KEY, parseMemory } from '@/lib/memory/memory';
import type { ToBackground, TryPack, UnwantedKept } from '@/lib/messages';
import { MESSAGES as SCHEMAS } from '@/lib/messages/schema';
import type { PageReport } from '@/lib/model';
import { write } from '@/lib/satire';
import { askForReport } from '@/lib/session/ask-background';
import { defaultSettings, parseSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { pageOf, TOLD } from '../satire/fixtures';
import { GALLERY, statusClaim } from '../share/gallery';
import { statusFixture } from '../status-fixture';
import { connect, fire, Life, page, stored } from './fragile-background';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fragile-background')).browser }));
// What the network finds is not the matter here.
const made = pageOf(TOLD.slice(0, 6), { address: 'https://courier.example/1' }, 120);
// Its file is read out of the package, which the background may not live to see, either.
vi.mock('@/lib/background/load-encoder', async () => {
  const { browser } = (await import('./fragile-background')) as unknown as { browser: { readFile(): Promise<void> } };
  return { loadEncoder: () => browser.readFile().then(() => ({})) };
});
vi.mock('@/lib/background/stories', async (original) => ({
  ...(await original<typeof import('@/lib/background/stories')>()),
  readStories: async () => [{ page: made.page, from: 0, reading: made.reading }],
}));

const local = () => structuredClone(stored.local);
const url = 'https://courier.example/1';
const SENDER = { id: 'peel', url, tab: { id: 7, url }, frameId: 0 };

beforeAll(async () => {
  // A lock ends with the context that holds it; here there is one context for all lives.
  vi.stubGlobal('navigator', {});
  const { default: background } = await import('@/entrypoints/background');
  background.main();
});
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
  stored.local = {
    [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level: 'onion', sitesOff: ['quiet.example'] }),
    [MEMORY_KEY]: { ...parseMemory(null), salt: 'of this test', muted: { hedge: 3 } },
  };
  stored.session = {};
  const claims = GALLERY.slice(0, 2).map((told, index) => statusClaim(told, index));
  page.answer = statusFixture({ host: 'courier.example', address: made.page.address, claims });
});

/** Every way to end: before each call that an undisturbed run makes, and after it. */
const ends = (calls: number) =>
  Array.from({ length: calls }, (_, n) => [new Life(n + 1), new Life(n + 1, true)]).flat();

/** What storage holds of each key is what it held, or what it should hold: never a third thing. */
function expectWhole(before: Record<string, unknown>, wanted: Record<string, unknown>): void {
  for (const key of new Set([...Object.keys(before), ...Object.keys(wanted)]))
    expect([before[key], wanted[key]]).toContainEqual(stored.local[key]);
}

const WHAT: { [What in UnwantedKept['what']]: Extract<UnwantedKept, { what: What }> } = {
  jokes: { what: 'jokes', mechanism: 'understatement', address: made.page.address },
  site: { what: 'site' },
  kind: { what: 'kind', kind: 'launch' },
  mark: { what: 'mark', mark: { title: 'T', text: 'It is out.', start: 0, end: 10, kind: 'launch' } },
};
const PACK = 'pack: Mine\n\n== any ==\n\nroast, understatement\nneeds: has:a|the|is|of\nA joke of mine.\n';
type Message = ToBackground | TryPack;
/** One message at least of every type there is: a type that is added and not put here fails the check of types, and below. */
const SAMPLES: { [Type in Message['type']]: Extract<Message, { type: Type }>[] } = {
  'peel:unwanted': Object.values(WHAT).map((what) => ({ type: 'peel:unwanted', away: true, unwanted: what })),
  'peel:badge': [{ type: 'peel:badge', count: 3 }],
  'peel:margin': [{ type: 'peel:margin' }],
  'peel:returned': [{ type: 'peel:returned' }],
  'peel:share': [
    { type: 'peel:share', index: 0 },
    { type: 'peel:share', index: null },
  ],
  'peel:another': [
    {
      type: 'peel:another',
      page: made.page,
      report: write(made.page, made.reading),
      index: 0,
      level: 'onion',
      used: [],
    },
  ],
  'peel:deciding': [
    { type: 'peel:deciding', page: made.page, passage: 1, sentence: { start: 0, end: 5 }, kind: 'launch' },
  ],
  'peel:try-pack': [{ type: 'peel:try-pack', name: 'a.pack.txt', text: PACK, inPart: false, sentence: 'It is out.' }],
};
const MESSAGES: Message[] = Object.values(SAMPLES).flat();
/** A message about a pack comes from one of Peel's own pages, all others from the page in the tab. */
const senderOf = ({ type }: Message) => (type === 'peel:try-pack' ? { ...SENDER, url: 'peel://options.html' } : SENDER);

describe('the background, ended at any call it makes', () => {
  it('is asked everything that the protocol knows', () => {
    const types = [...SCHEMAS.toBackground.options, SCHEMAS.tryPack].map(({ entries }) => entries.type.literal);
    expect(Object.keys(SAMPLES).sort()).toEqual([...types].sort());
    const [kept] = SCHEMAS.toBackground.options.flatMap(({ entries }) =>
      'unwanted' in entries ? [entries.unwanted.options.map(({ entries: { what } }) => what.literal as string)] : [],
    );
    expect(Object.keys(WHAT).sort()).toEqual(kept?.sort());
  });

  it.each(MESSAGES)('loses nothing at $type, and does it when asked again', async (message) => {
    const before = local();
    const whole = new Life();
    await fire(whole, 'runtime.onMessage', message, senderOf(message));
    const wanted = local();
    expect(whole.calls).toBeGreaterThan(0);
    for (const life of ends(whole.calls)) {
      stored.local = structuredClone(before);
      const answer = fire(life, 'runtime.onMessage', message, senderOf(message)).catch(() => undefined);
      await Promise.race([answer, life.death]);
      expect(life.dead).toBe(true);
      expectWhole(before, wanted);
      expect(parseSettings(stored.local[SETTINGS_KEY]).sitesOff).toContain('quiet.example');
      await fire(new Life(), 'runtime.onMessage', message, senderOf(message));
      expect(stored.local).toEqual(wanted);
    }
  });

  /** A reading over ports; the first leads to `first`, every later one to a new life. */
  async function readFrom(first: Life): Promise<PageReport> {
    let asked = 0;
    const port = (name: string) => connect(asked++ === 0 ? first : new Life(), name);
    const request = { page: made.page, pass: 1, bare: true, without: [] };
    return (await askForReport(port, request, new AbortController().signal)).report;
  }

  it('gives the same report in the end, and remembers the page once', async () => {
    const before = local();
    const whole = new Life();
    const report = await readFrom(whole);
    expect(report.editions.onion.notes.length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(stored.local).not.toEqual(before));
    const wanted = local();
    expect(whole.calls).toBeGreaterThan(3);
    for (const life of ends(whole.calls)) {
      stored.local = structuredClone(before);
      expect(await readFrom(life)).toEqual(report);
      await vi.waitFor(() => expectWhole(before, wanted));
    }
  });
});

describe('the background', () => {
  it.each([
    { type: 'peel:unwanted', away: true, unwanted: { what: '__proto__' } },
    { type: 'peel:unwanted', away: true, unwanted: { what: 'kind', kind: 'constructor' } },
    { type: 'peel:unwanted', away: true, unwanted: { what: 'jokes', mechanism: 'hedge' } },
    { type: 'peel:share', index: -1 },
    { type: 'peel:badge', count: '3' },
    { type: 'peel:another' },
    { type: 'toString' },
    [],
    null,
    'peel:unwanted',
  ])('neither answers nor changes anything at %j', async (message) => {
    const before = local();
    expect(await fire(new Life(), 'runtime.onMessage', message, SENDER)).toBeUndefined();
    expect(stored.local).toEqual(before);
  });

  it('answers nobody but itself', async () => {
    const before = local();
    const stranger = { ...SENDER, id: 'another extension' };
    for (const message of MESSAGES)
      expect(await fire(new Life(), 'runtime.onMessage', message, stranger)).toBeUndefined();
    expect(stored.local).toEqual(before);
  });
});
