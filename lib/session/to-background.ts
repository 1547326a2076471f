/** What a page with Peel on it asks of the background: the same on every page. */
import { browser } from 'wxt/browser';
import type { ToBackground } from '../messages';
import { noteIn, wordsIn } from '../messages/in-page';
import { restored } from '../settings/restored';
import { askForReport, type Port } from './ask-background';
import type { SessionDeps } from './types';

/**
 * Sends to the background; undefined where nobody answers, as after an update that left this page behind, and where the page has been
 * in the back/forward cache meanwhile.
 */
export async function tell(message: ToBackground): Promise<unknown> {
  const done = new AbortController();
  try {
    return await Promise.race([browser.runtime.sendMessage(message), restored(done.signal)]);
  } catch {
    return undefined;
  } finally {
    done.abort();
  }
}

/**
 * The part of a session that the background does, the share page, and the words that came with its reports. The page looks none up: its first look
 * would wait for the browser to read all messages, ten milliseconds.
 * @param isBare whether the page has no margin yet.
 */
export function askBackground(isBare: () => boolean): Pick<SessionDeps, 'ask' | 'another' | 'deciding' | 'keep'> & {
  words: Record<string, string>;
  share(index: number): Promise<boolean>;
} {
  const words: Record<string, string> = {};
  return {
    words,
    share: async (index) => (await tell({ type: 'peel:share', index })) === true,
    async ask(page, pass, without, signal, onOpening) {
      const take = (answer: Awaited<ReturnType<typeof askForReport>>) => {
        Object.assign(words, answer.words);
        return answer.report;
      };
      return take(
        await askForReport(
          (name) => browser.runtime.connect({ name }) as Port,
          { page, pass, bare: isBare(), opening: !!onOpening, without },
          signal,
          restored,
          (answer) => onOpening?.(take(answer)),
        ),
      );
    },
    another: async (page, report, index, level, used) =>
      noteIn(await tell({ type: 'peel:another', page, report, index, level, used })),
    deciding: async (page, { passage, sentence, kind }) =>
      wordsIn(await tell({ type: 'peel:deciding', page, passage, sentence, kind })),
    async keep(away, unwanted) {
      const said = await tell({ type: 'peel:unwanted', away, unwanted });
      return typeof said === 'string' ? said : (words.page_unheard ?? '…');
    },
  };
}
