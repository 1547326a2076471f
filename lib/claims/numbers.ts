import { MONTHS } from '@/lib/english/months';
import { amount, significant } from '@/lib/english/numbers';
import { plural } from '@/lib/english/plurals';
import type { Quantity } from '@/lib/model';
import { expand } from './pattern';

const PARTS: Record<string, number> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  tenth: 10,
  tenths: 10,
};
const CURRENCY: Record<string, string> = {
  $: 'USD',
  '£': 'GBP',
  '€': 'EUR',
  '¥': 'JPY',
  '₹': 'INR',
  dollars: 'USD',
  cents: 'USD',
  euros: 'EUR',
  pounds: 'GBP',
  rupees: 'INR',
};
/** Letters before a “$” that say whose dollars they are. */
const DOLLARS: Record<string, string> = {
  us: 'USD',
  a: 'AUD',
  au: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  hk: 'HKD',
  nz: 'NZD',
  s: 'SGD',
};
const MULTIPLES: Record<string, number> = {
  twice: 2,
  double: 2,
  doubles: 2,
  doubled: 2,
  doubling: 2,
  triple: 3,
  tripled: 3,
  triples: 3,
  quadruple: 4,
  twofold: 2,
  threefold: 3,
  fivefold: 5,
  tenfold: 10,
  'an order of magnitude': 10,
};

const HEDGES =
  '(?:up to|as much as|as many as|more than|fewer than|less than|well over|over|nearly|almost|roughly|around|about|an estimated|estimated|approximately|some|at least|close to|just under|just over|an average of|on average|typically|the equivalent(?: work)? of|equivalent(?: work)? (?:to|of)|equal to|projected|effectively)';
const WORDNUM =
  '(?:\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|lakh|crore|million|billion|trillion))*)';
const TIME = '(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)\\b';
/** “In 2031” and “in 10 minutes” say when; “one in 2000” does not. */
const IN = `(?:in(?:(?<=\\b(?:1|one) in)|(?! (?:19|20)\\d\\d\\b))(?! (?:\\d[\\d,]*|${WORDNUM})[- ]${TIME})|of|out of)(?: every| each)?`;
/** Of a currency. */
export const SIGN = '[$£€¥₹]';
const PART = '(?:half|third|quarter|fifth|sixth|eighth|tenth)';
/** What may follow a change by a part. */
const IS_OVER =
  '(?=[.!?;:,)"]|$| -| (?:in|since|from|to|within|over|after|during|this|last|between|compared|when|while|and|or|but|at|for|with|through|thanks|across|on|by)\\b)';
/** What part of them do: “a third say”. */
const THEY_DO =
  "(?:say|said|think|believe|expect|trust|want|worry|fear|report(?:ed)?|use(?! (?:cases?|of|is|for)\\b)|rely|prefer|plan to|do|don't|have|were|are)\\b";
/** “900 jobs a quarter” is so many in each. */
const RATE = `(?:\\d|s of |${WORDNUM}s? )[^.;,]{0,24} a quarter`;
/** “A third of”, “a third cheaper”, “by a third in May”, “a third say”, “costs a third in May”; not “a third model”, “a third-party tool” and “$1 billion a quarter”. */
const A_PART =
  `(?<!(?:\\d[a-z]{0,3}|illion|thousand|hundred|times|once|twice) )\\ban? ${PART}(?:` +
  '(?= (?:of|the|its|as|more|less|fewer|faster|slower|quicker|cheaper|lower|higher|better|smaller|larger|shorter|longer|off)\\b)' +
  '|(?<!quarter)(?=[.!?;:)"]|$)' +
  `|(?<=\\b(?:by|to|than|almost|nearly|about|roughly|around|over|under|just|only|at least) an? ${PART})` +
  IS_OVER +
  `|(?<=(?:^|[.!?:;]"? )"?a ${PART})(?= ${THEY_DO})` +
  `|(?<=\\b(?:rose|fell|grew|costs|jobs|staff|numbers|prices) an? ${PART})(?<!${RATE})${IS_OVER})`;
const SHAPES: { type: Quantity['type']; source: string }[] = [
  { type: 'money', source: `(?:\\b[A-Z]{1,3})?${SIGN}\\s?\\d(?:[\\d,.]*\\d)?` },
  { type: 'money', source: `(?:\\d[\\d,.]*(?: <SCALE>)?|${WORDNUM}) (?:dollars|euros|pounds|rupees|cents)\\b` },
  { type: 'percent', source: '<DIGITS>\\+? ?(?:%|per ?cent\\b|percentage points?\\b)' },
  { type: 'percent', source: `${WORDNUM} (?:per ?cent|percentage points?)\\b` },
  {
    type: 'percent',
    source: `(?:(?:(?<![\\w.,-])\\d+|(?<![\\w.,])${WORDNUM}) ${IN} (?:\\d+(?:,\\d{3})*(?![.,]?\\d)|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\\b|(?:two|three|four|nine)[- ](?:thirds|quarters|fifths|tenths)|\\bone[- ]${PART}\\b|${A_PART}|\\bhalf\\b(?= (?:of|the|our|its|a)\\b))`,
  },
  {
    type: 'multiple',
    source: `<DIGITS> ?(?:x\\b|times\\b|-fold\\b)|${WORDNUM} times\\b|\\b(?:twice(?= (?:as|the|its|their|our)\\b)|tenfold|twofold|threefold|fivefold|an order of magnitude|doubl(?:e|es|ed|ing)(?!-| down)|tripl(?:e|es|ed)|quadrupled?)\\b`,
  },
  {
    type: 'power',
    source: `(?:<DIGITS>(?: <SCALE>)?|(?<!\\b(?:several|few|many|\\d) )(?:\\ba )?${WORDNUM})[ -]?(?:GW|MW|gigawatts?|megawatts?)\\b`,
  },
  {
    type: 'count',
    source:
      '<DIGITS>(?:[ -](?:hundred|thousand|lakh crore|lakhs?|crores?|million|billion|trillion|mn|bn|trn|tn|tr)\\b|(?:k|m|bn|M|K|B)\\b)?\\+?',
  },
  { type: 'count', source: `\\b(?:a (?=hundred|thousand|million|billion|trillion))?${WORDNUM}\\b` },
  {
    type: 'count',
    source: '\\b(?:(?:(?:tens|hundreds) of )?(?:thousands|millions|billions)|dozens|hundreds|trillions)(?: of)?\\b',
  },
];

let shapes: { type: Quantity['type']; re: RegExp }[] | null = null;
let hedge: RegExp | null = null;

/** Reads the numbers of a folded sentence, left to right, each with value, kind, unit and the hedge beside it. */
export function quantities(text: string): Quantity[] {
  shapes ??= SHAPES.map((s) => ({ type: s.type, re: new RegExp(expand(s.source), 'gi') }));
  hedge ??= new RegExp(`(${HEDGES})(?: an?| the)? ?$`, 'i');
  const taken: Quantity[] = [];
  for (const shape of shapes) {
    for (const hit of text.matchAll(shape.re)) {
      let end = hit.index + hit[0].length;
      // “A$41” is a currency; “a$41” is an article whose space was lost.
      const article =
        shape.type === 'money' ? (/^(?:an?|at|by|for|of|the|to)(?=[$£€¥₹])/.exec(hit[0])?.[0].length ?? 0) : 0;
      const start = hit.index + article;
      let words = hit[0].slice(article);
      if (shape.type === 'money' && /[$£€¥₹]/.test(words)) {
        const scale =
          /^(?:(?:[ -]?(?:hundred|thousand|lakh crore|lakhs?|crores?|million|billion|trillion|mn|bn|trn|tn|tr|m|k|b)|t(?!-))\b|[ -]?(?:m|b|tr)illion(?=(?:in|of|to|at|for|from|over|and|by|on)\b))/i.exec(
            text.slice(end),
          );
        if (scale) {
          words += scale[0];
          end += scale[0].length;
        }
      }
      if (taken.some((q) => start < q.span.end && end > q.span.start)) continue;
      if (isName(text, start, end, shape.type)) continue;
      const value = normalise(words, shape.type);
      if (shape.type === 'percent' && value === null) continue;
      const before = hedge.exec(text.slice(Math.max(0, start - 40), start));
      taken.push({
        text: words.trim(),
        value,
        type: shape.type,
        unit: shape.type === 'money' ? currency(words) : shape.type === 'power' ? watts(words) : '',
        hedge: before ? before[1]!.toLowerCase() : '',
        span: { start, end },
      });
    }
  }
  taken.sort((a, b) => a.span.start - b.span.start);
  for (const q of taken) if (q.type !== 'money' && q.type !== 'power') readUnit(q, text);
  return taken;
}

/** Years, version numbers, the numbers of a list and half of another number are no amounts. */
function isName(text: string, start: number, end: number, type: Quantity['type']): boolean {
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 24);
  if (/\band $/.test(before) && /^a half$/i.test(words)) return true;
  // Milliwatts.
  if (type === 'power') return /m[Ww]$/.test(words);
  // "24 x 7"
  if (type === 'multiple') return /x$/i.test(words) && /^ ?\d/.test(after);
  if (type !== 'count') return false;
  if (/^[ -]years?[ -]old\b/i.test(after)) return true;
  // "2025-26"
  if (/^\d\d$/.test(words) && /(?<!\d)(?:19|20)\d\d-$/.test(before)) return true;
  if (/^[48]K$/i.test(words) && (PICTURE.test(after) || /\b(?:in|native) $/.test(before))) return true;
  if (/^(?:19|20)\d\d$/.test(words) || /^ and a half\b/.test(after) || /\bhalf $/.test(before)) return true;
  // "24/7", "+44", "10^25", "the class of '26", a footnote behind a comma.
  if (/^\d/.test(words) && (/(?:[/+',:;)^]|\d ?x )$/.test(before) || NO_AMOUNT.test(after))) return true;
  if (/^\d/.test(words) && isNumbered(before)) return true;
  // "3 Pro" is a name without its head.
  if (/^ (?:Pro|Flash|Ultra|Mini|Max|Lite|Nano|Opus|Sonnet|Haiku|Turbo|Preview)\b/.test(after)) return true;
  // "4.5 models", "3.1 is here": a version; a score and what is measured have a decimal too.
  if (/^\d+\.\d+$/.test(words) && !MEASURED.test(after) && !/\b(?:scor\w+|rat\w+|averag\w+)\b/.test(before))
    return true;
  // "Gemma 3 270M"
  if (/^\d[\d.]*[MB]$/i.test(words) && /[A-Z][\w.-]* \d[\w.]*[ -]$/.test(before)) return true;
  if (
    /^one$/i.test(words) &&
    !/^(?: (?:million|billion|hundred|thousand)| (?:hour|day|week|minute|month|year|person))/i.test(after)
  )
    return true;
  return IN_MONTH.test(before);
}

/** Whether a name stands before a number, which is part of it: “Gemini 3”, “GPT-5”. */
export const isNumbered = (before: string): boolean =>
  /(?:[A-Z][\w.-]*|GPT-?|v|version|#|No\.|Fortune) ?-?$/.test(before) &&
  !/\b(?:The|In|Over|About|Some|Nearly|To|And|Cut|For|Of|With|More|From|By|At|Around|Only|Just|Under|All|Another|\w+ly|Saves?|Cuts?|First|Last|These|Our|Its|Their) $/.test(
    before,
  );

/** What has so many lines: “4K video”. */
const PICTURE =
  /^[ -](?:(?:HDR|ultra|upscal|render|resol|qualit)\w*|(?:video|image|picture|clip|frame|film|movie|stream|display|screen|monitor|camera|TV|output)s?|footage|content|streaming)\b/i;
/** What makes a bare number before it a date, a rank, a time, a size, the base of a power, the lower end of a range or part of a name. */
const NO_AMOUNT = new RegExp(
  `^(?:-bit|p\\b| ?x ?\\d|[HQ]\\d|\\^|\\/\\d|:\\d|\\.\\w|-\\d|[A-SU-Z]\\b|s\\b|st\\b|nd\\b|rd\\b|th\\b| (?:${MONTHS})\\b)`,
);
const IN_MONTH = new RegExp(`\\b(?:${MONTHS}|Jan\\.?|Feb\\.?|Oct\\.?|Nov\\.?|Dec\\.?) (?:\\d+-)?$`);
const UNIT = '(?:[KMGT]B|[kMGT]Wh?|[KMG]Hz|MP|ms|kg|km)\\b';
const MEASURED = new RegExp(
  `^(?: ?${UNIT}|[A-Z]\\b|-[a-z]|\\)? (?!(?:models?|versions?|series|and|or|is|was|has|to|in|on|of|with|for|that)\\b)[a-z])`,
);
const GLUED = new RegExp(`^ ?${UNIT}`);

/** The ISO code; empty where other letters stand before the sign: “R$5” are no US dollars. */
function currency(words: string): string {
  const letters = /^([a-z]+)[$£€¥₹]/i.exec(words)?.[1]?.toLowerCase();
  if (letters) return words.includes('$') ? (DOLLARS[letters] ?? '') : '';
  for (const [sign, code] of Object.entries(CURRENCY)) if (words.toLowerCase().includes(sign)) return code;
  return '';
}

const watts = (words: string): string => (/g(?:w|igawatts?)$/i.test(words) ? 'GW' : 'MW');

function normalise(words: string, type: Quantity['type']): number | null {
  const text = words
    .toLowerCase()
    .replace(/^[a-z]*[$£€¥₹]|\+/g, '')
    .trim();
  if (type === 'money') {
    const bare = text.replace(/ ?(?:dollars|euros|pounds|rupees|cents)$/, '');
    const value = amount(bare);
    return value !== null && /cents$/.test(text) ? value / 100 : value;
  }
  if (type === 'multiple')
    return (
      MULTIPLES[text] ??
      MULTIPLES[text.replace(/(?:s|d|ing)$/, '')] ??
      amount(text.replace(/ ?(?:x|times|-fold)$/, '').trim())
    );
  if (type === 'power') return amount(text.replace(/[ -]?(?:[gm]w|(?:giga|mega)watts?)$/, ''));
  if (type === 'percent') {
    const ratio = /^(.+?) (?:in|of|out of)(?: every| each)? (.+)$/.exec(text);
    if (ratio) {
      const [top, bottom] = [amount(ratio[1]!), amount(ratio[2]!)];
      // More than all of them is no share.
      if (top === null || bottom === null || top > bottom) return null;
      const share = (100 * top) / bottom;
      return share < 0.1 ? significant(share, 1) : Math.round(10 * share) / 10;
    }
    const part = /^(?:(\w+)[- ])?(\w+)$/.exec(text);
    if (part && PARTS[part[2]!]) {
      const top = !part[1] || /^an?$/.test(part[1]) ? 1 : amount(part[1]);
      return top === null ? null : Math.round((1000 * top) / PARTS[part[2]!]!) / 10;
    }
    return amount(text.replace(/ ?(?:%|per ?cent|percentage points?)$/, '').trim());
  }
  return amount(text);
}

const STOP =
  /^(?:of|in|on|at|to|by|for|from|and|or|with|than|as|is|are|was|were|has|have|will|that|which|who|per|a|an|the|over|into|every|each|since|within|during|after|before|but|when|while|because|so|did|do|does|used|could|can|up|last|this|next|now|already|ago|it|its|our|their|more|across)$/i;
const NUMBER = new RegExp(`^(?:\\d[\\d,.]*|${WORDNUM})$`, 'i');
const DURATION = new RegExp(`^(?:[\\w-]+ )?(${TIME})`, 'i');
const PART_DOES = new RegExp(`^${THEY_DO}`);

/** The head noun that a number counts: up to four words after it, "of" crossed for shares. */
function readUnit(q: Quantity, text: string): void {
  let rest = text.slice(q.span.end).replace(/^[-\s]+/, '');
  rest = rest.replace(/^of (?:(?:all|our|its|their|the|a|new|every|these|those) )*/i, '');
  if (/^a /i.test(q.text) && PART_DOES.test(rest)) return;
  const time = q.type === 'count' && DURATION.exec(rest);
  if (time && time.index === 0 && time[0].split(' ').length === 1) {
    q.type = 'duration';
    q.unit = q.value === 1 ? time[1]!.toLowerCase() : plural(time[1]!.toLowerCase());
    // "Over two weeks" says how long, not that it was longer.
    if (q.hedge === 'over') q.hedge = '';
    return;
  }
  const glued = GLUED.exec(text.slice(q.span.end));
  if (glued) {
    q.unit = glued[0].trim();
    return;
  }
  const degree = /^(?:(?:more|less) \w+|(?:faster|quicker|cheaper|better|higher|lower|fewer|less)\b)/i.exec(rest);
  if (degree && q.type !== 'count') {
    q.unit = degree[0];
    return;
  }
  const words: string[] = [];
  for (const raw of rest.split(' ').slice(0, 5)) {
    const word = raw.replace(/[^\w'-]+$/, '');
    if (!word || STOP.test(word) || NUMBER.test(word)) break;
    if (words.length && /(?:ed|ly)$/.test(word) && !/^(?:unattended|automated|hundred)$/.test(word)) break;
    if (words.length && /^(?:handle|use|used|rely|rose|fell|per)\w*$/.test(word)) break;
    words.push(word);
    if (/[,.;:!?)"]$/.test(raw)) break;
    if (PLURAL.test(word) && !/'s$|^(?:gas|always|bias|\w+ics)$/.test(word)) break;
  }
  // Of what is counted there are several: "480B dense" and "three of us" name none.
  if (q.type === 'count' && !PLURAL.test(words.at(-1) ?? '')) return;
  q.unit = words.join(' ');
}

const PLURAL = /(?:[^su]s|us(?:e|er)s|people|staff|headcount|men|women|children)$/i;
