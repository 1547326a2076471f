import { describe, expect, it } from 'vitest';
import { type CardPlace, type Ground, placeCard } from '@/lib/overlay/card-place';
import type { Box } from '@/lib/overlay/layout';
import fc from '../property';

const view = { left: 0, top: 1000, right: 1440, bottom: 1900 };
const column = { left: 400, right: 900, top: 0, bottom: 4000 };
const claim = { left: 450, right: 880, top: 1200, bottom: 1260 };
const HEIGHT = 500;

function place(over: Partial<Ground> = {}, height: number | ((width: number) => number) = HEIGHT, kept?: CardPlace) {
  const frame = over.view ?? view;
  const ground: Ground = {
    claim,
    note: null,
    column,
    obstacles: [],
    view: frame,
    clear: frame,
    prefer: 'right',
    ...over,
  };
  return placeCard(ground, typeof height === 'number' ? () => height : height, kept);
}
const boxOf = ({ left, top, width, maxHeight }: CardPlace, height = HEIGHT): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + Math.min(height, maxHeight),
});
const meets = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

describe('placeCard', () => {
  it('stands beside the column where there is room, on the side of the notes', () => {
    expect(place()).toMatchObject({ left: 920, top: 1190, width: 356 });
    expect(place({ prefer: 'left' })).toMatchObject({ left: 24, width: 356 });
  });

  it.each([1280, 1366, 1422, 1440])('is made narrower rather than put on the article, in a window of %i', (right) => {
    const middle = { ...column, left: right / 2 - 340, right: right / 2 + 340 };
    const words = { ...claim, left: middle.left + 40, right: middle.right - 40 };
    const beside = place({ view: { ...view, right }, column: middle, claim: words });
    expect(beside.left).toBeGreaterThanOrEqual(middle.right);
    expect(beside.left + beside.width).toBeLessThanOrEqual(right - 8);
    expect(beside.width).toBeGreaterThanOrEqual(224);
  });

  describe('out of a note in the margin', () => {
    const note = { left: 936, right: 1176, top: 1230, bottom: 1330 };
    it('covers it, and is as wide as the window allows', () => {
      expect(place({ note })).toMatchObject({ left: 926, top: 1220, width: 356 });
      const tight = place({ note, view: { ...view, right: 1190 } });
      expect(tight).toMatchObject({ left: 926, width: 256 });
      const left = place({ prefer: 'left', note: { left: 100, right: 364, top: 1230, bottom: 1330 } });
      expect(left.left + left.width).toBe(374);
      expect(left.left).toBeLessThanOrEqual(90);
    });

    it('rises where the window ends, and shows all of itself', () => {
      const low = place({ note: { ...note, top: 1700, bottom: 1800 }, claim: { ...claim, top: 1700, bottom: 1750 } });
      expect(boxOf(low).bottom).toBe(1892);
      expect(low.left).toBe(926);
    });

    it('keeps off what else stands in the margin: narrower, higher or shorter', () => {
      const rail = { left: 1200, right: 1400, top: 1000, bottom: 1900 };
      expect(place({ note, obstacles: [rail] })).toMatchObject({ left: 926, width: 256 });
      const advert = { left: 936, right: 1236, top: 1600, bottom: 1900 };
      const higher = place({ note, obstacles: [advert] });
      expect(boxOf(higher).bottom).toBeLessThanOrEqual(1600);
      expect(higher.top).toBeLessThanOrEqual(1220);
      const both = [advert, { ...advert, top: 1000, bottom: 1200 }];
      const shorter = place({ note, obstacles: both });
      expect(both.some((each) => meets(boxOf(shorter), each))).toBe(false);
      expect(shorter.maxHeight).toBeLessThan(HEIGHT);
    });

    it('goes to the free side before it lies on words', () => {
      const both = [
        { left: 910, right: 1430, top: 1000, bottom: 1210 },
        { left: 910, right: 1430, top: 1340, bottom: 1900 },
      ];
      expect(place({ note, obstacles: both }).how).toBe('left');
      // Nothing is free: where its note was.
      const all = [...both, { left: 0, right: 390, top: 0, bottom: 4000 }];
      expect(place({ note, obstacles: all })).toMatchObject({ left: 926, top: 1220 });
    });
  });

  it('changes neither side nor width once it stands, whatever is opened in it', () => {
    const first = place({}, 300);
    const grown = place({}, 880, first);
    expect(grown).toMatchObject({ left: first.left, width: first.width, how: first.how });
    expect(grown.top).toBeLessThan(first.top);
    const phone = { left: 0, top: 0, right: 690, bottom: 844 };
    const words = { left: 20, right: 370, top: 400, bottom: 450 };
    const under = place({ view: phone, column: { ...column, left: 10, right: 680 }, claim: words }, 200);
    expect(under.how).toBe('below');
    expect(place({ view: phone, column: { ...column, left: 10, right: 680 }, claim: words }, 900, under)).toMatchObject(
      {
        how: 'below',
        top: under.top,
      },
    );
  });

  it('goes under the claim where there is no side, or above it when there is more room', () => {
    const phone = { left: 0, top: 0, right: 720, bottom: 844 };
    const wide = { ...column, left: 18, right: 702 };
    const at = (top: number) =>
      place({ view: phone, column: wide, claim: { left: 20, right: 370, top, bottom: top + 50 } });
    expect(at(60).top).toBe(120);
    expect(boxOf(at(700)).bottom).toBeLessThanOrEqual(690);
  });

  it('keeps off the bars that float over the page, unless it could not be read there', () => {
    const phone = { left: 0, top: 0, right: 720, bottom: 844 };
    const wide = { ...column, left: 18, right: 702 };
    const at = (top: number, bottom: number, bars: { top?: number; bottom?: number }) =>
      place({
        view: phone,
        column: wide,
        claim: { left: 20, right: 370, top, bottom },
        clear: { ...phone, ...bars },
      });
    const under = at(300, 350, { bottom: 784 });
    expect([under.top, under.top + under.maxHeight]).toEqual([360, 776]);
    const above = at(600, 650, { top: 60 });
    expect(above.top).toBeGreaterThanOrEqual(68);
    expect(boxOf(above).bottom).toBe(590);
    // Two hundred pixels under the claim, and as many above it.
    const tight = at(400, 450, { top: 180, bottom: 664 });
    expect(tight).toEqual(at(400, 450, {}));
    const high = { left: 450, right: 880, top: 1010, bottom: 1060 };
    expect(place({ claim: high, clear: { ...view, top: 1080 } }).top).toBe(1088);
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
      noted: fc.boolean(),
      rail: fc.array(fc.record({ top: fc.integer({ min: 0, max: 700 }), tall: fc.integer({ min: 10, max: 500 }) }), {
        maxLength: 3,
      }),
    });
    fc.assert(
      fc.property(
        cases,
        ({ left, width, top, lines, viewWidth, height, withColumn, prefer, header, footer, noted, rail }) => {
          const window = { left: 0, top: 0, right: viewWidth, bottom: 800 };
          const start = Math.min(left, viewWidth - 30);
          const claim = { left: start, right: Math.min(start + width, viewWidth), top, bottom: top + lines * 24 };
          const obstacles = rail.map((each) => ({
            left: claim.right + 30,
            right: viewWidth,
            top: each.top,
            bottom: each.top + each.tall,
          }));
          const around = withColumn ? { left: start, right: claim.right, top: 0, bottom: 5000 } : null;
          const clear = { ...window, top: header, bottom: 800 - footer };
          const note =
            noted && around ? { left: claim.right + 36, right: claim.right + 216, top, bottom: top + 90 } : null;
          const seen = note && note.right <= viewWidth - 14 ? note : null;
          const ground = { claim, note: seen, column: around, obstacles, view: window, clear, prefer };
          const box = boxOf(
            placeCard(ground, () => height),
            height,
          );
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(viewWidth);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(800);
          expect(meets(box, claim)).toBe(false);
        },
      ),
    );
  });
});
