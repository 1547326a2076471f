// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { type CardGround, CardHolder } from '@/lib/overlay/card';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** A window, and a claim at its top. */
function ground(width = 1440, height = 420): CardGround {
  const view = { left: 0, top: 0, right: width, bottom: height };
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
    window: { claim, seen: view, clear: view, height },
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
  const holder = new CardHolder(document.body.appendChild(document.createElement('div')), () => ground());
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

it('keeps its head in sight, as a sheet, when the phone is turned', () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(390);
  const holder = new CardHolder(document.body.appendChild(document.createElement('div')), () => ground(360, 640));
  const view = { key: 'c0', label: 'A claim', tone: 'light', content: null, sheet: true, still: true } as const;
  holder.draw({ ...view, steps: null });
  const most = () => Number.parseInt(holder.element!.style.maxHeight, 10);
  const upright = most();
  expect(upright).toBeGreaterThan(360);
  holder.follow(ground(640, 360));
  expect(most()).toBeLessThan(360 * 0.7);
  holder.follow(ground(360, 640));
  expect(most()).toBe(upright);
});

it('stays at the lower edge of what is seen, as a sheet, when the page is zoomed with two fingers', () => {
  const holder = new CardHolder(document.body.appendChild(document.createElement('div')), () => ground(360, 640));
  const view = { key: 'c0', label: 'A claim', tone: 'light', content: null, sheet: true, still: true } as const;
  holder.draw({ ...view, steps: null });
  expect(holder.element!.style.bottom).toBe('0px');
  const zoomed = ground(360, 640);
  zoomed.window.seen = { left: 40, top: 100, right: 220, bottom: 420 };
  holder.follow(zoomed);
  const { left, width, bottom } = holder.element!.style;
  expect([left, width, bottom]).toEqual(['40px', '180px', '220px']);
});
