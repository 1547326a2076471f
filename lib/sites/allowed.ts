/**
 * The sites beyond Peel's own list on which the reader wants it always. The browser keeps that list: it is the permissions
 * that were given, so it cannot say anything but what holds, and a permission taken back in the browser is gone here too.
 */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import { normalHost } from '../settings/settings';
import { answersOnWww, listedSite, sitePatterns } from './sites';

export interface AllowedSite {
  /** Its host without `www.`; null where the browser was told to allow every site. */
  name: string | null;
  /** Match patterns, as the browser keeps them. */
  origins: string[];
}

/** What a reader types for a site, or pastes from the address bar, as an address; null where it is none. */
function typedUrl(typed: string): URL | null {
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  return URL.canParse(full) ? new URL(full) : null;
}

/** The host in what a reader types for a site, as pages have it: in punycode, without a port; null where there is none. */
export function typedHost(typed: string): string | null {
  return normalHost(typedUrl(typed)?.hostname ?? '');
}

const NUMERIC = /^[\d.]+$|^\[/;

/**
 * The site at an address, and the match patterns to ask the browser for: that site alone, with and without `www.`.
 * @param address an address, or what a reader types for one: "example.com".
 * @returns null for what is on no site, and for a site of Peel's own list.
 */
export function askableSite(address: string): AllowedSite | null {
  const url = typedUrl(address);
  if (!url) return null;
  const { protocol, hostname } = url;
  const name = normalHost(hostname);
  if (name === null || !/^https?:$/.test(protocol) || listedSite(name)) return null;
  const twice = hostname.startsWith('www.') || answersOnWww(name);
  const hosts = twice && !NUMERIC.test(name) ? [name, `www.${name}`] : [hostname];
  return { name, origins: hosts.map((host) => `${protocol}//${host}/*`) };
}

/** The host of a match pattern: "*.example.com"; "*" for every host. */
export const hostIn = (pattern: string): string => /^[^/]*:\/\/(\[[^\]]*\]|[^/:]+)/.exec(pattern)?.[1] ?? '*';

/** True where a match pattern covers a host. */
export function coversHost(pattern: string, host: string): boolean {
  const wanted = hostIn(pattern);
  return (
    wanted === '*' || wanted === host || (wanted.startsWith('*.') && `.${host}`.endsWith(wanted.slice(1).toLowerCase()))
  );
}

/** What the manifest asks for by itself; browsers may leave out the paths. */
function ownHosts(): Set<string> {
  const { host_permissions = [], content_scripts = [] } = browser.runtime.getManifest();
  return new Set([...host_permissions, ...content_scripts.flatMap(({ matches = [] }) => matches)].map(hostIn));
}

/** The sites that the reader allowed, by name. Empty where the browser does not tell. Never throws. */
export async function allowedSites(): Promise<AllowedSite[]> {
  try {
    const { origins = [] } = await browser.permissions.getAll();
    const own = ownHosts();
    const sites = new Map<string | null, string[]>();
    for (const pattern of origins) {
      const host = hostIn(pattern);
      if (own.has(host)) continue;
      const name = host === '*' ? null : normalHost(host.replace(/^\*\./, ''));
      sites.set(name, [...(sites.get(name) ?? []), pattern]);
    }
    return [...sites]
      .map(([name, patterns]) => ({ name, origins: patterns.sort() }))
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
  } catch {
    return [];
  }
}

/** Whether Peel may read these places by itself. True where the browser does not tell: nobody is asked twice. */
export async function mayRead(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins });
  } catch {
    return true;
  }
}

/** Whether Peel may still read pages of `host` by itself, whatever holds of the same site with or without `www.`. */
export async function mayReadHost(host: string): Promise<boolean> {
  const site = listedSite(host);
  if (site) return mayRead(sitePatterns([site]).filter((pattern) => coversHost(pattern, host)));
  return (await mayRead([`https://${host}/*`])) || mayRead([`http://${host}/*`]);
}

/**
 * Asks the browser to let Peel read `origins` by itself. Call it right in the reader's click.
 * @returns false where the reader says no.
 * @throws Error with a sentence for the reader where the browser does not even ask.
 */
export async function askToRead(name: string | null, origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins });
  } catch {
    throw new Error(name === null ? t('ask_all_refused') : t('ask_refused', { site: name }));
  }
}

/** Gives a permission back. @throws Error with a sentence for the reader. */
export async function giveBack({ name, origins }: AllowedSite): Promise<void> {
  const done = await browser.permissions.remove({ origins }).catch(() => false);
  if (!done) throw new Error(name === null ? t('give_back_all_refused') : t('give_back_refused', { site: name }));
}
