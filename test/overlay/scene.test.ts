import { describe, expect, it } from 'vitest';
import type { MarginEntry } from '@/components/card/Margin';
import { spacesAround, topIn } from '@/lib/overlay/headline-space';
import { type Box, GUTTER } from '@/lib/overlay/layout';
import { leaderTo } from '@/lib/overlay/leader';
import { arrange, type Entry, type Geometry, laneFor } from '@/lib/overlay/scene';
import fc from '../property';

const COLUMN: Box = { left: 420, right: 1020, top: 200, bottom: 4000 };
const meets = (a: Box, b: Box) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

const entry = (key: string, role: Entry['role'] = 'note'): Entry => ({
  key,
  role,
  label: 'Work counted in people',
  underline: 'work',
  paragraphs: ['A joke about a queue, told at some length.'],
  quote: 'the work of 700',
  range: {} as Range,
  item: null,
  jokes: true,
  level: 'roast',
});
const line = (top: number, left = COLUMN.left, right = COLUMN.right): Box => ({ left, right, top, bottom: top + 20 });

interface Page {
  entries: Entry[];
  geometry: Geometry;
  heights: Map<string, number>;
}

/** Claims of one to six lines, in order, and things in both margins. */
const pages: fc.Arbitrary<Page> = fc
  .record({
    claims: fc.array(
      fc.record({
        at: fc.integer({ min: 220, max: 3800 }),
        lines: fc.integer({ min: 1, max: 6 }),
        from: fc.integer({ min: 0, max: 400 }),
        height: fc.integer({ min: 40, max: 220 }),
      }),
      { minLength: 1, maxLength: 10 },
    ),
    obstacles: fc.array(
      fc
        .record({
          left: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1030, max: 1400 })),
          top: fc.integer({ min: 0, max: 3900 }),
          width: fc.integer({ min: 5, max: 115 }),
          height: fc.integer({ min: 5, max: 700 }),
        })
        .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height })),
      { maxLength: 6 },
    ),
    width: fc.integer({ min: 1040, max: 1900 }),
  })
  .map(({ claims, obstacles, width }) => {
    const sorted = [...claims].sort((a, b) => a.at - b.at);
    const entries = sorted.map((_, i) => entry(`c${i}`));
    const lines: Geometry['lines'] = new Map(
      sorted.map(({ at, lines: count, from }, i) => {
        const first = line(at, COLUMN.left + from);
        const last = count === 1 ? first : line(at + (count - 1) * 24, COLUMN.left, COLUMN.right - from);
        return [`c${i}`, { first, last, end: last.right, alone: false }];
      }),
    );
    const geometry: Geometry = {
      width,
      height: 4200,
      column: COLUMN,
      obstacles,
      lines,
      backdrops: [],
      ground: 'light',
    };
    return { entries, geometry, heights: new Map(sorted.map(({ height }, i) => [`c${i}`, height])) };
  });

const none = { lit: null, open: null };
const boxOf = ({ place }: MarginEntry, height: number): Box | null =>
  place && { left: place.left, right: place.left + place.width, top: place.top, bottom: place.top + height };

describe('a whole margin', () => {
  it('covers neither the column, nor what the page shows beside it, nor itself, and keeps the order', () => {
    fc.assert(
      fc.property(pages, ({ entries, geometry, heights }) => {
        const lane = laneFor(entries, geometry, { side: 'auto', level: 'roast' }, null);
        const shown = arrange(entries, geometry, 'roast', lane, heights, none);
        expect(shown.map(({ key }) => key)).toEqual(entries.map(({ key }) => key));
        const boxes = shown.flatMap((each) => boxOf(each, heights.get(each.key) ?? 0) ?? []);
        for (const [i, box] of boxes.entries()) {
          expect(meets(box, COLUMN)).toBe(false);
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(geometry.width);
          for (const obstacle of geometry.obstacles) expect(meets(box, obstacle)).toBe(false);
          const next = boxes[i + 1];
          if (next) expect(next.top).toBeGreaterThanOrEqual(box.bottom);
        }
      }),
    );
  });

  it('puts a lone note beside a free margin level with its claim', () => {
    fc.assert(
      fc.property(pages, ({ entries, geometry, heights }) => {
        const one = entries.slice(0, 1);
        const free = { ...geometry, width: 1440, obstacles: [] };
        const lane = laneFor(one, free, { side: 'auto', level: 'roast' }, null);
        const [shown] = arrange(one, free, 'roast', lane, heights, none);
        const first = free.lines.get('c0')!.first;
        expect(Math.abs((shown?.place?.top ?? 0) + 11 - (first.top + first.bottom) / 2)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps every mark in the window, off the words that it marks', () => {
    fc.assert(
      fc.property(pages, ({ entries, geometry, heights }) => {
        for (const { key, mark } of arrange(entries, geometry, 'roast', null, heights, none)) {
          const { last, end } = geometry.lines.get(key)!;
          expect(mark.left).toBeLessThanOrEqual(geometry.width - 8);
          // Its outermost pixel is only there to be touched.
          expect(mark.left + 1).toBeGreaterThanOrEqual(Math.min(Math.floor(end), geometry.width - 8));
          expect(end).toBeGreaterThanOrEqual(last.right);
        }
      }),
    );
  });

  it('sets marks like a footnote’s: in large type below the line above, in small type clear of the next word', () => {
    const marked = (height: number) => {
      const last = { left: 300, right: 500, top: 1000, bottom: 1000 + height };
      const geometry: Geometry = {
        width: 1040,
        height: 4200,
        column: COLUMN,
        obstacles: [],
        lines: new Map([['c0', { first: last, last, end: last.right, alone: false }]]),
        backdrops: [],
        ground: 'light',
      };
      return (arrange([entry('c0')], geometry, 'roast', null, new Map(), none)[0]?.mark.top ?? 0) - 1000;
    };
    // A mark is eight pixels tall, the outermost of which are not seen.
    expect(marked(40) + 1).toBeGreaterThanOrEqual(2);
    expect(marked(40) + 4).toBeLessThanOrEqual(40 * 0.25);
    expect(marked(18) + 7).toBeLessThanOrEqual(18 * 0.26);
  });

  it('gives thumbs a mark that can be seen: beside the claim where there is room, else under it', () => {
    const last = { left: 18, right: 300, top: 1000, bottom: 1020 };
    const marked = (room: number, right = 300, width = 390, linked = false) => {
      const lines: Geometry['lines'] = new Map([['c0', { first: last, last, end: right, room, linked, alone: false }]]);
      const page = {
        width,
        height: 4200,
        column: COLUMN,
        obstacles: [],
        lines,
        backdrops: [],
        ground: 'light' as const,
      };
      const [shown] = arrange([entry('c0')], page, 'roast', null, new Map(), none);
      return [shown?.shape, shown!.mark.left - right, shown!.mark.top - 1000];
    };
    expect(marked(Number.POSITIVE_INFINITY)).toEqual(['badge', 5, 1]);
    // Between its line and the next, inside the words that it marks.
    expect(marked(5)).toEqual(['tab', -18, 18]);
    expect(marked(Number.POSITIVE_INFINITY, 372)).toEqual(['tab', -18, 18]);
    expect(marked(Number.POSITIVE_INFINITY, 300, 800)[0]).toBe('dot');
    // And off the page's own link there.
    expect(marked(5, 300, 390, true)).toEqual(['under', -18, 18]);
  });

  it('tells a note that had to move from one beside its claim', () => {
    const entries = [entry('c0'), entry('c1')];
    const lines: Geometry['lines'] = new Map(
      [300, 330].map((top, i) => [`c${i}`, { first: line(top), last: line(top), end: COLUMN.right, alone: false }]),
    );
    const page = {
      width: 1440,
      height: 4200,
      column: COLUMN,
      obstacles: [],
      lines,
      backdrops: [],
      ground: 'light' as const,
    };
    const lane = laneFor(entries, page, { side: 'auto', level: 'onion' }, null);
    const movedAt = (height: number) =>
      arrange(entries, page, 'onion', lane, new Map(entries.map(({ key }) => [key, height])), none);
    expect(movedAt(12).map(({ moved }) => moved)).toEqual([false, false]);
    const far = movedAt(200);
    expect(far.map(({ moved }) => moved)).toEqual([true, true]);
    for (const { leader } of far) expect(leader).not.toBeNull();
  });

  it('knows what is behind a note and behind a mark', () => {
    const entries = [entry('c0')];
    const lines = new Map([['c0', { first: line(300), last: line(300), end: line(300).right, alone: false }]]);
    const banner = { box: { left: 0, right: 1440, top: 250, bottom: 600 }, paint: 'dark' as const };
    const geometry: Geometry = {
      width: 1440,
      height: 4200,
      column: COLUMN,
      obstacles: [],
      lines,
      backdrops: [banner],
      ground: 'light',
    };
    const lane = laneFor(entries, geometry, { side: 'auto', level: 'roast' }, null);
    const heights = new Map([['c0', 90]]);
    const behind = (on: typeof lane, page = geometry) => arrange(entries, page, 'roast', on, heights, none)[0]?.behind;
    expect([behind(lane), behind(null)]).toEqual(['dark', 'dark']);
    const low = { ...geometry, backdrops: [{ ...banner, box: { ...banner.box, bottom: 360 } }] };
    expect([behind(lane, low), behind(null, low)]).toEqual(['busy', 'dark']);
    expect(behind(null, { ...geometry, backdrops: [] })).toBe('light');
  });

  it('gives the other headline its own place, and no note that place in the lane', () => {
    const entries = [entry('headline', 'headline'), entry('c0')];
    const lines = new Map(
      entries.map(({ key }, i) => [
        key,
        { first: line(300 + i * 40), last: line(300 + i * 40), end: line(300).right, alone: false },
      ]),
    );
    const geometry: Geometry = {
      width: 1440,
      height: 4200,
      column: COLUMN,
      obstacles: [],
      lines,
      backdrops: [],
      ground: 'light',
    };
    const lane = laneFor(entries, geometry, { side: 'auto', level: 'onion' }, null);
    const heights = new Map([
      ['headline', 80],
      ['c0', 90],
    ]);
    const title = { left: 420, top: 200, width: 560 };
    const [headline, note] = arrange(entries, geometry, 'onion', lane, heights, none, title);
    expect(headline).toMatchObject({ place: title, leader: null });
    expect(note?.place?.top).toBe(340 + 10 - 11);
  });
});

describe('leaderTo', () => {
  const lane = { side: 'right' as const, left: COLUMN.right + GUTTER, width: 240, blocked: [] };
  const at = { first: line(500, 700), last: line(548), end: line(548).right, alone: false };
  const xs = (path: string) => [...path.matchAll(/(?<![\d.])(-?\d+(?:\.\d+)?) -?\d/g)].map((match) => Number(match[1]));

  it('stays between the column and the note', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 800 }), fc.boolean(), fc.boolean(), (top, pencil, right) => {
        const side = right ? lane : { ...lane, side: 'left' as const, left: COLUMN.left - GUTTER - 240 };
        const place = { left: side.left, top, width: side.width };
        const leader = leaderTo(place, at, COLUMN, side, pencil);
        if (!leader) return;
        for (const x of xs(leader)) {
          if (right) expect(x >= COLUMN.right && x <= place.left).toBe(true);
          else expect(x <= COLUMN.left && x >= place.left + place.width).toBe(true);
        }
      }),
    );
  });

  it('is not drawn through text that runs on under the note', () => {
    const wide = { ...at, first: line(500, 420, COLUMN.right + 200) };
    expect(leaderTo({ left: lane.left, top: 440, width: 240 }, wide, COLUMN, lane, true)).toBeNull();
  });

  it('is left out where note and claim are level, unless a pencil draws it', () => {
    const place = { left: lane.left, top: 499, width: 240 };
    expect(leaderTo(place, at, COLUMN, lane, false)).toBeNull();
    expect(leaderTo(place, at, COLUMN, lane, true)).not.toBeNull();
  });
});

describe('spacesAround', () => {
  const headline: Box = { left: 420, right: 900, top: 300, bottom: 400 };
  const boxes = fc.array(
    fc
      .record({
        top: fc.integer({ min: 0, max: 700 }),
        height: fc.integer({ min: 1, max: 150 }),
        left: fc.integer({ min: 0, max: 1400 }),
      })
      .map(({ top, height, left }): Box => ({ left, right: left + 300, top, bottom: top + height })),
    { maxLength: 5 },
  );

  it('cover neither the headline nor anything else, and hold what fits them', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 40, max: 200 }), (obstacles, height) => {
        for (const space of spacesAround(headline, COLUMN, [headline, ...obstacles])) {
          const top = topIn(space, height);
          if (top === null) continue;
          const card = { left: space.left, right: space.left + space.width, top, bottom: top + height };
          for (const obstacle of [headline, ...obstacles]) expect(meets(card, obstacle)).toBe(false);
          expect(card.left).toBeGreaterThanOrEqual(COLUMN.left);
          expect(card.right).toBeLessThanOrEqual(COLUMN.right);
          // Right over or right under it, never somewhere else.
          expect(Math.min(Math.abs(card.bottom - headline.top), Math.abs(card.top - headline.bottom))).toBeLessThan(20);
        }
      }),
    );
  });

  it('prefer the place over the headline, and keep clear of what floats at the top', () => {
    const [over] = spacesAround(headline, COLUMN, [headline]);
    expect(over).toMatchObject({ over: true });
    const high = { ...headline, top: 90, bottom: 190 };
    expect(spacesAround(high, COLUMN, [high]).some((space) => space.over && topIn(space, 60) !== null)).toBe(true);
    expect(spacesAround(high, COLUMN, [high], 64).some((space) => space.over && topIn(space, 60) !== null)).toBe(false);
  });

  it('are none in a column too narrow for a headline', () => {
    expect(spacesAround(headline, { ...COLUMN, left: 420, right: 600 }, [])).toEqual([]);
  });
});
