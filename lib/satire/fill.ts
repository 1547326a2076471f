import type { NoteReason } from '@/lib/model';
import { withArticle } from '../english/articles';
import { capital, titleCase } from '../english/capitals';
import { plain } from '../english/fold';
import { inWords } from '../english/numbers';
import { plural, possessive } from '../english/plurals';
import { american, ENDINGS, sameWord } from '../english/stems';
import { ingForm } from '../english/verbs';
import { evaluateCondition, type PageState } from './evaluate-condition';
import type { Facts } from './facts';
import { says, saysOne, spoken, together } from './match';
import { countOverlap } from './overlap';
import { type Hole, type Part, readTemplate, SUMS } from './pack/template';
import { isKeyed, type Specificity, specificityOf } from './specificity';
import { doneBy, each, perDay, perPerson, type Sum, salaries, shareOfRest } from './sums';
import type { Line } from './types';
import type { Value } from './values';

/** A line filled for one claim. */
export interface Filled {
  line: Line;
  text: string;
  working: string;
  why: NoteReason[];
  /** How closely the line is tied to this claim, before the page plan's bonuses and penalties. */
  fit: number;
  specificity: Specificity;
  /** Says a word of the claim again, or fills a slot with its own. */
  overlaps: boolean;
}

/** What it is worth to say a key word of the claim again, and what it costs to say none. */
const OVERLAP = 2;
const STRANGER = -9;

const templates = new Map<string, readonly Part[]>();

/** Parts of a joke, split once. */
function partsOf(text: string): readonly Part[] {
  let parts = templates.get(text);
  if (!parts) {
    parts = readTemplate(text).parts;
    templates.set(text, parts);
  }
  return parts;
}

/** Whether a line belongs beside a claim of this kind and topic, before its own conditions are asked. */
function belongs(line: Line, facts: Facts): boolean {
  if (line.section !== 'endnote' && line.topic !== '' && !facts.topics.has(line.topic)) return false;
  // A line for the claim's second kind must be called by a word of the sentence.
  if (line.section === facts.claim.second) return line.conditions.some((c) => c.test === 'says' && !c.not);
  return line.section === facts.kind || ['buzzword', 'hedge', 'any', 'headline', 'endnote'].includes(line.section);
}

/**
 * Fills a line for a claim. Null if any condition fails, a slot is missing, a sum does not come out or the grammar would slip:
 * there are no default fillers.
 * @param pick chooses among alternates; longest text in `limit` characters
 */
export function fill(line: Line, facts: Facts, state: PageState, limit: number, pick = 0): Filled | null {
  if (!belongs(line, facts)) return null;
  const counted: { value: Value | null } = { value: null };
  const why: NoteReason[] = [];
  let fit = 2 + (line.topic === '' ? 0 : 3);
  if (line.topic) why.push({ because: 'about', what: line.topic });
  // What is counted must be known before it is compared.
  const conditions = line.conditions.some((c) => c.test === 'about')
    ? [...line.conditions].sort((a, b) => Number(b.test === 'about') - Number(a.test === 'about'))
    : line.conditions;
  for (const condition of conditions) {
    const met = evaluateCondition(condition, facts, state, counted);
    if (!met) return null;
    fit += met.points;
    if (met.reason) why.push(met.reason);
  }
  const asksHedge = line.conditions.some((c) => (c.test === 'is' || c.test === 'slot') && c.slot === 'hedge');
  const words = line.conditions.flatMap((c) => (c.test === 'is' && c.slot === 'buzz' ? c.words : []));
  const text = quoting(line, line.texts[pick % line.texts.length] ?? '', facts);
  if (text === null) return null;
  const [said = '', said2 = ''] = line.conditions
    .flatMap((c) => {
      if (c.test !== 'says' || c.not) return [];
      return (c.near && together(facts.text, c.words, c.near)) || [saysOne(facts.text, c.words)];
    })
    .map((word) =>
      spoken(facts.text, word)
        .replace(/\b(?:ai|agi|ceo|cfo|cto|cio|llm|gpu|api)\b/g, (word) => word.toUpperCase())
        .replace(/'/g, '’'),
    );
  const keys = line.conditions.flatMap((c) => (c.test === 'is' && c.slot === 'key' ? c.words : []));
  const claimed = keys.flatMap((name) => facts.claimed.get(name) ?? [])[0] ?? '';
  const filler = new Filler(facts, state, counted.value, asksHedge, words, said, said2, claimed);
  const filled = filler.run(partsOf(text));
  if (filled === null || filled.length > limit) return null;
  if (line.unanchored) fit -= 4;
  // A joke that says a word of the sentence again can be about no other; one that says none might.
  const overlap = countOverlap(filled, facts.keyWords);
  const named = filler.used.includes('co') || filler.specific > 0;
  fit += overlap > 0 ? Math.min(overlap, 2) * OVERLAP : named ? STRANGER / 2 : STRANGER;
  fit += Math.min(9, 3 * filler.specific) + (filler.general > 0 ? 1 : 0) + (filler.workings.length > 0 ? 2 : 0);
  for (const slot of filler.used) why.push({ because: 'uses', slot });
  return {
    line,
    text: filled,
    working: [...new Set(filler.workings)].join('; '),
    why: distinct(why),
    fit,
    specificity: specificityOf(line, filler.used),
    overlaps: overlap > 0 || filler.specific > 0 || isKeyed(line),
  };
}

function distinct(reasons: readonly NoteReason[]): NoteReason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/**
 * A joke that opens on quoted words answers the page, so the page must say those very words. One word is put into the form that
 * the page uses (“Efficiency” for “efficient”) where the sentence does not lean on it with a comma. Null if the page does not say
 * it. A line may opt out with `quoted: no` where the marks are no quotation: an idiom, a form of words.
 */
function quoting(line: Line, text: string, facts: Facts): string | null {
  if (!line.quotes || line.shape === 'quote' || line.mechanism === 'fictional_source') return text;
  const words = /^“([^”{}]+)”/.exec(text)?.[1];
  if (!words) return text;
  const quoted = plain(words)
    .replace(/[.,:;?!…]+$/, '')
    .replace(/-/g, ' ');
  const page = facts.text.replace(/-/g, ' ');
  if (says(page, `${quoted}$`)) return text;
  if (quoted.includes(' ') || /[,;]$/.test(words)) return null;
  const stem = american(quoted).replace(ENDINGS, '');
  if (stem.length < 4) return null;
  const found = page
    .match(/[\p{L}']+/gu)
    ?.find((w) => american(w).startsWith(stem) && (w === stem || ENDINGS.test(w)) && w.length < stem.length + 8);
  return found ? `“${capital(found)}${/[.?!…]+$/.exec(words)?.[0] ?? ''}”${text.slice(words.length + 2)}` : null;
}

class Filler {
  specific = 0;
  general = 0;
  private quotes = false;
  private doubled = false;
  readonly used: string[] = [];
  readonly workings: string[] = [];

  constructor(
    private readonly facts: Facts,
    private readonly state: PageState,
    private readonly counted: Value | null,
    private readonly asksHedge: boolean,
    private readonly buzzwords: readonly string[],
    private readonly said: string,
    private readonly said2: string,
    private readonly claimed: string,
  ) {}

  run(parts: readonly Part[]): string | null {
    let out = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        out += part;
        continue;
      }
      let text = this.hole(part);
      if (text === null) return null;
      // “about {money|salaries}” where the sum itself says “about”.
      const twice = /\b(about|nearly) $/.exec(out)?.[1];
      if (twice && text.startsWith(`${twice} `)) text = text.slice(twice.length + 1);
      const starts = out === '' || /(?:[.!?:]”? |^“|[.!?] “|— )$/.test(out);
      // After a colon or dash a sentence need not begin; only a true beginning takes the capital.
      const begins = starts && !/: $/.test(out);
      out += begins ? capital(text) : text;
    }
    return this.quotes && this.doubled ? null : out;
  }

  private get(slot: string): Value | null {
    const at = (text: string, amount: number | null): Value => ({
      text,
      amount,
      currency: '',
      rough: false,
      bounded: false,
      working: '',
      specific: false,
    });
    if (slot === 'n' && this.counted) return this.counted;
    if (slot === 'nwords' && this.counted) return { ...this.counted, text: inWords(this.counted.amount ?? 0) };
    if (slot === 'buzz') {
      const said = this.facts.buzzwords.find(
        (b) => this.buzzwords.length === 0 || this.buzzwords.some((w) => sameWord(b, w)),
      );
      return said ? { ...at(said, null), specific: true } : null;
    }
    if (slot === 'said') return this.said ? { ...at(this.said, null), specific: true } : null;
    if (slot === 'claimed') return this.claimed ? { ...at(this.claimed, null), specific: true } : null;
    if (slot === 'said2') return this.said2 ? { ...at(this.said2, null), specific: true } : null;
    if (slot === 'jar') return this.state.jar > 0 ? at(`$${this.state.jar}`, this.state.jar) : null;
    return this.facts.values.get(slot) ?? null;
  }

  private says(text: string): boolean {
    return plain(text).includes(plain(this.said));
  }

  private hole(hole: Hole): string | null {
    if (/^\d+$/.test(hole.slot)) {
      const count = Number(hole.slot);
      return `${inWords(count)} ${count === 1 ? hole.noun : plural(hole.noun)}`;
    }
    const own = hole.slot.endsWith("'s");
    const slot = own ? hole.slot.slice(0, -2) : hole.slot;
    const value = this.get(slot);
    if (!value) return null;
    if (value.bounded && !this.asksHedge) return null;
    // "1 agents": a number of people below two fits no plural.
    if ((slot === 'n' || slot === 'nwords') && hole.noun === '' && (value.amount ?? 0) < 2) return null;
    if (value.working) this.workings.push(value.working);
    // “Groundbreaking”: a groundbreaking engine. Once is enough.
    if (this.said !== '' && slot !== 'said' && slot !== 'said2' && this.says(value.text)) this.doubled = true;
    if (slot === 'said') this.quotes = true;
    this.used.push(slot);
    if (value.specific) this.specific++;
    else this.general++;
    let text = value.text;
    for (const helper of hole.helpers) {
      const next = this.help(helper, value, text);
      if (next === null) return null;
      text = next;
    }
    if (hole.noun) text = `${text} ${value.amount === 1 ? hole.noun : plural(hole.noun)}`;
    return own ? possessive(text) : text;
  }

  private help(helper: string, value: Value, text: string): string | null {
    if (SUMS.has(helper)) {
      const sum = this.sum(helper, value);
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

  private sum(helper: string, value: Value): Sum | null {
    const amount = value.amount;
    if (amount === null || value.bounded) return null;
    const { currency, rough, text } = value;
    switch (helper) {
      case 'each': {
        const n = this.facts.values.get('n');
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
        const pct = this.facts.values.get('pct');
        return pct?.amount == null || !this.facts.values.has('rest') ? null : shareOfRest(amount, pct.amount, text);
      }
      case 'doneby':
        return doneBy(amount);
      default:
        return null;
    }
  }
}
