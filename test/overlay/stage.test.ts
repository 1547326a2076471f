// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { Box } from '@/lib/overlay/layout';
import { groundOf, type Stage } from '@/lib/overlay/stage';

afterEach(() => document.body.replaceChildren());

const rect = (left: number, top: number, width: number, height: number) => new DOMRect(left, top, width, height);

/** A page measured while it was scrolled down by `then`, and scrolled on to `now` since. */
function scrolledOn(then: number, now: number) {
  const text = document.body.appendChild(document.createElement('p'));
  text.textContent = 'A claim.';
  const claim = document.createRange();
  claim.selectNodeContents(text);
  claim.getBoundingClientRect = () => rect(40, 32_500 - now, 300, 20);
  const sheet = document.createElement('div');
  sheet.getBoundingClientRect = () => rect(0, -now, 1440, 100_000);
  const toSheet = ({ left, top, right, bottom }: Box): Box => ({
    left,
    top: top + then,
    right,
    bottom: bottom + then,
  });
  const margin = { measured: { toSheet, column: null, obstacles: [], scroller: null }, side: null, boxOf: () => null };
  return groundOf({ margin, surface: { sheet } } as unknown as Stage, 'c0', claim);
}

describe('where a card may stand', () => {
  it.each([
    ['at rest', 32_000, 32_000],
    ['right after scrolling, before the page was measured again', 0, 32_000],
    ['right after scrolling up', 32_400, 32_300],
  ])('is beside its claim, in the window: %s', (_, then, now) => {
    const ground = scrolledOn(then, now);
    expect(ground?.claim.top).toBe(32_500);
    expect(ground?.view.top).toBe(now);
    expect(ground?.view.bottom).toBe(now + innerHeight);
    expect(ground?.claim.left).toBe(40);
  });
});
