import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProfile } from '@/lib/cli/browser/firefox-profile';

describe('a profile of Firefox for tests', () => {
  let cache: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'peel-profile-test-'));
  });
  afterEach(() => rmSync(cache, { recursive: true, force: true }));

  /** As Firefox leaves it. */
  const used = (path: string, scripts: string) => {
    mkdirSync(join(path, 'startupCache'), { recursive: true });
    writeFileSync(join(path, 'startupCache/scripts.bin'), scripts);
    writeFileSync(join(path, 'startupCache/webext.sc.lz4'), 'add-ons');
    writeFileSync(join(path, 'compatibility.ini'), 'its version');
    writeFileSync(join(path, 'prefs.js'), 'what was chosen');
  };
  const scriptsOf = (path: string) => readFileSync(join(path, 'startupCache/scripts.bin'), 'utf8');

  it('is empty at first, and the next has its compiled scripts and nothing else of it', () => {
    const first = makeProfile(cache);
    expect(readdirSync(first.path)).toEqual([]);
    used(first.path, 'first');
    first.close(true);
    expect(existsSync(first.path)).toBe(false);
    const second = makeProfile(cache);
    expect(scriptsOf(second.path)).toBe('first');
    expect(readdirSync(second.path).sort()).toEqual(['compatibility.ini', 'startupCache']);
    expect(readdirSync(join(second.path, 'startupCache'))).toEqual(['scripts.bin']);
    used(second.path, 'second');
    second.close(true);
    expect(scriptsOf(cache)).toBe('first');
  });

  it('leaves nothing where the browser did not end in order, or had not begun', () => {
    const failed = makeProfile(cache);
    used(failed.path, 'half of it');
    failed.close(false);
    makeProfile(cache).close(true);
    expect(readdirSync(cache)).toEqual([]);
  });
});
