import { wordSet } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import { between, is, object, phrase } from './noun-phrase';
import type { Word } from './word-class';

/** What a claim says is done: the verb that carries it, and what it is done to. */
export interface Predicate {
  /** Dictionary form, with its particle: "handle", "free up"; empty if unsure. */
  verb: string;
  /** From the verb as written on; null if there is no verb of its own. */
  at: Span | null;
  /** Short noun phrase of the direct object, no article; null if unsure. */
  object: Span | null;
  /** Who is helped, enabled or given something. */
  helped: Span | null;
  /** Words before the first finite verb, opening phrase left out. */
  subject: Span | null;
}

const NONE: Predicate = { verb: '', at: null, object: null, helped: null, subject: null };

/** Verbs that hand on to another: "helps teams write", "is designed to write". */
const HELPERS = wordSet('help enable allow let empower');
const LEADERS = wordSet('continue aim want seek plan expect begin start strive hope intend work get need go');
/** Verbs whose content is a clause: "means that you can write". */
const REPORTS = wordSet(
  'show find mean prove say believe think estimate demonstrate ensure claim suggest see know announce',
  'report',
);
const READY = wordSet('able set poised ready likely due free going designed built');
const CHANCES = wordSet('potential ability power capacity chance opportunity');
const ASIDES = wordSet(
  'excluding including using making owing taking according depending recognizing beginning starting',
  'following',
);
/** Those that need no "that". */
const BARE = wordSet('mean believe think say ensure know');
const GIVERS = wordSet('give offer bring show send grant save tell hand teach cost');
const BE = /^(?:be|is|are|was|were|been|being|am|isn't|aren't|wasn't|weren't)$|'(?:re|m)$/;
const HAVE = /^(?:have|has|had|haven't|hasn't)$|'ve$/;
const PARTICLES = wordSet('up out off down over on away back');
/** Reads verb and object of a claim from its words. */
export function predicateOf(words: Word[]): Predicate {
  return words.length < 3 ? NONE : clause(words, opening(words), 0);
}

/** Verbs whose object is work done: what may stand as the task of the thing that does it. */
const WORKS = wordSet(
  'handle automate resolve answer process review write draft generate detect identify spot flag predict',
  'summarize summarise analyze analyse scan manage complete perform execute tackle solve streamline',
  'simplify accelerate translate transcribe monitor triage diagnose schedule debug fix synthesize',
  'extract classify orchestrate navigate interpret prioritize search do perform undertake author',
);
/** Those too where somebody is helped to do them, not where a firm says that it did. */
const MAKES = wordSet('build create design test deploy code develop find make deliver explore understand');

const NOT_DONE = /^(?:from|without|than|instead|before|best|not|never|nor|cannot|fail|fails|failed)$|n't$/;

/** What the thing does, and for whom, wherever in the claim it says so: main clause, relative or "enabling teams to". */
export function workOf(words: Word[], predicate: Predicate): { task: Span | null; helped: Span | null } {
  const isWork = (d: Predicate) => d.object !== null && (WORKS.has(d.verb) || (d.helped !== null && MAKES.has(d.verb)));
  const verb = words.findIndex((w) => w.start === predicate.at?.start);
  const isDenied = verb > 0 && words.slice(Math.max(0, verb - 2), verb).some((w) => NOT_DONE.test(w.norm));
  if (isWork(predicate) && !isDenied) return { task: predicate.object, helped: predicate.helped };
  let { helped } = predicate;
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!;
    if (!is(word, 'ger', 'verb') || word.noun || (is(words[i - 1], 'det', 'poss', 'adj', 'adv') && word.c === 'ger'))
      continue;
    // What is not done, or done in place of it: "don't write", "instead of doing the sorting".
    if (words.slice(Math.max(0, i - 2), i).some((w) => NOT_DONE.test(w.norm))) continue;
    const inner = HELPERS.has(word.root) || WORKS.has(word.root) ? act(words, i, false, {}, 1) : NONE;
    helped ??= inner.helped;
    if (isWork(inner)) return { task: inner.object, helped };
  }
  return { task: null, helped };
}

/** Past "By writing code, " and the like, to where the main clause starts. */
function opening(words: Word[]): number {
  const first = words[0]!;
  const own = finite(words, 0);
  const loose = is(first, 'prep', 'sub', 'ger', 'ed', 'adv') || (is(first, 'to') && is(words[1], 'verb'));
  for (let i = 1; i < words.length; i++) {
    if (!loose && own >= 0 && own < i) return 0;
    if (!words[i]!.gap || is(words[i], 'conj', 'rel', 'sub', 'ger', 'prep')) continue;
    const at = finite(words, i);
    if (at > i && !words.slice(i + 1, at + 1).some((w) => w.gap)) return i;
  }
  return is(first, 'adv') ? 1 : 0;
}

/** Index of the verb of the main clause, an opening phrase passed over; -1 if none is certain. */
export function mainVerb(words: Word[]): number {
  const from = opening(words);
  return from === 0 && is(words[0], 'sub', 'prep', 'to') ? -1 : finite(words, from);
}

/** Whether a clause begins at `i`: a subject and its finite verb, nothing parting them. */
export function startsClause(words: Word[], i: number): boolean {
  const verb = finite(words, i);
  if (verb === i) return words[i]!.pron;
  return (
    verb > i &&
    is(words[i], 'pron', 'det', 'poss', 'noun', 'adj', 'num', 'adv') &&
    !words.slice(i + 1, verb + 1).some((w) => w.gap)
  );
}

/** Index of the first finite verb of the main clause from `i` on, relative clauses skipped; -1 if none is certain. */
function finite(words: Word[], from: number): number {
  for (let i = from; i < words.length; i++) {
    const word = words[i]!;
    if (word.c === 'aux') return i;
    if (word.c === 'sub' && i > from) return -1;
    // "the demand we are seeing" is a relative clause too.
    const contact = is(word, 'pron') && is(words[i - 1], 'noun') && !word.gap && i > from;
    if ((word.c === 'rel' || contact) && i > from) {
      // "Whose shares have fallen": a noun that may be a verb.
      let j = i + (word.norm === 'whose' ? 2 : 1);
      while (j < words.length && !is(words[j], 'aux', 'verb', 'ed')) j++;
      while (is(words[j], 'aux', 'adv')) j++;
      i = j;
      continue;
    }
    if (word.c === 'to') {
      while (is(words[i + 1], 'adv')) i++;
      i++;
      continue;
    }
    if (
      /^(?:scores|leads|costs|tops|processes|powers|reviews|answers|tests)$/.test(word.norm) &&
      i > from &&
      !word.gap &&
      is(words[i + 1], 'num', 'det', 'poss')
    )
      return i;
    if (word.c === 'verb' && carries(words, i, from)) return i;
    if (word.c === 'ed' && isPast(words, i, from)) return i;
  }
  return -1;
}

function carries(words: Word[], i: number, from: number): boolean {
  const [before, word, after] = [words[i - 1], words[i]!, words[i + 1]];
  // A name at the head: "Larch Cloud is built for bakers".
  if (i === from && /^[A-Z]/.test(after?.text ?? '') && words.slice(i + 1).some((w) => w.c === 'aux')) return false;
  if (i === from && /^(?:thanks|compared|based)$/.test(word.norm)) return false;
  if (i === from)
    return !/s$/.test(word.norm) && !is(after, 'aux', 'verb', 'conj') && (!word.noun || is(after, 'det', 'poss'));
  if (is(before, 'det', 'poss', 'adj', 'num', 'prep', 'conj') && !/['"]$/.test(word.text)) return false;
  if (is(after, 'aux') && !after!.gap) return false;
  if (!word.noun) return !word.gap || (/s$/.test(word.norm) && words.slice(from + 1, i).some((w) => w.gap));
  return (is(before, 'pron', 'rel') || is(after, 'det', 'poss', 'pron')) && !word.gap;
}

/** A past tense, and no participle that belongs to a noun. */
function isPast(words: Word[], i: number, from: number): boolean {
  const [before, word, after] = [words[i - 1], words[i]!, words[i + 1]];
  if (i === from || word.gap || is(before, 'det', 'poss', 'adj', 'prep', 'conj', 'num')) return false;
  const later = words
    .slice(i + 1)
    .some((w, k, rest) => !w.gap && (w.c === 'aux' || (w.c === 'verb' && !w.noun && is(rest[k - 1], 'noun'))));
  return !(later && (!after || is(after, 'prep', 'sub', 'to', 'adv') || after.gap));
}

function clause(words: Word[], from: number, depth: number): Predicate {
  const at = finite(words, from);
  const heading = from === 0 && is(words[0], 'ger') && !ASIDES.has(words[0]!.norm) && (at < 0 || is(words[at], 'ed'));
  if (heading) return act(words, 0, false, {}, depth);
  // A headline's future: "Kelmore to cut one in eight jobs".
  const first = at < 0 && depth === 0 ? phrase(words, from) : null;
  if (first && is(words[first.next], 'to') && is(words[first.next + 1], 'verb') && !words[first.next]!.gap)
    return act(words, first.next + 1, false, { subject: between(words, from, first.to) }, 1);
  if (at < 0 || depth > 2) return NONE;
  let last = at - 1;
  while (last > from && is(words[last], 'adv')) last--;
  const subject = at > from ? between(words, from, last) : words[at]!.pron ? between(words, at, at) : null;
  const auxiliaries = auxiliariesFrom(words, at);
  const { i, be, other } = auxiliaries;
  const word = words[i];
  const base = { subject, at: { start: words[at]!.start, end: words[at]!.end } };
  if (!word || (word.gap && i > at)) return { ...NONE, ...base, verb: be ? 'be' : '' };
  const acts = is(word, 'ed') || i === at || (is(word, 'verb') && (!be || other)) || (is(word, 'ger') && be);
  return acts ? act(words, i, be && is(word, 'ed'), base, depth) : state(words, auxiliaries, base, depth);
}

interface Auxiliaries {
  /** Index of what they lead to. */
  i: number;
  be: boolean;
  have: boolean;
  other: boolean;
}

/** The auxiliaries from `at` on, adverbs between them passed over. */
function auxiliariesFrom(words: Word[], at: number): Auxiliaries {
  let i = at;
  let be = false;
  let have = false;
  let other = false;
  while (is(words[i], 'aux', 'adv')) {
    const { norm, c } = words[i]!;
    if (c === 'aux') {
      if (BE.test(norm)) be = true;
      else if (HAVE.test(norm)) have = true;
      else if (/'s$/.test(norm)) be = is(words[i + 1], 'ed') ? be : true;
      else other = true;
    }
    i++;
    if (words[i]?.norm === 'no' && words[i + 1]?.norm === 'longer') i += 2;
  }
  return { i, be, have, other };
}

/** A clause of "be", "have" or "do" with no verb after it, looked through where one hangs on it: "is able to handle". */
function state(words: Word[], { i, be, have }: Auxiliaries, base: Partial<Predicate>, depth: number): Predicate {
  const word = words[i]!;
  // "is able to handle", "is set to handle".
  const ready = be && is(word, 'adj', 'noun', 'ed') && READY.has(word.norm);
  if (ready && is(words[i + 1], 'to') && is(words[i + 2], 'verb')) return act(words, i + 2, false, base, depth);
  if (is(word, 'to') && (have || be) && is(words[i + 1], 'verb')) return act(words, i + 1, false, base, depth);
  const chance = have ? phrase(words, i) : null;
  if (
    chance &&
    CHANCES.has(words[chance.to]!.norm) &&
    is(words[chance.next], 'to') &&
    is(words[chance.next + 1], 'verb')
  )
    return act(words, chance.next + 1, false, base, depth);
  if (be) return { ...NONE, ...base, verb: 'be' };
  if (/^do(?:es)?$|^did$/.test(words[i - 1]!.norm)) return { ...NONE, ...base, verb: 'do', object: object(words, i) };
  if (have) return { ...NONE, ...base, verb: 'have', object: object(words, i) };
  return NONE;
}

/** The verb at `i`, looked through where it only hands on. */
function act(words: Word[], i: number, passive: boolean, base: Partial<Predicate>, depth: number): Predicate {
  return (depth < 3 && handedOn(words, i, passive, base, depth)) || ownAct(words, i, passive, base);
}

/** What the verb at `i` hands on to: "aims to write", "helps teams write"; null where it acts itself. */
function handedOn(
  words: Word[],
  i: number,
  passive: boolean,
  base: Partial<Predicate>,
  depth: number,
): Predicate | null {
  const { root } = words[i]!;
  const to = infinitive(words, i + 1);
  if (to && (passive || LEADERS.has(root) || root === 'help')) return act(words, to, false, base, depth + 1);
  if (HELPERS.has(root) || root === 'expect') return helpedAct(words, i, base, depth);
  return REPORTS.has(root) && !passive ? reportedAct(words, i, base, depth) : null;
}

/** Past "to" and adverbs: the infinitive after word `j`, or 0. */
function infinitive(words: Word[], after: number): number {
  let j = after;
  if (!is(words[j], 'to')) return 0;
  while (is(words[j + 1], 'adv')) j++;
  return is(words[j + 1], 'verb') ? j + 1 : 0;
}

/** What somebody is helped to do, or expected to: "helps teams write". */
function helpedAct(words: Word[], i: number, base: Partial<Predicate>, depth: number): Predicate | null {
  const { root, start, end } = words[i]!;
  const next = words[i + 1];
  if (is(next, 'verb') && root === 'help') return act(words, i + 1, false, base, depth + 1);
  const who = phrase(words, i + 1);
  let j = who ? who.next : is(next, 'pron') ? i + 2 : -1;
  const someone = who ? between(words, who.from, who.to) : next ? between(words, i + 1, i + 1) : null;
  const helped = root === 'expect' ? null : someone;
  while (is(words[j], 'prep', 'conj') && !words[j]!.gap) {
    const more = phrase(words, j + 1);
    if (!more) break;
    j = more.next;
  }
  while (is(words[j], 'adv')) j++;
  const bare = is(words[j], 'verb') && !words[j]!.gap ? j : 0;
  const inner = j > 0 ? infinitive(words, j) || bare : 0;
  if (inner) return act(words, inner, false, { ...base, helped }, depth + 1);
  if (!HELPERS.has(root)) return null;
  const at = { start, end };
  return { ...NONE, ...base, verb: root, at, helped: root === 'empower' || root === 'help' ? helped : null };
}

/** The clause that is reported: "means that you can write". */
function reportedAct(words: Word[], i: number, base: Partial<Predicate>, depth: number): Predicate | null {
  const { root, start, end } = words[i]!;
  const next = words[i + 1];
  const bare = BARE.has(root) && next && !next.gap && !is(next, 'adj', 'ger');
  const subject = is(next, 'pron') && is(words[i + 2], 'aux', 'verb');
  const inner = is(next, 'rel') ? i + 2 : subject || bare ? i + 1 : -1;
  const found = inner > 0 ? clause(words, inner, depth + 1) : NONE;
  if (found.verb) return found;
  // "showed the model to be safe": its object is a clause.
  const seen = phrase(words, i + 1);
  return seen && is(words[seen.next], 'to', 'ed') ? { ...NONE, ...base, verb: root, at: { start, end } } : null;
}

/** The verb at `i` with its particle, its object and whom it gives that. */
function ownAct(words: Word[], i: number, passive: boolean, base: Partial<Predicate>): Predicate {
  const { root, start, end } = words[i]!;
  const at = { start, end };
  const particle = isParticle(words, i + 1) ? ` ${words[i + 1]!.norm}` : '';
  const verb = /^[a-z-]{2,}$/.test(root) && !PARTICLES.has(root) ? root + particle : '';
  if (passive) return { ...NONE, ...base, verb, at };
  const from = i + (particle ? 2 : 1);
  const given = GIVERS.has(root) ? givenTo(words, from) : null;
  const helped = given ? between(words, given.from, given.to) : (base.helped ?? null);
  return { ...NONE, ...base, verb, at, helped, object: verb ? object(words, given?.next ?? from) : null };
}

/** Whether the word at `i` belongs to the verb before it: "free up". */
function isParticle(words: Word[], i: number): boolean {
  const [word, after] = [words[i], words[i + 1]];
  if (!word || word.gap || !PARTICLES.has(word.norm) || is(after, 'to', 'num')) return false;
  return word.particle || is(after, 'det', 'poss');
}

/** Who is given something, where the words from `i` on begin with them: "gives teams an answer". */
function givenTo(words: Word[], i: number): { from: number; to: number; next: number } | null {
  const who = is(words[i], 'pron') ? { from: i, to: i, next: i + 1 } : phrase(words, i);
  if (!who || words[who.next]?.gap || who.to - who.from >= 3) return null;
  return is(words[who.next], 'det', 'poss', 'adj', 'noun', 'num') ? who : null;
}
