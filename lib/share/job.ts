/**
 * What is handed from the page in front to the share page. It waits in the browser's session storage, which is memory
 * only: closing the browser forgets it.
 */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages';

/** A captured view: PNG as a data URL, its size in pixels, and how many of those make one CSS pixel. */
export interface View {
  dataUrl: string;
  dpr: number;
  width: number;
  height: number;
}

export interface ShareJob {
  version: 1;
  /** ISO date-time at which the reader asked. */
  made: string;
  tabId: number;
  status: PageStatus;
  /** Claim to start with, or null for the view. */
  index: number | null;
  view: View | null;
}

const PREFIX = 'share:';

const isJob = (value: unknown): value is ShareJob =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === 1 && 'status' in value;

/**
 * Leaves a job for the share page.
 * @returns the address to open. Where session storage is too small for the view, the job goes without it.
 * @throws Error with a sentence for the reader where even that does not fit.
 */
export async function saveJob(job: ShareJob): Promise<string> {
  const id = crypto.randomUUID();
  const save = (value: ShareJob) => browser.storage.session.set({ [PREFIX + id]: value });
  try {
    await save(job).catch(() => save({ ...job, view: null }));
  } catch {
    throw new Error('The browser has no room left for this picture. Close a share page and try again.');
  }
  return `${browser.runtime.getURL('/share.html' as never)}#${id}`;
}

/** The job behind the share page's address, or null where it is gone or was never one of ours. */
export async function loadJob(id: string): Promise<ShareJob | null> {
  const key = PREFIX + id;
  try {
    const job: unknown = (await browser.storage.session.get(key))[key];
    return isJob(job) ? job : null;
  } catch {
    return null;
  }
}

/** Forgets a job. */
export async function dropJob(id: string): Promise<void> {
  await browser.storage.session.remove(PREFIX + id).catch(() => undefined);
}
