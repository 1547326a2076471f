/** What the popup knows of the tab in front, kept up to date, and what it can ask of it: one thing at a time. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageStatus } from '@/lib/messages';
import type { Settings } from '@/lib/settings';
import { lookAtPage, type PageView } from './page-link';

/** How often a page that is being read is asked again, in ms: quick enough to look live, slow enough to cost nothing. */
const POLL_MS = 250;

export interface PageHold {
  view: PageView;
  look(): Promise<void>;
  setStatus(status: PageStatus | null): void;
}

/** Looks again whenever `settings` change, and until the page shows what they ask for. */
export function usePage(settings: Settings | null): PageHold {
  const [view, setView] = useState<PageView>({ kind: 'asking' });
  const asked = useRef(0);
  const look = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    const seen = await lookAtPage();
    // A slow page answers late; what was asked after it is newer.
    if (mine === asked.current) setView(seen);
  }, []);
  useEffect(() => {
    void look();
  }, [settings, look]);
  useEffect(() => {
    const again = () => void look();
    browser.permissions.onAdded.addListener(again);
    browser.permissions.onRemoved.addListener(again);
    return () => {
      browser.permissions.onAdded.removeListener(again);
      browser.permissions.onRemoved.removeListener(again);
    };
  }, [look]);
  const status = view.kind === 'page' ? view.status : null;
  const behind = settings !== null && status !== null && status.density !== settings.density;
  const reading = behind || status?.state === 'starting' || status?.state === 'reading';
  useEffect(() => {
    if (!reading) return;
    const timer = setTimeout(look, POLL_MS);
    return () => clearTimeout(timer);
  }, [reading, view, look]);
  const setStatus = (status: PageStatus | null) => {
    if (status) setView((now) => (now.kind === 'page' ? { ...now, status } : now));
  };
  return { view, look, setStatus };
}
