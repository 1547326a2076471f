import type { Claim, PageText, Receipt } from '@/lib/model';
import { passageOf } from './facts';
import { hash } from './hash';
import questions from './house/questions.json';
import receipts from './house/receipts.json';
import { plain } from './match';
import { mentionedInPassing, speaksOf } from './names';

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

/**
 * What happened the last time the same firm made the same kind of claim, if the record has it and the page is younger than
 * the outcome; of a claim whose kind is in doubt nothing is said. A page that does not say when it was published gets none. With several, the newest. Dates compare as far as both are known: a page of the same month does not count.
 */
export function receipt(page: PageText, claim: Claim): Receipt | null {
  const actor = plain(claim.slots.actor).trim();
  const { published } = page;
  if (actor === '' || published === null || !claim.kindSure) return null;
  // Named as the firm that the claim is about, not as somebody's rival or supplier.
  const text = plain(passageOf(page, claim)?.text.slice(claim.sentence.start, claim.sentence.end) ?? claim.quote);
  if (!speaksOf(text, claim.slots) || mentionedInPassing(text, claim.slots.actor)) return null;
  const found = receipts
    .filter((r) => r.actors.some((a) => plain(a) === actor))
    .filter((r) => r.kinds.includes(claim.kind) && older(r.date, published))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (!found) return null;
  const { id, line, caveat, publisher, title, url, date } = found;
  return { id, line, caveat, publisher, title, url, date };
}

function older(date: string, page: string): boolean {
  const known = Math.min(date.length, page.length);
  return date.slice(0, known) < page.slice(0, known);
}
