import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allKeyNames } from '@/lib/claims/kinds';
import { KINDS, type Level } from '@/lib/model';
import { parsePack } from '@/lib/satire';
import { type Filled, fill } from '@/lib/satire/fill';
import { factsFor, HARD_FILLINGS } from '@/lib/satire/hard-fillings';
import { houseFiles, readHouse } from '@/lib/satire/house';
import { lowest, STOPS } from '@/lib/satire/levels';
import { lint, twins } from '@/lib/satire/lint';
import { fault, problem } from '@/lib/satire/pack/faults';
import { TOPIC_NAMES } from '@/lib/satire/topics';
import type { Line, Pack, Parsed, Problem } from '@/lib/satire/types';
import { printLinesFor } from './evaluation/lines-for-sentence';

const USAGE =
  'usage: pack FILE.pack.txt… [--quiet]   (or: pack --house [--quiet], or: pack --claim "SENTENCE" [--kind KIND] [--title TITLE] [--level LEVEL])';

/**
 * `pack FILE…`: reads packs as Peel would and prints what is wrong and where, every joke filled with hard fillings, the jokes
 * that no trial filling fits, and how many there are for each kind and level. `--house` reads Peel's own. `--claim SENTENCE` prints every line
 * that fits a sentence with its score. Ends with 1 if a pack is refused.
 */
export async function main(args: string[]): Promise<number> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`pack: ${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const { claim, title, level, kind, quiet, house } = options.values;
  const files = options.positionals;
  if (claim) return printLinesFor(claim, { title, level: level as Level, kind });
  if (files.length === 0 && !house) {
    console.error(USAGE);
    return 2;
  }
  let refused = 0;
  if (house) {
    const { pack, problems } = readHouse();
    for (const p of problems) console.log(`${p.file} line ${p.line}: ${p.text}`);
    refused += problems.some((p) => p.severity === 'error') ? 1 : 0;
    for (const [file, text] of Object.entries(houseFiles())) {
      const part = parsePack(text, file).pack;
      if (part) report({ ...part, name: file }, quiet);
    }
    coverage(pack);
  }
  for (const file of files) {
    if (!existsSync(file)) {
      console.error(`pack: there is no file ${file}`);
      return 2;
    }
    if (statSync(file).isDirectory()) {
      console.error(`pack: ${file} is a folder; name the files in it`);
      return 2;
    }
    const { pack, problems } = readPack(file);
    show(file, problems);
    if (pack) {
      report(pack, quiet);
      coverage(pack);
    } else {
      console.log(`${file}: refused; nothing of it is used`);
      refused++;
    }
  }
  return refused > 0 ? 1 : 0;
}

const readOptions = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      claim: { type: 'string' },
      title: { type: 'string', default: '' },
      level: { type: 'string', default: 'roast' },
      kind: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      house: { type: 'boolean', default: false },
    },
  });

/** Reads one file. Bytes that are not UTF-8 are a problem like any other. */
function readPack(file: string): Parsed {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch {
    return { pack: null, problems: [problem('error', 0, fault('not_utf8'))] };
  }
  return parsePack(text, file);
}

function show(file: string, problems: readonly Omit<Problem, 'fault'>[]): void {
  for (const p of problems)
    console.log(`${file} line ${p.line}: ${p.severity === 'error' ? '' : '(advice) '}${p.text}`);
}

function report(pack: Pack, quiet: boolean): void {
  const untried: Line[] = [];
  const advice: Omit<Problem, 'fault'>[] = lint(pack, allKeyNames());
  for (const line of pack.lines) {
    const filled = fillings(line);
    const texts = [...new Set(filled.map((f) => f.text))];
    if (texts.length === 0 || (line.section !== 'endnote' && line.topic !== '' && !TOPIC_NAMES.has(line.topic)))
      untried.push(line);
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '');
    if (longest.length > STOPS[line.level].longest)
      advice.push({ severity: 'warning', line: line.at, text: `${longest.length} characters: “${longest}”` });
    if (quiet) continue;
    console.log(
      `\n${line.id}  line ${line.at}  ${line.level}, ${line.mechanism}, ${line.shape}${line.topic && `, ${line.topic}`}`,
    );
    for (const text of texts) console.log(`   ${text}`);
    for (const working of new Set(filled.map((f) => f.working))) if (working) console.log(`      ${working}`);
  }
  if (!quiet) console.log('');
  show(pack.name, advice);
  for (const [line, met] of twins(pack))
    console.log(`${pack.name} line ${line.at}: same frame as line ${met.at}; they never meet on a page`);
  for (const line of untried)
    console.log(`${pack.name} line ${line.at}: not tried, no trial filling has what it asks for: “${line.text}”`);
}

/** A joke filled with every hard filling that its conditions let in. */
function fillings(line: Line): Filled[] {
  return HARD_FILLINGS.flatMap((filling) => {
    const facts = factsFor(line, filling);
    return line.texts.flatMap((_, pick) => fill(line, facts, { jar: 4 }, 1000, pick) ?? []);
  });
}

function coverage(pack: Pack): void {
  const sections = [...KINDS, 'buzzword', 'hedge', 'any', 'headline', 'endnote'];
  console.log(`\n${'section'.padEnd(26)}eyebrow   roast   onion     all  shapes`);
  for (const section of sections) {
    const lines = pack.lines.filter((line) => line.section === section);
    if (lines.length === 0) continue;
    const at = (level: string) => String(lines.filter((line) => lowest(line) === level).length).padStart(8);
    const shapes = new Set(lines.map((line) => line.shape)).size;
    console.log(
      `${section.padEnd(25)}${at('eyebrow')}${at('roast')}${at('onion')}${String(lines.length).padStart(8)}${String(shapes).padStart(8)}`,
    );
  }
  const texts = new Set(pack.lines.map((line) => line.text)).size;
  const keyed = pack.lines.filter((l) => l.conditions.some((c) => c.test === 'about')).length;
  const loose = pack.lines.filter((l) => l.unanchored && l.section === 'any').length;
  console.log(
    `${texts} jokes in ${pack.lines.length} places; ${keyed} keyed to a trade, object or name; ${loose} tied to nothing`,
  );
}
