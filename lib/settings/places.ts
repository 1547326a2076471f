/** Why Peel is not at work in a tab, in one plain sentence, and whether the reader can change that with a click. */
import { normalHost } from './settings';
import { listedSite } from './sites';

export interface Place {
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
const SCHEMES: Record<string, string> = {
  'about:reader': 'This is the reader view, which belongs to the browser. Leave it, and Peel can read the page.',
  'view-source:': 'This is the source of a page. Peel reads the page itself.',
  'chrome-error:': 'This page did not load, so there is nothing to read.',
  'data:': 'This page has no address of its own, and Peel stays out of those.',
  'blob:': 'This page has no address of its own, and Peel stays out of those.',
};

/**
 * @param address the tab's address; undefined where the browser will not tell.
 * @param firefox which browser's walls count; by default this build's.
 */
export function placeOf(address: string | undefined, firefox = import.meta.env.FIREFOX === true): Place {
  const no = (sentence: string): Place => ({ sentence, canStart: false });
  if (!address)
    return no('This page belongs to the browser, or the browser does not say what it is: Peel cannot run here.');
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return no('This address makes no sense to Peel.');
  }
  if (/\.pdf$/i.test(url.pathname)) return no('This is a PDF. Peel reads web pages only.');
  if (url.protocol === 'file:')
    return { sentence: 'This is a file on your computer. Peel reads it only if you ask.', canStart: true };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    const words = SCHEMES[`${url.protocol}${url.pathname}`] ?? SCHEMES[url.protocol];
    return no(words ?? 'This page belongs to the browser, and extensions may not run on it.');
  }
  const walled = firefox ? WALLED.firefox : WALLED.chrome;
  if (walled.some((start) => `${url.hostname}${url.pathname}`.startsWith(start)))
    return no('The browser lets no extension run on its own store, help and account pages.');
  const name = normalHost(url.hostname) ?? url.hostname;
  if (listedSite(url.hostname))
    return {
      sentence: `Peel reads ${name}, but not this page: the tab was open before Peel was, or the page is outside the news.`,
      canStart: true,
    };
  return { sentence: `${name} is not among the sites that Peel reads by itself.`, canStart: true };
}
