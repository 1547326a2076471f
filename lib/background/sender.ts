/** Where a message comes from, by the browser's word: what a page says of itself is not taken for it. */
import { normalHost } from '../settings/settings';

/** The part of `runtime.MessageSender` that is used here. */
export interface Sender {
  url?: string | undefined;
  tab?: { url?: string | undefined } | undefined;
}

/** The site of the page that sent a message, as settings know it; null where it has none. */
export function senderSite({ tab, url }: Sender): string | null {
  const address = tab?.url ?? url;
  if (!address || !/^https?:/.test(address) || !URL.canParse(address)) return null;
  return normalHost(new URL(address).hostname);
}

/** True for a message from one of the extension's own pages; `origin` is the beginning of their addresses. */
export function isOwnPage({ url }: Sender, origin: string): boolean {
  return url?.startsWith(origin) === true;
}
