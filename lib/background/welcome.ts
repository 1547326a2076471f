/** The page that greets a new reader: opened once, and after an update only where it asks for something new. */
import { browser } from 'wxt/browser';
import { newlyAsked } from '../sites/permissions';

/** Call it when the browser says that Peel was installed or updated. */
export async function welcome(reason: string): Promise<void> {
  const fresh = await newlyAsked();
  const hash = reason === 'install' ? '' : `#${fresh.map(encodeURIComponent).join('&')}`;
  if (reason === 'install' || (reason === 'update' && fresh.length > 0))
    await browser.tabs.create({ url: browser.runtime.getURL(`/welcome.html${hash}` as never) });
}

/** What an update asks for that the version before did not, as handed over in the address of the welcome page. */
export function askedIn(hash: string): string[] {
  try {
    return hash.slice(1).split('&').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}
