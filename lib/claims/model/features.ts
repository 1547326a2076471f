import type { PageContext, Spot } from '../context';
import type { Evidence } from '../judge';
import { BENEFIT, EXPLAIN, LOGISTICS, METHOD, NORM, PRAISE, TROUBLE } from '../lexicon/tone';
import { quantities } from '../numbers';
import type { Token } from '../parse';
import { re } from '../pattern';
import { clauseOf } from '../subject';

/** Names of the features that hold for a sentence, each with the value 1. Names are plain words: they are shown. */
export type Features = string[];

/** What the neighbours of a sentence say, from patterns and gates alone. */
export interface Surroundings {
  /** Share of the page's candidates that pass the gates with a strict pattern, drawn towards 0.14 on short pages. */
  page: number;
  before: boolean;
  after: boolean;
  /** Share of the other sentences of the passage. */
  passage: number;
}

/** A sentence looks like a claim to patterns and gates. */
export const looksLikeClaim = (e: Evidence): boolean =>
  e.strict.length > 0 && e.gates.anchor > 0 && !e.gates.fallen && !e.gates.outside && e.gates.promoter;

/** Looks around each sentence of a page. `all` holds one entry a candidate, in page order. */
export function surroundings(all: { spot: Spot; evidence: Evidence }[]): Surroundings[] {
  const hits = all.map((s) => looksLikeClaim(s.evidence));
  const total = hits.filter(Boolean).length;
  const byPassage = new Map<number, [number, number]>();
  all.forEach((s, i) => {
    const entry = byPassage.get(s.spot.passage.index) ?? [0, 0];
    byPassage.set(s.spot.passage.index, [entry[0] + (hits[i] ? 1 : 0), entry[1] + 1]);
  });
  return all.map((s, i) => {
    const own = hits[i] ? 1 : 0;
    const [found, count] = byPassage.get(s.spot.passage.index)!;
    return {
      page: (total - own + 1.4) / (all.length - 1 + 10),
      before: hits[i - 1] ?? false,
      after: hits[i + 1] ?? false,
      passage: count > 1 ? (found - own) / (count - 1) : 0,
    };
  });
}

/** Characters. */
const SHORT = 60;

const bucket = (n: number, edges: number[]): number => edges.filter((e) => n >= e).length;

/** Everything the model may weigh about one sentence. */
export function featuresOf(context: PageContext, spot: Spot, evidence: Evidence, around: Surroundings): Features {
  const { gates, hearing, grammar, strict, cues } = evidence;
  const { text } = spot;
  const company = context.house === 'company';
  const where = company ? 'company' : 'news';
  const out = new Set<string>();
  const add = (name: string) => out.add(name);

  add(`page: ${where}`);
  add(`page heat: ${bucket(around.page, [0.06, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45])}`);
  for (let i = 1; i <= 7; i++)
    if (around.page >= [0.06, 0.1, 0.15, 0.2, 0.27, 0.35, 0.45][i - 1]!) add(`page heat ≥ ${i}`);
  add(`AI words on page: ${bucket(context.density, [0.5, 1.5, 3, 6])}`);
  add(`we on page: ${bucket(context.we, [0.2, 1, 2, 4])}`);
  if (context.announced) add('title announces');
  if (context.house !== context.page.kind) add('company in effect');
  if (context.titled) add('title names AI');
  if (around.before) add('sentence before looks like a claim');
  if (around.after) add('sentence after looks like a claim');
  add(`rest of passage: ${bucket(around.passage, [0.01, 0.34, 0.67])}`);

  add(`role: ${spot.passage.role}`);
  if (spot.order === 0) add('opens its passage');
  if (spot.passage.sentences.length === 1) add('alone in its passage');
  add(`place: ${bucket(spot.place, [0.08, 0.3, 0.6, 0.85])}`);
  const length = grammar.tokens.length;
  add(`words: ${bucket(length, [5, 9, 14, 20, 28, 40])}`);
  if (!/[.!?:]["')\]]*$/.test(text)) add('no full stop');
  if (/:$/.test(text)) add('ends in a colon');
  if (text.length < SHORT) add('short');
  if (/\d/.test(text)) add('digits');
  if (spot.foot) add('foot of the page');

  add(`gate A: ${gates.anchor}`);
  add(gates.promoter ? 'gate B' : 'no gate B');
  if (gates.fallen) add(`gate C: ${gates.fallen.split(':')[0]}`);
  if (gates.outside) add('gate D');
  if (gates.negated) add('negated');
  if (gates.conditional) add('conditional');
  add(`heard: ${hearing.source}`);
  add(`heard: ${hearing.source} on ${where}`);
  if (hearing.quoted) add(`quoted ${hearing.source}`);
  if (hearing.distanced) add('distanced');
  if (context.names.some((n) => text.includes(n))) add(`names the subject on ${where}`);
  if (context.names.some((n) => text.replace(/^\W+/, '').startsWith(n))) add('subject opens the sentence');

  const standing = looksLikeClaim(evidence);
  add(`strict kinds: ${Math.min(4, strict.length)}`);
  add(
    `strict patterns: ${bucket(
      strict.reduce((n, s) => n + s.count, 0),
      [1, 2, 3, 4, 6],
    )}`,
  );
  if (standing) add(`stands on ${where}`);
  if (standing && around.page >= 0.15) add('stands on a hot page');
  if (standing && around.page < 0.08) add('stands on a cool page');
  if (standing && hearing.source !== 'none') add(`stands, heard ${hearing.source}`);
  if (standing) add(`stands, gate A ${gates.anchor}`);
  for (const s of strict) {
    add(`kind: ${s.kind}`);
    if (s.count > 1) add(`kind: ${s.kind} twice`);
    for (const name of s.names) add(`key: ${s.kind}: ${name}`);
  }
  let total = 0;
  for (const [kind, n] of cues) {
    total += n;
    add(`cue: ${kind}`);
    if (n > 1) add(`cues: ${kind}`);
  }
  add(`cues: ${bucket(total, [1, 3, 5, 7, 9, 12])}`);
  for (const sign of grammar.signs) {
    add(`sign: ${sign}`);
    if (CROSSED.has(sign)) add(`sign: ${sign} on ${where}`);
  }
  for (const figure of quantities(text)) add(`figure: ${figure.type}`);
  tone(context, spot, evidence, where, add);
  shape(text, grammar.tokens, add);
  words(grammar.tokens, add);
  return [...out];
}

const CROSSED = new Set([
  'first person',
  'superlative',
  'comparative',
  'thing + deed',
  'name + deed',
  'benefit in -ing',
  'past tense',
  'modal',
  'number',
  'second person',
  'person',
]);

/** What the words do, who is credited, and the two together. */
function tone(context: PageContext, spot: Spot, evidence: Evidence, where: string, add: (name: string) => void): void {
  const { text } = spot;
  const clause = clauseOf(context, spot, evidence.grammar.tokens);
  const count = (source: string) => text.match(global(source))?.length ?? 0;
  const praise = count(PRAISE);
  const trouble = count(TROUBLE);
  const benefit = count(BENEFIT);
  const norm = count(NORM) > 0;
  const method = count(METHOD) > 0;
  const explain = count(EXPLAIN);
  const logistics = count(LOGISTICS);
  add(`credited: ${clause.subject}`);
  add(`credited: ${clause.subject} on ${where}`);
  for (let i = 1; i <= 4; i++) if (praise >= i) add(`praise ≥ ${i}`);
  for (let i = 1; i <= 2; i++) if (trouble >= i) add(`trouble ≥ ${i}`);
  for (let i = 1; i <= 3; i++) if (benefit >= i) add(`benefit ≥ ${i}`);
  for (let i = 1; i <= 2; i++) if (explain >= i) add(`explaining ≥ ${i}`);
  for (let i = 1; i <= 2; i++) if (logistics >= i) add(`catalogue ≥ ${i}`);
  if (norm) add('advice');
  if (method) add('method note');
  if (praise && !trouble) add('praise without trouble');
  const good = praise + benefit + evidence.strict.length;
  if (good >= 2 && !trouble && !norm && !method) {
    add('good news');
    add(`good news of ${clause.subject}`);
    add(`good news on ${where}`);
    if (good >= 4) add(`much good news on ${where}`);
    if (evidence.strict.length) add(`good news and key of ${clause.subject}`);
  }
  if (evidence.strict.length && norm) add('key and advice');
  if (evidence.strict.length && trouble > 1) add('key and trouble');
  const verb = clause.verb;
  if (verb && benefit && new RegExp(BENEFIT, 'i').test(verb.text)) add(`main verb: benefit of ${clause.subject}`);
  if (verb && /^(?:is|are|was|were|'s|'re|remains?|represents?|becomes?)$/i.test(verb.norm) && praise)
    add(`main verb: is good, ${clause.subject}`);
}

const globals = new Map<string, RegExp>();
function global(source: string): RegExp {
  let found = globals.get(source);
  if (!found) {
    found = new RegExp(source, 'gi');
    globals.set(source, found);
  }
  return found;
}

/** Parts of speech at large. */
function shape(text: string, tokens: Token[], add: (name: string) => void): void {
  const first = tokens[0];
  const count = (tag: string) => tokens.filter((t) => t.tags.has(tag)).length;
  add(`adjectives: ${bucket(count('Adjective'), [1, 2, 4, 6])}`);
  add(`adverbs: ${bucket(count('Adverb'), [1, 2, 4])}`);
  add(`verbs: ${bucket(count('Verb'), [1, 2, 4, 7])}`);
  if (first) {
    const tag = [
      'Pronoun',
      'Determiner',
      'ProperNoun',
      'Gerund',
      'Verb',
      'Preposition',
      'Conjunction',
      'Adverb',
      'Noun',
      'Adjective',
    ].find((t) => first.tags.has(t));
    add(`opens with ${tag ?? 'other'}`);
  }
  const verb = tokens.find((t) => t.tags.has('Verb') && !t.tags.has('Gerund'));
  if (verb)
    add(
      `first verb: ${verb.tags.has('PastTense') ? 'past' : verb.tags.has('Modal') ? 'modal' : verb.tags.has('Copula') ? 'copula' : verb.tags.has('PresentTense') ? 'present' : 'other'}`,
    );
  if (re('[()]').test(text)) add('brackets');
  if (text.includes('"')) add('quotation marks');
}

const SKIP = new Set([
  'Person',
  'Place',
  'Organization',
  'ProperNoun',
  'Acronym',
  'Date',
  'Url',
  'HashTag',
  'AtMention',
  'Email',
  'Value',
  'Month',
  'WeekDay',
]);

/** General words and neighbouring pairs of them; names, numbers and dates are left out. */
function words(tokens: Token[], add: (name: string) => void): void {
  let before = '^';
  for (const token of tokens) {
    const plain =
      /^[a-z][a-z'-]*$/.test(token.norm) &&
      ![...SKIP].some((t) => token.tags.has(t)) &&
      !/^[A-Z]/.test(token.text.slice(1));
    const capital = /^[A-Z]/.test(token.text) && before !== '^';
    const word = plain && !capital && token.norm.length < 18 ? stem(token.norm) : token.norm === 'ai' ? 'ai' : '';
    if (word) {
      if (word.length > 1) add(`word: ${word}`);
      if (before && before !== '^') add(`words: ${before} ${word}`);
      else if (before === '^') add(`opens: ${word}`);
    }
    before = word;
  }
}

/** A light stemmer: British and American, singular and plural, tenses fall together. */
export function stem(word: string): string {
  let w = word
    .replace(/'s$/, '')
    .replace(/isation|ization/, 'iz')
    .replace(/ise(s|d)?$/, 'ize$1')
    .replace(/ising$/, 'izing')
    .replace(/our(s|ed|ing)?$/, 'or$1');
  if (w.length > 5) w = w.replace(/(?:ing|edly|ed|es|ly)$/, '');
  if (w.length > 3 && /[^su]s$/.test(w)) w = w.slice(0, -1);
  if (w.length > 4 && /e$/.test(w)) w = w.slice(0, -1);
  return w.replace(/([bdfgklmnprt])\1$/, '$1');
}
