import type { Span } from '@/lib/model';
import { is, listed, phrase } from './noun-phrase';
import type { Predicate } from './predicate';
import type { Word } from './word-class';

const LONGEST = 6;
const HEAT =
  /^(?:most|best|first|only|fastest|smartest|strongest|largest|leading|unprecedented|breakthrough|state-of-the-art|revolutionary|seamless|new)$|-(?:leading|class|first|level)$/;

const cutsList = (words: Word[], k: number): boolean => {
  const lone = k > 0 && !is(words[k - 1], 'adj', 'noun');
  return listed(words, lone ? k : k - 1, k);
};

/** Stretch of whole phrases from word `i` on, at most six words; null if a cut would fall inside one. */
function run(words: Word[], i: number): Span | null {
  let end = -1;
  for (let k = i; k < Math.min(words.length, i + LONGEST); k++) {
    const [word, next] = [words[k]!, words[k + 1]];
    if (k > i && word.gap) break;
    const closed = is(word, 'noun', 'num') || (is(word, 'adj', 'ger') && !is(next, 'noun', 'adj', 'ger'));
    const free = !next || next.gap || (is(next, 'prep', 'conj', 'sub', 'rel', 'to') && next.norm !== 'of');
    if (closed && free && k > i && !cutsList(words, k)) end = k;
  }
  return end < 0 ? null : { start: words[i]!.start, end: words[end]!.end };
}

/** At most six words of the claim worth quoting back, from its verb on; null where no such stretch is whole. */
export function quoteOf(words: Word[], predicate: Predicate): Span | null {
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return null;
  if (words.length <= LONGEST) return { start: first.start, end: last.end };
  const verb = words.findIndex((w) => w.start === predicate.at?.start);
  const isBare = predicate.verb === 'be' || predicate.verb === '';
  const told = verb >= 0 && !isBare ? run(words, verb) : null;
  if (told) return told;
  if (predicate.object && words.some((w) => w.start > predicate.object!.start && w.end <= predicate.object!.end))
    return predicate.object;
  const after = Math.max(verb, 0);
  const heat = words.findIndex((w, i) => i >= after && HEAT.test(w.norm));
  const found = heat >= 0 ? phrase(words, heat) : null;
  const open = (to: number) => words[to + 1]?.norm === 'of' && !words[to + 1]!.gap;
  if (found && found.to > heat && found.to - heat < LONGEST && !open(found.to))
    return { start: words[heat]!.start, end: words[found.to]!.end };
  const start = words.findIndex((w) => w.start === predicate.subject?.start);
  return start < 0 || is(words[start], 'prep', 'sub', 'ger', 'ed', 'rel') ? null : run(words, start);
}
