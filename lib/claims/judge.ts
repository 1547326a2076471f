/** Has the network judge the sentences of a page: is a note welcome here, and what kind of talk is it? */
import { KINDS, type Kind, type PageText, type Passage, type Sentence } from '@/lib/model';
import { isBiography } from './biography';
import type { Encoder, Input, Output } from './network/encoder';
import { smoothOverPage } from './page-smoothing';
import { isTeaser } from './teaser';
import { timeSlices } from './time-slices';

/** One sentence as judged. Probabilities, 0 to 1. */
export interface Judgement {
  passage: Passage;
  sentence: Sentence;
  /** Grade 1 or 2: a note is welcome or expected. */
  fair: number;
  /** Grade 2: a note is expected. */
  prime: number;
  claim: number;
  announcement: number;
  kinds: ReadonlyMap<Kind, number>;
}

/** Four words: “Hands off” over a paragraph claims nothing by itself. */
const ENOUGH_WORDS = /^\s*(?:\S+\s+){3}\S/;

/**
 * Characters of the longest sentence. What is longer is a table, a transcript or a wall of quotations that ran into one: the network sees its first
 * tenth, and to take it apart may take seconds.
 */
const LONGEST = 3_000;

/**
 * Sentences that the page asks to have judged, in page order, each with the sentence that stands before it. None of an author's biography or of a
 * line that leads to another story.
 */
export function* candidatesOf(page: PageText): Generator<{ passage: Passage; sentence: Sentence; previous: string }> {
  let previous = '';
  for (const passage of page.passages) {
    // What stands in the item before is another matter; what leads in to the list is not.
    if (passage.role === 'item') previous = leadInOf(page, passage);
    const aside = isBiography(passage) || isTeaser(passage);
    for (const sentence of passage.sentences) {
      const text = passage.text.slice(sentence.start, sentence.end);
      const isSentence = text.length <= LONGEST && ENOUGH_WORDS.test(text);
      if (sentence.candidate && !aside && isSentence) yield { passage, sentence, previous };
      previous = text;
    }
  }
}

const leadInOf = ({ passages }: PageText, { leadIn }: Passage): string =>
  leadIn === null ? '' : (passages[leadIn]?.text ?? '');

/**
 * Sentences of a story that are judged; what stands after them is context only. No article is longer, a book is, and its reader would
 * wait for a minute.
 */
const MOST_JUDGED = 800;

/** Judgements kept for a page that is read again, as live pages are at every change. Only speed hangs on them. */
const KEPT = 2_000;
type Judged = Omit<Judgement, 'passage' | 'sentence'>;
const kept = new WeakMap<Encoder, Map<string, Judged>>();

/** Judges one sentence by itself, without its page. */
export function judgeSentence(encoder: Encoder, input: Input): Judged {
  return judgementOf(encoder.run(encoder.encode(input)), encoder.kinds);
}

function judgeOnce(encoder: Encoder, text: string, previous: string, title: string): Judged {
  const known = kept.get(encoder) ?? new Map<string, Judged>();
  kept.set(encoder, known);
  const key = `${text}\n${previous}\n${title}`;
  const before = known.get(key);
  if (before) return before;
  const judged = judgeSentence(encoder, { text, previous, title });
  if (known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(key, judged);
  return judged;
}

/**
 * Judges the candidates of a page one after the other, each by itself; gives way after 30 ms, so that the worker answers in between.
 * @throws what `signal` was aborted with, once it is: nobody waits for the page any more. What was judged by then is kept.
 */
export async function* judgeInOrder(
  page: PageText,
  encoder: Encoder,
  signal?: AbortSignal,
): AsyncGenerator<Judgement, void, void> {
  const endOfSlice = timeSlices();
  let judged = 0;
  for (const { passage, sentence, previous } of candidatesOf(page)) {
    if (judged++ >= MOST_JUDGED) break;
    await endOfSlice();
    signal?.throwIfAborted();
    const text = passage.text.slice(sentence.start, sentence.end);
    yield { passage, sentence, ...judgeOnce(encoder, text, previous, page.title) };
  }
}

/** Judges every candidate of a page in the light of the whole page, in page order. Throws as `judgeInOrder` does. */
export async function judgePage(page: PageText, encoder: Encoder, signal?: AbortSignal): Promise<Judgement[]> {
  const judged: Judgement[] = [];
  for await (const one of judgeInOrder(page, encoder, signal)) judged.push(one);
  return smoothOverPage(judged);
}

/** What the network's output says of a sentence. */
function judgementOf(output: Output, names: readonly string[]) {
  const { grade, claim, announcement, kinds } = output;
  const weights = new Map<Kind, number>();
  names.forEach((name, i) => {
    if (KNOWN.has(name)) weights.set(name as Kind, kinds[i]!);
  });
  return { fair: grade[1] + grade[2], prime: grade[2], claim, announcement, kinds: weights };
}

const KNOWN: ReadonlySet<string> = new Set(KINDS);
