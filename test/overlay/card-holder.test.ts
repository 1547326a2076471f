// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { type CardGround, CardHolder } from '@/lib/overlay/card';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A window of 420 pixels, and a claim at its top. */
function ground(): CardGround {
  const view = { left: 0, top: 0, right: 1440, bottom: 420 };
  const claim = { left: 450, right: 880, top: 40, bottom: 60 };
  const column = { left: 400, right: 900, top: 0, bottom: 4000 };
  return {
    claim,
    note: null,
    column,
    obstacles: [],
    view,
    clear: view,
    prefer: 'right',
    window: { claim, seen: view, clear: view, height: 420 },
    scroller: null,
  };
}

it('stays scrolled to what was opened in it when it grows beyond the window', () => {
  let resized: () => void = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
      constructor(callback: () => void) {
        resized = callback;
      }
    },
  );
  let content = 380;
  const most = (element: HTMLElement) => Number.parseInt(element.style.maxHeight || '9999', 10);
  // As a browser does, which lays out when it is asked for a height: what has nothing to scroll is scrolled no longer.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    if (content <= most(this)) this.scrollTop = 0;
    return Math.min(content, most(this));
  });
  const holder = new CardHolder(document.body, ground);
  const view = { key: 'c0', label: 'A claim', tone: 'light', content: null, sheet: false, still: true } as const;
  holder.draw({ ...view, steps: null });
  const { element } = holder;
  expect(most(element!)).toBeLessThan(420);
  content = 700;
  element!.scrollTop = content - most(element!);
  resized();
  expect(most(element!)).toBeLessThan(420);
  expect(element!.scrollTop).toBe(content - most(element!));
});
