import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  damagedFields,
  defaultSettings,
  isOn,
  loadSettings,
  MOST_SITES,
  normalHost,
  parseSettings,
  SETTINGS_KEY,
  SETTINGS_VERSION,
  storedForm,
  updateSettings,
  watchSettings,
  withKind,
  withSite,
} from '@/lib/settings';

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

  it('stores the version it was written with', () => {
    expect(storedForm(defaultSettings())).toMatchObject({ version: SETTINGS_VERSION });
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

  it('refuses what cannot be a host', () => {
    for (const bad of ['', '   ', 'a b', 'x/y', 'x'.repeat(300)]) expect(normalHost(bad)).toBeNull();
    expect(normalHost('127.0.0.1')).toBe('127.0.0.1');
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
