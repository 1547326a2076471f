import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import { LEVELS } from '@/lib/model';
import { write } from '@/lib/satire';
import { houseFiles } from '@/lib/satire/house';
import { money } from '@/lib/satire/sums';
import english from '@/public/_locales/en/messages.json';
import { pageOf, TOLD } from '../satire/fixtures';

const FACES = ['regular', 'italic', 'semibold'] as const;

/** Tables that a WOFF 2 file names by number; only some have a place below. */
const KNOWN = 'cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca'.split(' ');
const NAMED_IN_FULL = 63;

/** The table that says which letters a face has, from a WOFF 2 file. */
function cmapOf(file: Buffer): Buffer {
  let at = 48;
  const number = () => {
    let value = 0;
    for (let byte = 0x80; byte & 0x80; ) {
      byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
    }
    return value;
  };
  let from = 0;
  let found: [from: number, length: number] | null = null;
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file.readUInt8(at++);
    let tag = KNOWN[flags & 63];
    if ((flags & 63) === NAMED_IN_FULL) {
      tag = file.toString('latin1', at, at + 4);
      at += 4;
    }
    const plain = number();
    // Outlines are packed unless they say otherwise, other tables only if they say so.
    const packed = flags >> 6 !== (tag === 'glyf' || tag === 'loca' ? 3 : 0);
    const length = packed ? number() : plain;
    if (tag === 'cmap') found = [from, length];
    from += length;
  }
  if (!found) throw new Error('a face without a cmap');
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  return tables.subarray(found[0], found[0] + found[1]);
}

/** Every letter of a face: of its table by segments, which is all that ours have. */
function lettersOf(cmap: Buffer): Set<string> {
  const letters = new Set<string>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + i * 8));
    if (table.readUInt16BE(0) !== 4) continue;
    const twice = table.readUInt16BE(6);
    for (let k = 0; k < twice; k += 2) {
      const [end, start] = [table.readUInt16BE(14 + k), table.readUInt16BE(16 + twice + k)];
      const delta = table.readUInt16BE(16 + 2 * twice + k);
      const place = 16 + 3 * twice + k;
      const range = table.readUInt16BE(place);
      for (let code = start; code <= end && code < 0xffff; code++) {
        const own = range ? table.readUInt16BE(place + range + 2 * (code - start)) : code;
        if (own && (own + delta) % 0x1_0000) letters.add(String.fromCharCode(code));
      }
    }
  }
  return letters;
}

const faces = FACES.map((face) => ({
  face,
  letters: lettersOf(cmapOf(readFileSync(join(ROOT, `public/fonts/${face}.woff2`)))),
}));

/** Letters of `text`, small and capital as labels set them, that a face would leave to the fonts of the machine. */
function missing(text: string): string[] {
  const signs = [...new Set(text + text.toUpperCase())].filter((sign) => sign !== '\n');
  return faces.flatMap(({ face, letters }) =>
    signs.filter((sign) => !letters.has(sign)).map((sign) => `${sign} in ${face}`),
  );
}

const sourcesIn = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);

/** All text that a value holds. */
const textsIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value && typeof value === 'object'
      ? Object.values(value).map(textsIn).join('\n')
      : '';

describe('the faces that come with Peel', () => {
  it('are read right here: some letters that they have, and some that they have not', () => {
    for (const { letters } of faces) {
      expect([...'AZaz09hkpw&é’“—•…÷≈≤₹'].filter((letter) => !letters.has(letter))).toEqual([]);
      expect([...'Łźקア→☑'].filter((letter) => letters.has(letter))).toEqual([]);
    }
  });

  it('have every letter that a keyboard writes', () => {
    expect(missing(String.fromCharCode(...Array.from({ length: 0x5f }, (_, i) => 0x20 + i)))).toEqual([]);
  });

  it.each(Object.entries(houseFiles()))('have every letter of %s', (_, text) => {
    expect(missing(text)).toEqual([]);
  });

  it.each(['questions', 'receipts'])('have every letter of the %s', (name) => {
    const text = readFileSync(join(ROOT, `lib/satire/house/${name}.json`), 'utf8');
    expect(missing(textsIn(JSON.parse(text)))).toEqual([]);
  });

  // What is taken out of a text, as in fold.ts, is never printed.
  const WRITERS = ['articles', 'capitals', 'numbers', 'plurals', 'verbs'].map((name) => `lib/english/${name}.ts`);
  // Words, marks and joints between them; what the comments say has to be there too, which costs nothing.
  it.each([...sourcesIn('lib/share'), ...WRITERS, 'lib/satire/sums.ts', 'components/card/lines.ts'])(
    'have every letter of %s',
    (file) => {
      expect(missing(readFileSync(join(ROOT, file), 'utf8'))).toEqual([]);
    },
  );

  it('have every letter of the English messages', () => {
    expect(
      missing(
        Object.values(english)
          .map(({ message }) => message.replaceAll('⌘', ''))
          .join('\n'),
      ),
    ).toEqual([]);
  });

  it('have every letter of what is written beside claims, and of its sums', () => {
    const { page, reading } = pageOf(TOLD);
    const report = write(page, reading);
    const notes = LEVELS.flatMap((level) => report.editions[level].notes);
    expect(notes.length).toBeGreaterThan(20);
    expect(missing([textsIn(notes), textsIn(report.straight)].join('\n'))).toEqual([]);
    const coins = ['USD', 'EUR', 'GBP', 'JPY', 'CAD', 'AUD', 'HKD', 'NZD', 'SGD'];
    expect(missing(coins.map((coin) => money(1200, coin) ?? 'no sign → no sum').join())).toEqual([]);
  });
});
