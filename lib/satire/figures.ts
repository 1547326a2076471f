import type { Quantity } from '@/lib/model';
import { MONTHS } from '../english/months';
import { digits } from '../english/numbers';

const BOUND = /up to|as (?:much|many) as|at most|maximum|no more than|(?:fewer|less) than|under|potential|could/i;
const ROUGH =
  /about|around|nearly|almost|roughly|approximately|some|close to|over|more than|at least|an estimated|upwards/i;

const LOWER = /\bover|(?:more|better|greater|higher) than|at least|upwards/i;

/** Whether a figure says “or more”, so that what is left of it is not known. */
export const isLowerBound = ({ hedge, text }: Quantity): boolean => LOWER.test(hedge) || text.includes('+');

/** What is known of a figure's size: its value, and whether its hedge makes it rough or a bound. */
export const amountOf = (q: Quantity): { amount: number | null; rough: boolean; bounded: boolean } => ({
  amount: q.value,
  rough: ROUGH.test(q.hedge),
  bounded: BOUND.test(q.hedge),
});

/** "$10 million" or "$1,500" as a newspaper prints it, from the words of the page. */
export function moneyText(q: Quantity): string {
  return q.text
    .trim()
    .replace(/^US(?=\$)/i, '')
    .replace(/\d[\d,.]*[ -]?k\b/i, digits(q.value ?? 0))
    .replace(/(\d)\s?(?:bn|b)\b/i, '$1 billion')
    .replace(/(\d)\s?(?:mn|m)\b/i, '$1 million')
    .replace(/(\d)\s?(?:trn|tr|tn|t)\b/i, '$1 trillion')
    .replace(/(\d)-(million|billion|trillion)/i, '$1 $2');
}

const DATED = new RegExp(
  String.raw`\b(?:19|20)\d\d\b|\bend of\b|\bnext (?:year|month|week|spring|summer|fall|autumn|winter|quarter)\b|\bdecade\b|\b(?:${MONTHS})\b`,
  'i',
);

/** A deadline that follows "by": a date, not a span. */
export const isDate = (text: string): boolean =>
  DATED.test(text) &&
  !/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several)\s(?:years|months|weeks|days)\b/i.test(text);
