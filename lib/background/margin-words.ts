/** The words that a margin is painted with, which the background looks up for the page. A card's own come when it is opened. */
import { keyPart, type MessageKey, wordsToBring } from '../locale';
import { GROUPS, KINDS } from '../model';

const ALWAYS: readonly MessageKey[] = [
  'locale_language',
  'satire',
  'page_unheard',
  'margin_label',
  'margin_mark',
  'margin_mark_on',
  'margin_on',
  'margin_moved',
  'margin_note',
  'margin_note_on',
  'margin_headline',
  'margin_end',
  'margin_paper',
];

/** Each by its key, as `bringWords` takes them. */
export function marginWords(): Record<string, string> {
  return wordsToBring([
    ...ALWAYS,
    ...KINDS.map((kind) => `kind_${keyPart(kind)}` as const),
    ...GROUPS.map((group) => `group_${group}` as const),
  ]);
}
