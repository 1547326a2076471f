import { MONTHS } from '@/lib/english/months';
import { anyOf } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import { singular } from '../english/plurals';
import { PRODUCTS } from './lexicon/names';
import type { Token } from './parse';
import { re } from './pattern';
import { wordsOf } from './word-class';

export interface Technology {
  text: string;
  noun: string;
  product: string;
  span: Span | null;
}

const HEAD = anyOf(
  'assistants?|agents?|bots?|chatbots?|models?|systems?|platforms?|tools?|engines?|copilots?|tutors?',
  'scribes?|detectors?|algorithms?|solutions?|software|robots?|companions?|recommendations?',
  'litter trays?|toothbrush(?:es)?|kettles?|mattress(?:es)?|pillows?|services?|apps?|products?',
  'automation|technology|neural architecture|network|scanners?|programme|summaries|classifiers?',
);
/** Words for people, which name a thing only right behind what says so. */
const ROLES = 'advis[eo]rs?|lawyers?|colleagues?|co-founders?|analysts?';
const LIKE_PEOPLE = `(?:virtual|digital|automated|robo)[ -](?:${ROLES})`;
/** Behind "AI": those who deal in it and what it costs, none of which does anything. */
const TRADE =
  'compan(?:y|ies)|start-?ups?|firms?|labs?|giants?|industry|markets?|race|boom|bubble|era|engineers?|researchers?|scientists?|leaders?|executives?|talent|experts?|investors?|chips?|chipmakers?|hardware|data cent(?:er|re)s?|infrastructure|investments?|spending|traffic|policy|laws?|rules|regulations?|summit';
/** "AI SOC analyst", of whatever trade: one or two words between, which `roleIn` looks at. */
const AI_ROLE =
  /(?<![\w.-])(?:(?:[Oo]ur|[Tt]he|[Ii]ts|[Yy]our|[Tt]heir|[Aa]n?) )?AI ((?:[\w-]+ ){1,2})(?:advis[eo]rs?|lawyers?|colleagues?|analysts?)\b(?! [A-Z])/g;
/** Trades that look like verbs, and words behind which a person follows: "AI policy adviser", "AI tools lawyers use". */
const TRADE_ING =
  /^(?:account|bank|cod|consult|engineer|invest|market|plan+|pric|program+|shop+|teach|trad|tutor|writ)ing$/;
const OF_PEOPLE = new RegExp(
  `^(?:${TRADE}|${HEAD}|teams?|groups?|sector|stocks?|safety|ethics|governance|copyright|cut|put|let|\\w+ing|[a-z-]*[a-z](?<![su]|operation|new|sport|analytic|logistic)s)$`,
);
/** Before a role: without an article or an owner, "AI" is what does something to people. */
const DETERMINED = /(?:s'|'s|\b(?:our|the|its|your|their|an?)) (?:[\w-]+ )?$/i;
/** Noun phrases that name an AI thing, likeliest first. Case-blind over folded text. */
const SHAPES = [
  `(?:[A-Z][\\w]+(?:'s|s') )?((?:(?:our|the|its|your|their|an?) )?(?:[\\w-]+ ){0,2}(?:agentic |generative )?AI(?:-\\w+)?(?:(?: [\\w-]+){0,2}? (?:${HEAD})| (?:(?:business|crop|data|financial|investment|legal|mortgage|research|sales|security|support|tax|travel|wealth) )?(?:${ROLES})))\\b`,
  `(?<![\\w-])((?:our|the|its) (?:[\\w-]+ ){0,2}(?:${HEAD}|${LIKE_PEOPLE}))\\b`,
  `(?<!\\.)\\b((?:our (?:new )?)?(?:generative AI|gen AI|artificial intelligence|machine learning|large language models?|AI))\\b(?! (?:${TRADE})\\b)`,
  `(?:[A-Z][\\w]+(?:'s|s') )((?:[\\w-]+ ){0,2}(?:${HEAD}|${LIKE_PEOPLE}))\\b`,
];

/** The AI thing that a claim is about, as written and as a singular count noun without article. */
export function technologyOf(text: string, tokens: Token[]): Technology {
  const none: Technology = { text: '', noun: '', product: '', span: null };
  const product = productIn(text);
  const found: { start: number; end: number; text: string }[] = [];
  for (const shape of SHAPES) {
    const hit = re(shape).exec(text);
    if (hit?.[1]) {
      const start = hit.index + hit[0].lastIndexOf(hit[1]);
      if (!/\bAI\b|intelligence|learning|language/i.test(hit[1]) && isModifier(tokens, start + hit[1].length)) continue;
      found.push({ start, end: start + hit[1].length, text: hit[1] });
    }
  }
  const role = roleIn(text, tokens);
  if (role) found.push(role);
  // "Kelmore.ai" is an address.
  if (!found.length || found.every((f) => f.text === 'ai')) {
    if (!product) return none;
    return { text: product.text, noun: '', product: product.text, span: { start: product.start, end: product.end } };
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const first = found[0]!;
  const raw = first === role ? role : trim(whole(first), tokens);
  const best = bare(raw);
  // "Halcyon 3 is our smartest model": the name says which.
  const named = product && best.text !== raw.text ? product : VAGUE.test(best.text) ? product : best;
  return {
    text: named?.text ?? '',
    noun: !product && VAGUE.test(best.text) ? '' : countNoun(best.text),
    product: product?.text ?? '',
    span: named && { start: named.start, end: named.end },
  };
}

/** The first AI role with no verb in it: "AI health adviser", and not "AI helps lawyers". */
function roleIn(text: string, tokens: Token[]): Stretch | undefined {
  for (const { 0: phrase, 1: between = '', index } of text.matchAll(AI_ROLE)) {
    const start = index + phrase.indexOf(`AI ${between}`) + 3;
    const words = wordsOf(text, tokens, { start, end: start + between.length });
    const isRole = words.every(
      ({ norm, c, noun }) =>
        TRADE_ING.test(norm) || (!OF_PEOPLE.test(norm) && (c === 'noun' || c === 'adj' || (c === 'verb' && noun))),
    );
    if (isRole && DETERMINED.test(text.slice(0, start - 3)))
      return { start: index, end: index + phrase.length, text: phrase };
  }
}

/** "The network diameter" is no network: a noun in the singular follows. */
const isModifier = (tokens: Token[], end: number): boolean => {
  const next = tokens.find((token) => token.start === end + 1);
  return !!next && ['Singular', 'Uncountable'].some((tag) => next.tags.has(tag)) && !/s$|^AI$/.test(next.text);
};

/** What could be anything: a bare noun, or a way of doing business. */
const VAGUE =
  /^(?:(?:agent|model|system|platform|tool|engine|algorithm|solution|software|service|app|product|technology|network|summarie|recommendation)s?|financial (?:services|solutions)|chief product|(?:the )?(?:\w+ )?(?:operating|business|pricing|object) models?)$/i;

interface Stretch {
  start: number;
  end: number;
  text: string;
}

/** "AI and automation" is two things, of which the first is AI. */
function whole(hit: Stretch): Stretch {
  const joint = /\bAI\b(?= (?:and|or|with|for|to|of|that|in|on|at) )/.exec(hit.text);
  if (!joint) return hit;
  const start = hit.start + joint.index;
  return { start, end: start + 2, text: 'AI' };
}

/** Praise, rank and age, which are no part of what a thing is. */
const PRAISE = new RegExp(
  '^' +
    anyOf(
      "most|more|very|highly|fully|world's|industry's|best|better|[a-z]{3,}est|powerful|intelligent",
      'capable|complete|comprehensive|same|different|various|wrong|right|basic|useful|important|popular',
      'recent|advanced|leading|current|previous|prior|latest|new|newest|first|next|only|perfect|ideal|own',
      'other|all|any|many|such|where|when|how|flagship|ambitious|efficient|impressive|specialized',
      'resulting|debut|reliable|great|simple|unified|modern|innovative|conversational|unparalleled',
      'performing|sophisticated|powered|early|general|full|proprietary',
      String.raw`[\w-]+-(?:leading|class|performing|grade|generation|gen|edge|art|first|running|in|ever)`,
    ) +
    '$',
  'i',
);
const ARTICLE = /^(?:the|an?|our|its|your|their|this|that)$/i;

/** A noun phrase without praise; the article stays only where nothing was dropped. */
function bare(hit: Stretch): Stretch {
  const words = hit.text.split(' ');
  let last = -1;
  words.slice(0, -1).forEach((word, i) => {
    if (PRAISE.test(word)) last = i;
  });
  if (
    last < 0 ||
    (ARTICLE.test(words[0]!) && words.slice(1, last + 1).some((w) => !PRAISE.test(w) && /^[A-Z]/.test(w)))
  )
    return hit;
  const text = words.slice(last + 1).join(' ');
  return { start: hit.end - text.length, end: hit.end, text };
}

/** Words at which a noun phrase cannot begin, and those at which another does: "the role its model", "Team Into 3". */
const OUTSIDE = /^(?:which|what|that|where|when|some|into|running|building|developing|using|used|training)$/;
const ANEW = /^(?:our|its|your|their|the|an?)$/;

/** Drops verbs and function words that a loose pattern took in at its head. */
function trim(hit: { start: number; end: number; text: string }, tokens: Token[]) {
  let { start } = hit;
  for (const token of tokens) {
    if (token.start < start || token.end >= hit.end) continue;
    if (ANEW.test(token.norm)) start = token.start;
    const bad =
      OUTSIDE.test(token.norm) ||
      token.tags.has('Value') ||
      token.tags.has('Verb') ||
      token.tags.has('Preposition') ||
      token.tags.has('Conjunction') ||
      token.tags.has('Adverb') ||
      (token.tags.has('Pronoun') && !token.tags.has('Possessive'));
    if (bad && token.norm !== 'ai' && !/^(?:our|its|your|their)$/.test(token.norm))
      start = Math.max(start, nextStart(tokens, token));
  }
  return { start, end: hit.end, text: hit.text.slice(start - hit.start) };
}

function nextStart(tokens: Token[], token: Token): number {
  return tokens.find((t) => t.start >= token.end)?.start ?? token.start;
}

/** "The assistant" → "assistant"; "our AI agents" → "AI agent"; "generative AI" → "AI system". */
function countNoun(text: string): string {
  const bare = text
    .replace(
      /^(?:(?:our|the|its|your|their|an?|this|that|these|those|both|several|multiple|numerous|dozens|another|new|latest|own)\s+)+/i,
      '',
    )
    .replace(/^[A-Z]\w+'s\s+/, '');
  if (
    /^(?:generative AI|gen AI|artificial intelligence|AI|machine learning|automation|technology|software)$/i.test(bare)
  )
    return '';
  if (!re(`(?:${HEAD}|${ROLES}|AI|large language models?)$`).test(bare) || /\bAI$/.test(bare)) return '';
  const words = singular(bare).split(' ').slice(-3);
  return words.map((w) => (/^(?:AI|GPT|LLM|[A-Z]{2,})|[a-z][A-Z]/.test(w) ? w : w.toLowerCase())).join(' ');
}

const NUMBERED = new RegExp(
  String.raw`(?<![\w-])(?:(?!(?:Introducing|Meet|The|Our|New|With|And|But|Today|Now|In|On|For)\b)[A-Z][a-z]+ )?[A-Z][a-z]{3,} \d(?:\.\d)?\b(?![.,]?\d|[-+%]| (?:${MONTHS}|(?:[Mm]|[Bb]|[Tt]r)illion|(?:hour|day|week|month|year)s?\b|per|%))`,
);
const NO_PRODUCT = new RegExp(
  String.raw`^(?:About|Over|Some|Under|Around|Starting|Founded|From|Until|Since|${MONTHS})\b|(?:^| )(?:${MONTHS}|Sept|\w+ly|Into|Only|Just|Fortune|Section|Chapter|Figure|Table|Step|Phase|Article|Round|Series|Level|Tier|Year|Week|Formula|Star|Version|Part|Volume|Season|Team|Group|Class|Stage|Rule|Question|Option) \d`,
);

function productIn(text: string): { start: number; end: number; text: string } | null {
  const version =
    /\b(?:Claude|GPT|Gemini|Llama|Grok|Qwen|Gemma|Mistral|Haiku|Opus|Sonnet)(?:-?\d[\w.]*)?(?:[- ](?:[A-Z][a-z]+|\d[\w.]*|[A-Z]\d[\w.]*)){0,3}/.exec(
      text,
    );
  // "An Opus-class model" is none of them.
  if (
    version &&
    !/^-(?:class|level|based|powered|like|style|native|integrated|created|made)\b/.test(
      text.slice(version.index + version[0].length),
    )
  ) {
    const name = version[0].replace(
      /[.]$|(?: (?:System|Card|To|And|For|In|With|On|Is|The|Now|Users?|Customers?|Models?))+$/,
      '',
    );
    return { start: version.index, end: version.index + name.length, text: name };
  }
  const numbered = NUMBERED.exec(text);
  if (numbered && !NO_PRODUCT.test(numbered[0]))
    return { start: numbered.index, end: numbered.index + numbered[0].length, text: numbered[0] };
  for (const name of PRODUCTS) {
    const at = text.indexOf(name);
    if (at >= 0 && !/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' '))
      return { start: at, end: at + name.length, text: name };
  }
  return null;
}
