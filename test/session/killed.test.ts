import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ToBackground, UnwantedKept } from '@/lib/messages';
import type { PageReport } from '@/lib/model';
import { askForReport } from '@/lib/session/ask-background';
import { MEMORY_KEY, parseMemory } from '@/lib/settings/memory';
import { defaultSettings, parseSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { pageOf, TOLD } from '../satire/fixtures';
import { GALLERY, statusClaim } from '../share/gallery';
import { statusFixture } from '../status-fixture';
import { connect, fire, Life, page, stored } from './fragile-background';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fragile-background')).browser }));
// What the network finds is not the matter here.
const made = pageOf(TOLD.slice(0, 6), { address: 'https://courier.example/1' }, 120);
vi.mock('@/lib/session/load-encoder', () => ({ loadEncoder: async () => ({}) }));
vi.mock('@/lib/session/stories', async (original) => ({
  ...(await original<typeof import('@/lib/session/stories')>()),
  readStories: async () => [{ page: made.page, from: 0, reading: made.reading }],
}));

const local = () => structuredClone(stored.local);
const SENDER = { id: 'peel', tab: { id: 7, url: 'https://courier.example/1' }, frameId: 0 };

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

const unwanted = (what: UnwantedKept): ToBackground => ({ type: 'peel:unwanted', away: true, unwanted: what });
const MESSAGES: ToBackground[] = [
  unwanted({ what: 'jokes', mechanism: 'understatement', address: made.page.address }),
  unwanted({ what: 'site' }),
  unwanted({ what: 'kind', kind: 'launch' }),
  unwanted({ what: 'mark', mark: { title: 'T', text: 'It is out.', start: 0, end: 10, kind: 'launch' } }),
  { type: 'peel:badge', count: 3 },
  { type: 'peel:margin' },
  { type: 'peel:share', index: 0 },
];

describe('the background, ended at any call it makes', () => {
  it.each(MESSAGES)('loses nothing at $type, and does it when asked again', async (message) => {
    const before = local();
    const whole = new Life();
    await fire(whole, 'runtime.onMessage', message, SENDER);
    const wanted = local();
    expect(whole.calls).toBeGreaterThan(0);
    for (const life of ends(whole.calls)) {
      stored.local = structuredClone(before);
      const answer = fire(life, 'runtime.onMessage', message, SENDER).catch(() => undefined);
      await Promise.race([answer, life.death]);
      expect(life.dead).toBe(true);
      expectWhole(before, wanted);
      expect(parseSettings(stored.local[SETTINGS_KEY]).sitesOff).toContain('quiet.example');
      await fire(new Life(), 'runtime.onMessage', message, SENDER);
      expect(stored.local).toEqual(wanted);
    }
  });

  /** A reading over ports; the first leads to `first`, every later one to a new life. */
  async function readFrom(first: Life): Promise<PageReport> {
    let asked = 0;
    const port = (name: string) => connect(asked++ === 0 ? first : new Life(), name);
    return askForReport(port, { page: made.page, pass: 1, bare: true, without: [] }, new AbortController().signal);
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
