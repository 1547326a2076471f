/** What Peel asks the browser for, and why, in one sentence each: the words of the welcome page, and what an update is held to. */
import { browser } from 'wxt/browser';

/** Every permission of the manifest; none of them makes a browser warn. */
export const PERMISSION_WORDS: Record<string, string> = {
  activeTab: 'To read the page in front of you when you press the button, and no other.',
  contextMenus: 'To stand in the menu of the right mouse button.',
  scripting: 'To put notes on a page, once there is something to note.',
  sidePanel: 'To show the ledger beside a page, where the browser asks for that.',
  storage: 'To keep your choices, on this machine.',
};

const ASKED_KEY = 'asked';

/** All that this version asks for at once: permissions, and the sites that it reads by itself. */
function asksFor(): string[] {
  const { permissions = [], host_permissions = [] } = browser.runtime.getManifest();
  return [...permissions, ...host_permissions].sort();
}

/**
 * Remembers what this version asks for, and says what of it the version before did not ask for. Nothing where that is not
 * known, as on the first day. Never throws.
 */
export async function newlyAsked(): Promise<string[]> {
  const now = asksFor();
  try {
    const before: unknown = (await browser.storage.local.get(ASKED_KEY))[ASKED_KEY];
    await browser.storage.local.set({ [ASKED_KEY]: now });
    return Array.isArray(before) ? now.filter((one) => !before.includes(one)) : [];
  } catch {
    return [];
  }
}
