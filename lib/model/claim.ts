/** What was read: a mark with its parts. */
import type { Family, Group, Kind } from './kinds';
import type { Span } from './page';
import type { SentenceBuild } from './sentence-build';

export type Voice =
  | 'first-party'
  | 'spokesperson-quote'
  | 'testimonial'
  | 'reported-neutral'
  | 'reported-distanced'
  | 'headline'
  | 'bullet';
export type Modality = 'asserted' | 'hedged' | 'future' | 'conditional';
export type NumberSource = 'none' | 'self' | 'commissioned' | 'customer' | 'perception-survey' | 'independent';
export type Evidence = 'none' | 'pointer' | 'method';
export type Polarity = 'promoting' | 'mixed';

/** What a figure is said of: a share that is right, a share of something, a change, or what a firm is worth. */
export type FigureRole = 'accuracy' | 'share' | 'change' | 'valuation';

/** A number as read off the page. `value` is null where the words are vague ("billions", "most"). */
export interface Quantity {
  /** As written: "two-thirds", "2.3 million", "$10m". */
  text: string;
  value: number | null;
  type: 'count' | 'percent' | 'multiple' | 'money' | 'duration' | 'power';
  /** Head noun as written ("conversations", "hours"); ISO 4217 code for money ("USD"); "GW" or "MW" for power. Empty if none. */
  unit: string;
  /** Hedge right beside the number: "up to", "nearly". Empty if none. */
  hedge: string;
  /** Where it is clear. */
  role?: FigureRole;
  /** An end of a range: "10–20x". */
  range?: true;
  span: Span;
}

/**
 * The parts of a claim. Every text slot is copied from the page and empty ('') when it was not found: better empty
 * than wrong. Where the parts of the sentence stand, to be colored, is in the claim's `parts`.
 */
export interface Slots {
  /** Short name of the firm that benefits from being believed: "Kelmore", never "the company", "we" or "Inc.". */
  actor: string;
  /** The actor's words in the sentence ("the company", "we", "Kelmore Pay"). */
  actorText: string;
  speaker: string;
  /** Lower-case role of the speaker: "chief executive", "spokesperson". */
  speakerRole: string;
  /** As written: "The assistant", "our virtual adviser". */
  technology: string;
  /** Singular count noun without article, lower case unless a name: "AI assistant". */
  technologyNoun: string;
  /** Proper name of the product: "Halcyon 3". */
  product: string;
  /** Lemma of the claiming verb: "handle". */
  predicate: string;
  /** Head noun phrase of the verb's direct object, at most five words, no article: "customer questions"; empty if unsure. */
  object?: string;
  quantities: Quantity[];
  /** People whose work is counted or displaced, plural, lower case, no article: "support agents". */
  workers: string;
  worker: string;
  /** What the claim compares with, as written: "eleven minutes", "experienced physicians". */
  comparison: string;
  /** Plural noun for people or models beaten or matched: "radiologists". */
  rival: string;
  /** Thing done, as a noun phrase or -ing phrase as written: "motor claims". */
  task: string;
  beneficiary: string;
  /** Fits after "by" or "within": "the end of 2027", "two years". */
  deadline: string;
  period: string;
  hedge: string;
  benchmark: string;
  /** Everyday object that AI was put into, singular: "toothbrush". */
  thing: string;
  partner: string;
  place: string;
  plan: string;
  /** What the data assurance or the training is about: "your posts". */
  source: string;
  /** The company's former trade, for renamings: "garden furniture". */
  oldBusiness: string;
  /** Soft phrase standing in for a hard one, at most six words of the page: "right-sizing". */
  euphemism: string;
  /** At most six words of the claim worth quoting back. */
  quote: string;
  /** Buzzwords of the claim, lower case, in order of appearance: "seamless". */
  buzzwords: string[];
  /** The claim says that people actually left: "cut 700" is, "does the work of 700" is not. */
  gone: boolean;
}

/** A record with every slot empty. */
export function emptySlots(): Slots {
  return {
    actor: '',
    actorText: '',
    speaker: '',
    speakerRole: '',
    technology: '',
    technologyNoun: '',
    product: '',
    predicate: '',
    object: '',
    quantities: [],
    workers: '',
    worker: '',
    comparison: '',
    rival: '',
    task: '',
    beneficiary: '',
    deadline: '',
    period: '',
    hedge: '',
    benchmark: '',
    thing: '',
    partner: '',
    place: '',
    plan: '',
    source: '',
    oldBusiness: '',
    euphemism: '',
    quote: '',
    buzzwords: [],
    gone: false,
  };
}

/** What may give or take points of hype, by its name in the rubric: language, gaps, time, stakes, evidence. The card has words for each. */
export const HYPE_CUES = [
  'base',
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9',
  'T1',
  'T2',
  'T3',
  'S1',
  'S2',
  'E1',
  'E2',
  'E3',
  'E4',
  'E5',
  'E6',
] as const;
export type HypeCueId = (typeof HYPE_CUES)[number];

/** One visible reason for points of the hype score. */
export interface HypeCue {
  id: HypeCueId;
  /** Signed points as counted, after group caps. */
  points: number;
  /** The words of the page that set it off; empty where something is missing. */
  text: string;
}

/** The words for a score of hype, the calmest first, and the score from which each holds. */
export const HYPE_BANDS = ['plain', 'warm', 'frothy', 'heady', 'stratospheric'] as const;
export type HypeBand = (typeof HYPE_BANDS)[number];
export const HYPE_FROM: Record<HypeBand, number> = { plain: 0, warm: 20, frothy: 40, heady: 60, stratospheric: 80 };

export interface Hype {
  /** 0 to 100: how much more heat than support the wording shows. Not a probability of falsehood. */
  score: number;
  band: HypeBand;
  cues: HypeCue[];
}

/** One mark: a corporate claim about AI or an announcement, with the evidence for calling it one. */
export interface Claim {
  /** Stable on a page while its text is: passage text and span decide it. */
  id: string;
  family: Family;
  /** 2 where a note is expected, 1 where it is welcome. */
  grade: 1 | 2;
  kind: Kind;
  second: Kind | null;
  /** The likeliest kinds with their probabilities, best first; at most three. */
  kinds: { kind: Kind; weight: number }[];
  /** The wider group of the kind. Where `kindSure` is false the card names this and not the kind. */
  group: Group;
  kindSure: boolean;
  passage: number;
  /** The sentence that holds it, in the passage. */
  sentence: Span;
  /** Shortest stretch with predicate and arguments, in the passage. */
  span: Span;
  /** The passage's text at `span`. */
  quote: string;
  voice: Voice;
  modality: Modality;
  numberSource: NumberSource;
  evidence: Evidence;
  polarity: Polarity;
  slots: Slots;
  /** Where the parts stand in the passage, for colouring: {"actor": {start, end}}. Only what is certain. */
  parts: Partial<Record<PartName, Span>>;
  /** The strict patterns of its kind that the sentence meets, by name, with where in the passage their words stand; cues have no name. */
  keys?: Key[];
  build: SentenceBuild;
  hype: Hype;
  /** 0 to 1: how sure the reader is that a mark is fair here. */
  confidence: number;
}

/** Words that make a sentence a claim of its kind. */
export interface Key extends Span {
  /** The pattern's name in its kind's file: "saves time"; '' for a cue. */
  name: string;
}

/** Parts of a claim that a card names and colours. */
export type PartName =
  | 'actor'
  | 'technology'
  | 'quantity'
  | 'workers'
  | 'comparison'
  | 'hedge'
  | 'deadline'
  | 'speaker'
  | 'task'
  | 'beneficiary';

/** A page's claims and what they add up to. */
export interface Reading {
  claims: Claim[];
  /** Page hype score, 0 to 100, over the claims; 0 where there is none. Announcements are not scored. */
  score: number;
  /** How many of the claims show their source; announcements do not count. */
  supported: number;
  /** How many of the claims, from the first on, were read and are to be written before the rest of a long page. None unless given. */
  opening?: number;
}
