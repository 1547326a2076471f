/** What several commands ask of their arguments. Each throws an Error of one plain sentence where they make no sense. */
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { LEVELS, type Level } from '@/lib/model';
import { BROWSERS, type BrowserName } from './browser/driver';

/** Throws where there is no such file, or where it is a folder. `what` says what should be named. */
export function mustBeFile(file: string, what: string): void {
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  if (statSync(file).isDirectory()) throw new Error(`${file} is a folder. Name ${what}.`);
}

/** `--browser`: one of the two, or both where none is named. */
export function browsersOf(asked: string | undefined): BrowserName[] {
  const browsers = BROWSERS.filter((name) => asked === undefined || asked === name);
  if (browsers.length === 0) throw new Error(`--browser is chromium or firefox, not ${asked}.`);
  return browsers;
}

/** `--level`. */
export function levelOf(asked: string): Level {
  const level = LEVELS.find((name) => name === asked);
  if (!level) throw new Error(`--level is one of ${LEVELS.join(', ')}, not ${asked}.`);
  return level;
}

/** Whether a window can be so wide, in pixels. */
export const isWidth = (width: number): boolean => Number.isInteger(width) && width >= 320 && width <= 4000;

/** Names for saved pages that serve as file names, too: one a page, none twice. */
export function slugs(files: readonly string[]): string[] {
  const taken = new Set<string>();
  return files.map((file) => {
    const slug =
      basename(file)
        .replace(/\.[^.]*$/, '')
        .replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'page';
    let name = slug;
    for (let n = 2; taken.has(name); n++) name = `${slug}-${n}`;
    taken.add(name);
    return name;
  });
}
