import type { Span } from '@/lib/model';
import type { Attribution } from './attribution';
import { re } from './pattern';

const SAYS = '(?:said|says|told|wrote|writes|add(?:s|ed)|explain(?:s|ed)|not(?:es|ed)|comment(?:s|ed))';
/** Behind a closing quote: 'said the founder', 'Dana Osei, its founder, told', '- Dana Osei'. */
const AFTER = `\\S"[,.]? ?(?:-+ ?[A-Z]|${SAYS}\\b|(?:[A-Z]|the |an? |its? |s?he |they )[^"]{0,70}?\\b${SAYS}\\b)`;
/** Before an opening one: 'Dana Osei said on Tuesday: '. */
const BEFORE = `^[^"]{0,140}\\b${SAYS}(?: [^",:]{1,50})?[,:] ?"(?=\\S)`;
/** Words in quotation marks shorter than this are scare quotes, not speech. */
const SPEECH = 25;

/** What is said in a sentence of quoted speech and attribution: the longer side; null where nothing is quoted so. */
function spokenPart(text: string): Span | null {
  const before = re(BEFORE).exec(text);
  const start = before ? before[0].length : 0;
  const after = re(AFTER, true).exec(text.slice(start));
  let end = after ? start + after.index + 1 : text.length;
  if (before && !after) {
    const close = text.indexOf('"', start);
    if (close > start) end = close;
  }
  if (!before && !after) return null;
  if (after) {
    const opening = text.slice(start, end).lastIndexOf('"');
    if (end - start - Math.max(opening, 0) < SPEECH) return null;
    const again = text.indexOf('"', end + after[0].length - 1);
    const last = again < 0 ? -1 : text.indexOf('"', again + 1);
    const rest = again < 0 ? 0 : (last < 0 ? text.length : last) - again;
    if (rest > end - start) return { start: again + 1, end: last < 0 ? text.length : last };
  }
  return end - start < SPEECH ? null : { start, end };
}

/** Words that report only with "that" behind them. */
const EITHER = /\b(?:states?|maintains?|holds?|reports?|finds?|notes?|claims?|adds?|shows?|announce[ds]?)[:,]?$/i;

/** The same words as plain nouns: ", the bot closes nine claims in ten". */
const NOUNLIKE = /\b(?:claims|reports|states|holds|shows|finds)\b(?! (?:on|in an?|last|this|that)\b) \w/i;

/** Behind a claim, before the names of those who made it. */
const ACCORDING = /,? according to\s*$/i;
/** A name with its post: "Dana Osei, senior director of engineering at Kelmore". */
const SPEAKER =
  /^[\s,"]*(?:[A-Z][\w.'-]+ ){1,3}?[A-Z][\w.'-]+, (?:\w+ ){0,3}?(?:director|manager|chief|president|head|vice|founder|co-founder|analyst|professor|CEO|CTO|executive|officer|engineer|partner|lead)\b/;

/** An attribution that may be cut off: not the head of a hyphenated word, a second verb or a sentence's only clause. */
function plausible(text: string, cut: Span | null): Span | null {
  if (!cut) return null;
  const words = text.slice(cut.start, cut.end);
  if (
    cut.start === 0 &&
    (/^-\w/.test(text.slice(cut.end)) || (EITHER.test(words.trim()) && /, (?:and )?\w+$/.test(words.trim())))
  )
    return null;
  if (cut.start > 0 && NOUNLIKE.test(words) && !re(`\\b${SAYS}\\b`).test(words)) return null;
  const kept = text.slice(0, cut.start).trim().split(' ').length;
  return cut.start > 0 && cut.end >= text.length - 1 && kept < 5 ? null : cut;
}

/**
 * The shortest stretch that holds the claim: the sentence without attribution, quotation marks, bullet, dateline and
 * opening connective (guideline, step 3). Offsets are in the sentence; the text is folded.
 */
export function claimSpan(text: string, attribution: Attribution): Span {
  let start = 0;
  let end = text.length;
  const spoken = spokenPart(text);
  const cut = spoken ? null : plausible(text, attribution.span);
  if (spoken) ({ start, end } = spoken);
  else if (cut) {
    const named = ACCORDING.exec(text.slice(0, cut.end));
    if (cut.end >= end - 1 && cut.start > 0) end = cut.start;
    else if (cut.start === 0 && named && named.index > 20 && SPEAKER.test(text.slice(cut.end))) end = named.index;
    else if (cut.start === 0 && cut.end < end - 15) start = cut.end;
    else if (cut.start > 0) {
      // Split quotation: keep the longer side.
      if (cut.start >= end - cut.end) end = cut.start;
      else start = cut.end;
    }
  }
  const opening =
    /^(?:[\s"'(*#>\u2022\u25cf\u25aa-]+|(?:but|and|so|yet|however|moreover|meanwhile|today|now|additionally|crucially|indeed|furthermore|also|plus),? |(?:in addition|in fact|as a result), |[A-Z][A-Za-z. ]{2,24}, (?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|[A-Z][a-z]+ \d{1,2}) ?(?:\/[\w ]+\/)? ?-+ ?)/i;
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

/** The whole sentence without bullet, opening and closing marks: what an announcement is told in. */
export function wholeSpan(text: string): Span {
  const start = /^[\s"'(*#>\u2022\u25cf\u25aa-]*/.exec(text)![0].length;
  const end = text.length - /[\s"'.,;:]*$/.exec(text)![0].length;
  return end > start ? { start, end } : { start: 0, end: text.length };
}
