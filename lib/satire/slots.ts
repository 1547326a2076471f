import type { Quantity, SentencePart } from '@/lib/model';
import { SENTENCE_PARTS } from '@/lib/model';
import { amount, digits, inWords } from '../english/numbers';
import { isPlural, singular } from '../english/plurals';
import { type ClaimView, only } from './claim-view';
import { amountOf, isDate, isLowerBound, moneyText } from './figures';
import { hasNoFigure } from './flags';
import { clean, companyName, countNoun, isObject, isWhole, keepsCapitals, properName } from './names';
import { oneIn, rest, type Sum } from './sums';
import { type Value, value } from './values';

/** A slot of the pack format. */
export interface SlotRule {
  /** The long name that a writer may use instead. */
  long?: string;
  /** What stands in it for a claim; null where nothing does. Without it the slot is filled with the line or for the whole page. */
  of?(view: ClaimView): Value | null;
}

/** Text from the page, if it is fit to be put into a sentence. */
const textOf = (raw: string, words = 6): Value => value(clean(raw, words));

const moneyOf = (q: Quantity | null): Value | null =>
  q && q.value !== null ? value(moneyText(q), { ...amountOf(q), currency: q.unit }) : null;

/** The one quantity of a claim that is of a type, and of a unit where one is asked for. */
const theOne = ({ slots }: ClaimView, type: Quantity['type'], unit = /(?:)/): Quantity | null =>
  only(slots.quantities.filter((q) => q.type === type && unit.test(q.unit)));

const USERS = /\b(?:users|people|customers|subscribers|members|consumers|listeners|players)\b/i;

/** A sum on what is left of the percentage, where it is a share and no “more than”. */
function ofShare({ percent, percentOf }: ClaimView, made: (percent: number) => Sum | null): Value | null {
  if (!percent || percent.value === null || (percentOf !== 'accuracy' && percentOf !== 'share')) return null;
  if (isLowerBound(percent)) return null;
  const sum = made(percent.value);
  return sum && value(sum.text, { ...amountOf(percent), amount: 100 - percent.value, working: sum.working });
}

/** When it is due. “Before the decade is out” and “this decade” are put as lines can say it behind “by”. */
const deadlineOf = ({ slots }: ClaimView): string =>
  clean(slots.deadline, 6)
    .replace(/^(?:by|until|within|in|before)\s+/i, '')
    .replace(/^(?:(?:the|this) )?decade(?: is out)?$/i, 'the end of the decade');

const dueYear = (view: ClaimView): number => Number(/\b20\d\d\b/.exec(deadlineOf(view))?.[0] ?? 0);

/** “Four years”, as written or counted from the page's year. */
function yearsLeft(view: ClaimView): Value | null {
  const [deadline, due, { year }] = [deadlineOf(view), dueYear(view), view];
  const written = /^(two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:(years)|months)$/i.exec(deadline);
  if (written) return value(deadline, { amount: written[2] ? amount(written[1] ?? '') : null });
  const left = due && year ? due - year : 0;
  return left >= 2 ? value(`${inWords(left)} years`, { amount: left, working: `${due} − ${year} = ${left}` }) : null;
}

/** Nouns with an article of their own, or none: “the best tool”, “our agent”. */
const NO_NOUN =
  /^(?:best|most|first|leading|latest|newest|top|our|their|its|this|such|own|new|next|better|same|other|many|more|only|any|every)\b/i;
/** A bare “tool” or “system” could be anybody's. */
const ANYBODYS = /^(?:AI )?(?:tool|system|model|platform|product|service|solution|feature|technology)$/i;

function technologyOf({ slots, sentence }: ClaimView): Value | null {
  const tech = clean(slots.technologyNoun, 4);
  if (!tech || !countNoun(tech) || !keepsCapitals(sentence, tech) || NO_NOUN.test(tech)) return null;
  return value(tech, { specific: !ANYBODYS.test(tech) });
}

function partnerOf({ slots, company }: ClaimView): Value | null {
  const partner = clean(companyName(slots.partner));
  return partner === company ? null : value(partner);
}

/** Parts of the build that count something; a condition may compare them. */
const COUNTED: ReadonlySet<string> = new Set<SentencePart>(['nitems', 'length', 'nai', 'nyou', 'nwe']);

function partOf(view: ClaimView, part: SentencePart): Value | null {
  const found = view.claim.build.parts[part];
  if (!found || (part === 'label' && !hasNoFigure(view))) return null;
  const amount = COUNTED.has(part) || /^\d+$/.test(found) ? Number(found) : null;
  return value(COUNTED.has(part) ? inWords(amount ?? 0) : found.replace(/'/g, '’'), { amount });
}

/** Every slot of the pack format, by its short name: the lint knows these and no other, and the writers' README names them. */
export const SLOT_RULES: Readonly<Record<string, SlotRule>> = {
  co: {
    long: 'company',
    of: ({ company }) => value(company, { specific: false }),
  },
  "co's": { long: "company's" },
  title: { long: 'boss title', of: ({ slots }) => value(clean(slots.speakerRole, 4)) },
  n: { long: 'number', of: ({ heads }) => (heads && Number.isInteger(heads.amount) ? heads : null) },
  nwords: {
    long: 'number in words',
    of: ({ heads }) =>
      heads && Number.isInteger(heads.amount) ? { ...heads, text: inWords(heads.amount ?? 0) } : null,
  },
  workers: { of: ({ workers }) => value(workers) },
  worker: {
    of: ({ workers, slots }) => {
      const worker = workers && (clean(slots.worker, 4) || singular(workers));
      return isPlural(worker) ? null : value(worker);
    },
  },
  pct: { long: 'percent', of: ({ percent }) => percent && value(String(percent.value), amountOf(percent)) },
  rest: { long: 'the rest', of: (view) => ofShare(view, rest) },
  onein: { long: 'one in', of: (view) => ofShare(view, oneIn) },
  money: { of: ({ money }) => moneyOf(money) },
  val: { long: 'valuation', of: ({ valuation }) => moneyOf(valuation) },
  deadline: {
    of: (view) => {
      const date = deadlineOf(view);
      return isDate(date)
        ? value(date.replace(/^(end|start|middle|summer|spring|fall|autumn) of/i, 'the $1 of'))
        : null;
    },
  },
  deadline_year: {
    long: 'deadline year',
    of: (view) => {
      const due = dueYear(view);
      return due ? value(String(due), { amount: due }) : null;
    },
  },
  years: { long: 'years left', of: yearsLeft },
  year: { of: ({ year }) => (year ? value(String(year), { amount: year, specific: false }) : null) },
  tech: { long: 'technology', of: technologyOf },
  product: {
    of: ({ slots, company, sentence }) => {
      const product = clean(slots.product, 4);
      return product !== company && properName(product) && isWhole(sentence, product) ? value(product) : null;
    },
  },
  thing: {
    of: ({ slots, text }) =>
      // The reader has things in small letters; this one is said as letters.
      isObject(slots.thing, text) && !isPlural(slots.thing) ? textOf(slots.thing.replace(/^tv$/, 'TV'), 3) : null,
  },
  task: { of: ({ slots }) => textOf(slots.task, 5) },
  vs: {
    long: 'rival',
    of: ({ slots }) => {
      const rival = clean(slots.rival, 4);
      return isPlural(rival) ? value(rival) : null;
    },
  },
  hours: {
    of: (view) => {
      const hours = theOne(view, 'duration', /hour/i);
      return hours && hours.value !== null ? value(digits(hours.value), amountOf(hours)) : null;
    },
  },
  // “Doubled” and “twice” are not “two times”.
  mult: {
    long: 'times',
    of: (view) => {
      const times = theOne(view, 'multiple');
      const clear = times && (times.value ?? 0) >= 3;
      return clear ? value(inWords(times.value ?? 0), amountOf(times)) : null;
    },
  },
  users: {
    of: ({ counts }) => {
      const users = only(counts.filter((c) => USERS.test(c.unit)));
      return users && (users.amount ?? 0) >= 1000 ? users : null;
    },
  },
  power: {
    of: (view) => {
      const power = theOne(view, 'power');
      if (!power || power.value === null) return null;
      const watts = power.unit === 'GW' ? 'gigawatt' : 'megawatt';
      const number = power.text.replace(/[ -]?(?:[GM]W|(?:giga|mega)watts?)$/i, '');
      return value(`${number} ${watts}${power.value === 1 ? '' : 's'}`, amountOf(power));
    },
  },
  plan: { of: ({ slots }) => textOf(slots.plan) },
  place: { of: ({ slots }) => textOf(slots.place) },
  partner: { of: partnerOf },
  source: { of: ({ slots }) => textOf(slots.source) },
  bench: { long: 'benchmark', of: ({ slots }) => textOf(slots.benchmark) },
  old: { long: 'old business', of: ({ slots }) => textOf(slots.oldBusiness) },
  euph: { long: 'euphemism', of: ({ slots }) => textOf(slots.euphemism) },
  hedge: { of: ({ hedges }) => textOf(hedges[0] ?? '') },
  count: {
    of: ({ passage }) => {
      const mentions = (passage.match(/\bAI\b|artificial intelligence/gi) ?? []).length;
      return mentions > 0 ? value(String(mentions), { amount: mentions, specific: false }) : null;
    },
  },
  said: { long: 'the words' },
  said2: {},
  claimed: {},
  buzz: { long: 'buzzword' },
  jar: {},
  nkinds: {},
  figures: {},
  supported: {},
  ...Object.fromEntries(SENTENCE_PARTS.map((part) => [part, { of: (view: ClaimView) => partOf(view, part) }])),
};

/** Slots of an end note: they count on the page as a whole. */
export const OF_THE_PAGE: ReadonlySet<string> = new Set(['nkinds', 'figures', 'supported']);

/** Slots that a joke may use and no condition can ask for: what they hold, other conditions have found. */
export const NAMELESS: ReadonlySet<string> = new Set(["co's", 'said', 'said2']);

/** Slots that hold words and no number, so that no condition can compare them. */
export const WORDED: ReadonlySet<string> = new Set([
  ...NAMELESS,
  ...'co title workers worker deadline tech product thing task vs plan place partner source bench old euph hedge'.split(
    ' ',
  ),
  ...['claimed', 'buzz'],
]);

/** What stands in each slot for a claim. */
export function valuesOf(view: ClaimView): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const [slot, { of }] of Object.entries(SLOT_RULES)) {
    const filled = of?.(view);
    if (filled && filled.text !== '') values.set(slot, filled);
  }
  return values;
}
