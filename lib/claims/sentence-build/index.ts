/**
 * The build of a claim's own sentence: its list, its begging verb, its contrasts, its quantifiers. A line may ask for a part of it
 * and print it. Strict: what is not plainly there is not there. It goes by closed lists of words and not by the parser's tags: a
 * part of speech that is guessed wrong in one sentence of twenty is no matter for a card, and makes a joke that is none.
 */
import { flat } from '@/lib/english/fold';
import { wordSet } from '@/lib/english/word-list';
import type { SentenceBuild, SentencePart, SentenceSign } from '@/lib/model';
import { aisIn, labelIn, onlyNamesHaveNumbers, wesIn, wordsIn, yousIn } from './counts';
import { type List, listIn } from './lists';
import { NOT_A_NOUN, PATTERNS } from './patterns';
import { turnsIn } from './turns';
import { isNoun, isVerb } from './words';

/** Verbs that say nothing without the rest of their phrase: "bring … to life". */
const THIN = wordSet(
  'become bring do ensure get give have help keep let make meet provide stay take turn move put',
  'continue drive push pull offer',
);
/** Words too common in announcements to be noticed twice. */
const NOT_TWICE = wordSet(
  'about across agent agents agentic algorithm already artificial company customer customers every',
  'first intelligence language large learning machine million billion percent model models other people',
  'right going being needs since often world without around build financial medical platform platforms',
  'product products service services still team teams technology their there these those token tokens',
  'tool tools user users using which while with would year years data software system systems',
);

/** Parts as they are read; a part without words is not there. */
type Parts = { [Part in SentencePart]?: string | undefined };

/** Reads the build of one sentence, in its own spelling. */
export function buildOf(sentence: string): SentenceBuild {
  const text = flat(sentence);
  // Capitals are no help in a heading set in them, and a phrase of it would be printed with them.
  const low = isTitle(text) ? text.toLowerCase() : decapital(text);
  const list = listIn(text);
  const found: Parts = {
    ...(list && listParts(list)),
    ...helpParts(low),
    order: orderIn(low, text),
    ...plainParts(low),
    ...phraseParts(low),
    all: allIn(low),
    super: superlativeIn(low)?.words,
    twice: twiceIn(low),
    ...Object.fromEntries(turnsIn(low)),
    label: labelIn(text),
    ...countParts(text),
  };
  const parts: SentenceBuild['parts'] = {};
  for (const [part, words] of Object.entries(found) as [SentencePart, string | undefined][])
    if (words) parts[part] = words.trim();
  return { parts, signs: [...(list ? [list.sort] : []), ...signsIn(low, sentence)] };
}

function listParts({ items }: List): Parts {
  const last = items[items.length - 1];
  return {
    item: items[0],
    item2: items[1],
    lastitem: last,
    items: `${items.slice(0, -1).join(', ')} and ${last}`,
    nitems: String(items.length),
  };
}

/** A verb that may be printed by itself. */
const standsAlone = (verb = ''): boolean => isVerb(verb) && !THIN.has(verb);

/** Who helps whom to do what, and what is hoped to be done. */
function helpParts(low: string): Parts {
  const parts: Parts = {};
  const [, helper, helped, act] = PATTERNS.help.exec(low) ?? [];
  const [, bareHelper, bareAct] = PATTERNS.helpOnly.exec(low) ?? [];
  if (standsAlone(act)) Object.assign(parts, { helper, act, ...(helped !== 'you' && { helped }) });
  else if (standsAlone(bareAct)) Object.assign(parts, { helper: bareHelper, act: bareAct });
  const [, hope, hoped] = PATTERNS.hope.exec(low) ?? [];
  if (standsAlone(hoped)) Object.assign(parts, { hope, act: parts.act ?? hoped });
  return parts;
}

/** The verb with which a sentence tells its reader to do something. */
function orderIn(low: string, text: string): string | undefined {
  const first = /^([a-z]+)\b/.exec(low)?.[1] ?? '';
  const orders = isVerb(first) && !isNoun(first) && /^\p{Lu}/u.test(text) && !/^let(?:[’']s)?\b/.test(low);
  return orders ? first : undefined;
}

/** Parts that are one word or phrase of a list, wherever it stands. */
function plainParts(low: string): Parts {
  const one = (pattern: RegExp) => pattern.exec(low)?.[1]?.toLowerCase();
  return {
    still: PATTERNS.still.exec(low)?.[1],
    degree: one(PATTERNS.degree),
    manner: /\b(?:from|not|than|but) simply\b/.test(low) ? undefined : one(PATTERNS.manner),
    ago: one(PATTERNS.ago),
    soon: one(PATTERNS.soon),
    creed: one(PATTERNS.creed),
    single: one(PATTERNS.single),
    existing: PATTERNS.existing.exec(low)?.[1],
    // "Faster than before" says than what.
    more: / than | compared | versus /.test(low) ? undefined : one(PATTERNS.more),
    tasks: one(PATTERNS.tasks),
  };
}

/** Parts that end where their own phrase ends. */
function phraseParts(low: string): Parts {
  const noun = (words: string | undefined) =>
    words && !NOT_A_NOUN.test(words) ? words.replace(/\bai\b/g, 'AI') : undefined;
  const without = PATTERNS.without.exec(low)?.[1];
  // “Without running into that wall”: half of it is no phrase.
  const whole = without && !/ (?:in|into|to|on|onto|of|for|with|at|from|up|over)$/.test(without);
  // “The future of work depends on”: the verb is no part of it.
  const future = PATTERNS.futureOf
    .exec(low)?.[1]
    ?.replace(/ (?:depends?|lies|starts?|begins?|belongs?|looks?|relies|requires?|means|comes|has|have)(?: .*)?$/, '');
  const [, vague, vagueOf] = PATTERNS.vague.exec(low) ?? [];
  return {
    without: whole && !NOT_A_NOUN.test(without) ? without : undefined,
    future_of: noun(future),
    merely: noun(PATTERNS.merely.exec(low)?.[1]),
    vague: vague?.toLowerCase(),
    vague_of: vagueOf,
  };
}

/** “Every team”, “everyone”: the first that leaves nobody out. */
function allIn(low: string): string | undefined {
  if (/\bthan any\b|\bif any\b|\bnot any\b/.test(low)) return undefined;
  return [...low.matchAll(PATTERNS.all)]
    .map(([, each, noun, alone]) => alone ?? `${each} ${noun}`)
    .find((all) => !/\b(?:other|one|day|time|year|month|week|kind|more|and|of|single)$|^each\b/.test(all));
}

/** The first superlative that is one, with what stands before and from it on. */
function superlativeIn(low: string): { words: string; before: string; from: string } | undefined {
  return (
    [...low.matchAll(PATTERNS.super)]
      .map(({ 0: words, index }) => ({
        words: words.toLowerCase(),
        before: low.slice(0, index),
        from: low.slice(index),
      }))
      // “At its best”, and what somebody does best, boast of nothing.
      .find(
        ({ before }) =>
          !/one of (?:the|our) $|\bat $|its $|\b(?:do|does|did|doing|done|works?|worked|suits?|fits?|knows?|likes?) $/.test(
            before,
          ),
      )
  );
}

function countParts(text: string): Parts {
  const counts = { length: wordsIn(text), nai: aisIn(text), nyou: yousIn(text), nwe: wesIn(text) };
  return Object.fromEntries(Object.entries(counts).map(([part, count]) => [part, count > 0 ? String(count) : '']));
}

const NEW =
  /\b(?:a|an|the|our|entirely|completely|whole|all) new\b|\bnew (?:era|way|ways|category|categories|class|generation|standard|frontier)\b/;

function signsIn(low: string, sentence: string): SentenceSign[] {
  const [, , helped, act] = PATTERNS.help.exec(low) ?? [];
  const superlative = superlativeIn(low);
  const signs: Partial<Record<SentenceSign, boolean | undefined>> = {
    'helps-you': helped === 'you' && standsAlone(act),
    'our-best': superlative && /\bour (?:\w+ )?$/.test(superlative.before),
    yet: superlative && /\b(?:yet|ever|to date|so far)\b/.test(superlative.from),
    new: NEW.test(low),
    'no-digits': onlyNamesHaveNumbers(sentence),
  };
  return (Object.keys(signs) as SentenceSign[]).filter((sign) => signs[sign]);
}

/** The first letter of a sentence tells nothing of its word, if the word is one we know. */
function decapital(text: string): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? '';
  return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() + text.slice(word.length) : text;
}

/** Set in headline capitals: most of its longer words have them. */
function isTitle(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 3 && long.filter((w) => /^\p{Lu}/u.test(w)).length > 0.7 * long.length;
}

/** A word of weight that stands twice, in the same form, with something in between. */
function twiceIn(low: string): string {
  const seen = new Map<string, number>();
  const words = low.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  for (const [i, word] of words.entries()) {
    if (word.length < 5 || !/^[a-z]+$/.test(word) || NOT_TWICE.has(word)) continue;
    const before = seen.get(word);
    if (before !== undefined && i - before > 3) return word;
    if (before === undefined) seen.set(word, i);
  }
  return '';
}
