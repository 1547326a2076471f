/**
 * The choices, carried by the browser to the reader's other browsers: only where the reader switches it on, and only the
 * choices; packs and what was read stay here. Each choice travels by itself with the time it was made; the later one stays.
 */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import { answered, saved, storedAt } from '../storage/local';
import { exclusively } from '../storage/lock';
import { type Choice, type Choices, type Field, knownIn, SYNC_KEY, same, sharedFields } from './choice-times';
import { isChoice } from './schema';
import { defaultSettings, SETTINGS_KEY, type Settings } from './settings';
import { changeStored } from './store';

export { SYNC_KEY } from './choice-times';

const keyOf = (field: string) => `choice:${field}`;
/** The browsers' limit for one item, key and value together, in bytes. */
const ITEM_BYTES = 8192;

/** How sync stands, as this browser keeps it. */
export interface SyncState {
  on: boolean;
  /** Each choice as it stands here and when it was made; kept while sync is off, so that only what is changed meanwhile is new. */
  known: Choices;
  /** True once choices were seen there since sync was switched on: if none are there later, another browser deleted them. */
  met: boolean;
  /** Choices that came from another browser, and when; null where none has. */
  came: { at: number; fields: Field[] } | null;
  /** A sentence on what could not be carried; else empty. */
  problem: string;
}

function choiceOf(field: Field, found: unknown): Choice | null {
  const { value, at } = (found ?? {}) as Partial<Choice>;
  return typeof at === 'number' && Number.isFinite(at) && isChoice(field, value) ? { value, at } : null;
}

/** Reads anything that may lie in storage. Never throws: what does not fit is as if it were not there, and sync is off. */
export function parseSync(found: unknown): SyncState {
  const { on, met, came, problem } = (found ?? {}) as Partial<SyncState>;
  const all = knownIn(found);
  const entries = sharedFields().flatMap((field) => {
    const choice = choiceOf(field, all[field]);
    return choice ? [[field, choice] as const] : [];
  });
  const isField = (field: Field) => sharedFields().includes(field);
  return {
    on: on === true,
    known: Object.fromEntries(entries),
    met: met === true,
    came:
      typeof came?.at === 'number' && Array.isArray(came.fields)
        ? { at: came.at, fields: came.fields.filter(isField) }
        : null,
    problem: typeof problem === 'string' ? problem : '',
  };
}

/**
 * When a choice was made that nobody made under sync: before every one that was. A browser may join before it has heard what the
 * others have, and its defaults must not outvote what was chosen there.
 */
const NEVER_CHANGED = 1;
const CHANGED_BEFORE = 2;
/**
 * Half a step below: a browser that joins gives way to what was chosen elsewhere, but its own choice beats a default. And one that
 * has seen a newer Peel's choice keeps its own as older than that.
 */
const HALF_A_STEP = 0.5;

const isEmpty = (shared: Record<string, unknown>) => !Object.keys(shared).some((key) => key.startsWith(keyOf('')));

const bytesOf = (field: Field, choice: Choice): number => new Blob([keyOf(field), JSON.stringify(choice)]).size;

/** When a newer Peel made a choice, of a value that is unknown here; null for what is none. */
function madeByNewer(field: Field, found: unknown): number | null {
  const { at } = (found ?? {}) as Partial<Choice>;
  return typeof at === 'number' && Number.isFinite(at) && choiceOf(field, found) === null ? at : null;
}

/** What comes of bringing two sides together. */
export interface Reconciled {
  settings: Settings;
  known: Choices;
  /** What the others must be told. */
  send: Choices;
  /** Choices that came from them and differ from what stood here. */
  came: Field[];
  /** Choices that no item can hold: they stay as they are, on both sides. */
  tooLong: Field[];
}

/**
 * Brings this browser and the others together, choice by choice: the later one stays, and what nobody else has is given.
 * A browser that joins for the first time takes what was chosen in the others, and keeps its own choice where nothing was. What
 * only a newer Peel understands is left to it until something else is chosen here. Pure.
 * @param shared what lies with the browser's sync, as found; what is no choice is left alone
 */
export function reconcile(
  settings: Settings,
  known: Choices,
  shared: Record<string, unknown>,
  now: number,
): Reconciled {
  const out: Reconciled = { settings: { ...settings }, known: { ...known }, send: {}, came: [], tooLong: [] };
  for (const field of sharedFields()) {
    const [mine, before] = [settings[field], known[field]];
    const found = shared[keyOf(field)];
    const theirs = choiceOf(field, found);
    if (bytesOf(field, { value: mine, at: now }) > ITEM_BYTES) {
      out.tooLong.push(field);
      // Once it is shorter it is newer than what was seen meanwhile.
      if (theirs) out.known[field] = { value: mine, at: theirs.at };
      continue;
    }
    const newer = madeByNewer(field, found);
    if (newer !== null && (!before || (same(before.value, mine) && before.at <= newer))) {
      // So that a later choice here is known for one, whatever their clock says.
      out.known[field] = { value: mine, at: Math.max(before?.at ?? 0, newer - HALF_A_STEP) };
      continue;
    }
    const first = same(mine, defaultSettings()[field]) ? NEVER_CHANGED : CHANGED_BEFORE;
    let at = before?.at || first - HALF_A_STEP;
    // Peel's own changes come with their time. Of any other one nothing is known, but that it came after what was seen here.
    if (before && !same(before.value, mine)) at = Math.max(now, before.at + 1);
    const take =
      theirs && (theirs.at > at || (theirs.at === at && JSON.stringify(theirs.value) > JSON.stringify(mine)));
    if (take) {
      if (!same(theirs.value, mine)) out.came.push(field);
      out.settings = { ...out.settings, [field]: theirs.value };
      out.known[field] = theirs;
    } else if (!theirs || !same(theirs.value, mine) || theirs.at !== at) {
      out.known[field] = { value: mine, at: at === first - HALF_A_STEP ? first : at };
      out.send[field] = out.known[field];
    }
  }
  return out;
}

/** How things stand; null where storage does not say. Never throws. */
export async function readSync(): Promise<SyncState | null> {
  try {
    return parseSync(await storedAt(SYNC_KEY));
  } catch {
    return null;
  }
}

/** Changes what is kept of sync. @throws Error with a sentence for the reader. */
async function change(step: (state: SyncState) => SyncState): Promise<void> {
  await changeStored(({ sync }) => {
    const state = parseSync(sync);
    const after = step(state);
    return same(after, state) ? {} : { sync: after };
  }, 'sync_not_saved');
}

/** Brings what is stored here and `shared` together. @returns null where the others deleted theirs: sync is off then. */
async function take(shared: Record<string, unknown>): Promise<Reconciled | null> {
  const nothing = isEmpty(shared);
  const { next } = await changeStored(({ settings, sync, repaired }) => {
    const state = parseSync(sync);
    // Another browser deleted what was shared: to give it again would undo that.
    if (nothing && state.met) {
      const { known } = state;
      return { sync: { ...parseSync(null), known, problem: t('sync_deleted') }, next: null };
    }
    const next = reconcile(settings, state.known, shared, Date.now());
    const came = next.came.length > 0 ? { at: Date.now(), fields: next.came } : state.came;
    const after = parseSync({ ...state, known: next.known, met: !nothing, came });
    return {
      ...((repaired || next.came.length > 0) && { settings: next.settings }),
      ...(!same(after, state) && { sync: after }),
      next,
    };
  }, 'sync_not_saved');
  return next;
}

/** Gives and takes what is new, where sync is on. Called at every change on either side. Never throws. */
export function syncNow(): Promise<void> {
  const work = async () => {
    if (!(await readSync())?.on) return;
    let shared: Record<string, unknown>;
    try {
      shared = (await answered(browser.storage.sync.get(null))) as Record<string, unknown>;
    } catch {
      return change((state) => ({ ...state, problem: t('sync_unreadable') }));
    }
    // What is sent is stored first, with its time: should all end in between, it is sent again as what it is.
    const next = await take(shared);
    if (!next) return;
    const refused = await send(next.send);
    const problem = refused || (next.tooLong.length > 0 ? t('sync_too_long') : '');
    const given = !refused && Object.keys(next.send).length > 0;
    await change((state) => ({ ...state, met: state.met || given, problem }));
  };
  return exclusively(SYNC_KEY, work).catch(() => undefined);
}

/** @returns a sentence on why the browser did not take them; else empty. */
async function send(choices: Choices): Promise<string> {
  const items = Object.entries(choices).map(([field, choice]) => [keyOf(field), choice]);
  if (items.length === 0) return '';
  try {
    await answered(browser.storage.sync.set(Object.fromEntries(items)));
    return '';
  } catch {
    return t('sync_refused');
  }
}

/**
 * Switches sync on or off; on, it gives and takes at once. Off, what was shared stays with the other browsers.
 * @throws Error with a sentence for the reader where it cannot be saved.
 */
export async function switchSync(on: boolean): Promise<void> {
  await exclusively(SYNC_KEY, () => change(({ known }) => ({ ...parseSync(null), known, on })));
  if (on) await syncNow();
}

/**
 * Takes this extension's choices out of the browser's sync. When they were made stays known here: should they be shared again, a
 * browser that was not there meanwhile must not outvote them with older ones.
 * @throws Error with a sentence for the reader.
 */
export function clearShared(): Promise<void> {
  const keys = sharedFields().map((field) => keyOf(field));
  return exclusively(SYNC_KEY, () => saved(() => browser.storage.sync.remove(keys), 'sync_not_cleared'));
}

/** Follows changes on either side for as long as the background lives. */
export function followSync(): void {
  browser.storage.onChanged.addListener((changes: Record<string, unknown>, area: string) => {
    const shared = area === 'sync' && Object.keys(changes).some((key) => key.startsWith(keyOf('')));
    if (shared || (area === 'local' && SETTINGS_KEY in changes)) void syncNow();
  });
}
