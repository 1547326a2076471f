import { type Fault, fault } from './faults';
import { slotName } from './slots';

/** A place in a joke that the engine fills. */
export interface Hole {
  slot: string;
  /** Helpers after bars, in order, in their short form: `a`, `cap`, `each`, `+4`. */
  helpers: string[];
  /** `{n:agent}`: the noun that is counted, or ''. */
  noun: string;
}

export type Part = string | Hole;

/** Helper names as a writer may put them, and the short form used inside. */
const HELPERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'a',
    A: 'A',
    s: 's',
    cap: 'cap',
    title: 'title',
    words: 'words',
    ing: 'ing',
    each: 'each',
    'per:n': 'each',
    'a day': 'perday',
    perday: 'perday',
    'per person alive': 'perperson',
    perperson: 'perperson',
    salaries: 'salaries',
    'the rest': 'share',
    'share:rest': 'share',
    'done by': 'doneby',
    doneby: 'doneby',
  }),
);

/** Helpers that show a sum: the line is eligible only if the sum comes out right. */
export const SUMS: ReadonlySet<string> = new Set(['each', 'perday', 'perperson', 'salaries', 'share', 'doneby']);

/** Splits a joke into text and holes. Says in plain words what cannot be understood. */
export function readTemplate(text: string): { parts: Part[]; wrong: Fault[] } {
  const parts: Part[] = [];
  const wrong: Fault[] = [];
  let rest = text;
  while (rest !== '') {
    const open = rest.indexOf('{');
    const stray = rest.indexOf('}');
    if (stray >= 0 && (open < 0 || stray < open)) {
      wrong.push(fault('closed'));
      break;
    }
    if (open < 0) {
      parts.push(rest);
      break;
    }
    const close = rest.indexOf('}', open);
    if (close < 0) {
      wrong.push(fault('open'));
      break;
    }
    if (open > 0) parts.push(rest.slice(0, open));
    const inside = rest.slice(open + 1, close);
    if (inside.includes('{')) wrong.push(fault('nested', { hole: `{${inside}}` }));
    else {
      const hole = readHole(inside, wrong);
      if (hole) parts.push(hole);
    }
    rest = rest.slice(close + 1);
  }
  return { parts, wrong };
}

function readHole(inside: string, wrong: Fault[]): Hole | null {
  const [head = '', ...bars] = inside.split('|').map((p) => p.trim());
  const [name = '', noun = ''] = head.split(':').map((p) => p.trim());
  const literal = /^\d+$/.test(name) && noun !== '';
  const slot = literal ? name : slotName(name);
  if (!slot) {
    wrong.push(fault('hole_slot', { hole: `{${inside}}`, word: name }));
    return null;
  }
  const helpers: string[] = [];
  for (const bar of bars) {
    const known = /^[+-]\d{1,3}$/.test(bar) ? bar : (HELPERS.get(bar) ?? HELPERS.get(bar.toLowerCase()));
    // A count that is written out is no word of the page: nothing is done to it.
    if (known && !literal) helpers.push(known);
    else wrong.push(fault('helper', { hole: `{${inside}}`, word: bar }));
  }
  return { slot, helpers, noun };
}

/** Slots a joke uses, possessive counted as its slot, literal counts left out. */
export function slotsOf(parts: readonly Part[]): string[] {
  const names = parts.flatMap((p) => (typeof p === 'string' || /^\d+$/.test(p.slot) ? [] : [p.slot.replace("'s", '')]));
  return [...new Set(names)];
}

/** Writes out inline alternates, `(one / two)`, as whole texts. At most `limit`; null if there are more. */
export function alternates(text: string, limit = 6): string[] | null {
  let texts = [text];
  for (;;) {
    const next = texts.flatMap((t) => {
      const found = /\(([^()]*\s\/\s[^()]*)\)/.exec(t);
      if (!found) return [t];
      return (found[1] ?? '').split(/\s\/\s/).map((alt) => t.replace(found[0], () => alt.trim()));
    });
    if (next.length > limit) return null;
    if (next.length === texts.length) return next;
    texts = next;
  }
}

/** Makes straight quotes and apostrophes curly. */
export function curly(text: string): string {
  return text
    .replace(/(^|[\s(—–[“*])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s(—–[“])'(?=\w)/g, '$1‘')
    .replace(/'/g, '’');
}
