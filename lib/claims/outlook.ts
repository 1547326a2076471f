/** What is said of others: of jobs, markets and firms at large, where the speaker's own are in no word of it. */
import { FIRMS } from './lexicon/names';

const COULD = '(?:could|may|might)';
const WILL = `(?:${COULD}|will|would|(?:is|are) (?:already |now )?(?:set|likely|expected|poised|exposed|at risk|on (?:track|course))|[Rr]isk|stand to|to)`;
/** AI as such and its kinds in the plural, which are nobody's product. */
const AI =
  '(?:(?:The )?(?:[Rr]ise|[Ss]pread|[Aa]doption|[Uu]se|[Gg]rowth) of )?(?:(?:[Gg]enerative|[Aa]gentic|[Aa]rtificial|[Pp]hysical) )?(?:AI(?: (?:agents|models|tools|systems|chatbots))?|[Ii]ntelligence|[Aa]utomation|[Tt]he technology|(?:[Ss]oftware |[Hh]umanoid )?(?:[Aa]gents|[Rr]obots|[Cc]hatbots))';
const JOBS = '(?:jobs|workers|roles|positions|occupations|professions|work(?:ing)? hours|hours worked|tasks|work)';
const PART =
  '(?:\\d[\\d.,]*(?:%| per ?cent)|(?:half|third|quarter|fifth|tenth|two-thirds|three-quarters|one in \\w+|most)(?: of)?)(?: of)?(?: all| the)?';
const LAND =
  '(?:US|U\\.S\\.|UK|EU|United (?:States|Kingdom)|euro ?(?:zone|area)|Europe|Asia|Africa|America|Britain|China|India|Japan|Germany|France|world)';
const NATIONAL = '(?:[Gg]lobal|[Ww]orld|US|U\\.S\\.|UK|American|British|European|Asian|Chinese|Indian|Japanese)';

/** What is of all and no one firm's. */
const AT_LARGE = new RegExp(
  [
    '\\b(?:[mb]illions?) (?:of )?(?:[a-z-]+ ){0,2}(?:jobs|workers|roles|positions)\\b',
    `\\b${PART} (?:[a-z-]+ ){0,2}?(?:jobs|workers|occupations|work(?:ing)? hours|hours worked)\\b`,
    `\\b${JOBS} (?:[a-z'-]+ ){0,3}?(?:worldwide|globally|around the world|across (?:the )?(?:economy|economies|industries|sectors)|in (?:the )?${LAND})\\b`,
    `\\b${NATIONAL} (?:[a-z-]+ ){0,3}?(?:jobs|workers|workforce|employment|unemployment|productivity|economy|GDP|output|growth|spending|demand|wages)\\b`,
    '\\b(?:jobs|workers|roles|occupations) (?:[a-z]+ )?exposed to AI\\b',
    '\\b(?:GDP|(?:power|energy|electricity) demand|the (?:[a-z]+ )?econom(?:y|ies)|economic (?:growth|output)|(?:labou?r|jobs?) market|unemployment|productivity growth)\\b',
  ].join('|'),
);
const FIRMS_AT_LARGE =
  '(?:[Cc]ompanies|[Ff]irms|[Bb]usinesses|[Ee]mployers|[Bb]anks|[Ll]enders|[Ii]nsurers|[Rr]etailers)';
const TRADE = `(?:${FIRMS_AT_LARGE}|[Hh]yperscalers|[Tt]ech giants|Big Tech|[Hh]ouseholds|[Ii]nvestors|[Ii]ndustries|[Dd]ata ?cent(?:er|re)s|[Ss]pending|[Ii]nvestment|[Cc]apex|[Dd]emand|[Mm]arkets?)`;
const WHICH =
  '(?:The|AI|[Bb]ig|[Ll]arge|[Ss]mall|[Mm]ost|[Mm]any|[Ss]ome|[Aa]ll|[Tt]ech|[Ll]aw|[Ss]oftware|[Cc]hip|[Cc]apital|[Cc]orporate|[Cc]onsumer|[Pp]ower|[Ee]lectricity|[Tt]otal|[Aa]nnual|[Dd]ata ?cent(?:er|re))';
/** How a clause begins that is about a trade, a market, AI as such or another firm, and what may become of it. */
const BEGINS = [
  new RegExp(`^(?:(?:${WHICH}|${NATIONAL}) ){0,3}${TRADE}\\b(?=[^,;]{0,70}? ${WILL}\\b| at [$\\d])`),
  new RegExp(`^(?:[A-Za-z]+ ){0,2}?${PART} (?:[a-z]+ ){0,2}?${FIRMS_AT_LARGE}\\b`),
  new RegExp(`^${AI} (?:[a-z]+ly )?${COULD}\\b(?![^,;]*\\b(?:sav(?:e|es|ings?)|costs?|headcount)\\b)`),
  new RegExp(`^(?:${FIRMS.join('|')})(?:'s [a-z ]{2,30})? ${COULD}\\b`),
];
const IS_OF_AI = new RegExp(`^${AI}\\b`);

/** Of the speaker's own. */
const OF_ITS_OWN =
  /\b(?:[Ii]ts|[Ii]tself|[Oo]urs?|[Ww]e|us|bookings|earnings|clients|colleagues|bankers|headcount)\b|\b[Tt]h(?:e|is) (?:[\w-]+ )?(?:bank|firm|company|lender|consultancy|group|insurer|broker(?:age)?)\b(?!'s (?:analyst|economist|strategist))/;
/** A thing that somebody has brought out. */
const PRODUCT =
  /\b(?:[Aa]n?|[Tt]he|[Tt]his|[Nn]ew) (?:[\w-]+ ){0,3}?(?:assistant|tool|platform|chatbot|app|agent|software|copilot|product|service|system|model)\b/;

/** Whether a clause, without who says it, is of others alone. Where that is not certain it is not. */
export function isOfOthers(clause: string): boolean {
  if (OF_ITS_OWN.test(clause) || PRODUCT.test(clause)) return false;
  // "AI may cost jobs before it makes any": here it is AI.
  if (/\b[Ii]t\b/.test(clause) && !IS_OF_AI.test(clause)) return false;
  return AT_LARGE.test(clause) || BEGINS.some((begins) => begins.test(clause));
}
