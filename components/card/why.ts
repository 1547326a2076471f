/** Why this line stands beside this sentence, in plain sentences. */
import type { Comparison, Family, Note, NoteReason } from '@/lib/model';

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

const OPERATORS: Record<Comparison, string> = {
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

/** The words of the sentence that called the line: “a”, or “a” near “b”. */
function saidIn(reason: NoteReason): string[] {
  if (reason.because === 'says') return [reason.words.map((word) => `“${word}”`).join(' near ')];
  return reason.because === 'buzzword' || reason.because === 'hedge' ? [`“${reason.word}”`] : [];
}

function limitOf(reason: NoteReason): string[] {
  if (reason.because !== 'compares') return [];
  const field = FIELDS[reason.slot];
  return field ? [`${capital(field)} ${OPERATORS[reason.op]} ${reason.value}.`] : [];
}

/** Whole sentences; what only its makers understand is left out. */
export function whyLines({ why }: Pick<Note, 'why'>, family: Family): string[] {
  const said = why.flatMap(saidIn);
  const counts = why.flatMap((reason) => (reason.because === 'counts' ? [reason.what] : []));
  const about = why.flatMap((reason) => (reason.because === 'about' ? [reason.what] : []));
  const taken = why.flatMap((reason) =>
    reason.because === 'uses' ? (FIELDS[reason.slot.replace(/'s$/, '')] ?? []) : [],
  );
  return [
    said.length > 0 ? `The ${family} says ${listed(said)}.` : '',
    counts.length > 0 ? `The ${family} counts ${listed(counts)}.` : '',
    about.length > 0 ? `It is about ${listed(about)}.` : '',
    ...why.flatMap(limitOf),
    taken.length > 0 ? `The line takes from it ${listed(taken)}.` : '',
  ].filter(Boolean);
}
