import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What holds the browser's compiled scripts, and what tells it that they are of its own version: without that it throws them away. */
const CACHE = ['startupCache', 'compatibility.ini'];
/** What Firefox keeps there of add-ons: theirs is to be read anew. */
const ADDONS = 'webext.sc.lz4';

const isWhole = (folder: string): boolean => CACHE.every((name) => existsSync(join(folder, name)));

function copyCache(from: string, to: string): void {
  for (const name of CACHE)
    cpSync(join(from, name), join(to, name), { recursive: true, filter: (path) => !path.endsWith(ADDONS) });
}

/** A profile that lives as long as its browser. */
export interface Profile {
  path: string;
  /** Takes it away, once the browser is gone. `orderly`: it ended as it should, so what it compiled is whole and may serve the next. */
  close(orderly: boolean): void;
}

/**
 * Makes an empty profile with the compiled scripts of `cache` in it; the first that ends in order leaves its own there. It lies in that
 * folder itself, so that it goes with it at the latest, whatever becomes of its browser.
 */
export function makeProfile(cache: string): Profile {
  const path = mkdtempSync(join(cache, 'profile-'));
  if (isWhole(cache)) copyCache(cache, path);
  return {
    path,
    close(orderly) {
      try {
        if (orderly && !isWhole(cache) && isWhole(path)) copyCache(path, cache);
      } finally {
        rmSync(path, { recursive: true, force: true, maxRetries: 5 });
      }
    },
  };
}
