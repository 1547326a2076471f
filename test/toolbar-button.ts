/** The browser's toolbar button, which the fake browser does without: what it says of each tab, and where its popup was opened. */
import { browser } from 'wxt/browser';

export function fakeToolbarButton() {
  const [titles, badges] = [new Map<number, string>(), new Map<number, string>()];
  const popups: number[] = [];
  const reset = () => {
    titles.clear();
    badges.clear();
    popups.length = 0;
    Object.assign(browser.action, {
      getTitle: async ({ tabId }: { tabId?: number }) => (tabId !== undefined && titles.get(tabId)) || 'Peel',
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => void titles.set(tabId, title),
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => void badges.set(tabId, text),
      setBadgeBackgroundColor: async () => undefined,
      openPopup: async ({ windowId }: { windowId: number }) => void popups.push(windowId),
    });
  };
  return { titles, badges, popups, reset };
}
