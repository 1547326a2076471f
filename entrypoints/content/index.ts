import { browser } from 'wxt/browser';
import { follow, markCandidatesSliced, readPageSliced } from '@/lib/article';
import type { PageStatus } from '@/lib/messages';
import { isToPage } from '@/lib/messages/in-page';
import { createSession } from '@/lib/session';
import { lazyOverlay } from '@/lib/session/lazy-overlay';
import { overlayInSlot } from '@/lib/session/overlay-slot';
import type { ContentScriptContext } from '@/lib/session/script-context';
import { askBackground, tell } from '@/lib/session/to-background';
import { followSettingsFor, type SettingsHere } from '@/lib/settings/site-settings';
import './highlights.css';

export default defineContentScript({
  // The build puts the list of lib/sites/sites.ts here, so that no page has to parse it.
  matches: [],
  async main(ctx: Pick<ContentScriptContext, 'signal' | 'isInvalid'>) {
    // A page that is prepared in case the reader goes there may never be seen, and the tab still holds another.
    if ((document as Document & { prerendering?: boolean }).prerendering)
      await new Promise((seen) => document.addEventListener('prerenderingchange', seen, { once: true }));
    if (ctx.isInvalid || !/html/.test(document.contentType)) return;
    const { signal } = ctx;
    const change = (next: SettingsHere) => {
      settings = next;
      void session.apply(next);
    };
    let settings = await followSettingsFor(location.hostname, change, signal);
    if (signal.aborted) return;

    const overlay = lazyOverlay(
      async () => {
        if (!overlayInSlot()) await tell({ type: 'peel:margin' });
        const create = overlayInSlot();
        if (!create) throw new Error('refused');
        return create(document, { ...session, share }, signal, words);
      },
      () => session.fail('not-let-in'),
    );
    const { words, share, ...asked } = askBackground(() => !overlayInSlot());
    const session = createSession(
      {
        host: () => location.hostname,
        find: (passSignal) => readPageSliced(document, location, { signal: passSignal }).finally(watchTrees),
        mark: (page, passSignal) => markCandidatesSliced(page, { signal: passSignal }),
        ...asked,
        overlay,
        shown: (count) => void tell({ type: 'peel:badge', count }),
      },
      settings,
    );
    signal.addEventListener('abort', session.stop);
    // An update or a removal tells nobody: whoever comes back to the page finds out, and takes the notes along; so does
    // whoever leaves it for the toolbar or presses Peel's keys, before a new copy begins, and whoever points at what would
    // open a card without words.
    const stillHere = () => void ctx.isInvalid;
    document.addEventListener('visibilitychange', stillHere, { signal });
    for (const sign of ['pointerdown', 'pointerover', 'keydown', 'blur'])
      window.addEventListener(sign, stillHere, { signal, passive: true, capture: true });

    const answer = async (message: unknown): Promise<PageStatus | undefined> => {
      if (!isToPage(message)) return undefined;
      const { type } = message;
      if (/jump|next|previous/.test(type)) session.hide(false);
      if (message.type === 'peel:jump') overlay.open(message.index);
      if (type === 'peel:next') overlay.next();
      if (type === 'peel:previous') overlay.previous();
      if (message.type === 'peel:hide') session.hide(message.hidden);
      if (type === 'peel:withdrawn') session.withdraw();
      if (type === 'peel:retry') await session.retry();
      const status = session.status();
      if (type !== 'peel:places') return status;
      return { ...status, places: overlay.places() };
    };
    // The native API, not the polyfill's: an answer goes through `respond`, and `true` keeps its channel open.
    const onMessage = (message: unknown, sender: { id?: string }, respond: (status?: PageStatus) => void): boolean => {
      if (ctx.isInvalid || sender.id !== browser.runtime.id) return false;
      void answer(message).then(respond, () => respond());
      return true;
    };
    type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];
    browser.runtime.onMessage.addListener(onMessage as Listener);
    signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage as Listener));

    const watchTrees = follow(document, {
      signal,
      isOwn: overlay.isOwn,
      verify: session.verify,
      onChange: ({ reason }) => {
        // A page kept in the back/forward cache lost its count on the toolbar.
        if (reason === 'restored') session.forgetCount();
        return session.pass();
      },
    });
    void session.apply(settings);
  },
});
