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

  it('until a restart ends, though storage is slow to tell of it at the start', async () => {
    vi.useFakeTimers();
    await pause('restart');
    const kept = await fakeBrowser.storage.local.get(PAUSE_KEY);
    let tell = (_kept: object) => {};
    vi.spyOn(fakeBrowser.storage.local, 'get').mockReturnValueOnce(new Promise((resolve) => (tell = resolve)) as never);
    const started = resumeAtStart();
    await vi.advanceTimersByTimeAsync(4000);
    await started;
    expect(await loadPause()).not.toBeNull();
    tell(kept);
    await vi.advanceTimersByTimeAsync(0);
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

  describe('on return from the cache', () => {
    const page = new EventTarget();
    const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
    let ending = new AbortController();
    let seen: Settings[] = [];
    const start = () => followSettingsFor('a.com', (next) => seen.push(next), ending.signal);
    beforeEach(async () => {
      vi.useFakeTimers();
      vi.stubGlobal('window', page);
      ending = new AbortController();
      seen = [];
      await updateSettings((now) => ({ ...now, level: 'onion' }));
    });
    afterEach(() => ending.abort());

    it('is asked for again where the browser drops the answer, and once', async () => {
      const get = vi.spyOn(fakeBrowser.storage.local, 'get').mockReturnValueOnce(new Promise(() => undefined) as never);
      const first = start();
      show(false);
      expect(get).toHaveBeenCalledTimes(1);
      show(true);
      await vi.advanceTimersByTimeAsync(4000);
      expect(await first).toMatchObject({ enabled: true, level: 'onion' });
      expect(get).toHaveBeenCalledTimes(2);
      // Also where Peel has given up waiting for it.
      get.mockReturnValueOnce(new Promise(() => undefined) as never);
      ending.abort();
      ending = new AbortController();
      const late = start();
      await vi.advanceTimersByTimeAsync(4000);
      expect((await late).unread).toBe(true);
      show(true);
      await vi.advanceTimersByTimeAsync(0);
      expect(seen.at(-1)).toMatchObject({ enabled: true, level: 'onion' });
    });

    it('is what was chosen meanwhile, and a pause that began there ends here', async () => {
      await start();
      const until = Date.now() + 10_000;
      // No event: the page lies in the cache.
      const kept = await fakeBrowser.storage.local.get(null);
      const get = vi.spyOn(fakeBrowser.storage.local, 'get');
      get.mockResolvedValueOnce({ ...kept, [PAUSE_KEY]: { until } } as never);
      show(true);
      await vi.advanceTimersByTimeAsync(9_000);
      expect(seen.map(({ enabled }) => enabled)).toEqual([false]);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(seen.map(({ enabled }) => enabled)).toEqual([false, true]);
      // Where storage does not say, what stood there stands.
      get.mockRejectedValue(new Error('broken'));
      show(true);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(seen).toHaveLength(2);
    });
  });

  it('is on again soon after a computer wakes that slept through the rest of a pause', async () => {
    vi.useFakeTimers();
    await pause('hour');
    const seen: Settings[] = [];
    const ending = new AbortController();
    expect((await followSettingsFor('a.com', (next) => seen.push(next), ending.signal)).enabled).toBe(false);
    await vi.advanceTimersByTimeAsync(HOUR / 2);
    expect(seen).toEqual([]);
    // The clock went on, the timers did not.
    vi.setSystemTime(Date.now() + HOUR);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(seen.map(({ enabled }) => enabled)).toEqual([true]);
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
