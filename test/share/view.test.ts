import { describe, expect, it } from 'vitest';
import { inside, stripHeight } from '@/lib/share/view';
import fc from '../property';

describe('boxes', () => {
  it('stay inside the picture, in whole pixels', () => {
    const box = fc.record({ x: fc.float(), y: fc.float(), w: fc.float(), h: fc.float() });
    fc.assert(
      fc.property(box, (given) => {
        const made = inside(given, 100, 50);
        if (!made) return;
        expect(Object.values(made).every(Number.isInteger)).toBe(true);
        expect(made.x >= 0 && made.y >= 0 && made.x + made.w <= 100 && made.y + made.h <= 50).toBe(true);
        expect(made.w > 0 && made.h > 0).toBe(true);
      }),
    );
    expect(inside({ x: 10, y: 10, w: -5, h: -5 }, 100, 50)).toEqual({ x: 5, y: 5, w: 5, h: 5 });
    expect(inside({ x: 200, y: 0, w: 5, h: 5 }, 100, 50)).toBeNull();
    expect(stripHeight(100, 2)).toBeGreaterThan(20);
  });
});
