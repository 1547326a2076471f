/** What a figure is said of, from the words around it. */
import { fold, plain } from '@/lib/english/fold';
import { amount } from '@/lib/english/numbers';
import type { FigureRole, Quantity } from '@/lib/model';
import { isNumbered, quantities, SIGN } from './numbers';

/** The quantity with its role, where that is clear; its span is one of the passage. */
export function withRole(passage: string, quantity: Quantity): Quantity {
  const { type } = quantity;
  const role =
    type === 'percent'
      ? percentRole(passage, quantity)
      : type === 'money' && isValuation(passage, quantity)
        ? 'valuation'
        : '';
  return { ...quantity, ...(role && { role }), ...(isRange(passage, quantity) && { range: true }) };
}

function around(passage: string, q: Quantity): { before: string; after: string } {
  return {
    before: plain(passage.slice(Math.max(0, q.span.start - 48), q.span.start)).trimStart(),
    after: plain(passage.slice(q.span.end, q.span.end + 48)),
  };
}

const SCALE = '(?:hundred|thousand|million|billion|trillion|[kmbt]n?)';
/** What stands before the upper end of a range: “10–”, “$10 million to ”, “between ten and ”. */
const FROM = new RegExp(
  String.raw`(?<between>\bbetween (?:[a-z]+ )?)?(?<sign>${SIGN}?)(?<![\w.])(?<number>[\d,.]*\d|[a-z-]{3,})(?<scale> ?${SCALE})?(?<percent>%?)(?<to>\s?[-–—]\s?| to | or | and )$`,
  'i',
);
/** What stands behind the lower end. */
const UP_TO = new RegExp(
  String.raw`^(?:[-–—](?=${SIGN}?\d)|(?:\s[-–]\s| to | or )(?=${SIGN}|\d[\d,.]* ?(?:${SCALE}\b|(?:a|per)\b)))`,
  'i',
);
const YEAR = /^(?:19|20)\d\d$/;

/** Whether a figure is an end of a range: “10–20x”, “between $1 and $2 billion”. */
function isRange(passage: string, q: Quantity): boolean {
  const before = passage.slice(Math.max(0, q.span.start - 48), q.span.start);
  const after = passage.slice(q.span.end, q.span.end + 64);
  if (/\d\s?(?:[-–—]|to)\s?\d/.test(q.text)) return true;
  const upTo = UP_TO.exec(after)?.[0];
  const upper = upTo && quantities(fold(after)).find(({ span }) => span.start <= upTo.length);
  if (upTo && (/^[-–—]/.test(upTo) || !upper || agree(lowerOf(q), upper))) return true;
  if (/^ and /.test(after) && /\bbetween (?:[a-z]+ )?$/i.test(before)) return true;
  const found = FROM.exec(before);
  const { between, sign = '', number = '', scale, percent = '', to = '' } = found?.groups ?? {};
  if (!found || amount(number) === null || (to === ' and ' && !between)) return false;
  if (!between && !sign && !scale && !percent) {
    const head = before.slice(0, found.index);
    // A year, or the number of a product, which a sentence's first word is not.
    if (YEAR.test(number)) return false;
    if (/^\d/.test(number) && isNumbered(head) && !OPENS.test(passage.slice(0, q.span.start - found[0].length)))
      return false;
  }
  const isBare = sign !== '' && q.type === 'count' && !/illion/.test(q.text);
  return !isBare && (/^[-–—]$/.test(to) || agree({ sign, percent }, q));
}

/** What ends where a sentence's first word does. */
const OPENS = /(?:^|[.!?:]["”]? )[A-Z][a-z]+ $/;

const lowerOf = ({ text, type }: Quantity) => ({
  sign: new RegExp(SIGN).exec(text)?.[0] ?? '',
  percent: type === 'percent' ? '%' : '',
});

/** Whether two figures may be ends of one range. Of “$500 to 200 bakers” and “10% or 700 jobs” the second is another. */
function agree({ sign, percent }: { sign: string; percent: string }, upper: Quantity): boolean {
  const its = new RegExp(SIGN).exec(upper.text)?.[0] ?? '';
  if (percent) return upper.type === 'percent';
  if (!sign) return !its;
  return its ? its === sign : upper.type === 'money' || (upper.type === 'count' && upper.unit === '');
}

/** What a percentage is said of: a share that is right, a share of something, or a change. */
function percentRole(passage: string, q: Quantity): FigureRole | '' {
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
  if (q.value !== null && q.value <= 100 && isAccuracy(before, after)) return 'accuracy';
  if (/^(?:%| percent| per cent)? of\b/.test(after)) return 'share';
  return '';
}

/** A share that is right. Users may prefer a thing “70% of the time”, and adoption “reach 60% in the first quarter”. */
function isAccuracy(before: string, after: string): boolean {
  if (/^[ -]?(?:accura|correct|precis|success)/.test(after)) return true;
  if (/^ of the time\b/.test(after) && RIGHT.test(before + after)) return true;
  if (/^ (?:on|in the)\b/.test(after) && /\b(?:scor\w+|gets?|got)\b/.test(before)) return true;
  if (ON_A_TEST.test(after) && /\b(?:achiev|reach)\w+/.test(before)) return true;
  return /(?:accuracy|precision|success rate|accuracy rate|correctly)[a-z ]{0,24}$/.test(before);
}
const RIGHT = /\b(?:right|correct(?:ly)?|accurate(?:ly)?)\b/;
const ON_A_TEST =
  /^ (?:on|in) (?:.{0,32}?\bolympiad|.{0,24}?\b(?:tests?|exams?|benchmarks?|evals?|evaluations?|leaderboards?|datasets?|usmle|lsat|medqa|gsm8k|imagenet|mmlu|mmmu|gpqa|aime|humaneval|osworld|arc-agi)|.{0,24}?bench)\b/;

function isValuation(passage: string, quantity: Quantity): boolean {
  const { before, after } = around(passage, quantity);
  return (
    /(?:valued|valuation|valuing|worth|market value)[a-z ]{0,24}$/.test(before) || /^[a-z -]{0,10}valuation/.test(after)
  );
}
