/** What the toolbar button says of a tab: how much is marked there, or what went wrong where nothing else could say it. */
import { browser } from 'wxt/browser';
import type { PageStatus } from '../messages';
import { parseSettings, SETTINGS_KEY } from '../settings/settings';
import { loadSettings } from '../settings/store';
import { tellTab } from './start-in-tab';

const COLOUR = '#6d2a4e';

async function setBadge(tabId: number, text: string): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  await browser.action.setBadgeText({ tabId, text });
}

/** What `showTrouble` keeps in the button's title of a tab, and that title without it; '' where there is nothing. */
async function troubleAt(tabId: number): Promise<{ name: string; sentence: string }> {
  const [name, title] = await Promise.all([browser.action.getTitle({}), browser.action.getTitle({ tabId })]);
  return { name, sentence: title.startsWith(`${name}: `) ? title.slice(name.length + 2) : '' };
}

/** Shows how much is marked in a tab, where the reader wants a number on the button and has read what went wrong there. */
export async function showCount(tabId: number, count: number): Promise<void> {
  const [{ badge }, { sentence }] = await Promise.all([loadSettings(), troubleAt(tabId)]);
  if (sentence) return;
  await setBadge(tabId, badge && count > 0 ? String(count) : '');
}

const paintedIn = ({ claims }: PageStatus): number => claims.filter(({ painted }) => painted).length;

/** Shows or takes off the numbers of all tabs in which Peel is running. Never throws. */
async function showCounts(): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  await Promise.allSettled(
    tabs.map(async ({ id }) => {
      const status = id === undefined ? null : await tellTab(id, { type: 'peel:status' });
      if (id !== undefined && status) await showCount(id, paintedIn(status));
    }),
  );
}

/** From now on, open tabs have their number or lose it as soon as the reader says which: pages report only what changes in them. */
export function followBadge(): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change && parseSettings(change.oldValue).badge !== parseSettings(change.newValue).badge) void showCounts();
  });
}

/**
 * Tells the reader what a press in the menu or a key could not do: the button is marked and says it as its title, and the popup
 * opens where the browser lets it and says it too. The title is where it is kept until then: browsers forget it when the
 * tab goes to another page, as it should be. Never throws.
 */
export async function showTrouble(tabId: number, sentence: string): Promise<void> {
  try {
    const name = await browser.action.getTitle({});
    await browser.action.setTitle({ tabId, title: `${name}: ${sentence}` });
    await setBadge(tabId, '!');
    // Whoever went on to another tab is not called back.
    const { active, windowId } = await browser.tabs.get(tabId);
    if (active) await browser.action.openPopup({ windowId });
  } catch {
    // The tab is gone, or the browser opens no popup by itself: then the mark stands.
  }
}

/** The mark goes from the button, and what is marked on the page comes back, once the page says it. Never throws. */
async function countAgain(tabId: number): Promise<void> {
  try {
    await setBadge(tabId, '');
    const status = await tellTab(tabId, { type: 'peel:status' });
    if (status) await showCount(tabId, paintedIn(status));
  } catch {
    // The tab is gone.
  }
}

/** What `showTrouble` said of a tab, once: the button shows what is marked there again. Empty where there is nothing. Never throws. */
export async function takeTrouble(tabId: number): Promise<string> {
  try {
    const { name, sentence } = await troubleAt(tabId);
    if (!sentence) return '';
    await browser.action.setTitle({ tabId, title: name });
    // Not waited for: a page that is busy keeps nobody from reading the sentence.
    void countAgain(tabId);
    return sentence;
  } catch {
    return '';
  }
}
