/**
 * The choices, carried by the browser to the reader's other browsers: only where the reader switches it on, and only the
 * choices; packs and what was read stay here. Each choice travels by itself with the time it was made; the later one stays.
 */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import { exclusively } from './lock';
import { isChoice } from './schema';
import { defaultSettings, SETTINGS_KEY, type Settings } from './settings';
import { answered, saved, storedAt } from './storage';
import { readSettings, updateSettings } from './store';

export const SYNC_KEY = 'sync';
const keyOf = (field: string) => `choice:${field}`;
/** The browsers' limit for one item, key and value together, in bytes. */
const ITEM_BYTES = 8192;
/** What stays on the machine where it was chosen. */
const HERE_ONLY: readonly (keyof Settings)[] = ['enabled', 'packs', 'packsOff'];

type Field = keyof Settings;
/** One choice as it travels. */
export interface Choice {
  value: unknown;
  /** When it was made, in ms. */
  at: number;
}
type Choices = Partial<Record<Field, Choice>>;

/** How sync stands, as this browser keeps it. */
export interface SyncState {
  on: boolean;
  /** Each choice as it was last given or taken; kept while sync is off, so that only what is changed meanwhile counts as new. */
  known: Choices;
  /** True once choices were seen there since sync was switched on: if none are there later, another browser deleted them. */
  met: boolean;
  /** Choices that came from another browser, and when; null where none has. */
  came: { at: number; fields: Field[] } | null;
  /** A sentence on what could not be carried; else empty. */
  problem: string;
}

const fields = () => (Object.keys(defaultSettings()) as Field[]).filter((field) => !HERE_ONLY.includes(field));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function choiceOf(field: Field, found: unknown): Choice | null {
  const { value, at } = (found ?? {}) as Partial<Choice>;
  return typeof at === 'number' && Number.isFinite(at) && isChoice(field, value) ? { value, at } : null;
}

/** Reads anything that may lie in storage. Never throws: what does not fit is as if it were not there, and sync is off. */
export function parseSync(found: unknown): SyncState {
  const { on, known, met, came, problem } = (found ?? {}) as Partial<SyncState>;
  const all = typeof known === 'object' && known !== null ? known : {};
  const entries = fields().flatMap((field) => {
    const choice = choiceOf(field, all[field]);
    return choice ? [[field, choice] as const] : [];
  });
  const isField = (field: Field) => fields().includes(field);
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
/** How far a browser that joins stands behind that: what was chosen elsewhere goes first, a default that nobody touched does not. */
const JOINS_LATER = 0.5;

const bytesOf = (field: Field, choice: Choice): number => new Blob([keyOf(field), JSON.stringify(choice)]).size;

/** True for a choice of a newer Peel: stamped, and of a value that is unknown here. */
function isForeign(field: Field, found: unknown): boolean {
  const { at } = (found ?? {}) as Partial<Choice>;
  return Number.isFinite(at) && choiceOf(field, found) === null;
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
  for (const field of fields()) {
    const [mine, before] = [settings[field], known[field]];
    const found = shared[keyOf(field)];
    const theirs = choiceOf(field, found);
    if (bytesOf(field, { value: mine, at: now }) > ITEM_BYTES) {
      out.tooLong.push(field);
      // Once it is shorter it is newer than what was seen meanwhile.
      if (theirs) out.known[field] = theirs;
      continue;
    }
    if (isForeign(field, found) && (!before || same(before.value, mine))) {
      // So that a later choice here is known for one.
      out.known[field] = before ?? { value: mine, at: 0 };
      continue;
    }
    const first = same(mine, defaultSettings()[field]) ? NEVER_CHANGED : CHANGED_BEFORE;
    let at = before?.at || first - JOINS_LATER;
    // A clock that goes ahead elsewhere must not outvote a choice that was made after its own was seen.
    if (before && !same(before.value, mine)) at = theirs?.at === before.at ? Math.max(now, theirs.at + 1) : now;
    const take =
      theirs && (theirs.at > at || (theirs.at === at && JSON.stringify(theirs.value) > JSON.stringify(mine)));
    if (take) {
      if (!same(theirs.value, mine)) out.came.push(field);
      out.settings = { ...out.settings, [field]: theirs.value };
      out.known[field] = theirs;
    } else if (!theirs || !same(theirs.value, mine) || theirs.at !== at) {
      out.known[field] = { value: mine, at: at === first - JOINS_LATER ? first : at };
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

const save = (state: SyncState) => saved(() => browser.storage.local.set({ [SYNC_KEY]: state }), 'sync_not_saved');

/** Gives and takes what is new, where sync is on. Called at every change on either side. Never throws. */
export function syncNow(): Promise<void> {
  const work = async () => {
    const state = await readSync();
    const { settings, readable } = await readSettings();
    if (!state?.on || !readable) return;
    let shared: Record<string, unknown>;
    try {
      shared = (await answered(browser.storage.sync.get(null))) as Record<string, unknown>;
    } catch {
      return void (await save({ ...state, problem: t('sync_unreadable') }));
    }
    const nothing = !Object.keys(shared).some((key) => key.startsWith(keyOf('')));
    // Another browser deleted what was shared: to give it again would undo that.
    if (nothing && state.met) return void (await save({ ...parseSync(null), problem: t('sync_deleted') }));
    let next = reconcile(settings, state.known, shared, Date.now());
    if (next.came.length > 0)
      await updateSettings((now) => {
        next = reconcile(now, state.known, shared, Date.now());
        return next.settings;
      });
    const refused = await send(next.send);
    const kept = refused ? (Object.keys(next.send) as Field[]) : [];
    const known = { ...next.known, ...Object.fromEntries(kept.map((field) => [field, state.known[field]])) };
    const problem = refused || (next.tooLong.length > 0 ? t('sync_too_long') : '');
    const came = next.came.length > 0 ? { at: Date.now(), fields: next.came } : state.came;
    const met = !nothing || (!refused && Object.keys(next.send).length > 0);
    const after = parseSync({ ...state, known, met, came, problem });
    if (!same(after, state)) await save(after);
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

/** How sync stands, for whoever changes that. @throws Error with a sentence for the reader where storage does not say. */
async function stateToChange(): Promise<SyncState> {
  const state = await readSync();
  if (!state) throw new Error(t('store_unreadable'));
  return state;
}

/**
 * Switches sync on or off; on, it gives and takes at once. Off, what was shared stays with the other browsers.
 * @throws Error with a sentence for the reader where it cannot be saved.
 */
export async function switchSync(on: boolean): Promise<void> {
  await exclusively(SYNC_KEY, async () => {
    const { known } = await stateToChange();
    await save({ ...parseSync(null), known, on });
  });
  if (on) await syncNow();
}

/**
 * Takes this extension's choices out of the browser's sync, and forgets here what they were.
 * @throws Error with a sentence for the reader.
 */
export function clearShared(): Promise<void> {
  return exclusively(SYNC_KEY, async () => {
    const state = await stateToChange();
    const clear = async () => {
      await browser.storage.sync.remove(fields().map((field) => keyOf(field)));
      await browser.storage.local.set({ [SYNC_KEY]: { ...state, known: {} } });
    };
    await saved(clear, 'sync_not_cleared');
  });
}

/** Follows changes on either side for as long as the background lives. */
export function followSync(): void {
  browser.storage.onChanged.addListener((changes: Record<string, unknown>, area: string) => {
    const shared = area === 'sync' && Object.keys(changes).some((key) => key.startsWith(keyOf('')));
    if (shared || (area === 'local' && SETTINGS_KEY in changes)) void syncNow();
  });
}
