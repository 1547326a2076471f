import { BUILDS, BUILT } from '../sentence';

/** The slots of the pack format: short name, and the long name a writer may use instead. */
const LONG: Record<string, string> = {
  company: 'co',
  "company's": "co's",
  'boss title': 'title',
  number: 'n',
  'number in words': 'nwords',
  percent: 'pct',
  'the rest': 'rest',
  'one in': 'onein',
  valuation: 'val',
  'deadline year': 'deadline_year',
  'years left': 'years',
  technology: 'tech',
  rival: 'vs',
  times: 'mult',
  benchmark: 'bench',
  'old business': 'old',
  euphemism: 'euph',
  quote: 'q',
  buzzword: 'buzz',
  'the words': 'said',
  nth: 'ord',
};

/** Slots that a claim or the page's state can fill. */
export const SLOTS: ReadonlySet<string> = new Set([
  'co',
  "co's",
  'title',
  'n',
  'nwords',
  'workers',
  'worker',
  'pct',
  'rest',
  'onein',
  'money',
  'val',
  'deadline',
  'deadline_year',
  'years',
  'year',
  'tech',
  'product',
  'thing',
  'task',
  'vs',
  'hours',
  'mult',
  'users',
  'power',
  'plan',
  'place',
  'partner',
  'source',
  'bench',
  'old',
  'euph',
  'q',
  'hedge',
  'said',
  'buzz',
  'count',
  'ord',
  'jar',
  'nkinds',
  'figures',
  'supported',
  'said2',
  'claimed',
  ...BUILT,
]);

/**
 * What a condition may name besides slots. Each is decided from the claim alone (see facts.ts).
 * `gone`: the claim says that people actually left.
 */
export const FLAGS: ReadonlySet<string> = new Set([
  'gone',
  'accuracy',
  'share',
  'change',
  'quoted',
  'first-party',
  'own-number',
  'own-voice',
  'no-baseline',
  'compared',
  'future',
  'hedged',
  'boast',
  'no-figure',
  'sourced',
  ...BUILDS,
]);

/** Short name of a slot written in either form, straight or curly apostrophe; null if there is no such slot. */
export function slotName(written: string): string | null {
  const name = written.trim().toLowerCase().replace(/’/g, "'").replace(/\s+/g, ' ');
  const short = LONG[name] ?? name;
  return SLOTS.has(short) ? short : null;
}
