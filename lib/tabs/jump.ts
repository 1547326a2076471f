import { t } from '../locale';
import type { PageStatus } from '../messages';
import { tellTab } from './start-in-tab';

/**
 * Shows a listed sentence on its page, by its claim's id: the page may have been read again since it was listed, and what
 * counts is the sentence, not its number.
 * @returns what the page answered.
 * @throws Error with a sentence for the reader where the sentence, or the page, is gone.
 */
export async function jumpTo(tabId: number, id: string): Promise<PageStatus> {
  const now = await tellTab(tabId, { type: 'peel:status' });
  const one = now?.claims.find(({ claim }) => claim.id === id);
  if (!now) throw new Error(t('page_no_answer'));
  if (!one?.painted) throw new Error(t('ledger_gone'));
  return (await tellTab(tabId, { type: 'peel:jump', index: one.index })) ?? now;
}
