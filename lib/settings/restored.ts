/**
 * Settles when this page comes back from the back/forward cache, unless `signal` aborts before: Firefox drops what a page is
 * answered while it lies there. The background is no page and never comes back.
 */
export const restored = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    globalThis.window?.addEventListener('pageshow', (event) => event.persisted && resolve(), { signal });
  });
