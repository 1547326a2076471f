/** Why this line stands beside this sentence, in plain sentences. */
import { listed, type PlainKey, t } from '@/lib/locale';
import type { Comparison, Family, Note, NoteReason } from '@/lib/model';

/** What the fields of a line are called; a field that is not here says nothing to a reader. */
const FIELDS: Record<string, PlainKey> = {
  co: 'why_the_company',
  title: 'why_the_title',
  n: 'why_the_number',
  nwords: 'why_the_number',
  workers: 'why_the_workers',
  worker: 'why_the_workers',
  pct: 'why_the_percentage',
  rest: 'why_the_rest',
  onein: 'why_the_percentage',
  money: 'why_the_money',
  val: 'why_the_valuation',
  deadline: 'why_the_deadline',
  deadline_year: 'why_the_deadline',
  years: 'why_the_deadline',
  year: 'why_the_year',
  tech: 'why_the_technology',
  product: 'why_the_product',
  thing: 'why_the_thing',
  task: 'why_the_task',
  vs: 'why_the_rival',
  hours: 'why_the_hours',
  mult: 'why_the_multiple',
  users: 'why_the_users',
  power: 'why_the_power',
  plan: 'why_the_plan',
  place: 'why_the_place',
  partner: 'why_the_partner',
  source: 'why_the_data',
  bench: 'why_the_test',
  old: 'why_the_business',
  euph: 'why_the_euphemism',
  said: 'why_the_words',
  buzz: 'why_the_buzzword',
  hedge: 'why_the_hedge',
};

const OPERATORS = {
  '>=': 'why_at_least',
  '<=': 'why_at_most',
  '>': 'why_over',
  '<': 'why_under',
} as const satisfies Record<Comparison, string>;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const named = (words: readonly string[]) => listed([...new Set(words)]);

/** The words of the sentence that called the line: “a”, or “a” near “b”. */
function saidIn(reason: NoteReason): string[] {
  if (reason.because === 'says')
    return [reason.words.map((word) => `“${word}”`).reduce((first, second) => t('why_near', { first, second }))];
  return reason.because === 'buzzword' || reason.because === 'hedge' ? [`“${reason.word}”`] : [];
}

/** What a field of a line is called; nothing where that says nothing to a reader. */
function fieldNamed(slot: string): string[] {
  const key = FIELDS[slot];
  return key ? [t(key)] : [];
}

function limitOf(reason: NoteReason): string[] {
  if (reason.because !== 'compares') return [];
  const { slot, op, value } = reason;
  return fieldNamed(slot).map((field) => t(OPERATORS[op], { what: capital(field), value }));
}

/** Whole sentences; what only its makers understand is left out. */
export function whyLines({ why }: Pick<Note, 'why'>, family: Family): string[] {
  const said = why.flatMap(saidIn);
  const counts = why.flatMap((reason) => (reason.because === 'counts' ? [reason.what] : []));
  const about = why.flatMap((reason) => (reason.because === 'about' ? [reason.what] : []));
  const taken = why.flatMap((reason) => (reason.because === 'uses' ? fieldNamed(reason.slot.replace(/'s$/, '')) : []));
  return [
    said.length > 0 ? t(`why_${family}_says`, { words: named(said) }) : '',
    counts.length > 0 ? t(`why_${family}_counts`, { words: named(counts) }) : '',
    about.length > 0 ? t('why_about', { words: named(about) }) : '',
    ...why.flatMap(limitOf),
    taken.length > 0 ? t('why_takes', { words: named(taken) }) : '',
  ].filter(Boolean);
}
