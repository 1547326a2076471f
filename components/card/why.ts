/** Why this line stands beside this sentence, from the terse reasons of its writer to plain sentences. */
import type { Family, Note } from '@/lib/model';

/** What the fields of a line are called; a field that is not here says nothing to a reader. */
const FIELDS: Record<string, string> = {
  co: 'the company',
  title: 'the boss’s title',
  n: 'the number',
  nwords: 'the number',
  workers: 'whose work it is',
  worker: 'whose work it is',
  pct: 'the percentage',
  rest: 'what the percentage leaves',
  onein: 'the percentage',
  money: 'the sum of money',
  val: 'the valuation',
  deadline: 'the deadline',
  deadline_year: 'the deadline',
  years: 'the deadline',
  year: 'the year',
  tech: 'the technology',
  product: 'the product',
  thing: 'the thing it was put into',
  task: 'the task',
  vs: 'the rival',
  hours: 'the hours',
  mult: 'the multiple',
  users: 'the users',
  power: 'the power',
  plan: 'the plan',
  place: 'the place',
  partner: 'the partner',
  source: 'the data',
  bench: 'the test',
  old: 'the old business',
  euph: 'the soft words',
  q: 'the sentence’s own words',
  said: 'the sentence’s own words',
  buzz: 'the buzzword',
  hedge: 'the hedge',
};

const OPERATORS: Record<string, string> = {
  '>=': 'is at least',
  '<=': 'is at most',
  '>': 'is over',
  '<': 'is under',
  '=': 'is',
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function listed(words: readonly string[]): string {
  const each = [...new Set(words)];
  return each.length < 2 ? (each[0] ?? '') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
}

/** What of `reasons` matches, by the first group of `pattern`. */
const found = (reasons: readonly string[], pattern: RegExp) =>
  reasons.flatMap((reason) => pattern.exec(reason)?.[1] ?? []);

/** Whole sentences; what only its makers understand is left out. */
export function whyLines({ why }: Pick<Note, 'why'>, family: Family): string[] {
  const said = found(why, /^(?:says|buzzword|hedge) (“.+”)$/);
  const counts = found(why, /^counts (.+)$/);
  const about = found(why, /^about (.+)$/);
  const taken = found(why, /^uses ([a-z_]+)(?:'s)?$/).flatMap((field) => FIELDS[field] ?? []);
  const limits = why.flatMap((reason) => {
    const [, field = '', op = '', value = ''] = /^([a-z_]+) ([<>]=?|=) ([\d.]+)$/.exec(reason) ?? [];
    return FIELDS[field] && OPERATORS[op] ? [`${capital(FIELDS[field])} ${OPERATORS[op]} ${value}.`] : [];
  });
  return [
    said.length > 0 ? `The ${family} says ${listed(said)}.` : '',
    counts.length > 0 ? `The ${family} counts ${listed(counts)}.` : '',
    about.length > 0 ? `It is about ${listed(about)}.` : '',
    ...limits,
    taken.length > 0 ? `The line takes from it ${listed(taken)}.` : '',
  ].filter(Boolean);
}
