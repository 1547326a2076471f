/** Fills the slots of a claim from its sentence, the page giving antecedents. */
import { emptySlots, type Kind, type PartName, type Quantity, type Slots, type Span } from '@/lib/model';
import { escapePattern } from '../english/escape-pattern';
import { plural, singular } from '../english/plurals';
import { firmOf, isSpeaker } from './actor';
import type { Attribution } from './attribution';
import type { PageContext, Spot } from './context';
import { HYPERBOLE, noMonth } from './hype';
import { FIRMS, PRODUCTS } from './lexicon/names';
import { is } from './noun-phrase';
import { quantities } from './numbers';
import { beneficiaryOf, group, type Hit, people, taskOf, tidy } from './objects';
import type { Token } from './parse';
import { find, re } from './pattern';
import { mainVerb, predicateOf, startsClause, workOf } from './predicate';
import { quoteOf } from './quote';
import {
  BENCHMARK,
  BUZZWORDS,
  COMPARED,
  DATA,
  DEADLINE,
  EUPHEMISM,
  EXPECTS,
  FROM_TO,
  HEDGE,
  LEFT,
  OLD_BUSINESS,
  OVER_YEARS,
  PARTNER,
  PERIOD,
  PLACE,
  PLAN,
  RIVALS,
  USED_TO_TAKE,
  WILL_LEAVE,
  WORKERS,
} from './slot-patterns';
import { technologyOf } from './technology';
import { type Word, wordsOf } from './word-class';

/** A claim in its sentence: all that its slots are read from. */
export interface ClaimSource {
  kind: Kind;
  context: PageContext;
  spot: Spot;
  attribution: Attribution;
  /** Where in the sentence the claim stands. */
  span: Span;
  /** Of the whole sentence. */
  tokens: Token[];
}

export interface Filled {
  slots: Slots;
  /** Spans in the sentence. */
  parts: Partial<Record<PartName, Span>>;
}

/** Slots that hold words of the page as they stand there. */
type CopiedSlot =
  | 'comparison'
  | 'deadline'
  | 'period'
  | 'hedge'
  | 'object'
  | 'task'
  | 'beneficiary'
  | 'benchmark'
  | 'partner'
  | 'place'
  | 'plan'
  | 'source'
  | 'euphemism'
  | 'oldBusiness';

/** Fills the slots of a claim. Copies words; leaves empty what is unsure. */
export function fillSlots(source: ClaimSource): Filled {
  const filling = new Filling(source);
  filling.figures();
  filling.technologyAndFirm();
  filling.workers();
  filling.comparison();
  filling.timesAndHedge();
  filling.namedThings();
  filling.thingsOfTheKind();
  filling.whatIsDone();
  filling.departures();
  // Comparison, deadline and period are known by now: their figures are not the claim's own.
  filling.mainFigureFirst();
  return { slots: filling.slots, parts: filling.parts };
}

/** Kinds in which people at work are counted, measured or displaced, not merely served. */
const COUNTED = new Set<Kind>([
  'labour-equivalence',
  'workforce-reduction',
  'strategy-reversal',
  'human-parity',
  'augmentation-reassurance',
  'productivity-gain',
  'human-oversight',
]);
/** Words for people at work that have no singular. */
const UNCOUNTED = /\b(?:staff|personnel|headcount)$/;
/** Words for people that say nothing of their work. */
const ANYBODY = /^(?:people|staff|headcount|humans?)$/;
/** Agents and assistants that are software, as are those of a firm that is named: "Orbis's agents". */
const SOFTWARE =
  /\b(?:(?:[Aa][Ii]|[Aa]utonomous|[Cc]oding|[Ii]ntelligent|[Ss]oftware|[Oo]ur|[Tt]he|(?<!\b(?:of|cut|cutting|replac\w+) )(?:[Ii]ts|[Tt]heir)) ?|[A-Z]\w*'s? )(?:[Aa]gents|[Aa]ssistants)$/;
/** What follows "than" and is compared with nothing: "than ever". */
const NO_BASELINE =
  /^(?:(?:ever|before|usual|necessary|your|you|it|they)\b|(?:an?|per) \w+$|(?:simply )?\w+ing\b|an API|if\b)|\bit$/i;
/** "More than thirty", "more than an oven" and "rather than bread" compare nothing; "40% less than bakers" does. */
const NO_DEGREE = /(?<!(?:\d[x%]?|per ?cent|times|twice|half|much|far) )\b(?:more|less|fewer|rather|other) than $/i;
/** Objects that are no work done. */
const NO_TASK =
  /^(?:[\w-]+ ){0,3}(?:deals?|partnerships?)$|^(?:\w+ )?(?:progress|growth|innovation|AI|business|businesses|adoption|agents?|models?|tools?)$/i;

/** The slots of one claim, filled step by step. */
class Filling {
  readonly slots = emptySlots();
  readonly parts: Filled['parts'] = {};
  readonly #source: ClaimSource;
  /** The claim, with spaces for what stands before it, so that its offsets are those of the sentence. */
  readonly #text: string;
  /** The sentence as the page has it, not folded. */
  readonly #raw: string;

  readonly #words: Word[];

  constructor(source: ClaimSource) {
    const { spot, span, tokens } = source;
    this.#source = source;
    this.#text = ' '.repeat(span.start) + spot.text.slice(span.start, span.end);
    this.#raw = spot.passage.text.slice(spot.sentence.start, spot.sentence.end);
    this.#words = wordsOf(this.#raw, tokens, span);
  }

  /** Copies the words of a hit into a slot that is still empty. */
  #copy(slot: CopiedSlot, hit: Hit, part?: PartName): void {
    if (!hit || this.slots[slot]) return;
    this.slots[slot] = this.#raw.slice(hit.start, hit.end).trim();
    if (part) this.parts[part] = { start: hit.start, end: hit.end };
  }

  figures(): void {
    this.slots.quantities = quantities(this.#text).filter((quantity) => isFigure(quantity, this.#text));
  }

  technologyAndFirm(): void {
    const { slots, parts } = this;
    const { context, spot, attribution, tokens } = this.#source;
    const thing = technologyOf(this.#text, tokens);
    const verb = this.#words[mainVerb(this.#words)]?.start ?? Number.POSITIVE_INFINITY;
    const firm = firmOf(context, spot, attribution, tokens, thing.product, verb);
    slots.actor = firm.name;
    slots.actorText = firm.text;
    if (firm.span) parts.actor = firm.span;
    slots.speaker = isSpeaker(context, attribution, firm.name) ? attribution.speaker : '';
    slots.speakerRole = attribution.role;
    const at = slots.speaker && attribution.span ? spot.text.indexOf(slots.speaker, attribution.span.start) : -1;
    if (at >= 0) parts.speaker = { start: at, end: at + slots.speaker.length };
    // What is called a technology may be a product or a firm by its name.
    slots.technology = FIRMS.includes(thing.text) || thing.text === firm.name ? '' : thing.text;
    slots.technologyNoun = thing.noun;
    const product = thing.product === '' && PRODUCTS.includes(thing.text) ? thing.text : thing.product;
    slots.product = product === firm.name ? '' : product;
    if (thing.span && slots.technology) parts.technology = thing.span;
  }

  /** The first words for people at work that do not mean software. */
  #people(): Hit {
    const text = this.#text;
    for (const { 0: words, index } of text.matchAll(new RegExp(re(WORKERS).source, 'gi'))) {
      const end = index + words.length;
      if (!SOFTWARE.test(text.slice(Math.max(0, end - 30), end))) return { start: index, end, text: words };
    }
    return null;
  }

  workers(): void {
    const { kind } = this.#source;
    const text = this.#text;
    const crowd = this.#people();
    if (!crowd) return;
    if (/^[A-Z]/.test(crowd.text.slice(crowd.text.lastIndexOf(' ') + 1))) return;
    if (!COUNTED.has(kind) && !re('<NUM> (?:[\\w-]+ ){0,2}$').test(text.slice(0, crowd.start))) return;
    const noun = crowd.text.toLowerCase();
    if ((ANYBODY.test(noun) && kind !== 'workforce-reduction') || !areWorkers(noun, kind, text)) return;
    const counted = noun.replace(UNCOUNTED, 'employees');
    this.slots.workers = plural(counted);
    this.slots.worker = singular(counted);
    this.parts.workers = { start: crowd.start, end: crowd.end };
  }

  comparison(): void {
    const text = this.#text;
    const inTime = group(USED_TO_TAKE, text) ?? group(FROM_TO, text);
    const versus = inTime ?? group(COMPARED, text, true);
    if (!versus) return;
    const before = text.slice(0, versus.start);
    if (NO_DEGREE.test(before) || NO_BASELINE.test(versus.text) || before.endsWith('VS ')) return;
    // "Quality versus cost" is one thing for another.
    if (/\b(?:vs\.?|versus) $/.test(before) && /^[a-z]+$/.test(versus.text)) return;
    // A thing, no clause: "faster than bakers", not "faster than bakers expected".
    const words = this.#words.filter((word) => word.start >= versus.start && word.end <= versus.end);
    const isFigure = /\bfrom $/.test(before) && words.some((word) => word.c === 'num');
    // In "any oven we have seen" a clause belongs to the thing.
    const tells =
      is(words[0], 'pron') || (!words.some((word) => is(word, 'pron') || word.pron) && startsClause(words, 0));
    if (!inTime && !isFigure && (tells || !words.some((word) => word.c === 'noun' || word.noun))) return;
    this.#copy('comparison', versus, 'comparison');
    this.slots.rival = group(RIVALS, this.slots.comparison)?.text.toLowerCase() ?? '';
  }

  timesAndHedge(): void {
    const sentence = this.#source.spot.text;
    const text = this.#text;
    this.#copy('deadline', group(DEADLINE, text) ?? group(OVER_YEARS, text), 'deadline');
    this.#copy('period', group(PERIOD, sentence));
    this.#copy('hedge', group(HEDGE, noMonth(text)) ?? group(EXPECTS, sentence), 'hedge');
  }

  namedThings(): void {
    const text = this.#text;
    this.#copy('benchmark', group(BENCHMARK, text, true));
    this.#copy('euphemism', group(EUPHEMISM, text));
    this.#copy('plan', group(PLAN, text));
    const place = group(PLACE, text, true);
    const isIn = ({ start, end, tags }: Token, hit: Span) => start >= hit.start && end <= hit.end && tags.has('Place');
    if (place && this.#source.tokens.some((token) => isIn(token, place))) this.#copy('place', place);
    this.slots.buzzwords = buzzwords(text);
  }

  /** What only one kind of claim speaks of. */
  thingsOfTheKind(): void {
    const text = this.#text;
    switch (this.#source.kind) {
      case 'privacy-assurance':
        this.#copy('source', group(DATA, text));
        break;
      case 'funding-partnership':
        this.#copy('partner', group(PARTNER, text, true));
        break;
      case 'ai-washed-product': {
        const goods = find('\\b<GOODS>\\b', text);
        if (goods && !/\bat $/.test(text.slice(0, goods.start))) this.slots.thing = singular(goods.text.toLowerCase());
        this.#copy('oldBusiness', group(OLD_BUSINESS, text));
      }
    }
  }

  /** Verb, object, task and who profits: by the sentence's grammar, and by the kind's own words. */
  whatIsDone(): void {
    const { kind } = this.#source;
    const [text, raw, words] = [this.#text, this.#raw, this.#words];
    const predicate = predicateOf(words);
    const work = workOf(words, predicate);
    this.slots.predicate = predicate.verb;
    this.#copy('object', hitOf(predicate.object, raw));
    for (const task of [tidy(words, taskOf(kind, text), raw), hitOf(work.task, raw)])
      if (task && !NO_TASK.test(task.text)) this.#copy('task', task, 'task');
    const [usual, helped] = [beneficiaryOf(kind, text), people(words, work.helped, raw)];
    // "marketing teams" rather than "teams".
    this.#copy('beneficiary', helped && (!usual || helped.end === usual.end) ? helped : usual, 'beneficiary');
    this.slots.quote = hitOf(quoteOf(words, predicate), raw)?.text ?? '';
  }

  /** Whether people have left, where the claim is about that. */
  departures(): void {
    const { kind } = this.#source;
    const about = kind === 'workforce-reduction' || kind === 'strategy-reversal';
    this.slots.gone = about && re(LEFT).test(this.#text) && !re(WILL_LEAVE).test(this.#text);
  }

  mainFigureFirst(): void {
    const { slots, parts } = this;
    slots.quantities = mainFirst(slots.quantities, [slots.comparison, slots.deadline, slots.period]);
    const [lead] = slots.quantities;
    if (lead) parts.quantity = lead.span;
  }
}

/** The claim's own figure before those of its baseline, deadline or period. */
function mainFirst(figures: Quantity[], others: string[]): Quantity[] {
  // As a whole: “20” does not stand in “2030”.
  const aside = (q: Quantity) => {
    const whole = new RegExp(`(?<![\\w.,])${escapePattern(q.text)}(?![.,]?\\w)`);
    return others.some((words) => whole.test(words));
  };
  return [...figures.filter((q) => !aside(q)), ...figures.filter(aside)];
}

/** People as workers, not as the users who buy it: only where the kind counts or compares them. */
function areWorkers(noun: string, kind: Kind, text: string): boolean {
  if (/agents$/.test(noun) && !/^(?:support|service|customer|call|contact|human|sales|field)/.test(noun))
    return kind === 'labour-equivalence' && re('\\b(?:work of|equivalent|jobs? of)\\b').test(text);
  return true;
}

/** "One" in "one tap away" is no figure worth a joke. */
function isFigure(q: Quantity, text: string): boolean {
  if (q.type === 'count' && /^(?:one|first)$/i.test(q.text)) return false;
  return !/^(?:half|one)$/i.test(q.text) || /\b(?:half|one)\b (?:of|the|hour|day)/i.test(text);
}

const hitOf = (at: Span | null, raw: string): Hit => at && { ...at, text: raw.slice(at.start, at.end) };

function buzzwords(text: string): string[] {
  const found: string[] = [];
  for (const hit of text.matchAll(new RegExp(`${re(HYPERBOLE).source}|${BUZZWORDS}`, 'gi'))) {
    const word = hit[0].toLowerCase();
    if (!found.includes(word)) found.push(word);
  }
  return found.slice(0, 8);
}
