/** What Peel asks the browser for, and why, in one sentence each: the words of the welcome page, and what an update is held to. */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import { answered, storedAt } from '../storage/local';

/** Every permission of the manifest; none of them makes a browser warn. */
export const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage'] as const;

/** Why Peel asks for a permission. */
export const permissionWords = (name: (typeof PERMISSIONS)[number]): string => t(`permission_${name}`);

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
    const before = await storedAt(ASKED_KEY);
    await answered(browser.storage.local.set({ [ASKED_KEY]: now }));
    return Array.isArray(before) ? now.filter((one) => !before.includes(one)) : [];
  } catch {
    return [];
  }
}
