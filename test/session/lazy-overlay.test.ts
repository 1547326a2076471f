// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Overlay, OverlayView } from '@/lib/overlay';
import { lazyOverlay } from '@/lib/session/lazy-overlay';

const view = (level: OverlayView['level']) => ({ level }) as OverlayView;

function realOne() {
  const overlay = {
    paint: vi.fn(),
    open: vi.fn(),
    hide: vi.fn(),
    clear: vi.fn(),
    isOwn: () => true,
    verify: () => [3],
    places: () => [],
  };
  return overlay as unknown as Overlay & typeof overlay;
}

const highlights = new Map<string, unknown>();
beforeEach(() => vi.stubGlobal('CSS', { highlights }));
afterEach(() => {
  vi.unstubAllGlobals();
  highlights.clear();
});

describe('lazyOverlay', () => {
  it('takes away what an earlier Peel left on the page, and nothing else', () => {
    const mine = document.createElement('peel-margin');
    const theirs = document.createElement('peel-margin');
    document.documentElement.append(mine);
    document.body.append(theirs);
    for (const name of ['peel-work', 'find-results', 'peel-active', 'appeel-']) highlights.set(name, {});
    lazyOverlay(vi.fn(), vi.fn());
    expect(mine.isConnected).toBe(false);
    expect(theirs.isConnected).toBe(true);
    theirs.remove();
    expect([...highlights.keys()]).toEqual(['find-results', 'appeel-']);
  });

  it('loads nothing until there is something to paint', () => {
    const load = vi.fn();
    const overlay = lazyOverlay(load, vi.fn());
    overlay.clear();
    overlay.hide(true);
    overlay.next();
    expect(overlay.verify()).toEqual([]);
    expect(overlay.isOwn({} as Node)).toBe(false);
    expect(overlay.isFaded()).toBe(false);
    expect(load).not.toHaveBeenCalled();
  });

  it('paints the last view wished for while it was loading, once', async () => {
    const real = realOne();
    const load = vi.fn(async () => real);
    const overlay = lazyOverlay(load, vi.fn());
    overlay.paint(view('roast'));
    overlay.paint(view('onion'));
    overlay.open(2);
    await vi.waitFor(() => expect(real.open).toHaveBeenCalledWith(2));
    expect(load).toHaveBeenCalledTimes(1);
    expect(real.paint.mock.calls).toEqual([[view('onion')]]);
    overlay.paint(view('straight'));
    expect(real.paint).toHaveBeenLastCalledWith(view('straight'));
  });

  it('paints nothing that was taken back meanwhile', async () => {
    const real = realOne();
    const overlay = lazyOverlay(async () => real, vi.fn());
    overlay.paint(view('roast'));
    overlay.clear();
    await vi.waitFor(() => expect(overlay.verify()).toEqual([3]));
    expect(real.paint).not.toHaveBeenCalled();
  });

  it('says so when it cannot be loaded, and tries again', async () => {
    const real = realOne();
    const failed = vi.fn();
    const load = vi.fn<() => Promise<Overlay>>().mockRejectedValueOnce(new Error('no')).mockResolvedValue(real);
    const overlay = lazyOverlay(load, failed);
    overlay.paint(view('roast'));
    await vi.waitFor(() => expect(failed).toHaveBeenCalledTimes(1));
    overlay.paint(view('roast'));
    await vi.waitFor(() => expect(real.paint).toHaveBeenCalledTimes(1));
  });
});
