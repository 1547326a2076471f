/** The words that decided: those without which the network would be less sure of a mark, or of its kind. */
import type { Kind, PageText, Span } from '@/lib/model';
import { fold } from '../english/fold';
import { meritOf } from './choose';
import { candidatesOf, judgeSentence } from './judge';
import { withPhrases } from './keys';
import { logOdds } from './log-odds';
import type { Encoder } from './network/encoder';
import { timeSlices } from './time-slices';

/** Words that carry nothing by themselves. */
const EMPTY =
  /^(?:the|a|an|and|or|of|to|in|on|at|for|by|with|as|is|are|was|were|be|been|it|its|this|that|from|has|have|had|but|not|than|which|who)$/i;
const WORD = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

const MOST = 5;
/** Of log odds of the mark and log probability of its kind: what a sentence must lose without a word that decided. */
const LEAST = 0.1;

/**
 * Leaves out one word after the other and sees what the sentence loses. One reading a word, some 13 ms each, in slices; so it is
 * done for one sentence, when the reader asks.
 * @param at the sentence, in its passage, and the kind that its mark has
 * @returns at most five words as they stand on the page, the weightiest first; none where the page has no such sentence
 */
export async function decidingWords(
  page: PageText,
  at: { passage: number; sentence: Span; kind: Kind },
  encoder: Encoder,
): Promise<string[]> {
  const found = [...candidatesOf(page)].find(
    ({ passage, sentence }) => passage.index === at.passage && sentence.start === at.sentence.start,
  );
  if (!found) return [];
  const { passage, sentence, previous } = found;
  const text = passage.text.slice(sentence.start, sentence.end);
  const sureness = (words: string) => {
    const judged = judgeSentence(encoder, { text: words, previous, title: page.title });
    return logOdds(meritOf(judged)) + Math.log(withPhrases(judged.kinds, fold(words)).get(at.kind) ?? 0);
  };
  const whole = sureness(text);
  // What the network did not see did not decide.
  const end = encoder.encode({ text, previous: '', title: '' }).pieces.at(-1)?.end ?? 0;
  const lost: { word: string; loss: number }[] = [];
  const endOfSlice = timeSlices();
  for (const { 0: word, index } of text.slice(0, end).matchAll(WORD)) {
    if (EMPTY.test(word)) continue;
    await endOfSlice();
    const loss = whole - sureness(`${text.slice(0, index)}${text.slice(index + word.length)}`);
    if (loss >= LEAST) lost.push({ word, loss });
  }
  return [...new Set(lost.sort((a, b) => b.loss - a.loss).map(({ word }) => word))].slice(0, MOST);
}
