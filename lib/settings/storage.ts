/** What lies under one key of the extension's local storage: read as it is, and followed. */
import { browser } from 'wxt/browser';

/** What is stored under `key`, undefined where nothing is. Rejects where the browser refuses. */
export async function storedAt(key: string): Promise<unknown> {
  const found: Record<string, unknown> = await browser.storage.local.get(key);
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
