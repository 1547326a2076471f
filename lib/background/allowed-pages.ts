/** Keeps Peel running on the sites that the reader allowed, and takes it off where a permission was taken back. */
import { browser } from 'wxt/browser';
import { isOn, normalHost, withSite } from '../settings/settings';
import { loadSettings, updateSettings } from '../settings/store';
import { allowedSites, coversHost, hostIn, mayReadHost } from '../sites/allowed';
import { exclusively } from '../storage/lock';
import { startIn, tellTab } from '../tabs/start-in-tab';

/** The browser's name for the one script that is registered; its matches are the sites. */
const SCRIPT = 'allowed-sites';
/** Asks whether the permission still holds when a page comes back; beside the content script. */
const RETURNED = 'returned.js';
/** Firefox gives the files of its manifest as whole addresses, and takes none. */
const pathOf = (file: string) => file.replace(browser.runtime.getURL('/'), '');
const sorted = (patterns: readonly string[] = []) => [...patterns].sort();

/**
 * Makes the browser start Peel on exactly the sites that are allowed now. Browsers keep what is registered when they are
 * closed, and drop it when the extension is updated: call it at every start, after an update, and when a permission changes.
 */
export function registerAllowed(): Promise<void> {
  return exclusively('allowed', async () => {
    const matches = sorted((await allowedSites()).flatMap(({ origins }) => origins));
    const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
    if (matches.length === 0) {
      if (known) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
      return;
    }
    if (known && sorted(known.matches).join() === matches.join()) return;
    const [own] = browser.runtime.getManifest().content_scripts ?? [];
    const script = {
      id: SCRIPT,
      matches,
      // The manifest's own script is there already: it matters where every site was allowed.
      excludeMatches: own?.matches ?? [],
      js: [...(own?.js?.map(pathOf) ?? []), RETURNED],
      css: own?.css?.map(pathOf) ?? [],
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
    if (known) await browser.scripting.updateContentScripts([script]);
    else await browser.scripting.registerContentScripts([script]);
  });
}

/** True where a match pattern of ours covers `address`; paths are not looked at. */
const covers = (pattern: string, address: string) =>
  /^https?:/.test(address) && URL.canParse(address) && coversHost(pattern, new URL(address).hostname);

/** Starts Peel in the tab in front when one of `origins`, just allowed, is its own; the popup may be gone by then. */
async function startWhereAllowed(origins: string[]): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const { id, url } = tab ?? {};
  if (id === undefined || !url || !origins.some((pattern) => covers(pattern, url))) return;
  const status = await tellTab(id, { type: 'peel:status' });
  if (status?.state === 'withdrawn') await tellTab(id, { type: 'peel:retry' });
  else await startIn(id);
  // From now on it is there by that permission, whatever it was before.
  await browser.scripting.executeScript({ target: { tabId: id }, files: [`/${RETURNED}`] });
}

/** Who asks for a site does not want it off: takes the sites of `origins` off the list of those switched off. */
async function switchOn(origins: string[]): Promise<void> {
  const hosts = origins.map((pattern) => normalHost(hostIn(pattern)) ?? '').filter(Boolean);
  const settings = await loadSettings();
  if (settings.enabled && hosts.some((host) => !isOn(settings, host)))
    await updateSettings((now) => hosts.reduce((kept, host) => withSite(kept, host, true), now));
}

/** Sites were allowed: Peel starts there from now on, and in the tab in front at once. */
export async function onAllowed(origins: string[]): Promise<void> {
  await registerAllowed();
  await switchOn(origins);
  await startWhereAllowed(origins);
}

/** Takes Peel off the page in a tab where that is on a host that `isMeant` and that may not be read any more. */
async function withdraw(tabId: number, isMeant: (host: string) => boolean): Promise<void> {
  const status = await tellTab(tabId, { type: 'peel:status' });
  if (status && isMeant(status.host) && !(await mayReadHost(status.host)))
    await tellTab(tabId, { type: 'peel:withdrawn' });
}

/** A permission is gone: Peel's notes leave the open pages that it covered. A tab that does not answer keeps none waiting. */
export async function onTakenBack(origins: string[]): Promise<void> {
  await registerAllowed();
  const isCovered = (host: string) => origins.some((pattern) => coversHost(pattern, host));
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(async ({ id }) => id !== undefined && withdraw(id, isCovered)));
}

/**
 * The page at `address`, on a site that the reader allowed, is back from the back/forward cache: its notes leave it where that
 * was taken back meanwhile. Another page that is in the tab by now is left alone.
 */
export async function onReturned(tabId: number, address: string): Promise<void> {
  if (!URL.canParse(address)) return;
  const { hostname } = new URL(address);
  await withdraw(tabId, (host) => host === hostname);
}
