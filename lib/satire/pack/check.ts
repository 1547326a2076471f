import { KINDS, SHAPES } from '@/lib/model';
import { shortHash } from '../hash';
import type { Condition, JokeLevel, Line, Pack, Parsed, Problem, Section } from '../types';
import { JOKE_LEVELS, SHELVES } from '../types';
import { readConditions, readSays } from './conditions';
import { distinct, type Fault, fault, firstOf, problem } from './faults';
import { MECHANISMS, shapeOf } from './shape';
import { alternates, readTemplate, slotsOf } from './template';

/** Longest joke read, in UTF-16 code units, alternates and slots among them. None over 240 is shown. */
const LONGEST_JOKE = 1_000;
const TONES = ['dry', 'warm', 'silly', 'sharp'];

/** What a writer's weight, 1 to 3, counts for where no judge has rated the line. */
const WRITERS_WORD = [3.3, 3.5, 3.7];

/** Kinds of claim and special shelves: where a joke may belong. */
export const SECTIONS: ReadonlySet<string> = new Set([...KINDS, ...SHELVES]);

/** One joke as it stands in a file, before checking. */
export interface Draft {
  section: string;
  /** Further kinds for which the same joke is written. */
  also: string[];
  topic: string;
  /** What a heading like `== buzzword: seamless ==` adds to the conditions. */
  heading: Condition[];
  level: string;
  mechanism: string;
  tone: string;
  needs: string[];
  when: string[];
  unless: string[];
  weight: string;
  /** What its judges' marks come to, or '' where it has none. */
  rated: string;
  frame: string;
  shape: string;
  /** 'no' where the marks at the beginning are not a quotation. */
  quoted: string;
  text: string;
  at: number;
}

/** Checks drafts into a pack. Any error and there is no pack. */
export function check(drafts: readonly Draft[], found: readonly Problem[], head: Omit<Pack, 'lines'>): Parsed {
  const all = [...found];
  const lines: Line[] = [];
  const seen = new Map<string, number>();
  for (const draft of drafts) {
    const wrong = (what: Fault) => all.push(problem('error', draft.at, what));
    const made = linesOf(draft, head.name, wrong);
    const twin = made.map(({ id }) => seen.get(id)).find((at) => at !== undefined);
    if (twin !== undefined) wrong(fault('twin', { line: twin }));
    lines.push(...made.filter(({ id }) => !seen.has(id)));
    for (const { id } of made) seen.set(id, draft.at);
  }
  if (lines.length === 0 && all.length === 0) all.push(problem('error', 0, fault('no_joke')));
  const pack = { ...head, lines };
  if (all.length === 0) return { pack, problems: [] };
  const problems = firstOf(distinct(all).toSorted((a, b) => a.line - b.line));
  return { pack: null, rest: pack, problems };
}

/** A draft as a line for each of its sections, or none where anything is wrong with it, which is told to `wrong`. */
function linesOf(draft: Draft, pack: string, wrong: (what: Fault) => void): Line[] {
  const sections = [...new Set([draft.section, ...draft.also.filter(Boolean)])];
  const faults = wrongHead(draft, sections);
  // Of an unknown section its heading is told.
  if (!SECTIONS.has(draft.section)) {
    faults.forEach(wrong);
    return [];
  }
  const unfit = unfitText(draft.text);
  if (unfit) {
    [...faults, unfit].forEach(wrong);
    return [];
  }
  const { conditions, wrong: misread } = conditionsOf(draft);
  const { texts, slots, wrong: garbled } = textsOf(draft.text);
  faults.push(...wrongText(draft.text), ...misread);
  if (sections.includes('endnote') && draft.topic === '') faults.push(fault('endnote'));
  faults.push(...garbled);
  if (slots.has('said') && !canQuote(conditions)) faults.push(fault('said'));
  const weight = draft.weight === '' ? 2 : Number(draft.weight);
  const rated = draft.rated === '' ? WRITERS_WORD[weight - 1] : Number(draft.rated);
  if (![1, 2, 3].includes(weight)) faults.push(fault('weight'));
  if (rated !== undefined && !(rated >= 1 && rated <= 5)) faults.push(fault('rated'));
  if (!['', 'yes', 'no'].includes(draft.quoted)) faults.push(fault('quoted'));
  if (draft.shape && !SHAPES.includes(draft.shape as 'statement')) faults.push(fault('shape', { word: draft.shape }));
  faults.forEach(wrong);
  if (faults.length > 0) return [];
  const anchors = conditions.filter((c) => c.test !== 'flag' && !('not' in c && c.not));
  return sections.map((section) => ({
    id: `${pack}/${section}#${shortHash(draft.text)}`,
    section: section as Section,
    topic: draft.topic,
    level: draft.level as JokeLevel,
    mechanism: draft.mechanism,
    tone: draft.tone,
    conditions,
    rated: rated ?? 0,
    ownFrame: draft.frame,
    frame: draft.frame,
    shape: (draft.shape || shapeOf(draft.mechanism, texts[0] ?? draft.text)) as Line['shape'],
    text: draft.text,
    texts,
    unanchored: anchors.length === 0 && slots.size === 0 && draft.topic === '',
    quotes: draft.quoted !== 'no' && !['headline', 'endnote'].includes(section),
    at: draft.at,
  }));
}

/** What is wrong with a joke's kinds and its first line. */
function wrongHead({ section, level, mechanism, tone }: Draft, sections: readonly string[]): Fault[] {
  const out = sections
    .filter((word) => word !== section && !SECTIONS.has(word))
    .map((word) => fault('no_kind', { word }));
  if (!SECTIONS.has(section)) return out;
  if (!JOKE_LEVELS.includes(level as JokeLevel)) out.push(fault('level', { word: level }));
  if (!Object.hasOwn(MECHANISMS, mechanism)) out.push(fault('mechanism', { word: mechanism }));
  if (tone && !TONES.includes(tone)) out.push(fault('tone', { word: tone }));
  return out;
}

/**
 * Why a joke's words are not even looked at; null where they are. Asked before any pattern runs over them: some take the square of a text's
 * length, and a file without blank lines is one joke.
 */
function unfitText(text: string): Fault | null {
  if (text === '') return fault('no_text');
  return text.length > LONGEST_JOKE ? fault('too_long', { count: text.length, most: LONGEST_JOKE }) : null;
}

/** What a joke holds that is no plain text. */
function wrongText(text: string): Fault[] {
  const out: Fault[] = [];
  // Format characters too: they are not seen, and some turn the direction of what is.
  // The soft hyphen says where a word may break, and signs over Arabic figures are seen.
  if (/(?![\u00AD\u0600-\u0605\u06DD\u070F\u08E2])[\p{Cc}\p{Cf}]/u.test(text)) out.push(fault('control'));
  if (/<\/?[a-z!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text)) out.push(fault('html'));
  if (/\b(?:https?|javascript|mailto|data):\S|\bwww\.\w/i.test(text)) out.push(fault('link'));
  return out;
}

/** What a joke's heading and fields ask of a claim. */
function conditionsOf({ heading, needs, when, unless }: Draft): { conditions: Condition[]; wrong: Fault[] } {
  const read = [
    ...needs.map(readConditions),
    ...when.map((text) => readSays(text, false)),
    ...unless.map((text) => readSays(text, true)),
  ];
  return {
    conditions: [...heading, ...read.flatMap(({ conditions }) => conditions)],
    wrong: read.flatMap(({ wrong }) => wrong),
  };
}

/** A joke in each of its forms, and the slots of all of them. */
function textsOf(text: string): { texts: string[]; slots: Set<string>; wrong: Fault[] } {
  const texts = alternates(text);
  if (!texts) return { texts: [], slots: new Set(), wrong: [fault('alternates')] };
  const slots = new Set<string>();
  const wrong: Fault[] = [];
  for (const form of texts) {
    const template = readTemplate(form);
    wrong.push(...template.wrong);
    for (const slot of slotsOf(template.parts)) slots.add(slot);
    if (!template.parts.some((part) => typeof part === 'string' && /[\p{L}\p{N}]/u.test(part)))
      wrong.push(fault('only_slots'));
  }
  return { texts, slots, wrong };
}

/** Whether {said} stands for something: the first condition on words says what it is, and a gap is nothing to quote. */
function canQuote(conditions: readonly Condition[]): boolean {
  const called = conditions.find((c) => c.test === 'says' && !c.not);
  return called?.test === 'says' && called.words.every((word) => !word.includes('*'));
}
