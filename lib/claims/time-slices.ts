/** Milliseconds after which no further step begins before others in the same worker had a turn; the longest step takes some 20. */
const SLICE_MS = 30;

/** Begins a stretch of work. To be awaited between its steps: lets others in the same worker work, if it is time. */
export function timeSlices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since <= SLICE_MS) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
