import { escapePattern } from '@/lib/english/escape-pattern';
import { DOES, WILL_DO } from '@/lib/english/firm-words';
import { wordSet } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import type { Attribution } from './attribution';
import { ASIDE, isBeside, isMereMark, isNoFirm } from './bystanders';
import type { PageContext, Spot } from './context';
import { makerOf } from './lexicon/makers';
import { FIRMS, PRODUCTS } from './lexicon/names';
import { foresees, isAdviser, isHouse, isObserved, isObserver } from './observer';
import { isOfOthers } from './outlook';
import { ownerOf, shortName } from './page-owner';
import { type Token, withRoots } from './parse';

export interface Firm {
  /** Short name: "Kelmore Pay"; empty if the page does not give it. */
  name: string;
  /** The words of the sentence that stand for it. */
  text: string;
  span: Span | null;
}

/** Words with a capital that are no firm's name, nor the first of one: they open sentences, or name people, places, offices and days. */
const NOT_FIRM = wordSet(
  'The A An In On By For As At If It Its We Our You Your AI This That These With From And But So No Not',
  'More Most Over Under After Before While When Where What Who How Why Today Now One Two Three Nine',
  'Every Each All Early Thanks Together Fresh Meet Introducing State Generative Artificial Industry',
  'Customer Customers Consumer Consumers Shoppers People Workers Employees Banks Firms Startups',
  'Researchers Experts Investors Nothing Nobody User Users Developer Developers Teacher Teachers Lawyer',
  'Lawyers Engineer Engineers Agent Agents Copilot Copilots Monday Tuesday Wednesday Thursday Friday',
  'Saturday Sunday January February March April May June July August September October November',
  'December Fortune English American British European Europe US UK EU CEO CTO CFO Demand Internal',
  'Contract Hiring Headcount Savings Adoption Trusted Backed Built Far Health Human Safety Security',
  'Private Unlike Within There They Their Some Many Such Even Just Only Also Here Because Since Until',
  'Using New Next First Last Best Data Cost Code Software Technology Model Platform Insurance Pupils',
  'Students Superintelligence Retailers Smallholder Existing Former Roughly Nearly Almost About',
  'Two-thirds Seventy-five Half Of',
);

/**
 * The firm that gains from being believed, by name; and the words that stand for it in the sentence, whose verb begins at
 * `verb`: Infinity where none is certain.
 */
export function firmOf(
  context: PageContext,
  spot: Spot,
  attribution: Attribution,
  tokens: Token[],
  product: string,
  verb: number,
): Firm {
  const { text } = spot;
  const owner = ownerOf(context);
  const we = WE.exec(text);
  const words = we ?? COMPANY.exec(text);
  const named = owner ? ownWords(owner, text) : nameIn(context, text, attribution, tokens, verb);
  // "The company buys chips from Kelmore."
  const [from, to] = [attribution.span?.start ?? 0, attribution.span?.end ?? 0];
  const isSource = named && named.span!.start >= from && named.span!.end <= to;
  const isAnother = !owner && !isSource && named && words && words.index < verb && named.span!.start > verb;
  if (named && !isAnother) return named;
  const other = owner && !we && makerOf(product) !== owner ? guest(text, verb) : null;
  if (other) return other;
  const span = words ? { start: words.index, end: words.index + words[0].length } : null;
  // "Osei said that agents are calm" on a page about Kelmore: nobody knows whose agents.
  const isPersons =
    !words &&
    (PERSON_SAYS.test(text) ||
      (isObserved(text, from, to) && (from === 0 || isOfOthers(text.slice(0, from) + text.slice(to)))));
  const name = owner || (isPersons ? '' : subject(context)) || (words ? antecedent(context) : '') || makerOf(product);
  // "AI could replace so many jobs, the bank said."
  const isForeseen = words ? foresees(text, words.index, words.index + words[0].length) : isOfOthers(text);
  const isNotItsOwn =
    !owner &&
    ((isAdviser(name) && isForeseen) ||
      isMereMark(text, name) ||
      (words && !words[0].includes(name) && isDealtWith(text, name)));
  return { name: isNotItsOwn ? '' : name, text: words?.[0] ?? '', span };
}

/** Whether something is done with or to a firm: "our contract with Kelmore". */
function isDealtWith(text: string, firm: string): boolean {
  const at = firm ? text.indexOf(firm) : -1;
  return at > 0 && NO_SUBJECT.test(text.slice(0, at)) && !/^ [A-Z]/.test(text.slice(at + firm.length));
}

/** The house speaks of itself; where something helps "us", a customer speaks of it. */
const WE = /\b(?:[Ww]e|[Oo]ur)\b|(?<!\b(?:help|let|allow|enabl|g[ai]v|ma[dk])\w* )\b[Uu]s\b/;
const COMPANY =
  /\b(?:the|its) (?!(?:research|polling) firm)(?:[\w-]+ )?(?:company|firm|start-?up|vendor|maker|lab|group|bank|insurer|retailer|airline|studio|lender)\b/i;
const PERSON_SAYS =
  /^\W*(?:[Hh]e|[Ss]he|(?:[A-Z][\w.'-]+ ){1,3}?[A-Z][\w.'-]+|(?!AI\b|It\b|The\b)[A-Z][\w.'-]+) (?:also )?(?:said|says|told|tells|wrote|added|adds|noted|believes|explained)\b/;

/** The page's own firm where the sentence names it, a division of it by its full name. */
function ownWords(owner: string, text: string): Firm | null {
  const at = text.search(new RegExp(`\\b${escapePattern(owner)}\\b(?!\\.\\w)`));
  if (at < 0) return null;
  const full = FIRMS.find((f) => f.startsWith(`${owner} `) && text.startsWith(f, at)) ?? owner;
  return { name: full, text: full, span: { start: at, end: at + full.length } };
}

/** A known firm that acts in a sentence on the page of another. */
function guest(text: string, verb: number): Firm | null {
  const found = firmsIn(text).find(
    ({ name, span }) =>
      !isObserver(text, name, span!.start) && span!.start < verb && !/\w/.test(text.slice(0, span!.start)),
  );
  // "Adobe Firefly" is a thing.
  return found && !/^(?:-\w| [A-Z])/.test(text.slice(found.span!.end)) ? found : null;
}

/** Sentences that must name a firm before "the company" on a page may mean it. */
const OFTEN = 3;
const dominant = new WeakMap<PageContext, string>();

/** Whom "the company" or "we" means where the title does not say: the firm that the whole page is about, or nobody. */
function antecedent(context: PageContext): string {
  const known = dominant.get(context);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { text } of context.spots) {
    const name = nameIn(context, text, NOBODY, [], Number.POSITIVE_INFINITY)?.name;
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  const isClear = first && first[1] >= OFTEN && first[1] >= 2 * (second?.[1] ?? 0);
  const name = isClear && !isHouse(first[0]) ? first[0] : '';
  dominant.set(context, name);
  return name;
}

/** An attribution in which nobody speaks: for looking at a sentence's names alone. */
const NOBODY: Attribution = {
  source: 'none',
  quoted: false,
  distanced: false,
  span: null,
  words: '',
  speaker: '',
  role: '',
};

/** A first name that the general lexicon knows marks a person. */
const isPerson = (name: string, tokens: Token[]): boolean =>
  tokens.some((t) => t.tags.has('FirstName') && name.startsWith(t.text.replace(/'s$/, '')));

/** Openers, roles and firms that a loose pattern takes for a person. */
const NO_PERSON =
  /^(?:Key|It|Put|To|Now|Five|What|Users?|Compared)\b|\b(?:Chair\w*|CEO|CTO|Points|Systems\w*|Group|Labs?|Alliance|Council|Research|Officer|President|Statement|Report|Today)$/;

/**
 * A surname that the page has introduced, or a full name that is a person's for all one can see: it has a first name, or a
 * post beside it. Never a firm's.
 */
export function isSpeaker(context: PageContext, { speaker, role }: Attribution, firm: string): boolean {
  if (!speaker || NO_PERSON.test(speaker) || (firm && (speaker.includes(firm) || firm.includes(speaker)))) return false;
  const parts = speaker.split(' ');
  if (parts.length === 1) return surnames(context).has(speaker);
  if (
    FIRMS.includes(speaker) ||
    parts.some((p) => FIRMS.includes(p) || PRODUCTS.includes(p)) ||
    NOT_FIRM.has(parts[0]!)
  )
    return false;
  return role !== '' || isPerson(speaker, withRoots(speaker));
}

const people = new WeakMap<PageContext, Set<string>>();

/**
 * Surnames of those whom the page introduces as people ("Idris Valcourt, its founder", "Lena Marchetti said"): a later
 * "Valcourt said" is no firm, and no joke may make it one.
 */
function surnames(context: PageContext): Set<string> {
  const known = people.get(context);
  if (known) return known;
  const introduced = /[A-Z][a-z]+ ([A-Z][A-Za-z'-]+)(?=,| (?:told|said|says|wrote|writes|added|who|and)\b)/g;
  const found = new Set(context.spots.flatMap(({ text }) => [...text.matchAll(introduced)].map((hit) => hit[1] ?? '')));
  people.set(context, found);
  return found;
}

const ACTS = new RegExp(
  String.raw`^(?:'s\b| (?:${DOES}|(?:has|is) (?:\w+ing|\w+ed)|is (?:the|an?) (?:[\w-]+ ){0,3}(?:provider|maker|company|firm|leader|vendor)|claim|expect|today|boss|to(?= ${WILL_DO}))\b)`,
);
/** What a thing's name begins with, a day that was glued to a firm's. */
const GENERAL =
  /^(?:AI|Generative|Artificial|Data|Health|Human|Safety|Security|Software|Technology|Digital|Cloud) | \w+day\b/;
/** Bodies that sell nothing. */
const PUBLIC =
  /\b(?:Consortium|Institute|Department|University|Agency|Commission|Association|Union|Government|Act|Court|Council|Foundation|Congress|Ministry|College)\b/;

/** The known firms that a sentence names, as they come; none that another is compared with, told of or marked by. */
function firmsIn(text: string): Firm[] {
  const known: Firm[] = [];
  for (const firm of FIRMS) {
    const at = text.indexOf(firm);
    if (at < 0 || /\w/.test(text[at - 1] ?? ' ') || /\w/.test(text[at + firm.length] ?? ' ')) continue;
    if (known.some((k) => k.span!.start <= at && k.span!.end >= at + firm.length)) continue;
    known.push({ name: firm, text: firm, span: { start: at, end: at + firm.length } });
  }
  const free = known.filter(({ name, span }) => {
    const before = text.slice(0, span!.start);
    const behind = text.slice(span!.end);
    return !(
      ASIDE.test(before) ||
      isBeside(before, name, behind) ||
      isMereMark(text, name, span!.start) ||
      isNoFirm(text, span!.start)
    );
  });
  return free.sort((a, b) => a.span!.start - b.span!.start);
}

/** Behind a firm that acts in a second clause: "reports say that Kelmore may". */
const ACTS_TOO = /^(?:'s)? (?!(?:and|or|in|on|of|for|to|with|at|by|from|as)\b)[a-z]/;

/** Before a person's name. */
const POST =
  /\b(?:spokes\w+|chief|CEO|CFO|CTO|COO|(?:co-?)?founder|president|director|executive|officer|head|boss|analyst|professor|scientist|researcher) $/i;

/** Verbs of people and firms alike; people do not speak of themselves as "it". */
const TALKS = /^ (?:said|says|claims?|expects?|told|estimates|promised|vows)\b(?! (?:that )?its?\b)/;

function nameIn(
  context: PageContext,
  text: string,
  attribution: Attribution,
  tokens: Token[],
  verb: number,
): Firm | null {
  // Whom a page is about is counted by every name.
  const observes = (name: string, at: number) => attribution !== NOBODY && isObserver(text, name, at);
  const free = firmsIn(text).filter(
    ({ name, span }) =>
      !observes(name, span!.start) &&
      (span!.start < verb || (ACTS_TOO.test(text.slice(span!.end)) && !NO_SUBJECT.test(text.slice(0, span!.start)))),
  );
  const about = free.find((k) => context.names.includes(k.name));
  // Who acts, rather than whom the page is about.
  const acting = about && about.span!.start > verb ? free[0] : about;
  if (acting ?? free[0]) return acting ?? free[0]!;
  for (const hit of text.matchAll(/\b[A-Z][A-Za-z&]+(?:-[A-Z]\w+)?(?: (?:[A-Z][A-Za-z&]+|of(?= [A-Z])))*(?:'s)?/g)) {
    let name = hit[0].replace(/'s$/, '');
    let start = hit.index;
    for (let first = name.split(' ')[0]!; NOT_FIRM.has(first) && name.includes(' '); first = name.split(' ')[0]!) {
      start += first.length + 1;
      name = name.slice(first.length + 1);
    }
    if (
      PUBLIC.test(hit[0]) ||
      GENERAL.test(hit[0]) ||
      /\b[A-Z]\.? $/.test(text.slice(0, start)) ||
      /[\d.] $/.test(text.slice(0, start)) ||
      /^\.\w/.test(text.slice(start + name.length)) ||
      /^Ex-/.test(name) ||
      isMereMark(text, name, start) ||
      isBeside(text.slice(0, start), name, text.slice(start + name.length))
    )
      continue;
    name = shortName(name.replace(/ AI$/, ''));
    if (name.length < 3 || NOT_FIRM.has(name) || context.page.host.split('.').includes(name.toLowerCase())) continue;
    if (isPerson(name, tokens) || makerOf(name)) continue;
    if (attribution.quoted && attribution.source !== 'company' && attribution.speaker === name && name.includes(' '))
      continue;
    if (observes(name, start)) continue;
    if (PRODUCTS.includes(name) || /^(?:GPT|MMLU|GPQA|LMArena|SWE|API|MATH|Human)/.test(name)) continue;
    if (surnames(context).has(name) || isPlace(name, tokens)) continue;
    if (!name.includes(' ') && !context.names.includes(name) && TALKS.test(text.slice(start + name.length))) continue;
    if (/^[“"'(\s]*$/.test(text.slice(0, start)) && isCommonWord(name, tokens) && !isNameElsewhere(context, name))
      continue;
    const before = text.slice(Math.max(0, start - 30), start);
    if (POST.test(before)) continue;
    const acts =
      (start < verb && ACTS.test(text.slice(start + name.length, start + name.length + 60))) ||
      (/\b(?:of|by|at|for|says|said) $/.test(before) &&
        !/\b(?:state|head|chief|director|vice president|president) of $/i.test(before) &&
        (context.names.includes(name) || context.spots.length === 1));
    if (acts && !ASIDE.test(before)) return { name, text: name, span: { start, end: start + name.length } };
  }
  return null;
}

/** A country or a town, of which no firm takes its name for all that one can see. */
const isPlace = (name: string, tokens: Token[]): boolean =>
  tokens.some(
    ({ text, tags }) => text.replace(/(?:'s|,)$/, '') === name && tags.has('Place') && !tags.has('Organization'),
  );

/** A word that opens its sentence and, for all that one can see, has its capital from that: “Earlier”, “Contestants”. */
const isCommonWord = (name: string, tokens: Token[]): boolean =>
  tokens.some(
    ({ text, tags }) =>
      text.replace(/[,.]$/, '') === name &&
      ['Adverb', 'Adjective', 'Verb', 'Plural', 'Pronoun', 'Determiner', 'Preposition'].some((tag) => tags.has(tag)) &&
      !tags.has('Organization'),
  );

/** Whether the page writes the word with a capital where no sentence begins. */
const isNameElsewhere = (context: PageContext, name: string): boolean =>
  context.names.includes(name) ||
  context.spots.some(({ text }) => new RegExp(`[a-z,] ${escapePattern(name)}\\b`).test(text));

/** Before what something is done to or with. */
const NO_SUBJECT = /\b(?:in|of|with|to|from|on|at|for|than|like|over|against|into|via)(?: the)? $/i;

/** The firm that a report is about: the one known name of the title, or who announces in it. */
function subject(context: PageContext): string {
  const { house, title } = context;
  const [known, other] = (house === 'news' ? firmsIn(title) : []).filter(
    ({ name, span }) => !isObserver(title, name, span!.start),
  );
  if (known) return other || NO_SUBJECT.test(context.title.slice(0, known.span!.start)) ? '' : known.name;
  const first =
    /^([A-Z][\w&]+(?: [A-Z][\w&]+){0,2}) (?:announces?|launches|unveils?|introduces|says|to |will|raises|partners|expands|releases|debuts)/.exec(
      context.title,
    );
  const name = first?.[1] ?? '';
  const isFirm = name && !NOT_FIRM.has(name.split(' ')[0]!) && !/^Company$/.test(name);
  return isFirm && !isObserver(context.title, name) ? shortName(name) : '';
}
