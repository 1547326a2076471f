import { describe, expect, it } from 'vitest';
import { grownSheet, placeSheet } from '@/lib/overlay/sheet';
import fc from '../property';

const phone = { left: 0, top: 0, right: 390, bottom: 844 };
const words = (top: number, lines = 3) => ({ left: 18, right: 372, top, bottom: top + lines * 26 });
const far = { up: 5_000, down: 5_000 };

describe('a sheet at the bottom of a phone', () => {
  it('leaves the page where it is if the claim stands clear of it', () => {
    expect(placeSheet(words(120), phone, phone, 400, far)).toMatchObject({ edge: 'bottom', scroll: 0 });
  });

  it('has the claim scrolled up over it, and out from under a bar', () => {
    const { scroll } = placeSheet(words(700), phone, phone, 400, far);
    expect(700 + 78 - scroll).toBeLessThanOrEqual(844 - 400);
    const bar = { ...phone, top: 60 };
    const under = placeSheet(words(20), phone, bar, 400, far);
    expect(under.scroll).toBeLessThan(0);
    expect(20 - under.scroll).toBeGreaterThanOrEqual(60);
  });

  it('goes to the top where the page ends too soon after the claim', () => {
    const { edge, maxHeight, scroll } = placeSheet(words(740), phone, phone, 500, { up: 5_000, down: 60 });
    expect([edge, scroll]).toEqual(['top', 60]);
    expect(maxHeight).toBeLessThanOrEqual(740 - 60);
  });

  it('is rather low than at the top where the page ends a little too soon', () => {
    const { edge, maxHeight, scroll } = placeSheet(words(260), phone, phone, 700, { up: 0, down: 0 });
    expect([edge, scroll]).toEqual(['bottom', 0]);
    expect(maxHeight).toBe(844 - 12 - 338);
  });

  it('never covers a claim that can be seen beside it, nor takes the window', () => {
    const cases = fc.record({
      top: fc.integer({ min: -200, max: 840 }),
      lines: fc.integer({ min: 1, max: 9 }),
      height: fc.integer({ min: 100, max: 1_500 }),
      header: fc.integer({ min: 0, max: 120 }),
      down: fc.integer({ min: 0, max: 900 }),
      whole: fc.integer({ min: 560, max: 1_000 }),
    });
    fc.assert(
      fc.property(cases, ({ top, lines, height, header, down, whole }) => {
        const seen = { ...phone, bottom: whole };
        const claim = words(top, lines);
        const placed = placeSheet(claim, seen, { ...seen, top: header }, height, { up: 5_000, down });
        const shown = Math.min(height, placed.maxHeight);
        expect(placed.scroll).toBeLessThanOrEqual(down);
        expect(placed.maxHeight).toBeGreaterThan(0);
        if (placed.edge === 'bottom') {
          expect(placed.maxHeight).toBeLessThanOrEqual(whole * 0.62);
          expect(claim.bottom - placed.scroll).toBeLessThanOrEqual(whole - shown);
        } else expect(claim.top - placed.scroll).toBeGreaterThanOrEqual(shown);
      }),
    );
  });

  it('grows where it stands, but not over its claim', () => {
    expect(grownSheet(words(300), phone, 300, 520)).toBe(844 - 12 - 378);
    expect(grownSheet(words(500), phone, 300, 520)).toBe(300);
    // The reader has scrolled on.
    expect(grownSheet(words(-400), phone, 300, 520)).toBe(520);
  });
});
