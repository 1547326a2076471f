/** What drivers ask of the extension from inside one of its own pages. Each function runs there, and stands alone. */
import type { PageStatus } from '@/lib/messages';
import type { Surface } from './driver';

/** The least that these calls use of the WebExtension API, present as `browser` in Firefox and `chrome` in Chromium. */
interface Api {
  tabs: {
    query(filter: object): Promise<{ id?: number }[]>;
    sendMessage(id: number, message: object): Promise<unknown>;
  };
  storage: {
    local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(values: Record<string, unknown>): Promise<void>;
      remove(keys: string[]): Promise<void>;
      clear(): Promise<void>;
    };
    sync: { clear(): Promise<void> };
    session: { clear(): Promise<void> };
  };
  permissions: { getAll(): Promise<{ origins?: string[] }> };
}

/**
 * Asks every tab for its status and returns the answer of the one at `address` (no query, no fragment). A page that was
 * never read does not say where it is: it is taken when no other answers.
 */
export function askStatus(page: Surface, address: string): Promise<PageStatus | null> {
  return page.evaluate(async (wanted: string) => {
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    const api = (scope.browser ?? scope.chrome) as Api;
    const silent: PageStatus[] = [];
    for (const tab of await api.tabs.query({})) {
      if (tab.id === undefined) continue;
      // A tab without a content script rejects: that is an answer too.
      const answer = (await api.tabs
        .sendMessage(tab.id, { type: 'peel:status' })
        .catch(() => null)) as PageStatus | null;
      if (answer?.address === wanted) return answer;
      if (answer?.address === '') silent.push(answer);
    }
    return silent.length === 1 ? (silent[0] ?? null) : null;
  }, address);
}

/** Everything in the extension's local storage. */
export function readStorage(page: Surface): Promise<Record<string, unknown>> {
  return page.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    return (scope.browser ?? (scope.chrome as Api)).storage.local.get(null);
  });
}

/** Puts `values` into the extension's local storage and removes the rest. */
export async function writeStorage(page: Surface, values: Record<string, unknown>): Promise<void> {
  await page.evaluate(async (wanted: Record<string, unknown>) => {
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    const { local } = (scope.browser ?? (scope.chrome as Api)).storage;
    // Set first, remove after: whoever watches storage sees one change for each key, as when a reader chooses.
    const before = Object.keys(await local.get(null));
    await local.set(wanted);
    await local.remove(before.filter((key) => !(key in wanted)));
  }, values);
}

/** The sites that the extension may read now, as match patterns in order. */
export function readOrigins(page: Surface): Promise<string[]> {
  return page.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    const { origins = [] } = await (scope.browser ?? (scope.chrome as Api)).permissions.getAll();
    return origins.sort();
  });
}

/** Takes away all that the extension keeps, for good or until the browser ends. */
export async function clearStorage(page: Surface): Promise<void> {
  await page.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    const { local, session, sync } = (scope.browser ?? (scope.chrome as Api)).storage;
    await Promise.all([local.clear(), session.clear(), sync.clear()]);
  });
}

/** `address` as lib/model's PageText has it: without query and fragment. */
export function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
