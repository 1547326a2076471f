/**
 * What the popup, a card or a shortcut hands to the share page: kept in the browser's session storage, which lives in
 * memory, is seen by extension pages alone and ends with the browser.
 */

import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { pageLink } from '../link';
import { t } from '../locale';
import type { PageStatus } from '../messages';
import { fitting } from '../messages/check';
import { index, perhaps } from '../messages/data';
import { pageStatus } from '../messages/schema';
import { answered, NoAnswerError } from '../storage/local';
import { bytesOf, dataUrlOf } from './bytes';

const size = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** The visible part of a page as the browser took it. */
const shareView = v.object({
  dataUrl: v.pipe(v.string(), v.regex(/^data:image\/(png|jpeg|webp);base64,/)),
  /** Pixels of the picture for one CSS pixel. */
  dpr: size,
  /** Size in pixels. */
  width: size,
  height: size,
});
export type ShareView = v.InferOutput<typeof shareView>;

/** What kept a picture from being what was asked for; the share page has a sentence for each. */
const NOTICES = [
  'view-compressed',
  'view-left-out',
  /** Peel is not at work on the page, or has marked nothing there, or not in what was selected. */
  'not-at-work',
  'nothing-marked',
  'nothing-selected',
] as const;
export type ShareNotice = (typeof NOTICES)[number];

export const shareJob = v.object({
  version: v.literal(1),
  /** ISO date-time. */
  made: v.pipe(v.string(), v.isoTimestamp()),
  tabId: v.pipe(v.number(), v.safeInteger()),
  status: pageStatus,
  /** The claim to start with; null starts with the view. */
  index: v.nullable(index),
  /** Taken by `tabs.captureVisibleTab` under the reader's own press of the toolbar button. */
  view: v.nullable(shareView),
  /** What the share page says beside the pictures. */
  notices: perhaps(v.array(v.picklist(NOTICES))),
});
export type ShareJob = v.InferOutput<typeof shareJob>;

/** The address of a page as it may be handed on. */
export const linkOf = ({ href, address }: Pick<PageStatus, 'href' | 'address'>): string => pageLink(href || address);

/** Session storage holds 10 MB in all (Chrome 112 and later, Firefox the same); what a job may take of it, in characters. */
const ROOM = 8_000_000;

const keyOf = (id: string) => `share:${id}`;
/** Where it stands that the reader keeps a job; as long as the job itself. */
const keptAt = (id: string) => keyOf(`${id}:kept`);

/** `value`, which is a job as `saveJob` stores it. @throws Refusal where it is not. */
export function checkJob(value: unknown): ShareJob {
  return fitting(shareJob, value, 'share job');
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

/** False where there is no room for it. @throws Error with a sentence for the reader where the browser does not answer. */
async function store(id: string, job: ShareJob): Promise<boolean> {
  try {
    await answered(browser.storage.session.set({ [keyOf(id)]: job }));
    return true;
  } catch (error) {
    if (error instanceof NoAnswerError) throw new Error(t('store_late'));
    return false;
  }
}

/**
 * Stores `job` for the share page. A view too large for session storage is compressed, and left out as a last resort;
 * `job.notices` then say so.
 * @returns the address of the share page to open.
 * @throws Error with a sentence for the reader where not even a job without a view can be stored, or the browser does not answer.
 */
export async function saveJob(job: ShareJob): Promise<string> {
  const id = crypto.randomUUID();
  // Beside what they say already.
  const noticing = (notice: ShareNotice) => [...(job.notices ?? []), notice];
  const address = `${browser.runtime.getURL('/share.html' as never)}#${id}`;
  if ((job.view?.dataUrl.length ?? 0) <= ROOM && (await store(id, job))) return address;
  const view = job.view && (await squeezed(job.view));
  if (view && view.dataUrl.length <= ROOM) {
    if (await store(id, { ...job, view, notices: noticing('view-compressed') })) return address;
  }
  if (await store(id, { ...job, view: null, notices: noticing('view-left-out') })) return address;
  throw new Error(t('share_no_room'));
}

/** The job stored under `id`; null where there is none, or rubbish. Never throws. */
export async function loadJob(id: string): Promise<ShareJob | null> {
  try {
    const key = keyOf(id);
    return checkJob((await browser.storage.session.get(key))[key]);
  } catch {
    return null;
  }
}

/** Remembers whether the job under `id` outlives its page. Never throws: what the page was told holds as long as it is open. */
export async function keepJob(id: string, kept: boolean): Promise<void> {
  try {
    if (kept) await browser.storage.session.set({ [keptAt(id)]: true });
    else await browser.storage.session.remove(keptAt(id));
  } catch {
    // It ends with the browser in any case.
  }
}

/** True if the reader keeps the job under `id`. Never throws. */
export async function isKept(id: string): Promise<boolean> {
  try {
    const key = keptAt(id);
    return (await browser.storage.session.get(key))[key] === true;
  } catch {
    return false;
  }
}

/** Forgets the job stored under `id`. Never throws. */
export async function dropJob(id: string): Promise<void> {
  try {
    await browser.storage.session.remove([keyOf(id), keptAt(id)]);
  } catch {
    // It ends with the browser in any case.
  }
}
