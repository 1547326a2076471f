// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSurface } from '@/lib/overlay/surface';
import { watchSwipe } from '@/lib/overlay/swipe';

let controller = new AbortController();
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => controller.abort());

describe('a finger on the sheet', () => {
  function swiped(dx: number, dy: number, over: { type?: string; selector?: string; cancel?: boolean } = {}) {
    const surface = createSurface(document, controller.signal);
    const card = surface.sheet.appendChild(document.createElement('div'));
    card.className = over.selector ?? 'card low';
    const went = vi.fn();
    watchSwipe(surface.root, went, controller.signal);
    const fire = (type: string, x: number, y: number) => {
      const event = new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y });
      Object.assign(event, { pointerType: over.type ?? 'touch', isPrimary: true, pointerId: 3 });
      card.dispatchEvent(event);
    };
    fire('pointerdown', 200, 700);
    if (over.cancel) fire('pointercancel', 200, 700);
    fire('pointerup', 200 + dx, 700 + dy);
    return went.mock.calls.flat();
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
