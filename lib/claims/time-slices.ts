/** Longest stretch of work, in milliseconds, before others in the same worker have a turn. */
const SLICE_MS = 40;

/** Begins a stretch of work. To be awaited between its steps: lets others in the same worker work, if it is time. */
export function timeSlices(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since <= SLICE_MS) return;
    await new Promise<void>((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
