/** What is asked for in the browser's own menu or by a key: presses that allow what the toolbar button allows. */

import { type Browser, browser } from 'wxt/browser';
import { flat } from '../english/fold';
import { t } from '../locale';
import type { PageStatus, StatusClaim, ToPage } from '../messages';
import { loadPause, resume } from '../settings/pause';
import { isOn, normalHost, withSite } from '../settings/settings';
import { loadSettingsFor } from '../settings/site-settings';
import { loadSettings, updateSettings } from '../settings/store';
import { offWords } from '../settings/words';
import { type ShareNotice, saveJob } from '../share/job';
import { allowedSites, askableSite, askToRead, giveBack } from '../sites/allowed';
import { listedSite, sitePatterns } from '../sites/sites';
import { captureView, newJob } from '../tabs/picture';
import { startIn, tellTab } from '../tabs/start-in-tab';
import { showTrouble, takeTrouble } from '../tabs/toolbar';

const WEB = ['https://*/*', 'http://*/*'];

/** Entries of the menu by id; `title` is the message that the reader sees. Those that are not `anywhere` stand where Peel reads by itself. */
const ENTRIES = {
  'share-page': { title: 'menu_share_page', contexts: ['page'], anywhere: false },
  'share-selection': { title: 'menu_share_selection', contexts: ['selection'], anywhere: false },
  'peel-page': { title: 'menu_peel_page', contexts: ['page'], anywhere: true },
  'site-on': { title: 'menu_site_on', contexts: ['page'], anywhere: true },
  'site-off': { title: 'menu_site_off', contexts: ['page'], anywhere: false },
} as const;

/** Keyboard commands of the manifest, and what they ask of the page in front; that for a picture is not among them. */
const COMMANDS: ReadonlyMap<string, ToPage> = new Map([
  ['next-claim', { type: 'peel:next' }],
  ['previous-claim', { type: 'peel:previous' }],
  ['hide-notes', { type: 'peel:hide', hidden: 'toggle' }],
]);
const SHARE_COMMAND = 'share-page';

/** Whether what was done has changed where Peel runs: what could not be done before is past then. */
type Changed = boolean;

/** Does `work` for who pressed in a tab; what fails is said at the toolbar button until it is put right. Never throws. */
async function orTell(tab: Browser.tabs.Tab | undefined, work: Promise<Changed>): Promise<void> {
  try {
    const changed = await work;
    if (changed && tab?.id !== undefined) await takeTrouble(tab.id);
  } catch (error) {
    const sentence = error instanceof Error && error.message ? error.message : t('failed');
    if (tab?.id !== undefined) await showTrouble(tab.id, sentence);
  }
}

/** Does what a keyboard command says; one that is not known is ignored. What fails is said at the toolbar button. Never throws. */
export function runCommand(command: string, tab?: Browser.tabs.Tab): Promise<void> {
  return command === SHARE_COMMAND ? runMenuEntry({ menuItemId: 'share-page' }, tab) : sendCommand(command);
}

/** Sends what a key says to the page in front. It puts nothing right: what the button says of that page stays. Never throws. */
async function sendCommand(command: string): Promise<void> {
  const message = COMMANDS.get(command);
  const [front] = message ? await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []) : [];
  if (message && front?.id !== undefined) await tellTab(front.id, message);
}

/** Puts the entries into the menus of the pages on which they make sense. Does nothing where there are no menus. */
export async function offerMenus(): Promise<void> {
  // Firefox for Android has none.
  if (!browser.contextMenus) return;
  const own = browser.runtime.getManifest().host_permissions ?? [];
  const here = [...own, ...(await allowedSites()).flatMap(({ origins }) => origins)];
  await browser.contextMenus.removeAll();
  for (const [id, { title, contexts, anywhere }] of Object.entries(ENTRIES))
    browser.contextMenus.create({
      id,
      title: t(title),
      contexts: [...contexts],
      documentUrlPatterns: anywhere ? WEB : here,
    });
}

/** What is known of a press in the menu. */
export interface Press {
  menuItemId: string | number;
  selectionText?: string | undefined;
  pageUrl?: string | undefined;
}

/**
 * Does what an entry of the menu says; an entry of somebody else is ignored. Call it right in the press: the browser asks
 * for a permission at no other time. What fails is said at the toolbar button. Never throws.
 */
export function runMenuEntry(press: Press, tab?: Browser.tabs.Tab): Promise<void> {
  return orTell(tab, doEntry(press, tab));
}

async function doEntry({ menuItemId, selectionText = '', pageUrl }: Press, tab?: Browser.tabs.Tab): Promise<Changed> {
  const address = tab?.url ?? pageUrl ?? '';
  if (menuItemId === 'share-page') await sharePicture(tab);
  if (menuItemId === 'share-selection') await sharePicture(tab, selectionText);
  if (menuItemId === 'peel-page') return peelPage(address, tab?.id);
  if (menuItemId === 'site-on') return switchOn(address, tab?.id);
  if (menuItemId === 'site-off') return switchOff(address);
  return false;
}

/** Starts Peel in a tab, or reads it again where it is running. @throws Error with a sentence for the reader where Peel is off. */
async function peelPage(address: string, tabId: number | undefined): Promise<Changed> {
  if (tabId === undefined) return false;
  const host = hostAt(address) ?? '';
  const settings = await loadSettingsFor(host);
  if (!settings.enabled && !settings.unread) {
    const paused = (await loadSettings()).enabled ? await loadPause() : null;
    throw new Error(paused ? offWords(paused) : t('state_all_off'));
  }
  if (settings.enabled && !isOn(settings, host)) throw new Error(t('state_site_off'));
  if (!(await tellTab(tabId, { type: 'peel:retry' }))) await startIn(tabId);
  return true;
}

const hostAt = (address: string): string | null =>
  URL.canParse(address) ? normalHost(new URL(address).hostname) : null;

/** Asks for the site at `address` where Peel may not read it, and switches Peel on there, though it be paused. */
async function switchOn(address: string, tabId: number | undefined): Promise<Changed> {
  const host = hostAt(address);
  if (host === null) return false;
  const listed = listedSite(host);
  const origins = listed ? sitePatterns([listed]) : askableSite(address)?.origins;
  if (!origins || !(await askToRead(host, origins))) return false;
  await updateSettings((now) => withSite({ ...now, enabled: true }, host, true));
  await resume();
  if (tabId !== undefined) await startIn(tabId);
  return true;
}

/** Gives the permission for a site back, or switches Peel off on a site of its own list. */
async function switchOff(address: string): Promise<Changed> {
  const host = hostAt(address);
  if (host === null) return false;
  const allowed = (await allowedSites()).find(({ name }) => name === host);
  if (allowed) await giveBack(allowed);
  else await updateSettings((now) => withSite(now, host, false));
  return true;
}

/** Fewer characters of a claim than this, selected inside it, may stand anywhere. */
const LEAST = 8;

/** How many characters of `quote` are in `selected`; 0 where it is less than half of either. */
function overlapOf(selected: string, quote: string): number {
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
    const length = overlapOf(selected, flat(one.claim.quote));
    if (length > most) [best, most] = [one, length];
  }
  return best;
}

/** `status` with its place, which a page that was never read does not say. */
function withPlace(status: PageStatus, { host, address, title, href = '' }: PageStatus): PageStatus {
  return status.address ? status : { ...status, host, address, title, href };
}

/** What is known of a page that does not answer. */
function statusOfSilent({ url = '', title = '' }: Browser.tabs.Tab): PageStatus {
  // A saved page has an origin that is called “null”, and no address to hand on.
  const page = /^https?:/i.test(url) && URL.canParse(url) ? new URL(url) : null;
  const none = {
    reason: null,
    roomReason: null,
    hidden: false,
    faded: false,
    score: 0,
    supported: 0,
    paragraphs: 0,
    claims: [],
  };
  const plain = { level: 'straight', density: 'normal', room: 'open' } as const;
  const [host, address, href] = page ? [page.host, page.origin + page.pathname, url] : ['', '', ''];
  return { ...none, ...plain, state: 'failed', host, address, title, href };
}

/**
 * Opens the share page for `tab`: with the claim in `selection`, where one is given, else with the view. Where there is
 * nothing of Peel's to show the share page says so.
 */
export async function sharePicture(tab: Browser.tabs.Tab | undefined, selection?: string): Promise<void> {
  if (tab?.id === undefined) return;
  // Before anything else: as the reader saw it when asking.
  const view = await captureView(tab.id);
  const answer = await tellTab(tab.id, { type: 'peel:status' });
  const known = statusOfSilent(tab);
  const status = answer ? withPlace(answer, known) : known;
  const claim = selection === undefined ? null : claimIn(selection, status.claims);
  const notice: ShareNotice | null = !answer
    ? 'not-at-work'
    : status.claims.length === 0
      ? 'nothing-marked'
      : selection !== undefined && !claim
        ? 'nothing-selected'
        : null;
  const job = newJob(tab.id, status, claim?.index ?? null, view);
  await browser.tabs.create({ url: await saveJob(notice ? { ...job, notices: [notice] } : job) });
}
