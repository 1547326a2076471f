import { KINDS } from '@/lib/model';
import { HEADLINE_WORDS } from './headline-and-end';
import { STOPS } from './levels';
import { soughtIn } from './pack/conditions';
import { distinct, type Fault, fault, problem } from './pack/faults';
import { FIELDS } from './pack/parse';
import { assignFrames } from './pack/shape';
import { readTemplate, slotsOf } from './pack/template';
import { NAMELESS, OF_THE_PAGE, WORDED } from './slots';
import { TOPIC_NAMES } from './topics';
import { type Condition, END_SHELVES, type Line, type Pack, type Problem } from './types';

/** What the style guide asks of a pack as a whole or of single lines, beyond what makes it readable. */
const STALE =
  /bathroom break|skynet|terminator|trench ?coat|guinea pig|clippy|glorified autocomplete|parrot|snake oil|emperor’s (?:new )?clothes|mushroom|hoodie|kombucha|six fingers|what could go wrong|nobody asked for this|checks notes|experts say|literally/i;
const OPENERS = /^(?:In what|Turns out|Imagine|Nothing says|Because)\b/;
const WORN = /\bhas been asked to\b|, which is \w+ for \w+\./;

/**
 * Advice on a pack, line by line and as a whole: words that name nothing, and the checklist of the house style.
 * @param keys the names that `key=` may ask for; without them those are not looked at
 */
export function lint(pack: Pack, keys?: ReadonlySet<string>): Problem[] {
  const out: Problem[] = [];
  const say = (line: number, what: Fault) => out.push(problem('warning', line, what));
  const openers = new Map<string, number>();
  let worn = 0;
  let unanchored = 0;
  for (const line of pack.lines) {
    for (const what of neverTold(line, keys)) say(line.at, what);
    if (line.unanchored && line.section === 'any') unanchored++;
    for (const text of line.texts) {
      if (/!(?!\s*”)/.test(text) && line.shape !== 'quote' && line.shape !== 'dialogue')
        say(line.at, fault('exclamation'));
      if (/\p{Extended_Pictographic}/u.test(text.replace(/[☑★]/gu, ''))) say(line.at, fault('emoji'));
      const stale = STALE.exec(text);
      if (stale) say(line.at, fault('stale', { word: stale[0] }));
      if (/\d\.\d%/.test(text)) say(line.at, fault('decimal'));
      if (
        /\{(?:co|company|product|tech|technology|workers|thing|partner|place)\}[.”]*$/.test(text) &&
        line.shape !== 'headline'
      )
        say(line.at, fault('ends_on_name'));
      if (/\bthe \{workers\}'s|\{workers\} is\b|\{co\} are\b|\{company\} are\b/i.test(text))
        say(line.at, fault('agree'));
      const sentences = (text.match(/[.?!](?=\s|$|”\s|”$)/g) ?? []).length;
      if (sentences > 3 && !['list', 'dialogue', 'document', 'ad'].includes(line.shape))
        say(line.at, fault('sentences', { count: sentences }));
      if (line.shape === 'list' && /\b6\. /.test(text)) say(line.at, fault('items'));
      if (line.shape === 'dialogue' && (text.match(/— /g) ?? []).length > 5) say(line.at, fault('turns'));
      if (WORN.test(text)) worn++;
    }
    const opener = OPENERS.exec(line.texts[0] ?? '')?.[0];
    if (opener) openers.set(opener, (openers.get(opener) ?? 0) + 1);
  }
  const total = pack.lines.length;
  if (total < 20) return distinct(out);
  for (const [opener, count] of openers)
    if (count > Math.max(2, 0.03 * total)) say(0, fault('openers', { count, opener, total }));
  if (worn > Math.max(2, 0.01 * total)) say(0, fault('worn', { count: worn }));
  if (unanchored > 0.15 * total) say(0, fault('unanchored', { count: unanchored, total }));
  return distinct(out);
}

/** Whether one word is the other with a letter left out: “Need” and “needs”. With one exchanged, many a joke begins: “Then:”, “None:”. */
function isSlip(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return (
    long.length - short.length === 1 && [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
  );
}

const listed = (words: Iterable<string>): string => [...words].join(', ');

/** Slots whose figures are printed with commas: “5,000”. */
const WITH_COMMAS: ReadonlySet<string> = new Set(['n', 'users', 'hours']);

/** A condition that no claim meets, as its writer put it; null where one may. */
function neverHolds(condition: Condition, absent: (slot: string) => boolean): string | null {
  if (!('slot' in condition) || ('not' in condition && condition.not)) return null;
  const { slot } = condition;
  switch (condition.test) {
    case 'slot':
      return NAMELESS.has(slot) || absent(slot) ? slot : null;
    case 'compare':
      return WORDED.has(slot) || absent(slot) ? `${slot}${condition.op}${condition.value}` : null;
    case 'is': {
      const strange = (word: string) => word.startsWith('=') || (WITH_COMMAS.has(slot) && /^\d{4,}$/.test(word));
      const never = NAMELESS.has(slot) || absent(slot) || condition.words.every(strange);
      return never ? `${slot}=${condition.words.join('|')}` : null;
    }
    case 'about':
      return NAMELESS.has(slot) || absent(slot) ? `${slot}~${condition.words.join('|')}` : null;
  }
}

/** Slots of a joke's texts that nothing fills, whatever the claim. */
function neverFilled({ conditions, texts }: Line, absent: (slot: string) => boolean): string[] {
  const said = conditions.flatMap((c) => (c.test === 'says' && !c.not ? [c.words, ...(c.near ? [c.near] : [])] : []));
  const quotable = said[1]?.some((word) => !word.includes('*'));
  const keyed = soughtIn(conditions, 'key').length > 0;
  return texts
    .flatMap((text) => slotsOf(readTemplate(text).parts))
    .filter((slot) => absent(slot) || (slot === 'said2' && !quotable) || (slot === 'claimed' && !keyed));
}

/** What keeps a line from ever being told, or tells more of it than its writer meant: words that name nothing. */
function neverTold(line: Line, keys?: ReadonlySet<string>): Fault[] {
  const { section, topic, conditions, texts } = line;
  const out: Fault[] = [];
  const absent = (slot: string) => section !== 'endnote' && OF_THE_PAGE.has(slot);
  for (const slot of neverFilled(line, absent)) out.push(fault('never_filled', { slot }));
  for (const part of conditions.map((one) => neverHolds(one, absent)))
    if (part) out.push(fault('never_holds', { part }));
  if (line.unanchored && (section === 'buzzword' || section === 'hedge')) out.push(fault('uncalled'));
  const bare = texts.map((text) => readTemplate(text).parts.map((part) => (typeof part === 'string' ? part : '')));
  const count = Math.min(...bare.map((parts) => parts.join('').length));
  const most = STOPS.onion.longest;
  if (count > most) out.push(fault('never_short', { count, most }));
  const words = Math.min(...texts.map((text) => text.replace(/\{[^}]*\}/g, 'x').split(/\s+/).length));
  if (section === 'headline' && words > HEADLINE_WORDS)
    out.push(fault('headline_words', { count: words, most: HEADLINE_WORDS }));
  const topics: ReadonlySet<string> = section === 'endnote' ? new Set(END_SHELVES) : TOPIC_NAMES;
  if (topic !== '' && !topics.has(topic)) out.push(fault('topic', { topics: listed(topics), word: topic }));
  for (const { slot, words } of conditions.filter((one) => one.test === 'is')) {
    const known = slot === 'kind' ? new Set<string>(KINDS) : slot === 'key' ? keys : undefined;
    const strange = known ? words.filter((word) => !known.has(word)) : [];
    for (const word of strange) out.push(fault(slot === 'kind' ? 'kind' : 'key', { word }));
  }
  const field = /^(\p{L}+)\s*:\s/u.exec(texts[0] ?? '')?.[1];
  if (field && (/^[a-z]/.test(field) || FIELDS.some((name) => isSlip(field.toLowerCase(), name))))
    out.push(fault('field', { fields: listed(FIELDS), word: field }));
  return out;
}

/** Pairs of jokes that share a frame, so will never meet on a page: [line, earlier line]. */
export function twins(pack: Pack): [Line, Line][] {
  const first = new Map<string, Line>();
  const pairs: [Line, Line][] = [];
  const lines = pack.lines.map((line) => ({ ...line }));
  assignFrames(lines);
  for (const line of lines) {
    const met = first.get(line.frame);
    if (met && met.text !== line.text) pairs.push([line, met]);
    else if (!met) first.set(line.frame, line);
  }
  return pairs;
}
