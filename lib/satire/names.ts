import { escapePattern } from '../english/escape-pattern';
import { DOES, MEASURED_BY, WILL_DO } from '../english/firm-words';
import { fold, plain } from '../english/fold';
import { isPlural, isUncounted } from '../english/plurals';
import { anyOf, wordSet } from '../english/word-list';
import { says } from './match';

/** Marks that have no place in a name: a slot that holds one is left empty. */
const BAD = /[<>{}[\]|\\\n\r\t"“”]/;

/** A slot's text if it is fit to be put into a sentence: short, no markup, no quotes, no leading article. */
export function clean(text: string, words = 6): string {
  const trimmed = text
    .trim()
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/[.,;:]+$/, '');
  return trimmed === '' || BAD.test(trimmed) || trimmed.length > 60 || trimmed.split(/\s+/).length > words
    ? ''
    : trimmed;
}

/** Nouns that begin sentences and headings, and are nobody's name. */
const NOUNS = wordSet(
  'performance experience technology healthcare innovation intelligence security productivity efficiency data customers users businesses organizations',
  'employees developers engineers teams people everyone together artificial generative agents automation education finance marketing sales retail banking',
  'government industry enterprise enterprises companies science research software hardware internet models features pricing privacy safety trust',
);

/** Short name of a firm: no "Inc.", never with "the", never two firms (verbs are singular), never a generic word. */
export function companyName(actor: string): string {
  const name = actor
    .trim()
    .replace(/,?\s+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|plc|GmbH|AG|S\.A|Co|N\.V|Pty)\.?$/i, '')
    .replace(/['’]s$/, (s) => (/McDonald|Macy|Lowe|Kohl|Wendy|Levi|Sainsbury|Dick/.test(actor) ? s : ''));
  if (name === '' || BAD.test(name) || name.length > 40 || name.split(/\s+/).length > 5) return '';
  if (/\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(name)) return '';
  if (
    /^the\b|\s(?:and|or)\s|,|^(?:we|our|it|they|she|he|i|you|this|that|these|those|here|through|with|when|while|by|from|as|if|how|why|what|company|firm|startup|maker|researchers|team)\b/i.test(
      name,
    )
  )
    return '';
  if (
    /\b(?:of|and|or|the|for|in|to|with|a|by|on|at|from)$/i.test(name) ||
    /^(?:\p{Lu}\p{Ll}+ing|AI|A\.I\.|GenAI|Gen AI|LLMs?|[Mm]achine [Ll]earning|Pro|Max|Plus|Ultra|Mini|Flash|Lite|Cloud|Labs|News|Today|Excel|Word)$/u.test(
      name,
    )
  )
    return '';
  // A sentence's first word, or a piece of a list, that was taken for a firm; “Acme us” is a firm with a shelf of its site.
  if (/^\p{Lu}\p{Ll}+$/u.test(name) && NOUNS.has(name.toLowerCase())) return '';
  if (/\s\p{Ll}+$/u.test(name)) return '';
  return /[\p{Lu}\p{N}]/u.test(name) ? name : '';
}

const IN_PASSING = new RegExp(`(?:unlike|${MEASURED_BY}) (?:the |both )?$`);

/** Whether a firm stands in the sentence only as somebody else's measure: “an alternative to Orbis”. */
export function mentionedInPassing(text: string, actor: string): boolean {
  const name = plain(actor).trim();
  const at = name === '' ? -1 : text.indexOf(name);
  return at > 0 && IN_PASSING.test(text.slice(0, at));
}

const OFFICE =
  '(?:scientist|researcher|engineer|analyst|professor|ceo|cto|cfo|coo|chief|president|director|head|founder|co-founder|manager|partner|executive|officer|author|lead|[aes]?vp|vice-president)';
const OFFICE_BEHIND = new RegExp(`^, (?:[a-z&'-]+ ){0,5}${OFFICE}\\b`);
const OFFICE_BEFORE =
  /\b(?:ceo|cto|cfo|coo|[aes]?vp|chief executive|co-founder|founder|(?:vice-)?president|secretary|mr|ms)\.? $/;
/** What a person says of a firm that is not himself: “Byron said the company will”, “Byron says she came back”. */
const SPEAKS_OF_ANOTHER =
  /^ (?:said|says|added|wrote|noted) (?:that )?(?:he|she|his|her|the (?:company|firm|startup|bank))\b/;

/** Whether the name is a person's, as the words around it tell: “says Ada Byron, research scientist at Orbis”, “CEO Ada Byron”. */
export function isPerson(text: string, name: string): boolean {
  const sought = plain(name).trim();
  const at = sought === '' ? -1 : text.indexOf(sought);
  if (at < 0) return false;
  const behind = text.slice(at + sought.length);
  return OFFICE_BEHIND.test(behind) || SPEAKS_OF_ANOTHER.test(behind) || OFFICE_BEFORE.test(text.slice(0, at));
}

/** English words that are firms’ names, or begin them. */
const COMMON = wordSet(
  'affirm air ally american arena bank best block boston box british builder capital character chime city clear commonwealth',
  'compass discover figure first frontier future gap general global home ideal indeed light los match monday national new orange',
  'peak pilot progressive ramp root scale snap spirit sports square stability target together travelers united unity wise writer',
  'zoom',
);
/** What is left out at the end of a firm's name. */
const LEGAL = 'AI|Inc|Corp|Corporation|Ltd|plc|Holdings|Group';
/** What comes behind a firm’s name, but not behind an order or a noun: “Target says”, not “Target small shops”. */
const GOES_ON = new RegExp(
  `^(?:,? (?:${LEGAL})\\b\\.?)*(?:'s\\b|, which\\b| (?:CEO|boss|chief)\\b| to ${WILL_DO}\\b| (?:(?:now|also|today|recently) )?` +
    anyOf(
      DOES,
      'tells|would|has|had|is|can|could|may|might|planned|wants|expected|hopes|aims|bets|claimed|release[sd]|laid|lays|fire[sd]',
      'hire[sd]|replace[sd]|uses|built|builds|made|offers|offered|sells|buys|spent|spends|saves|reported|promises|adds|rolls',
      'partners|expands|slashe[sd]|axe[sd]|eliminate[sd]|helps',
    ) +
    String.raw`\b)`,
  'i',
);
/** Who the firm is, behind its name; behind the words that open sentences another noun comes. */
const IS_TOLD = /^(?: AI)?, (?:the|an?) /;
const OPENERS = /^(?:best|first|indeed|monday|together)$/i;
/** “Zoom AI Companion”: a thing of the firm's. */
const THING = /^ AI \p{Lu}[\p{L}\d]*[^s\W](?= \p{Ll})/u;

/** Whether what is behind a common word with a capital shows that it is a firm's name. */
const goesOn = (word: string, behind: string): boolean =>
  GOES_ON.test(behind.replace(THING, '')) || (IS_TOLD.test(behind) && !OPENERS.test(word));

/**
 * Whether a sentence has a firm's name, with its capitals. One word stands for the firm (“Halden” for “Halden Bank”), but a
 * common one needs its second beside it, and where it has none its capital tells nothing where a sentence begins or in a
 * title.
 */
function isNamed(sentence: string, actor: string): boolean {
  const text = fold(sentence);
  const name = fold(actor)
    .trim()
    .replace(/^the /i, '')
    .replace(new RegExp(`(?:,? (?:${LEGAL})\\.?)+$`, 'i'), '');
  const first = name.split(/[\s.,]/, 1)[0] ?? '';
  const isCommon = COMMON.has(first.toLowerCase());
  const sought = (isCommon && /^\S+(?: (?:(?:of|the|&) )*\S+)?/.exec(name)?.[0]) || first;
  if (!/\p{Lu}/u.test(sought)) return sought !== '' && says(plain(sentence), `${sought}$`);
  const isWord = isCommon && !/ \p{Lu}/u.test(sought);
  const isTitle = !/(?<!\S)\p{Ll}{5}/u.test(text);
  // “EBay” and “Hubspot” are printed, too; but “Us” and “Nice” are words where US and NICE are sought.
  const isOdd = !isCommon && sought !== sought.toUpperCase();
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(sought)}(?![\\p{L}\\p{N}])`, 'giu');
  for (const { 0: form, index: at } of text.matchAll(whole)) {
    const isForm = form === sought || form === sought.toUpperCase() || (isOdd && /^\p{Lu}/u.test(form));
    if (!isForm) continue;
    const behind = text.slice(at + form.length);
    const isAmid = !isTitle && /[\p{L}\p{N},;'")] $/u.test(text.slice(0, at));
    if (!isWord || (isAmid ? !/^ \d/.test(behind) : goesOn(form, behind))) return true;
  }
  return false;
}

/** Whether the sentence is about the firm: names it, says “we”, or points at it (“the company”, “its”). Else another may be meant. */
export function speaksOf(sentence: string, slots: { actor: string; actorText: string }): boolean {
  if (isNamed(sentence, slots.actor)) return true;
  const text = plain(sentence);
  const own = /^(?:we|our|us|it|its|they|their|the (?:company|firm|startup|lab|bank|group|retailer|maker|giant))\b/;
  return /\b(?:we|our|us|we're|we've|we'll|ours)\b/.test(text) || own.test(plain(slots.actorText));
}

/** Whether the sentence writes a lower-case noun without capitals inside: “mysecurity platform” is no way to print mySecurity. */
export function keepsCapitals(sentence: string, noun: string): boolean {
  return !noun.split(/\s+/).some((word) => {
    const at = sentence.toLowerCase().indexOf(word.toLowerCase());
    const printed = at < 0 ? word : sentence.slice(at, at + word.length);
    // A capital inside the word, or at its head amid the sentence, is its own.
    const amid = /[\p{L}\p{N},]['’"”]? $/u.test(sentence.slice(0, Math.max(0, at)));
    return printed !== word && (/\p{Ll}\p{Lu}|\p{Lu}\p{Lu}/u.test(printed) || (amid && /^\p{Lu}/u.test(printed)));
  });
}

/** People called agents, and what says that they are none. */
const HUMAN_AGENTS =
  /(\b(?:support|service|human|live|sales|care|call|call[- ]cent(?:er|re)|contact[- ]cent(?:er|re)|field|travel|estate|insurance|federal|patrol) )agents?\b/g;
const MACHINE = /\b(?:ai|a\.i\.|agentic|virtual|digital|autonomous|intelligent|automated)\b[^.;]{0,24}$/;

/** Whether what is counted (already `plain`) are agents that are software: “autonomous agents”, not “human agents”. */
export const isMachines = (unit: string): boolean =>
  /\bagents?$/.test(unit) && !/\bhuman\b/.test(unit) && MACHINE.test(unit.replace(/agents?$/, ''));

/** The text (already `plain`) without the word for people who are called agents: a line about software must not answer it. */
export function withoutHumanAgents(text: string): string {
  return text.replace(HUMAN_AGENTS, (found, kind: string, at: number) =>
    MACHINE.test(text.slice(0, at)) && !kind.startsWith('human') ? found : `${kind}_`,
  );
}

/** Under which brands and departments stand. */
const UMBRELLA = /\bunder (?:the|its|one|a|an)\b[^.]{0,40}\bumbrella/;

/** An everyday object, as the sentence shows it: “the AI toothbrush”, not “AI at scale” or “under the Orbis umbrella”. */
export function isObject(thing: string, text: string): boolean {
  if (thing === '' || thing.toLowerCase() !== thing || thing === 'scale') return false;
  if (thing === 'umbrella' && UMBRELLA.test(text)) return false;
  return ['the', 'a', 'an', 'its', 'our', 'this', 'ai', 'smart', 'powered', 'enabled', 'intelligent', 'new'].some((w) =>
    says(text, `${w}*${thing}`),
  );
}

/** Whether a name stands in the sentence whole, not as a piece of a longer one: “Banana 2” out of “Nano Banana 2”. */
export function isWhole(sentence: string, name: string): boolean {
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
export function properName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    /[\p{Lu}\d]/u.test(text) &&
    !/\s(?:of|for|and|with|the|on|in|by|to|&)$/.test(text) &&
    words.every((w) => /[\p{Lu}\d]/u.test(w) || /^(?:of|for|and|with|the|on|in|by|to|&)$/.test(w))
  );
}

/** A singular noun that takes an article: "AI assistant", not "AI", "software" or "agents". */
export function countNoun(text: string): boolean {
  if (isPlural(text) || isUncounted(text)) return false;
  if (/\b(?:AI|intelligence|learning|technology|automation|tech)$/i.test(text)) return false;
  // A proper name needs no article; only nouns and acronyms do.
  return !/^\p{Lu}\p{Ll}/u.test(text) && !says(plain(text), 'our');
}
