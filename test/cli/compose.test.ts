import { describe, expect, it } from 'vitest';
import { fill, ground, put, withPopup } from '@/lib/cli/store/compose';

const WHITE = [255, 255, 255] as const;
const RED = [255, 0, 0] as const;
const at = (png: ReturnType<typeof ground>, x: number, y: number) => [
  ...png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 4),
];

describe('a picture put together', () => {
  it('cuts off what does not fit', () => {
    const whole = ground(10, 10, WHITE);
    put(whole, ground(6, 20, RED), 7, 0);
    expect(at(whole, 6, 9)).toEqual([...WHITE, 255]);
    expect(at(whole, 9, 9)).toEqual([...RED, 255]);
    put(whole, ground(3, 3, RED), 12, 0);
    expect(whole.data).toHaveLength(400);
  });

  it('mixes a colour with what is there, and stays within itself', () => {
    const whole = ground(4, 4, WHITE);
    fill(whole, { left: -2, top: -2, width: 3, height: 3 }, [0, 0, 0], 0.5);
    expect(at(whole, 0, 0)).toEqual([128, 128, 128, 255]);
    expect(at(whole, 1, 1)).toEqual([...WHITE, 255]);
  });

  it.each([1, 2])('has the popup whole, and the page around it, at scale %s', (scale) => {
    const page = ground(400 * scale, 300 * scale, WHITE);
    const both = withPopup(page, ground(100 * scale, 120 * scale, RED), scale);
    expect([both.width, both.height]).toEqual([page.width, page.height]);
    let red = 0;
    for (let i = 0; i < both.data.length; i += 4) if (RED.every((value, k) => both.data[i + k] === value)) red += 1;
    expect(red).toBe(100 * 120 * scale * scale);
    // The page itself is left as it was.
    expect(at(page, 300 * scale, 60 * scale)).toEqual([...WHITE, 255]);
  });
});
