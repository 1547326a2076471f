import { existsSync } from 'node:fs';

/** True, and said aloud, where a file that a test measures by is not there: such files are others' and no part of this repository. */
export function missing(what: string, ...paths: string[]): boolean {
  const gone = paths.filter((path) => !existsSync(path));
  if (gone.length > 0) console.warn(`SKIPPED: ${what}. Not there: ${gone.join(', ')}`);
  return gone.length > 0;
}
