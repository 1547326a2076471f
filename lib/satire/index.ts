/**
 * The room that turns claims into notes. Pure and deterministic: the same page, reading and options give the same report on
 * any machine. No DOM, no browser, no clock, no chance.
 *
 *   PageText + Reading → sensitive topics → facts per claim → lines that fit → page plan per level → PageReport
 */
import type { Edition, Kind, Level, Note, PageReport, PageText, Reading, Straight } from '@/lib/model';
import { LEVELS } from '@/lib/model';
import {
  type Candidate,
  candidatesFor,
  fillsFor,
  hasNoLine,
  type Subject,
  shortList,
  subjectsOf,
  type Taste,
} from './candidates';
import { endNote, headlineCard } from './headline-and-end';
import { housePack } from './house';
import { askedAt, ONCE, STOPS, type Stop } from './levels';
import { assignFrames } from './pack/shape';
import { planPage } from './page-plan';
import { question } from './question';
import { receipt } from './receipt';
import { type Sensitivity, sensitivityOf } from './sensitive-topics';
import type { Line, Pack } from './types';

export { parsePack } from './pack/parse';
export type { Line, Pack, Parsed, Problem } from './types';

export interface WriteOptions {
  /** What the reader saw lately, newest last. */
  recent: { lines: readonly string[]; frames: readonly string[]; shapes: readonly string[] };
  /** Frames that stand beside another story of the same page, by level: none of them comes again at that level. */
  taken: Partial<Record<Level, readonly string[]>>;
  /** Mechanisms the reader wants less of. */
  mutedMechanisms: readonly string[];
  /** Kinds of claim that get no notes; their cards stay. */
  kindsOff: readonly Kind[];
  /** Further packs, used together with the house pack. */
  packs: readonly Pack[];
  /** False where the further packs are to speak alone. */
  house: boolean;
}

/** At most this many recent lines, frames and shapes are looked at. */
const RECENT = { lines: 400, frames: 40, shapes: 10 };

function tasteOf(page: PageText, options: Partial<WriteOptions>): Taste {
  const year = /^(\d{4})/.exec(page.published ?? '')?.[1];
  const recent = options.recent;
  return {
    seen: {
      lines: new Set(recent?.lines.slice(-RECENT.lines).reverse()),
      frames: new Set(recent?.frames.slice(-RECENT.frames)),
      shapes: recent?.shapes.slice(-RECENT.shapes) ?? [],
    },
    taken: new Map(LEVELS.map((level) => [level, new Set(options.taken?.[level])])),
    muted: new Set(options.mutedMechanisms),
    kindsOff: new Set(options.kindsOff),
    year: year ? Number(year) : null,
  };
}

type Merged = WeakMap<readonly Pack[], readonly Line[]>;
/** Lines merged for a list of packs that is still in use: beside the house's, and alone. */
const beside: Merged = new WeakMap();
const alone: Merged = new WeakMap();

/** All lines in use: the house pack and the reader's own, with frames compared across both. */
function linesOf({ packs, house: wanted = true }: Partial<WriteOptions>): readonly Line[] {
  const house = wanted ? housePack().lines : [];
  if (!packs || packs.length === 0) return house;
  const merged = wanted ? beside : alone;
  const known = merged.get(packs);
  if (known) return known;
  const lines = [...house, ...packs.flatMap((pack) => pack.lines)].map((line) => ({ ...line }));
  assignFrames(lines);
  merged.set(packs, lines);
  return lines;
}

/** The claims of a page made ready: those of its opening as if there were no others, for their notes may be shown before the others are read. */
function subjectsInOrder(page: PageText, reading: Reading, sensitivity: Sensitivity, taste: Taste): Subject[] {
  const { claims, opening = 0 } = reading;
  const first = { ...reading, claims: claims.slice(0, opening) };
  const rest = subjectsOf(page, reading, sensitivity, taste).filter(({ index }) => index >= opening);
  return [...(opening > 0 ? subjectsOf(page, first, sensitivity, taste) : []), ...rest];
}

/**
 * Writes a page: all four editions at once, so that the dial repaints without asking. A page's opening has the same notes as if it
 * were the whole page, and the same headline card where it calls for one; the rest suits them.
 * @param page the article's text; @param reading its claims; @param options see WriteOptions, all optional
 * @returns the report; never throws on strange claims, which simply get no note
 */
export function write(page: PageText, reading: Reading, options: Partial<WriteOptions> = {}): PageReport {
  const taste = tasteOf(page, options);
  const sensitivity = sensitivityOf(page);
  const asked = new Map<string, number>();
  const straight: Straight[] = reading.claims.map((claim) => {
    const why = sensitivity.of(claim);
    return { question: question(claim, asked), receipt: receipt(page, claim), jokes: why === null, why };
  });
  const editions = Object.fromEntries(LEVELS.map((level) => [level, empty(level)])) as Record<Level, Edition>;
  const report: PageReport = { reading, room: sensitivity.room, roomReason: sensitivity.topic, straight, editions };
  if (sensitivity.room !== 'open' || reading.claims.length === 0) return report;
  const lines = linesOf(options);
  const { opening = 0 } = reading;
  const subjects = subjectsInOrder(page, reading, sensitivity, taste);
  const worth = new Map(subjects.map((s) => [s.index, s.worth] as const));
  const open = subjects.filter((s) => !s.silenced).map((s) => ({ s, fills: fillsFor(s, lines) }));
  for (const { s, fills } of open) {
    const noLineAt = LEVELS.filter((level) => hasNoLine(s, fills, STOPS[askedAt(level)], taste));
    if (noLineAt.length > 0) Object.assign(straight[s.index]!, { noLineAt });
  }
  const lower = new Map<number, Line[]>();
  for (const stop of Object.values(STOPS)) {
    const options = open.map(({ s, fills }) =>
      shortList(candidatesFor(s, fills, stop, taste, lower.get(s.index)).filter((c) => isGood(c, stop))),
    );
    const inOpening = options.filter(([first]) => first && first.claim < opening);
    const begun = { notes: planPage(inOpening, worth, stop), claims: opening };
    const notes = planPage(options, worth, stop, begun);
    for (const { claim, line } of notes) lower.set(claim, [...(lower.get(claim) ?? []), line]);
    const edition: Edition = { ...empty(stop.level), notes: notes.map((c) => noteOf(c, stop.level)) };
    if (stop.level === 'onion') {
      const first = subjects.filter(({ index }) => index < opening);
      edition.headline = headlineCard(page, first, lines, taste) ?? headlineCard(page, subjects, lines, taste);
      edition.end = endNote(page, subjects, reading, notes, lines, taste);
    }
    editions[stop.level] = edition;
  }
  return report;
}

/** Whether a line answers its claim well enough to be shown unasked. That it was met before, or stands at a lower stop, does not make it worse. */
const isGood = ({ terms }: Candidate, stop: Stop): boolean => terms.fit + terms.rating >= stop.weakest;

const empty = (level: Level): Edition => ({ level, notes: [], headline: null, end: null });

function noteOf(candidate: Candidate, level: Level): Note {
  const { line, text, working, why, claim } = candidate;
  return {
    claim,
    level,
    mechanism: line.mechanism,
    shape: line.shape,
    frame: line.frame,
    line: line.id,
    text,
    working,
    why,
  };
}

/** A claim beside which another line is wanted. */
export interface Wanting {
  page: PageText;
  /** What was written for the page. */
  report: PageReport;
  /** Of the claim in the report. */
  index: number;
  level: Level;
  /** Lines that have stood there, or that the reader asked for elsewhere on the page, by id. */
  used: readonly string[];
}

/**
 * The next best line for one claim that the reader has not seen: not in `used`, and no frame that stands elsewhere on the page, nor
 * what it has its fill of: sorts that come once, and speakers.
 * @returns the note, or null if no joke belongs there or nothing is left
 */
export function another(
  { page, report, index, level, used }: Wanting,
  options: Partial<WriteOptions> = {},
): Note | null {
  if (level === 'straight' || report.room !== 'open' || !report.straight[index]?.jokes) return null;
  const stop = STOPS[level];
  const taste = tasteOf(page, options);
  const subjects = subjectsInOrder(page, report.reading, sensitivityOf(page), taste);
  const subject = subjects.find((one) => one.index === index);
  if (!subject || subject.silenced) return null;
  const elsewhere = report.editions[level].notes.filter((n) => n.claim !== index);
  const lines = linesOf(options);
  const seen = new Set([...used, ...report.editions[level].notes.map((n) => n.line)]);
  const frames = new Set(elsewhere.map((n) => n.frame));
  const once = new Set(elsewhere.map((n) => n.mechanism).filter((mechanism) => ONCE.has(mechanism)));
  const mayQuote = elsewhere.filter((n) => n.shape === 'quote').length < stop.speakers;
  // A joke for further kinds is several lines, each with an id of its own.
  const heard = new Set(lines.filter((line) => seen.has(line.id)).map(({ text }) => text));
  const told = new Set(lines.filter((l) => used.includes(l.id)).map((l) => l.frame));
  const usable = lines.filter(
    (line) =>
      !heard.has(line.text) &&
      !frames.has(line.frame) &&
      !once.has(line.mechanism) &&
      (mayQuote || line.shape !== 'quote'),
  );
  const all = candidatesFor(subject, fillsFor(subject, usable), stop, taste);
  const best = all.find((c) => !told.has(c.line.frame)) ?? all[0];
  return best ? noteOf(best, level) : null;
}
