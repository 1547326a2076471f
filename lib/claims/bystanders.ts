/** Firms that a sentence names, and whose claim it is not. */
import { MEASURED_BY } from '@/lib/english/firm-words';
import { anyOf } from '@/lib/english/word-list';
import { FIRMS } from './lexicon/names';
import { withRoots } from './parse';

/** Before a name that is compared with, used or told, or that another belongs to: not whose claim it is. */
export const ASIDE = new RegExp(
  String.raw`\b` +
    anyOf(
      MEASURED_BY,
      'competitors?|told|using|as well as|powered by|based on|running on',
      'available (?:on|in|through)|customers|with|counts',
      String.raw`(?:owned|backed|bought|acquired|funded|founded) by|(?:,|,? (?:now|which is)|, an?(?: [\w-]+)?) (?:division|unit|part|arm|subsidiary) of`,
    ) +
    String.raw` (?:\w+ and )?(?:[\w-]+ )?$`,
  'i',
);

/** Behind a firm that only tells who another is: "Kelmore-backed Vantrell", "Kelmore's largest lender", "Kelmore supplier". */
const MARKS_ANOTHER =
  /^(?:-(?:backed|owned|funded|led|founded)\b|(?:'s?(?: (?!\w*(?:s|ed) )[\w-]+){0,2})? (?:(?:backer|rival|competitor|supplier|investor|lender|parent|spin-?off|veteran)s?\b(?! day| relations)|subsidiar(?:y|ies)\b|alum(?:ni|nus)\b|(?:partner|customer),? [A-Z]|owner(?:,| [A-Z])))/;
/** Before a firm for which somebody no longer works. */
const FORMER = /\b(?:[Ee]x-|[Ff]ormer(?:ly)?(?: (?:at|of|with))? )(?:[A-Z][\w-]+ and )?$/;

/** Before a clause that only tells when or why. */
const MEANWHILE = /\b(?:after|before|as|since|while|when) (?:[\w-]+ )?$/i;
/** Who may be another firm; "the company" and a full name that nobody knows are this firm and its boss as often. */
const SPEAKER =
  "([A-Z][\\w&.'-]*(?: [A-Z][\\w&.'-]*){0,2}|an? (?:[\\w-]+ ){0,3}?(?:start-?up|company|firm|rival|lab|bank|insurer|retailer))";
/** Behind a firm where somebody speaks after its clause. */
const SPEAKS = new RegExp(
  `^(?!'?s? (?:said|says|claim|announce|told))(?:[^,.]|[,.]\\d){1,90}, ${SPEAKER} ((?:has |have )?(?:said|says|claims|claimed|announced|announces|told|unveiled|launched|expects|plans)\\b.*)`,
);
/** Behind a firm whose shares moved on what somebody said: "Nvidia shares rose 5% after OpenAI said". */
const MOVED = new RegExp(
  `^(?:'s)?(?: (?:shares?|stocks?))? (?:rose|fell|slid|slipped|sank|dropped|dipped|jumped|climbed|gained|lost|soared|surged|tumbled|plunged) [^,;]{0,60}\\b(?:after|as|when) ${SPEAKER} ((?:said|says|announced|unveiled|launched|released|claimed)\\b.*)`,
);

/** Whether a firm does or suffers something beside the claim, which is another firm's. */
export function isBeside(before: string, firm: string, behind: string): boolean {
  const hit = MOVED.exec(behind) ?? (MEANWHILE.test(before) ? SPEAKS.exec(behind) : null);
  if (!hit) return false;
  const [, speaker = '', speech = ''] = hit;
  if (/^an? /.test(speaker) || FIRMS.includes(speaker)) return speaker !== firm;
  // Bosses say things; firms launch them.
  if (/^(?:ha(?:s|ve) )?(?:unveiled|launched)\b|^announced (?:an?|its|the)\b/.test(speech))
    return speaker !== firm && !withRoots(speaker).some(({ tags }) => tags.has('FirstName'));
  // "After Kelmore cut jobs, Osei said it": a surname looks like a firm, and "it" is Kelmore.
  return (
    /^[^ ]+$/.test(speaker) &&
    speaker !== firm &&
    /^(?:said|says)\b(?!.*\bits?\b)/.test(speech) &&
    !withRoots(speaker).some(({ tags }) => tags.has('Person'))
  );
}

/** Whether a sentence names a firm only to tell who somebody else is, of whom it speaks. */
export function isMereMark(text: string, firm: string, at = text.indexOf(firm)): boolean {
  return at >= 0 && (MARKS_ANOTHER.test(text.slice(at + firm.length)) || FORMER.test(text.slice(0, at)));
}

/** A word at the head of a sentence that is a firm's name too, by the noun behind it. */
const WORD =
  /^(?:Target (?:customer|user|buyer|audience|market|date|group|price)|Snap (?:judge?ment|decision|election|poll)|Visa (?:applica(?:tion|nt)|holder|requirement)|(?:Arm|Cursor) movement|Arm (?:length|wrestler|wrestling)|Runway (?:length|show))s?\b/;
const FIRST_NAME = /^Harvey [A-Z][a-z'-]+(?:,| (?:said|says|told|who)\b)/;

/** Whether what looks like a firm at a place is a word, a person's first name or "Meta-analysis". */
export const isNoFirm = (text: string, at: number): boolean =>
  (!/\w/.test(text.slice(0, at)) && WORD.test(text.slice(at))) ||
  FIRST_NAME.test(text.slice(at)) ||
  /^Meta-analy/.test(text.slice(at));
