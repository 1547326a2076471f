/** What a share page starts from: the page's status, and the view as the reader saw it when asking. */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages';
import { bytesOf } from '../share/bytes';
import { linkOf, type ShareJob } from '../share/job';

/**
 * The visible part of a tab, annotations included. Needs the reader's own press of button, menu or key. Null where the
 * browser refuses or cannot: the pictures that Peel composes itself need none, and the share page says how to get one.
 */
export async function captureView(tabId: number): Promise<ShareJob['view']> {
  try {
    const tab = await browser.tabs.get(tabId);
    const dataUrl = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    const { width, height } = sizeOf(dataUrl);
    return { dataUrl, dpr: tab.width ? width / tab.width : 1, width, height };
  } catch {
    return null;
  }
}

/** Width and height in pixels of a PNG, which begins with them: no need to unpack it, and a service worker could not. */
function sizeOf(dataUrl: string): { width: number; height: number } {
  // The first 24 bytes: signature, head of the first chunk, width, height.
  const head = new DataView(bytesOf(dataUrl.slice(0, dataUrl.indexOf(',') + 33)).buffer);
  return { width: head.getUint32(16), height: head.getUint32(20) };
}

/** A job for the share page, starting with claim `index` or with the view. Of the address it keeps what may be handed on. */
export function newJob(tabId: number, status: PageStatus, index: number | null, view: ShareJob['view']): ShareJob {
  const kept = { ...status, href: linkOf(status) };
  return { version: 1, made: new Date().toISOString(), tabId, status: kept, index, view };
}
