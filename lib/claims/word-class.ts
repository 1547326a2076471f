import { anyOf, wordSet } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import type { Token } from './parse';

/** Part of speech as far as reading a clause needs it. `ed`: past tense or participle; `ger`: -ing form. */
export type Class =
  | 'aux'
  | 'verb'
  | 'ed'
  | 'ger'
  | 'noun'
  | 'adj'
  | 'adv'
  | 'num'
  | 'det'
  | 'poss'
  | 'pron'
  | 'prep'
  | 'conj'
  | 'sub'
  | 'rel'
  | 'to';

/** A word, hyphenated ones whole. */
export interface Word extends Span {
  text: string;
  norm: string;
  root: string;
  c: Class;
  /** Punctuation or a dash stands before it. */
  gap: boolean;
  /** A verb that is as often a noun: "model", "support". */
  noun: boolean;
  particle: boolean;
  /** A pronoun with its auxiliary: "it's". */
  pron: boolean;
}

const LISTS: readonly (readonly [Class, ReadonlySet<string>])[] = [
  [
    'aux',
    wordSet(
      'be is are was were been being am have has had do does did will would can could may might shall',
      "should must cannot isn't aren't wasn't weren't haven't hasn't don't doesn't didn't won't wouldn't",
      "can't couldn't shouldn't",
    ),
  ],
  ['to', wordSet('to')],
  ['noun', wordSet('firm firms potential individual professional creative')],
  ['rel', wordSet('that which who whose')],
  ['det', wordSet('the a an this these those every each all any some no both another such many more most several')],
  ['poss', wordSet('our its their your his her my')],
  ['pron', wordSet('we you they it i he she us them me him everyone anyone nobody what there themselves itself')],
  ['conj', wordSet('and or but nor plus &')],
  [
    'sub',
    wordSet(
      'while when if as because since so than where how why whether until after before though although',
      'unless once whereas',
    ),
  ],
  [
    'prep',
    wordSet(
      'of in on at by for from with into over across through via within without between among under against',
      'during per like about around toward towards beyond onto upon despite',
    ),
  ],
  [
    'adv',
    wordSet(
      'not also now already just even still ever never always only too very soon again currently here today',
      'far much',
    ),
  ],
];
const BY_WORD = new Map(LISTS.flatMap(([c, words]) => [...words].map((w) => [w, c] as const)));

/** As often nouns as verbs in this trade. */
const BOTH = wordSet(
  'model task screen use time power value support scale process work report market cost price name',
  'study place plan test benchmark demand design research command code query search order claim record',
  'track program focus start end point rate ship lead pilot return profit result change answer request',
  'review share trade call contract product function feature interface control access purchase cloud',
  'stack service data need impact benefit experience release update upgrade offer match chat note',
  'prompt brand project position measure store team pitch interest surface visit score rank fuel force',
  'bot guard draft figure structure promise gain drive push run build launch turn increase approach',
  'risk cause limit list shape state view transfer progress conduct address issue question check',
  'complaint visit email document shift',
);
/** Verbs beyond doubt in this form, whatever the general lexicon says. */
const SURE = new RegExp(
  '^' +
    anyOf(
      'say|help|enable|allow|let|empower|deliver|give|provide|make|bring|reduce|improve|handle|automate',
      'transform|unlock|resolve|save|keep|pose|excel|outperform|achieve|accelerate|remain|run|ensure|prove',
      'detect|write|add|turn|take|become|represent|introduce|launche|announce|unveil|combine|learn|remove',
      'slashe|eliminate|replace|spot|identifie|generate|predict|solve|tackle|streamline|simplifie|boost',
      'connect|protect|offer|require|contain|include|integrate|extend|expand|exceed|surpasse|reache|rise',
      'grow|earn|adapt|redefine|reinvent|understand|see|get|continue',
    ) +
    's$',
);
const PAST = /^(?:rose|fell|grew)$/;
/** Dictionary forms that the general lexicon lacks. */
const ROOTS = new Map(
  Object.entries({
    driven: 'drive',
    grown: 'grow',
    written: 'write',
    taken: 'take',
    given: 'give',
    seen: 'see',
    known: 'know',
    shown: 'show',
    chosen: 'choose',
    done: 'do',
    led: 'lead',
    taught: 'teach',
    rose: 'rise',
    fell: 'fall',
    grew: 'grow',
  }),
);

function classOf(token: Token): Class {
  const { norm, tags } = token;
  const listed = BY_WORD.get(norm);
  if (listed) return listed;
  if (/^(?:we|you|they|it|i|he|she|that|there|who|what|here)'(?:s|re|ve|ll|d|m)$/.test(norm)) return 'aux';
  if (/(?:'s|s')$/.test(norm)) return 'poss';
  if (tags.has('Value') || tags.has('Money') || tags.has('Percent')) return 'num';
  if (SURE.test(norm)) return 'verb';
  if (PAST.test(norm)) return 'ed';
  if (tags.has('Gerund')) return 'ger';
  if (tags.has('Verb') && !tags.has('Particle'))
    return tags.has('PastTense') || tags.has('Participle') ? 'ed' : tags.has('Modal') ? 'aux' : 'verb';
  if (tags.has('Adverb') || tags.has('Particle')) return 'adv';
  if (tags.has('Adjective')) return 'adj';
  if (tags.has('Pronoun')) return 'pron';
  if (tags.has('Preposition') && !tags.has('Noun')) return 'prep';
  return 'noun';
}

/** The words of a stretch with their classes. `raw` is the sentence before folding: a dash there parts clauses. */
export function wordsOf(raw: string, tokens: Token[], span: Span): Word[] {
  const words: Word[] = [];
  for (const token of tokens) {
    if (token.start < span.start || token.end > span.end) continue;
    const last = words.at(-1);
    const between = last ? raw.slice(last.end, token.start) : '';
    if (last && /^[-\u2010\u2011]$/.test(between)) {
      const c = classOf(token);
      last.text = raw.slice(last.start, token.end);
      last.norm += `-${token.norm}`;
      const before = last.c;
      last.c =
        c === 'ed' || c === 'adj' || c === 'ger' || c === 'num'
          ? 'adj'
          : c === 'verb' && !/s$/.test(token.norm)
            ? 'adj'
            : c;
      if (before === 'prep') last.c = 'adv';
      last.root = `${last.norm.slice(0, -token.norm.length)}${token.root}`;
      last.noun = false;
      last.end = token.end;
      continue;
    }
    let c = classOf(token);
    const gap = /[^\s'"\u2018\u2019\u201c\u201d-]|\s-|-\s|["\u201d]\s?["\u201c]/.test(between);
    // The number of a version belongs to its name: "Halcyon 3".
    if (c === 'num' && /^\d/.test(token.norm) && last?.c === 'noun' && /^[A-Z]/.test(last.text) && !gap) c = 'noun';
    // "In May, the firm said": no auxiliary.
    if (token.text === 'May' && last && (last.c === 'prep' || /^(?:last|next|early|late)$/.test(last.norm)) && !gap)
      c = 'noun';
    if (c === 'noun' && last?.c === 'to' && !gap && SURE.test(`${token.norm}s`)) c = 'verb';
    if (c === 'noun' && /[a-z]s$/.test(token.norm) && last && /^(?:it|he|she)$/.test(last.norm) && !gap) c = 'verb';
    if (SURE.test(token.norm) && last && !gap && /^(?:det|adj|prep)$/.test(last.c)) c = 'noun';
    const root = (ROOTS.get(token.norm) ?? (SURE.test(token.norm) ? token.root.replace(/s$/, '') : token.root)).replace(
      /^to /,
      '',
    );
    words.push({
      text: token.text,
      norm: token.norm,
      root,
      start: token.start,
      end: token.end,
      c,
      gap,
      noun: BOTH.has(root) && !SURE.test(token.norm),
      particle: token.tags.has('Particle'),
      pron: c === 'aux' && /'/.test(token.norm) && !/n't$/.test(token.norm),
    });
  }
  return words;
}
