import type { NoteReason } from '@/lib/model';
import { plain } from '../english/fold';
import { sameWord } from '../english/stems';
import { only } from './claim-view';
import type { Facts } from './facts';
import { namesWord, says, saysOne, together } from './match';
import type { Condition } from './types';
import type { Value } from './values';

/** What the page as a whole adds to a claim. */
export interface PageState {
  /** Dollars in the buzzword jar so far. */
  jar: number;
}

interface Met {
  /** Points of fit, and what speaks for the line; null where that is only that something is not there. */
  points: number;
  reason: NoteReason | null;
}

const yes = (points: number, reason: NoteReason | null): Met => ({ points, reason });

/** Sought words without the marks of the pack's syntax. */
const shown = (sought: string): string => sought.replace(/[$*]/g, '');

/** What conditions are held against. */
export interface Held {
  facts: Facts;
  state: PageState;
  /** What `n~` has found, and is set by it. */
  counted: { value: Value | null };
}

/** A condition of one test. */
type Of<T extends Condition['test']> = Extract<Condition, { test: T }>;

/** Whether a condition holds for a claim: what that is worth and why, or null. */
export function evaluateCondition(condition: Condition, held: Held): Met | null {
  switch (condition.test) {
    case 'slot':
      return hasSlot(condition, held);
    case 'flag':
      return hasFlag(condition, held);
    case 'says':
      return condition.near ? saysTogether(condition, condition.near, held) : saysWord(condition, held);
    case 'compare':
      return compares(condition, held);
    case 'about':
      return condition.slot === 'n' ? counts(condition, held) : isAbout(condition, held);
    case 'is': {
      const met = is(condition, held);
      return condition.not ? (met ? null : yes(0, null)) : met;
    }
  }
}

function hasSlot({ slot, not }: Of<'slot'>, { facts, state }: Held): Met | null {
  const filled: Record<string, boolean> = {
    buzz: facts.buzzwords.length > 0,
    jar: state.jar > 0,
    claimed: facts.claimed.size > 0,
  };
  if ((filled[slot] ?? facts.values.has(slot)) === not) return null;
  return yes(0, not ? null : { because: 'has', slot });
}

function hasFlag({ flag, not }: Of<'flag'>, { facts }: Held): Met | null {
  if (facts.flags.has(flag) === not) return null;
  return yes(0, not ? null : { because: 'flag', flag });
}

function saysTogether({ words, not }: Of<'says'>, near: readonly string[], { facts }: Held): Met | null {
  const pair = together(facts.text, words, near);
  if ((pair !== null) === not) return null;
  return pair ? yes(6, { because: 'says', words: pair.map(shown), near: true }) : yes(0, null);
}

function saysWord({ words, not }: Of<'says'>, { facts }: Held): Met | null {
  const word = saysOne(facts.text, words);
  if ((word !== '') === not) return null;
  return not ? yes(0, null) : yes(2, { because: 'says', words: [shown(word)], near: false });
}

const COMPARISONS: Record<Of<'compare'>['op'], (amount: number, value: number) => boolean> = {
  '>=': (amount, value) => amount >= value,
  '<=': (amount, value) => amount <= value,
  '>': (amount, value) => amount > value,
  '<': (amount, value) => amount < value,
};

function compares({ slot, op, value }: Of<'compare'>, held: Held): Met | null {
  const amount = amountOf(slot, held);
  return amount !== null && COMPARISONS[op](amount, value) ? yes(0, { because: 'compares', slot, op, value }) : null;
}

/** `n~`: exactly one thing of the claim is counted in one of the words; `!n~`: none is. */
function counts({ words, not }: Of<'about'>, { facts, counted }: Held): Met | null {
  const hits = facts.counts.filter(({ unit }) => saysOne(unit, words) !== '');
  if (not) return hits.length === 0 ? yes(0, null) : null;
  const hit = only(hits);
  if (!hit) return null;
  counted.value = hit;
  return yes(4, { because: 'counts', what: hit.unit });
}

/** Slots that hold names, which are compared word by word. */
const NAMES: ReadonlySet<string> = new Set(['co', 'partner', 'thing']);

function isAbout({ slot, words, not }: Of<'about'>, { facts }: Held): Met | null {
  const text = facts.values.get(slot)?.text;
  if (!text) return not ? yes(0, null) : null;
  const names = (word: string) => namesWord(text, word) || namesWord(text, `${word}s`);
  const hit = words.some((word) => (NAMES.has(slot) ? names(word) : says(plain(text), word)));
  if (hit === not) return null;
  return not ? yes(0, null) : yes(5, { because: 'about', what: text });
}

function is({ slot, words }: Of<'is'>, { facts }: Held): Met | null {
  switch (slot) {
    case 'kind':
      return words.includes(facts.kind) ? yes(0, { because: 'kind', kinds: [facts.kind] }) : null;
    case 'key': {
      const name = words.find((word) => facts.keys.has(word));
      return name ? yes(4, { because: 'pattern', name }) : null;
    }
    case 'buzz': {
      const word = words.find((one) => facts.buzzwords.some((buzzword) => sameWord(buzzword, one)));
      return word ? yes(3, { because: 'buzzword', word }) : null;
    }
    case 'hedge': {
      const word = words.find((one) => facts.hedges.some((hedge) => hedge === one || says(hedge, `${one}$`)));
      return word ? yes(3, { because: 'hedge', word }) : null;
    }
    default: {
      const text = plain(facts.values.get(slot)?.text ?? '');
      return words.includes(text) ? yes(3, { because: 'holds', slot, text }) : null;
    }
  }
}

function amountOf(slot: string, { facts, state, counted }: Held): number | null {
  if (slot === 'jar') return state.jar;
  if (slot === 'n' && counted.value) return counted.value.amount;
  return facts.values.get(slot)?.amount ?? null;
}
