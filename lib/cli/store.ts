/** `npm run store`: everything that the stores ask for beside the packages, into `out/store`: pictures, tile, logo, texts. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PNG } from 'pngjs';
import { sitePatterns } from '@/lib/sites/sites';
import { ensureBrowsers } from './browser/find';
import { ROOT } from './build';
import { drawIcon, indexedPng } from './packaging/icon';
import { ASKED_LATER } from './packaging/scan';
import { formOf, parseListing, STORE_NAMES } from './store/listing';
import { takeShots } from './store/shots';

const OUT = join(ROOT, 'out/store');

/** @returns 0 when all was made, 1 when something could not be. */
export async function main(args: string[]): Promise<number> {
  try {
    await make(args);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function make(args: string[]): Promise<void> {
  const { chromium } = await ensureBrowsers(['chromium'], (line) => console.log(line));
  const [wanted = ''] = args;
  if (!wanted) rmSync(OUT, { recursive: true, force: true });
  const write = (name: string, bytes: Buffer) => {
    mkdirSync(dirname(join(OUT, name)), { recursive: true });
    writeFileSync(join(OUT, name), bytes);
    console.log(`out/store/${name}`);
  };
  const listing = parseListing(readFileSync(join(ROOT, 'lib/cli/store/listing.md'), 'utf8'));
  for (const store of STORE_NAMES)
    write(`${store}.md`, Buffer.from(formOf(listing, store, [...sitePatterns(), ...ASKED_LATER])));
  write('logo-300x300.png', indexedPng(drawIcon(300, 12)));
  for (const scale of [1, 2]) {
    await takeShots(chromium, scale, wanted, (name, picture) => {
      // Stores take no transparency in pictures.
      const bytes = PNG.sync.write(picture, { colorType: 2 });
      const size = `${picture.width}x${picture.height}`;
      if (name !== 'tile') write(`screenshots-${size}/${name}.png`, bytes);
      else if (scale === 1) write(`promo-${size}.png`, bytes);
    });
  }
}
