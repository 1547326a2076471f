/** What the ledger knows of the tab in front in its own window: asked on every sign of a change, and now and then. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import { is } from '@/lib/messages/check';
import { watchSettings } from '@/lib/settings';
import { availabilityOf, endsInPdf } from '@/lib/sites/availability';
import { tellTab } from '@/lib/tabs/start-in-tab';

export type TabView =
  | { kind: 'asking' }
  /** Peel is there, but busy or gone in mid-answer. */
  | { kind: 'silent'; tabId: number }
  /** Peel is not at work in this tab; `sentence` says why. */
  | { kind: 'absent'; sentence: string }
  | { kind: 'page'; tabId: number; status: PageStatus };

/** A page that is being read is asked this often, in ms; one that stands still, so often. */
const QUICK_MS = 250;
const SLOW_MS = 2000;
/** After this many ms without an answer the reader is told. */
const PATIENCE_MS = 3000;

/** Why nothing answers in a tab. The browser tells only the addresses of pages that Peel may read. */
function absence(address: string | undefined): string {
  if (!address) return t('ledger_not_here');
  // On most pages that it may read Peel would be at work.
  if (endsInPdf(address)) return t('place_pdf');
  const { sentence, canStart } = availabilityOf(address);
  return canStart ? t('ledger_can_start', { sentence }) : sentence;
}

export interface TabHold {
  view: TabView;
  /** Looks at the tab in front again. */
  look(): Promise<void>;
}

export function useTab(): TabHold {
  const [view, setView] = useState<TabView>({ kind: 'asking' });
  const looks = useRef(0);
  /** The page that answered last: where it falls silent, it is not for want of permission. */
  const answered = useRef<{ tabId: number; url: string | undefined } | null>(null);
  /** The tab in front, where it is being loaded, and since when, in ms. */
  const loading = useRef<{ tabId: number; since: number } | null>(null);
  /** The tab in front, as far as it is known. */
  const front = useRef<number | null>(null);
  /** The tab that has been asked and has not answered yet. */
  const pending = useRef<number | null>(null);

  const look = useCallback(async () => {
    looks.current += 1;
    const mine = looks.current;
    // What was asked later is newer, and may be about another tab.
    const show = (next: TabView) => mine === looks.current && setView(next);
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
    if (mine !== looks.current) return;
    front.current = tab?.id ?? null;
    pending.current = front.current;
    if (tab?.id === undefined) return void show({ kind: 'absent', sentence: absence(undefined) });
    const tabId = tab.id;
    const timer = setTimeout(() => show({ kind: 'silent', tabId }), PATIENCE_MS);
    const status = await tellTab(tabId, { type: 'peel:status' });
    clearTimeout(timer);
    if (mine === looks.current) pending.current = null;
    if (status) {
      answered.current = { tabId, url: tab.url };
      return void show({ kind: 'page', tabId, status });
    }
    // A page that is being loaded is not there yet; some never finish.
    if (tab.status !== 'loading') loading.current = null;
    else if (loading.current?.tabId !== tabId) loading.current = { tabId, since: Date.now() };
    if (loading.current && Date.now() - loading.current.since < PATIENCE_MS) return void show({ kind: 'asking' });
    const last = answered.current;
    const fellSilent = last?.tabId === tabId && last.url === tab.url;
    show(fellSilent ? { kind: 'silent', tabId } : { kind: 'absent', sentence: absence(tab.url) });
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const again = () => void look();
    again();
    watchSettings(again, signal);
    document.addEventListener('visibilitychange', again, { signal });
    const { tabs, runtime } = browser;
    // A page says so when it shows more or fewer marks.
    const onMessage = (message: unknown) => {
      if (is('toBackground', message) && message.type === 'peel:badge') again();
      return undefined;
    };
    runtime.onMessage.addListener(onMessage);
    const signs = [tabs.onActivated, tabs.onReplaced, tabs.onAttached] as Sign[];
    for (const sign of signs) sign?.addListener(again);
    const onUpdated = (tabId: number, { status }: { status?: string | undefined }) => {
      // What answered there is gone with its page; a page that crashed loads nothing.
      if (status === 'loading' && answered.current?.tabId === tabId) answered.current = null;
      // Any other tab is none of the ledger's: whoever looks again waits for the answer anew.
      if (tabId === front.current) again();
    };
    tabs.onUpdated.addListener(onUpdated);
    return () => {
      controller.abort();
      runtime.onMessage.removeListener(onMessage);
      tabs.onUpdated.removeListener(onUpdated);
      for (const sign of signs) sign?.removeListener(again);
    };
  }, [look]);

  const state = view.kind === 'page' ? view.status.state : null;
  const quick = state === 'starting' || state === 'reading';
  useEffect(() => {
    // A page that does not answer is not asked again and again; one that is not seen can wait.
    const tick = () => {
      if (pending.current === null && (quick || !document.hidden)) void look();
    };
    const timer = setInterval(tick, quick ? QUICK_MS : SLOW_MS);
    return () => clearInterval(timer);
  }, [quick, look]);

  return { view, look };
}

interface Sign {
  addListener(hear: () => void): void;
  removeListener(hear: () => void): void;
}
