import type { Claim } from '@/lib/model';
import { hash } from './hash';
import questions from './house/questions.json';

type Question = (typeof questions.any)[number];

/** What a claim or an announcement left out, the plainest gap first. */
function gaps(claim: Claim): string[] {
  const { slots, kind } = claim;
  const promises = kind === 'future-promise' || kind === 'forecast' || claim.modality === 'future';
  const figure = slots.quantities.some((q) => q.value !== null && q.type !== 'money');
  const money = slots.quantities.some((q) => q.type === 'money');
  const out: string[] = [];
  if ([slots.hedge, ...slots.quantities.map((q) => q.hedge)].some((h) => /\b(?:up to|as (?:much|many) as)\b/i.test(h)))
    out.push('typical');
  const compares = slots.quantities.some((q) => q.type === 'percent' || q.type === 'multiple');
  if (slots.comparison === '' && (compares || kind === 'capability-superlative')) out.push('baseline');
  const own = claim.numberSource === 'self' || claim.numberSource === 'none' || claim.numberSource === 'commissioned';
  if ((figure || money) && own && claim.evidence === 'none') out.push('source');
  if (money) out.push('cost', 'money');
  if (slots.deadline === '' && promises) out.push('date');
  return out;
}

/**
 * The question that was not asked: the one for what is missing, else one of the kind's own, the same for the same claim.
 * Where the kind is in doubt it is one that fits every sentence.
 * @param asked how often each question already stands on the page; of those that fit, the least asked wins. Updated here.
 */
export function question(claim: Claim, asked: Map<string, number> = new Map()): string {
  const own: Question[] = claim.kindSure ? questions[claim.kind] : questions.any.filter((q) => q.missing === 'kind');
  const missing = gaps(claim);
  const fitting = missing.flatMap((gap) =>
    [...own, ...(gap === 'typical' || gap === 'date' ? questions.any : [])].filter((q) => q.missing === gap),
  );
  const turn = hash(claim.quote) % own.length;
  const others = [...own.slice(turn), ...own.slice(0, turn)].filter((q) => !fitting.includes(q));
  const best = [...fitting, ...others].reduce((a, b) => ((asked.get(b.ask) ?? 0) < (asked.get(a.ask) ?? 0) ? b : a));
  asked.set(best.ask, (asked.get(best.ask) ?? 0) + 1);
  return best.ask;
}
