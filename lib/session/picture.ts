/** What a share page starts from: the page's status, and the view as the reader saw it when asking. */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages';
import type { ShareJob } from '../share/job';

/**
 * The visible part of a tab, annotations included. Needs the reader's own press of the toolbar button. Null where the
 * browser refuses or cannot: the pictures that Peel composes itself need none, and the share page says how to get one.
 */
export async function captureView(tabId: number): Promise<ShareJob['view']> {
  try {
    const tab = await browser.tabs.get(tabId);
    const dataUrl = await browser.tabs.captureVisibleTab(tab.windowId, { format: 'png' });
    const { width, height } = await sizeOf(dataUrl);
    return { dataUrl, dpr: tab.width ? width / tab.width : 1, width, height };
  } catch {
    return null;
  }
}

/** Width and height of a picture in pixels. */
async function sizeOf(dataUrl: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = dataUrl;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}

/** A job for the share page, starting with claim `index` or with the view. */
export function newJob(tabId: number, status: PageStatus, index: number | null, view: ShareJob['view']): ShareJob {
  return { version: 1, made: new Date().toISOString(), tabId, status, index, view };
}
