/** Loads, saves and watches the settings in the browser's local storage. */
import { browser } from 'wxt/browser';
import { parseSettings, SETTINGS_KEY, type Settings, storedForm } from './settings';

/** The reader's settings; the defaults where storage holds none, rubbish, or cannot be read. */
export async function loadSettings(): Promise<Settings> {
  try {
    const stored = await browser.storage.local.get(SETTINGS_KEY);
    return parseSettings(stored[SETTINGS_KEY]);
  } catch {
    return parseSettings(undefined);
  }
}

/**
 * Applies `change` to what is stored now, so that two open pages do not overwrite each other's fields.
 * @returns the settings as saved.
 * @throws Error with a sentence for the reader when storage refuses (full disk, policy). Nothing is lost then.
 */
export async function updateSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const next = change(await loadSettings());
  try {
    await browser.storage.local.set({ [SETTINGS_KEY]: storedForm(next) });
  } catch {
    throw new Error('The browser would not save this. Is the disk full? Your earlier settings are unchanged.');
  }
  return next;
}

/** Calls `onChange` whenever the stored settings change, in any part of Peel, until `signal` aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && SETTINGS_KEY in changes) onChange(parseSettings(changes[SETTINGS_KEY]?.newValue));
  };
  if (signal.aborted) return;
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
