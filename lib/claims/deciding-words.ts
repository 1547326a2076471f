/** The words that decided: what the network looked at most when it marked a sentence. */
import type { DecidingWord } from '@/lib/model';
import type { Judgement } from './judge';
import type { Piece } from './network/word-pieces';

/** Words that carry nothing by themselves; the network looks at them for what stands beside. */
const EMPTY =
  /^(?:the|a|an|and|or|of|to|in|on|at|for|by|with|as|is|are|was|were|be|been|it|its|this|that|from|has|have|had|but|not|than|which|who|[^\p{L}\p{N}]+)$/iu;

const MOST = 5;

/**
 * The words of a marked sentence that the network's last layer looked at most, the weightiest first. The weight is the share of
 * the attention to the sentence. A test compares them with what happens when words are left out.
 */
export function decidingWords({ passage, sentence, pieces, attention }: Judgement): DecidingWord[] {
  const words = wholeWords(pieces, attention);
  const total = words.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const text = passage.text.slice(sentence.start, sentence.end);
  return words
    .filter(({ start, end }) => !EMPTY.test(text.slice(start, end)))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST)
    .map(({ start, end, weight }) => ({
      start: start + sentence.start,
      end: end + sentence.start,
      weight: weight / total,
    }));
}

/** Joins word pieces back to words, each with the sum of its pieces' weights. */
function wholeWords(
  pieces: readonly Piece[],
  weights: ArrayLike<number>,
): { start: number; end: number; weight: number }[] {
  const out: { start: number; end: number; weight: number }[] = [];
  pieces.forEach(({ start, end }, i) => {
    const last = out.at(-1);
    if (last?.start === start) last.weight += weights[i]!;
    else out.push({ start, end, weight: weights[i]! });
  });
  return out;
}
