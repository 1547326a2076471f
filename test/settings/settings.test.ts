import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  damagedFields,
  defaultSettings,
  isOn,
  levelOn,
  loadSettings,
  MOST_SITES,
  normalHost,
  normalPhrase,
  packsOn,
  parseSettings,
  readingKey,
  SETTINGS_KEY,
  SETTINGS_VERSION,
  type Settings,
  SPARED,
  storedForm,
  updateSettings,
  watchSettings,
  withKind,
  withPhrase,
  withSite,
  withSiteLevel,
} from '@/lib/settings';
import fc from '../property';

/** What each version stored, as it lay in storage. */
const STORED = Object.entries(
  import.meta.glob<Record<string, unknown>>('./stored/settings-*.json', { import: 'default', eager: true }),
)
  .map(([path, record]) => ({ version: Number(/(\d+)\.json$/.exec(path)?.[1]), record }))
  .sort((a, b) => a.version - b.version);

describe('parseSettings', () => {
  it('gives the defaults for anything that is no settings at all', () => {
    for (const rubbish of [undefined, null, 7, 'x', [], [1], () => 1, Number.NaN]) {
      expect(parseSettings(rubbish)).toEqual(defaultSettings());
    }
  });

  it('keeps the good fields of a damaged record', () => {
    const damaged = {
      version: 1,
      level: 'onion',
      enabled: 'yes',
      sitesOff: ['a.com', 7, 'A.com', ''],
      kindsOff: 'all',
      side: 3,
    };
    expect(parseSettings(damaged)).toEqual({ ...defaultSettings(), level: 'onion', sitesOff: ['a.com'] });
  });

  it('reads a record from before there was a density, and calls nothing in it damaged', () => {
    const { density, ...older } = storedForm({ ...defaultSettings(), level: 'onion' });
    expect(density).toBe('normal');
    expect(parseSettings(older)).toEqual({ ...defaultSettings(), level: 'onion' });
    expect(damagedFields(older)).toEqual([]);
    expect(parseSettings({ ...older, density: 'fewer' }).density).toBe('fewer');
    expect(damagedFields({ ...older, density: 'most' })).toEqual(['density']);
    expect(parseSettings({ ...older, density: 'most' }).density).toBe('normal');
  });

  it('survives anything and always gives something it would store the same way', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const settings = parseSettings(value);
        expect(parseSettings(storedForm(settings))).toEqual(settings);
      }),
    );
  });

  it.each(STORED)(
    'reads a record of version $version as it was meant, and calls nothing in it damaged',
    ({ version, record }) => {
      const meant = {
        ...defaultSettings(),
        level: 'onion',
        density: 'fewer',
        sitesOff: ['example.com', 'example.org'],
        kindsOff: ['launch', 'future-promise'],
        side: 'left',
        badge: false,
        print: true,
      };
      const more = {
        theme: 'dark',
        motion: 'never',
        spared: ['Acme', 'AI for good'],
        packs: ['abc', 'def'],
        packsOff: ['def'],
      };
      expect(parseSettings(record)).toEqual(version < 2 ? meant : { ...meant, ...more });
      expect(damagedFields(record)).toEqual([]);
    },
  );

  it('has a record of every version to read', () => {
    expect(STORED.map(({ version }) => version)).toEqual(Array.from({ length: SETTINGS_VERSION }, (_, i) => i + 1));
  });

  it('stores the version it was written with', () => {
    expect(storedForm(defaultSettings())).toMatchObject({ version: SETTINGS_VERSION });
  });
});

describe('phrases to leave alone', () => {
  it('are kept as typed, once, whatever their case', () => {
    const one = withPhrase(defaultSettings(), '  Acme \n Corp ', true);
    expect(one.spared).toEqual(['Acme Corp']);
    expect(withPhrase(one, 'ACME corp', true).spared).toEqual(['ACME corp']);
    expect(withPhrase(one, 'acme corp', false).spared).toEqual([]);
  });

  it('lose none of a full list to one more', () => {
    const full = { ...defaultSettings(), spared: Array.from({ length: SPARED.most }, (_, n) => `phrase ${n}`) };
    expect(() => withPhrase(full, 'one more', true)).toThrow(/list is full/);
    expect(withPhrase(full, 'Phrase 7', true).spared).toHaveLength(SPARED.most);
    expect(withPhrase(full, 'phrase 7', false).spared).toHaveLength(SPARED.most - 1);
  });

  it('refuse what would leave everything alone, and what cannot be read', () => {
    for (const bad of ['', ' ', 'a', '…', '--', 'a\u0000b', 'a\u202Eb', 'x'.repeat(81)]) {
      expect(normalPhrase(bad)).toBeNull();
      expect(withPhrase(defaultSettings(), bad, true)).toEqual(defaultSettings());
    }
    for (const good of ['AI', 'Größe', '人工', 'at scale', '4o']) expect(normalPhrase(good)).toBe(good);
  });

  it('ask for another reading, as packs do, and looks do not', () => {
    const now = { ...defaultSettings(), packs: ['a', 'b'], packsOff: ['b'] };
    for (const looks of [{ theme: 'dark' }, { motion: 'never' }, { side: 'left' }, { packs: ['b', 'a'] }] as const)
      expect(readingKey({ ...now, ...looks } as Settings)).toBe(readingKey(now));
    for (const change of [{ spared: ['Acme'] }, { packsOff: [] }, { density: 'all' }] as const)
      expect(readingKey({ ...now, ...change } as Settings)).not.toBe(readingKey(now));
    expect(packsOn(now)).toEqual(['a']);
  });
});

describe('sites and kinds', () => {
  it('switches one host off and on again, with or without www.', () => {
    const off = withSite(defaultSettings(), 'www.Example.com', false);
    expect(off.sitesOff).toEqual(['example.com']);
    expect(isOn(off, 'www.example.com')).toBe(false);
    expect(isOn(off, 'example.org')).toBe(true);
    expect(withSite(off, 'example.com', true)).toEqual(defaultSettings());
  });

  it('is off everywhere under the master switch', () => {
    expect(isOn({ ...defaultSettings(), enabled: false }, 'example.com')).toBe(false);
  });

  it('keeps a list of off sites that stays readable', () => {
    const hosts = Array.from({ length: MOST_SITES + 5 }, (_, i) => `a${i}.com`);
    const full = parseSettings({ version: SETTINGS_VERSION, sitesOff: hosts });
    expect(full.sitesOff).toHaveLength(MOST_SITES);
    expect(() => withSite(full, 'one-more.com', false)).toThrow(/list of sites .* is full/);
    expect(withSite(full, 'a0.com', false).sitesOff).toHaveLength(MOST_SITES);
    expect(withSite(full, 'a0.com', true).sitesOff).toHaveLength(MOST_SITES - 1);
  });

  it('keeps a dial for a site, and drops what is none', () => {
    const own = withSiteLevel(defaultSettings(), 'www.a.com', 'onion');
    expect(own.siteLevels).toEqual({ 'a.com': 'onion' });
    expect([levelOn(own, 'a.com'), levelOn(own, 'b.com'), levelOn(own, 'toString')]).toEqual([
      'onion',
      'roast',
      'roast',
    ]);
    expect(withSiteLevel(own, 'a.com', null)).toEqual(defaultSettings());
    const stored = { ...storedForm(own), siteLevels: { 'a.com': 'onion', 'B.com': 'onion', 'c.com': 'loud' } };
    expect(parseSettings(stored).siteLevels).toEqual({ 'a.com': 'onion' });
    expect(damagedFields(stored)).toEqual(['siteLevels']);
    expect(damagedFields(storedForm(own))).toEqual([]);
    for (const rubbish of ['a.com', 7, ['a.com'], null])
      expect(damagedFields({ ...stored, siteLevels: rubbish })).toEqual(['siteLevels']);
  });

  it('refuses what cannot be a host', () => {
    for (const bad of ['', '   ', 'a b', 'x/y', 'x'.repeat(300)]) expect(normalHost(bad)).toBeNull();
    expect(normalHost('127.0.0.1')).toBe('127.0.0.1');
    expect(normalHost('Press_Room.example.com')).toBe('press_room.example.com');
    expect(withSite(defaultSettings(), 'a b', false)).toEqual(defaultSettings());
  });

  it('keeps what was chosen among the kinds of announcement as among those of claim', () => {
    const off = withKind(withKind(defaultSettings(), 'launch', false), 'future-promise', false);
    expect(parseSettings(storedForm(off)).kindsOff).toEqual(['launch', 'future-promise']);
  });

  it('hides and shows a kind without listing it twice', () => {
    const off = withKind(withKind(defaultSettings(), 'future-promise', false), 'future-promise', false);
    expect(off.kindsOff).toEqual(['future-promise']);
    expect(withKind(off, 'future-promise', true).kindsOff).toEqual([]);
  });
});

describe('storage', () => {
  beforeEach(() => fakeBrowser.reset());
  afterEach(() => vi.restoreAllMocks());

  it('loads the defaults from an empty or corrupted store', async () => {
    expect(await loadSettings()).toEqual(defaultSettings());
    await fakeBrowser.storage.local.set({ [SETTINGS_KEY]: '{"level":' });
    expect(await loadSettings()).toEqual(defaultSettings());
  });

  it('does not overwrite what another page saved meanwhile', async () => {
    await updateSettings((now) => withSite(now, 'a.com', false));
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    expect(await loadSettings()).toMatchObject({ level: 'onion', sitesOff: ['a.com'] });
  });

  it('says so in words when the disk is full, and loses nothing', async () => {
    await updateSettings((now) => ({ ...now, level: 'eyebrow' }));
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await expect(updateSettings((now) => ({ ...now, level: 'onion' }))).rejects.toThrow(/would not save/);
    expect((await loadSettings()).level).toBe('eyebrow');
  });

  it('tells every watcher until it stops listening', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    watchSettings((settings) => seen.push(settings.level), controller.signal);
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    controller.abort();
    await updateSettings((now) => ({ ...now, level: 'straight' }));
    expect(seen).toEqual(['onion']);
  });
});
