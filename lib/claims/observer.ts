import { MONTHS } from '@/lib/english/months';
import { anyOf } from '@/lib/english/word-list';
import { FIRMS } from './lexicon/names';
import { ANALYSTS } from './lexicon/roles';
import { isOfOthers } from './outlook';

/** Houses that live by watching others; the lab of a known maker is the maker, and Deep Research a product. */
const HOUSES = `(?:${ANALYSTS})\\b|(?!(?:AI|Our|The|New|Applied|Market|User|Recent|Further) )(?:(?!(?:${FIRMS.join('|')}|Facebook|Lam|Nous|Deep) )[A-Z][\\w&-]+ ){1,3}Research\\b`;
/** Banks and consultancies: they boast of AI of their own and, elsewhere, foresee what it will do to others. */
const ADVISERS = anyOf(
  String.raw`Goldman Sachs|Goldman|Morgan Stanley|JPMorgan Chase|JPMorgan|J\.?P\.? Morgan|Citi(?:group)?|UBS`,
  'Barclays|Bank of America|BofA(?: Securities)?|HSBC|Wells Fargo|BNP Paribas|Credit Suisse',
  'Standard Chartered|Santander|RBC|Jefferies|Bernstein|Wedbush|Evercore(?: ISI)?|Raymond James',
  'Mizuho|Nomura|Macquarie|TD Cowen|BlackRock|McKinsey(?: & Company)?|BCG|Boston Consulting Group',
  'Bain(?: & Company)?|Deloitte|PwC|KPMG|EY|Accenture|Capgemini|Oliver Wyman|Roland Berger|Kearney',
  'Mercer|Korn Ferry|Booz Allen(?: Hamilton)?',
  String.raw`(?!(?:The|An?|In|By|At|Our|Its) )(?:[A-Z][\w&'.-]+ ){1,2}(?:Bank|Securities|Equities|Capital Markets|Consulting|Economics|Advisors)`,
);
const HOUSE = new RegExp(`^(?:${HOUSES})`);
const ADVISER = new RegExp(`^(?:${ADVISERS}|(?:Broker(?:age)?|Consultancy|Think tank) .+)$`);
/** Before a name that nobody knows. */
const ADVISER_NAMED =
  /\b(?:[Ii]nvestment bank|[Bb]roker(?:age)?|[Cc]onsultancy|[Cc]onsulting firm|[Tt]hink[- ]tank|[Rr]atings? agency) $/;
const KNOWN = new RegExp(`\\b(?:${HOUSES}|(?:${ADVISERS})\\b)`, 'g');
const WORK = '(?:survey|poll|study|report|analysis|research|forecast|estimate|outlook|notes?(?!\\w))';
const SURVEY_BY =
  /\b(?:survey|poll)s?(?: (?!commissioned|funded|sponsored)[a-z]+ed(?: out)?)? (?:by|from) (?:[a-z][\w-]* ){0,4}$/;
const WORK_BY = new RegExp(`\\b${WORK} (?:by|from) (?:[a-z][\\w-]* ){0,4}$`);
const FIRM_OF_ANALYSTS = /(?<!\bAI )\b(?:[Rr]esearch|[Pp]olling) (?:firm|company) $/;
/** Behind an adviser that looks at others: "McKinsey estimates", "a Deloitte survey", "Goldman Sachs economists said". */
const FORESEES = new RegExp(
  "^(?:'s)?(?: Global Institute| Research)?" +
    anyOf(
      String.raw`(?: (?:analysts?|economists?|strategists?)(?: [^,"]{1,40})?)? (?:estimate[sd]?|anticipate[sd]?|(?:predict|forecast|project)(?:s|ed)?)\b(?! to\b)`,
      String.raw`[^,;"]{0,60} (?:price target|bullish|bearish|(?:buy|sell|hold|neutral|overweight|underweight|outperform) rating)\b`,
      String.raw`(?: (?:20\d\d|new|recent|latest|annual|global))* (?:survey|poll|study|report|analysis|forecast|estimates?|outlook|(?:research )?note)\b`,
      String.raw`,? (?:analysts?|economists?|strategists?)\b[^"]{0,40} (?:say|said|told|wrote|expect|reckon|see|warn)\b`,
    ),
);
const EXPECTS = '(?:expects|estimates|sees|believes|reckons|predicts|anticipates|forecasts)(?! to\\b)';
/** Behind a name whose own things are spoken of: "said its assistant", "of its own customers"; what it studies does not count. */
const OWN = new RegExp(
  `^(?:'s)?(?: AI)?,?(?: (?:AI|[A-Z][a-z]+day|${MONTHS}|[a-z\\d$][\\w%.,'-]*)){1,9}? its?\\b(?! (?:[\\w-]+ ){0,2}${WORK})(?! (?:is|was|will|would|could|can|has|may|might|takes|${EXPECTS})\\b)`,
);
/** Behind a name that brings something out, which is its own unless it is a piece of research. */
const BRINGS_OUT = new RegExp(
  `^,? (?:(?:has|have|today|recently|also|just) ){0,2}(?:launch|unveil|releas|introduc|announc)(?:e[sd]?|s)?\\b(?! that\\b)(?! (?:[\\w'-]+ ){0,4}?(?:${WORK}s?|results|findings|figures|ranking|index|quadrant)\\b)`,
);

const SAY =
  'sa(?:id|ys?)|warn(?:s|ed)|wr(?:ote|ites)|f(?:inds|ound)|report(?:s|ed)|s(?:ees?|aw)|expect(?:s|ed)?(?! to\\b)|anticipate[sd]|reckon(?:s|ed)|believe[sd]|thinks?|argue[sd]|note[sd]|suggest(?:s|ed)|conclude[sd]|calculate[sd]|caution(?:s|ed)|added|told (?:clients|investors)';
/** "On Tuesday", "in a research note to clients". */
const WHERE = `(?:(?:on|last|this) [\\w-]+|in (?:an?|the|its) (?:[\\w-]+ ){0,4}?${WORK}|(?:to|for) (?:clients|investors))`;
/** Behind who says something, up to what is said: "has warned in a note on Tuesday that". */
const SAYS = new RegExp(
  `^(?:, (?:an?|the|one of) [^,"]{2,60},)?(?: (?:has|have|had|also|now|recently|today))*(?: (?:${SAY}|${EXPECTS})\\b|:)(?: ${WHERE})*(?: (?:that )?it ${EXPECTS})?(?: that\\b|[:,])*`,
  'i',
);
/** Before who says what stands there: "according to"; in a headline "So many jobs: Kelmore". */
const SAID_BY = /\b(?:according to|said|says|warned|wrote) (?:the )?(?:[a-z][\w-]* ){0,3}$/i;
const HEADLINES_SOURCE = /(?:: | - )$/;
const IN_WORK = new RegExp(`^${WHERE}(?: ${WHERE})*, $`, 'i');
const ANALYSTS_AT = /\b(?:[Aa]nalyst|[Ee]conomist|[Ss]trategist)s?(?: [A-Z][\w'-]+){0,3},? (?:at|from|with) $/;

/** Whether who is named from `start` to `end` of a sentence is heard in it and tells of others alone. */
export function foresees(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start).replace(IN_WORK, '');
  const said = SAYS.exec(text.slice(end))?.[0];
  const by = (SAID_BY.exec(before) ?? (end === text.length ? HEADLINES_SOURCE.exec(before) : null))?.[0];
  if (said === undefined && by === undefined) return false;
  const lead = said === undefined && by ? before.slice(0, -by.length) : before;
  const rest = text.slice(end + (said?.length ?? 0));
  const clause = `${lead.replace(/\W+$/, '')} ${rest.replace(/^\W+/, '')}`.replace(/^\W+/, '');
  return !clause.includes(text.slice(start, end)) && isOfOthers(clause);
}

/** Whether the firm named at a place of a sentence tells what others do, as analysts and pollsters do: it is not whose claim it is. */
export function isObserver(text: string, name: string, at = text.indexOf(name)): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(at + name.length)];
  if (OWN.test(behind) || BRINGS_OUT.test(behind)) return false;
  if (HOUSE.test(name) || (!FIRMS.includes(name) && FIRM_OF_ANALYSTS.test(before))) return true;
  const advises = ADVISER.test(name) || (!FIRMS.includes(name) && ADVISER_NAMED.test(before));
  if (ANALYSTS_AT.test(before) && SAYS.test(behind) && (advises || !FIRMS.includes(name))) return true;
  if (advises) return FORESEES.test(behind) || WORK_BY.test(before) || foresees(text, at, at + name.length);
  return !FIRMS.includes(name) && SURVEY_BY.test(before);
}

/** Whether a known house of analysts, a bank or a consultancy that is named from `start` to `end` of a sentence tells of others. */
export const isObserved = (text: string, start: number, end: number): boolean =>
  [...text.slice(start, end).matchAll(KNOWN)].some((hit) => isObserver(text, hit[0], start + hit.index));

/** Whether a bank or a consultancy goes by a name. */
export const isAdviser = (name: string): boolean => ADVISER.test(name);

/** Whether a name is that of a house of analysts. */
export const isHouse = (name: string): boolean => HOUSE.test(name);
