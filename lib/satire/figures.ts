import type { Quantity } from '@/lib/model';
import { plain } from '../english/fold';
import { MONTHS } from '../english/months';

const BOUND = /up to|as (?:much|many) as|at most|maximum|no more than|potential|could/i;
const ROUGH =
  /about|around|nearly|almost|roughly|approximately|some|close to|over|more than|at least|an estimated|upwards/i;

/** What is known of a figure's size: its value, and whether its hedge makes it rough or a bound. */
export const amountOf = (q: Quantity): { amount: number | null; rough: boolean; bounded: boolean } => ({
  amount: q.value,
  rough: ROUGH.test(q.hedge),
  bounded: BOUND.test(q.hedge),
});

/** "$10 million" as a newspaper prints it, from the words of the page. */
export function moneyText(q: Quantity): string {
  return q.text
    .trim()
    .replace(/(\d)\s?(?:bn|b)\b/i, '$1 billion')
    .replace(/(\d)\s?(?:mn|m)\b/i, '$1 million')
    .replace(/(\d)\s?(?:tn|t)\b/i, '$1 trillion')
    .replace(/(\d)\s?k\b/i, '$1,000')
    .replace(/(\d)-(million|billion|trillion)/i, '$1 $2');
}

export function around(passage: string, q: Quantity): { before: string; after: string } {
  return {
    before: plain(passage.slice(Math.max(0, q.span.start - 48), q.span.start)).trimStart(),
    after: plain(passage.slice(q.span.end, q.span.end + 40)),
  };
}

/** Whether a figure is the upper end of a range: “10–20x”. */
export function isRange(passage: string, q: Quantity): boolean {
  return /\d\s?(?:[-–—]|to)\s?\d/.test(q.text) || /\d\s?(?:[-–—]|to )\s?$/.test(passage.slice(0, q.span.start));
}

/** What a percentage is said of: a share that is right, a share of something, or a change. */
export function percentRole(passage: string, q: Quantity): 'accuracy' | 'share' | 'change' | '' {
  const { before, after } = around(passage, q);
  if (/\bby (?:up to |as much as |nearly |about |around |more than |over |an average of )?$/.test(before))
    return 'change';
  if (
    /(?:increase|gain|boost|jump|rise|improvement|reduction|drop|decline|cut|saving|growth|uplift|up|down|grew|rose|fell|gained) (?:of |by )?(?:up to |nearly |about |around |more than |over )?$/.test(
      before,
    )
  )
    return 'change';
  if (
    /^(?:%| percent| per cent)?[ -]?(?:more|less|fewer|faster|slower|increase|reduction|drop|decline|jump|boost|improvement|gain|rise|growth|higher|lower|cheaper|better|quicker|greater|uplift|cut|decrease|shorter|productivity|time saving)/.test(
      after,
    )
  )
    return 'change';
  if (/^(?:%| percent| per cent)?[ -]?(?:accura|correct|precis|of the time|success)/.test(after)) return 'accuracy';
  if (/^(?:%| percent| per cent)? (?:on|in the)\b/.test(after) && /scor\w+|achiev\w+|reach\w+|gets|got/.test(before))
    return 'accuracy';
  if (/(?:accuracy|precision|success rate|accuracy rate|correctly)[a-z ]{0,24}$/.test(before)) return 'accuracy';
  if (/^(?:%| percent| per cent)? of\b/.test(after)) return 'share';
  return '';
}

const DATED = new RegExp(
  String.raw`\b(?:19|20)\d\d\b|\bend of\b|\bnext (?:year|month|week|spring|summer|fall|autumn|winter|quarter)\b|\bdecade\b|\b(?:${MONTHS})\b`,
  'i',
);

/** A deadline that follows "by": a date, not a span. */
export const isDate = (text: string): boolean =>
  DATED.test(text) &&
  !/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several)\s(?:years|months|weeks|days)\b/i.test(text);
