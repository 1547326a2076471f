import { digits, significant, trim } from '../english/numbers';

/** The result of a sum as a reader sees it, with the working that the card shows. */
export interface Sum {
  text: string;
  working: string;
}

const SIGNS: Record<string, string> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
  CAD: 'C$',
  AUD: 'A$',
  HKD: 'HK$',
  NZD: 'NZ$',
  SGD: 'S$',
};

/** Assumptions, in one place: shown in the working wherever they are used. */
const DAYS_A_YEAR = 365;
/** World population, mid 2025, rounded (UN World Population Prospects 2024: 8.2 billion). */
const PEOPLE_ALIVE = 8.2e9;
/** A round yearly salary in US dollars (US median for full-time workers, BLS 2024: about $60,000). */
const SALARY = 60_000;

/** An amount as a newspaper prints it: "$14,300", "$178 million", "64 cents". Null for a currency without a sign here. */
export function money(value: number, currency: string): string | null {
  const sign = SIGNS[currency];
  if (!sign) return null;
  if (value < 1 && (currency === 'USD' || currency === 'EUR')) {
    const cents = Math.round(value * 100);
    return `${cents} cent${cents === 1 ? '' : 's'}`;
  }
  if (value < 100 && value % 1 !== 0) return `${sign}${value.toFixed(2)}`;
  return `${sign}${digits(value)}`;
}

const exactly = (raw: number, shown: number): string => (Math.abs(raw - shown) / raw < 0.0005 ? '=' : '≈');

/** `amount ÷ by`, to three significant figures (two where the amount is approximate). Null if `by` is under 2. */
export function each(
  amount: number,
  currency: string,
  by: number,
  byText: string,
  amountText: string,
  rough = false,
): Sum | null {
  if (!(amount > 0) || !(by >= 2)) return null;
  const raw = amount / by;
  // Cents are rounded once: 11.49 would become 11.5, and that 12.
  const shown = raw < 1 ? Math.round(raw * 100) / 100 : significant(raw, rough ? 2 : 3);
  const text = money(shown, currency);
  return text && shown >= 0.01 ? { text, working: `${amountText} ÷ ${byText} ${exactly(raw, shown)} ${text}` } : null;
}

/** Money for each day of a year. */
export const perDay = (amount: number, currency: string, amountText: string, rough = false): Sum | null =>
  each(amount, currency, DAYS_A_YEAR, '365 days', amountText, rough);

/** Money for every person alive; null under half a dollar, where the joke would not carry. */
export function perPerson(amount: number, currency: string, amountText: string, rough = false): Sum | null {
  return amount / PEOPLE_ALIVE < 0.5
    ? null
    : each(amount, currency, PEOPLE_ALIVE, '8.2 billion people', amountText, rough);
}

/** How many yearly salaries of $60,000 an amount in dollars pays: "about 170". */
export function salaries(amount: number, currency: string, amountText: string): Sum | null {
  if (currency !== 'USD') return null;
  const raw = amount / SALARY;
  if (raw < 10) return null;
  const shown = significant(raw, 2);
  const text = `about ${digits(shown)}`;
  return { text, working: `${amountText} ÷ $60,000 a year ${exactly(raw, shown)} ${digits(shown)}` };
}

/** 100 minus a percentage strictly between 0 and 100, without floating-point dust. */
export function rest(percent: number): Sum | null {
  if (!(percent > 0) || !(percent < 100)) return null;
  const text = trim(100 - percent);
  return text === '0' ? null : { text, working: `100% − ${trim(percent)}% = ${text}%` };
}

/** Odds of the rest: "one time in 17" for 94. Null where the rounding would tell a different story (over 6 % off). */
export function oneIn(percent: number): Sum | null {
  const left = 100 - percent;
  if (!(percent >= 50) || !(left > 0)) return null;
  const raw = 100 / left;
  const shown = raw > 100 ? significant(raw, 2) : Math.round(raw);
  if (Math.abs(raw - shown) / raw > 0.06) return null;
  const text = `one time in ${digits(shown)}`;
  return { text, working: `100 ÷ ${trim(left)} ${exactly(raw, shown)} ${digits(shown)}` };
}

/** The rest of a percentage as people: 6% of 400 million = 24 million, to two significant figures where it does not end. */
export function shareOfRest(people: number, percent: number, peopleText: string): Sum | null {
  const left = rest(percent);
  if (!left || !(people >= 100)) return null;
  const raw = (people * Number(left.text)) / 100;
  const shown = Number.isInteger(raw) && String(raw).replace(/0+$/, '').length <= 3 ? raw : significant(raw, 2);
  if (shown < 2) return null;
  return { text: digits(shown), working: `${left.text}% of ${peopleText} ${exactly(raw, shown)} ${digits(shown)}` };
}

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** When a five-day week's work is done at so many percent more: "Thursday lunchtime" for 40. Null if only on Friday evening. */
export function doneBy(percent: number): Sum | null {
  if (!(percent > 0)) return null;
  const raw = 5 / (1 + percent / 100);
  const half = Math.round(raw * 2) / 2;
  if (half >= 5 || half < 0.5) return null;
  const day = WEEK[Math.ceil(half) - 1];
  const text = half % 1 === 0 ? `${day} evening` : `${day} lunchtime`;
  return { text, working: `5 days ÷ ${trim(1 + percent / 100)} ≈ ${trim(raw)} days` };
}
