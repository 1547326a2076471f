/** What is in the tab in front of the popup, and whether Peel may read it. */
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import { type AllowedSite, allowedSites, askableSite, mayRead, mayReadHost } from '@/lib/sites/allowed';
import { type Availability, availabilityOf, endsInPdf } from '@/lib/sites/availability';
import { listedSite, sitePatterns } from '@/lib/sites/sites';
import { contentTypeIn, tellTab } from '@/lib/tabs/start-in-tab';

/** A listed site for which the reader took the permission back. */
export interface Revoked {
  name: string;
  origins: string[];
}

/** A site beyond Peel's list, on which the reader may want it always. */
export interface Always {
  name: string;
  /** What to ask for, or what was allowed. */
  origins: string[];
  allowed: boolean;
}

/** What the reader may let Peel read by itself, of the page in the tab. */
interface Asking {
  revoked: Revoked | null;
  always: Always | null;
}

/** What the popup knows of the tab in front. */
export type PageView =
  | { kind: 'asking' }
  | ({ kind: 'page'; tabId: number; status: PageStatus } & Asking)
  | ({ kind: 'absent'; tabId: number | null; availability: Availability } & Asking);

/** The listed site at `address` if Peel may no longer read it; null also where the browser will not tell. */
async function revokedAt(address: string | undefined): Promise<Revoked | null> {
  if (!address || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  const site = listedSite(hostname);
  if (!site || (await mayReadHost(hostname))) return null;
  return { name: site.host, origins: sitePatterns([site]) };
}

/** The site at `address` as one to be read always; null where Peel's own list or the browser decides. */
async function alwaysAt(address: string | undefined): Promise<Always | null> {
  const site = address && availabilityOf(address).canStart ? askableSite(address) : null;
  if (!site?.name || !address) return null;
  const { protocol, hostname } = new URL(address);
  const allowed = await mayRead([`${protocol}//${hostname}/*`]);
  const known: AllowedSite | undefined = allowed
    ? (await allowedSites()).find(({ name }) => name === site.name)
    : undefined;
  // Where every site was allowed, or the build itself names this one, there is nothing to take back here.
  if (allowed && !known) return null;
  return { name: site.name, origins: known?.origins ?? site.origins, allowed };
}

/** True of what ends as a PDF does and does not say that it is a page. Firefox lets nobody ask a PDF what it is. */
async function isPdf(tabId: number, address: string): Promise<boolean> {
  return endsInPdf(address) && !/html/.test(String(await contentTypeIn(tabId).catch(() => '')));
}

async function availabilityIn(tabId: number, address: string | undefined): Promise<Availability> {
  const availability = availabilityOf(address);
  if (address && availability.canStart && (await isPdf(tabId, address)))
    return { sentence: t('place_pdf'), canStart: false };
  if (!address?.startsWith('file:') || !availability.canStart || import.meta.env.FIREFOX) return availability;
  const allowed = await browser.extension.isAllowedFileSchemeAccess().catch(() => true);
  if (allowed) return availability;
  return {
    sentence: t('popup_file_access'),
    canStart: false,
  };
}

/** The tab in front of the popup. Never throws. */
export async function tabInFront() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
  return tab;
}

/** What is in the tab in front of the popup. Never throws. */
export async function lookAtPage(): Promise<PageView> {
  const tab = await tabInFront();
  if (tab?.id === undefined)
    return { kind: 'absent', tabId: null, availability: availabilityOf(undefined), revoked: null, always: null };
  const tabId = tab.id;
  const [status, revoked, always] = await Promise.all([
    tellTab(tabId, { type: 'peel:status' }),
    revokedAt(tab.url),
    alwaysAt(tab.url),
  ]);
  if (status) return { kind: 'page', tabId, status, revoked, always };
  const availability = await availabilityIn(tabId, tab.url);
  if (!availability.canStart) return { kind: 'absent', tabId, availability, revoked, always: null };
  if (!always?.allowed) return { kind: 'absent', tabId, availability, revoked, always };
  const sentence = t('popup_open_before', { site: always.name });
  return { kind: 'absent', tabId, availability: { ...availability, sentence }, revoked, always };
}
