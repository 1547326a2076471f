import type { Claim, Kind, PageText, Passage, Quantity, Reading } from '@/lib/model';
import { digits, inWords } from './grammar/numbers';
import { isPlural, isUncounted, singular } from './grammar/plurals';
import { oneIn, rest, type Sum } from './grammar/sums';
import { plain, says } from './match';
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
  /** A function word away from a name: set for values that tie a line to this very claim. */
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
  topics: ReadonlySet<string>;
  flags: ReadonlySet<string>;
  values: ReadonlyMap<string, Value>;
  counts: readonly Count[];
  buzzwords: readonly string[];
  hedges: readonly string[];
}

const BOUND = /up to|as (?:much|many) as|at most|maximum|no more than|potential|could/i;
const ROUGH =
  /about|around|nearly|almost|roughly|approximately|some|close to|over|more than|at least|an estimated|upwards/i;
const PEOPLE =
  /\b(?:people|persons?|humans?|workers?|employees|staff|staffers|jobs?|roles?|positions?|posts|headcount|heads|ftes?|full-time equivalents?|agents|engineers|developers|programmers|colleagues|representatives|reps|advisers|advisors|analysts|lawyers|paralegals|translators|interpreters|writers|editors|journalists|designers|accountants|bookkeepers|managers|recruiters|drivers|nurses|doctors|clerks|tellers|cashiers|consultants|contractors|moderators|technicians|operators|testers|marketers|salespeople|researchers|scientists|teachers|freelancers|specialists|team members|associates)\b/i;
const USERS = /\b(?:users|people|customers|subscribers|members|consumers|listeners|players)\b/i;
const BAD = /[<>{}[\]|\\\n\r\t"“”]/;

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

/** A slot's text if it is fit to be put into a sentence: short, no markup, no quotes, no leading article. */
function clean(text: string, words = 6): string {
  const trimmed = text
    .trim()
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/[.,;:]+$/, '');
  return trimmed === '' || BAD.test(trimmed) || trimmed.length > 60 || trimmed.split(/\s+/).length > words
    ? ''
    : trimmed;
}

/** Short name of a firm: no "Inc.", never with "the", never two firms (verbs are singular), never a generic word. */
export function companyName(actor: string): string {
  const name = actor
    .trim()
    .replace(/,?\s+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|GmbH|AG|S\.A|Co|N\.V|Pty)\.?$/i, '')
    .replace(/['’]s$/, (s) => (/McDonald|Macy|Lowe|Kohl|Wendy|Levi|Sainsbury|Dick/.test(actor) ? s : ''));
  if (name === '' || BAD.test(name) || name.length > 40 || name.split(/\s+/).length > 5) return '';
  if (/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(name)) return '';
  if (/^the\b|\s(?:and|or)\s|,|^(?:we|our|it|they|company|firm|startup|maker|researchers|team)\b/i.test(name))
    return '';
  if (
    /\b(?:of|and|or|the|for|in|to|with|a|by|on|at|from)$/i.test(name) ||
    /^(?:\p{Lu}\p{Ll}+ing|AI|A\.I\.|GenAI|Gen AI|LLMs?|[Mm]achine [Ll]earning|Pro|Max|Plus|Ultra|Mini|Flash|Lite|Cloud|Labs|News|Today|Excel|Word)$/u.test(
      name,
    )
  )
    return '';
  return /[\p{Lu}\p{N}]/u.test(name) ? name : '';
}

const amountOf = (q: Quantity): Partial<Value> => ({
  amount: q.value,
  rough: ROUGH.test(q.hedge),
  bounded: BOUND.test(q.hedge),
});

/** "$10 million" as a newspaper prints it, from the words of the page. */
function moneyText(q: Quantity): string {
  return q.text
    .trim()
    .replace(/(\d)\s?(?:bn|b)\b/i, '$1 billion')
    .replace(/(\d)\s?(?:mn|m)\b/i, '$1 million')
    .replace(/(\d)\s?(?:tn|t)\b/i, '$1 trillion')
    .replace(/(\d)\s?k\b/i, '$1,000')
    .replace(/(\d)-(million|billion|trillion)/i, '$1 $2');
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

function around(passage: string, q: Quantity): { before: string; after: string } {
  return {
    before: plain(passage.slice(Math.max(0, q.span.start - 48), q.span.start)).trimStart(),
    after: plain(passage.slice(q.span.end, q.span.end + 40)),
  };
}

/** Whether a figure is the upper end of a range: “10–20x”. */
function isRange(passage: string, q: Quantity): boolean {
  return /\d\s?(?:[-–—]|to)\s?\d/.test(q.text) || /\d\s?(?:[-–—]|to )\s?$/.test(passage.slice(0, q.span.start));
}

/** What a percentage is said of: a share that is right, a share of something, or a change. */
function percentRole(passage: string, q: Quantity): 'accuracy' | 'share' | 'change' | '' {
  const { before, after } = around(passage, q);
  if (/\bby (?:up to |as much as |nearly |about |around |more than |over |an average of )?$/.test(before))
    return 'change';
  if (
    /(?:increase|gain|boost|jump|rise|improvement|reduction|drop|decline|cut|saving|growth|uplift|up|down|grew|rose|fell|gained) (?:of |by )?(?:up to |nearly |about |around |more than |over )?$/.test(
      before,
    )
  )
    return 'change';
  if (
    /^(?:%| percent| per cent)?[ -]?(?:more|less|fewer|faster|slower|increase|reduction|drop|decline|jump|boost|improvement|gain|rise|growth|higher|lower|cheaper|better|quicker|greater|uplift|cut|decrease|shorter|productivity|time saving)/.test(
      after,
    )
  )
    return 'change';
  if (/^(?:%| percent| per cent)?[ -]?(?:accura|correct|precis|of the time|success)/.test(after)) return 'accuracy';
  if (/^(?:%| percent| per cent)? (?:on|in the)\b/.test(after) && /scor\w+|achiev\w+|reach\w+|gets|got/.test(before))
    return 'accuracy';
  if (/(?:accuracy|precision|success rate|accuracy rate|correctly)[a-z ]{0,24}$/.test(before)) return 'accuracy';
  if (/^(?:%| percent| per cent)? of\b/.test(after)) return 'share';
  return '';
}

/** Whether a firm stands in the sentence only as somebody else's measure: “an alternative to Orbis”. */
function mentionedInPassing(text: string, actor: string): boolean {
  const name = plain(actor).trim();
  const at = name === '' ? -1 : text.indexOf(name);
  return (
    at > 0 &&
    /(?:alternatives? to|than|versus|vs\.?|unlike|rivals?|compared (?:to|with)|against|such as|like|including) (?:the |both )?$/.test(
      text.slice(0, at),
    )
  );
}

/** A deadline that follows "by": a date, not a span. */
const isDate = (text: string): boolean =>
  /\b(?:19|20)\d\d\b|\bend of\b|\bnext (?:year|month|week|spring|summer|fall|autumn|winter|quarter)\b|\bdecade\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i.test(
    text,
  ) &&
  !/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a few|several)\s(?:years|months|weeks|days)\b/i.test(text);

/** The facts of one claim. `year` is the page's year, null if unknown. */
export function factsOf(page: PageText, reading: Reading, claim: Claim, year: number | null): Facts {
  const passage = passageOf(page, claim);
  const s = claim.slots;
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

  const company = mentionedInPassing(text, s.actor) ? '' : companyName(s.actor);
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

  const percents = q.filter((x) => x.type === 'percent' && x.value !== null);
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
  const multiple = only(q.filter((x) => x.type === 'multiple' && x.value !== null && x.value >= 3));
  if (multiple && !isRange(passage?.text ?? '', multiple))
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
    !/^(?:best|most|first|leading|latest|newest|top|our|their|its|this|such|own|new|next|better|same|other|many|more|only|any|every)\b/i.test(
      tech,
    )
  )
    put('tech', value(tech));
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
  const loose = /^(?:about|over|around|under|some|more than|nearly|almost|up to)$/i.test(s.hedge.trim()) ? '' : s.hedge;
  const hedges = [loose, ...q.map((x) => x.hedge)].map((h) => plain(h).trim()).filter(Boolean);
  if (hedges[0]) put('hedge', value(clean(hedges[0])));

  if (s.gone) flags.add('gone');
  if (claim.voice === 'spokesperson-quote') flags.add('quoted');
  if (claim.voice === 'first-party') flags.add('first-party');
  const own = claim.voice === 'first-party' || claim.voice === 'spokesperson-quote' || page.kind === 'company';
  if (own) flags.add('own-voice');
  if (own && claim.numberSource === 'self') flags.add('own-number');
  if (claim.modality === 'future') flags.add('future');
  if (claim.modality === 'hedged' || hedges.length > 0) flags.add('hedged');
  if (s.comparison !== '' || s.rival !== '' || / than | versus | against | compared /.test(text)) flags.add('compared');
  if (flags.has('change') && !flags.has('compared')) flags.add('no-baseline');

  return {
    claim,
    kind: claim.kind,
    text,
    topics: topicsOf(text),
    flags,
    values,
    counts,
    buzzwords: s.buzzwords.map((b) => plain(b).replace(/\bai\b/g, 'AI')),
    hedges: [...new Set(hedges)],
  };
}

/** The passage of a claim. */
export function passageOf(page: PageText, claim: Claim): Passage | undefined {
  return page.passages[claim.passage]?.index === claim.passage
    ? page.passages[claim.passage]
    : page.passages.find((p) => p.index === claim.passage);
}

/** An everyday object, as the sentence shows it: “the AI toothbrush”, not “AI at scale” or “tools to scale”. */
function isObject(thing: string, text: string): boolean {
  if (thing === '' || thing.toLowerCase() !== thing || thing === 'scale') return false;
  return ['the', 'a', 'an', 'its', 'our', 'this', 'ai', 'smart', 'powered', 'enabled', 'intelligent', 'new'].some((w) =>
    says(text, `${w}*${thing}`),
  );
}

/** Whether a name stands in the sentence whole, not as a piece of a longer one: “Banana 2” out of “Nano Banana 2”. */
function isWhole(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name);
  if (at < 0) return true;
  const before = /(\S+)\s$/.exec(sentence.slice(0, at))?.[1] ?? '';
  const after = /^\s(\S+)/.exec(sentence.slice(at + name.length))?.[1] ?? '';
  const proper = (word: string) =>
    /^\p{Lu}[\p{L}\d]*$/u.test(word) &&
    !/^(?:The|Our|With|And|But|In|For|AI|By|New|Introducing|Today|Meet)$/.test(word);
  return !proper(before) && !/^(?:\p{Lu}\p{Ll}+|\d+(?:\.\d+)?)$/u.test(after);
}

/** A name in which every word but the small ones begins with a capital or a figure: “Claude remains” is no name. */
function properName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    /[\p{Lu}\d]/u.test(text) &&
    !/\s(?:of|for|and|with|the|on|in|by|to|&)$/.test(text) &&
    words.every((w) => /[\p{Lu}\d]/u.test(w) || /^(?:of|for|and|with|the|on|in|by|to|&)$/.test(w))
  );
}

/** A singular noun that takes an article: "AI assistant", not "AI", "software" or "agents". */
function countNoun(text: string): boolean {
  if (isPlural(text) || isUncounted(text)) return false;
  if (/\b(?:AI|intelligence|learning|technology|automation|tech)$/i.test(text)) return false;
  // A proper name needs no article; only nouns and acronyms do.
  return !/^\p{Lu}\p{Ll}/u.test(text) && !says(plain(text), 'our');
}
