import { browser } from 'wxt/browser';
import { follow, markCandidatesSliced, readPageSliced } from '@/lib/article';
import { isToPage, type ToBackground } from '@/lib/messages';
import { createOverlay } from '@/lib/overlay';
import { askForReport, createSession, type Port } from '@/lib/session';
import { loadSettings, sitePatterns, watchSettings } from '@/lib/settings';
import './highlights.css';

export default defineContentScript({
  matches: sitePatterns(),
  runAt: 'document_idle',
  cssInjectionMode: 'manifest',
  async main(ctx) {
    if (!/html/.test(document.contentType)) return;
    const { signal } = ctx;
    let settings = await loadSettings();
    if (signal.aborted) return;
    const tell = (message: ToBackground) => browser.runtime.sendMessage(message).catch(() => undefined);

    const overlay = createOverlay(
      document,
      {
        another: (index) => session.another(index),
        less: (mechanism) => void tell({ type: 'peel:less', mechanism }),
        sitOut: () => session.sitOut(),
        kindOff: (kind) => void tell({ type: 'peel:kind-off', kind }),
        siteOff: () => void tell({ type: 'peel:site-off', host: location.hostname }),
        share: (index) => void tell({ type: 'peel:share', index }),
        copied: (text) => void navigator.clipboard.writeText(text).catch(() => undefined),
      },
      signal,
    );
    const session = createSession(
      {
        host: () => location.hostname,
        find: (passSignal) => readPageSliced(document, location, { signal: passSignal }),
        mark: (page, passSignal) => markCandidatesSliced(page, { signal: passSignal }),
        ask: (page, pass, passSignal) =>
          askForReport((name) => browser.runtime.connect({ name }) as Port, page, pass, passSignal),
        another: async (page, report, index, used) => {
          const answer = await tell({ type: 'peel:another', page, report, index, level: settings.level, used });
          return answer?.note ?? null;
        },
        overlay,
        shown: (count) => void tell({ type: 'peel:badge', count }),
      },
      settings,
    );
    ctx.onInvalidated(() => session.stop());

    browser.runtime.onMessage.addListener((message: unknown, sender) => {
      if (ctx.isInvalid || sender.id !== browser.runtime.id || !isToPage(message)) return undefined;
      if (message.type === 'peel:jump') overlay.open(message.index);
      if (message.type === 'peel:next') overlay.next();
      if (message.type === 'peel:previous') overlay.previous();
      if (message.type === 'peel:hide') session.hide(message.hidden);
      if (message.type === 'peel:retry') return session.retry().then(() => session.status());
      return Promise.resolve(session.status());
    });
    watchSettings((next) => {
      settings = next;
      void session.apply(next);
    }, signal);

    await session.apply(settings);
    const follower = follow(document, { signal, isOwn: overlay.isOwn, onChange: () => session.pass() });
    ctx.addEventListener(window, 'wxt:locationchange', () => follower.navigated());
  },
});
