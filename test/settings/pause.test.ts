import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  followSettingsFor,
  loadPause,
  loadSettingsFor,
  PAUSE_KEY,
  parsePause,
  pause,
  resume,
  resumeAtStart,
  type Settings,
  updateSettings,
  withSite,
  withSiteLevel,
} from '@/lib/settings';

const HOUR = 3_600_000;

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a pause', () => {
  it.each([undefined, null, 7, 'restart', {}, { until: 'never' }, { until: -1 }, { until: Number.NaN }])(
    'is none in %j',
    (value) => {
      expect(parsePause(value)).toBeNull();
    },
  );

  it('ends with its hour, and does not outlast a clock that was set back', () => {
    expect(parsePause({ until: 1000 + HOUR }, 1000)).toEqual({ until: 1000 + HOUR });
    expect(parsePause({ until: 1000 }, 1000)).toBeNull();
    expect(parsePause({ until: 1000 + 2 * HOUR }, 1000)).toBeNull();
  });

  it('until a restart ends at the start of the browser, one of an hour does not', async () => {
    await pause('restart');
    expect(await loadPause()).toEqual({ until: 'restart' });
    await resumeAtStart();
    expect(await loadPause()).toBeNull();
    await pause('hour');
    await resumeAtStart();
    expect(await loadPause()).not.toBeNull();
    await resume();
    expect(await loadPause()).toBeNull();
  });

  it('that could not be kept is no pause, and says so', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    await expect(pause('hour')).rejects.toThrow(/Peel is on as before/);
  });
});

describe('what holds on a page', () => {
  it('is the dial of its site where it has one', async () => {
    await updateSettings((now) => withSiteLevel({ ...now, level: 'eyebrow' }, 'www.a.com', 'onion'));
    expect((await loadSettingsFor('www.a.com')).level).toBe('onion');
    expect((await loadSettingsFor('b.com')).level).toBe('eyebrow');
    await updateSettings((now) => withSiteLevel(now, 'a.com', null));
    expect((await loadSettingsFor('a.com')).level).toBe('eyebrow');
  });

  it('is off where storage cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    expect(await loadSettingsFor('a.com')).toMatchObject({ enabled: false, unread: true });
  });

  it('is off where storage gives no answer, and as chosen once it does; nothing is written meanwhile', async () => {
    vi.useFakeTimers();
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    const kept = await fakeBrowser.storage.local.get(null);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    let answer = (_: object) => {};
    const hanging = vi
      .spyOn(fakeBrowser.storage.local, 'get')
      .mockReturnValue(new Promise((resolve) => (answer = resolve)) as never);
    const seen: Settings[] = [];
    const ending = new AbortController();
    const first = Promise.all([
      followSettingsFor('a.com', (next) => seen.push(next), ending.signal),
      loadSettingsFor('a.com'),
    ]);
    await vi.advanceTimersByTimeAsync(4000);
    expect((await first).map(({ enabled, unread }) => `${enabled} ${unread}`)).toEqual(['false true', 'false true']);
    expect(seen).toEqual([]);
    hanging.mockRestore();
    answer(kept);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([expect.objectContaining({ enabled: true, level: 'onion' })]);
    expect(seen[0]).not.toHaveProperty('unread');
    expect(set).not.toHaveBeenCalled();
    ending.abort();
    vi.useRealTimers();
  });

  it('is asked for again on return from the cache, where the browser drops the answer, and once', async () => {
    vi.useFakeTimers();
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    const kept = await fakeBrowser.storage.local.get(null);
    const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockReturnValueOnce(new Promise(() => undefined) as never);
    const ending = new AbortController();
    const seen: Settings[] = [];
    const first = followSettingsFor('a.com', (next) => seen.push(next), ending.signal);
    show(false);
    expect(get).toHaveBeenCalledTimes(1);
    show(true);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await first).toMatchObject({ enabled: true, level: 'onion' });
    expect(get).toHaveBeenCalledTimes(2);
    show(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(get).toHaveBeenCalledTimes(2);
    // Also where Peel has given up waiting for it.
    get.mockReturnValueOnce(new Promise(() => undefined) as never);
    const late = followSettingsFor('a.com', (next) => seen.push(next), ending.signal);
    await vi.advanceTimersByTimeAsync(4000);
    expect((await late).unread).toBe(true);
    get.mockResolvedValue(kept as never);
    show(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([expect.objectContaining({ enabled: true, level: 'onion' })]);
    ending.abort();
  });

  it('is told when a choice changes, when a pause begins and when it ends by itself', async () => {
    const seen: Settings[] = [];
    const ending = new AbortController();
    expect((await followSettingsFor('a.com', (next) => seen.push(next), ending.signal)).enabled).toBe(true);
    await updateSettings((now) => withSite(now, 'b.com', false));
    await vi.waitFor(() => expect(seen.at(-1)?.sitesOff).toEqual(['b.com']));
    await pause('hour');
    await vi.waitFor(() => expect(seen.at(-1)?.enabled).toBe(false));
    await fakeBrowser.storage.local.set({ [PAUSE_KEY]: { until: Date.now() + 60 } });
    await vi.waitFor(() => expect(seen.at(-1)?.enabled).toBe(true));
    ending.abort();
    const told = seen.length;
    await pause('restart');
    await new Promise((done) => setTimeout(done, 20));
    expect(seen).toHaveLength(told);
  });
});
