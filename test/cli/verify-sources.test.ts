import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import { packageNames, removePackages } from '@/lib/cli/packaging/packages';
import { differences, unzip } from '@/lib/cli/packaging/unzip';
import { bare, COMMANDS } from '@/lib/cli/verify-sources';

/** A zip of these files, packed or not, as the format has it; sums are left out, which nothing here reads. */
function zipOf(files: Record<string, string>, packed: boolean): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = packed ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(2, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(packed ? 8 : 0, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    const whole = Buffer.concat([local, Buffer.from(name), Buffer.alloc(2), bytes]);
    directory.push(entry, Buffer.from(name));
    parts.push(whole);
    offset += whole.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

describe('a zip', () => {
  it.each([true, false])('gives its files back, packed: %s', (packed) => {
    const found = unzip(zipOf({ 'manifest.json': '{}', 'a/b.js': 'x'.repeat(500) }, packed));
    expect([...found].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['manifest.json', '{}'],
      ['a/b.js', 'x'.repeat(500)],
    ]);
  });

  it('is told from what is none', () => {
    expect(() => unzip(Buffer.from('no zip at all, and long enough to be one'))).toThrow('no zip file');
    expect(() => unzip(Buffer.alloc(3))).toThrow('no zip file');
  });
});

describe('the packages of an earlier version', () => {
  it('are out of the way before new ones are packed, and nothing else is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'peel-packages-'));
    for (const name of ['peel-0.1.0-chrome.zip', 'peel-0.1.0-sources.zip', 'notes.txt'])
      writeFileSync(join(folder, name), '');
    expect(packageNames(folder)).toHaveLength(2);
    removePackages(folder);
    expect(readdirSync(folder)).toEqual(['notes.txt']);
    rmSync(folder, { recursive: true });
    expect(() => removePackages(folder)).not.toThrow();
  });
});

describe('two packages', () => {
  const of = (files: Record<string, string>) => unzip(zipOf(files, true));
  it('are the same only file by file and byte by byte', () => {
    const one = of({ a: 'abc', b: 'b' });
    expect(differences(one, of({ b: 'b', a: 'abc' }))).toEqual([]);
    expect(differences(one, of({ a: 'abX', b: 'b' }))).toEqual(['a differs from byte 2 on']);
    expect(differences(one, of({ a: 'abcd', b: 'b' }))).toEqual(['a differs from byte 3 on']);
    expect(differences(one, of({ a: 'abc', c: '' }))).toEqual(['b is missing', 'c is there and should not be']);
  });
});

describe('what a reviewer is told', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, section = ''] = /## Rebuilding the package\n([\s\S]*?)\n## /.exec(readme) ?? [];
  it('are the commands that are tried, and the version that they run in', () => {
    expect(/```\n([\s\S]*?)```/.exec(section)?.[1]?.trim().split('\n')).toEqual(COMMANDS);
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    expect(section).toContain(`Node ${lock.packages['node_modules/node'].version}`);
  });
});

describe('the environment of the rebuild', () => {
  it('has nothing of this folder, and keeps what the machine needs', () => {
    const PATH = ['/p/node_modules/.bin', '/usr/bin'].join(delimiter);
    const env = {
      PATH,
      NODE_ENV: 'test',
      npm_package_name: 'peel',
      npm_lifecycle_event: 'x',
      npm_config_registry: 'r',
    };
    expect(bare(env, '/p')).toEqual({ PATH: '/usr/bin', npm_config_registry: 'r' });
  });
});
