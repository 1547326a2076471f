import type { Span } from '@/lib/model';
import { re } from './pattern';
import type { Hearing } from './voice';

/**
 * The shortest stretch that holds the claim: the sentence without attribution, quotation marks, bullet, dateline and
 * opening connective (guideline, step 3). Offsets are in the sentence; the text is folded.
 */
export function claimSpan(text: string, hearing: Hearing): Span {
  let start = 0;
  let end = text.length;
  const cut = hearing.attribution;
  if (cut) {
    if (cut.end >= end - 1 && cut.start > 0) end = cut.start;
    else if (cut.start === 0 && cut.end < end - 15) start = cut.end;
    else if (cut.start > 0) {
      // Split quotation: keep the longer side.
      if (cut.start >= end - cut.end) end = cut.start;
      else start = cut.end;
    }
  }
  const opening =
    /^(?:[\s"'(*#>\u2022\u25cf\u25aa-]+|(?:but|and|so|yet|however|moreover|meanwhile|today|now|in addition|additionally|crucially|in fact|indeed|furthermore|also|plus),? |[A-Z][A-Za-z. ]{2,24}, (?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|[A-Z][a-z]+ \d{1,2}) ?(?:\/[\w ]+\/)? ?-+ ?)/i;
  for (let i = 0; i < 4; i++) {
    const hit = opening.exec(text.slice(start, end));
    if (!hit || hit[0].length === 0 || hit[0].length > end - start - 12) break;
    start += hit[0].length;
  }
  const frame =
    /^(?:A(?:n)? (?:commissioned |recent |internal |new )?(?:study|survey|report|analysis) (?:found|shows?|showed|says|suggests?) (?:that )?|(?:In|During) (?:its|the|their|our) first (?:\w+ )?(?:days|weeks|months|year|quarter),? )/i.exec(
      text.slice(start, end),
    );
  if (frame && frame[0].length < end - start - 20) start += frame[0].length;
  while (end > start && /[\s"'.,;:!)-]/.test(text[end - 1]!)) {
    // A closing bracket or quote belongs to the claim if it was opened inside it.
    const last = text[end - 1]!;
    if (last === ')' && text.slice(start, end - 1).includes('(')) break;
    if (last === '"' && (text.slice(start, end).match(/"/g)?.length ?? 0) % 2 === 0) break;
    if (last === "'" && /\w'$/.test(text.slice(start, end)) && !re(" '").test(text.slice(start, end))) break;
    end--;
  }
  if (end <= start) return { start: 0, end: text.length };
  return { start, end };
}
