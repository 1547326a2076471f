/** The popup's line to the tab in front: asks what is there, and starts Peel where it is not running. */
import { browser } from 'wxt/browser';
import type { PageStatus, ToPage } from '@/lib/messages';
import { listedSite, PDF_SENTENCE, type Place, placeOf, sitePatterns } from '@/lib/settings';

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

const isStatus = (value: unknown): value is PageStatus =>
  typeof value === 'object' && value !== null && 'state' in value && 'claims' in value;

/** Sends `message` to the tab; null where nobody listens. */
export async function tellTab(tabId: number, message: ToPage): Promise<PageStatus | null> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, message);
    return isStatus(answer) ? answer : null;
  } catch {
    return null;
  }
}

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

const REFUSED = 'The browser does not let Peel run on this page.';
/** How often, and how long apart in ms, a page is asked whether Peel has come up in it. */
const TRIES = 20;
const TRY_MS = 150;

/**
 * Starts Peel in a tab that has no content script, under the permission that the reader's click gave, and waits until it
 * answers there.
 * @throws Error with a sentence for the reader where that cannot be.
 */
export async function startIn(tabId: number): Promise<void> {
  const target = { tabId };
  let type: unknown;
  try {
    const [probe] = await browser.scripting.executeScript({ target, func: () => document.contentType });
    type = probe?.result;
  } catch {
    throw new Error(REFUSED);
  }
  if (type === 'application/pdf') throw new Error(PDF_SENTENCE);
  if (typeof type === 'string' && !/html/.test(type)) {
    throw new Error(`This is not a web page but a file (${type}). Peel reads web pages only.`);
  }
  try {
    await browser.scripting.insertCSS({ target, files: ['/content-scripts/content.css'] });
    await browser.scripting.executeScript({ target, files: ['/content-scripts/content.js'] });
  } catch {
    throw new Error(REFUSED);
  }
  await answerIn(tabId);
}

/** Waits until Peel answers in a tab. @throws Error with a sentence for the reader where it does not. */
export async function answerIn(tabId: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await tellTab(tabId, { type: 'peel:status' })) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  throw new Error('Peel was let in, but the page does not answer. Loading it again may help.');
}

/** Starts Peel in the tab in front when its site has just been allowed; the popup may be gone by then. */
export async function startWhereAllowed(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined || !tab.url || !listedSite(new URL(tab.url).hostname)) return;
  if (!(await tellTab(tab.id, { type: 'peel:status' }))) await startIn(tab.id);
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
