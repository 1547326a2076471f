/** What the background does for those who speak to it: pages over ports and in messages, and Peel's own pages. */
import { browser } from 'wxt/browser';
import { READ_PORT, type ReadAnswer } from '../messages';
import { is } from '../messages/check';
import { saveJob } from '../share/job';
import { newJob } from '../tabs/picture';
import { tellTab } from '../tabs/start-in-tab';
import { showCount } from '../tabs/toolbar';
import { onReturned } from './allowed-pages';
import { leaveTrace } from './leave-trace';
import { loadEncoder } from './load-encoder';
import { tryPack } from './packs';
import { answerAnother, answerDeciding, answerRead } from './read-answers';
import { isOwnPage, type Sender, senderSite } from './sender';
import { answerUnwanted } from './unwanted';

/** Who speaks, by the browser's word. */
interface Speaker extends Sender {
  id?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; url?: string | undefined; incognito?: boolean | undefined } | undefined;
}

/** The part of `runtime.Port` that is used here. */
interface ReadPort {
  name: string;
  sender?: Speaker | undefined;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
  postMessage(message: unknown): void;
}

const isOwn = (speaker: Speaker): boolean => isOwnPage(speaker, browser.runtime.getURL('/'));

/** Injects the painting half of the content script. Rejects where the browser refuses. */
async function bringMargin(tabId: number, frameId: number): Promise<true> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: ['/margin.js'] });
  return true;
}

/** Whether the share page was opened. Never rejects: through the polyfill of Chrome's background that arrives as an answer like others. */
async function openSharePage(tabId: number, index: number | null): Promise<boolean> {
  try {
    const status = await tellTab(tabId, { type: 'peel:status' });
    if (!status) return false;
    await browser.tabs.create({ url: await saveJob(newJob(tabId, status, index, null)) });
    return true;
  } catch (error) {
    leaveTrace(error);
    return false;
  }
}

/** Answers what comes in at a port of ours; one of somebody else is left alone. */
export function answerPort(port: ReadPort): void {
  if (port.name !== READ_PORT) return;
  const { tab, frameId } = port.sender ?? {};
  // Of a private window nothing is remembered, and the welcome page is not a page that was read.
  const secret = tab?.incognito === true || isOwn(port.sender ?? {});
  const gone = new AbortController();
  port.onDisconnect.addListener(() => gone.abort());
  const { signal } = gone;
  const bring = async () => tab?.id !== undefined && bringMargin(tab.id, frameId ?? 0);
  port.onMessage.addListener(async (message) => {
    const send = (answer: ReadAnswer) => {
      try {
        port.postMessage(answer);
      } catch {
        // The page went away while it was being read; nobody is left to answer.
      }
    };
    const reader = { secret, signal, encoder: loadEncoder, bringMargin: bring, onOpening: send };
    const answer = await answerRead(message, reader);
    if (answer) send(answer);
  });
}

/** The answer to a message, on its way; undefined where it is not for the background, or not ours. */
export function answerMessage(message: unknown, speaker: Speaker): Promise<unknown> | undefined {
  if (speaker.id !== browser.runtime.id) return undefined;
  if (is('tryPack', message)) return isOwn(speaker) ? tryPack(message, loadEncoder) : undefined;
  if (!is('toBackground', message)) return undefined;
  const { tab, frameId = 0 } = speaker;
  switch (message.type) {
    case 'peel:another':
      return answerAnother(message).then((note) => ({ note }));
    case 'peel:deciding':
      return answerDeciding(message, loadEncoder).then((words) => ({ words }));
    case 'peel:margin':
      return tab?.id === undefined ? undefined : bringMargin(tab.id, frameId);
    case 'peel:badge':
      return tab?.id === undefined ? undefined : showCount(tab.id, message.count);
    case 'peel:returned':
      return tab?.id === undefined ? undefined : onReturned(tab.id, speaker.url ?? '');
    case 'peel:share':
      return tab?.id === undefined ? undefined : openSharePage(tab.id, message.index);
    case 'peel:unwanted':
      return answerUnwanted(message, senderSite(speaker), tab?.incognito === true);
  }
}
