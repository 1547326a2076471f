import type { Claim, FigureRole, PageText, Passage, Quantity, Slots } from '@/lib/model';
import { plain } from '../english/fold';
import { digits } from '../english/numbers';
import { isPlural } from '../english/plurals';
import { amountOf } from './figures';
import { spoken } from './match';
import { clean, companyName, isMachines, isPerson, mentionedInPassing, speaksOf } from './names';
import { type Value, value } from './values';

/** A counted thing of the claim, for conditions like `n~language`. */
export interface Count extends Value {
  unit: string;
  /** An end of a range. */
  range?: true;
}

/** A claim in its sentence, with what several slots and flags ask for, worked out once. */
export interface ClaimView {
  page: PageText;
  claim: Claim;
  slots: Slots;
  /** Text of the paragraph. */
  passage: string;
  sentence: string;
  /** The sentence as `plain` text. */
  text: string;
  /** Of the page; null if unknown. */
  year: number | null;
  /** The firm, where the sentence is about it and it can be named; else ''. */
  company: string;
  /** People at work, plural; else ''. */
  workers: string;
  counts: readonly Count[];
  /** The one count of people. */
  heads: Count | null;
  /** The one clear percentage, and what it is said of. */
  percent: Quantity | null;
  percentOf: FigureRole | '';
  /** The one valuation, and the one other sum of money. */
  valuation: Quantity | null;
  money: Quantity | null;
  /** In lower case, the claim's own first. */
  hedges: readonly string[];
}

const PEOPLE =
  /\b(?:people|persons?|humans?|workers?|employees|staff|staffers|jobs?|roles?|positions?|posts|headcount|heads|ftes?|full-time equivalents?|agents|engineers|developers|programmers|colleagues|representatives|reps|advisers|advisors|analysts|lawyers|paralegals|translators|interpreters|writers|editors|journalists|designers|accountants|bookkeepers|managers|recruiters|drivers|nurses|doctors|clerks|tellers|cashiers|consultants|contractors|moderators|technicians|operators|testers|marketers|salespeople|researchers|scientists|teachers|freelancers|specialists|team members|associates)\b/i;
/** Hedges that need no number beside them and mean one thing wherever they stand. */
const SOFT = [
  'in some cases$',
  'studies suggest$',
  'is expected to$',
  'are expected to$',
  'aims to$',
  'designed to$',
  'on average$',
  'potentially$',
];
/** "About" and "over" hedge only beside a number; elsewhere they are prepositions. */
const LOOSE = /^(?:about|over|around|under|some|more than|nearly|almost|up to)$/i;

/** The figure of a list of one, unless it is an end of a range: of “$1.5-2 billion” neither end stands for the sum, nor does a sum beside them. */
export function only<T extends { range?: true }>(figures: readonly T[]): T | null {
  const [one, ...more] = figures;
  return one && more.length === 0 && !one.range ? one : null;
}

/** The passage of a claim. */
export function passageOf(page: PageText, claim: Claim): Passage | undefined {
  return page.passages[claim.passage]?.index === claim.passage
    ? page.passages[claim.passage]
    : page.passages.find((p) => p.index === claim.passage);
}

/** @param year the page's year, null if unknown */
export function viewOf(page: PageText, claim: Claim, year: number | null): ClaimView {
  const { slots } = claim;
  const passage = passageOf(page, claim)?.text ?? '';
  const sentence = passage.slice(claim.sentence.start, claim.sentence.end) || claim.quote;
  const text = plain(sentence);
  const workers = workersOf(slots);
  const counts = countsOf(slots.quantities);
  // “Two-thirds” is no “66.7%”.
  const percent = only(slots.quantities.filter((q) => q.type === 'percent' && q.value !== null && /\d/.test(q.text)));
  const moneys = slots.quantities.filter((q) => q.type === 'money');
  return {
    page,
    claim,
    slots,
    passage,
    sentence,
    text,
    year,
    company: companyOf(sentence, slots),
    workers,
    counts,
    heads: only(
      counts.filter(
        ({ unit }) =>
          !isMachines(unit) && (PEOPLE.test(unit) || (workers !== '' && unit !== '' && plain(workers).endsWith(unit))),
      ),
    ),
    percent,
    percentOf: percent?.role ?? '',
    valuation: only(moneys.filter((q) => q.role === 'valuation')),
    money: only(moneys.filter((q) => q.role !== 'valuation')),
    hedges: hedgesOf(sentence, text, slots),
  };
}

function companyOf(sentence: string, slots: Slots): string {
  const { actor, speaker } = slots;
  const text = plain(sentence);
  const nobody = mentionedInPassing(text, actor) || isPerson(text, actor) || actor === speaker;
  return nobody || !speaksOf(sentence, slots) ? '' : companyName(actor);
}

function workersOf(slots: Slots): string {
  const workers = clean(slots.workers, 4);
  const people = workers !== '' && isPlural(workers) && !/\b(?:jobs|roles|positions|posts)$|\d/i.test(workers);
  return people ? workers : '';
}

/** What is counted. */
function countsOf(quantities: readonly Quantity[]): Count[] {
  return quantities
    .filter((q) => q.type === 'count' && q.value !== null && q.value >= 0)
    .map((q) => ({
      ...value(digits(q.value ?? 0), amountOf(q)),
      unit: plain(q.unit),
      ...(q.range && { range: q.range }),
    }));
}

function hedgesOf(sentence: string, text: string, { hedge, quantities }: Slots): string[] {
  const own = LOOSE.test(hedge.trim()) || isMonth(sentence, hedge) ? '' : hedge;
  return [own, ...quantities.map((q) => q.hedge), ...SOFT.map((soft) => spoken(text, soft))]
    .map((words) => plain(words).trim())
    .filter(Boolean);
}

/** “In May”, not “may”: a hedge in lower case stands nowhere in the sentence. */
const isMonth = (sentence: string, hedge: string): boolean => /^may$/i.test(hedge.trim()) && !/\bmay\b/.test(sentence);
