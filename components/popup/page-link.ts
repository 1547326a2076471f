/** The popup's line to the tab in front: asks what is there, and starts Peel where it is not running. */
import { browser } from 'wxt/browser';
import type { PageStatus, ToPage } from '@/lib/messages';
import { type Place, placeOf } from '@/lib/settings';

/** What the popup knows of the tab in front. */
export type PageView =
  | { kind: 'asking' }
  | { kind: 'page'; tabId: number; status: PageStatus }
  | { kind: 'absent'; tabId: number | null; place: Place };

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

/** What is in the tab in front of the popup. */
export async function lookAtPage(): Promise<PageView> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return { kind: 'absent', tabId: null, place: placeOf(undefined) };
  const status = await tellTab(tab.id, { type: 'peel:status' });
  if (status) return { kind: 'page', tabId: tab.id, status };
  return { kind: 'absent', tabId: tab.id, place: placeOf(tab.url) };
}

/**
 * Starts Peel in a tab that has no content script, under the permission that the reader's click gave.
 * @throws Error with a sentence for the reader where the browser refuses.
 */
export async function startIn(tabId: number): Promise<void> {
  const target = { tabId };
  try {
    await browser.scripting.insertCSS({ target, files: ['/content-scripts/content.css'] });
    await browser.scripting.executeScript({ target, files: ['/content-scripts/content.js'] });
  } catch {
    throw new Error('The browser does not let Peel run on this page.');
  }
}
