/** A picture asked for in the browser's own menu or by a key: presses that allow the view, as the toolbar button does. */
import { type Browser, browser } from 'wxt/browser';
import { isPageStatus, type PageStatus, type StatusClaim } from '../messages';
import { STATE_WORDS } from '../settings/words';
import { saveJob } from '../share/job';
import { captureView, newJob } from './picture';

/** Entries of the menu by id; the words are what the reader sees. */
export const ENTRIES = {
  'share-page': { title: 'Share a picture of this page', contexts: ['page'] },
  'share-selection': { title: 'Make a card of this', contexts: ['selection'] },
} as const;

/** The name of the keyboard command. */
export const SHARE_COMMAND = 'share-page';

/** Puts the entries into the menus of the pages that Peel reads by itself. Does nothing where there are no menus. */
export async function offerMenus(): Promise<void> {
  // Firefox for Android has none.
  if (!browser.contextMenus) return;
  const documentUrlPatterns = browser.runtime.getManifest().host_permissions ?? [];
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts }] of Object.entries(ENTRIES))
    browser.contextMenus.create({ id, title, contexts: [...contexts], documentUrlPatterns });
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Fewer characters of a claim than this, selected inside it, may stand anywhere. */
const LEAST = 8;

/** How many characters of `quote` are in `selected`; 0 where it is less than half of either. */
function shared(selected: string, quote: string): number {
  if (selected.includes(quote)) return quote.length;
  if (quote.includes(selected)) return selected.length >= LEAST ? selected.length : 0;
  for (let n = Math.min(selected.length, quote.length) - 1; n * 2 >= quote.length; n--)
    if (selected.endsWith(quote.slice(0, n)) || selected.startsWith(quote.slice(-n))) return n;
  return 0;
}

/** The claim that the reader selected, or most of it; null where the selection holds none. */
export function claimIn(selection: string, claims: readonly StatusClaim[]): StatusClaim | null {
  const selected = flat(selection);
  let best: StatusClaim | null = null;
  let most = 0;
  for (const one of selected ? claims : []) {
    const length = shared(selected, flat(one.claim.quote));
    if (length > most) [best, most] = [one, length];
  }
  return best;
}

/** `status` with its place, which a page that was never read does not say. */
function placed(status: PageStatus, { host, address, title }: PageStatus): PageStatus {
  return status.address ? status : { ...status, host, address, title };
}

/** What is known of a page that does not answer. */
function silent({ url = '', title = '' }: Browser.tabs.Tab): PageStatus {
  const { host, origin, pathname } = URL.canParse(url) ? new URL(url) : { host: '', origin: '', pathname: '' };
  const none = {
    reason: '',
    roomReason: '',
    hidden: false,
    faded: false,
    score: 0,
    supported: 0,
    paragraphs: 0,
    claims: [],
  };
  const plain = { level: 'straight', density: 'normal', room: 'open' } as const;
  return { ...none, ...plain, state: 'failed', host, address: `${origin}${pathname}`, title };
}

const SILENT = 'Peel is not at work on that page. Press its toolbar button there: it says why.';
const NOT_HERE = 'Peel marked nothing in what you selected. Choose a sentence here, or another picture.';

/**
 * Opens the share page for `tab`: with the claim in `selection`, where one is given, else with the view. Where there is
 * nothing of Peel's to show the share page says so.
 */
export async function sharePicture(tab: Browser.tabs.Tab | undefined, selection?: string): Promise<void> {
  if (tab?.id === undefined) return;
  // Before anything else: as the reader saw it when asking.
  const view = await captureView(tab.id);
  const answer: unknown = await browser.tabs.sendMessage(tab.id, { type: 'peel:status' }).catch(() => null);
  const known = silent(tab);
  const status = isPageStatus(answer) ? placed(answer, known) : known;
  const claim = selection === undefined ? null : claimIn(selection, status.claims);
  const words = !isPageStatus(answer)
    ? SILENT
    : status.claims.length === 0
      ? status.reason || STATE_WORDS[status.state]
      : selection !== undefined && !claim
        ? NOT_HERE
        : '';
  const job = newJob(tab.id, status, claim?.index ?? null, view);
  await browser.tabs.create({ url: await saveJob(words ? { ...job, words } : job) });
}
