/** What a figure is said of, from the words around it. */
import { plain } from '@/lib/english/fold';
import type { FigureRole, Quantity } from '@/lib/model';

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
    after: plain(passage.slice(q.span.end, q.span.end + 40)),
  };
}

/** Whether a figure is the upper end of a range: “10–20x”. */
function isRange(passage: string, q: Quantity): boolean {
  return /\d\s?(?:[-–—]|to)\s?\d/.test(q.text) || /\d\s?(?:[-–—]|to )\s?$/.test(passage.slice(0, q.span.start));
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
  if (/^(?:%| percent| per cent)?[ -]?(?:accura|correct|precis|of the time|success)/.test(after)) return 'accuracy';
  if (/^(?:%| percent| per cent)? (?:on|in the)\b/.test(after) && /scor\w+|achiev\w+|reach\w+|gets|got/.test(before))
    return 'accuracy';
  if (/(?:accuracy|precision|success rate|accuracy rate|correctly)[a-z ]{0,24}$/.test(before)) return 'accuracy';
  if (/^(?:%| percent| per cent)? of\b/.test(after)) return 'share';
  return '';
}

function isValuation(passage: string, quantity: Quantity): boolean {
  const { before, after } = around(passage, quantity);
  return (
    /(?:valued|valuation|valuing|worth|market value)[a-z ]{0,24}$/.test(before) || /^[a-z -]{0,10}valuation/.test(after)
  );
}
