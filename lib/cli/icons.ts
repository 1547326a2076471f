/** `npm run icons`: draws the icons that ship, into `public/icon`. They are kept in the repository. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build';
import { drawIcon, indexedPng } from './packaging/icon';

/** Sizes, and the clear margin of each: Chrome's store asks for one around the largest. */
export const ICONS: Readonly<Record<number, number>> = { 16: 0, 32: 0, 48: 0, 128: 8 };

/** @returns 0; it cannot fail but by a full disk. */
export async function main(): Promise<number> {
  for (const [size, margin] of Object.entries(ICONS)) {
    const png = indexedPng(drawIcon(Number(size), margin));
    const path = join('public/icon', `${size}.png`);
    writeFileSync(join(ROOT, path), png);
    console.log(`${path}: ${png.length} bytes`);
  }
  return 0;
}
