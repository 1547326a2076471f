import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newest, ROOT, SOURCES } from '@/lib/cli/build';

describe('whether a build is fresh', () => {
  it('goes by every file that changed, and by every one that was removed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'peel-build-'));
    const [sub, file, command] = [join(folder, 'sub'), join(folder, 'sub/a.ts'), join(folder, 'cli')];
    for (const path of [sub, command]) mkdirSync(path);
    writeFileSync(file, '');
    const setAll = (seconds: number) => {
      for (const path of [file, sub, command, folder]) utimesSync(path, seconds, seconds);
    };
    setAll(1000);
    expect(newest(folder)).toBe(1_000_000);
    utimesSync(file, 2000, 2000);
    expect(newest(folder)).toBe(2_000_000);
    setAll(1000);
    utimesSync(command, 2000, 2000);
    expect(newest(folder)).toBe(1_000_000);
    rmSync(file);
    expect(newest(folder)).toBeGreaterThan(1_000_000);
    rmSync(folder, { recursive: true });
    expect(newest(folder)).toBe(0);
  });

  it('goes by all that the build runs of the commands', () => {
    const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8');
    const used = [...config.matchAll(/from '\.\/(lib\/cli\/[^']+)'/g)].map(([, path]) => path ?? '');
    expect(used.length).toBeGreaterThan(0);
    const watched = SOURCES.filter((source) => source.startsWith('lib/cli/'));
    expect(used.filter((path) => !watched.some((source) => path.startsWith(`${source}/`)))).toEqual([]);
  });
});
