import { describe, expect, it } from 'vitest';
import { placeCard } from '@/lib/overlay/place';
import fc from '../property';

const view = { left: 0, top: 1000, right: 1440, bottom: 1900 };
const column = { left: 400, right: 900, top: 0, bottom: 4000 };
const size = { width: 356, height: 500 };

describe('placeCard', () => {
  it('stands beside the column where there is room, on the side of the notes', () => {
    const claim = { left: 450, right: 880, top: 1200, bottom: 1260 };
    expect(placeCard(claim, column, size, view, 'right')).toMatchObject({ left: 920, top: 1190 });
    expect(placeCard(claim, column, size, view, 'left').left).toBe(24);
  });

  it('goes under the claim on a phone, or above it when there is more room', () => {
    const phone = { left: 0, top: 0, right: 390, bottom: 844 };
    const narrow = { ...column, left: 18, right: 372 };
    const high = placeCard({ left: 20, right: 370, top: 60, bottom: 110 }, narrow, size, phone, 'right');
    expect(high.top).toBe(120);
    const low = placeCard({ left: 20, right: 370, top: 700, bottom: 750 }, narrow, size, phone, 'right');
    expect(low.top + Math.min(size.height, low.maxHeight)).toBeLessThanOrEqual(690);
  });

  it('keeps off the bars that float over the page, unless it could not be read there', () => {
    const phone = { left: 0, top: 0, right: 390, bottom: 844 };
    const narrow = { ...column, left: 18, right: 372 };
    const at = (top: number, bottom: number, bars: { top?: number; bottom?: number }) =>
      placeCard({ left: 20, right: 370, top, bottom }, narrow, size, phone, 'right', { ...phone, ...bars });
    const under = at(300, 350, { bottom: 784 });
    expect([under.top, under.top + under.maxHeight]).toEqual([360, 776]);
    const above = at(600, 650, { top: 60 });
    expect(above.top).toBeGreaterThanOrEqual(68);
    expect(above.top + Math.min(size.height, above.maxHeight)).toBe(590);
    // Two hundred pixels under the claim, and as many above it.
    const tight = at(400, 450, { top: 180, bottom: 664 });
    expect(tight).toEqual(at(400, 450, {}));
    const wide = { left: 450, right: 880, top: 1010, bottom: 1060 };
    expect(placeCard(wide, column, size, view, 'right', { ...view, top: 1080 }).top).toBe(1088);
  });

  it('stays in the window and off the claim wherever the claim is in sight', () => {
    const cases = fc.record({
      left: fc.integer({ min: 0, max: 1000 }),
      width: fc.integer({ min: 20, max: 400 }),
      top: fc.integer({ min: 0, max: 600 }),
      lines: fc.integer({ min: 1, max: 4 }),
      viewWidth: fc.integer({ min: 390, max: 1900 }),
      height: fc.integer({ min: 80, max: 1200 }),
      withColumn: fc.boolean(),
      prefer: fc.constantFrom('left' as const, 'right' as const),
      header: fc.integer({ min: 0, max: 300 }),
      footer: fc.integer({ min: 0, max: 300 }),
    });
    fc.assert(
      fc.property(cases, ({ left, width, top, lines, viewWidth, height, withColumn, prefer, header, footer }) => {
        const window = { left: 0, top: 0, right: viewWidth, bottom: 800 };
        const start = Math.min(left, viewWidth - 30);
        const claim = { left: start, right: Math.min(start + width, viewWidth), top, bottom: top + lines * 24 };
        const around = withColumn ? { left: start, right: claim.right, top: 0, bottom: 5000 } : null;
        const card = { width: Math.min(356, viewWidth - 16), height };
        const place = placeCard(claim, around, card, window, prefer, {
          ...window,
          top: header,
          bottom: 800 - footer,
        });
        const shown = Math.min(height, place.maxHeight);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.left + card.width).toBeLessThanOrEqual(viewWidth);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.top + shown).toBeLessThanOrEqual(800);
        const apart =
          place.left >= claim.right ||
          place.left + card.width <= claim.left ||
          place.top >= claim.bottom ||
          place.top + shown <= claim.top;
        expect(apart).toBe(true);
      }),
    );
  });
});
