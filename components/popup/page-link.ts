/** What is in the tab in front of the popup, and whether Peel may read it. */
import { browser } from 'wxt/browser';
import type { PageStatus } from '@/lib/messages';
import { tellTab } from '@/lib/session/start-in';
import { listedSite, type Place, placeOf, sitePatterns } from '@/lib/settings';

/** A listed site for which the reader took the permission back. */
export interface Revoked {
  name: string;
  origins: string[];
}

/** What the popup knows of the tab in front. */
export type PageView =
  | { kind: 'asking' }
  | { kind: 'page'; tabId: number; status: PageStatus; revoked: Revoked | null }
  | { kind: 'absent'; tabId: number | null; place: Place; revoked: Revoked | null };

/** The listed site at `address` if Peel may no longer read it; null also where the browser will not tell. */
async function revokedAt(address: string | undefined): Promise<Revoked | null> {
  if (!address || !URL.canParse(address)) return null;
  const site = listedSite(new URL(address).hostname);
  if (!site) return null;
  const origins = sitePatterns([site]);
  try {
    return (await browser.permissions.contains({ origins })) ? null : { name: site.host, origins };
  } catch {
    return null;
  }
}

async function placeAt(address: string | undefined): Promise<Place> {
  const place = placeOf(address);
  if (!address?.startsWith('file:') || !place.canStart || import.meta.env.FIREFOX) return place;
  const allowed = await browser.extension.isAllowedFileSchemeAccess().catch(() => true);
  if (allowed) return place;
  return {
    sentence:
      'This is a file on your computer. To let Peel read it, open chrome://extensions, choose Peel, “Details”, and switch on “Allow access to file URLs”.',
    canStart: false,
  };
}

/** What is in the tab in front of the popup. Never throws. */
export async function lookAtPage(): Promise<PageView> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  if (tab?.id === undefined) return { kind: 'absent', tabId: null, place: placeOf(undefined), revoked: null };
  const tabId = tab.id;
  const [status, revoked] = await Promise.all([tellTab(tabId, { type: 'peel:status' }), revokedAt(tab.url)]);
  if (status) return { kind: 'page', tabId, status, revoked };
  return { kind: 'absent', tabId, place: await placeAt(tab.url), revoked };
}

/**
 * Asks the browser to let Peel read a listed site again. Call it right in the reader's click.
 * @returns false where the reader says no.
 * @throws Error with a sentence for the reader where the browser does not even ask.
 */
export async function askAgain(revoked: Revoked): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: revoked.origins });
  } catch {
    throw new Error(
      `The browser would not ask. You can allow ${revoked.name} in the browser's list of extensions, under Peel.`,
    );
  }
}
