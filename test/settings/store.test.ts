import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { digest } from '@/lib/hash';
import { forget, loadMemory, MEMORY_KEY, mute, remember, updateMemory, withMemory } from '@/lib/memory/memory';
import {
  DAMAGED_KEY,
  damagedFields,
  damagedRecord,
  defaultSettings,
  dropDamagedRecord,
  loadPause,
  loadSettings,
  MOST_PACKS,
  MOST_SITES,
  PAUSE_KEY,
  readSettings,
  SETTINGS_KEY,
  type Settings,
  storedForm,
  takenBack,
  troubleWords,
  updateSettings,
  withKind,
  withSite,
  withSiteLevel,
} from '@/lib/settings';
import { exclusively } from '@/lib/storage/lock';

const local = fakeBrowser.storage.local;
const raw = async (key: string) => (await local.get(key))[key];
const put = (settings: Partial<Settings>) =>
  local.set({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), ...settings }) });

/** Storage as slow as a busy disk: each call takes its turn of the event loop, a few ms apart. */
function slow(): void {
  const { get, set } = { get: local.get.bind(local), set: local.set.bind(local) };
  const wait = () => new Promise((resolve) => setTimeout(resolve, 3));
  vi.spyOn(local, 'get').mockImplementation((async (keys: string) => {
    await wait();
    const found = await get(keys);
    await wait();
    return found;
  }) as never);
  vi.spyOn(local, 'set').mockImplementation(async (values) => {
    await wait();
    await set(values);
  });
}
const unreadable = () => vi.spyOn(local, 'get').mockRejectedValue(new Error('An unexpected error occurred'));

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('changing settings', () => {
  it('loses no change of many that are made at once on a slow disk', async () => {
    slow();
    const hosts = Array.from({ length: 12 }, (_, n) => `site-${String(n).padStart(2, '0')}.com`);
    await Promise.all([
      ...hosts.map((host) => updateSettings((now) => withSite(now, host, false))),
      updateSettings((now) => ({ ...now, level: 'onion' })),
      updateSettings((now) => withKind(now, 'future-promise', false)),
    ]);
    expect(await loadSettings()).toMatchObject({ level: 'onion', sitesOff: hosts, kindsOff: ['future-promise'] });
  });

  it('writes nothing after a read that failed, and says so in words', async () => {
    await put({ level: 'onion', sitesOff: ['a.com'], enabled: false });
    const before = await raw(SETTINGS_KEY);
    const failing = unreadable();
    const set = vi.spyOn(local, 'set');
    await expect(updateSettings((now) => ({ ...now, badge: false }))).rejects.toThrow(/nothing was changed/);
    expect(set).not.toHaveBeenCalled();
    failing.mockRestore();
    expect(await raw(SETTINGS_KEY)).toEqual(before);
  });

  it('gives up on storage that never answers, and lets the next one in', async () => {
    vi.useFakeTimers();
    const hanging = vi.spyOn(local, 'get').mockReturnValue(new Promise(() => undefined) as never);
    const set = vi.spyOn(local, 'set');
    const refused = expect(updateSettings((now) => now)).rejects.toThrow(/nothing was changed/);
    await vi.advanceTimersByTimeAsync(4000);
    await refused;
    expect(set).not.toHaveBeenCalled();
    hanging.mockRestore();
    vi.useRealTimers();
    await expect(updateSettings((now) => ({ ...now, level: 'onion' }))).resolves.toMatchObject({
      after: { level: 'onion' },
    });
  });

  it('says that a save is not known to have been made where storage never says so, and lets the next one in', async () => {
    vi.useFakeTimers();
    const hanging = vi.spyOn(local, 'set').mockReturnValue(new Promise(() => undefined) as never);
    const unsure = expect(updateSettings((now) => ({ ...now, badge: false }))).rejects.toThrow(
      /has not said that this is done/,
    );
    await vi.advanceTimersByTimeAsync(4000);
    await unsure;
    hanging.mockRestore();
    vi.useRealTimers();
    await expect(updateSettings((now) => ({ ...now, level: 'onion' }))).resolves.toMatchObject({
      after: { level: 'onion' },
    });
  });

  it('is off, and without a pause, for whoever reads what storage never hands out', async () => {
    vi.useFakeTimers();
    const hanging = vi.spyOn(local, 'get').mockReturnValue(new Promise(() => undefined) as never);
    const off = { ...defaultSettings(), enabled: false };
    const found = Promise.all([loadSettings(), loadPause(), readSettings()]);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await found).toEqual([off, null, { settings: off, readable: false, damaged: [] }]);
    hanging.mockRestore();
    vi.useRealTimers();
  });

  it('is told what storage says after all, and of a pause', async () => {
    vi.useFakeTimers();
    await local.set({ [SETTINGS_KEY]: { level: 'onion' }, [PAUSE_KEY]: { until: 'restart' } });
    const kept = await local.get(null);
    let answer = (_: object) => {};
    const both = new Promise((resolve) => (answer = resolve));
    const hanging = vi.spyOn(local, 'get').mockReturnValue(both as never);
    const [settings, pause] = [vi.fn(), vi.fn()];
    const found = Promise.all([readSettings(settings), loadPause(pause)]);
    await vi.advanceTimersByTimeAsync(4000);
    await found;
    expect([settings, pause].map((late) => late.mock.calls.length)).toEqual([0, 0]);
    answer(kept);
    await vi.advanceTimersByTimeAsync(0);
    expect(settings.mock.calls).toEqual([
      [{ settings: { ...defaultSettings(), level: 'onion' }, readable: true, damaged: [] }],
    ]);
    expect(pause.mock.calls).toEqual([[{ until: 'restart' }]]);
    hanging.mockRestore();
    vi.useRealTimers();
  });

  it('does not wait for ever behind a writer that hangs', async () => {
    vi.useFakeTimers();
    let release = () => {};
    const first = exclusively('settings', () => new Promise<void>((resolve) => (release = resolve)));
    const second = expect(updateSettings((now) => now)).rejects.toThrow(/still saving/);
    await vi.advanceTimersByTimeAsync(6000);
    await second;
    release();
    await first;
  });

  it('keeps the lock free after a step that throws', async () => {
    const thrown = updateSettings(() => {
      throw new Error('own');
    });
    await expect(thrown).rejects.toThrow('own');
    await expect(updateSettings((now) => now)).resolves.toBeDefined();
  });
});

describe('damaged settings', () => {
  it('says which fields were lost, repairs them with the next change, and keeps what was there aside', async () => {
    const damaged = { version: 1, level: 'onion', sitesOff: 'a.com; b.com', side: 3, badge: false };
    await local.set({ [SETTINGS_KEY]: damaged });
    const found = await readSettings();
    expect(found.damaged).toEqual(['sitesOff', 'side']);
    expect(troubleWords(found)).toContain('the sites you switched off and the side on which notes stand.');
    expect(await damagedRecord()).toBeNull();
    await updateSettings((now) => ({ ...now, enabled: false }));
    expect(await readSettings()).toMatchObject({
      settings: { level: 'onion', enabled: false, sitesOff: [], side: 'auto', badge: false },
      damaged: [],
    });
    expect(await raw(DAMAGED_KEY)).toEqual(damaged);
    expect(await damagedRecord()).toContain('a.com; b.com');
    await dropDamagedRecord();
    expect(await damagedRecord()).toBeNull();
  });

  it('keeps the reader’s record whole when repair cannot be saved', async () => {
    await local.set({ [SETTINGS_KEY]: 'rubbish' });
    vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    await expect(updateSettings((now) => now)).rejects.toThrow(/would not save/);
    expect(await raw(SETTINGS_KEY)).toBe('rubbish');
  });

  it('takes an empty store, a missing field and an unknown kind for no damage', async () => {
    expect((await readSettings()).damaged).toEqual([]);
    await local.set({ [SETTINGS_KEY]: { version: 1, level: 'onion', kindsOff: ['a-kind-of-tomorrow'] } });
    const found = await readSettings();
    expect(found.damaged).toEqual([]);
    expect(troubleWords(found)).toBe('');
    await updateSettings((now) => now);
    expect(await raw(DAMAGED_KEY)).toBeUndefined();
  });

  it.each([7, 'text', [1], true])('calls %j damaged in every field', async (rubbish) => {
    await local.set({ [SETTINGS_KEY]: rubbish });
    const found = await readSettings();
    expect(found.damaged).toEqual(Object.keys(defaultSettings()));
    expect(found.settings).toEqual(defaultSettings());
  });

  it('keeps Peel off, and says why, where nothing can be read', async () => {
    await put({ enabled: true });
    unreadable();
    const found = await readSettings();
    expect(found).toMatchObject({ readable: false, settings: { enabled: false } });
    expect(troubleWords(found)).toMatch(/does not show Peel your settings/);
    expect((await loadSettings()).enabled).toBe(false);
  });
});

describe('taking a change back', () => {
  const start: Settings = { ...defaultSettings(), sitesOff: ['a.com', 'b.com'], kindsOff: ['future-promise'] };

  it('restores only what the change moved', () => {
    const after = withSite(start, 'c.com', false);
    const meanwhile = withKind(withSite({ ...after, level: 'onion' }, 'd.com', false), 'future-promise', true);
    expect(takenBack(start, after)(meanwhile)).toEqual({
      ...start,
      level: 'onion',
      sitesOff: ['a.com', 'b.com', 'd.com'],
      kindsOff: [],
    });
  });

  it('puts packs back into the order they had', () => {
    const before = { ...defaultSettings(), packs: ['a', 'b', 'c'], packsOff: ['a'] };
    const after = { ...before, packs: ['b', 'a', 'c'] };
    expect(takenBack(before, after)(after)).toEqual(before);
    expect(
      takenBack(before, { ...before, packs: ['b', 'c'], packsOff: [] })({ ...before, packs: ['b', 'c', 'd'] }).packs,
    ).toEqual(['b', 'c', 'd', 'a']);
  });

  it('gives back what a reset took, beside what was chosen since', () => {
    const after = defaultSettings();
    const meanwhile = withSite({ ...after, level: 'straight' }, 'e.com', false);
    expect(takenBack({ ...start, side: 'left' }, after)(meanwhile)).toEqual({
      ...start,
      side: 'left',
      level: 'straight',
      sitesOff: ['a.com', 'b.com', 'e.com'],
    });
  });

  it('gives a site back its dial, and leaves those of other sites alone', () => {
    const before: Settings = { ...start, siteLevels: { 'a.com': 'onion', 'b.com': 'roast' } };
    const after = withSiteLevel(withSiteLevel(before, 'a.com', null), 'c.com', 'straight');
    const meanwhile = withSiteLevel(withSiteLevel(after, 'b.com', 'eyebrow'), 'c.com', 'onion');
    expect(takenBack(before, after)(meanwhile).siteLevels).toEqual({
      'a.com': 'onion',
      'b.com': 'eyebrow',
      'c.com': 'onion',
    });
  });

  it('makes no list longer than it may be, which would be read as damage', () => {
    const sitesOff = Array.from({ length: MOST_SITES }, (_, i) => `s${i}.com`).sort();
    const packs = Array.from({ length: MOST_PACKS }, (_, i) => `pack${i}`);
    const before = { ...start, sitesOff, packs };
    const after = { ...before, sitesOff: sitesOff.slice(1), packs: packs.slice(1) };
    const meanwhile = { ...withSite(after, 'z.com', false), packs: [...after.packs, 'newer'] };
    const back = takenBack(before, after)(meanwhile);
    expect(back).toMatchObject({ sitesOff: meanwhile.sitesOff, packs: meanwhile.packs });
    expect(damagedFields(storedForm(back))).toEqual([]);
  });

  it('is exact when nothing else happened, and does nothing twice', () => {
    const more: Settings = { ...start, density: 'all' };
    for (const after of [withSite(start, 'a.com', true), { ...start, badge: false }, more, defaultSettings()]) {
      const back = takenBack(start, after);
      expect(back(after)).toEqual(start);
      expect(back(back(after))).toEqual(start);
    }
  });
});

describe('memory', () => {
  const page = (key: string) => ({ key: digest(key), lines: ['l'], frames: [], shapes: [], muted: [] });

  it('loses no page of many that are read at once', async () => {
    slow();
    await Promise.all(['a', 'b', 'c', 'd'].map((key) => updateMemory((now) => remember(now, page(key)))));
    await updateMemory((now) => mute(now, 'sums'));
    expect((await loadMemory()).pages).toHaveLength(4);
    expect((await loadMemory()).muted).toEqual({ sums: 20 });
  });

  it('is made for one page after the other, and each knows of those before it', async () => {
    slow();
    const before = (key: string) =>
      withMemory((now) => ({ made: now.pages.length, change: (then) => remember(then, page(key)) }));
    expect(await Promise.all(['a', 'b', 'c'].map(before))).toEqual([0, 1, 2]);
    await updateMemory((now) => now);
    expect((await loadMemory()).pages).toHaveLength(3);
    const failing = withMemory(() => {
      throw new Error('no notes');
    });
    await expect(failing).rejects.toThrow('no notes');
    expect(await before('a')).toBe(3);
    await updateMemory((now) => now);
  });

  it('is asked out of turn where the page before does not end', async () => {
    vi.useFakeTimers();
    let release = () => {};
    const hung = exclusively('memory', () => new Promise<void>((resolve) => (release = resolve)));
    const made = withMemory((now) => ({ made: now.pages.length, change: (then) => remember(then, page('a')) }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await made).toBe(0);
    release();
    await hung;
    await updateMemory((now) => now);
    expect((await loadMemory()).pages).toHaveLength(1);
  });

  it('is never written over by one that could not be read', async () => {
    await updateMemory((now) => remember(now, page('a')));
    const before = await raw(MEMORY_KEY);
    const failing = unreadable();
    await expect(updateMemory((now) => remember(now, page('b')))).rejects.toThrow(/would not keep this/);
    failing.mockRestore();
    expect(await raw(MEMORY_KEY)).toEqual(before);
  });

  it('costs no page its notes where the disk is full', async () => {
    const full = vi.spyOn(local, 'set').mockRejectedValue(new Error('no'));
    const made = await withMemory((now) => ({ made: now.pages.length, change: (then) => remember(then, page('a')) }));
    expect(made).toBe(0);
    await vi.waitFor(() => expect(full).toHaveBeenCalledTimes(1));
    await expect(updateMemory((now) => mute(now, 'sums'))).rejects.toThrow(/would not keep this/);
  });

  it('says so when it cannot be forgotten', async () => {
    vi.spyOn(local, 'remove').mockRejectedValue(new Error('no'));
    await expect(forget()).rejects.toThrow(/would not forget/);
  });
});
