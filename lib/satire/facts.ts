import type { Claim, Kind, PageText, Passage, Quantity, Reading } from '@/lib/model';
import { plain } from '../english/fold';
import { digits, inWords } from '../english/numbers';
import { isPlural, singular } from '../english/plurals';
import { claimedIn, keyNames } from './claim-keys';
import { amountOf, around, isDate, isRange, moneyText, percentRole } from './figures';
import { spoken } from './match';
import {
  clean,
  companyName,
  countNoun,
  isObject,
  isPerson,
  isWhole,
  keepsCapitals,
  mentionedInPassing,
  properName,
  speaksOf,
  withoutHumanAgents,
} from './names';
import { keyWords } from './overlap';
import { buildOf, COUNTED, onlyNamesHaveNumbers } from './sentence';
import { oneIn, rest, type Sum } from './sums';
import { topicsOf } from './topics';

/** What a slot of a line may be filled with. */
export interface Value {
  text: string;
  /** The number behind it, for conditions and sums; null where the words are vague. */
  amount: number | null;
  currency: string;
  /** "about", "nearly": sums are rounded harder. */
  rough: boolean;
  /** "up to": fills only lines that ask for the hedge. */
  bounded: boolean;
  /** Working of a value that is itself a sum (the rest, one in). */
  working: string;
  /** Set for values that tie a line to this very claim. */
  specific: boolean;
}

/** A counted thing of the claim, for conditions like `n~language`. */
interface Count extends Value {
  unit: string;
}

/** Everything the choice of a line may depend on for one claim. */
export interface Facts {
  claim: Claim;
  kind: Kind;
  /** The claim's sentence (or quote, where claims share a sentence), as `plain` text. */
  text: string;
  /** Stems of the words that tell this claim from others. */
  keyWords: ReadonlySet<string>;
  /** Names of the patterns that make it a claim of its kind: "saves time". */
  keys: ReadonlySet<string>;
  /** The words of those patterns, where they can be quoted. */
  claimed: ReadonlyMap<string, string>;
  topics: ReadonlySet<string>;
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, Value>;
  counts: readonly Count[];
  buzzwords: readonly string[];
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
/** Kinds of claim that boast: a hedge on bad news or on a promise of care is no joke. */
const BOASTS: ReadonlySet<Kind> = new Set<Kind>([
  'capability-superlative',
  'productivity-gain',
  'business-impact',
  'future-promise',
  'accuracy-reliability',
  'societal-benefit',
  'labour-equivalence',
  'agentic-autonomy',
  'sweeping-transformation',
  'pricing-access',
  'benchmark-performance',
  'human-parity',
  'adoption-scale',
  'funding-partnership',
  'ai-washed-product',
]);
const USERS = /\b(?:users|people|customers|subscribers|members|consumers|listeners|players)\b/i;

const value = (text: string, extra: Partial<Value> = {}): Value => ({
  text,
  amount: null,
  currency: '',
  rough: false,
  bounded: false,
  working: '',
  specific: true,
  ...extra,
});

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** The facts of one claim. `year` is the page's year, null if unknown. */
export function factsOf(page: PageText, reading: Reading, claim: Claim, year: number | null): Facts {
  const [passage, s] = [passageOf(page, claim), claim.slots];
  const shared = reading.claims.some(
    (c) => c !== claim && c.passage === claim.passage && c.sentence.start === claim.sentence.start,
  );
  const sentence = passage?.text.slice(claim.sentence.start, claim.sentence.end) || claim.quote;
  const text = plain(shared ? claim.quote : sentence);
  const flags = new Set<string>();
  const values = new Map<string, Value>();
  const put = (slot: string, filled: Value | null | undefined) => {
    if (filled && filled.text !== '') values.set(slot, filled);
  };
  const putText = (slot: string, raw: string, words = 5) => put(slot, value(clean(raw, words)));

  const nobody = mentionedInPassing(text, s.actor) || isPerson(text, s.actor) || s.actor === s.speaker;
  const company = nobody || !speaksOf(text, s) ? '' : companyName(s.actor);
  if (company) put('co', value(company, { specific: false }));
  putText('title', s.speakerRole.toLowerCase(), 4);

  const workers = clean(s.workers, 4);
  const people = workers !== '' && isPlural(workers) && !/\b(?:jobs|roles|positions|posts)$|\d/i.test(workers);
  if (people) {
    put('workers', value(workers));
    const worker = clean(s.worker, 4) || singular(workers);
    if (!isPlural(worker)) put('worker', value(worker));
  }

  const q = s.quantities;
  const counts: Count[] = q
    .filter((x) => x.type === 'count' && x.value !== null && x.value >= 0)
    .map((x) => ({ ...value(digits(x.value ?? 0), amountOf(x)), unit: plain(x.unit) }));
  const heads = counts.filter(
    (c) => PEOPLE.test(c.unit) || (people && c.unit !== '' && plain(workers).endsWith(c.unit)),
  );
  const n = only(heads);
  if (n && Number.isInteger(n.amount)) {
    put('n', n);
    put('nwords', { ...n, text: inWords(n.amount ?? 0) });
  }
  const users = only(counts.filter((c) => USERS.test(c.unit)));
  if (users && (users.amount ?? 0) >= 1000) put('users', users);

  // “Two-thirds” is no “66.7%”.
  const percents = q.filter((x) => x.type === 'percent' && x.value !== null && /\d/.test(x.text));
  const pct = only(percents);
  if (pct && pct.value !== null && !isRange(passage?.text ?? '', pct)) {
    const v = value(String(pct.value), amountOf(pct));
    put('pct', v);
    const role = percentRole(passage?.text ?? '', pct);
    if (role) flags.add(role);
    if (role === 'accuracy' || role === 'share') {
      const sum = (made: Sum | null): Value | null =>
        made && { ...v, text: made.text, working: made.working, amount: 100 - (pct.value ?? 0), bounded: v.bounded };
      put('rest', sum(rest(pct.value)));
      put('onein', sum(oneIn(pct.value)));
    }
  }

  const moneys = q.filter((x) => x.type === 'money');
  const isVal = (x: Quantity) => {
    const { before, after } = around(passage?.text ?? '', x);
    return (
      /(?:valued|valuation|valuing|worth|market value)[a-z ]{0,24}$/.test(before) ||
      /^[a-z -]{0,10}valuation/.test(after)
    );
  };
  const asMoney = (x: Quantity | undefined) =>
    x && x.value !== null && value(moneyText(x), { ...amountOf(x), currency: x.unit });
  put('val', asMoney(only(moneys.filter(isVal))) || null);
  put('money', asMoney(only(moneys.filter((x) => !isVal(x)))) || null);

  // “Doubled” and “twice” are not “two times”; of a range the reader gives the better end.
  const multiple = only(q.filter((x) => x.type === 'multiple'));
  if (multiple && (multiple.value ?? 0) >= 3 && !isRange(passage?.text ?? '', multiple))
    put('mult', value(inWords(multiple.value ?? 0), amountOf(multiple)));
  const hours = only(q.filter((x) => x.type === 'duration' && /hour/i.test(x.unit) && x.value !== null));
  if (hours) put('hours', value(digits(hours.value ?? 0), amountOf(hours)));
  const power = only(q.filter((x) => x.type === 'power' && x.value !== null));
  if (power)
    put('power', value(power.text.replace(/\s?GW\b/, ' gigawatts').replace(/\s?MW\b/, ' megawatts'), amountOf(power)));

  const deadline = clean(s.deadline, 6).replace(/^(?:by|until|within|in|before)\s+/i, '');
  if (isDate(deadline))
    put('deadline', value(deadline.replace(/^(end|start|middle|summer|spring|fall|autumn) of/i, 'the $1 of')));
  const due = /\b20\d\d\b/.exec(deadline)?.[0];
  if (due) put('deadline_year', value(due, { amount: Number(due) }));
  const left = due && year ? Number(due) - year : 0;
  if (/^(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:years|months)$/i.test(deadline))
    put('years', value(deadline));
  else if (left >= 2) put('years', value(`${inWords(left)} years`, { working: `${due} − ${year} = ${left}` }));
  if (year) put('year', value(String(year), { amount: year, specific: false }));

  const tech = clean(s.technologyNoun, 4);
  if (
    tech &&
    countNoun(tech) &&
    keepsCapitals(sentence, tech) &&
    !/^(?:best|most|first|leading|latest|newest|top|our|their|its|this|such|own|new|next|better|same|other|many|more|only|any|every)\b/i.test(
      tech,
    )
  )
    // A bare “tool” or “system” could be anybody's.
    put(
      'tech',
      value(tech, {
        specific: !/^(?:AI )?(?:tool|system|model|platform|product|service|solution|feature|technology)$/i.test(tech),
      }),
    );
  const product = clean(s.product, 4);
  if (product !== company && properName(product) && isWhole(sentence, product)) put('product', value(product));
  const thing = isObject(s.thing, text) ? s.thing : '';
  if (!isPlural(thing)) putText('thing', thing, 3);
  putText('task', s.task);
  const rival = clean(s.rival, 4);
  if (isPlural(rival)) put('vs', value(rival));
  for (const [slot, raw] of [
    ['plan', s.plan],
    ['place', s.place],
    ['partner', companyName(s.partner)],
    ['source', s.source],
    ['bench', s.benchmark],
    ['old', s.oldBusiness],
    ['euph', s.euphemism],
    ['q', s.quote],
  ] as const)
    putText(slot, raw, 6);
  if (s.partner && values.get('partner')?.text === company) values.delete('partner');

  const mentions = (passage?.text.match(/\bAI\b|artificial intelligence/gi) ?? []).length;
  if (mentions > 0) put('count', value(String(mentions), { amount: mentions, specific: false }));
  // “About” and “over” hedge only beside a number; elsewhere they are prepositions.
  const loose =
    /^(?:about|over|around|under|some|more than|nearly|almost|up to)$/i.test(s.hedge.trim()) ||
    isMonth(sentence, s.hedge)
      ? ''
      : s.hedge;
  const hedges = [loose, ...q.map((x) => x.hedge), ...SOFT.map((h) => spoken(text, h))]
    .map((h) => plain(h).trim())
    .filter(Boolean);
  if (hedges[0]) put('hedge', value(clean(hedges[0])));

  if (s.gone) flags.add('gone');
  if (claim.voice === 'spokesperson-quote') flags.add('quoted');
  if (claim.voice === 'first-party') flags.add('first-party');
  const own = claim.voice === 'first-party' || claim.voice === 'spokesperson-quote' || page.kind === 'company';
  if (own) flags.add('own-voice');
  if (own && claim.numberSource === 'self') flags.add('own-number');
  if (claim.modality === 'future') flags.add('future');
  if (claim.modality === 'hedged' || hedges.length > 0) flags.add('hedged');
  if (s.comparison !== '' || s.rival !== '' || /\b(?:than|versus|against|compared)\b/.test(text)) flags.add('compared');
  if (flags.has('change') && !flags.has('compared')) flags.add('no-baseline');

  const build = buildOf(shared ? claim.quote : sentence);
  for (const [slot, found] of build.parts) {
    const amount = COUNTED.has(slot) || /^\d+$/.test(found) ? Number(found) : null;
    put(slot, value(COUNTED.has(slot) ? inWords(amount ?? 0) : found.replace(/'/g, '’'), { amount }));
  }
  for (const sign of build.signs) flags.add(sign);
  if (claim.evidence !== 'none' || claim.numberSource === 'independent') flags.add('sourced');

  // The “4” of “Sonnet 4” is no figure.
  if (q.length === 0 && onlyNamesHaveNumbers(sentence)) flags.add('no-figure');
  else values.delete('label');
  // A half of the sentence is not as long as the sentence.
  if (shared) values.delete('length');
  if (BOASTS.has(claim.kind)) flags.add('boast');
  // The firm's name ties a joke to the page, not to the sentence.
  const name = keyWords(s.actor);
  return {
    claim,
    kind: claim.kind,
    text: withoutHumanAgents(text),
    keyWords: new Set([...keyWords(text)].filter((w) => !name.has(w))),
    keys: keyNames(claim),
    claimed: claimedIn(claim, passage?.text ?? ''),
    topics: topicsOf(text),
    flags,
    values,
    counts,
    buzzwords: s.buzzwords.map((b) => plain(b).replace(/\bai\b/g, 'AI')),
    hedges: [...new Set(hedges)],
  };
}

/** “In May”, not “may”: a hedge in lower case stands nowhere in the sentence. */
const isMonth = (sentence: string, hedge: string): boolean => /^may$/i.test(hedge.trim()) && !/\bmay\b/.test(sentence);

/** The passage of a claim. */
export function passageOf(page: PageText, claim: Claim): Passage | undefined {
  return page.passages[claim.passage]?.index === claim.passage
    ? page.passages[claim.passage]
    : page.passages.find((p) => p.index === claim.passage);
}
