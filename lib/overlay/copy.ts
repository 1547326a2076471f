import { type Around, linkTo, pageLink } from '../link';
import { t } from '../locale';
import type { Note, Straight } from '../model';

/** What Copy puts on the clipboard. A joke never travels without its mark and the words it is about. */
export function copyText(
  address: string,
  quote: string,
  note: Note | null,
  straight: Straight | null,
  around: Around | null = null,
): string {
  const lines = [`“${quote}”`];
  if (note) lines.push(t('copied_satire', { note: note.text }));
  else if (straight?.question) lines.push(straight.question);
  lines.push(linkTo(address, quote, around));
  return lines.join('\n');
}

/** What Copy puts on the clipboard for a headline card or an end note. */
export function copyLoose(address: string, text: string): string {
  return `${t('copied_satire', { note: text })}\n${pageLink(address)}`;
}
