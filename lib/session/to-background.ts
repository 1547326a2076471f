/** What a page with Peel on it asks of the background: the same on every page. */
import { browser } from 'wxt/browser';
import { t } from '../locale';
import type { ToBackground } from '../messages';
import { noteIn, wordsIn } from '../messages/in-page';
import { askForReport, type Port } from './ask-background';
import type { SessionDeps } from './types';

/** Sends to the background; undefined where nobody answers, as after an update that left this page behind. */
export async function tell(message: ToBackground): Promise<unknown> {
  try {
    return await browser.runtime.sendMessage(message);
  } catch {
    return undefined;
  }
}

/** The part of a session that the background does. @param isBare whether the page has no margin yet. */
export function askBackground(isBare: () => boolean): Pick<SessionDeps, 'ask' | 'another' | 'deciding' | 'keep'> {
  let unheard = '';
  return {
    async ask(page, pass, without, signal) {
      const report = await askForReport(
        (name) => browser.runtime.connect({ name }) as Port,
        { page, pass, bare: isBare(), without },
        signal,
      );
      // Looked up while the extension is there, and not on a page without a mark: the first look loads all messages, ten milliseconds.
      if (report.reading.claims.length > 0) unheard ||= t('page_unheard');
      return report;
    },
    another: async (page, report, index, level, used) =>
      noteIn(await tell({ type: 'peel:another', page, report, index, level, used })),
    deciding: async (page, { passage, sentence }) =>
      wordsIn(await tell({ type: 'peel:deciding', page, passage, sentence })),
    async keep(away, unwanted) {
      const said = await tell({ type: 'peel:unwanted', away, unwanted });
      return typeof said === 'string' ? said : unheard || t('page_unheard');
    },
  };
}
