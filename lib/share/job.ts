/**
 * What the popup, a card or a shortcut hands to the share page: kept in the browser's session storage, which lives in
 * memory, is seen by extension pages alone and ends with the browser.
 */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages';
import { bytesOf, dataUrlOf } from './bytes';

/** The visible part of a page as the browser took it. */
export interface ShareView {
  dataUrl: string;
  /** Pixels of the picture for one CSS pixel. */
  dpr: number;
  /** Size in pixels. */
  width: number;
  height: number;
}

export interface ShareJob {
  version: 1;
  /** ISO date-time. */
  made: string;
  tabId: number;
  status: PageStatus;
  /** The claim to start with; null starts with the view. */
  index: number | null;
  /** Taken by `tabs.captureVisibleTab` under the reader's own press of the toolbar button. */
  view: ShareView | null;
  /** One plain sentence where the view had to be left out or made smaller on the way. */
  words?: string;
}

/** Session storage holds 10 MB in all (Chrome 112 and later, Firefox the same); what a job may take of it, in characters. */
const ROOM = 8_000_000;

const keyOf = (id: string) => `share:${id}`;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSize = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value > 0;

/** True if `value` is a job as `saveJob` stores it. */
export function isJob(value: unknown): value is ShareJob {
  if (!isObject(value) || value.version !== 1) return false;
  const { made, tabId, status, index, view } = value;
  const viewFits =
    view === null ||
    (isObject(view) &&
      typeof view.dataUrl === 'string' &&
      /^data:image\/(png|jpeg|webp);base64,/.test(view.dataUrl) &&
      [view.dpr, view.width, view.height].every(isSize));
  return (
    typeof made === 'string' &&
    !Number.isNaN(Date.parse(made)) &&
    typeof tabId === 'number' &&
    isObject(status) &&
    typeof status.host === 'string' &&
    typeof status.address === 'string' &&
    typeof status.title === 'string' &&
    Array.isArray(status.claims) &&
    (index === null || typeof index === 'number') &&
    viewFits
  );
}

/** The same view in fewer bytes, at full size; null where this browser cannot. */
async function squeezed(view: ShareView): Promise<ShareView | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytesOf(view.dataUrl)]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    bitmap.close();
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 });
    const dataUrl = dataUrlOf(new Uint8Array(await blob.arrayBuffer()), blob.type);
    return dataUrl.length < view.dataUrl.length ? { ...view, dataUrl } : null;
  } catch {
    return null;
  }
}

async function store(id: string, job: ShareJob): Promise<boolean> {
  try {
    await browser.storage.session.set({ [keyOf(id)]: job });
    return true;
  } catch {
    return false;
  }
}

/**
 * Stores `job` for the share page. A view too large for session storage is compressed, and left out as a last resort;
 * `job.words` then says so.
 * @returns the address of the share page to open.
 * @throws Error with a sentence for the reader where not even a job without a view can be stored.
 */
export async function saveJob(job: ShareJob): Promise<string> {
  const id = crypto.randomUUID();
  const address = `${browser.runtime.getURL('/share.html' as never)}#${id}`;
  if ((job.view?.dataUrl.length ?? 0) <= ROOM && (await store(id, job))) return address;
  const view = job.view && (await squeezed(job.view));
  if (view && view.dataUrl.length <= ROOM) {
    if (await store(id, { ...job, view, words: 'The view was very large, so it was compressed a little.' }))
      return address;
  }
  const words = 'The view was too large for the browser to hand over, so it was left out. A smaller window will do.';
  if (await store(id, { ...job, view: null, words })) return address;
  throw new Error('The browser has no room left for another picture. Close a share page of Peel and try again.');
}

/** The job stored under `id`; null where there is none, or rubbish. Never throws. */
export async function loadJob(id: string): Promise<ShareJob | null> {
  try {
    const key = keyOf(id);
    const value: unknown = (await browser.storage.session.get(key))[key];
    return isJob(value) ? value : null;
  } catch {
    return null;
  }
}

/** Forgets the job stored under `id`. Never throws. */
export async function dropJob(id: string): Promise<void> {
  try {
    await browser.storage.session.remove(keyOf(id));
  } catch {
    // It ends with the browser in any case.
  }
}
