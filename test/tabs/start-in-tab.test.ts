import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { startIn } from '@/lib/tabs/start-in-tab';
import { statusFixture } from '../status-fixture';

/** Tabs where Peel runs, and one that is loading for ever: what is to run in it never does. */
const running = new Set<number>();
const LOADING = 1;

beforeEach(() => {
  running.clear();
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (tab) => {
    if (!running.has(tab)) throw new Error('no receiver');
    return statusFixture();
  });
  const runs = async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
    if (target.tabId === LOADING) return new Promise(() => undefined);
    // Whoever looks in between finds nothing yet.
    await Promise.resolve();
    if (files) running.add(target.tabId);
    return [{ result: 'text/html' }];
  };
  Object.assign(browser, { scripting: { insertCSS: vi.fn(async () => undefined), executeScript: vi.fn(runs) } });
});
afterEach(() => vi.restoreAllMocks());

describe('starting Peel in a tab', () => {
  const starts = () =>
    vi.mocked(browser.scripting.executeScript).mock.calls.filter(([injection]) => 'files' in injection).length;

  it('happens once, however many ask', async () => {
    await Promise.all([startIn(2), startIn(2), startIn(2)]);
    expect(starts()).toBe(1);
  });

  it('waits for no other tab: one may be loading for ever', async () => {
    void startIn(LOADING).catch(() => undefined);
    await startIn(2);
    expect([...running]).toEqual([2]);
  });

  it('says that the page does not answer where it was asked before and is not done: nothing is being saved', async () => {
    vi.useFakeTimers();
    void startIn(LOADING).catch(() => undefined);
    const again = expect(startIn(LOADING)).rejects.toThrow(/the page does not answer/);
    await vi.advanceTimersByTimeAsync(6000);
    await again;
    vi.useRealTimers();
  });
});
