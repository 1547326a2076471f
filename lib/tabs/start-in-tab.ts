/** The line to a tab: asks Peel there, and starts it where it is not running. */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import type { PageStatus, ToPage } from '../messages';
import { check } from '../messages/check';
import { exclusively } from '../storage/lock';

/** Sends `message` to the tab; null where nobody listens, or what comes back is no answer. */
export async function tellTab(tabId: number, message: ToPage): Promise<PageStatus | null> {
  try {
    return check('pageStatus', await browser.tabs.sendMessage(tabId, message));
  } catch {
    return null;
  }
}

/** How long a picture that is taken waits for the page's word on it, in ms. */
const PATIENCE_MS = 500;

/** What is on the page in a tab, for a picture just taken of it; null also where the page is too busy to say. */
export function statusAtOnce(tabId: number): Promise<PageStatus | null> {
  const givenUp = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  return Promise.race([tellTab(tabId, { type: 'peel:status' }), givenUp]);
}

/** How often, and how long apart in ms, a page is asked whether Peel has come up in it. */
const TRIES = 20;
const TRY_MS = 150;

/**
 * Starts Peel in a tab where it is not running, under the permission that the reader's press gave, and waits until it answers
 * there. Whoever else is starting it in this tab, it comes up once; a tab that does not answer keeps no other waiting.
 * @throws Error with a sentence for the reader where that cannot be.
 */
export function startIn(tabId: number): Promise<void> {
  const start = async () => {
    if (!(await tellTab(tabId, { type: 'peel:status' }))) await inject(tabId);
  };
  return exclusively(`start:${tabId}`, start, { busy: 'place_silent' });
}

/** The media type of the page in a tab, as it says itself. Rejects where the browser lets nobody ask. */
export async function contentTypeIn(tabId: number): Promise<unknown> {
  const [probe] = await browser.scripting.executeScript({
    target: { tabId },
    func: () => document.contentType,
    injectImmediately: true,
  });
  return probe?.result;
}

async function inject(tabId: number): Promise<void> {
  const target = { tabId };
  let type: unknown;
  try {
    type = await contentTypeIn(tabId);
  } catch {
    throw new Error(t('place_refused'));
  }
  if (type === 'application/pdf') throw new Error(t('place_pdf'));
  if (typeof type === 'string' && !/html/.test(type)) {
    throw new Error(t('place_no_html', { type }));
  }
  try {
    await browser.scripting.insertCSS({ target, files: ['/content-scripts/content.css'] });
    await browser.scripting.executeScript({ target, files: ['/content-scripts/content.js'] });
  } catch {
    throw new Error(t('place_refused'));
  }
  await waitForPeel(tabId);
}

/** Waits until Peel answers in a tab. @throws Error with a sentence for the reader where it does not. */
export async function waitForPeel(tabId: number): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await tellTab(tabId, { type: 'peel:status' })) return;
    await new Promise((resolve) => setTimeout(resolve, TRY_MS));
  }
  throw new Error(t('place_silent'));
}
