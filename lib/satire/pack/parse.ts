import { flat } from '@/lib/english/fold';
import type { Condition, Parsed, Problem } from '../types';
import { check, type Draft, SECTIONS } from './check';
import { type Fault, fault, problem } from './faults';
import { curly } from './template';

/** Largest pack read, in UTF-16 code units. The largest of the house's own files is a twentieth of this. */
const MAX_PACK = 1_000_000;
/** Longest line read, in UTF-16 code units. The longest of the house's own has 773. */
const LONGEST_LINE = 2_000;
/** Longest name of a pack or its writer, in characters. A pack's stands in the id of every line. */
const LONGEST_NAME = 60;

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

/** Says what makes a file unreadable as a whole, or null. */
function unreadable(text: string): Fault | null {
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
