import type { PageText, Passage, Sentence } from '@/lib/model';
import { count, wordSet } from './rules';
import { runNow, runSliced, type SliceOptions } from './slice';

/*
 * The cheap test that decides which sentences are worth reading in the background. It must let nearly every real claim
 * through and keep pages that never mention AI silent: what it rejects is never looked at again, what it accepts costs
 * a few milliseconds. Its anchors are words that name AI.
 */

/** Words that mean artificial intelligence whatever stands beside them. Case matters: "Ai Weiwei" and ".ai" are neither, nor is flight "AI-171". */
const STRONG =
  /\b(?:AI[s\d]?(?!\.?\w|-\d{3})|A\.I\.|[Aa]rtificial(?:ly)?[- ][Ii]ntelligen|ARTIFICIAL INTELLIGEN|MACHINE LEARN|[Gg]en(?:erative)?[- ]?AI|[Mm]achine[- ][Ll]earn|[Dd]eep[- ][Ll]earning|[Ll]anguage[- ][Mm]odel|[Vv]ision[- ][Ll]anguage|LLMs?\b|[Cc]hatbot|[Nn]eural[- ][Nn]et|[Ff]oundation(?:al)? [Mm]odel|[Ff]rontier [Mm]odel|[Aa]gentic|[Gg]enerative (?:model|image|video|tool|feature)|[Vv]oice ?bot|[Ss]uperintelligence|AGI\b|GPT|[Cc]hatGPT|OpenAI|Anthropic\b|DeepMind|DeepSeek|xAI\b|GitHub Copilot|Microsoft(?: 365)? Copilot|Hugging Face|Midjourney|Stable Diffusion|[Dd]igital (?:worker|employee|labo)|[Cc]omputer[- ][Vv]ision|[Pp]rompt engineering|[Cc]oding (?:agent|assistant)s?|[Vv]ibe[- ]cod|(?:[Ff]acial|[Ff]ace|[Ss]peech|[Ii]mage)[- ][Rr]ecognition|[Rr]obo-?taxi|[Ss]elf[- ][Dd]riving|[Dd]riverless|[Aa]utonomous(?:ly)? (?:[Vv]ehicle|[Dd]riv|[Cc]ar\b|[Tt]ruck|[Rr]ide)|Waymo\b|Qwen|Claude(?:\.ai| (?:Code|Opus|Sonnet|Haiku|Cowork|Max|Pro|API|\d))|Gemini (?:\d|Pro\b|Ultra|Nano|Flash|Live|Advanced)|Llama[- ]\d|Grok[- ]\d)/g;

/** Words that mean it only in company: they count beside strong anchors, never alone. */
const WEAK =
  /\b(?:agents?|[Aa]ssistants?|models?|bots?|[Cc]opilots?|Gemini|Claude|Llama|Mistral|Grok|Perplexity|Sora|Devin|Einstein|Watson|Siri|Alexa|Cortana|Qwen\d*|Gemma|transformers?|tokens?|prompts?|prompting|inference|hallucinat\w+|algorithms?|automat\w+|autonom\w+|intelligent|robot\w*|classifiers?|GPUs?|fine-tun\w+|benchmarks?)\b/g;

/** Other lives of the two letters. Where a page speaks of these and has no other anchor, its few "AI" count for nothing. */
const INNOCENT =
  /\b(?:Air India|Amnesty International|avian influenza|bird flu|artificial insemination|Adobe Illustrator)\b/gi;

/** In a title, the two letters as a short form or before a flight's number: they may be another life's. */
const SHORT_FORM = /\(AI\)|AI \d{3}/;

/** Names of products that are other things, too: in a title, and with weak words beside them, they say what a page is about. */
const NAMED = /\b(?:Claude|Gemini|Copilot|Llama|Mistral|Grok|Perplexity|Devin|Sora|Gemma|Siri|Alexa)\b/g;

const MIN_WORDS = 3;
/** So many "AI" may stand for each mention of another life of theirs. */
const INNOCENT_RATE = 3;
/** Passages. */
const SHORT = 3;
/** A weak word in so many words makes a page that a product's name heads one about AI. */
const NAMED_RATE = 80;
const MAX_CHARS = 1200;

/** How much a page is about AI: decides how near an anchor has to stand. */
type Prior = 'none' | 'mentions' | 'about';

/**
 * Marks the sentences of a page that may hold a corporate claim about AI (`candidate = true`), and unmarks all others.
 *
 * @param page changed in place; only `passages[].sentences[].candidate` is written.
 * @returns the number of candidates; 0 means that nothing on the page is worth waking anybody for.
 */
export function markCandidates(page: PageText): number {
  return runNow(marking(page));
}

/** As `markCandidates`, in slices between which the page may run: for pages of megabytes. */
export const markCandidatesSliced = (page: PageText, options?: SliceOptions): Promise<number> =>
  runSliced(marking(page), options);

function* marking(page: PageText): Generator<void, number> {
  const anchors: number[] = [];
  for (const passage of page.passages) {
    anchors.push(count(STRONG, passage.text));
    if (passage.index % 16 === 15) yield;
  }
  let prior = pagePrior(page, anchors);
  if (prior !== 'none' && !english(page)) prior = 'none';
  let marked = 0;
  for (const passage of page.passages) {
    if (passage.index % 16 === 15) yield;
    for (const sentence of passage.sentences) {
      sentence.candidate = prior !== 'none' && isCandidate(passage, sentence, prior, anchors);
      if (sentence.candidate) marked++;
    }
  }
  return marked;
}

/** On a page about AI any sentence may claim something of it; elsewhere the anchor must stand in the same passage, in the one right beside the sentence, or lead in to it. */
function isCandidate(passage: Passage, sentence: Sentence, prior: Prior, anchors: number[]): boolean {
  const { start, end } = sentence;
  if (end - start > MAX_CHARS) return false;
  const words = passage.text.slice(start, end).split(' ', MIN_WORDS).length;
  if (prior === 'about') return words > 1;
  if (words < MIN_WORDS) return false;
  const { index, sentences } = passage;
  if (anchors[index]! > 0) return true;
  if (sentence === sentences[0] && anchors[index - 1]! > 0) return true;
  if (sentence === sentences.at(-1) && anchors[index + 1]! > 0) return true;
  return passage.leadIn !== null && passage.role === 'item' && (anchors[passage.leadIn] ?? 0) > 0;
}

/**
 * Thresholds: an anchor in the title or headline, two in the text and one for every 600 words of it; or one per 200 words,
 * where a weak one counts a third. A long page that names AI here and there is read around those places only.
 */
function pagePrior(page: PageText, anchors: number[]): Prior {
  const strong = anchors.reduce((a, b) => a + b, 0);
  const named = count(STRONG, page.title) > 0;
  const words = page.passages.reduce((sum, p) => sum + p.text.length, 0) / 6;
  // Looked for only where the rest does not decide: each of these patterns takes half a millisecond to be made into code.
  const weak = () => countIn(page, WEAK);
  if (strong === 0 && !named) return isProduct(page, weak, words) ? 'about' : 'none';
  const titled = named || page.passages.some((p) => p.role === 'headline' && anchors[p.index]! > 0);
  if ((!titled || SHORT_FORM.test(page.title)) && onlyInnocent(page, strong)) return 'none';
  // A short piece under a title that names AI is about it, whatever its few sentences call the thing.
  if (named && page.passages.length <= SHORT) return 'about';
  if (titled && strong > 1 && strong * 600 >= words) return 'about';
  const spread = anchors.filter((n) => n > 0).length > 1 || page.passages.length <= SHORT;
  const enough = Math.max(words, 300) / 200;
  return spread && (strong >= enough || strong + weak() / 3 >= enough) ? 'about' : 'mentions';
}

/** True where a title names a product and the text keeps speaking of such things, though it never says what they are. */
function isProduct(page: PageText, weak: () => number, words: number): boolean {
  if (count(NAMED, page.title) === 0) return false;
  const names = countIn(page, NAMED);
  if (names === 0) return false;
  const others = weak() - names;
  return others * NAMED_RATE >= words && others > 1;
}

function onlyInnocent(page: PageText, strong: number): boolean {
  const short = page.passages.every((p) => (p.text.match(STRONG) ?? []).every((word) => word === 'AI'));
  return short && countIn(page, INNOCENT) * INNOCENT_RATE >= strong;
}

const countIn = ({ passages }: PageText, pattern: RegExp): number =>
  passages.reduce((sum, p) => sum + count(pattern, p.text), 0);

/** Little words that make up a third of any English text and hardly any of another language's. */
const ENGLISH = wordSet(
  'the of and to in is that for it on with as are was by this from at be have has its an or not you your we our will said',
);
/** At least this share of words must be among them. English news runs at 0.25 to 0.4, other languages below 0.05. */
const ENGLISH_SHARE = 0.1;
const ENGLISH_SAMPLE = 6000;

/**
 * True where the text is English by its own evidence; the declared language only decides where there is too little text.
 * Pages are often declared "en" by a template they were translated in.
 */
export function english(page: Pick<PageText, 'language' | 'passages'>): boolean {
  let sample = '';
  for (const p of page.passages) {
    sample += ` ${p.text}`;
    if (sample.length > ENGLISH_SAMPLE) break;
  }
  const words = sample.split(' ').length - 1;
  const declared = /^en\b/i.test(page.language) || !page.language;
  if (words < 20) return declared;
  const little = sample
    .toLowerCase()
    .split(/\W+/)
    .filter((word) => ENGLISH.has(word)).length;
  const share = little / words;
  return share >= (declared ? ENGLISH_SHARE : ENGLISH_SHARE * 2);
}
