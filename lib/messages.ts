/**
 * The whole protocol between the parts of Peel, in both directions. Every message is checked on arrival: a sender that is
 * not this extension, or a shape that does not fit, is ignored.
 *
 *   content --port 'peel:read'--> background      PageText, answered by a PageReport (a port keeps the background awake)
 *   content --message-----------> background      another note, badge, open the share page
 *   popup, options, share, ledger, background --> content what is on the page, jump, hide, capture steps
 *
 * Settings do not travel here: every part watches storage (lib/settings).
 */
import type {
  Claim,
  Density,
  Level,
  Note,
  NoteBox,
  PageReport,
  PageText,
  Room,
  Straight,
  TextPlace,
  Unwanted,
  WrongMark,
} from './model';
import { DENSITIES, GROUPS, KINDS, LEVELS } from './model';

/** Name of the port on which a page asks to be read. */
export const READ_PORT = 'peel:read';

/** content → background on READ_PORT. `pass` numbers the page's passes, so that a stale answer can be told. */
export interface ReadRequest {
  type: 'read';
  pass: number;
  page: PageText;
  /** The page has no margin yet: one is brought along with a report that holds claims. */
  bare: boolean;
  /** Marks, by id, that the reader said are none: left out of the report, also where nothing is remembered. */
  without: string[];
}
/** background → content on READ_PORT. `failed` carries one plain sentence for the popup. */
export type ReadAnswer =
  | { type: 'report'; pass: number; report: PageReport }
  | { type: 'failed'; pass: number; reason: string };

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
export interface StatusClaim {
  index: number;
  claim: Claim;
  /** The whole sentence that holds it, white space collapsed. */
  sentence: string;
  straight: Straight;
  note: Note | null;
  /** False when its text has left the page. */
  painted: boolean;
}

/** Answer to `peel:status`. */
export interface PageStatus {
  state: PageState;
  /** A plain sentence when something failed; else empty. */
  reason: string;
  host: string;
  address: string;
  title: string;
  /** Paragraphs that were read, headings not counted. */
  paragraphs: number;
  level: Level;
  /** How much was to be marked when what is shown was read; it lags behind the settings while the page is read anew. */
  density: Density;
  room: Room;
  roomReason: string;
  hidden: boolean;
  /** The page hides what Peel shows on it, or lets it fade. */
  faded: boolean;
  /** Of the claims, as in a Reading; announcements do not count. */
  score: number;
  supported: number;
  claims: StatusClaim[];
  /** ISO date of the article, where the page states one. */
  published?: string | null;
  /** The notes that are to be seen on the page. */
  notes?: NoteBox[];
  /** Only in the answer to `peel:places`: the page's whole address, and where the painted claims stand in its text. */
  href?: string;
  places?: TextPlace[];
}

/** Extension pages and background → content. Each is answered by a PageStatus. */
export type ToPage =
  | { type: 'peel:status' }
  | { type: 'peel:places' }
  | { type: 'peel:jump'; index: number }
  | { type: 'peel:next' }
  | { type: 'peel:previous' }
  | { type: 'peel:hide'; hidden: boolean | 'toggle' }
  | { type: 'peel:retry' }
  /** The reader took back the permission to read this site. */
  | { type: 'peel:withdrawn' };

/** content → background. */
export type ToBackground =
  | { type: 'peel:another'; page: PageText; report: PageReport; index: number; level: Level; used: string[] }
  /** Asks for the half of the content script that paints. Answered by true once it runs. */
  | { type: 'peel:margin' }
  | { type: 'peel:badge'; count: number }
  | { type: 'peel:share'; index: number | null }
  /** Remembers what the reader does not want, or (`away` false) takes it back. Answered by a sentence on what failed, or ''. */
  | { type: 'peel:unwanted'; away: boolean; unwanted: UnwantedKept };

/** What is remembered of an `Unwanted`. Which site it is the browser says, not the page. */
export type UnwantedKept =
  | Extract<Unwanted, { what: 'site' | 'kind' }>
  /** `address` is that of the page, which is written anew. */
  | { what: 'jokes'; mechanism: string; address: string }
  | { what: 'mark'; mark: WrongMark };

/** Pages of Peel's own → background: what a pack of jokes is, and what it would say. Answered by a PackAnswer. */
export interface TryPack {
  type: 'peel:try-pack';
  /** The file's name, which names a pack that does not name itself. */
  name: string;
  text: string;
  /** A sentence to try it on; where it is empty, examples of the kinds that the pack is written for. */
  sentence: string;
}

/** What a pack would say of one sentence. */
export interface PackSample {
  sentence: string;
  notes: { level: Level; text: string }[];
  /** Why there are none, in a plain sentence; else empty. */
  why: string;
}

export interface PackAnswer {
  /** Null where it is refused; the problems say why. */
  pack: { name: string; writer: string; jokes: number } | null;
  /** In the order of their lines; line 0 is the file as a whole. An advice keeps nothing from being used. */
  problems: { line: number; text: string; advice: boolean }[];
  samples: PackSample[];
}

/** What `peel:another` is answered with; `null` when no line is left. */
export type AnotherAnswer = { note: Note | null };

type Check = (value: unknown) => boolean;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isString: Check = (value) => typeof value === 'string';
const isBoolean: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const isLevel = oneOf(LEVELS);
const isKind = oneOf(KINDS);
/** A probability, or a part of one; sums of floats may end a hair over one. */
const isShare: Check = (value) => isNumber(value) && (value as number) >= 0 && (value as number) < 1.0001;
const isIndex: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (fields: Record<string, Check>): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, check]) => check(value[name]));

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
/** What need not be there. */
const perhaps =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const isSpan = shape({ start: isIndex, end: isIndex });
const isPassage = shape({
  index: isIndex,
  role: isString,
  text: isString,
  sentences: listOf(isSpan),
  links: perhaps(listOf(isSpan)),
  leadIn: orNull(isIndex),
});
const isPage = shape({
  address: isString,
  host: isString,
  title: isString,
  language: isString,
  kind: oneOf(['news', 'company']),
  published: orNull(isString),
  publisher: orNull(isString),
  passages: listOf(isPassage),
  stories: perhaps(listOf(isIndex)),
});
/** Most kinds that a mark may weigh, and most words that may have decided. */
const MOST = { kinds: 3, deciding: 5 };
const atMost =
  (most: number, check: Check): Check =>
  (value) =>
    listOf(check)(value) && (value as unknown[]).length <= most;
const isClaim = shape({
  family: oneOf(['claim', 'announcement']),
  grade: oneOf([1, 2]),
  kind: isKind,
  second: oneOf([null, ...KINDS]),
  kinds: atMost(MOST.kinds, shape({ kind: isKind, weight: isShare })),
  group: oneOf(GROUPS),
  kindSure: isBoolean,
  deciding: atMost(MOST.deciding, shape({ start: isIndex, end: isIndex, weight: isShare })),
  confidence: isShare,
  passage: isIndex,
  span: isSpan,
  quote: isString,
  slots: isObject,
});
const isNote = shape({
  claim: isIndex,
  level: isLevel,
  mechanism: isString,
  line: isString,
  text: isString,
  working: isString,
  why: listOf(isString),
});
const isEdition = shape({ notes: listOf(isNote) });
const isRoom = oneOf(['open', 'straight-face', 'closed']);
const isReport = shape({
  reading: shape({
    score: isNumber,
    supported: isNumber,
    claims: listOf(isClaim),
  }),
  room: isRoom,
  straight: listOf(shape({ question: isString })),
  editions: shape(Object.fromEntries(LEVELS.map((level) => [level, isEdition]))),
});
/** Pure, so that what never asks for a status does not carry it. */
const isStatus = /* @__PURE__ */ shape({
  state: oneOf(PAGE_STATES),
  reason: isString,
  host: isString,
  address: isString,
  title: isString,
  paragraphs: isIndex,
  level: isLevel,
  density: oneOf(DENSITIES),
  room: isRoom,
  roomReason: isString,
  hidden: isBoolean,
  faded: isBoolean,
  score: isNumber,
  supported: isIndex,
  claims: listOf(
    shape({
      index: isIndex,
      claim: isClaim,
      sentence: isString,
      straight: shape({ question: isString, receipt: orNull(isObject), jokes: isBoolean, why: isString }),
      note: orNull(isNote),
      painted: isBoolean,
    }),
  ),
  published: perhaps(orNull(isString)),
  notes: perhaps(listOf(shape({ index: isIndex, x: isNumber, y: isNumber, w: isNumber, h: isNumber }))),
  href: perhaps(isString),
  places: perhaps(
    listOf(
      shape({ index: isIndex, start: isIndex, end: isIndex, exact: isString, prefix: isString, suffix: isString }),
    ),
  ),
});

const isWrongMark: Check = (value) =>
  shape({ title: isString, text: isString, start: isIndex, end: isIndex, kind: isKind })(value) &&
  (value as WrongMark).start < (value as WrongMark).end &&
  (value as WrongMark).end <= (value as WrongMark).text.length;
const unwantedKept: Record<UnwantedKept['what'], Check> = {
  site: isObject,
  kind: shape({ kind: isKind }),
  jokes: shape({ mechanism: isString, address: isString }),
  mark: shape({ mark: isWrongMark }),
};
const isUnwanted: Check = (value) => isObject(value) && hasIn(unwantedKept, value.what, value);

const toPage: Record<ToPage['type'], Check> = {
  'peel:status': isObject,
  'peel:places': isObject,
  'peel:jump': shape({ index: isIndex }),
  'peel:next': isObject,
  'peel:previous': isObject,
  'peel:hide': shape({ hidden: (value) => isBoolean(value) || value === 'toggle' }),
  'peel:retry': isObject,
  'peel:withdrawn': isObject,
};
const toBackground: Record<ToBackground['type'], Check> = {
  'peel:another': shape({ page: isPage, report: isReport, index: isIndex, level: isLevel, used: listOf(isString) }),
  'peel:margin': isObject,
  'peel:badge': shape({ count: isIndex }),
  'peel:share': shape({ index: orNull(isIndex) }),
  'peel:unwanted': shape({ away: isBoolean, unwanted: isUnwanted }),
};

function hasIn(table: Record<string, Check>, name: unknown, value: unknown): boolean {
  return typeof name === 'string' && Object.hasOwn(table, name) && table[name]?.(value) === true;
}

function has(table: Record<string, Check>, value: unknown): boolean {
  return isObject(value) && hasIn(table, value.type, value);
}

/** True if `value` is a well-formed message for a page. */
export function isToPage(value: unknown): value is ToPage {
  return has(toPage, value);
}

/** True if `value` is a well-formed message for the background. */
export function isToBackground(value: unknown): value is ToBackground {
  return has(toBackground, value);
}

/** True if `value` is a well-formed request to read a page. */
export function isReadRequest(value: unknown): value is ReadRequest {
  if (!isObject(value) || value.type !== 'read' || typeof value.bare !== 'boolean') return false;
  return isIndex(value.pass) && isPage(value.page) && listOf(isString)(value.without);
}

/** True if `value` is a well-formed answer to a read request. */
export function isReadAnswer(value: unknown): value is ReadAnswer {
  if (!isObject(value) || !isIndex(value.pass)) return false;
  if (value.type === 'failed') return isString(value.reason);
  return value.type === 'report' && isReport(value.report);
}

/** True if `value` is what a page answers to a message. */
export function isPageStatus(value: unknown): value is PageStatus {
  return isStatus(value);
}

/** True if `value` is a well-formed answer to `peel:another`. */
export function isAnotherAnswer(value: unknown): value is AnotherAnswer {
  return isObject(value) && orNull(isNote)(value.note);
}

const isTryPack = /* @__PURE__ */ shape({ name: isString, text: isString, sentence: isString });
const isPackAnswerShape = /* @__PURE__ */ shape({
  pack: orNull(shape({ name: isString, writer: isString, jokes: isIndex })),
  problems: listOf(shape({ line: isIndex, text: isString, advice: isBoolean })),
  samples: listOf(
    shape({ sentence: isString, notes: listOf(shape({ level: isLevel, text: isString })), why: isString }),
  ),
});

/** True if `value` is a well-formed message of one of Peel's own pages about a pack. */
export function isTryPackMessage(value: unknown): value is TryPack {
  return isObject(value) && value.type === 'peel:try-pack' && isTryPack(value);
}

/** True if `value` is a well-formed answer to `peel:try-pack`. */
export function isPackAnswer(value: unknown): value is PackAnswer {
  return isPackAnswerShape(value);
}
