import { shortHash } from '../hash';
import type { Pack, Parsed, Problem } from '../types';
import { check, type Draft, MAX_PACK, readHeading, SECTIONS, unreadable } from './parse';
import { curly } from './template';

const blank = (at: number): Omit<Draft, 'section' | 'topic' | 'heading' | 'level' | 'mechanism' | 'text'> => ({
  also: [],
  tone: '',
  needs: [],
  when: [],
  unless: [],
  weight: '',
  frame: '',
  shape: '',
  year: '',
  quoted: '',
  at,
});

/**
 * Reads a pack kept as a spreadsheet: tab-separated, with a first row that names the columns `kind` (or `claim_type`), `level`,
 * `mechanism`, `needs`, `text` and, if wanted, `topic`, `weight`, `frame`, `year`, `tone`.
 */
export function importTsv(text: string, fileName: string): Parsed {
  const stop = unreadable(text);
  if (stop) return { pack: null, problems: [{ severity: 'error', line: 0, text: stop }] };
  const rows = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const columns = (rows[0] ?? '').split('\t').map((c) => c.trim().toLowerCase());
  const problems: Problem[] = [];
  const at = (name: string) => columns.indexOf(name);
  const kindAt = Math.max(at('kind'), at('claim_type'));
  for (const name of ['level', 'mechanism', 'text'])
    if (at(name) < 0) problems.push({ severity: 'error', line: 1, text: `the first row has no column “${name}”` });
  if (kindAt < 0) problems.push({ severity: 'error', line: 1, text: 'the first row has no column “kind”' });
  const drafts: Draft[] = [];
  if (problems.length === 0)
    rows.slice(1).forEach((row, i) => {
      if (row.trim() === '') return;
      const cells = row.split('\t').map((c) => c.trim());
      const cell = (name: string) => (at(name) < 0 ? '' : (cells[at(name)] ?? ''));
      const heading = readHeading(cells[kindAt] ?? '');
      if (cells.length !== columns.length)
        problems.push({
          severity: 'error',
          line: i + 2,
          text: `${cells.length} cells where the first row has ${columns.length}`,
        });
      if (!SECTIONS.has(heading.section)) problems.push(unknownKind(cells[kindAt] ?? '', i + 2));
      drafts.push({
        ...blank(i + 2),
        ...heading,
        topic: cell('topic') || heading.topic,
        level: cell('level').toLowerCase(),
        mechanism: cell('mechanism').toLowerCase(),
        tone: cell('tone').toLowerCase(),
        needs: [cell('needs')],
        weight: cell('weight'),
        frame: cell('frame'),
        year: cell('year'),
        text: curly(cell('text')),
      });
    });
  return check(drafts, problems, { name: nameOf(fileName), writer: '', language: 'en-US', retire: null });
}

const nameOf = (fileName: string): string =>
  fileName.replace(/^.*\//, '').replace(/\.(?:pack\.txt|tsv|json)$/, '') || `pack-${shortHash(fileName)}`;

/** The exchange form of a pack: JSON with a version, readable back by `fromJson`. */
export function toJson(pack: Pack): string {
  return JSON.stringify({ peelPack: 1, ...pack }, null, 1);
}

const unknownKind = (written: string, line: number): Problem => ({
  severity: 'error',
  line,
  text: `there is no kind of claim “${written.slice(0, 60)}”`,
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the exchange form: text, or data already parsed. Everything is checked as if it came from a stranger, and only known
 * fields are looked at, so extra or circular data does no harm.
 */
export function fromJson(json: unknown, fileName = 'pack.json'): Parsed {
  const refuse = (text: string): Parsed => ({ pack: null, problems: [{ severity: 'error', line: 0, text }] });
  let data = json;
  if (typeof json === 'string') {
    if (json.length > 4 * MAX_PACK)
      return refuse(`the file is ${(json.length / 1e6).toFixed(1)} MB; a pack may be 4 MB as JSON`);
    try {
      data = JSON.parse(json);
    } catch {
      return refuse('the file is not JSON');
    }
  }
  if (!isRecord(data) || data.peelPack !== 1 || !Array.isArray(data.lines))
    return refuse('the file is not a Peel pack');
  if (data.lines.length > 20_000) return refuse('more than 20,000 jokes');
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const problems: Problem[] = [];
  const drafts: Draft[] = [];
  data.lines.forEach((raw: unknown, i) => {
    if (!isRecord(raw)) {
      problems.push({ severity: 'error', line: i + 1, text: 'not a joke' });
      return;
    }
    const needs = Array.isArray(raw.conditions) ? raw.conditions.map(written) : [];
    if (needs.includes(null)) problems.push({ severity: 'error', line: i + 1, text: 'a condition is not understood' });
    if (!SECTIONS.has(text(raw.section))) problems.push(unknownKind(text(raw.section), i + 1));
    drafts.push({
      ...blank(i + 1),
      section: text(raw.section),
      topic: text(raw.topic),
      heading: [],
      level: text(raw.level),
      mechanism: text(raw.mechanism),
      tone: text(raw.tone),
      needs: needs.filter((n) => n !== null),
      weight: typeof raw.weight === 'number' ? String(raw.weight) : '',
      frame: text(raw.ownFrame),
      shape: text(raw.shape),
      year: typeof raw.year === 'number' ? String(raw.year) : '',
      quoted: raw.quotes === false ? 'no' : '',
      text: text(raw.text),
      at: i + 1,
    });
  });
  return check(drafts, problems, {
    name: text(data.name) || nameOf(fileName),
    writer: text(data.writer),
    language: text(data.language) || 'en-US',
    retire: typeof data.retire === 'number' ? data.retire : null,
  });
}

/** A condition as a writer would put it, so that it goes through the same checks as a writer's. Null if it is none. */
function written(raw: unknown): string | null {
  if (!isRecord(raw)) return null;
  const not = raw.not === true ? '!' : '';
  const listed = (list: unknown): string =>
    Array.isArray(list) && list.every((w) => typeof w === 'string') ? list.join('|') : '';
  const words = listed(raw.words);
  switch (raw.test) {
    case 'slot':
      return `${not}${String(raw.slot)}`;
    case 'flag':
      return `${not}${String(raw.flag)}`;
    case 'says':
      return `${not}has:${words}${raw.near === undefined ? '' : ` near ${listed(raw.near)}`}`;
    case 'about':
      return `${not}${String(raw.slot)}~${words}`;
    case 'is':
      return `${String(raw.slot)}=${words}`;
    case 'compare':
      return `${String(raw.slot)}${String(raw.op)}${String(raw.value)}`;
    default:
      return null;
  }
}
