/**
 * The build of a claim's own sentence: its list, its begging verb, its contrasts, its quantifiers. A line may ask for a part of it
 * and print it. Strict: what is not plainly there is not there. It goes by closed lists of words and not by the parser's tags: a
 * part of speech that is guessed wrong in one sentence of twenty is no matter for a card, and makes a joke that is none.
 */
import type { SentenceBuild, SentencePart, SentenceSign } from '@/lib/model';
import { aisIn, labelIn, onlyNamesHaveNumbers, wesIn, wordsIn, yousIn } from './counts';
import { listIn } from './lists';
import { turnsIn } from './turns';
import { HELPED, isNoun, isVerb } from './words';

/** Where a phrase must end, so that no half of it is printed. */
const END = String.raw`(?=[.,;:!?)”"—–]|\s[—–-]\s|$|\s(?:and|as|at|by|for|from|in|into|on|so|than|that|through|to|using|when|while|with|without|across|is|are|will|can)\b)`;
const HARD_END = String.raw`(?=[.,;:!?)”"—–]|\s[—–-]\s|$|\s(?:so|that|using|when|while|without|by|across|for)\b)`;
const NOT_A_NOUN =
  /\b(?:is|are|was|be|that|which|who|how|what|when|you|we|they|it|this|these|those|here|there|one|zero|today|now|scratch|beginning|start|end|day|last|first|next|and|or|not|a few)\b|\d/i;

const PATTERNS = {
  help: new RegExp(
    String.raw`\b(help|helps|helping|helped|enable|enables|enabling|empower|empowers|empowering|allow|allows|allowing|let|lets|letting)\s(?:(?:your|our|the|their|all)\s)?((?:[a-z-]+\s)?(?:${HELPED})|you)\s(?:to\s)?(?:better\s|quickly\s|easily\s|also\s)?([a-z]+)\b`,
  ),
  helpOnly: /\b(helps?|helping)\s(?:to\s)?(?:autonomously\s|better\s)?([a-z]+)\b/,
  hope: /\b(designed to|built to|engineered to|poised to|set to|expected to|aims? to|aiming to|intended to|intends to|plans? to|planning to|looking to|seeks? to|hopes? to|strives? to|ready to|promises? to|on track to)\s(?:further\s|also\s|better\s)?([a-z]+)\b/,
  still: /\b(remains?|continues? to|continuing to|keeps? (?=\w+ing))\b/,
  without: new RegExp(
    String.raw`\bwithout ((?:[a-z]+ing (?:(?:your|the|any|their|its|a|an|on) )?)(?:[a-z-]+ ){0,2}?[a-z-]+)${HARD_END}`,
  ),
  all: new RegExp(
    String.raw`\b(?:(every|any|each) (?!(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand|other|few|day|week|month|year|time|hour|minute|second|quarter|morning|night|turn)s?\b)((?:single )?[a-z]{3,}(?:-[a-z]+)?)${END}|(everyone|everything|everywhere|anyone|anything|anywhere|everybody))`,
    'g',
  ),
  super:
    /\b(?:(most) (powerful|advanced|capable|intelligent|comprehensive|complete|efficient|trusted|secure|innovative|ambitious|accurate|specialized|sophisticated|cost-effective|versatile|balanced|intuitive)|(best|fastest|strongest|smartest|easiest|simplest|greatest))\b(?! (?:practices?|schools?|people|minds|talent|of|in class|possible|way|known|for|customers|engineers)\b|-)/gi,
  degree:
    /\b(significantly|dramatically|substantially|greatly|vastly|considerably|radically|fundamentally|massively|exponentially|profoundly|drastically|remarkably|incredibly|far more|much more|even more)\b/i,
  manner:
    /\b(seamlessly|effortlessly|easily|instantly|autonomously|automatically|intelligently|securely|responsibly|safely|continuously|proactively|naturally|confidently|quickly|efficiently|intuitively|(?<!\b(?:quite|very|put) )simply(?!,))\b/i,
  ago: /\b((?:two|three|four|five|six|seven|eight|nine|ten|\d+|a few|several) (?:weeks|months|years) ago|last (?:year|month|week))\b/i,
  soon: /\b(soon|(?:in|over|within) the (?:coming|next|near) (?:(?:few|two|three|five|ten) )?(?:days|weeks|months|years|decade|decades|future)|in (?:coming|the) (?:weeks|months|years)|later this (?:year|month)|next (?:year|month|quarter)|one day|someday|eventually)\b/i,
  creed:
    /\b(we believe|we think|we expect|we envision|we[’']?re excited|we are excited|our vision is|our mission is|our goal is|our ambition is|is committed to|are committed to|we[’']re committed to)\b/i,
  futureOf: new RegExp(String.raw`\bthe future of ((?:AI(?=[\s.,])|[a-z][a-z-]*)(?: [a-z-]+){0,2}?)${END}`, 'i'),
  merely: new RegExp(
    String.raw`\b(?:more than|(?:is|are)(?:n[’']t| not)|beyond) (?:just|simply|merely|only) ((?:an? |the |another )?(?:[a-z-]+ ){0,2}?[a-z-]+)${END}`,
    'i',
  ),
  vague: new RegExp(
    String.raw`\b((?:tens of |hundreds of )?(?:dozens|hundreds|thousands|millions|billions)) of ((?:[a-z-]+ )?[a-z-]+s|people)${END}`,
    'i',
  ),
  more: /\b(faster|cheaper|smarter|better|easier|safer|simpler|stronger|quicker|deeper|smoother|richer|more (?:accurate|efficient|effective|productive|reliable|relevant|secure|personalized|personal|intelligent|powerful|capable|natural|flexible|responsive|affordable|accessible|intuitive|creative|advanced))\b(?! (?:than|and more)\b)/i,
  tasks:
    /\b((?:highly |most )?(?:complex|complicated|tough|difficult|hard|tedious|repetitive|everyday|routine|manual|mundane|time-consuming|demanding|challenging|sophisticated|multi-step|low-value|high-value)(?:, (?:multi-step|complex|repetitive|tedious))?(?: [a-z-]+)? (?:tasks|problems|challenges|workflows|questions|issues|processes|work|topics|projects))\b/i,
  single: new RegExp(
    String.raw`\b((?:one|a single|single) (?:(?:unified|integrated|connected|intelligent|intuitive|central|trusted|open) )?(?:platform|place|app|view|solution|tool|system|workspace|interface|dashboard|environment|model|experience|hub|source of truth))${END}`,
    'i',
  ),
  existing: new RegExp(String.raw`\b(existing (?:[a-z-]+ )?[a-z]+)${END}`),
};

/** Verbs that say nothing without the rest of their phrase: "bring … to life". */
const THIN =
  /^(?:become|bring|do|ensure|get|give|have|help|keep|let|make|meet|provide|stay|take|turn|move|put|continue|drive|push|pull|offer)$/;
/** Words too common in announcements to be noticed twice. */
const NOT_TWICE =
  /^(?:about|across|agent|agents|agentic|algorithm|already|artificial|company|customers?|every|first|intelligence|language|large|learning|machine|million|billion|percent|models?|other|people|right|going|being|needs|since|often|world|without|around|build|financial|medical|platforms?|product|products|services?|still|teams?|technology|their|there|these|those|tokens?|tools?|users?|using|which|while|with|would|years?|data|software|system|systems)$/;

/** Reads the build of one sentence, in its own spelling. */
export function buildOf(sentence: string): SentenceBuild {
  const parts: SentenceBuild['parts'] = {};
  const signs = new Set<SentenceSign>();
  const text = sentence.replace(/\s+/g, ' ').trim();
  // Capitals are no help in a heading set in them, and a phrase of it would be printed with them.
  const capitals = isTitle(text);
  const low = capitals ? text.toLowerCase() : decapital(text);
  const put = (part: SentencePart, value: string | undefined) => {
    if (value) parts[part] = value.trim();
  };

  const list = listIn(text);
  if (list) {
    const { items, sort } = list;
    signs.add(sort);
    put('item', items[0]);
    put('item2', items[1]);
    put('lastitem', items[items.length - 1]);
    put('items', `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`);
    put('nitems', String(items.length));
  }

  const help = PATTERNS.help.exec(low);
  if (help && isVerb(help[3] ?? '') && !THIN.test(help[3] ?? '')) {
    put('helper', help[1]);
    put('act', help[3]);
    if (help[2] === 'you') signs.add('helps-you');
    else put('helped', help[2]);
  } else {
    const only = PATTERNS.helpOnly.exec(low);
    if (only && isVerb(only[2] ?? '') && !THIN.test(only[2] ?? '')) {
      put('helper', only[1]);
      put('act', only[2]);
    }
  }
  const hope = PATTERNS.hope.exec(low);
  if (hope && isVerb(hope[2] ?? '') && !THIN.test(hope[2] ?? '')) {
    put('hope', hope[1]);
    if (!parts.act) put('act', hope[2]);
  }
  const first = /^([a-z]+)\b/.exec(low)?.[1] ?? '';
  if (isVerb(first) && !isNoun(first) && /^\p{Lu}/u.test(text) && !/^let(?:[’']s)?\b/.test(low)) put('order', first);

  put('still', PATTERNS.still.exec(low)?.[1]);
  const without = PATTERNS.without.exec(low)?.[1];
  // “Without running into that wall”: half of it is no phrase.
  if (without && !NOT_A_NOUN.test(without) && !/ (?:in|into|to|on|onto|of|for|with|at|from|up|over)$/.test(without))
    put('without', without);
  if (!/\bthan any\b|\bif any\b|\bnot any\b/.test(low))
    for (const found of low.matchAll(PATTERNS.all)) {
      const all = found[3] ?? `${found[1]} ${found[2]}`;
      if (/\b(?:other|one|day|time|year|month|week|kind|more|and|of|single)$|^each\b/.test(all)) continue;
      put('all', all);
      break;
    }
  const supers = [...low.matchAll(PATTERNS.super)].filter(
    (m) => !/one of (?:the|our) $|\bat $|its $/.test(low.slice(0, m.index)),
  );
  if (supers[0]) put('super', supers[0][0].toLowerCase());
  if (supers[0] && /\bour (?:\w+ )?$/.test(low.slice(0, supers[0].index))) signs.add('our-best');
  if (supers[0] && /\b(?:yet|ever|to date|so far)\b/.test(low.slice(supers[0].index))) signs.add('yet');
  put('degree', PATTERNS.degree.exec(low)?.[1]?.toLowerCase());
  if (!/\b(?:from|not|than|but) simply\b/.test(low)) put('manner', PATTERNS.manner.exec(low)?.[1]?.toLowerCase());
  put('ago', PATTERNS.ago.exec(low)?.[1]?.toLowerCase());
  put('soon', PATTERNS.soon.exec(low)?.[1]?.toLowerCase());
  put('creed', PATTERNS.creed.exec(low)?.[1]?.toLowerCase());
  const futureOf = PATTERNS.futureOf.exec(low)?.[1];
  // “The future of work depends on”: the verb is no part of it.
  const what = futureOf?.replace(
    / (?:depends?|lies|starts?|begins?|belongs?|looks?|relies|requires?|means|comes|has|have)(?: .*)?$/,
    '',
  );
  if (what && !NOT_A_NOUN.test(what)) put('future_of', what.replace(/\bai\b/g, 'AI'));
  const merely = PATTERNS.merely.exec(low)?.[1];
  if (merely && !NOT_A_NOUN.test(merely)) put('merely', merely.replace(/\bai\b/g, 'AI'));
  const vague = PATTERNS.vague.exec(low);
  if (vague) {
    put('vague', vague[1]?.toLowerCase());
    put('vague_of', vague[2]);
  }
  put('single', PATTERNS.single.exec(low)?.[1]?.toLowerCase());
  const existing = PATTERNS.existing.exec(low)?.[1];
  if (existing) put('existing', existing);
  if (
    /\b(?:a|an|the|our|entirely|completely|whole|all) new\b|\bnew (?:era|way|ways|category|categories|class|generation|standard|frontier)\b/.test(
      low,
    )
  )
    signs.add('new');
  put('twice', twiceIn(low));
  // "Faster than before" says than what.
  if (!/ than | compared | versus /.test(low)) put('more', PATTERNS.more.exec(low)?.[1]?.toLowerCase());
  put('tasks', PATTERNS.tasks.exec(low)?.[1]?.toLowerCase());
  for (const [slot, found] of turnsIn(low)) put(slot, found);
  if (onlyNamesHaveNumbers(sentence)) signs.add('no-digits');
  const label = labelIn(text);
  put('label', label);
  const counts = { length: wordsIn(text), nai: aisIn(text), nyou: yousIn(text), nwe: wesIn(text) };
  for (const [slot, count] of Object.entries(counts)) put(slot as keyof typeof counts, count > 0 ? String(count) : '');
  return { parts, signs: [...signs] };
}

/** The first letter of a sentence tells nothing of its word, if the word is one we know. */
function decapital(text: string): string {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? '';
  return /^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLowerCase() + text.slice(word.length) : text;
}

/** Set in headline capitals: most of its longer words have them. */
function isTitle(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 3 && long.filter((w) => /^\p{Lu}/u.test(w)).length > 0.7 * long.length;
}

/** A word of weight that stands twice, in the same form, with something in between. */
function twiceIn(low: string): string {
  const seen = new Map<string, number>();
  const words = low.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  for (const [i, word] of words.entries()) {
    if (word.length < 5 || !/^[a-z]+$/.test(word) || NOT_TWICE.test(word)) continue;
    const before = seen.get(word);
    if (before !== undefined && i - before > 3) return word;
    if (before === undefined) seen.set(word, i);
  }
  return '';
}
