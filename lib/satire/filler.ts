/** Puts a claim's own words and sums into the holes of a joke. */
import { withArticle } from '../english/articles';
import { capital, titleCase } from '../english/capitals';
import { plain } from '../english/fold';
import { inWords } from '../english/numbers';
import { plural, possessive } from '../english/plurals';
import { sameWord } from '../english/stems';
import { ingForm } from '../english/verbs';
import type { PageState } from './evaluate-condition';
import type { Facts } from './facts';
import { type Hole, type Part, SUMS } from './pack/template';
import { doneBy, each, perDay, perPerson, type Sum, salaries, shareOfRest } from './sums';
import { type Value, value } from './values';

/** What a joke is filled from: the claim, and what its line's conditions have found there. */
export interface Fillings {
  facts: Facts;
  state: PageState;
  /** The thing that `n~` has found, if the line asks for one. */
  counted: Value | null;
  /** The line asks for a hedge, so that a figure which is a bound may be named. */
  asksHedge: boolean;
  /** Buzzwords that the line answers; any if there are none. */
  buzzwords: readonly string[];
  /** Words of the claim that conditions have found, as the page says them, or ''. */
  said: string;
  said2: string;
  /** The claim's turn of phrase that the line answers, or ''. */
  claimed: string;
}

/** Fills one joke. */
export class Filler {
  /** How many holes took what ties the joke to this very claim, and how many something else. */
  specific = 0;
  general = 0;
  readonly used: string[] = [];
  readonly workings: string[] = [];
  #quotes = false;
  #doubled = false;
  readonly #from: Fillings;

  constructor(from: Fillings) {
    this.#from = from;
  }

  /** The joke's text; null where a hole stays empty, a sum does not come out or a word would be said twice. */
  run(parts: readonly Part[]): string | null {
    let out = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        out += part;
        continue;
      }
      let text = this.#hole(part);
      if (text === null) return null;
      // “about {money|salaries}” where the sum itself says “about”.
      const twice = /\b(about|nearly) $/.exec(out)?.[1];
      if (twice && text.startsWith(`${twice} `)) text = text.slice(twice.length + 1);
      // A dash begins a turn of a dialogue at the beginning or behind a sentence; elsewhere the sentence goes on.
      const begins = out === '' || /(?:[.!?]”? |^“|[.!?] “|(?:^|[.!?…]”? )— )$/.test(out);
      out += begins ? capital(text) : text;
    }
    return this.#quotes && this.#doubled ? null : out;
  }

  #get(slot: string): Value | null {
    const { facts, state, counted, buzzwords, said, said2, claimed } = this.#from;
    switch (slot) {
      case 'buzz': {
        const word = facts.buzzwords.find((b) => buzzwords.length === 0 || buzzwords.some((w) => sameWord(b, w)));
        return word ? value(word) : null;
      }
      case 'said':
        return said ? value(said) : null;
      case 'said2':
        return said2 ? value(said2) : null;
      case 'claimed':
        return claimed ? value(claimed) : null;
      case 'jar':
        return state.jar > 0 ? value(`$${state.jar}`, { amount: state.jar, specific: false }) : null;
    }
    if (slot === 'n' && counted) return counted;
    if (slot === 'nwords' && counted) return { ...counted, text: inWords(counted.amount ?? 0) };
    return facts.values.get(slot) ?? null;
  }

  #says(text: string): boolean {
    return plain(text).includes(plain(this.#from.said));
  }

  #hole(hole: Hole): string | null {
    if (/^\d+$/.test(hole.slot)) {
      const count = Number(hole.slot);
      return `${inWords(count)} ${count === 1 ? hole.noun : plural(hole.noun)}`;
    }
    const own = hole.slot.endsWith("'s");
    const slot = own ? hole.slot.slice(0, -2) : hole.slot;
    const value = this.#get(slot);
    if (!value) return null;
    if (value.bounded && !this.#from.asksHedge) return null;
    // "1 agents", "1 hours": a number below two fits no plural.
    if (['n', 'nwords', 'hours'].includes(slot) && hole.noun === '' && (value.amount ?? 0) < 2) return null;
    if (value.working) this.workings.push(value.working);
    // “Groundbreaking”: a groundbreaking engine. Once is enough.
    if (this.#from.said !== '' && slot !== 'said' && slot !== 'said2' && this.#says(value.text)) this.#doubled = true;
    if (slot === 'said') this.#quotes = true;
    this.used.push(slot);
    if (value.specific) this.specific++;
    else this.general++;
    let text = value.text;
    for (const helper of hole.helpers) {
      const next = this.#help(helper, value, text);
      if (next === null) return null;
      text = next;
    }
    if (hole.noun) text = `${text} ${value.amount === 1 ? hole.noun : plural(hole.noun)}`;
    return own ? possessive(text) : text;
  }

  #help(helper: string, value: Value, text: string): string | null {
    if (SUMS.has(helper)) {
      const sum = this.#sum(helper, value);
      if (!sum) return null;
      this.workings.push(sum.working);
      return sum.text;
    }
    switch (helper) {
      case 'a':
        return withArticle(text);
      case 'A':
        return capital(withArticle(text));
      case 's':
        return plural(text);
      case 'cap':
        return capital(text);
      case 'title':
        return titleCase(text);
      case 'ing':
        return ingForm(text);
      case 'words':
        return value.amount === null ? null : inWords(value.amount);
      default: {
        // {year|+4}
        const moved = value.amount === null ? Number.NaN : value.amount + Number(helper);
        return Number.isFinite(moved) ? String(moved) : null;
      }
    }
  }

  #sum(helper: string, value: Value): Sum | null {
    const amount = value.amount;
    if (amount === null || value.bounded) return null;
    const { currency, rough, text } = value;
    switch (helper) {
      case 'each': {
        const n = this.#get('n');
        if (!n || n.amount === null || n.bounded) return null;
        return each(amount, currency, n.amount, n.text, text, rough || n.rough);
      }
      case 'perday':
        return perDay(amount, currency, text, rough);
      case 'perperson':
        return perPerson(amount, currency, text, rough);
      case 'salaries':
        return salaries(amount, currency, text);
      case 'share': {
        const pct = this.#from.facts.values.get('pct');
        return pct?.amount == null || !this.#from.facts.values.has('rest')
          ? null
          : shareOfRest(amount, pct.amount, text);
      }
      case 'doneby':
        return doneBy(amount);
      default:
        return null;
    }
  }
}
