/** Why Peel is not at work in a tab, in one plain sentence, and whether the reader can change that with a click. */
import { browser } from 'wxt/browser';
import { type PlainKey, t } from '../locale';
import { normalHost } from '../settings/settings';
import { listedSite } from './sites';

export interface Availability {
  sentence: string;
  /** True where a click may start Peel on this page. */
  canStart: boolean;
}

/** Hosts, or beginnings of addresses, on which each browser lets no extension run. */
const WALLED = {
  chrome: ['chromewebstore.google.com/', 'chrome.google.com/webstore'],
  // extensions.webextensions.restrictedDomains
  firefox: [
    'accounts-static.cdn.mozilla.net/',
    'accounts.firefox.com/',
    'addons.cdn.mozilla.net/',
    'addons.mozilla.org/',
    'api.accounts.firefox.com/',
    'content.cdn.mozilla.net/',
    'discovery.addons.mozilla.org/',
    'oauth.accounts.firefox.com/',
    'profile.accounts.firefox.com/',
    'support.mozilla.org/',
    'sync.services.mozilla.com/',
  ],
};

/** What the browser itself shows under these schemes, where it is worth a word of its own. */
const SCHEMES: Record<string, PlainKey> = {
  'about:reader': 'place_reader',
  'view-source:': 'place_source',
  'chrome-error:': 'place_error',
  'data:': 'place_no_address',
  'blob:': 'place_no_address',
};

/** True of an address that ends as a PDF's does. On the web that may also be a page about one: only the page itself knows. */
export const endsInPdf = (address: string): boolean =>
  URL.canParse(address) && /\.pdf$/i.test(new URL(address).pathname);

/**
 * @param address the tab's address; undefined where the browser will not tell.
 * @param firefox which browser's walls count; by default this build's.
 */
export function availabilityOf(address: string | undefined, firefox = import.meta.env.FIREFOX === true): Availability {
  const no = (key: PlainKey): Availability => ({ sentence: t(key), canStart: false });
  if (!address) return no('place_unknown');
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return no('place_senseless');
  }
  if (url.protocol === 'file:' && endsInPdf(address)) return no('place_pdf');
  if (url.protocol === 'file:') return { sentence: t('place_file'), canStart: true };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    if (address.startsWith(browser.runtime.getURL('/'))) return no('place_own');
    const words = SCHEMES[`${url.protocol}${url.pathname}`] ?? SCHEMES[url.protocol];
    return no(words ?? 'place_browser');
  }
  const walled = firefox ? WALLED.firefox : WALLED.chrome;
  if (walled.some((start) => `${url.hostname}${url.pathname}`.startsWith(start))) return no('place_walled');
  const name = normalHost(url.hostname) ?? url.hostname;
  if (listedSite(url.hostname))
    return {
      sentence: t('place_listed', { site: name }),
      canStart: true,
    };
  return { sentence: t('place_unlisted', { site: name }), canStart: true };
}
