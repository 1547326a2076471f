import type { NoteReason } from '@/lib/model';
import { capital } from '../english/capitals';
import { plain } from '../english/fold';
import { american, ENDINGS } from '../english/stems';
import { evaluateCondition, type Held, type PageState } from './evaluate-condition';
import type { Facts } from './facts';
import { Filler, type Fillings } from './filler';
import { printed, says, saysOne, spoken, together } from './match';
import { countOverlap, imagesOf, keyWords } from './overlap';
import { soughtIn } from './pack/conditions';
import { type Part, readTemplate } from './pack/template';
import { type Specificity, specificityOf } from './specificity';
import type { Line } from './types';

/** A line filled for one claim. */
export interface Filled {
  line: Line;
  text: string;
  working: string;
  why: NoteReason[];
  /** How closely the line is tied to this claim, before the page plan's bonuses and penalties. */
  fit: number;
  specificity: Specificity;
  /** Key words that it brings along, which another note of the page had better not say. */
  images: readonly string[];
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
  const held: Held = { facts, state, counted: { value: null } };
  const why: NoteReason[] = [];
  let fit = 2 + (line.topic === '' ? 0 : 3);
  if (line.topic) why.push({ because: 'about', what: line.topic });
  // What is counted must be known before it is compared.
  const conditions = line.conditions.some((c) => c.test === 'about')
    ? [...line.conditions].sort((a, b) => Number(b.test === 'about') - Number(a.test === 'about'))
    : line.conditions;
  for (const condition of conditions) {
    const met = evaluateCondition(condition, held);
    if (!met) return null;
    fit += met.points;
    if (met.reason) why.push(met.reason);
  }
  const text = quoting(line, line.texts[pick % line.texts.length] ?? '', facts);
  if (text === null) return null;
  const filler = new Filler({ facts, state, counted: held.counted.value, ...askedBy(line, facts) });
  const filled = filler.run(partsOf(text));
  if (filled === null || filled.length > limit) return null;
  if (line.unanchored) fit -= 4;
  // A joke that says a word of the sentence again can be about no other; one that says none might.
  const words = keyWords(filled);
  const overlap = countOverlap(words, facts.keyWords);
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
    images: imagesOf(words, facts.keyWords),
  };
}

/** What a line's conditions ask of a claim, to be said in the joke. All of them hold. */
function askedBy(line: Line, facts: Facts): Omit<Fillings, 'facts' | 'state' | 'counted'> {
  const [said = '', said2 = ''] = line.conditions
    .flatMap((c) => {
      if (c.test !== 'says' || c.not) return [];
      return (c.near && together(facts.text, c.words, c.near)) || [saysOne(facts.text, c.words)];
    })
    .map((word) =>
      printed(facts.sentence, spoken(facts.text, word))
        .replace(/\b(?:ai|agi|ceo|cfo|cto|cio|llm|gpu|api)\b/g, (short) => short.toUpperCase())
        .replace(/'/g, '’'),
    );
  return {
    asksHedge: line.conditions.some((c) => (c.test === 'is' || c.test === 'slot') && c.slot === 'hedge' && !c.not),
    buzzwords: soughtIn(line.conditions, 'buzz'),
    said,
    said2,
    claimed: soughtIn(line.conditions, 'key').flatMap((name) => facts.claimed.get(name) ?? [])[0] ?? '',
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
