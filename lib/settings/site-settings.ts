/** The settings as they act on one page: with the dial of its site, and off while Peel is paused. */
import { browser } from 'wxt/browser';
import { answered } from '../storage/local';
import { PAUSE_KEY, type Pause, parsePause } from './pause';
import { restored } from './restored';
import { defaultSettings, levelOn, parseSettings, SETTINGS_KEY, type Settings } from './settings';

/** The settings as they act on one page. */
export interface SettingsHere extends Settings {
  /** Storage gave no answer: Peel is off for want of the reader's settings, not by them. */
  unread?: true;
}

/** What storage holds; asked for once more where the page is back from the cache before there was an answer. */
function stored(): Promise<Record<string, unknown>> {
  const over = new AbortController();
  const ask = () => browser.storage.local.get([SETTINGS_KEY, PAUSE_KEY]);
  return Promise.race([ask(), restored(over.signal).then(ask)]).finally(() => over.abort());
}

/** Both in one reading: every page waits for it. `onLate` is called where the answer came too late. Never throws. */
async function readFor(host: string, onLate?: () => void): Promise<{ settings: SettingsHere; pause: Pause | null }> {
  try {
    const found = await answered(stored(), onLate);
    const settings = parseSettings(found[SETTINGS_KEY]);
    const pause = parsePause(found[PAUSE_KEY]);
    return {
      settings: { ...settings, level: levelOn(settings, host), enabled: settings.enabled && !pause },
      pause,
    };
  } catch {
    // Where storage cannot be read or does not answer, Peel is off, as in store.ts.
    return { settings: { ...defaultSettings(), enabled: false, unread: true }, pause: null };
  }
}

/** What holds on `host` now. Never throws, and does not wait for ever. */
export async function loadSettingsFor(host: string): Promise<SettingsHere> {
  return (await readFor(host)).settings;
}

/** A timer stands still while the computer sleeps: the clock is looked at as often as this, in ms. */
const LOOK_MS = 60_000;

/**
 * What holds on `host` now; from then on `onChange` is called with it whenever it may have changed, also when a pause runs
 * out, the page is back from the cache or storage answers after all, until `signal` aborts. Where storage does not say, what
 * held holds. Never throws, and does not wait for ever.
 */
export async function followSettingsFor(
  host: string,
  onChange: (settings: SettingsHere) => void,
  signal: AbortSignal,
): Promise<SettingsHere> {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (pause: Pause | null) => {
    clearTimeout(timer);
    if (typeof pause?.until !== 'number') return;
    // A little later: the clock and the timer need not agree to the millisecond.
    const left = pause.until - Date.now() + 50;
    timer = setTimeout(() => (left > LOOK_MS ? wait(pause) : again()), Math.min(left, LOOK_MS));
  };
  const again = async () => {
    turn += 1;
    const mine = turn;
    const { settings, pause } = await readFor(host, again);
    if (mine !== turn || signal.aborted || settings.unread) return;
    wait(pause);
    onChange(settings);
  };
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && (SETTINGS_KEY in changes || PAUSE_KEY in changes)) void again();
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    browser.storage.onChanged.removeListener(listener);
  });
  const first = await readFor(host, again);
  if (turn === 0 && !signal.aborted) wait(first.pause);
  // A page in the back/forward cache does not hear of changes.
  globalThis.window?.addEventListener('pageshow', (event) => event.persisted && again(), { signal });
  return first.settings;
}
