import { type Claim, emptySlots, type Kind } from '@/lib/model';
import { plain } from '../english/fold';
import { inWords } from '../english/numbers';
import { singular } from '../english/plurals';
import type { Facts } from './facts';
import { saysOne } from './match';
import { companyName } from './names';
import { soughtIn } from './pack/conditions';
import { oneIn, rest } from './sums';
import type { Condition, Line } from './types';
import { type Value, value } from './values';

/** One set of fillings to read a line with. */
export interface Filling {
  name: string;
  company: string;
  n: number;
  workers: string;
  pct: number;
  money: [text: string, amount: number];
  tech: string;
  product: string;
  thing: string;
  deadline: string;
  rival: string;
}

/** Fillings chosen to hurt: one person, thousands, firms that end in s or in "Inc.", long names, odd articles. */
export const HARD_FILLINGS: readonly Filling[] = [
  {
    name: 'one of everything',
    company: 'Kelmore',
    n: 1,
    workers: 'support agents',
    pct: 1,
    money: ['$1 million', 1e6],
    tech: 'AI assistant',
    product: 'Nova Mind',
    thing: 'umbrella',
    deadline: '2027',
    rival: 'radiologists',
  },
  {
    name: 'long and large',
    company: 'Commonwealth Bank of Australia',
    n: 12_000,
    workers: 'customer service representatives',
    pct: 94,
    money: ['$65 billion', 65e9],
    tech: 'enterprise-grade virtual assistant',
    product: 'Halcyon Enterprise Ultra 3',
    thing: 'electric toothbrush',
    deadline: 'the end of the decade',
    rival: 'board-certified emergency physicians',
  },
  {
    name: 'names that end in s',
    company: 'Atlas Systems Inc.',
    n: 40,
    workers: 'analysts',
    pct: 99.9,
    money: ['€20 million', 20e6],
    tech: 'MRI reader',
    product: 'Glasses',
    thing: 'hourglass',
    deadline: 'next year',
    rival: 'lawyers',
  },
  {
    name: 'odd capitals',
    company: 'iRobot',
    n: 700,
    workers: 'salespeople',
    pct: 60,
    money: ['$500 million', 5e8],
    tech: 'eBay-style agent',
    product: 'xAI Desk',
    thing: 'e-bike',
    deadline: 'December 2030',
    rival: 'PhD students',
  },
];

/**
 * Facts that meet a line's own conditions with a filling, so that an editor sees the line filled; numbers in conditions win over the
 * filling's.
 */
export function factsFor(line: Line, filling: Filling): Facts {
  const n = clamp(filling.n, bounds(line.conditions, 'n'));
  const pct = clamp(filling.pct, bounds(line.conditions, 'pct'));
  const amount = clamp(filling.money[1], bounds(line.conditions, 'money'));
  const said = line.conditions.flatMap((c) =>
    c.test === 'says' && !c.not ? [...c.words.slice(0, 1), ...(c.near?.slice(0, 1) ?? [])] : [],
  );
  const about = (slot: string) =>
    line.conditions.flatMap((c) => (c.test === 'about' && c.slot === slot && !c.not ? c.words.slice(0, 1) : []))[0];
  const [buzz = 'revolutionary'] = soughtIn(line.conditions, 'buzz');
  const isBarred = (word: string) =>
    line.conditions.some((c) => c.test === 'is' && c.slot === 'hedge' && c.not && c.words.includes(word));
  const [hedge = isBarred('up to') ? 'at least' : 'up to'] = soughtIn(line.conditions, 'hedge');
  const [kind] = soughtIn(line.conditions, 'kind');
  const workersAbout = about('workers');
  const workers = workersAbout ? `${workersAbout.replace(/[$*]/g, '')} specialists` : filling.workers;
  const moneyText = amount === filling.money[1] ? filling.money[0] : `$${inBillions(amount)}`;
  const values = new Map<string, Value>(
    Object.entries({
      co: value(about('co') ?? companyName(filling.company), { specific: false }),
      title: value('chief executive'),
      nwords: value(inWords(n), { amount: n }),
      task: value('answering calls'),
      n: value(n.toLocaleString('en-US'), { amount: n }),
      workers: value(workers),
      worker: value(singular(workers)),
      pct: value(String(pct), { amount: pct }),
      money: value(moneyText, {
        amount,
        currency: filling.money[0].startsWith('€') && moneyText === filling.money[0] ? 'EUR' : 'USD',
      }),
      val: value('$2 billion', { amount: 2e9, currency: 'USD' }),
      deadline: value(filling.deadline),
      deadline_year: value('2030', { amount: 2030 }),
      years: value('four years'),
      year: value('2026', { amount: 2026 }),
      tech: value(filling.tech),
      product: value(about('product') ?? filling.product),
      thing: value(about('thing') ?? filling.thing),
      vs: value(about('vs') ? `${about('vs')}ists` : filling.rival),
      hours: value('2.2', { amount: 2.2 }),
      mult: value('ten', { amount: 10 }),
      users: value('400 million', { amount: 4e8 }),
      power: value('2 gigawatts', { amount: 2e9 }),
      plan: value('$20 a month'),
      place: value('Iowa'),
      partner: value(about('partner') ?? 'Orbis'),
      source: value('your posts'),
      bench: value('MMLU'),
      old: value('garden furniture'),
      euph: value('operational excellence'),
      hedge: value(hedge),
      count: value(String(Math.max(9, bounds(line.conditions, 'count')[0])), { amount: 9 }),
      nkinds: value('5', { amount: 5 }),
      figures: value('4', { amount: 4 }),
      supported: value('2', { amount: 2 }),
    }),
  );
  const left = rest(pct);
  if (left) values.set('rest', value(left.text, { amount: 100 - pct, working: left.working }));
  const odds = oneIn(pct);
  if (odds) values.set('onein', value(odds.text, { working: odds.working }));
  for (const c of line.conditions) if (c.test === 'slot' && c.not) values.delete(c.slot);
  for (const c of line.conditions) {
    if (c.test === 'compare' && ['count', 'figures', 'supported', 'nkinds'].includes(c.slot)) {
      const amount = clamp(values.get(c.slot)?.amount ?? 0, bounds(line.conditions, c.slot));
      values.set(c.slot, value(String(amount), { amount }));
    }
  }
  const unit = about('n') ?? 'people';
  const text = [...said.map((w) => w.replace('$', '').replace('*', ' ')), ...quotedBy(line), buzz, hedge].join(' and ');
  return {
    claim: blankClaim,
    kind: (kind ?? line.section) as Kind,
    text,
    sentence: text,
    keyWords: new Set(),
    keys: new Set(keysOf(line)),
    claimed: new Map(keysOf(line).map((name) => [name, 'more productive teams'])),
    topics: new Set([line.topic]),
    flags: new Set(line.conditions.flatMap((c) => (c.test === 'flag' && !c.not ? [c.flag] : []))),
    values,
    counts: [{ ...value(n.toLocaleString('en-US'), { amount: n }), unit }],
    buzzwords: [buzz],
    hedges: [hedge],
  };
}

const keysOf = (line: Line): string[] => soughtIn(line.conditions, 'key');

/** The words a joke quotes at its beginning, if one of its conditions lets the page say them. */
function quotedBy(line: Line): string[] {
  const quoted = plain(/^“([^”{}]+)”/.exec(line.texts[0] ?? '')?.[1] ?? '').replace(/[.,:;?!…]+$/, '');
  const sought = line.conditions.flatMap((c) => (c.test === 'says' && !c.not ? c.words : []));
  return quoted && (sought.length === 0 || saysOne(quoted, sought)) ? [quoted] : [];
}

type Bounds = [low: number, high: number];

function bounds(conditions: readonly Condition[], slot: string): Bounds {
  let [low, high]: Bounds = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const c of conditions) {
    if (c.test !== 'compare' || c.slot !== slot) continue;
    if (c.op === '>=') low = Math.max(low, c.value);
    if (c.op === '>') low = Math.max(low, c.value + 1);
    if (c.op === '<=') high = Math.min(high, c.value);
    if (c.op === '<') high = Math.min(high, c.value - 1);
  }
  return [low, high];
}

const clamp = (amount: number, [low, high]: Bounds): number => Math.min(Math.max(amount, low), high);

const inBillions = (amount: number): string =>
  amount >= 1e12 ? `${amount / 1e12} trillion` : amount >= 1e9 ? `${amount / 1e9} billion` : `${amount / 1e6} million`;

const blankClaim: Claim = {
  id: '',
  family: 'claim',
  grade: 2,
  kind: 'capability-superlative',
  second: null,
  kinds: [],
  group: 'power',
  kindSure: true,
  passage: 0,
  sentence: { start: 0, end: 0 },
  span: { start: 0, end: 0 },
  quote: '',
  voice: 'first-party',
  modality: 'asserted',
  numberSource: 'none',
  evidence: 'none',
  polarity: 'promoting',
  slots: emptySlots(),
  parts: {},
  build: { parts: {}, signs: [] },
  hype: { score: 0, band: 'plain', cues: [] },
  confidence: 0,
};
