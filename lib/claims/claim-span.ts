import { MONTHS } from '@/lib/english/months';
import { wordSet } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import { is, phrase } from './noun-phrase';
import { mainVerb, startsClause } from './predicate';
import type { Word } from './word-class';

/** Verbs of saying that hand on a clause of their own accord; and those that do so only with "that". */
const SAYING = wordSet('say believe insist argue');
const SAYING_THAT = wordSet(
  'tell add note explain claim state write announce confirm maintain stress promise boast warn report',
);

const SAYS =
  '(?:said|says|told|tells|wrote|writes|add(?:s|ed)|explain(?:s|ed)|not(?:es|ed)|comment(?:s|ed)|confirm(?:s|ed))';
const SPEAKER = '(?:\\p{Lu}|(?:the|an?|its?|s?he|they|one)(?= ))[^",]{0,70}?(?:, [^",]{2,70},)?';
/** Behind a closing quote: 'said the founder', 'Dana Osei, its founder, told', '- Dana Osei'. */
const AFTER = new RegExp(`\\S(?:[,.!?\u2026]"|"[,.]) ?(?:-+ ?\\p{Lu}|${SAYS}(?!\\w)|${SPEAKER} ${SAYS}(?!\\w))`, 'u');
/** Before an opening one: 'Dana Osei said on Tuesday: '. */
const BEFORE = new RegExp(`^[^"]{0,140}\\b${SAYS}(?: [^",:]{1,50})?[,:] ?"(?=\\S)`, 'u');
/** Words in quotation marks shorter than this are scare quotes, not speech. */
const SPEECH = 25;

/** Words that a claim has at least: of fewer nothing is cut off. */
const SHORTEST = 4;

/** When, where and to whom it was said: all that may follow the verb where the words that were said stand before it. */
const SETTING = `(?: (?:in|on|at|during|to|via|by|last|this|earlier|today|yesterday|\\p{Lu}|\\w+day)(?![^"]*\\b(?:that|will|would|can|could|is|are|was|were|has|have|had)\\b)[^"]{0,140})?`;
/** ', the company says on its site.', ', said Dana Osei, its founder', ', according to Kelmore' at the end. */
const BEHIND = new RegExp(
  `,"? ?(?:according to [^"]{2,200}|${SAYS} ${SPEAKER}[^"]{0,80}|${SPEAKER} ${SAYS}${SETTING})[.!]?$`,
  'u',
);
const SAID_BY = new RegExp(`^,"? ?${SAYS}`);

/** Where speech begins and ends in a sentence that says whose it is; null where nothing is quoted so. */
function speech(text: string): Span | null {
  const before = BEFORE.exec(text);
  const start = before ? before[0].length : text.startsWith('"') ? 1 : 0;
  const after = AFTER.exec(text.slice(start));
  if (!before && !after) return null;
  const close = after ? start + after.index + 1 : text.indexOf('"', start);
  const end = close < 0 ? text.length : close;
  const again = after ? text.indexOf('"', end + after[0].length - 1) : -1;
  if (again >= 0) {
    const last = text.indexOf('"', again + 1);
    const second = { start: again + 1, end: last < 0 ? text.length : last };
    if (second.end - second.start > end - start) return second;
  }
  // "They call it the "virtual colleague," the bank said": its words are partly the reporter's.
  const within = text.slice(start, end).lastIndexOf('"');
  const rest = after ? 0 : text.length - end;
  return end - start - Math.max(within, 0) < SPEECH || rest > SPEECH ? null : { start, end };
}

/** Where what is said begins behind "The firm said that" or "According to the firm,"; 0 where that is not certain. */
function afterAttribution(words: Word[]): number {
  const first = words[0]!;
  if (first.norm === 'according') {
    const at = words.findIndex((w, i) => i > 2 && w.gap && startsClause(words, i));
    return at < 0 || words.slice(0, at).some((w) => w.c === 'num') ? 0 : words[at]!.start;
  }
  const verb = mainVerb(words);
  // Who was asked and how many they are is half of "80% of bakers say"; what opens a sentence is part of what is said.
  if (verb < 1 || words.slice(0, verb).some((w) => w.c === 'num' || /^(?:i|we)$/.test(w.norm))) return 0;
  if (is(first, 'sub', 'prep', 'to', 'ger', 'ed', 'adv')) return 0;
  const { root } = words[verb]!;
  if (!SAYING.has(root) && !SAYING_THAT.has(root)) return 0;
  const told = root === 'tell' ? phrase(words, verb + 1) : null;
  const from = told?.next ?? verb + 1;
  const that = words.findIndex((w, i) => i >= from && i < from + 5 && w.norm === 'that');
  if (
    that >= 0 &&
    startsClause(words, that + 1) &&
    !words.slice(from, that + 1).some((w) => w.gap || is(w, 'aux', 'verb'))
  )
    return words[that + 1]!.start;
  return SAYING.has(root) && startsClause(words, from) ? words[from]!.start : 0;
}

/** Whether what stands behind "said" is no speaker: "The insurer, down 20%, said Larch settles claims". */
function isClause(words: Word[]): boolean {
  // What is told of the speaker has a verb of its own: "who asked not to be named".
  const end = words.findIndex((w, i) => i > 0 && (/^(?:who|which)$/.test(w.norm) || (w.gap && w.c !== 'conj')));
  // "Mark Will" is a name.
  const who = words.slice(0, end < 0 ? words.length : end).filter((w) => w.c !== 'aux' || !/^\p{Lu}/u.test(w.text));
  const verb = who[mainVerb(who)];
  if (verb?.c !== 'ed') return verb !== undefined;
  // "A report released Tuesday", "a person briefed on it".
  const next = who[who.indexOf(verb) + 1];
  return next !== undefined && !is(next, 'prep', 'adv') && !/day$|^online$/.test(next.norm);
}

/** Where an attribution at the end begins; the length of the text where there is none or no clause before it. */
function beforeAttribution(text: string, words: Word[]): number {
  const tail = BEHIND.exec(text.replace(/[\s.]+$/, ''));
  if (!tail) return text.length;
  const from = tail.index + (SAID_BY.exec(tail[0])?.[0].length ?? tail[0].length);
  if (isClause(words.filter((w) => w.start > from))) return text.length;
  const kept = words.filter((w) => w.end <= tail.index);
  return kept.length >= SHORTEST && mainVerb(kept) > 0 ? tail.index : text.length;
}

const DATELINE = new RegExp(
  `^\\p{Lu}[^"!?:]{1,70}?\\b(?:${MONTHS})\\.? \\d{1,2}(?:, \\d{4})?[^\\p{L}]{0,3}(?:\\([^)]*\\)|/[\\w ]+/)? ?-+ ?`,
  'u',
);
/** What stands before a sentence and is none of it: bullets, the number of an item, a dateline, who speaks in an interview. */
const HEADS = [
  /^(?:(?!#\d)[^\p{L}\p{N}"'($\u20ac\u00a3\u00a5[+~@])+/u,
  /^\d{1,2}[.)] (?=\p{Lu})/u,
  DATELINE,
  /^(?!A[IR]|UK|US|EU|[HP]R|IT|VR)\p{Lu}{2}: ?(?=\p{Lu}|")/u,
];
const CONNECTIVE =
  /^(?:(?:but|and),? |(?:so|yet|however|moreover|meanwhile|nonetheless|additionally|crucially|indeed|furthermore|also|plus|in addition|in fact|as a result), )(?!not\b)/i;

/** Without what stands before and behind a sentence. Quotation marks and brackets stay in pairs, none alone. */
function bare(text: string, from = 0, to = text.length): Span {
  let [start, end] = [from, to];
  const inner = () => text.slice(start, end);
  const trim = () => {
    start += /^\s*/.exec(inner())![0].length;
    end -= /[\s.,;:!-]*$/.exec(inner())![0].length;
  };
  for (const head of HEADS) start += head.exec(inner())?.[0].length ?? 0;
  trim();
  if ((inner().match(/"/g)?.length ?? 0) % 2 === 1) {
    if (text[start] === '"') start++;
    else if (text[end - 1] === '"') end--;
    else end += /^[,.!?]?"/.exec(text.slice(end, to + 2))?.[0].length ?? 0;
  }
  if (/^"[^"]+"$|^\([^()]+\)$/.test(inner())) [start, end] = [start + 1, end - 1];
  if (/^\([^)]*$|^'(?!.*\w'(?!\w))/.test(inner())) start++;
  if (/^[^(]*\)$|^(?!.*(?<!\w)'\w).*[^s]'$/.test(inner())) end--;
  trim();
  return end > start ? { start, end } : { start: 0, end: text.length };
}

/**
 * What the claim is: speech without who speaks, a clause without its attribution, else the sentence, without connective,
 * bullet and dateline. It never begins or ends inside a clause: where that is not certain, it is the whole sentence. Offsets
 * are in the sentence; the text is folded, the words are those of all of it.
 */
export function claimSpan(text: string, words: Word[]): Span {
  const whole = bare(text);
  const own = words.filter((w) => w.start >= whole.start);
  if (own.length < SHORTEST) return whole;
  let span = speech(text);
  if (!span) {
    const end = beforeAttribution(text, own);
    span = { start: (end === text.length && afterAttribution(own)) || whole.start, end };
  }
  span = bare(text, span.start, span.end);
  const opening = CONNECTIVE.exec(text.slice(span.start, span.end));
  const behind = opening && bare(text, span.start + opening[0].length, span.end);
  return behind && words.filter((w) => w.start >= behind.start && w.end <= behind.end).length >= SHORTEST
    ? behind
    : span;
}

/** The whole sentence without bullet, opening and closing marks: what an announcement is told in. */
export const wholeSpan = (text: string): Span => bare(text);
