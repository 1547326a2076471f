import { wordSet } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import type { Class, Word } from './word-class';

/** Heads that say nothing without what follows "of". */
const MEASURES = wordSet(
  'range number set lot couple handful variety kind kinds type types sort sorts series spectrum array',
  'host suite class classes majority amount amounts dozens hundreds thousands millions billions rest',
  'level levels form forms categories part parts volume volumes pieces lots degree plenty mix',
  'combination subset',
);
const EMPTY = wordSet(
  'it this that something anything everything thing things way ways one ones what lot more less most',
  'people potential ability access ground chance state-of-the-art',
);

/** Whether there is a word and it is of one of the classes. */
export const is = (word: Word | undefined, ...classes: Class[]): boolean => !!word && classes.includes(word.c);

/** Where the words from one to another stand. */
export const between = (words: Word[], from: number, to: number): Span => ({
  start: words[from]!.start,
  end: words[to]!.end,
});

/** The noun phrase that starts at `i`: its first word after the article, its head, and what comes next. */
export function phrase(words: Word[], i: number): { from: number; to: number; next: number } | null {
  // "enhances that foundation": no clause follows.
  let j = words[i]?.norm === 'that' && i > 0 ? i + 1 : i;
  if (words[i]?.gap && j > 0) return null;
  while (
    is(words[j], 'adv', 'det') ||
    (is(words[j], 'poss') && !/s$/.test(words[j]!.norm.replace(/^(?:its|his)$/, '')))
  )
    j++;
  const from = j;
  let head = -1;
  for (; j < words.length; j++) {
    const word = words[j]!;
    if (j > from && word.gap && !(is(words[j - 1], 'adj') && is(word, 'adj', 'adv') && is(words[j + 1], 'adj', 'noun')))
      break;
    const after = words[j + 1];
    const ends = !after || after.gap || is(after, 'prep', 'conj', 'sub', 'rel', 'to', 'adv');
    if (word.c === 'noun') head = j;
    else if (word.c === 'verb' && word.noun && j > i && ends) head = j;
    else if (word.c === 'ger' && (is(words[j - 1], 'noun', 'adj') ? ends : is(after, 'noun') && j === from))
      head = ends ? j : head;
    else if (
      word.c === 'verb' &&
      word.noun &&
      j === from &&
      (is(after, 'noun') || (is(after, 'verb') && after!.noun)) &&
      !after!.gap
    )
      continue;
    else if (word.c === 'conj' && is(words[j - 1], 'adj') && is(after, 'adj')) continue;
    else if (word.c === 'ed' && is(after, 'noun', 'adj') && !after!.gap) continue;
    else if (
      !is(word, 'adj', 'num') &&
      !(word.c === 'poss' && /'s?$/.test(word.norm)) &&
      !(word.c === 'adv' && is(after, 'adj', 'ed'))
    )
      break;
  }
  return head < 0 ? null : { from, to: head, next: head + 1 };
}

const LONGEST = 5;

/** A short direct object: head and its own words, "of" crossed where the head only measures. */
export function object(words: Word[], i: number): Span | null {
  let found = phrase(words, i);
  if (!found) return null;
  let after = words[found.next];
  for (let hops = 0; hops < 2 && after?.norm === 'of' && !after.gap && MEASURES.has(words[found.to]!.norm); hops++) {
    const inner: ReturnType<typeof phrase> = phrase(words, found.next + 1);
    if (!inner) return null;
    found = inner;
    after = words[found.next];
  }
  let { from, to } = found;
  while (
    from < to &&
    (is(words[from], 'adv') ||
      words[from]!.norm === 'own' ||
      (is(words[from], 'num') && !/^[A-Z]/.test(words[from + 1]!.text)))
  )
    from++;
  if (after?.norm === 'of' && !after.gap) {
    const inner = phrase(words, found.next + 1);
    if (!inner || inner.to - from >= LONGEST) return null;
    to = inner.to;
    after = words[inner.next];
  }
  if (listed(words, from, to)) return null;
  if (is(after, 'adv') && is(words[found.next + 1], 'verb', 'aux', 'adv')) return null;
  // A verb right behind says that the phrase was its subject, or was cut.
  if (after && !after.gap && (is(after, 'aux', 'verb', 'noun', 'poss', 'num') || (is(after, 'adj') && to === from)))
    return null;
  while (to - from >= LONGEST && is(words[from], 'adj', 'num', 'ed')) from++;
  if (to - from >= LONGEST || EMPTY.has(words[to]!.norm) || MEASURES.has(words[to]!.norm)) return null;
  return between(words, from, to);
}

/**
 * Whether a phrase may lack its own head, which stands at the end of a list: "document and image analysis",
 * "science, research and engineering challenges", "routine, low-risk tasks".
 */
export function listed(words: Word[], from: number, to: number): boolean {
  const [after, then] = [words[to + 1], words[to + 2]];
  if (!after || /s$/.test(words[to]!.norm)) return false;
  if (is(after, 'conj') && !after.gap) return from === to && is(then, 'noun', 'adj');
  const degree = /^(?:more|most|less|least|very)$/.test(after.norm);
  if (!after.gap || !(degree || is(after, 'noun', 'adj', 'ed'))) return false;
  return (
    ((degree || is(after, 'adj', 'ed') || after.norm.includes('-')) && from === to) ||
    words.slice(to + 1, to + 6).some((w) => is(w, 'conj'))
  );
}
