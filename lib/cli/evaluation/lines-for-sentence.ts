/** `pack --claim "SENTENCE"`: every line that fits a sentence, best first, with its score term by term. */
import { read } from '@/lib/claims';
import type { NoteReason } from '@/lib/model';
import { LEVELS, type Level } from '@/lib/model';
import { candidatesFor, fillsFor, subjectsOf } from '@/lib/satire/candidates';
import { housePack } from '@/lib/satire/house';
import { STOPS } from '@/lib/satire/levels';
import { sensitivityOf } from '@/lib/satire/sensitive-topics';
import type { JokeLevel } from '@/lib/satire/types';
import { isKind, single, toPage } from './labelled';
import { labelledReading } from './labelled-reading';
import { FRESH } from './line-coverage';
import { readNetwork } from './network';

export interface ClaimOptions {
  title: string;
  level: Level;
  /** Kind to take the sentence for; the network decides where none is given. */
  kind?: string | undefined;
}

/**
 * Prints the lines for one sentence.
 * @returns exit code: 0, or 1 if the sentence is not marked or no joke belongs beside it, 2 for wrong arguments
 */
export async function printLinesFor(sentence: string, { title, level, kind }: ClaimOptions): Promise<number> {
  if (level === 'straight' || !LEVELS.includes(level)) return fail(`no such level with jokes: ${level}`, 2);
  if (kind !== undefined && !isKind(kind)) return fail(`no such kind: ${kind}`, 2);
  const doc = single('claim', sentence, title, kind !== undefined, kind);
  const { page, reading } =
    kind === undefined
      ? { page: toPage(doc), reading: await read(toPage(doc), readNetwork(), { density: 'all' }) }
      : await labelledReading(doc);
  if (reading.claims.length === 0) return fail('the sentence is not marked; --kind KIND takes it for one', 1);
  const sensitivity = sensitivityOf(page);
  const lines = housePack().lines;
  for (const subject of subjectsOf(page, reading, sensitivity, FRESH)) {
    const { claim } = subject.facts;
    console.log(`${claim.kind}${claim.second ? ` (${claim.second})` : ''}: “${claim.quote}”`);
    if (sensitivity.room !== 'open' || subject.silenced) {
      const { topic = 'this kind is off', where = '' } = sensitivity.of(claim) ?? {};
      console.log(`  no joke here: ${topic} ${where}`);
      continue;
    }
    const all = candidatesFor(subject, fillsFor(subject, lines), STOPS[level as JokeLevel], FRESH);
    console.log(`  ${all.length} lines at ${level}: score = fit + rating + fresh + level`);
    for (const { score, terms, line, text, why } of all) {
      const parts = [terms.fit, terms.rating, terms.fresh, terms.level].map((n) => n.toFixed(1).padStart(6)).join('');
      console.log(`${score.toFixed(1).padStart(6)} =${parts}  ${line.id}  ${line.level}, rated ${line.rated}`);
      console.log(`          ${text}`);
      console.log(`          ${why.map(reasonWords).join(', ')}`);
    }
  }
  return 0;
}

function fail(problem: string, code: number): number {
  console.error(`pack: ${problem}`);
  return code;
}

/** One reason for a line, as a writer of packs would put it. */
function reasonWords(reason: NoteReason): string {
  switch (reason.because) {
    case 'says':
      return `says ${reason.words.map((word) => `“${word}”`).join(' near ')}`;
    case 'buzzword':
    case 'hedge':
      return `${reason.because} “${reason.word}”`;
    case 'about':
    case 'counts':
      return `${reason.because} ${reason.what}`;
    case 'pattern':
      return `claims “${reason.name}”`;
    case 'compares':
      return `${reason.slot} ${reason.op} ${reason.value}`;
    case 'uses':
    case 'has':
      return `${reason.because} ${reason.slot}`;
    case 'flag':
      return reason.flag;
    case 'kind':
      return `kind ${reason.kinds.join('|')}`;
    case 'holds':
      return `${reason.slot} is ${reason.text}`;
  }
}
