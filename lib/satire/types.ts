import type { Kind, Level, Shape } from '@/lib/model';
import type { Fault } from './pack/faults';

/** Where a line belongs: under a kind of claim, or on one of the special shelves. */
export const SHELVES = ['buzzword', 'hedge', 'any', 'headline', 'endnote'] as const;
export type Shelf = (typeof SHELVES)[number];
/** What an end note is put together from, in this order; a line for it names one where others name a topic. */
export const END_SHELVES = ['tally', 'callback', 'law', 'aside'] as const;
export type Section = Kind | Shelf;

/** Levels a line may be written for: Straight Face holds no jokes. */
export type JokeLevel = Exclude<Level, 'straight'>;
/** Those levels, the tamest first. */
export const JOKE_LEVELS: readonly JokeLevel[] = ['eyebrow', 'roast', 'onion'];

/** Short slot names, as in the spreadsheet form of a pack. `slots.ts` maps the long names to them. */
export type SlotName = string;

/** One condition of a line. All of a line's conditions must hold. */
export type Condition =
  | { test: 'slot'; slot: SlotName; not: boolean }
  | { test: 'compare'; slot: SlotName; op: '>=' | '<=' | '>' | '<'; value: number }
  | { test: 'about'; slot: SlotName; words: string[]; not: boolean }
  | { test: 'is'; slot: SlotName; words: string[]; not: boolean }
  /** `near`: one of these words must stand close by. */
  | { test: 'says'; words: string[]; near?: string[]; not: boolean }
  | { test: 'flag'; flag: string; not: boolean };

/** One joke, checked and ready to fill. */
export interface Line {
  /** "pack/section#hash of the text": stable when lines are added before or after. */
  id: string;
  section: Section;
  /** Narrower than the section: "chatbot", or '' for every claim of the section. */
  topic: string;
  level: JokeLevel;
  mechanism: string;
  tone: string;
  conditions: Condition[];
  /** How good it is, 1 to 5: what its judges' marks come to, weighed as house/README.md says, or what its writer thinks of it (spare, normal, favorite). */
  rated: number;
  /** The frame its writer gave it, or ''. */
  ownFrame: string;
  /** Lines sharing a frame never meet on a page. Set over all packs in use by `assignFrames`. */
  frame: string;
  shape: Shape;
  /** The joke as its writer wrote it, alternates and all. */
  text: string;
  /** The joke in each of its forms, at most six. */
  texts: string[];
  /**
   * True if neither a slot, a trigger word nor a topic ties the line to its claim. In a kind's own section the kind itself does: such a
   * line stands only beside a claim whose kind is sure.
   */
  unanchored: boolean;
  /** The words in quotation marks at its beginning must stand in the claim. */
  quotes: boolean;
  /** Line number of the joke in its file, from 1. */
  at: number;
}

export interface Pack {
  name: string;
  writer: string;
  language: string;
  lines: Line[];
}

/**
 * What is wrong with a pack and where. A file of a pack that has an error is not installed; of a pack that is installed already or
 * comes with a file of settings, what is right is used. A warning is advice.
 */
export interface Problem {
  severity: 'error' | 'warning';
  /** Line number in the file, from 1; 0 for the file as a whole. */
  line: number;
  /** In English. */
  text: string;
  fault: Fault;
}

export interface Parsed {
  pack: Pack | null;
  /** What of it is right, where not all is. */
  rest?: Pack;
  problems: Problem[];
}
