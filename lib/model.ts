/**
 * The plain data that travels between the rooms, and nothing else: no behaviour, no imports.
 *
 *   document --lib/article--> PageText --lib/claims--> Claim[] --lib/satire--> Edition per level --lib/overlay--> page
 *
 * Everything here survives structured cloning and JSON. Offsets are UTF-16 code units, half-open [start, end).
 */

// ---------------------------------------------------------------------------------------------------- what was found

/** A half-open stretch of a passage's text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** What a passage is on its page. `headline` is the article's own heading; `heading` any other. */
export type PassageRole = 'headline' | 'standfirst' | 'heading' | 'paragraph' | 'item' | 'quote';

/** One sentence (or verbless headline or bullet) of a passage. */
export interface Sentence extends Span {
  /** Passed the cheap gate of lib/article, so is worth reading. The rest is context only. */
  candidate: boolean;
}

/** One block of article text as a reader sees it: white space collapsed, inline markup crossed. */
export interface Passage {
  /** Position on the page among all passages sent, from 0, in reading order. */
  index: number;
  role: PassageRole;
  text: string;
  sentences: Sentence[];
  /** The stretches that link to something a reader could look up: no page furniture, no sections, no front doors. */
  links?: Span[];
  /** Index of the passage that introduces this one: a list's lead-in, else the nearest heading above. */
  leadIn: number | null;
}

/** Who publishes the page: decides how "we" and an unattributed sentence are read. */
export type PageKind = 'news' | 'company';

/** Everything about a page that reading and writing may depend on. No DOM, no address beyond the origin and path. */
export interface PageText {
  /** Address without query and fragment; seeds the choice of lines. */
  address: string;
  host: string;
  title: string;
  /** BCP 47, as declared or recognised. Only English is read. */
  language: string;
  kind: PageKind;
  /** ISO date (YYYY-MM-DD) of publication where the page states it; receipts must not be older than the page. */
  published: string | null;
  /** Name of the publisher where the page states it (og:site_name), for telling "we" apart. */
  publisher: string | null;
  passages: Passage[];
  /** On a page of several stories: the passages that each story after the first begins with. */
  stories?: number[];
}

/** Where a stretch stands in a page's text, as the Web Annotation Data Model has it (text position, text quote). */
export interface TextPlace {
  /** The claim's index in the reading. */
  index: number;
  /** Offsets in Unicode code points, [start, end), in the text of the document's body: all of its text nodes, joined. */
  start: number;
  end: number;
  /** The text itself, as it stands in the document, and up to 32 code units before and after it. */
  exact: string;
  prefix: string;
  suffix: string;
}

// ----------------------------------------------------------------------------------------------------- what was read

/** The kinds of claim: something asserted to the credit of an AI or its maker. In the order of the ladder: the most checkable first. */
export const CLAIM_KINDS = [
  'strategy-reversal',
  'workforce-reduction',
  'labour-equivalence',
  'benchmark-performance',
  'human-parity',
  'accuracy-reliability',
  'productivity-gain',
  'pricing-access',
  'business-impact',
  'adoption-scale',
  'societal-benefit',
  'ai-washed-product',
  'privacy-assurance',
  'human-oversight',
  'agentic-autonomy',
  'augmentation-reassurance',
  'safety-responsibility',
  'funding-partnership',
  'future-promise',
  'sweeping-transformation',
  'capability-superlative',
] as const;

/** The kinds of announcement: a company's act around AI, told as news. */
export const ANNOUNCEMENT_KINDS = [
  'launch',
  'money-in',
  'money-out',
  'deal',
  'people',
  'cuts',
  'mandate',
  'terms',
  'setback',
  'rules',
  'forecast',
  'figure',
] as const;

/** Everything that Peel marks, in the order of the network's output. */
export const KINDS = [...CLAIM_KINDS, ...ANNOUNCEMENT_KINDS] as const;

export type ClaimKind = (typeof CLAIM_KINDS)[number];
export type AnnouncementKind = (typeof ANNOUNCEMENT_KINDS)[number];
export type Kind = (typeof KINDS)[number];

/** The two families of marks. */
export type Family = 'claim' | 'announcement';

/** What a mark is about in the widest sense: named where the kind is in doubt. */
export const GROUPS = ['work', 'power', 'money', 'safety', 'future', 'news'] as const;
export type Group = (typeof GROUPS)[number];

/** How many marks the reader wants: prime ones only and few; normal; everything that is fair. */
export const DENSITIES = ['fewer', 'normal', 'all'] as const;
export type Density = (typeof DENSITIES)[number];

export type Voice =
  | 'first-party'
  | 'spokesperson-quote'
  | 'testimonial'
  | 'reported-neutral'
  | 'reported-distanced'
  | 'headline'
  | 'bullet';
export type Modality = 'asserted' | 'hedged' | 'future' | 'conditional';
export type NumberSource =
  | 'none'
  | 'self'
  | 'commissioned'
  | 'customer'
  | 'partner'
  | 'perception-survey'
  | 'independent';
export type Evidence = 'none' | 'pointer' | 'method';
export type Polarity = 'promoting' | 'mixed';

/** What a figure is said of: a share that is right, a share of something, a change, or what a firm is worth. */
export type FigureRole = 'accuracy' | 'share' | 'change' | 'valuation';

/** A number as read off the page. `value` is null where the words are vague ("billions", "most"). */
export interface Quantity {
  /** As written: "two-thirds", "2.3 million", "$10m". */
  text: string;
  value: number | null;
  type: 'count' | 'percent' | 'multiple' | 'money' | 'duration' | 'score' | 'power';
  /** Head noun as written ("conversations", "hours"); ISO 4217 code for money ("USD"). Empty if none. */
  unit: string;
  /** Hedge right beside the number: "up to", "nearly". Empty if none. */
  hedge: string;
  /** Where it is clear. */
  role?: FigureRole;
  /** The upper end of a range: "10–20x". */
  range?: true;
  span: Span;
}

/**
 * The parts of a claim. Every text slot is copied from the page and empty ('') when it was not found: better empty
 * than wrong. Slots with a `*Span` hold where in the passage they stand, for colouring the parts of the sentence.
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

/** The parts of a sentence's build that a line may play on, by name; what each holds the writers' README says. */
export const SENTENCE_PARTS = [
  'item',
  'item2',
  'lastitem',
  'items',
  'nitems',
  'helper',
  'helped',
  'act',
  'hope',
  'still',
  'without',
  'all',
  'super',
  'degree',
  'manner',
  'twice',
  'ago',
  'soon',
  'creed',
  'future_of',
  'merely',
  'vague',
  'vague_of',
  'order',
  'single',
  'existing',
  'more',
  'tasks',
  'label',
  'length',
  'nai',
  'nyou',
  'nwe',
  'tail',
  'scope',
  'straw',
  'tide',
  'sort_of',
  'span',
  'more2',
  'chain',
  'image',
  'image2',
  'ever',
  'one_of',
  'this_does',
  'potential',
  'preview',
] as const;
export type SentencePart = (typeof SENTENCE_PARTS)[number];

/** What can be said of a sentence's build without words of its own. */
export const SENTENCE_SIGNS = [
  'verbs',
  'doings',
  'nouns',
  'adjectives',
  'acts',
  'deeds',
  'helps-you',
  'yet',
  'our-best',
  'new',
  /** No digit stands in it, but in names: "Opus 4.6". */
  'no-digits',
] as const;
export type SentenceSign = (typeof SENTENCE_SIGNS)[number];

/** How a claim's own sentence is built: the phrases and counts that are plainly there. Read once, with the claim's other parts. */
export interface SentenceBuild {
  /** As printed, first letters small; counts in digits. */
  parts: Partial<Record<SentencePart, string>>;
  signs: SentenceSign[];
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

/** One visible reason for points of the hype score, per claims/scoring (L1 … E6). */
export interface HypeCue {
  id: HypeCueId;
  /** Signed points as counted, after group caps. */
  points: number;
  /** The words of the page that set it off; empty where something is missing. */
  text: string;
}

export type HypeBand = 'plain' | 'warm' | 'frothy' | 'heady' | 'stratospheric';

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
  /** 2 where a note is expected, 1 where it is welcome (marks.md). */
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
}

// -------------------------------------------------------------------------------------------------- what was written

export const LEVELS = ['straight', 'eyebrow', 'roast', 'onion'] as const;
/** The dial: Straight Face, Raised Eyebrow, Slow Roast, Full Onion. */
export type Level = (typeof LEVELS)[number];

/** Whether jokes belong on this page: `straight-face` keeps the underlines and cards, `closed` paints nothing at all. */
export type Room = 'open' | 'straight-face' | 'closed';

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
export type Comparison = '>=' | '<=' | '>' | '<' | '=';

export type Shape =
  | 'statement'
  | 'fragment'
  | 'quote'
  | 'dialogue'
  | 'list'
  | 'document'
  | 'sum'
  | 'law'
  | 'award'
  | 'ad'
  | 'lede'
  | 'headline'
  | 'aside';

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
  /** Stable id of the line in its pack: "house/labour-equivalence#12". */
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
