import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What holds the browser's compiled scripts, and what tells it that they are of its own version: without that it throws them away. */
const CACHE = ['startupCache', 'compatibility.ini'];

function copyCache(from: string, to: string): void {
  for (const name of CACHE)
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
}

/** A profile that lives as long as its browser. */
export interface Profile {
  path: string;
  /** Takes it away, once the browser is gone. */
  close(): void;
}

/** Makes an empty profile with the compiled scripts of `cache` in it; the first one leaves its own there. */
export function makeProfile(cache: string): Profile {
  const path = mkdtempSync(join(tmpdir(), 'peel-firefox-'));
  const first = !CACHE.every((name) => existsSync(join(cache, name)));
  if (!first) copyCache(cache, path);
  return {
    path,
    close() {
      if (first) copyCache(path, cache);
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
