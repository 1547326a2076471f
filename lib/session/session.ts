/**
 * One page's life with Peel: find, ask, paint, follow. Owns no rule of its own about text, jokes or looks; it keeps the
 * steps in order. Passes are numbered, and whatever comes back for an earlier one is dropped.
 */

import type { PageReason, PageState, UnwantedKept } from '../messages';
import type { Claim, Density, PageText, Unwanted, WrongMark } from '../model';
import { isOn, readingKey, type Settings } from '../settings/settings';
import type { SettingsHere } from '../settings/site-settings';
import { ReadFailure } from './ask-background';
import { ChosenLines } from './chosen-lines';
import type { Session, SessionDeps } from './types';
import {
  endOf,
  headlineOf,
  itemsOf,
  listedOf,
  noteKey,
  noteOf,
  type Reading,
  type Viewing,
  wrongMarkOf,
} from './viewing';

/** Identity of what the reader would see: the candidates, what stands around them, and how much of it is marked. */
function fingerprint(page: PageText, settings: Settings): string {
  const lines = page.passages.flatMap(({ index, text, sentences }) =>
    sentences.some((sentence) => sentence.candidate) ? [`${index} ${text}`] : [],
  );
  return [readingKey(settings), page.address, page.title, ...lines].join('\n');
}

/** Starts with nothing shown; call `apply` with the reader's settings to begin. */
export function createSession(deps: SessionDeps, settings: SettingsHere): Session {
  let current = settings;
  let running = new AbortController();
  let passes = 0;
  let state: PageState = 'starting';
  let reason: PageReason | null = null;
  /** A report belongs to the article it was asked for: the two are only ever replaced together. */
  let read: (Reading & { key: string; density: Density }) | null = null;
  /** The page as last found, for the popup. */
  let here: PageText | null = null;
  /** The count last told to the toolbar; a page without a claim never has to say so. */
  let told = 0;
  const chosenLines = new ChosenLines();
  /** Marks that the reader said are none, by claim id. */
  const refused = new Map<string, WrongMark>();
  let painted = new Set<number>();
  let hidden = false;
  let satOut: string | null = null;
  let withdrawn = false;

  const view = (): Viewing => ({ level: current.level, chosenLines, isWanted });

  function tell(count: number): void {
    if (count !== told) deps.shown(count);
    told = count;
  }

  /** Shows nothing, and says why. @returns false: nothing new on the page. */
  function rest(next: PageState, why: PageReason | null = null): false {
    state = next;
    reason = why;
    painted = new Set();
    deps.overlay.clear();
    tell(0);
    return false;
  }

  function show(): void {
    if (!read) return;
    const { report } = read;
    const items = itemsOf(read, view());
    if (items.length === 0 || report.room === 'closed') {
      const some = report.leftOut || report.reading.claims.length > 0;
      rest('no-claims', some && wanted().length === 0 ? 'all-unwanted' : null);
      return;
    }
    painted = new Set(items.map((item) => item.index));
    state = 'annotated';
    reason = null;
    deps.overlay.paint({
      level: current.level,
      room: report.room,
      side: current.side,
      print: current.print,
      still: current.motion === 'never',
      items,
      headline: headlineOf(read, current.level),
      end: endOf(read, current.level),
    });
    deps.overlay.hide(hidden);
    tell(items.length);
  }

  /** A report leaves out what the reader does not want; until the next one is there, this does. */
  const isWanted = ({ id, kind }: Claim) => !current.kindsOff.includes(kind) && !refused.has(id);
  const wanted = () => (read?.report.reading.claims ?? []).filter(isWanted);

  function refuseJokes(away: boolean, mechanism: string): UnwantedKept {
    chosenLines.unwanted[away ? 'add' : 'delete'](mechanism);
    return { what: 'jokes', mechanism, address: here?.address ?? '' };
  }

  function refuseMark(away: boolean, id: string): UnwantedKept | null {
    const mark = refused.get(id) ?? (read && wrongMarkOf(read, id));
    if (!mark) return null;
    if (away) refused.set(id, mark);
    else refused.delete(id);
    return { what: 'mark', mark };
  }

  async function run(signal: AbortSignal): Promise<boolean> {
    const host = deps.host();
    if (!current.enabled) return rest('all-off', current.unread && 'settings-unread');
    if (!isOn(current, host)) return rest('site-off');
    if (withdrawn) return rest('withdrawn');
    if (state !== 'annotated') state = 'reading';
    const found = await deps.find(signal);
    if (signal.aborted) return false;
    if (satOut !== null && satOut !== found.page.address) satOut = null;
    if (satOut !== null) return rest('sat-out');
    const candidates = await deps.mark(found.page, signal);
    if (signal.aborted) return false;
    here = found.page;
    if (candidates === 0) {
      read = null;
      const foreign = !/^en\b/i.test(found.page.language);
      return rest(found.page.passages.length === 0 ? 'no-article' : foreign ? 'not-english' : 'no-claims');
    }
    const { density } = current;
    const key = fingerprint(found.page, current);
    const isNew = read?.key !== key;
    const report = isNew || !read ? await deps.ask(found.page, passes, [...refused.keys()], signal) : read.report;
    if (signal.aborted) return false;
    read = { key, density, report, article: found };
    show();
    return isNew && painted.size > 0;
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

  async function retry(): Promise<boolean> {
    read = null;
    satOut = null;
    withdrawn = false;
    return pass();
  }

  function sitOut(): void {
    satOut = here?.address ?? '';
    running.abort();
    rest('sat-out');
  }

  async function put(away: boolean, unwanted: Unwanted): Promise<string> {
    if (unwanted.what === 'page') {
      if (away) sitOut();
      else await retry();
      return '';
    }
    // Settings come round by storage, to all tabs.
    if (unwanted.what === 'site' || unwanted.what === 'kind') return deps.keep(away, unwanted);
    const kept = unwanted.what === 'jokes' ? refuseJokes(away, unwanted.mechanism) : refuseMark(away, unwanted.id);
    if (!kept) return '';
    show();
    const said = await deps.keep(away, kept);
    // The plan, the end note and the headline are written anew.
    if (read) read.key = '';
    await pass();
    return said;
  }

  return {
    pass,
    async apply(next) {
      const before = current;
      current = next;
      const host = deps.host();
      const stays = isOn(before, host) && isOn(next, host) && read !== null && satOut === null;
      // Where more or less is to be marked, what is left of the old notes stands until the new report is there.
      if (stays) show();
      if (!stays || readingKey(next) !== readingKey(before)) await pass();
    },
    status() {
      const report = read?.report;
      const page = here;
      return {
        state,
        reason,
        host: deps.host(),
        address: page?.address ?? '',
        title: page?.title ?? '',
        paragraphs: page?.passages.filter(({ role }) => !/^head/.test(role)).length ?? 0,
        level: current.level,
        density: state === 'annotated' && read ? read.density : current.density,
        room: report?.room ?? 'open',
        roomReason: report?.roomReason ?? null,
        hidden,
        faded: deps.overlay.isFaded(),
        score: report?.reading.score ?? 0,
        supported: wanted().filter(({ family, evidence }) => family === 'claim' && evidence !== 'none').length,
        claims: state === 'annotated' && read ? listedOf(read, view(), painted) : [],
        published: page?.published ?? null,
        notes: deps.overlay.notes(),
      };
    },
    async another(index) {
      const claim = read?.report.reading.claims[index];
      if (!claim || !read) return null;
      const key = noteKey(view(), claim);
      const shown = noteOf(read, view(), index);
      const seen = [...chosenLines.used(key), ...(shown ? [shown.line] : [])];
      const note = await deps.another(read.article.page, read.report, index, current.level, seen);
      if (!note) return null;
      chosenLines.pick(key, note, shown);
      show();
      return note;
    },
    async deciding(index) {
      const claim = read?.report.reading.claims[index];
      return claim && read ? deps.deciding(read.article.page, claim) : null;
    },
    earlier(index) {
      const claim = read?.report.reading.claims[index];
      if (!claim || !chosenLines.back(noteKey(view(), claim))) return false;
      show();
      return true;
    },
    put,
    withdraw() {
      withdrawn = true;
      read = null;
      running.abort();
      rest('withdrawn');
    },
    hide(next) {
      hidden = next === 'toggle' ? !hidden : next;
      deps.overlay.hide(hidden);
    },
    verify() {
      const gone = deps.overlay.verify();
      if (gone.length === 0) return false;
      for (const index of gone) painted.delete(index);
      if (painted.size === 0) rest('no-claims');
      else tell(painted.size);
      return true;
    },
    retry,
    fail(why) {
      rest('failed', why);
    },
    stop() {
      running.abort();
      deps.overlay.clear();
    },
  };
}
