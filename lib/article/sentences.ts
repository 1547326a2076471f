import type { Span } from '@/lib/model';
import { lettered, matchAt, SMALL } from './letters';
import { wordSet } from './rules';

/*
 * By rules of our own: `Intl.Segmenter` ends a sentence at "Inc. The" and at "Dr. Quill" alike, and what it does depends on the
 * tables of the browser that runs it, where the same page must give the same notes everywhere.
 */

/** Short forms that never end a sentence when a word follows: titles, Latin, "versus". */
const NEVER = wordSet(
  'mr mrs ms mx dr prof gen sen rep gov rev hon lt col sgt capt cmdr maj adm pres supt st mt ft vs v viz cf e.g i.e eg ie approx est dept assn messrs mme mlle incl a.k.a',
);
/** Short forms that take a number after them: "No. 4", "Fig. 2", "Sept. 12". Otherwise a full stop is a full stop. */
const BEFORE_NUMBER = wordSet(
  'no nos pop est min max fig figs eq sec ch vol pp p par art jan feb mar apr jun jul aug sept sep oct nov dec',
);
/** Short forms that end a sentence only when the next word is one that opens sentences: "Kelmore Inc. The firm …". */
const PERHAPS = wordSet(
  'inc corp ltd llc llp plc co cos bros jr sr esq al pty gmbh intl univ dist ave blvd rd u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a m.b.a b.s m.s a.m p.m am pm s.a n.v a.g s.p.a op',
);
/** Words that open a sentence far more often than they follow a short form inside one. */
const OPENERS = wordSet(
  "the a an it its it's it’s he she they we i you this that these those there here in on at by for from with without as if when while where after before since until once though although because but and or so yet nor not no however meanwhile moreover still also then now today yesterday last next his her their our my your what who why how which both each every some many most more all one two is are was were has have had do does did can could will would should may might let to of under over between among during despite even just only instead according asked founded based read see about",
);

/**
 * One possible end: stops and whatever closes with them. White space must follow, or the beginning of a sentence whose space was
 * lost; this is not asked here lest runs of stops cost their square.
 */
const STOP = /[.!?…]+(?: \.+(?!\w))*["'”’»)\]*]*(?:\[\d[\d, –-]{0,20}\])*/g;
/** A sentence that begins right behind a stop: an opening quotation mark, or a capital and a small letter. */
const STUCK = lettered(/^[“«]?(\p{Lu}\p{Ll}[\p{L}’']*|(?:A|I)(?= ))/u);
/** No word to look at is longer. */
const WORD = 40;
const BEFORE_STUCK = lettered(/[\p{Ll}\p{N}%)]/u);
/** Signs that close a sentence after its stop. */
const SIGNS = /(?:\s+(?:\p{Extended_Pictographic}|\u200d|\ufe0f)+)+(?=\s|$)/uy;
/** None of them is a sign of ASCII. */
const NO_LETTER = /\s+[^\0-\x7f]/y;
/** Who said what stands before, to the end of the passage: "– Ada Quill, chief executive of Kelmore Inc." */
const LONGEST_CREDIT = 300;
const CREDIT = lettered(/\s+[–—-]{1,2}\s?\p{Lu}[\p{L}’'.-]+\s\p{Lu}(?:[^.!?…]|\.(?!\s+\p{Lu})){1,120}$/uy);
const NAME_IN_SMALL = lettered(/^\p{Ll}{1,2}\p{Lu}/u);
const INITIALS = lettered(/^\p{Lu}(?:\.\p{Lu})*$/u);
/** A bullet inside a passage starts a new sentence. */
const BULLETS = /[•‣▪◦●■]/;
const BULLET = /\s(?=[•‣▪◦●■]\s)/g;
const NEXT = /\s*([("'“‘«[—–-]*\s?)(\S+)/y;
const SPEECH_TAG =
  /\s+(?!(?:An?other|Others|One|He|She|They|We|It|The)\s)(?:[A-Z][\w’'.-]*\s+){1,3}(?:said|says|asked|asks|wrote|writes|added|replied)\b/y;

/**
 * Cuts a passage into sentences: short forms, initials, decimals, quotations with the stop inside, ellipses, numbering,
 * bullets, credits and lost spaces are understood.
 *
 * @param text one passage, white space collapsed or not.
 * @returns spans in order, not overlapping, trimmed of white space, together covering every other character.
 */
export function splitSentences(text: string): Span[] {
  const ends = boundaries(text);
  const out: Span[] = [];
  let from = 0;
  for (const end of ends) {
    const span = trim(text, from, end);
    if (span) out.push(span);
    from = end;
  }
  return out;
}

function boundaries(text: string): number[] {
  const ends: number[] = [];
  if (BULLETS.test(text)) for (const m of text.matchAll(BULLET)) ends.push(m.index);
  const bulleted = ends.length > 0;
  let from = 0;
  for (const m of text.matchAll(STOP)) {
    let end = m.index + m[0].length;
    if (end < text.length && !/\s/.test(text[end]!) && !isStuck(text, m.index, m[0], end)) continue;
    if (isEnd(text, from, m.index, m[0], end)) {
      if (matchAt(NO_LETTER, text, end)) end += matchAt(SIGNS, text, end)?.[0].length ?? 0;
      ends.push(end);
      from = end;
    }
  }
  if (bulleted) ends.sort((a, b) => a - b);
  ends.push(text.length);
  return ends;
}

/** True where a sentence begins right behind a stop. "Node.js", "ASP.NET" and "console.Log" are names: a mere dot needs a word that opens sentences. */
function isStuck(text: string, at: number, stop: string, end: number): boolean {
  const before = text[at - 1] ?? '';
  if (!BEFORE_STUCK(before)) return false;
  const [whole = '', word] = STUCK(text.slice(end, end + WORD)) ?? [];
  if (!word) return false;
  if (text[end + whole.length] === '.' || text[end + whole.length] === '(') return false;
  return stop !== '.' || whole !== word || OPENERS.has(word.toLowerCase());
}

function isEnd(text: string, from: number, at: number, stop: string, end: number): boolean {
  const next = matchAt(NEXT, text, end);
  if (!next) return true;
  const opening = next[1] ?? '';
  const word = next[2] ?? '';
  const quoted = /["'”’»]$/.test(stop);
  if (/^[–—-]/.test(opening) && text.length - end < LONGEST_CREDIT && CREDIT(text, end)) return false;
  if (startsLower(word)) return /[“"]/.test(opening) && /^\.+$/.test(stop);
  if (/^\.(?![.!?…]| \.)/.test(stop)) return endsAfterDot(text, from, at, word, opening, quoted);
  if (quoted) {
    return !(/^[A-Z]/.test(word) && matchAt(SPEECH_TAG, text, end));
  }
  return true;
}

/** Lower case, and not a name that merely begins so ("iPhone", "eBay", "xAI"). */
const startsLower = (word: string): boolean => SMALL(word) !== null && !NAME_IN_SMALL(word);

function endsAfterDot(text: string, from: number, at: number, next: string, opening: string, quoted: boolean): boolean {
  let start = at;
  while (start > from && at - start < 24 && !/\s/.test(text[start - 1]!)) start--;
  const token = text.slice(start, at).replace(/^.*[•–—/|(]|^["'“‘«[#]+/, '');
  if (!token) return true;
  const lower = token.toLowerCase();
  // "2. Cut costs": a number or letter that opens the sentence is its numbering.
  if (/^(?:\d{1,2}|[A-Za-z])$/.test(token) && !text.slice(from, start).trim() && !quoted) return false;
  if (quoted) return true;
  // "6 ft." and "0.1 ms." are measures and may end a sentence.
  if (NEVER.has(lower) && !(token === lower && /\d\s$/.test(text.slice(Math.max(from, start - 2), start))))
    return false;
  if (BEFORE_NUMBER.has(lower)) return !/^\d/.test(next);
  if (NEVER.has(lower) || PERHAPS.has(lower) || INITIALS(token)) {
    return /["“]/.test(opening) || OPENERS.has(next.toLowerCase().replace(/[,;:]+$/, ''));
  }
  return true;
}

function trim(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}
