/** What lies under one key of the extension's local storage: read as it is, followed, and saved with an end to the waiting. */
import { browser } from 'wxt/browser';
import { type PlainKey, t } from '../locale';

/** How long the browser may take to hand out what it stores, or to say that it has stored something, in ms. */
const PATIENCE_MS = 3000;

/** Thrown where the browser has not answered in time: what was asked of it may yet happen. */
export class NoAnswerError extends Error {}

/**
 * `asked`, a reading or a writing, or a rejection with `NoAnswerError` when the browser does not answer.
 * @param onLate is told of an answer that came after all.
 */
export async function answered<T>(asked: Promise<T>, onLate?: (value: T) => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswerError());
      if (onLate) asked.then(onLate, () => undefined);
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Does `work`, by which the browser stores something or throws it away: every writer of ours goes through here.
 * @throws Error with a sentence for the reader: that of `refused` where the browser refuses, and one that nothing is known
 *   of it where the browser does not answer.
 */
export async function saved(work: () => Promise<unknown>, refused: PlainKey): Promise<void> {
  try {
    await answered(work());
  } catch (error) {
    throw new Error(t(error instanceof NoAnswerError ? 'store_late' : refused));
  }
}

/** What is stored under `key`, undefined where nothing is. Rejects where the browser refuses or does not answer. */
export async function storedAt(key: string, onLate?: (value: unknown) => void): Promise<unknown> {
  const found: Record<string, unknown> = await answered(
    browser.storage.local.get(key),
    onLate && ((late: Record<string, unknown>) => onLate(late[key])),
  );
  return found[key];
}

/** Calls `onChange` with what is stored under `key` whenever that changes, in any part of Peel, until `signal` aborts. */
export function watchStored(key: string, onChange: (value: unknown) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && key in changes) onChange(changes[key]?.newValue);
  };
  if (signal.aborted) return;
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
