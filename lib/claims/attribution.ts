import { anyOf } from '@/lib/english/word-list';
import type { Span } from '@/lib/model';
import type { PageContext, Spot } from './context';
import { FIRMS } from './lexicon/names';
import { ANALYSTS, COMPANY, CUSTOMER, DISTANCE, INDEPENDENT, INSIDER, SAID, SAY } from './lexicon/roles';
import { isHouse, isObserved } from './observer';
import { re } from './pattern';

/** Who is heard in a sentence. `none`: the page itself asserts it. */
export type Source = 'none' | 'insider' | 'company' | 'customer' | 'independent' | 'person';

export interface Attribution {
  source: Source;
  /** The sentence stands wholly or mostly inside quotation marks. */
  quoted: boolean;
  /** The reporter keeps a distance: "claims", "touts". */
  distanced: boolean;
  /** The words of the attribution in this sentence, as a span in it; null if none or elsewhere. */
  span: Span | null;
  /** The attribution's words, wherever they stand. */
  words: string;
  /** Name of the speaker, as far as it can be read. */
  speaker: string;
  role: string;
}

const ROLE =
  String.raw`\b(?:(?:co-?founder and )?` +
  anyOf(
    'chief executive(?: officer)?|chief (?:[a-z]+ ){0,3}officer|chief architect|CEO|CTO|CFO|CPO|COO|CIO',
    'CISO|co-?founder|founder|president|chair(?:man|woman)|spokes(?:person|man|woman)|vice president|VP',
    String.raw`head of [a-z]+(?: [a-z]+)?(?! [a-z]*(?:ing|ment|ices|ions?|ces|ics)\b)(?= (?:at|for|in|and|said|says|told)\b|[,.:"]|$)`,
    'general counsel|finance chief|research chief|managing director|general manager|director|boss',
    'product manager|analyst|professor|researcher',
  ) +
  String.raw`)\b`;
const PERSON =
  "(?<!\\p{L})(?:(?:Dr\\.?|Mr\\.?|Ms\\.?|Mrs\\.?|Professor|Prof\\.?|Sir) )?\\p{Lu}[\\p{Ll}'-]+(?: (?:\\p{Lu}\\.|van|de|von|bin|al))?(?: \\p{Lu}[\\p{L}'-]+){0,2}";
/** A finite verb after the verb of saying: what follows is what was said, not who said it and when. */
const NO_CLAUSE =
  '(?![^"]*\\b(?:would|will|could|can|may|must|is|are|was|were|has|have|had|writes|takes|makes|does|did)\\b)(?! that\\b)';
/** ", the company says." / "said the head of service" / "X said on Tuesday" at the end. */
const TAIL = `(?:[,"?!]+ ?(?:(?:(?:(?!\\b(?:that|now|will)\\b)[^,"]){1,70}?,? )?\\b(?:${SAID}|${DISTANCE})\\b${NO_CLAUSE}[^"]{0,180}|according to [^"]{2,110}|[^,"]{2,70} (?:${SAID}|${DISTANCE})))[.!]?$`;
/**
 * "A survey by Vantrell found", "Gartner predicts that". Of products these verbs tell what they do: where no one who inquires is
 * named, "that" must follow.
 */
const FINDS =
  '(?:predict(?:s|ed)|forecasts|f(?:inds|ound)|estimated?|show(?:s|ed)|suggest(?:s|ed)|conclude[sd]|calculate[sd]|warn(?:s|ed))';
/** “AI analysts” and “study mode” are things. */
const INQUIRER = `(?:${ANALYSTS}|(?<!\\bAI )(?:analysts?|research firm)|economists|researchers|survey|poll|study(?! (?:mode|tool|app|guide|assistant|buddy)s?\\b))`;
const FOUND = `^(?![^"]{0,90}\\b(?:we|our|I|you|your|they)\\b)(?:[^",]{0,60}?\\b${INQUIRER}\\b[^",]{0,40}? ${FINDS}\\b(?: that\\b)?|[^"]{0,90}?(?<!\\b(?:is|are|was|be|been) )\\b(?:predict(?:s|ed)|forecasts|f(?:inds|ound)|estimated|conclude[sd]|projected|warn(?:s|ed)) that\\b)`;
/** "The firm says its tool", "According to X," at the head. */
const HEAD = `^according to (?:[^,"]|,\\d){2,110}?,(?!\\d)|${FOUND}|^[^"]{0,90}?(?<!\\b(?:have|has|had|be|been|is|are|we|to|an|the|its|by|as) )\\b(?:${SAY}|${DISTANCE})\\b(?: (?:on|last|this) \\w+)?(?: that\\b|:|,)?`;

/** ", the company says," in the middle. */
const MIDDLE = new RegExp(
  `[,"] (?:(?:the|its|a|an) [^,"]{2,60}|${PERSON}[^,"]{0,60}|he|she|it) (?:${SAY})\\b[^,"]{0,60}[,"]`,
  'u',
);

const FIRM_ACT = /\b(?:announce[ds]?|unveil(?:ed|s)|launche[ds])\b/;

const roles = new WeakMap<PageContext, Map<string, Source>>();

/** Surnames introduced with a role anywhere on the page, so that "Osei said" can be placed later. */
function rolesOn(context: PageContext): Map<string, Source> {
  const known = roles.get(context);
  if (known) return known;
  const found = new Map<string, Source>();
  // Looks ahead only: "Trade Secretary Ann Osei" holds two pairs that could be a name.
  const after = /\b([A-Z][a-z]+ [A-Z][A-Za-z'-]+)\b(?=,? (?:who is |is |, )?([^."]{0,90}))/g;
  for (const spot of context.spots) {
    for (const hit of spot.text.matchAll(after)) {
      const surname = hit[1]!.split(' ').at(-1)!;
      if (!found.has(surname)) {
        const words = `${spot.text.slice(Math.max(0, hit.index - 60), hit.index)} ${hit[2]}`;
        const source = classify(words);
        if (source !== 'none' && source !== 'person') found.set(surname, source);
      }
    }
  }
  roles.set(context, found);
  return found;
}

const MAKERS = `(?:${FIRMS.join('|')})`;
/** A firm that asks and studies by itself: “its survey”, “Google's new study”, “a survey from OpenAI”. Makers are written with capitals. */
const OWN_SURVEY = new RegExp(
  `(?:^(?:[Ii]ts|[Oo]ur)|\\b[Tt]he (?:company|firm|vendor|start-?up|maker)'s|(?<![\\w-])${MAKERS}(?:'s)?) (?:(?:20\\d\\d|own|new|recent|latest|internal|annual|global|user|customer|employee) ){0,3}(?:survey|poll|study)\\b(?! mode)|\\b(?:survey|poll|study) (?:by|from) ${MAKERS}\\b(?!,? and\\b| researchers)`,
);

/** Places a speaker by the words of the attribution. Order matters: a union's general counsel is the union's. */
export function classify(words: string): Source {
  // A firm that asks its customers hears itself.
  if (
    OWN_SURVEY.test(words) ||
    re('\\b(?:survey|poll|study)\\b[^"]{0,60}\\bits (?:own|customers|clients|users)\\b').test(words)
  )
    return 'company';
  if (
    re(INDEPENDENT).test(words) &&
    !re(
      '\\b(?:press release|in a statement|its annual report|chief executive|spokes\\w+|founder|(?:its|the) (?:maker|developer|vendor)s?|(?:chief|officer|boss|president|head|executive|company|(?<!\\b(?:research|polling) )firm|bank|CEO)\\b[^,]{0,40}\\b(?:told|said))\\b',
    ).test(words)
  )
    return 'independent';
  if (re(INSIDER).test(words)) return 'insider';
  if (re(COMPANY).test(words)) return 'company';
  if (re(CUSTOMER).test(words)) return 'customer';
  if (/\b(?:he|she)\b/i.test(words)) return 'person';
  if (/\b(?:it|they|we)\b/i.test(words)) return 'company';
  return 'none';
}

/** Listens to a sentence: who speaks, in quotation marks or not, at whose distance. */
export function attributionOf(context: PageContext, spot: Spot): Attribution {
  const { text } = spot;
  const quotes = quotation(spot);
  const quoted = quotes.share > 0.5;
  const own = attributionSpan(text, quotes.open);
  let words = own ? text.slice(own.start, own.end) : '';
  if (!own && quoted) words = neighbour(spot);
  const distanced =
    re(`\\b(?:${DISTANCE})\\b`).test(own ? words : text.slice(0, 80)) &&
    !/\bclaims (?:bot|model|process|handl|team|adjust|manag)/i.test(text);
  let source: Source = words ? classify(words) : 'none';
  const name = words ? speakerName(words) : '';
  if (own ? isObserved(text, own.start, own.end) : isObserved(words, 0, words.length)) source = 'independent';
  // A house of analysts that speaks of its own things.
  else if (isHouse(name)) source = 'company';
  else if (source === 'none' || source === 'person') {
    const known = rolesOn(context).get(name.split(' ').at(-1) ?? '');
    if (known) source = known;
    else if (name && context.names.some((n) => n.includes(name) || name.includes(n))) source = 'company';
    // People say things; only firms announce, launch and unveil them.
    else if (name && !/\s/.test(name) && FIRM_ACT.test(words)) source = 'company';
    // Nor do people speak of themselves as "it".
    else if (name && own && own.start === 0 && /^\W*(?:that )?its?\b/.test(text.slice(own.end))) source = 'company';
    else if (name) source = 'person';
  }
  // "The State of the CIO survey" is nobody's post.
  const role = re(`${ROLE}(?! (?:survey|poll|study|report)\\b)`).exec(words)?.[0] ?? '';
  return { source, quoted, distanced, span: own, words, speaker: name, role: roleWords(role) };
}

function roleWords(role: string): string {
  if (!role) return '';
  const plain: Record<string, string> = {
    CEO: 'chief executive',
    'chief executive officer': 'chief executive',
    CFO: 'finance chief',
    VP: 'vice-president',
    'vice president': 'vice-president',
  };
  return (
    plain[role] ??
    role.replace(/\bCEO\b/, 'chief executive').replace(/\b(?![A-Z]{2,4}\b)\w+/g, (word) => word.toLowerCase())
  );
}

function speakerName(words: string): string {
  for (const hit of words.matchAll(new RegExp(PERSON, 'gu'))) {
    const name = hit[0].replace(/^(?:Dr|Mr|Ms|Mrs|Prof|President|Chair(?:man|woman)|Director|Founder|Senator)\.? /, '');
    // Whom or what somebody belongs to, and what is whose: "the head of Kelmore Cloud", "Kelmore's".
    if (
      /(?<!according )\b(?:of|at|for|from|with|in|on|by|to) (?:the )?$/i.test(words.slice(0, hit.index)) ||
      /'s\b/.test(name)
    )
      continue;
    if (
      !/^(?:The|According|In|On|An|It|He|She|They|We|AI|CEO|Its|But|And|For|As|Our|This|That|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|CTO|CFO|Chief)$/.test(
        name,
      )
    )
      return name;
  }
  return '';
}

/** Share of the sentence inside quotation marks, a quotation left open by an earlier sentence of the passage counted. */
function quotation(spot: Spot): { share: number; open: boolean } {
  const before = spot.passage.text.slice(0, spot.sentence.start);
  let open = (before.match(/["\u201c\u201d\u201e\u00ab\u00bb]/g)?.length ?? 0) % 2 === 1;
  const opensHere = open;
  if (/\u201c[^\u201d]*$/.test(before.slice(-600))) open = true;
  else if (/\u201d[^\u201c]*$/.test(before.slice(-600))) open = false;
  let inside = 0;
  for (const letter of spot.text) {
    if (letter === '"') open = !open;
    else if (open) inside++;
  }
  return { share: spot.text.length ? inside / spot.text.length : 0, open: opensHere };
}

/** Where the attribution stands in the sentence. */
function attributionSpan(text: string, open: boolean): Span | null {
  const last = text.slice(-260);
  const from = text.length - last.length;
  const tail = re(TAIL).exec(last);
  if (
    tail &&
    !/^[,"?!]+ ?(?:which|who|and|but|so|as|because|while|when|to|that)\b(?! (?:\w+ )?(?:said|says|told))/i.test(tail[0])
  )
    return { start: from + tail.index, end: text.length };
  if (!open) {
    const head = re(HEAD).exec(text.slice(0, 200));
    if (head && !/^(?:we|i)\b/i.test(head[0])) return { start: 0, end: head[0].length };
  }
  const middle = MIDDLE.exec(text);
  return middle ? { start: middle.index, end: middle.index + middle[0].length } : null;
}

/** A quotation runs over sentences: the attribution nearest in the passage, before or after. */
function neighbour(spot: Spot): string {
  const { passage, sentence } = spot;
  const at = passage.sentences.indexOf(sentence);
  for (let d = 1; d <= 3; d++) {
    for (const i of [at - d, at + d]) {
      const other = passage.sentences[i];
      if (!other) continue;
      const text = passage.text
        .slice(other.start, other.end)
        .replace(/[\u201c\u201d]/g, '"')
        .replace(/\u2019/g, "'");
      const found = attributionSpan(text, false);
      if (found) return text.slice(found.start, found.end);
    }
  }
  return at === 0 ? (re(`\\b(?:${SAY})\\b[^"]{0,40}:?$`).exec(spot.prev.slice(-160))?.input ?? '') : '';
}
