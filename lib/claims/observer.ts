import { MONTHS } from '@/lib/english/months';
import { FIRMS } from './lexicon/names';
import { ANALYSTS } from './lexicon/roles';

/** Houses that live by watching others; the lab of a known maker is the maker, and Deep Research a product. */
const HOUSES = `(?:${ANALYSTS})\\b|(?!(?:AI|Our|The|New|Applied|Market|User|Recent|Further) )(?:(?!(?:${FIRMS.join('|')}|Facebook|Lam|Nous|Deep) )[A-Z][\\w&-]+ ){1,3}Research\\b`;
/** Banks and consultancies: they boast of AI of their own and, elsewhere, foresee what it will do to others. */
const ADVISERS =
  'Goldman Sachs|Morgan Stanley|JPMorgan Chase|JPMorgan|Citi(?:group)?|UBS|Barclays|Bank of America|McKinsey|BCG|Bain|Deloitte|PwC|KPMG|EY|Accenture';
const HOUSE = new RegExp(`^(?:${HOUSES})`);
const ADVISER = new RegExp(`^(?:${ADVISERS})$`);
const KNOWN = new RegExp(`\\b(?:${HOUSES}|(?:${ADVISERS})\\b)`, 'g');
const WORK = '(?:survey|poll|study|report|analysis|research|forecast|estimate)';
const SURVEY_BY =
  /\b(?:survey|poll)s?(?: (?!commissioned|funded|sponsored)[a-z]+ed(?: out)?)? (?:by|from) (?:[a-z][\w-]* ){0,4}$/;
const WORK_BY = new RegExp(`\\b${WORK} (?:by|from) (?:[a-z][\\w-]* ){0,4}$`);
const FIRM_OF_ANALYSTS = /(?<!\bAI )\b(?:[Rr]esearch|[Pp]olling) (?:firm|company) $/;
/** Behind an adviser that looks at others: "McKinsey estimates", "a Deloitte survey", "Goldman Sachs economists said". */
const FORESEES =
  /^(?:'s)?(?: Global Institute| Research)?(?:(?: (?:analysts?|economists?|strategists?)(?: [^,"]{1,40})?)? (?:estimate|predict|forecast|project)(?:s|ed)?\b(?! to\b)|(?: (?:20\d\d|new|recent|latest|annual|global))* (?:survey|poll|study|report|analysis|forecast)\b|,? (?:analysts?|economists?|strategists?)\b[^"]{0,40} (?:say|said|told|wrote|expect|reckon|see|warn)\b)/;
/** Behind a name whose own things are spoken of: "said its assistant", "of its own customers"; what it studies does not count. */
const OWN = new RegExp(
  `^(?:'s)?(?: AI)?,?(?: (?:AI|[A-Z][a-z]+day|${MONTHS}|[a-z\\d$][\\w%.,'-]*)){1,9}? its?\\b(?! (?:[\\w-]+ ){0,2}${WORK})(?! (?:is|was|will|would|could|can|has|may|might|takes)\\b)`,
);
/** Behind a name that brings something out, which is its own unless it is a piece of research. */
const BRINGS_OUT = new RegExp(
  `^,? (?:(?:has|have|today|recently|also|just) ){0,2}(?:launch|unveil|releas|introduc|announc)(?:e[sd]?|s)?\\b(?! that\\b)(?! (?:[\\w'-]+ ){0,4}?(?:${WORK}s?|results|findings|figures|ranking|index|quadrant)\\b)`,
);

/** Whether the firm named at a place of a sentence tells what others do, as analysts and pollsters do: it is not whose claim it is. */
export function isObserver(text: string, name: string, at = text.indexOf(name)): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(at + name.length)];
  if (OWN.test(behind) || BRINGS_OUT.test(behind)) return false;
  if (HOUSE.test(name) || (!FIRMS.includes(name) && FIRM_OF_ANALYSTS.test(before))) return true;
  if (ADVISER.test(name)) return FORESEES.test(behind) || WORK_BY.test(before);
  return !FIRMS.includes(name) && SURVEY_BY.test(before);
}

/** Whether a known house of analysts, a bank or a consultancy tells of others in the first `end` letters of a sentence. */
export const isObserved = (text: string, end: number): boolean =>
  [...text.slice(0, end).matchAll(KNOWN)].some((hit) => isObserver(text, hit[0], hit.index));

/** Whether a name is that of a house of analysts. */
export const isHouse = (name: string): boolean => HOUSE.test(name);
