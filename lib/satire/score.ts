import type { Filled } from './fill';
import { lowest, type Stop } from './levels';
import type { Line } from './types';

/** What the reader has met lately, and what stands beside the same claim at the lower stops of the dial. */
export interface Seen {
  lines: ReadonlySet<string>;
  frames: ReadonlySet<string>;
  shapes: readonly string[];
}

/** Why a line stands where it stands among those for one claim, in points. The sum decides; nothing else does, chance least of all. */
export interface Score {
  /** How exactly it answers what is claimed. */
  fit: number;
  /** How good its judges found it. */
  rating: number;
  /** How new it is to this reader. */
  fresh: number;
  /** How much it is the voice of this stop of the dial. */
  level: number;
}

/** Past this fit a line is close enough: the better one goes before the closer one. */
const CLOSE_ENOUGH = 12;
/** What the sentence says is done goes before how it is said, and that before what one of its words is good for. */
const TIED = { fact: 7, build: 2, word: 0 };
/** What a line gains that says one of the words which make the sentence a claim, and what one loses that answers another. */
const CENTRAL = 4;
const BESIDE = { fact: 0, build: 0, word: -6 };
/** What a line on the same fact loses if it says no word of the sentence. */
const STRANGE = 8;
/** A line for every kind that hangs on a word of its own asking, and one that hangs on none. */
const FOR_ANY = { asks: -1, else: -3 };

/** The rating from which a line gains; what each point above or below it is worth. */
const MIDDLING = 3.5;
const PER_POINT = 9;
/** A line of the reader's own pack: whoever brings one would like to see it. */
const OWN = 4;

/** What a line loses that the reader has read lately, one of the same frame, and one of the same shape for each of the last notes. */
const READ = 14;
const FRAME = 8;
const SHAPE = 0.4;

/** By how many stops a line is tamer than the dial, and what a line loses that a lower stop has told already. */
const TAMER: readonly number[] = [5, 0, -5];
const TOLD = 12;
const STOPS = ['eyebrow', 'roast', 'onion'];

/**
 * Scores a line that fits a claim.
 * @param filled the line, filled; @param stop of the dial; @param seen what is no longer new
 * @param told frames that stand beside the same claim at a lower stop
 */
export function scoreOf(filled: Filled, stop: Stop, seen: Seen, told: ReadonlySet<string> = new Set()): Score {
  const { line } = filled;
  return { fit: fitOf(filled), rating: ratingOf(line), fresh: freshOf(line, seen), level: levelOf(line, stop, told) };
}

/** The sum of a score's parts. */
export const sumOf = ({ fit, rating, fresh, level }: Score): number => fit + rating + fresh + level;

function fitOf({ line, fit, tie, central, echoes }: Filled): number {
  let points = Math.min(fit, CLOSE_ENOUGH) + TIED[tie] + (central ? CENTRAL : BESIDE[tie]);
  if (tie === 'fact' && !echoes) points -= STRANGE;
  if (tie === 'word' && line.section === 'any')
    points += line.conditions.some((c) => c.test === 'says' && !c.not) ? FOR_ANY.asks : FOR_ANY.else;
  return points;
}

function ratingOf(line: Line): number {
  return PER_POINT * (line.rated - MIDDLING) + (line.id.startsWith('house/') ? 0 : OWN);
}

function freshOf(line: Line, { lines, frames, shapes }: Seen): number {
  const met = shapes.reduce((n, shape) => n + (shape === line.shape ? 1 : 0), 0);
  return (lines.has(line.id) ? -READ : 0) + (frames.has(line.frame) ? -FRAME : 0) - SHAPE * met;
}

function levelOf(line: Line, stop: Stop, told: ReadonlySet<string>): number {
  const tame = TAMER[STOPS.indexOf(stop.level) - STOPS.indexOf(lowest(line))] ?? 0;
  return tame - (told.has(line.frame) ? TOLD : 0);
}
