/** Why Peel is not at work in a tab, in one plain sentence, and whether the reader can change that with a click. */
import { siteOf } from './sites';

export interface Place {
  sentence: string;
  /** True where a click may start Peel on this page. */
  canStart: boolean;
}

const STORES = [
  'chromewebstore.google.com',
  'chrome.google.com',
  'addons.mozilla.org',
  'microsoftedge.microsoft.com',
  'accounts.firefox.com',
];

/**
 * @param address the tab's address; undefined where the browser will not tell.
 */
export function placeOf(address: string | undefined): Place {
  const no = (sentence: string): Place => ({ sentence, canStart: false });
  if (!address) return no('The browser does not tell Peel what this page is, so Peel cannot run here.');
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return no('This address makes no sense to Peel.');
  }
  if (url.protocol === 'file:')
    return { sentence: 'This is a file on your computer. Peel reads it only if you ask.', canStart: true };
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return no('This page belongs to the browser, and extensions may not run on it.');
  if (STORES.includes(url.hostname)) return no('Browsers let no extension run on their own stores and accounts.');
  if (/\.pdf$/i.test(url.pathname)) return no('This is a PDF. Peel reads web pages only.');
  const name = url.hostname.replace(/^www\./, '');
  if (siteOf(url.hostname))
    return {
      sentence: `Peel reads ${name}, but not this page: the tab was open before Peel was, or the page is outside the news.`,
      canStart: true,
    };
  return { sentence: `${name} is not among the sites that Peel reads by itself.`, canStart: true };
}
