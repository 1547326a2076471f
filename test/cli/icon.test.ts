import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import { ICONS } from '@/lib/cli/icons';
import { drawIcon, INK, indexedPng } from '@/lib/cli/packaging/icon';
import { contrast } from '@/lib/share/colours';

/** Toolbars as the browsers have them: Chrome's, Edge's and Firefox's, light and dark, and a dark theme's black. */
const LIGHT = ['#ffffff', '#dee1e6', '#f3f3f3', '#f9f9fb'];
const DARK = ['#35363a', '#3b3b3b', '#2b2a33', '#202124', '#000000'];

describe('the icon', () => {
  it.each([...LIGHT, ...DARK])('stands off from a toolbar of %s', (toolbar) => {
    expect(contrast(INK.skin, toolbar)).toBeGreaterThan(2.6);
    expect(contrast(INK.skin, INK.flesh)).toBeGreaterThan(3);
  });

  it.each(Object.entries(ICONS))('%s pixels: is in the package as it is drawn', (size, margin) => {
    const drawn = drawIcon(Number(size), margin);
    const kept = PNG.sync.read(readFileSync(join(ROOT, `public/icon/${size}.png`)));
    expect([kept.width, kept.height]).toEqual([drawn.width, drawn.height]);
    expect(Buffer.compare(kept.data, Buffer.from(drawn.data))).toBe(0);
  });

  it('fills a toolbar’s sixteen pixels and leaves the corners clear', () => {
    const { data } = drawIcon(16);
    const alpha = (x: number, y: number) => data[(y * 16 + x) * 4 + 3];
    expect([alpha(0, 0), alpha(15, 0), alpha(0, 15), alpha(15, 15)]).toEqual([0, 0, 0, 0]);
    expect([alpha(8, 1), alpha(0, 9), alpha(15, 9), alpha(8, 15)].every((value) => (value ?? 0) > 100)).toBe(true);
  });
});

describe('an indexed picture', () => {
  it('says what it was given', () => {
    const data = new Uint8Array([255, 0, 0, 255, 0, 0, 0, 0, 1, 2, 3, 119, 255, 0, 0, 255]);
    const read = PNG.sync.read(indexedPng({ width: 2, height: 2, data }));
    expect([...read.data]).toEqual([...data]);
  });

  it('has no room for a photograph', () => {
    const data = new Uint8Array(300 * 4).map((_, at) => (at % 4 === 3 ? 255 : Math.floor(at / 4 / 2 ** (at % 4))));
    expect(() => indexedPng({ width: 300, height: 1, data })).toThrow('256 are the most');
  });
});
