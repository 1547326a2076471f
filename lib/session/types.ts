/** What a session of one page needs from others, and what others may ask of it. */
import type { Article } from '../article';
import type { PageReason, PageStatus, UnwantedKept } from '../messages';
import type { Claim, Level, Note, PageReport, PageText, Unwanted } from '../model';
import type { Overlay } from '../overlay';
import type { SettingsHere } from '../settings/site-settings';

/** What the page, the background and the overlay do for a session. */
export interface SessionDeps {
  host(): string;
  /** Finds the article; aborts quietly with the signal. */
  find(signal: AbortSignal): Promise<Article>;
  /** The cheap gate: marks sentences worth reading and says how many. */
  mark(page: PageText, signal: AbortSignal): Promise<number>;
  /** `without` are marks, by id, to leave out; `onOpening` gets the report on the top of a long page before the rest is read. */
  ask(
    page: PageText,
    pass: number,
    without: string[],
    signal: AbortSignal,
    onOpening?: (report: PageReport) => unknown,
  ): Promise<PageReport>;
  /** Another line for one claim; null when none is left, undefined where nobody answers. */
  another(
    page: PageText,
    report: PageReport,
    index: number,
    level: Level,
    used: string[],
  ): Promise<Note | null | undefined>;
  /** The words that decided that a sentence is marked; null where nobody answers. */
  deciding(page: PageText, claim: Claim): Promise<readonly string[] | null>;
  /** Remembers what the reader does not want, or takes it back. Says what it could not do, or ''. */
  keep(away: boolean, unwanted: UnwantedKept): Promise<string>;
  overlay: Overlay;
  /** Called after every change of what is shown; a count for the toolbar. */
  shown(count: number): void;
}

/** Peel on one page, as the popup, the ledger and the cards know it. */
export interface Session {
  /** Reads the page again; an unchanged text is not asked about again. True if anything new was found. */
  pass(): Promise<boolean>;
  apply(settings: SettingsHere): Promise<void>;
  status(): PageStatus;
  /** Another line for one claim; null when none is left, undefined where nobody answers. */
  another(index: number): Promise<Note | null | undefined>;
  /** The words that decided that a claim's sentence is marked; null where nobody answers. */
  deciding(index: number): Promise<readonly string[] | null>;
  /** The line before that one. False where there was none. */
  earlier(index: number): boolean;
  /** Takes something out of the reader's sight, or (`away` false) brings it back. @returns what it could not do, or ''. */
  put(away: boolean, unwanted: Unwanted): Promise<string>;
  /** The permission to read this site is gone: nothing is shown until `retry`. */
  withdraw(): void;
  hide(hidden: boolean | 'toggle'): void;
  /** Takes notes off words that are no longer those that were read. @returns true where there were any. */
  verify(): boolean;
  /** The toolbar no longer has the count that it was told. */
  forgetCount(): void;
  retry(): Promise<boolean>;
  /** Something outside the passes failed. */
  fail(reason: PageReason): void;
  stop(): void;
}
