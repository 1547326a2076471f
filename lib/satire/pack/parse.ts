import { flat } from '@/lib/english/fold';
import { KINDS, SHAPES } from '@/lib/model';
import { shortHash } from '../hash';
import type { Condition, JokeLevel, Line, Pack, Parsed, Problem, Section } from '../types';
import { JOKE_LEVELS, SHELVES } from '../types';
import { readConditions, readSays } from './conditions';
import { distinct, type Fault, fault, firstOf, problem } from './faults';
import { MECHANISMS, shapeOf } from './shape';
import { alternates, curly, readTemplate, slotsOf } from './template';

/** Largest pack read, in UTF-16 code units. The largest of the house's own files is a twentieth of this. */
const MAX_PACK = 1_000_000;
/** Longest joke read, in UTF-16 code units, alternates and slots among them. None over 240 is shown. */
const LONGEST_JOKE = 1_000;
/** Longest line read, in UTF-16 code units. The longest of the house's own has 773. */
const LONGEST_LINE = 2_000;
/** Longest name of a pack or its writer, in characters. A pack's stands in the id of every line. */
const LONGEST_NAME = 60;
const TONES = ['dry', 'warm', 'silly', 'sharp'];

/** What a writer's weight, 1 to 3, counts for where no judge has rated the line. */
const WRITERS_WORD = [3.3, 3.5, 3.7];

/** What may stand between a joke's first line and its words. */
export const FIELDS = [
  'needs',
  'when',
  'unless',
  'weight',
  'rated',
  'frame',
  'shape',
  'topic',
  'also',
  'quoted',
  'note',
] as const;
const FIELD = new RegExp(`^(${FIELDS.join('|')})\\s*:\\s*(.*)$`, 'i');

/** Kinds of claim and special shelves: where a joke may belong. */
const SECTIONS: ReadonlySet<string> = new Set([...KINDS, ...SHELVES]);

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

/** Says what makes a file unreadable as a whole, or null. */
export function unreadable(text: string): Fault | null {
  if (text.length > MAX_PACK) return fault('too_large', { size: (text.length / 1e6).toFixed(1) });
  if (text.includes('\uFFFD')) return fault('not_utf8');
  if (text.includes('\0')) return fault('nul');
  return null;
}

/** Section and what else a heading says: `== labour-equivalence: chatbot ==`, `== buzzword: at scale ==`. */
function readHeading(inside: string): { section: string; topic: string; heading: Condition[] } {
  const [section = '', rest = ''] = inside.split(/:(.*)/s).map((p) => p.trim().toLowerCase());
  const slot = section === 'buzzword' ? 'buzz' : section === 'hedge' ? 'hedge' : null;
  if (rest && slot) {
    const words = rest.split('|').map((w) => w.trim());
    return { section, topic: '', heading: [{ test: 'is', slot, words, not: false }] };
  }
  return { section, topic: rest, heading: [] };
}

/** What a line like `== deal ==   # the comment` says between its signs; null where it is no heading. */
function headingOf(line: string): string | null {
  const signs = /^={2,}/.exec(line)?.[0].length;
  if (!signs) return null;
  const rest = line.slice(signs);
  // Only from the first sign of a run, so that a line of nothing but signs is gone through once.
  const close = /(?<!=)={2,}(?!=)\s*(?:#|$)/.exec(rest);
  if (close) return rest.slice(0, close.index).trim();
  return signs >= 4 && /^\s*(?:#|$)/.test(rest) ? '' : null;
}

const isTooLong = (line: string): boolean => line.length > LONGEST_LINE;

const nameOf = (text: string): string => [...text.replace(/\p{C}/gu, '').trim()].slice(0, LONGEST_NAME).join('');

/**
 * Reads a pack in plain text.
 * @param text the file; @param fileName names the pack where it does not name itself
 * @returns the pack, or null if anything in it is wrong, and every problem with its line number
 */
export function parsePack(text: string, fileName: string): Parsed {
  const stop = unreadable(text);
  if (stop) return { pack: null, problems: [problem('error', 0, stop)] };
  const drafts: Draft[] = [];
  const problems: Problem[] = [];
  const fields: Record<string, string> = {};
  let here: { section: string; topic: string; heading: Condition[] } | null = null;
  let block: { text: string; at: number }[] = [];

  const refuse = (line: string, at: number) =>
    problems.push(problem('error', at, fault('long_line', { count: line.length, most: LONGEST_LINE })));

  const flush = () => {
    if (block.length === 0) return;
    const lines = block.filter(({ text }) => !isTooLong(text));
    const long = block.filter(({ text }) => isTooLong(text));
    block = [];
    for (const { text, at } of long) refuse(text, at);
    const at = lines[0]?.at ?? 0;
    if (!here) {
      for (const line of lines) {
        const field = /^(\w+)\s*:\s*(.*)$/.exec(line.text);
        if (field?.[1]) fields[field[1].toLowerCase()] = withoutComment(field[2] ?? '');
        else problems.push(problem('error', line.at, fault('no_heading')));
      }
      return;
    }
    // Without one of its lines it would be another joke, or be told where its writer forbids it.
    if (long.length > 0) return;
    const draft = readBlock(lines, here);
    if ('name' in draft) problems.push(problem('error', at, draft));
    else drafts.push(draft);
  };

  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, i) => {
      const line = raw.trim();
      if (line.startsWith('#')) return;
      if (isTooLong(line)) {
        // Before any pattern runs over it. What stands under such a heading belongs nowhere.
        if (line.startsWith('==')) {
          flush();
          here = readHeading('');
          refuse(line, i + 1);
        } else block.push({ text: line, at: i + 1 });
        return;
      }
      const heading = headingOf(line);
      if (heading !== null) {
        flush();
        here = readHeading(heading);
        if (!SECTIONS.has(here.section))
          problems.push(problem('error', i + 1, fault('no_kind', { word: here.section })));
      } else if (line === '') flush();
      else block.push({ text: line, at: i + 1 });
    });
  flush();

  return check(drafts, problems, {
    name: nameOf(fields.pack ?? '') || nameOf(fileName.replace(/^.*\//, '').replace(/\.pack\.txt$/, '')),
    writer: nameOf(fields.writer ?? ''),
    language: fields.language ?? 'en-US',
  });
}

const withoutComment = (text: string): string => text.replace(/\s#\s.*$/s, '').trim();

function readBlock(
  lines: { text: string; at: number }[],
  here: { section: string; topic: string; heading: Condition[] },
): Draft | Fault {
  const [head, ...others] = lines;
  if (!head) return fault('empty');
  const [level = '', mechanism = '', tone = ''] = withoutComment(head.text)
    .split(',')
    .map((p) => p.trim().toLowerCase());
  const draft: Draft = {
    ...here,
    also: [],
    level,
    mechanism,
    tone,
    needs: [],
    when: [],
    unless: [],
    weight: '',
    rated: '',
    frame: '',
    shape: '',
    quoted: '',
    text: '',
    at: head.at,
  };
  const said: string[] = [];
  for (const { text } of others) {
    const field = said.length === 0 ? FIELD.exec(text) : null;
    if (!field) {
      said.push(text);
      continue;
    }
    const value = withoutComment(field[2] ?? '');
    const name = (field[1] ?? '').toLowerCase();
    if (name === 'needs') draft.needs.push(value);
    else if (name === 'when') draft.when.push(value);
    else if (name === 'unless') draft.unless.push(value);
    else if (name === 'quoted') draft.quoted = value.toLowerCase();
    else if (name === 'topic') draft.topic = value.toLowerCase();
    else if (name === 'also')
      draft.also = value
        .toLowerCase()
        .split(/[|,]/)
        .map((k) => k.trim());
    else if (name === 'weight' || name === 'rated' || name === 'frame' || name === 'shape') draft[name] = value;
  }
  draft.text = curly(flat(said.join(' ')));
  return draft;
}

/** Checks drafts into a pack. Any error and there is no pack. */
export function check(drafts: readonly Draft[], found: readonly Problem[], head: Omit<Pack, 'lines'>): Parsed {
  const all = [...found];
  const lines: Line[] = [];
  const seen = new Map<string, number>();
  for (const draft of drafts) {
    const wrong = (what: Fault) => all.push(problem('error', draft.at, what));
    const made = checkOne(draft, head.name, wrong);
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

/** A draft as a line for each of its sections, or none where anything is wrong with it. */
function checkOne(draft: Draft, pack: string, wrong: (what: Fault) => void): Line[] {
  let ok = true;
  const error = (what: Fault) => {
    ok = false;
    wrong(what);
  };
  const sections = [...new Set([draft.section, ...draft.also.filter(Boolean)])];
  for (const word of sections) if (word !== draft.section && !SECTIONS.has(word)) error(fault('no_kind', { word }));
  // Of an unknown section its heading is told.
  if (!SECTIONS.has(draft.section)) return [];
  if (!JOKE_LEVELS.includes(draft.level as JokeLevel)) error(fault('level', { word: draft.level }));
  if (!Object.hasOwn(MECHANISMS, draft.mechanism)) error(fault('mechanism', { word: draft.mechanism }));
  if (draft.tone && !TONES.includes(draft.tone)) error(fault('tone', { word: draft.tone }));
  if (draft.text === '') {
    error(fault('no_text'));
    return [];
  }
  // Before any pattern runs over it: some take the square of a text's length, and a file without blank lines is one joke.
  if (draft.text.length > LONGEST_JOKE) {
    error(fault('too_long', { count: draft.text.length, most: LONGEST_JOKE }));
    return [];
  }
  // Format characters too: they are not seen, and some turn the direction of what is.
  if (/[\p{Cc}\p{Cf}]/u.test(draft.text)) error(fault('control'));
  if (/<\/?[a-z!][^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(draft.text)) error(fault('html'));
  if (/\b(?:https?|javascript|mailto|data):\S|\bwww\.\w/i.test(draft.text)) error(fault('link'));
  const read = [
    ...draft.needs.map(readConditions),
    ...draft.when.map((t) => readSays(t, false)),
    ...draft.unless.map((t) => readSays(t, true)),
  ];
  for (const r of read) for (const what of r.wrong) error(what);
  const conditions = [...draft.heading, ...read.flatMap((r) => r.conditions)];
  if (sections.includes('endnote') && draft.topic === '') error(fault('endnote'));
  const texts = alternates(draft.text);
  if (!texts) error(fault('alternates'));
  const slots = new Set<string>();
  for (const text of texts ?? []) {
    const template = readTemplate(text);
    for (const what of template.wrong) error(what);
    for (const slot of slotsOf(template.parts)) slots.add(slot);
    if (!template.parts.some((p) => typeof p === 'string' && /[\p{L}\p{N}]/u.test(p))) error(fault('only_slots'));
  }
  // The first of them says what {said} is, and a gap is nothing to quote.
  const called = conditions.find((c) => c.test === 'says' && !c.not);
  if (slots.has('said') && !(called?.test === 'says' && called.words.every((w) => !w.includes('*'))))
    error(fault('said'));
  const weight = draft.weight === '' ? 2 : Number(draft.weight);
  if (![1, 2, 3].includes(weight)) error(fault('weight'));
  const rated = draft.rated === '' ? WRITERS_WORD[weight - 1] : Number(draft.rated);
  if (rated !== undefined && !(rated >= 1 && rated <= 5)) error(fault('rated'));
  if (!['', 'yes', 'no'].includes(draft.quoted)) error(fault('quoted'));
  if (draft.shape && !SHAPES.includes(draft.shape as 'statement')) error(fault('shape', { word: draft.shape }));
  if (!ok) return [];
  const first = texts?.[0] ?? draft.text;
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
    shape: (draft.shape || shapeOf(draft.mechanism, first)) as Line['shape'],
    text: draft.text,
    texts: texts ?? [],
    unanchored: anchors.length === 0 && slots.size === 0 && draft.topic === '',
    quotes: draft.quoted !== 'no' && !['headline', 'endnote'].includes(section),
    at: draft.at,
  }));
}
