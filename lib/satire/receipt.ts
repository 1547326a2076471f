import type { Claim, PageText, Receipt } from '@/lib/model';
import { plain } from '../english/fold';
import { passageOf } from './claim-view';
import receipts from './house/receipts.json';
import { mentionedInPassing, speaksOf } from './names';

/**
 * What happened the last time the same firm made the same kind of claim, if the record has it and the page is younger than
 * the outcome; of a claim whose kind is in doubt nothing is said. A page that
 * does not say when it was published gets none. With several, the newest. Dates compare as far as both are known: a page of the same
 * month does not count.
 */
export function receipt(page: PageText, claim: Claim): Receipt | null {
  const actor = plain(claim.slots.actor).trim();
  const { published } = page;
  if (actor === '' || published === null || !claim.kindSure) return null;
  // Named as the firm that the claim is about, not as somebody's rival or supplier.
  const sentence = passageOf(page, claim)?.text.slice(claim.sentence.start, claim.sentence.end) ?? claim.quote;
  if (!speaksOf(sentence, claim.slots) || mentionedInPassing(plain(sentence), claim.slots.actor)) return null;
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
