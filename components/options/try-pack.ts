import { browser } from 'wxt/browser';
import { byName, t } from '@/lib/locale';
import type { PackAnswer, TryPack } from '@/lib/messages';
import { is } from '@/lib/messages/check';

/**
 * What the writer says of a pack, and the pack of a sentence.
 * @throws Error with a sentence for the reader where it does not answer.
 */
export async function askAboutPack(asked: Omit<TryPack, 'type'>): Promise<PackAnswer> {
  const message: TryPack = { type: 'peel:try-pack', ...asked };
  const answer: unknown = await browser.runtime.sendMessage(message).catch(() => undefined);
  if (!is('packAnswer', answer)) throw new Error(t('packs_no_answer'));
  return answer;
}

/** A problem as a sentence: "Line 12: there is no slot “foo”." */
export function problemWords({
  line,
  name,
  values,
}: Pick<PackAnswer['problems'][number], 'line' | 'name' | 'values'>): string {
  const text = byName(`pack_fault_${name}`, values);
  const end = /[.!?]$/.test(text) ? '' : '.';
  if (line > 0) return t('packs_problem', { line, problem: `${text}${end}` });
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${end}`;
}
