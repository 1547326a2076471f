import type { NoteReason } from '@/lib/model';
import { plain } from '../english/fold';
import { sameWord } from '../english/stems';
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

/** Whether a condition holds for a claim: what that is worth and why, or null. `counted` is what `n~` has found, and is set here. */
export function evaluateCondition(
  condition: Condition,
  facts: Facts,
  state: PageState,
  counted: { value: Value | null },
): Met | null {
  switch (condition.test) {
    case 'slot': {
      const has =
        condition.slot === 'buzz'
          ? facts.buzzwords.length > 0
          : condition.slot === 'jar'
            ? state.jar > 0
            : condition.slot === 'claimed'
              ? facts.claimed.size > 0
              : facts.values.has(condition.slot);
      return has !== condition.not ? yes(0, condition.not ? null : { because: 'has', slot: condition.slot }) : null;
    }
    case 'flag':
      return facts.flags.has(condition.flag) !== condition.not
        ? yes(0, condition.not ? null : { because: 'flag', flag: condition.flag })
        : null;
    case 'says': {
      if (condition.near) {
        const pair = together(facts.text, condition.words, condition.near);
        if ((pair !== null) === condition.not) return null;
        return pair ? yes(6, { because: 'says', words: pair.map(shown), near: true }) : yes(0, null);
      }
      const word = saysOne(facts.text, condition.words);
      if ((word !== '') === condition.not) return null;
      return condition.not ? yes(0, null) : yes(2, { because: 'says', words: [shown(word)], near: false });
    }
    case 'compare': {
      const amount = amountOf(condition.slot, facts, state, counted.value);
      if (amount === null) return null;
      const { op, value } = condition;
      const ok =
        op === '>='
          ? amount >= value
          : op === '<='
            ? amount <= value
            : op === '>'
              ? amount > value
              : op === '<'
                ? amount < value
                : amount === value;
      return ok ? yes(0, { because: 'compares', slot: condition.slot, op, value }) : null;
    }
    case 'about': {
      if (condition.slot === 'n') {
        const hit = facts.counts.filter((c) => saysOne(c.unit, condition.words) !== '');
        if (hit.length !== 1 || !hit[0]) return null;
        counted.value = hit[0];
        return yes(4, { because: 'counts', what: hit[0].unit });
      }
      const text = facts.values.get(condition.slot)?.text;
      if (!text) return condition.not ? yes(0, null) : null;
      const named = condition.slot === 'co' || condition.slot === 'partner';
      const whole = named || condition.slot === 'thing';
      const hit = condition.words.find((w) =>
        whole ? namesWord(text, w) || namesWord(text, `${w}s`) : says(plain(text), w),
      );
      if ((hit !== undefined) === condition.not) return null;
      return condition.not ? yes(0, null) : yes(5, { because: 'about', what: text });
    }
    case 'is': {
      if (condition.slot === 'kind')
        return condition.words.includes(facts.kind) ? yes(0, { because: 'kind', kinds: [facts.kind] }) : null;
      if (condition.slot === 'key') {
        const hit = condition.words.find((w) => facts.keys.has(w));
        return hit ? yes(4, { because: 'pattern', name: hit }) : null;
      }
      if (condition.slot === 'buzz') {
        const hit = condition.words.find((w) => facts.buzzwords.some((b) => sameWord(b, w)));
        return hit ? yes(3, { because: 'buzzword', word: hit }) : null;
      }
      if (condition.slot === 'hedge') {
        const hit = condition.words.find((w) => facts.hedges.some((h) => h === w || says(h, `${w}$`)));
        return hit ? yes(3, { because: 'hedge', word: hit }) : null;
      }
      const text = plain(facts.values.get(condition.slot)?.text ?? '');
      return condition.words.includes(text) ? yes(3, { because: 'holds', slot: condition.slot, text }) : null;
    }
  }
}

function amountOf(slot: string, facts: Facts, state: PageState, counted: Value | null): number | null {
  if (slot === 'jar') return state.jar;
  if (slot === 'n' && counted) return counted.amount;
  return facts.values.get(slot)?.amount ?? null;
}
