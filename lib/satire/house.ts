import { parsePack } from './pack/parse';
import { assignFrames } from './pack/shape';
import { type PackTable, tableOf } from './pack/table';
import type { Pack, Problem } from './types';

/** The house pack as its writers keep it: one text per file, read from disk when the extension is built. */
const files = import.meta.glob<string>('./house/**/*.pack.txt', { query: '?raw', import: 'default', eager: true });

let pack: Pack | null = null;

/** The house pack's files, by path under `house/`. */
export function houseFiles(): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace('./house/', ''), text]));
}

/**
 * The house pack, parsed at first use and kept. Files that do not parse are left out; a test sees that none is.
 * The build puts in the place of this module one that reads a table (lib/cli/packaging/house.ts).
 */
export function housePack(): Pack {
  pack ??= readHouse().pack;
  return pack;
}

/** Parses all house files: the pack, and what is wrong with each file. */
export function readHouse(): { pack: Pack; problems: (Problem & { file: string })[] } {
  const all: Pack = { name: 'house', writer: '', language: 'en-US', lines: [] };
  const problems: (Problem & { file: string })[] = [];
  for (const [file, text] of Object.entries(houseFiles())) {
    // A kind for which no line is written yet is not an error in the house.
    if (!/^(?:eyebrow|roast|onion)\b/m.test(text)) continue;
    const parsed = parsePack(text, file);
    problems.push(...parsed.problems.map((p) => ({ ...p, file })));
    if (parsed.pack) all.lines.push(...parsed.pack.lines);
  }
  assignFrames(all.lines);
  return { pack: all, problems };
}

/**
 * The house pack as the build puts it into the background.
 * @throws Error that names file and line of everything wrong
 */
export function houseTable(): PackTable {
  const { pack, problems } = readHouse();
  const wrong = problems.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) throw new Error(wrong.map(({ file, line, text }) => `${file}:${line}: ${text}`).join('\n'));
  return tableOf(pack);
}
