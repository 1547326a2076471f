/** How a long piece of work is cut so that the page stays alive. */
export interface SliceOptions {
  /** Ends the work early: the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Longest stretch on the main thread, milliseconds. Half a long task's 50 ms leaves room for the page. */
  budgetMs?: number;
}

const BUDGET = 12;

/** Runs a generator to its end at once. */
export function runNow<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs a generator in slices, handing the thread back in between.
 *
 * @throws the signal's reason once it is aborted; the generator is closed first.
 */
export async function runSliced<T>(work: Generator<void, T>, options: SliceOptions = {}): Promise<T> {
  const { signal, budgetMs = BUDGET } = options;
  let until = performance.now() + budgetMs;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const step = work.next();
      if (step.done) return step.value;
      if (performance.now() < until) continue;
      await pause();
      until = performance.now() + budgetMs;
    }
  } finally {
    work.return(undefined as T);
  }
}

/** Lets the page run. Where the browser has a scheduler, the rest of the work keeps its place in the queue. */
function pause(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  if (typeof scheduler?.yield === 'function') return scheduler.yield();
  return new Promise((resolve) => setTimeout(resolve, 0));
}
