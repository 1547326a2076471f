/** The passes over a page: find, ask, show. They are numbered, and whatever comes back for an earlier one is dropped. */
import type { Article } from '../article';
import type { PageReport, PageText } from '../model';
import { isOn, readingKey, type Settings } from '../settings/settings';
import { ReadFailure } from './ask-background';
import type { Display } from './display';
import type { Session, SessionDeps } from './types';
import type { KeptArticle, Viewing } from './viewing';

export interface Passes {
  /** What was read last. */
  read(): KeptArticle | null;
  /** What was read last; where that is nothing, what was found last. */
  here(): Article | null;
  /** Shows what was read last. @returns true where there is anything to see. */
  show(): boolean;
  /** A pass that asks about the page again, whether or not it is another. */
  again(): Promise<boolean>;
  /** Leaves this page alone, until the address is another. */
  sitOut(): void;
  /** Takes that back. */
  sitIn(): Promise<boolean>;
  /** What of a session is passes and nothing else. */
  api: Pick<Session, 'pass' | 'apply' | 'retry' | 'withdraw' | 'stop'>;
}

const textOf = ({ passages }: PageText): string => passages.map(({ role, text }) => `${role} ${text}`).join('\n');

/** Identity of what a report goes by: a paragraph that claims nothing may be the death beside which nobody jokes. */
const fingerprint = (page: PageText, settings: Settings): string =>
  [readingKey(settings), page.address, page.title, textOf(page)].join('\n');

/**
 * What was `found`. Where an application takes the next page's address and title before its text, the text is still the old page's, and
 * goes by its name and address at first. A page that only tidies its address keeps its title and is known by the new one at once.
 */
const underItsName = (found: Article, before: Article | undefined): Article =>
  before &&
  before.href !== found.href &&
  before.page.title !== found.page.title &&
  textOf(before.page) === textOf(found.page)
    ? { ...before, locate: found.locate }
    : found;

/** Which sentences are marked. */
const marksOf = (read: KeptArticle | null) => `${read?.report.reading.claims.map(({ id }) => id)}`;

/** Starts with nothing read. */
export function createPasses(deps: SessionDeps, display: Display, viewing: Viewing): Passes {
  const { rest } = display;
  let running = new AbortController();
  let passes = 0;
  let read: KeptArticle | null = null;
  /** Fingerprint of what was read; empty as long as that is only the top of a page, or is to be read anew. */
  let key = '';
  let here: Article | null = null;
  /** The address of the page that is left alone. */
  let satOut: string | null = null;
  let withdrawn = false;

  /** What was read, where it may be shown: an answer or a press may come when the page is off. */
  const shown = () => (satOut === null && isOn(viewing.settings, deps.host()) ? read : null);

  function show(): boolean {
    const reading = shown();
    return !!reading && display.show(reading, !!key);
  }

  async function run(signal: AbortSignal): Promise<boolean> {
    // Where settings change that a reading depends on, the next pass has the new ones.
    const { settings, refused } = viewing;
    if (!settings.enabled) return rest('all-off', settings.unread && 'settings-unread');
    if (!isOn(settings, deps.host())) return rest('site-off');
    if (withdrawn) return rest('withdrawn');
    const isEmpty = display.begin();
    const article = underItsName(await deps.find(signal), read?.article);
    if (signal.aborted) return false;
    const { page } = article;
    if (satOut === page.address) return rest('sat-out');
    satOut = null;
    const candidates = await deps.mark(page, signal);
    if (signal.aborted) return false;
    here = article;
    if (candidates === 0) {
      read = null;
      if (page.passages.length === 0) return rest('no-article');
      return rest(/^en\b/i.test(page.language) ? 'no-claims' : 'not-english');
    }
    const next = fingerprint(page, settings);
    const before = read;
    const take = (report: PageReport): KeptArticle => ({ report, article, density: settings.density });
    let report = before && key === next && before.report;
    if (!report) {
      key = '';
      // What is on the page stands until all is read; where nothing is, its top need not wait.
      const onOpening = (opening: PageReport) => {
        read = take(opening);
        show();
      };
      report = await deps.ask(page, passes, [...refused.keys()], signal, isEmpty ? onOpening : undefined);
      if (signal.aborted) return false;
    }
    key = next;
    read = take(report);
    // What changes all day and is marked nowhere is nothing new.
    return show() && marksOf(read) !== marksOf(before);
  }

  async function pass(): Promise<boolean> {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    passes += 1;
    try {
      return await run(signal);
    } catch (error) {
      // A superseded pass is no failure; the pass that superseded it speaks for the page.
      if (signal.aborted) return false;
      read = null;
      return rest('failed', error instanceof ReadFailure ? error.reason : null);
    }
  }

  const api: Passes['api'] = {
    pass,
    async apply(next) {
      const before = viewing.settings;
      const stood = shown();
      viewing.settings = next;
      // Where more or less is to be marked, what is left of the old notes stands until the new report is there.
      if (stood) show();
      if (!stood || !shown() || readingKey(next) !== readingKey(before)) await pass();
    },
    retry() {
      read = null;
      satOut = null;
      withdrawn = false;
      return pass();
    },
    withdraw() {
      withdrawn = true;
      read = null;
      running.abort();
      rest('withdrawn');
    },
    stop() {
      running.abort();
      deps.overlay.clear();
    },
  };

  return {
    api,
    read: () => read,
    here: () => read?.article ?? here,
    show,
    again() {
      key = '';
      return pass();
    },
    sitOut() {
      satOut = here?.page.address ?? '';
      running.abort();
      rest('sat-out');
    },
    sitIn() {
      satOut = null;
      return pass();
    },
  };
}
