/**
 * Every message and every answer, as one schema each; their types are read off these and stand nowhere else. Background and
 * extension pages only; what runs in a page does not carry it (in-page.ts).
 */
import * as v from 'valibot';
import { DENSITIES, SENSITIVE_TOPICS } from '../model';
import {
  claim,
  flag,
  index,
  kind,
  level,
  note,
  noteBox,
  number,
  page,
  perhaps,
  report,
  room,
  span,
  straight,
  text,
  textPlace,
  texts,
  topic,
  wrongMark,
} from './data';

/** Why a page shows nothing, where its state alone does not say it; the popup has one plain sentence for each. */
export const PAGE_REASONS = [
  /** All that was found is what the reader asked not to see. */
  'all-unwanted',
  /** Peel is off because storage does not hand out the reader's settings. */
  'settings-unread',
  'interrupted',
  'slow',
  'tripped',
  /** The browser did not let the margin onto the page. */
  'not-let-in',
  'reader-missing',
  'reader-damaged',
  'reader-outdated',
  'reader-unsupported',
] as const;
export type PageReason = (typeof PAGE_REASONS)[number];
const pageReason = v.picklist(PAGE_REASONS);

/** page → background on READ_PORT. */
const readRequest = v.object({
  type: v.literal('read'),
  /** Numbers the page's passes, so that a stale answer can be told. */
  pass: index,
  page,
  /** The page has no margin yet: one is brought along with a report that holds claims. */
  bare: flag,
  /** Nothing is shown on the page yet: what its top says is welcome before the rest is read. */
  opening: perhaps(flag),
  /** Marks, by id, that the reader said are none: left out of the report, also where nothing is remembered. */
  without: texts,
});
export type ReadRequest = v.InferOutput<typeof readRequest>;

/** background → page on READ_PORT. Of a long page the opening comes first; the report begins with the same marks and notes. */
const readAnswer = v.variant('type', [
  /** `words` are for the margin of a page with marks: what the browser calls its messages, by their keys. */
  v.object({ type: v.picklist(['report', 'opening']), pass: index, report, words: perhaps(v.record(text, text)) }),
  v.object({ type: v.literal('failed'), pass: index, reason: pageReason }),
]);
export type ReadAnswer = v.InferOutput<typeof readAnswer>;

/** Why a page shows what it shows; the popup has one plain sentence for each. */
export const PAGE_STATES = [
  'starting',
  'reading',
  'annotated',
  'no-claims',
  'no-article',
  'not-english',
  'site-off',
  'all-off',
  'sat-out',
  'withdrawn',
  'failed',
] as const;
export type PageState = (typeof PAGE_STATES)[number];

/** One row of the popup's list and of the ledger, and all that a picture needs of a claim or an announcement. */
const statusClaim = v.object({
  index,
  claim,
  /** The whole sentence that holds it, white space collapsed. */
  sentence: text,
  straight,
  note: v.nullable(note),
  /** False when its text has left the page. */
  painted: flag,
});
export type StatusClaim = v.InferOutput<typeof statusClaim>;

/** Answer to every message to a page. */
export const pageStatus = v.object({
  state: v.picklist(PAGE_STATES),
  /** Why nothing is shown, where `state` does not say it. */
  reason: v.nullable(pageReason),
  host: text,
  address: text,
  title: text,
  /** Paragraphs that were read, headings not counted. */
  paragraphs: index,
  level,
  /** How much was to be marked when what is shown was read; it lags behind the settings while the page is read anew. */
  density: v.picklist(DENSITIES),
  room,
  roomReason: v.nullable(topic),
  hidden: flag,
  /** The page hides what Peel shows on it, or lets it fade. */
  faded: flag,
  /** Of the claims, as in a Reading; announcements do not count. */
  score: number,
  supported: index,
  claims: v.array(statusClaim),
  /** ISO date of the article, where the page states one. */
  published: perhaps(v.nullable(text)),
  /** The notes that are to be seen on the page. */
  notes: perhaps(v.array(noteBox)),
  /** The whole address at which the claims were read, or the page where it makes none; the tab may have gone on to another. */
  href: perhaps(text),
  /** Only in the answer to `peel:places`: where the painted claims stand in the page's text. */
  places: perhaps(v.array(textPlace)),
});
export type PageStatus = v.InferOutput<typeof pageStatus>;

/** Extension pages and background → page. Each is answered by a PageStatus. */
const toPage = v.variant('type', [
  v.object({ type: v.literal('peel:status') }),
  v.object({ type: v.literal('peel:places') }),
  v.object({ type: v.literal('peel:jump'), index }),
  v.object({ type: v.literal('peel:next') }),
  v.object({ type: v.literal('peel:previous') }),
  v.object({ type: v.literal('peel:hide'), hidden: v.union([flag, v.literal('toggle')]) }),
  v.object({ type: v.literal('peel:retry') }),
  /** The reader took back the permission to read this site. */
  v.object({ type: v.literal('peel:withdrawn') }),
]);
export type ToPage = v.InferOutput<typeof toPage>;

/** What is remembered of an `Unwanted`. Which site it is the browser says, not the page. */
const unwantedKept = v.variant('what', [
  v.object({ what: v.literal('site') }),
  v.object({ what: v.literal('kind'), kind }),
  /** `address` is that of the page, which is written anew. */
  v.object({ what: v.literal('jokes'), mechanism: text, address: text }),
  v.object({ what: v.literal('mark'), mark: wrongMark }),
]);
export type UnwantedKept = v.InferOutput<typeof unwantedKept>;

/** page → background. */
const toBackground = v.variant('type', [
  /** Answered by an AnotherAnswer. */
  v.object({ type: v.literal('peel:another'), page, report, index, level, used: texts }),
  /** Answered by a DecidingAnswer. */
  v.object({ type: v.literal('peel:deciding'), page, passage: index, sentence: span, kind }),
  /** Asks for the half of the content script that paints. Answered by true once it runs. */
  v.object({ type: v.literal('peel:margin') }),
  v.object({ type: v.literal('peel:badge'), count: index }),
  /** The page is back from the back/forward cache, and may have missed that its permission was taken back. */
  v.object({ type: v.literal('peel:returned') }),
  v.object({ type: v.literal('peel:share'), index: v.nullable(index) }),
  /** Remembers what the reader does not want, or (`away` false) takes it back. Answered by a sentence on what failed, or ''. */
  v.object({ type: v.literal('peel:unwanted'), away: flag, unwanted: unwantedKept }),
]);
export type ToBackground = v.InferOutput<typeof toBackground>;

/** What `peel:another` is answered with; `null` when no line is left. */
const anotherAnswer = v.object({ note: v.nullable(note) });
export type AnotherAnswer = v.InferOutput<typeof anotherAnswer>;

/** What `peel:deciding` is answered with: words of the sentence, the weightiest first. */
const decidingAnswer = v.object({ words: v.pipe(texts, v.maxLength(5)) });
export type DecidingAnswer = v.InferOutput<typeof decidingAnswer>;

/** Pages of Peel's own → background: what a pack of jokes is, and what it would say. Answered by a PackAnswer. */
const tryPack = v.object({
  type: v.literal('peel:try-pack'),
  /** The file's name, which names a pack that does not name itself. */
  name: text,
  text,
  /** What is right of it is used though something else is not: it is installed already, or comes with a file of settings. */
  inPart: flag,
  /** A sentence to try it on; where it is empty, examples of the kinds that the pack is written for; null for none at all. */
  sentence: v.nullable(text),
});
export type TryPack = v.InferOutput<typeof tryPack>;

/** What a pack would say of one sentence. */
const packSample = v.object({
  sentence: text,
  notes: v.array(v.object({ level, text })),
  /** Why there are none: not marked, no joke of the pack fits, or a topic on which no joke belongs. Null where there are some. */
  why: v.nullable(v.picklist(['not-marked', 'no-joke-fits', ...SENSITIVE_TOPICS])),
});
export type PackSample = v.InferOutput<typeof packSample>;

const packAnswer = v.object({
  /** Null where it is refused; the problems say why. */
  pack: v.nullable(v.object({ name: text, writer: text })),
  /** How many of its jokes may be used: none of one that is refused, those that are right of one that is used in part. */
  usable: index,
  /**
   * `name` of what is wrong, and the words that it is about; in the order of their lines, of which 0 is the file as a whole, and last
   * how many more there are. An advice keeps nothing from being used.
   */
  problems: v.array(v.object({ line: index, name: text, values: v.record(text, text), advice: flag })),
  samples: v.array(packSample),
});
export type PackAnswer = v.InferOutput<typeof packAnswer>;

/** The schemas of all that is sent, by name. */
export const MESSAGES = {
  readRequest,
  readAnswer,
  toPage,
  pageStatus,
  toBackground,
  anotherAnswer,
  decidingAnswer,
  tryPack,
  packAnswer,
};
