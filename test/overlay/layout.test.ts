import { describe, expect, it } from 'vitest';
import { blockedIn, chooseLane, freeStretches, GUTTER, NARROWEST, type Slot, stack } from '@/lib/overlay/layout';
import fc, { runs } from '../property';

const GAP = 10;
const REACH = 300;
const slots = fc.array(
  fc.record({ anchor: fc.integer({ min: 0, max: 1500 }), height: fc.integer({ min: 10, max: 160 }) }),
  {
    maxLength: 8,
  },
);
const blocked = fc
  .array(fc.record({ top: fc.integer({ min: -50, max: 1500 }), height: fc.integer({ min: 1, max: 400 }) }), {
    maxLength: 5,
  })
  .map((list) => list.map(({ top, height }) => ({ top, bottom: top + height })));
const inOrder = (list: Slot[]) => [...list].sort((a, b) => a.anchor - b.anchor);
const options = (stretches: { top: number; bottom: number }[]) => ({
  gap: GAP,
  top: 0,
  bottom: 1600,
  blocked: stretches,
  reach: REACH,
});

describe('stack', () => {
  it('never overlaps notes with each other or with the page, keeps order, stays inside and within reach', () => {
    fc.assert(
      fc.property(slots, blocked, (list, stretches) => {
        const given = inOrder(list);
        const { tops } = stack(given, options(stretches));
        expect(tops).toHaveLength(given.length);
        let last = Number.NEGATIVE_INFINITY;
        for (const [i, top] of tops.entries()) {
          if (top === null) continue;
          const { height, anchor } = given[i]!;
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + height).toBeLessThanOrEqual(1600 + 1e-6);
          expect(top).toBeGreaterThanOrEqual(last - 1e-6);
          expect(Math.abs(top - anchor)).toBeLessThanOrEqual(REACH);
          for (const stretch of stretches) {
            expect(top + height <= stretch.top + 1e-6 || top >= stretch.bottom - 1e-6).toBe(true);
          }
          last = top + height;
        }
      }),
    );
  });

  it('is never farther from the claims than any other way to place the same notes', () => {
    const step = 20;
    const coarse = fc.array(
      fc.record({
        anchor: fc.integer({ min: 0, max: 12 }).map((n) => n * step),
        height: fc.integer({ min: 1, max: 4 }).map((n) => n * step),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const holes = fc
      .array(fc.record({ at: fc.integer({ min: 0, max: 12 }), size: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 })
      .map((list) => list.map(({ at, size }) => ({ top: at * step, bottom: (at + size) * step })));
    fc.assert(
      fc.property(coarse, holes, (list, stretches) => {
        const given = inOrder(list);
        const bounds = { gap: 0, top: 0, bottom: 20 * step, blocked: stretches, reach: 10_000 };
        const { cost, tops } = stack(given, bounds);
        const cheapest = (i: number, from: number): number => {
          const slot = given[i];
          if (!slot) return 0;
          let best = Number.POSITIVE_INFINITY;
          for (let top = from; top + slot.height <= bounds.bottom; top += step / 2) {
            if (stretches.some((hole) => top < hole.bottom && top + slot.height > hole.top)) continue;
            best = Math.min(best, (top - slot.anchor) ** 2 + cheapest(i + 1, top + slot.height));
          }
          return best;
        };
        const other = cheapest(0, 0);
        if (tops.every((top) => top !== null)) expect(cost).toBeLessThanOrEqual(other + 1e-6);
        else expect(other).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: runs(60) },
    );
  });

  it('leaves notes alone that are not in each other’s way', () => {
    const given = [
      { anchor: 100, height: 50 },
      { anchor: 400, height: 50 },
    ];
    expect(stack(given, options([])).tops).toEqual([100, 400]);
  });

  it('shares the distance between crowded notes', () => {
    const given = [
      { anchor: 100, height: 40 },
      { anchor: 100, height: 40 },
    ];
    expect(stack(given, options([])).tops).toEqual([75, 125]);
  });

  it('leaves out what would stand too far away, and nothing else', () => {
    const given = [
      { anchor: 100, height: 40 },
      { anchor: 900, height: 40 },
    ];
    expect(stack(given, options([{ top: 450, bottom: 1600 }])).tops).toEqual([100, null]);
  });

  it('tries no note where it could not stand, in a page of many stories', () => {
    const [count, apart] = [240, 600];
    let looks = 0;
    const given = Array.from({ length: count }, (_, i) => ({
      get anchor() {
        looks += 1;
        return i * apart;
      },
      height: 80,
    }));
    const breaks = Array.from({ length: 20 }, (_, i) => ({ top: i * 7_200 - 300, bottom: i * 7_200 - 290 }));
    const { tops } = stack(given, { ...options(breaks), bottom: count * apart });
    expect(tops).not.toContain(null);
    expect(looks).toBeLessThan(20 * count * breaks.length);
  });

  it('takes no notes at all', () => {
    expect(stack([], options([]))).toEqual({ tops: [], cost: 0 });
  });
});

describe('freeStretches', () => {
  it('is what no blocked stretch covers', () => {
    fc.assert(
      fc.property(blocked, fc.integer({ min: 0, max: 1600 }), (stretches, y) => {
        const free = freeStretches(0, 1600, stretches).some(({ top, bottom }) => y >= top && y < bottom);
        const taken = stretches.some(({ top, bottom }) => y >= top && y < bottom);
        expect(free).toBe(!taken && y < 1600);
      }),
    );
  });
});

describe('chooseLane', () => {
  const base = {
    column: { left: 400, right: 1000, top: 0, bottom: 2000 },
    edges: { left: 0, right: 1440 },
    obstacles: [],
    side: 'auto' as const,
    current: null,
    top: 0,
    bottom: 2000,
    slots: [{ anchor: 300, heightAt: () => 80 }],
  };

  it('takes the right margin of a page that has both', () => {
    const lane = chooseLane(base);
    expect(lane).toMatchObject({ side: 'right', left: 1000 + GUTTER });
  });

  it('takes the left margin when the right one is full', () => {
    const rail = { left: 1040, right: 1400, top: 0, bottom: 2000 };
    expect(chooseLane({ ...base, obstacles: [rail] })).toMatchObject({ side: 'left' });
  });

  it('obeys the reader’s side, and falls back to the other rather than to none', () => {
    expect(chooseLane({ ...base, side: 'left' })).toMatchObject({ side: 'left' });
    const column = { ...base.column, left: 100, right: 700 };
    expect(chooseLane({ ...base, column, side: 'left' })).toMatchObject({ side: 'right' });
  });

  it('gives up where neither side has room', () => {
    expect(chooseLane({ ...base, edges: { left: 250, right: 1100 } })).toBeNull();
  });

  it('does not change sides for a trifle', () => {
    const nudge = { left: 1040, right: 1400, top: 300, bottom: 304 };
    const crowded = { ...base, obstacles: [nudge] };
    expect(chooseLane({ ...crowded, current: null })).toMatchObject({ side: 'left' });
    const gentle = { ...base, slots: [{ anchor: 300, heightAt: () => 80 }], obstacles: [], current: 'left' as const };
    expect(chooseLane(gentle)).toMatchObject({ side: 'left' });
  });

  it('stays inside the window, beside the column, clear of every obstacle', () => {
    const box = fc
      .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 10, max: 300 }))
      .map(([left, top, size]) => ({ left, top, right: left + size, bottom: top + size }));
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), fc.integer({ min: 700, max: 1900 }), (obstacles, width) => {
        const lane = chooseLane({ ...base, obstacles, edges: { left: 0, right: width } });
        if (!lane) return;
        expect(lane.width).toBeGreaterThanOrEqual(NARROWEST);
        expect(lane.left).toBeGreaterThanOrEqual(0);
        expect(lane.left + lane.width).toBeLessThanOrEqual(width);
        expect(lane.left >= base.column.right || lane.left + lane.width <= base.column.left).toBe(true);
        for (const obstacle of obstacles) {
          if (obstacle.left >= lane.left + lane.width || obstacle.right <= lane.left) continue;
          const covered = lane.blocked.some(({ top, bottom }) => top <= obstacle.top && bottom >= obstacle.bottom);
          expect(covered).toBe(true);
        }
      }),
    );
  });
});

describe('blockedIn', () => {
  it('ignores what stands beside the lane', () => {
    expect(blockedIn([{ left: 0, right: 100, top: 0, bottom: 50 }], 200, 180)).toEqual([]);
  });
});
