import { emptySlots, type Kind, type PartName, type Quantity, type Slots, type Span } from '@/lib/model';
import { plural, singular } from '../english/plurals';
import { firmOf, isSpeaker } from './actor';
import type { Attribution } from './attribution';
import type { PageContext, Spot } from './context';
import { HYPERBOLE, noMonth } from './hype';
import { FIRMS, PRODUCTS } from './lexicon/names';
import { quantities } from './numbers';
import { beneficiaryOf, group, type Hit, people, taskOf, tidy } from './objects';
import type { Token } from './parse';
import { find, re } from './pattern';
import { predicateOf, workOf } from './predicate';
import { quoteOf } from './quote';
import { technologyOf } from './technology';
import { wordsOf } from './word-class';

export interface Filled {
  slots: Slots;
  /** Spans in the sentence. */
  parts: Partial<Record<PartName, Span>>;
}

const WORKERS =
  '((?:support|service|customer service|customer support|sales|software|legal|claims|human|field|content|contract|call-?centre|call-?center|contact-?cent(?:re|er)|back-?office|data|junior|senior|frontline|night|warehouse|care) )?(agents|advis[eo]rs|engineers|developers|programmers|lawyers|paralegals|doctors|physicians|clinicians|nurses|radiologists|teachers|analysts|accountants|marketers|salespeople|reps|representatives|underwriters|designers|writers|copywriters|translators|technicians|consultants|associates|contractors|employees|workers|staff|colleagues|moderators|editors|handlers|tutors|recruiters|cashiers|drivers|servants|specialists|operators|journalists|artists|bankers)\\b';
const COMPARE =
  '(?:\\b(?:than\\b|compared (?:with|to)|versus|vs\\.?|instead of|rather than|up from|on (?:a )?par with|relative to|ahead of|as (?:good|well|accurately|fast) as|preferred [^.]{2,40}? to (?:those of )?) ?)((?:[^,;."]|\\.\\d){3,60}?)(?=[,;"]|\\.(?!\\d)|$| and (?:more|less|better|faster)\\b| (?:when|if|at|for|two times) | \\(| and \\w+ed\\b| on (?:the )?[A-Z]| in \\d| while | and (?:is|has|can)\\b| at (?:half|one)| across )';
const DEADLINE =
  '\\b(?:by|within|before) ((?:the )?(?:end of (?:the )?(?:\\d{4}|this year|next year|year|decade)|20\\d\\d|(?:next|this) (?:year|decade|summer|spring|autumn|month|quarter)|(?:the next )?(?:<NUM>|a few|coming) (?:years|months|weeks|days)|early 20\\d\\d|late 20\\d\\d|mid-20\\d\\d|decade is out|the decade is out))';
const OVER =
  '\\b(over (?:the (?:next|coming) )?(?:<NUM>|a few) (?:years|months)|in (?:our|their|your) lifetimes?|over the coming (?:years|months)|in the coming (?:years|months|weeks)|this decade)\\b';
const PERIOD =
  '\\b(?:in (?:its|the|our|their) )?((?:first|last|past|previous) (?:<NUM> )?(?:days|weeks|months|years|quarter|year|month|week)|last (?:quarter|year|month|week)|the (?:holiday|first|second|third|fourth) (?:quarter|half)|(?:per|a|each|every) (?:day|week|month|year|quarter)|(?:three|two|four|five|\\d)-year|annual(?:ly)?|(?:this|last) (?:year|quarter|month)|since (?:launch|january|february|march|april|may|june|july|august|september|october|november|december|last \\w+))\\b';
const FIGURE = '(?= (?:an? )?(?:<NUM>|<PCT>|[$£€]|half|two|three|four|five|ten|twice|third|quarter|tenth|every))';
const HEDGE = `\\b((?:up to|as much as|as many as|around|about|at least|more than|over|some)${FIGURE}|nearly|almost|roughly|an estimated|estimated|approximately|equivalent|designed to|aims? to|could|may|might|possibly|potentially|expects?|on average|an average of|can help|helps? to|projected)\\b`;
const EUPHEMISM =
  '\\b(right-?siz\\w+|rebalanc\\w+|streamlin\\w+|reshap\\w+ (?:the|our|its) (?:workforce|organi[sz]ation)|difficult decision|say goodbye|wound down|re-?structur\\w+|simplif\\w+ (?:our|its|the) (?:structure|organi[sz]ation)|positions will be impacted|no longer required|flatten\\w* (?:the )?(?:layers|organi[sz]ation)|efficienc(?:y|ies) from [\\w ]{2,20}|bending our hiring curve|hiring curve|natural attrition|attrition|impacted|transition(?:ed|ing)? out|human touch|recalibrat\\w+|taking those learnings|get(?:ting)? (?:it|this|the experience) right|reinvested)\\b';
const GONE =
  '\\b(?:laid off|let go of|cut (?:about |some |around |nearly |roughly )?[\\d,]+|has (?:cut|eliminated|shed|dismissed)|have (?:cut|eliminated|shed|dismissed)|eliminated|dismissed|made redundant|said goodbye|not replaced|axed|shed [\\d,]+)\\b';
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
const SOFTWORK = /^(?:people|staff|headcount|humans?)$/;

/** Fills the slots of a claim from its sentence, the page giving antecedents. Copies words; leaves empty what is unsure. */
export function fillSlots(
  kind: Kind,
  context: PageContext,
  spot: Spot,
  attribution: Attribution,
  span: Span,
  tokens: Token[],
): Filled {
  const slots = emptySlots();
  const parts: Filled['parts'] = {};
  const sentence = spot.text;
  const text = ' '.repeat(span.start) + sentence.slice(span.start, span.end);
  const put = (
    slot:
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
      | 'oldBusiness',
    hit: Hit,
    part?: PartName,
  ) => {
    if (!hit || slots[slot]) return;
    slots[slot] = spot.passage.text.slice(spot.sentence.start + hit.start, spot.sentence.start + hit.end).trim();
    if (part) parts[part] = { start: hit.start, end: hit.end };
  };

  slots.quantities = quantities(text).filter((q) => keep(q, text));
  const lead = slots.quantities[0];
  if (lead) parts.quantity = lead.span;
  const thing = technologyOf(text, tokens);
  const firm = firmOf(context, spot, attribution, tokens, thing.product);
  slots.actor = firm.name;
  slots.actorText = firm.text;
  if (firm.span) parts.actor = firm.span;
  slots.speaker = isSpeaker(context, attribution.speaker, firm.name) ? attribution.speaker : '';
  slots.speakerRole = attribution.role;
  if (slots.speaker && attribution.span) {
    const at = sentence.indexOf(slots.speaker, attribution.span.start);
    if (at >= 0) parts.speaker = { start: at, end: at + slots.speaker.length };
  }
  slots.technology = thing.text;
  slots.technologyNoun = thing.noun;
  slots.product = thing.product;
  if (thing.span) parts.technology = thing.span;
  const raw = spot.passage.text.slice(spot.sentence.start, spot.sentence.end);
  const words = wordsOf(raw, tokens, span);
  const predicate = predicateOf(words);
  const work = workOf(words, predicate);
  slots.predicate = predicate.verb;
  put('object', hitOf(predicate.object, raw));

  const crowd = group(`\\b(${WORKERS})`, text);
  if (
    crowd &&
    (COUNTED.has(kind) || re('<NUM> (?:[\\w-]+ ){0,2}$').test(text.slice(0, crowd.start))) &&
    !/^[A-Z]/.test(crowd.text.slice(crowd.text.lastIndexOf(' ') + 1)) &&
    !/\b(?:AI|autonomous|coding|intelligent|software|our|the|Corvane's) ?(?:agents|assistants)$/i.test(
      text.slice(0, crowd.end).slice(-22),
    )
  ) {
    const noun = crowd.text.toLowerCase();
    if (!(SOFTWORK.test(noun) && kind !== 'workforce-reduction') && humans(noun, kind, text)) {
      const counted = noun.replace(UNCOUNTED, 'employees');
      slots.workers = plural(counted);
      slots.worker = singular(counted);
      parts.workers = { start: crowd.start, end: crowd.end };
    }
  }
  const versus =
    group('\\bused to take [^.]{0,40}?((?:<NUM>) (?:<TIMEUNIT>)) now\\b', text) ??
    group('\\bfrom ((?:<NUM> )?(?:seconds|minutes|hours|days|weeks|months|years)) to\\b', text) ??
    group(COMPARE, text);
  const bound =
    versus && BOUND.test(text.slice(0, versus.start)) && re('^(?:<NUM>|half|twice|doubl|tripl)').test(versus.text);
  if (versus && !bound && !NO_BASELINE.test(versus.text) && !text.slice(0, versus.start).endsWith('VS '))
    put('comparison', versus, 'comparison');
  const rival = group(
    '\\b(physicians|doctors|radiologists|clinicians|lawyers|attorneys|analysts|engineers|developers|teachers|experts|humans|human agents|accountants|consultants|translators|writers|rivals|competitors|rival models|frontier models)\\b',
    slots.comparison,
  );
  if (rival) slots.rival = rival.text.toLowerCase();
  put('deadline', group(DEADLINE, text) ?? group(OVER, text), 'deadline');
  put('period', group(PERIOD, sentence));
  put('hedge', group(HEDGE, noMonth(text)) ?? group('\\b(expects?)\\b', sentence), 'hedge');
  put(
    'benchmark',
    group(
      '\\b((?:SWE-?[Bb]ench(?: Verified| Pro)?|GPQA(?: Diamond)?|MMLU(?:-Pro)?|MMMU(?:-Pro)?|ARC-AGI(?:-\\d)?|LMArena|HumanEval|AIME(?: 20\\d\\d)?|Terminal-?Bench(?: [\\d.]+)?|OSWorld|MRCR|GDPval(?:-AA)?|BrowseComp|[A-Z][\\w]*-?Bench(?:-\\w+)?|the (?:bar|medical) exam))(?![\\w-])',
      text,
      true,
    ),
  );
  put('euphemism', group(EUPHEMISM, text));
  put('plan', group('\\b((?:pro|plus|premium|enterprise|free|business|team|ultra|starter) (?:plan|tier))\\b', text));
  const place = group('\\bin ((?:[A-Z][a-z]+)(?:,? [A-Z][a-z]+)?)(?=[,.;]|$)', text, true);
  if (place && tokens.some((t) => t.start >= place.start && t.end <= place.end && t.tags.has('Place')))
    put('place', place);
  if (kind === 'privacy-assurance')
    put(
      'source',
      group(
        "\\b((?:your|customer|user|our customers'|personal|children's|health|patient) (?:data|content|conversations?|prompts|photos|posts|voices|records|files))\\b",
        text,
      ),
    );
  if (kind === 'funding-partnership')
    put('partner', group('\\b(?:with|alongside) ((?:[A-Z][\\w&]+)(?: [A-Z][\\w&]+){0,2})', text, true));
  if (kind === 'ai-washed-product') {
    const goods = find('<GOODS>', text);
    if (goods && !/\bat $/.test(text.slice(0, goods.start))) slots.thing = singular(goods.text.toLowerCase());
    put(
      'oldBusiness',
      group('\\bformerly (?:a |an )?(?:maker|seller|provider|supplier) of ([\\w ]{3,30}?)(?=,|\\.| is)', text),
    );
  }
  for (const task of [tidy(words, taskOf(kind, text), raw), hitOf(work.task, raw)])
    if (task && !NO_TASK.test(task.text)) put('task', task, 'task');
  const [usual, helped] = [beneficiaryOf(kind, text), people(words, work.helped, raw)];
  // "marketing teams" rather than "teams".
  put('beneficiary', helped && (!usual || helped.end === usual.end) ? helped : usual, 'beneficiary');
  slots.quantities = mainFirst(slots.quantities, [slots.comparison, slots.deadline, slots.period]);
  if (slots.quantities[0]) parts.quantity = slots.quantities[0].span;
  slots.gone =
    (kind === 'workforce-reduction' || kind === 'strategy-reversal') &&
    re(GONE).test(text) &&
    !re('\\b(?:will|to|would|plans? to|may|could) (?:cut|eliminate|lay|let|shed)\\b').test(text);
  slots.quote = hitOf(quoteOf(words, predicate), raw)?.text ?? '';
  slots.buzzwords = buzzwords(text);
  if (slots.product === '' && PRODUCTS.includes(slots.technology)) slots.product = slots.technology;
  if (FIRMS.includes(slots.technology)) slots.technology = '';
  return { slots, parts };
}

/** The claim's own figure before those of its baseline, deadline or period. */
function mainFirst(figures: Quantity[], others: string[]): Quantity[] {
  const aside = (q: Quantity) => others.some((words) => words !== '' && words.includes(q.text));
  return [...figures.filter((q) => !aside(q)), ...figures.filter(aside)];
}

/** People as workers, not as the users who buy it: only where the kind counts or compares them. */
function humans(noun: string, kind: Kind, text: string): boolean {
  if (/agents$/.test(noun) && !/^(?:support|service|customer|call|contact|human|sales|field)/.test(noun))
    return kind === 'labour-equivalence' && re('\\b(?:work of|equivalent|jobs? of)\\b').test(text);
  return true;
}

/** "One" in "one tap away" and years are not figures worth a joke. */
function keep(q: Quantity, text: string): boolean {
  if (q.type === 'count' && /^(?:one|first)$/i.test(q.text)) return false;
  return !/^(?:half|one)$/i.test(q.text) || /\b(?:half|one)\b (?:of|the|hour|day)/i.test(text);
}

/** What follows "than" and is compared with nothing: "than ever". */
const NO_BASELINE =
  /^(?:(?:ever|before|usual|necessary|your|you|it|they)\b|(?:an?|per) \w+$|(?:simply )?\w+ing\b|an API|if\b)|\bit$/i;
/** "More than thirty" compares nothing. */
const BOUND = /\b(?:more|less|fewer) than $/;

/** Objects that are no work done. */
const NO_TASK = /^(?:\w+ )?(?:progress|growth|innovation|AI|business|businesses|adoption|agents?|models?|tools?)$/i;

const hitOf = (at: Span | null, raw: string): Hit => at && { ...at, text: raw.slice(at.start, at.end) };

function buzzwords(text: string): string[] {
  const found: string[] = [];
  for (const hit of text.matchAll(new RegExp(`${re(HYPERBOLE).source}|${BUZZ}`, 'gi'))) {
    const word = hit[0].toLowerCase();
    if (!found.includes(word)) found.push(word);
  }
  return found.slice(0, 8);
}
const BUZZ =
  "\\b(?:seamless(?:ly)?|end-to-end|at scale|synerg\\w+|empower\\w*|unlock\\w*|leverag\\w+|reimagin\\w*|transform(?:s|ing|ative)?|agentic|AI-first|AI-native|AI-powered|best-in-class|state-of-the-art|industry-leading|world-leading|enterprise-grade|journey|ecosystem|holistic|frictionless|next-level|actionable|insights|innovation|supercharg\\w+|democrati[sz]\\w+|paradigm shift|deep dive|learnings|stakeholders|solutions?|world's (?:first|most \\w+|best))\\b";
