/**
 * Peel at work on a page of its own: the article finder, the background's reading and the margin that any page gets. Nothing
 * of it is made up for the occasion, so it shows what it would show elsewhere, also where that is a failure.
 */

import { browser } from 'wxt/browser';
import { markCandidatesSliced, readPageSliced } from '@/lib/article';
import type { PageStatus } from '@/lib/messages';
import { createOverlay, type OverlayActions } from '@/lib/overlay';
import { lazyOverlay } from '@/lib/session/lazy-overlay';
import { createSession } from '@/lib/session/session';
import { askBackground } from '@/lib/session/to-background';
import type { Settings } from '@/lib/settings/settings';
import { saveJob } from '@/lib/share/job';
import { newJob } from '@/lib/tabs/picture';

export interface Sample {
  /** Shows the sample as `settings` have it; it is always on. */
  apply(settings: Settings): Promise<void>;
  retry(): Promise<unknown>;
  stop(): void;
}

const alwaysOn = (settings: Settings): Settings => ({ ...settings, enabled: true, sitesOff: [] });

/**
 * Starts Peel on `document`, an extension page with an article in it.
 * @param onStatus told whenever what is shown has changed.
 */
export function startSample(document: Document, first: Settings, onStatus: (status: PageStatus) => void): Sample {
  const ending = new AbortController();
  let settings = alwaysOn(first);
  const share = async (index: number) => {
    try {
      const tab = await browser.tabs.getCurrent();
      const job = newJob(tab?.id ?? -1, { ...session.status(), host: '', address: '', href: '' }, index, null);
      await browser.tabs.create({ url: await saveJob(job) });
      return true;
    } catch {
      return false;
    }
  };
  const actions = (): OverlayActions => ({
    ...session,
    // This page is no site of the reader's: what is asked away here is asked away from the page.
    put: (away, unwanted) => session.put(away, unwanted.what === 'site' ? { what: 'page' } : unwanted),
    share,
  });
  const overlay = lazyOverlay(
    async () => createOverlay(document, actions(), ending.signal),
    () => session.fail('not-let-in'),
  );
  const session = createSession(
    {
      host: () => '',
      find: async (signal) => {
        const found = await readPageSliced(document, document.location, { signal });
        // Elsewhere a page is called by its article; this one greets.
        const [first] = found.page.passages;
        if (first && /^head/.test(first.role)) found.page.title = first.text;
        return found;
      },
      mark: (page, signal) => markCandidatesSliced(page, { signal }),
      ...askBackground(() => false),
      overlay,
      shown: () => onStatus(session.status()),
    },
    settings,
  );
  const after = async (work: Promise<unknown>) => {
    await work;
    if (!ending.signal.aborted) onStatus(session.status());
  };
  return {
    apply(next) {
      settings = alwaysOn(next);
      return after(session.apply(settings));
    },
    retry: () => after(session.retry()),
    stop() {
      session.stop();
      ending.abort();
    },
  };
}
