/** Loads, saves and watches the settings in the browser's local storage. */

import { browser } from 'wxt/browser';
import { type PlainKey, t } from '../locale';
import { saved, storedAt, watchStored } from '../storage/local';
import { exclusively } from '../storage/lock';
import { lostFields, SYNC_KEY, same, stamped, withLastChosen } from './choice-times';
import { damagedFields, defaultSettings, parseSettings, SETTINGS_KEY, type Settings, storedForm } from './settings';

/** Where a damaged record is kept as it was found, once the next save has repaired the settings. */
export const DAMAGED_KEY = 'settings-damaged';

/** Where storage cannot be read, Peel is off: a reader who switched it off is not overruled by a failing disk. */
const unreadable = (): Settings => ({ ...defaultSettings(), enabled: false });

/** The reader's settings, for those who only act on them. Never throws, and does not wait for ever. */
export async function loadSettings(): Promise<Settings> {
  return (await readSettings()).settings;
}

/** Settings as found in storage, and how well they could be read. */
export interface SettingsFound {
  settings: Settings;
  /** False where storage gave no answer: nothing is known of what the reader chose. */
  readable: boolean;
  /** Fields that held rubbish and stand at their defaults now. */
  damaged: (keyof Settings)[];
}

const foundIn = (value: unknown): SettingsFound => ({
  settings: parseSettings(value),
  readable: true,
  damaged: damagedFields(value),
});

/**
 * As `loadSettings`, for those who show them. Never throws.
 * @param onLate is told of what storage said after all, where it had not answered in time.
 */
export async function readSettings(onLate?: (found: SettingsFound) => void): Promise<SettingsFound> {
  try {
    return foundIn(await storedAt(SETTINGS_KEY, onLate && ((late) => onLate(foundIn(late)))));
  } catch {
    return { settings: unreadable(), readable: false, damaged: [] };
  }
}

/** What one change made of the settings. */
export interface SettingsStep {
  before: Settings;
  after: Settings;
}

/** What is stored of the reader's choices. */
interface Stored {
  /** With what is damaged as it was last chosen, where that is known. */
  settings: Settings;
  /** The record of sync (sync.ts), as found. */
  sync: unknown;
}

/**
 * Applies `change` to what is stored now, one writer at a time in all of Peel, and stores what it returns in one write. A damaged
 * record is set aside in the same write that repairs it. Writes nothing that was not read first.
 * @param change is also told whether `settings` were `repaired` for it (until it returns them, whoever only reads has the defaults), and
 *   which fields were `lost`; those that it returns as `asFound` stay as they are stored
 * @param refused the sentence for the reader where storage refuses
 * @returns what `change` returned
 * @throws Error with a sentence for the reader when storage refuses (full disk, policy) or does not answer. Nothing is lost then.
 */
export function changeStored<T extends Partial<Stored> & { asFound?: readonly (keyof Settings)[] }>(
  change: (found: Stored & { repaired: boolean; lost: readonly (keyof Settings)[] }) => T,
  refused: PlainKey,
): Promise<T> {
  return exclusively('settings', async () => {
    let found: [unknown, unknown];
    try {
      found = await Promise.all([storedAt(SETTINGS_KEY), storedAt(SYNC_KEY)]);
    } catch {
      throw new Error(t('store_unreadable'));
    }
    const [value, sync] = found;
    const settings = withLastChosen(value, sync);
    const next = change({
      settings,
      sync,
      repaired: !same(settings, parseSettings(value)),
      lost: lostFields(value, sync),
    });
    const raw = Object(value) as Partial<Record<keyof Settings, unknown>>;
    const asFound = Object.fromEntries((next.asFound ?? []).filter((f) => f in raw).map((f) => [f, raw[f]]));
    const aside = damagedFields(value).length > 0 ? { [DAMAGED_KEY]: value } : {};
    const items = {
      ...(next.settings && { [SETTINGS_KEY]: { ...storedForm(next.settings), ...asFound }, ...aside }),
      ...(next.sync !== undefined && next.sync !== sync && { [SYNC_KEY]: next.sync }),
    };
    if (Object.keys(items).length > 0) await saved(() => browser.storage.local.set(items), refused);
    return next;
  });
}

/** Applies `change` to the settings that are stored now, and notes when what it changed was chosen. @throws as `changeStored`. */
export async function updateSettings(change: (settings: Settings) => Settings): Promise<SettingsStep> {
  const { before, settings } = await changeStored(({ settings: before, sync }) => {
    const after = change(before);
    return { before, settings: after, sync: stamped(sync, before, after, Date.now()) };
  }, 'store_refused');
  return { before, after: settings };
}

/**
 * Stores what is damaged or missing as it was last chosen, where that is known: whoever only reads would take defaults for choices.
 * What nobody knows stays as it is, so that the reader can be told. @throws as `changeStored`.
 */
export async function repairSettings(): Promise<void> {
  await changeStored(({ settings, repaired, lost }) => (repaired ? { settings, asFound: lost } : {}), 'store_refused');
}

/** A damaged record that was set aside, as text for the reader; null where there is none. Never throws. */
export async function damagedRecord(): Promise<string | null> {
  try {
    const damaged = await storedAt(DAMAGED_KEY);
    if (damaged === undefined || damaged === null) return null;
    const text = JSON.stringify(damaged, null, 1);
    return text.length > 4000 ? `${text.slice(0, 4000)} …` : text;
  } catch {
    return null;
  }
}

/** Throws away what was set aside. @throws Error with a sentence for the reader. */
export function dropDamagedRecord(): Promise<void> {
  return saved(() => browser.storage.local.remove(DAMAGED_KEY), 'store_not_thrown');
}

/** Calls `onChange` whenever the stored settings change, in any part of Peel, until `signal` aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  watchStored(SETTINGS_KEY, (value) => onChange(parseSettings(value)), signal);
}

/** As `watchSettings`, for those who show them: is told of damage, too. */
export function watchFoundSettings(onChange: (found: SettingsFound) => void, signal: AbortSignal): void {
  watchStored(SETTINGS_KEY, (value) => onChange(foundIn(value)), signal);
}
