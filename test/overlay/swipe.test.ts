// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSurface } from '@/lib/overlay/surface';
import { watchSwipe } from '@/lib/overlay/swipe';

let controller = new AbortController();
let went: unknown[] = [];
beforeEach(() => {
  controller = new AbortController();
  went = [];
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

/** A card with a button on it, 40 pixels wide; what the reader's finger comes to is in `went`. */
function sheet(className = 'card low') {
  const { sheet, root, attach } = createSurface(document, controller.signal);
  attach();
  const card = sheet.appendChild(document.createElement('div'));
  card.className = className;
  const button = card.appendChild(document.createElement('button'));
  button.getBoundingClientRect = () => new DOMRect(180, 680, 60, 44);
  button.addEventListener('click', () => went.push('pressed'));
  watchSwipe(root, { across: (by) => went.push(by), down: () => went.push('down') }, controller.signal);
  return { card, button };
}

function pointer(on: Element, type: string, x: number, y: number, pointerType = 'touch') {
  const event = new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y });
  on.dispatchEvent(Object.assign(event, { pointerType, isPrimary: true, pointerId: 3 }));
}

function touch(on: Element, type: string, x: number, y: number, fingers = 1) {
  const finger = { identifier: 7, clientX: x, clientY: y };
  const event = new Event(type, { bubbles: true, composed: true });
  on.dispatchEvent(Object.assign(event, { touches: Array(fingers).fill(finger), changedTouches: [finger] }));
}

describe('a finger drawn across the sheet', () => {
  function swiped(dx: number, dy: number, over: { type?: string; selector?: string; cancel?: boolean } = {}) {
    went = [];
    const { card } = sheet(over.selector);
    pointer(card, 'pointerdown', 200, 700, over.type);
    if (over.cancel) pointer(card, 'pointercancel', 200, 700, over.type);
    pointer(card, 'pointerup', 200 + dx, 700 + dy, over.type);
    return went;
  }

  it('goes on when drawn to the left, and back when drawn to the right', () => {
    expect(swiped(-90, 10)).toEqual([1]);
    expect(swiped(90, -10)).toEqual([-1]);
  });

  it('goes nowhere when it taps, scrolls or slants, or when it is a mouse', () => {
    expect(swiped(-10, 0)).toEqual([]);
    expect(swiped(-60, 50)).toEqual([]);
    expect(swiped(-90, 0, { cancel: true })).toEqual([]);
    expect(swiped(-90, 0, { type: 'mouse' })).toEqual([]);
    expect(swiped(-90, 0, { selector: 'card' })).toEqual([]);
  });
});

describe('a finger that slips on a button', () => {
  function slipped(dx: number, how: { tap?: boolean; scrolls?: boolean } = {}) {
    vi.useFakeTimers();
    went = [];
    const { button } = sheet();
    pointer(button, 'pointerdown', 200, 700);
    if (how.scrolls) pointer(button, 'pointercancel', 200, 700);
    pointer(button, 'pointerup', 200 + dx, 704);
    if (how.tap) button.click();
    vi.advanceTimersByTime(500);
    return went;
  }

  it('presses it, once, also where the browser takes it for a tap', () => {
    expect(slipped(24)).toEqual(['pressed']);
    expect(slipped(24, { tap: true })).toEqual(['pressed']);
    expect(slipped(3, { tap: true })).toEqual(['pressed']);
  });

  it('presses it with the next tap, too, of which the browser may say nothing', () => {
    vi.useFakeTimers();
    const { card, button } = sheet();
    const tap = (on: Element, dx: number) => {
      pointer(on, 'pointerdown', 200, 700);
      pointer(on, 'pointerup', 200 + dx, 700);
      vi.advanceTimersByTime(500);
    };
    tap(card, -30);
    tap(button, 0);
    expect(went).toEqual(['pressed']);
    tap(button, 0);
    expect(went).toEqual(['pressed']);
  });

  it('presses it once where the browser says late that it was a tap, and again with the next finger', () => {
    vi.useFakeTimers();
    went = [];
    const { button } = sheet();
    pointer(button, 'pointerdown', 200, 700);
    pointer(button, 'pointerup', 224, 704);
    vi.advanceTimersByTime(400);
    button.click();
    expect(went).toEqual(['pressed']);
    pointer(button, 'pointerdown', 200, 700);
    pointer(button, 'pointerup', 200, 700);
    button.click();
    expect(went).toEqual(['pressed', 'pressed']);
    pointer(button, 'pointerdown', 200, 700);
    pointer(button, 'pointerup', 224, 704);
    vi.advanceTimersByTime(3_000);
    // From the keyboard, some time after.
    button.click();
    expect(went).toEqual(Array(4).fill('pressed'));
  });

  it('does not when it left the button, scrolled, or is the browser’s to judge', () => {
    expect(slipped(-30)).toEqual([]);
    expect(slipped(24, { scrolls: true })).toEqual([]);
    expect(slipped(3)).toEqual([]);
  });
});

describe('a finger drawn down the sheet', () => {
  function drawn(to: [x: number, y: number][], over: { selector?: string; scrolled?: number; fingers?: number } = {}) {
    went = [];
    const { card } = sheet(over.selector);
    card.scrollTop = over.scrolled ?? 0;
    touch(card, 'touchstart', 200, 500, over.fingers);
    const held = to.map(([x, y]) => {
      touch(card, 'touchmove', x, y);
      return card.style.translate;
    });
    touch(card, 'touchend', ...(to.at(-1) ?? [200, 500]));
    expect(card.style.translate).toBe('');
    return [...held, ...went];
  }

  it('takes the sheet along and closes it', () => {
    expect(
      drawn([
        [200, 530],
        [205, 600],
      ]),
    ).toEqual(['0px 30px', '0px 100px', 'down']);
  });

  it('puts it back after a short way, or one aslant', () => {
    expect(drawn([[200, 540]])).toEqual(['0px 40px']);
    expect(drawn([[280, 560]])).toEqual(['']);
  });

  it('is left to the browser where the sheet has scrolled or scrolls, where there are two, and on a card', () => {
    expect(drawn([[200, 600]], { scrolled: 40 })).toEqual(['']);
    expect(drawn([[200, 600]], { fingers: 2 })).toEqual(['']);
    expect(drawn([[200, 600]], { selector: 'card' })).toEqual(['']);
    expect(
      drawn([
        [200, 460],
        [200, 600],
      ]),
    ).toEqual(['', '']);
  });

  it('finds the sheet marked where it has scrolled, for the style sheet to leave the finger to the browser', () => {
    const { card } = sheet();
    for (const [top, marked] of [
      [30, true],
      [0, false],
    ] as const) {
      card.scrollTop = top;
      card.dispatchEvent(new Event('scroll'));
      expect(card.hasAttribute('scrolled')).toBe(marked);
    }
  });

  it('leaves the sheet where it was when the browser takes the touch away', () => {
    const { card } = sheet();
    touch(card, 'touchstart', 200, 500);
    touch(card, 'touchmove', 200, 600);
    touch(card, 'touchcancel', 200, 600);
    touch(card, 'touchend', 200, 600);
    expect([card.style.translate, went]).toEqual(['', []]);
  });
});
