import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import { unzip } from '@/lib/cli/packaging/unzip';
import { repacked, zip } from '@/lib/cli/packaging/zip';

/** A part of the network, as it ships. */
const weights = readFileSync(join(ROOT, 'public/reader.bin')).subarray(4_000_000, 4_400_000);
const files = new Map([
  ['manifest.json', Buffer.from('{"manifest_version":3}')],
  ['a/ü.txt', Buffer.from('again and '.repeat(500))],
  ['empty', Buffer.alloc(0)],
  ['weights.bin', weights],
]);

describe('a package', () => {
  it('gives back what was put in, in its order, and is the same whenever it is made', () => {
    const made = zip(files);
    expect([...unzip(made)]).toEqual([...files]);
    expect(zip(files).equals(made)).toBe(true);
    expect(repacked(made).equals(made)).toBe(true);
  });

  it('holds weights in less than the usual way takes', () => {
    const usual = deflateRawSync(weights, { level: 9 }).length;
    expect(zip(new Map([['weights.bin', weights]])).length).toBeLessThan(usual);
  });
});
