/** The packages in a build folder: zips, each named by the version and by what it is for. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** File names of the packages in a folder; none where there is no folder. */
export function packageNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zip')) : [];
}

/** Removes the packages of earlier versions: WXT leaves them beside its own, and a check would take one of them for the new one. */
export function removePackages(folder: string): void {
  for (const name of packageNames(folder)) rmSync(join(folder, name));
}
