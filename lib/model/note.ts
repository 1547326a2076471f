/** What was written, and what the reader may want of it. */
import type { Reading } from './claim';
import type { Kind } from './kinds';

export const LEVELS = ['straight', 'eyebrow', 'roast', 'onion'] as const;
/** The dial: Straight Face, Raised Eyebrow, Slow Roast, Full Onion. */
export type Level = (typeof LEVELS)[number];

/** Whether jokes belong on this page: `straight-face` keeps the underlines and cards. */
export type Room = 'open' | 'straight-face';

/** What is no matter for jokes. */
export const SENSITIVE_TOPICS = [
  'death',
  'illness',
  'abuse',
  'violence',
  'disaster',
  'discrimination',
  'children-at-risk',
  'private-person',
  'court-case',
  'lost-job',
] as const;
export type SensitiveTopic = (typeof SENSITIVE_TOPICS)[number];

/** Why no joke belongs beside a claim: the topic, and whether it is that of the page, of the claim's paragraph or of one beside it. */
export interface NoJokes {
  topic: SensitiveTopic;
  where: 'page' | 'here' | 'nearby';
}

/** One of the things that speak for a line beside its claim, to be put into words where it is shown. */
export type NoteReason =
  /** The sentence says these words; `near` if they stand together. */
  | { because: 'says'; words: string[]; near: boolean }
  | { because: 'buzzword' | 'hedge'; word: string }
  /** A topic of the pack, or what a slot holds. */
  | { because: 'about'; what: string }
  /** What the sentence counts: "languages". */
  | { because: 'counts'; what: string }
  /** A pattern of the claim's kind, by name: "saves time". */
  | { because: 'pattern'; name: string }
  | { because: 'compares'; slot: string; op: Comparison; value: number }
  /** The line prints the slot, or only asks for it. */
  | { because: 'uses' | 'has'; slot: string }
  /** A sign of the claim: "gone", "future". */
  | { because: 'flag'; flag: string }
  /** The kind of the claim, as the line asks for it. */
  | { because: 'kind'; kinds: string[] }
  | { because: 'holds'; slot: string; text: string };
export type Comparison = '>=' | '<=' | '>' | '<';

/** What a note looks like to a reader. */
export const SHAPES = [
  'statement',
  'fragment',
  'quote',
  'dialogue',
  'list',
  'document',
  'sum',
  'law',
  'award',
  'ad',
  'lede',
  'headline',
  'aside',
] as const;
export type Shape = (typeof SHAPES)[number];

/** A documented outcome of an earlier claim by the same firm. Never a joke. */
export interface Receipt {
  id: string;
  line: string;
  caveat: string;
  publisher: string;
  title: string;
  url: string;
  /** ISO date, to the precision known: "2025-05". */
  date: string;
}

/** Where the note beside a claim stands, in shares of the window, whatever its zoom: from 0 to 1 where it is in sight. */
export interface NoteBox {
  /** Of the claim, in the reading. */
  index: number;
  x: number;
  y: number;
  w: number;
  h: number;
}

/** One joke beside one claim. */
export interface Note {
  /** Index into the reading's claims. */
  claim: number;
  level: Level;
  mechanism: string;
  shape: Shape;
  frame: string;
  /** Stable id of the line in its pack: "house/labour-equivalence#0ct9747". */
  line: string;
  text: string;
  /** Sums shown on the card: "$10 million ÷ 700 = $14,286". Empty if the line holds none. */
  working: string;
  /** Why this line: conditions met, slots used. */
  why: NoteReason[];
}

/** A card above the real headline, which stays visible and unchanged. Full Onion only. */
export interface HeadlineCard {
  text: string;
  line: string;
}

/** After the article, Full Onion only: tally, callback, law or prediction, aside. */
export interface EndNote {
  sentences: string[];
  lines: string[];
}

/** What one level shows on this page. */
export interface Edition {
  level: Level;
  notes: Note[];
  headline: HeadlineCard | null;
  end: EndNote | null;
}

/** A sentence in its paragraph that was marked and should not have been. */
export interface WrongMark {
  /** Of the page. */
  title: string;
  /** The paragraph; the sentence stands in it at [start, end). */
  text: string;
  start: number;
  end: number;
  /** What it was marked as. */
  kind: Kind;
}

/** What a reader can ask not to see again from a card. */
export type Unwanted =
  | { what: 'page' }
  | { what: 'site' }
  | { what: 'kind'; kind: Kind }
  /** Jokes that work like this one. */
  | { what: 'jokes'; mechanism: string }
  /** A mark, by its claim's id: it is none. */
  | { what: 'mark'; id: string };

/** What every card shows about a claim whatever the level. */
export interface Straight {
  /** The question that was not asked. */
  question: string;
  receipt: Receipt | null;
  /** False where no joke belongs beside this claim; `why` says for what reason. */
  jokes: boolean;
  why: NoJokes | null;
  /** Where one may, the levels at which no line fits, so that none can be asked for either. */
  noLineAt?: Level[];
}

/** The whole answer of the background for one page: all levels at once, so that the dial repaints without asking. */
export interface PageReport {
  reading: Reading;
  room: Room;
  /** The topic of the page that keeps the room from being open. */
  roomReason: SensitiveTopic | null;
  /** One per claim, in the same order. */
  straight: Straight[];
  /** How many more there were that the reader asked not to see. */
  leftOut?: number;
  editions: Record<Level, Edition>;
}
