/** One writer at a time, across popup, options, share page and background: they share an origin, and so its Web Locks. */
import { type PlainKey, t } from '../locale';

/** How long a writer waits for the one before it, in ms. A hung write must not leave a reader waiting for ever. */
const WAIT_MS = 5000;

/**
 * Runs `work` while nobody else in Peel runs under the same `name`. Waits `patience` ms for that.
 * @param busy the sentence where the one before does not finish.
 * @throws Error with a sentence for the reader when the one before does not finish; `work` is not run then.
 */
export async function exclusively<T>(
  name: string,
  work: () => Promise<T>,
  { patience = WAIT_MS, busy = 'lock_busy' }: { patience?: number; busy?: PlainKey } = {},
): Promise<T> {
  const locks = globalThis.navigator?.locks;
  // No lock manager outside secure contexts and in test pages: there is only one writer there.
  if (!locks) return work();
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  let ours = false;
  try {
    return await locks.request(`peel:${name}`, { signal: waiting.signal }, () => {
      ours = true;
      clearTimeout(timer);
      return work();
    });
  } catch (error) {
    if (ours) throw error;
    throw new Error(t(busy));
  } finally {
    clearTimeout(timer);
  }
}
