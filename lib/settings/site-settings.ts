/** The settings as they act on one page: with the dial of its site, and off while Peel is paused. */
import { browser } from 'wxt/browser';
import { PAUSE_KEY, type Pause, parsePause } from './pause';
import { restored } from './restored';
import { defaultSettings, levelOn, parseSettings, SETTINGS_KEY, type Settings } from './settings';
import { answered } from './storage';

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

/**
 * What holds on `host` now; from then on `onChange` is called with it whenever it may have changed, also when a pause runs
 * out or storage answers after all, until `signal` aborts. Never throws, and does not wait for ever.
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
    // A little later: the clock and the timer need not agree to the millisecond.
    if (typeof pause?.until === 'number') timer = setTimeout(again, pause.until - Date.now() + 50);
  };
  const again = async () => {
    turn += 1;
    const mine = turn;
    const { settings, pause } = await readFor(host, again);
    if (mine !== turn || signal.aborted) return;
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
  return first.settings;
}
