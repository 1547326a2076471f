import { browser } from 'wxt/browser';
import { READ_PORT, type ToPage } from '@/lib/messages';
import { is } from '@/lib/messages/check';
import { onAllowed, onTakenBack, registerAllowed } from '@/lib/session/allowed-pages';
import { answerAnother, answerDeciding, answerRead } from '@/lib/session/background-answers';
import { loadEncoder } from '@/lib/session/load-encoder';
import { choose, offerMenus, SHARE_COMMAND, sharePicture } from '@/lib/session/menu';
import { tryPack } from '@/lib/session/packs';
import { newJob } from '@/lib/session/picture';
import { isOwnPage, siteOf } from '@/lib/session/sender';
import { tellTab } from '@/lib/session/start-in-tab';
import { answerUnwanted } from '@/lib/session/unwanted';
import { welcome } from '@/lib/session/welcome';
import { sweepPacks } from '@/lib/settings/packs';
import { resumeAtStart } from '@/lib/settings/pause';
import { loadSettings, readSettings } from '@/lib/settings/store';
import { followSync, syncNow } from '@/lib/settings/sync';
import { saveJob } from '@/lib/share/job';

/** Keyboard commands of the manifest and what they ask of the page in front. */
const COMMANDS: Record<string, ToPage> = {
  'next-claim': { type: 'peel:next' },
  'previous-claim': { type: 'peel:previous' },
  'hide-notes': { type: 'peel:hide', hidden: 'toggle' },
};

async function tellPageInFront(message: ToPage): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id !== undefined) await browser.tabs.sendMessage(tab.id, message).catch(() => undefined);
}

async function showCount(tabId: number, count: number): Promise<void> {
  const { badge } = await loadSettings();
  await browser.action.setBadgeBackgroundColor({ color: '#6d2a4e' });
  await browser.action.setBadgeText({ tabId, text: badge && count > 0 ? String(count) : '' });
}

/** Injects the painting half of the content script. Rejects where the browser refuses. */
async function bringMargin(tabId: number, frameId: number): Promise<boolean> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/margin.js'] });
  return true;
}

async function openSharePage(tabId: number, index: number | null): Promise<void> {
  const status = await tellTab(tabId, { type: 'peel:status' });
  if (!status) throw new Error('The page gave no status.');
  await browser.tabs.create({ url: await saveJob(newJob(tabId, status, index, null)) });
}

/** The one fetch of the extension: it reads a file of its own package, and nothing goes over the network. */
async function modelBytes(): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL('/reader.bin'));
  return response.arrayBuffer();
}

export default defineBackground(() => {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== READ_PORT) return;
    port.onMessage.addListener(async (message: unknown) => {
      const { tab, frameId } = port.sender ?? {};
      const encoder = () => loadEncoder(modelBytes);
      // Of a private window nothing is remembered, and the welcome page is not a page that was read.
      const secret = tab?.incognito === true || isOwnPage(port.sender ?? {}, browser.runtime.getURL('/'));
      const answer = await answerRead(message, secret, encoder, async () => {
        if (tab?.id !== undefined) await bringMargin(tab.id, frameId ?? 0);
      });
      try {
        if (answer) port.postMessage(answer);
      } catch {
        // The page went away while it was being read; nobody is left to answer.
      }
    });
  });

  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    if (is('tryPack', message) && isOwnPage(sender, browser.runtime.getURL('/')))
      return tryPack(message, () => loadEncoder(modelBytes));
    if (!is('toBackground', message)) return undefined;
    const tabId = sender.tab?.id;
    switch (message.type) {
      case 'peel:another':
        return answerAnother(message).then((note) => ({ note }));
      case 'peel:deciding':
        return answerDeciding(message, () => loadEncoder(modelBytes)).then((words) => ({ words }));
      case 'peel:margin':
        return tabId === undefined ? undefined : bringMargin(tabId, sender.frameId ?? 0);
      case 'peel:badge':
        return tabId === undefined ? undefined : showCount(tabId, message.count);
      case 'peel:share':
        return tabId === undefined ? undefined : openSharePage(tabId, message.index);
      case 'peel:unwanted':
        return answerUnwanted(message, siteOf(sender), sender.tab?.incognito === true);
    }
  });

  followSync();
  browser.runtime.onStartup.addListener(() => {
    void syncNow();
    void readSettings().then(({ settings, readable }) => (readable ? sweepPacks(settings) : undefined));
  });

  // What the browser refuses here is the popup's to explain.
  const quiet = () => undefined;
  const followSites = () => Promise.all([registerAllowed(), offerMenus()]).catch(quiet);
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    if (origins.length > 0) void Promise.all([onAllowed(origins), offerMenus()]).catch(quiet);
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    if (origins.length > 0) void Promise.all([onTakenBack(origins), offerMenus()]).catch(quiet);
  });

  // Firefox for Android has neither menus nor keys. A page that cannot be pictured leaves nobody to tell.
  browser.commands?.onCommand.addListener((command, tab) => {
    const message = COMMANDS[command];
    if (message) void tellPageInFront(message);
    else if (command === SHARE_COMMAND) void sharePicture(tab).catch(quiet);
  });
  browser.contextMenus?.onClicked.addListener((press, tab) => void choose(press, tab).catch(quiet));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void followSites();
    void welcome(reason).catch(quiet);
  });
  browser.runtime.onStartup.addListener(() => void Promise.all([followSites(), resumeAtStart()]));
});
