/** Off for a while: kept apart from the settings, so that what was chosen comes back as it was. */

import { browser } from 'wxt/browser';
import { saved, storedAt, watchStored } from '../storage/local';

export const PAUSE_KEY = 'pause';
const HOUR_MS = 3_600_000;

/** Until when Peel is off: a time in ms since 1970, or the next start of the browser. */
export interface Pause {
  until: number | 'restart';
}

/** The pause that may lie in storage; null where there is none, where it is over, or where the clock was set back. */
export function parsePause(value: unknown, now = Date.now()): Pause | null {
  const until = (value as Partial<Pause> | null | undefined)?.until;
  if (until === 'restart') return { until };
  return typeof until === 'number' && until > now && until - now <= HOUR_MS ? { until } : null;
}

/**
 * The pause that holds now. Null also where storage cannot be read or gives no answer. Never throws.
 * @param onLate is told of what storage said after all, where it had not answered in time.
 */
export async function loadPause(onLate?: (pause: Pause | null) => void): Promise<Pause | null> {
  try {
    return parsePause(await storedAt(PAUSE_KEY, onLate && ((late) => onLate(parsePause(late)))));
  } catch {
    return null;
  }
}

/** Switches Peel off for an hour or until the browser starts anew. @throws Error with a sentence for the reader. */
export async function pause(how: 'hour' | 'restart'): Promise<void> {
  const until = how === 'hour' ? Date.now() + HOUR_MS : how;
  await saved(() => browser.storage.local.set({ [PAUSE_KEY]: { until } satisfies Pause }), 'pause_refused');
}

/** Ends a pause. @throws Error with a sentence for the reader. */
export function resume(): Promise<void> {
  return saved(() => browser.storage.local.remove(PAUSE_KEY), 'resume_refused');
}

/** The browser has started: a pause until then is over, also where storage, slow at a start, tells of it late. Never throws. */
export async function resumeAtStart(): Promise<void> {
  const end = async (found: Pause | null) => {
    if (found?.until === 'restart') await resume().catch(() => undefined);
  };
  await end(await loadPause((late) => void end(late)));
}

/** Calls `onChange` when a pause begins or is taken back, until `signal` aborts; its end by the clock is not told. */
export function watchPause(onChange: (pause: Pause | null) => void, signal: AbortSignal): void {
  watchStored(PAUSE_KEY, (value) => onChange(parsePause(value)), signal);
}
