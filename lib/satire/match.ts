import { plain } from '../english/fold';

/** Sought words, taken apart once. Bounded, because packs come and go. */
const known = new Map<string, readonly string[]>();
const KNOWN = 20_000;

const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char);

function piecesOf(sought: string): readonly string[] {
  let pieces = known.get(sought);
  if (!pieces) {
    pieces = plain(sought)
      .split('*')
      .map((p) => p.trim())
      .filter(Boolean);
    if (known.size < KNOWN) known.set(sought, pieces);
  }
  return pieces;
}

/**
 * Whether a text (already `plain`) says a word or phrase of a pack. Matches from the start of a word; a word of up to three
 * letters is whole but for -s, -es, -d, -ed, -ing; `$` ends the word, and by itself is the sign for dollars; `*` leaves a gap of a few words. No regular expression is made from a
 * pack's text, so no pack can make one that never ends.
 */
export function says(text: string, sought: string): boolean {
  const pieces = piecesOf(sought);
  const [first] = pieces;
  if (first === undefined || find(text, first, 0) < 0) return false;
  return pieces.length === 1 || placesOf(text, pieces) !== null;
}

/** A piece of what is sought, without the sign that ends the word. */
const wordOf = (piece: string): string => (piece === '$' ? piece : piece.replace(/\$$/, ''));

/** Farthest that two words of one phrase may stand apart where `*` is between them: farther off they are two facts. */
const GAP = 36;

/** Where a phrase may begin and where it may end, each upwards. */
interface Places {
  starts: number[];
  ends: number[];
}

/** Of `starts`, those that one of `ends` stands before, no farther off than a gap. Both run upwards. */
function behind(starts: readonly number[], ends: readonly number[]): number[] {
  let near = 0;
  return starts.filter((start) => {
    while (near < ends.length && ends[near]! + GAP < start) near++;
    return near < ends.length && ends[near]! <= start;
  });
}

/** Of `ends`, those that one of `starts` stands behind, no farther off than a gap. Both run upwards. */
function before(ends: readonly number[], starts: readonly number[]): number[] {
  let near = 0;
  return ends.filter((end) => {
    while (near < starts.length && starts[near]! < end) near++;
    return near < starts.length && starts[near]! <= end + GAP;
  });
}

/**
 * Where pieces stand one after another, or null. All places of a piece are kept and looked at once: to try every way through them would
 * take for ever.
 */
function placesOf(text: string, pieces: readonly string[]): Places | null {
  const lengths = pieces.map((piece) => wordOf(piece).length);
  const rows: number[][] = [];
  let ends: number[] = [];
  for (const [place, piece] of pieces.entries()) {
    const all: number[] = [];
    for (let at = find(text, piece, ends[0] ?? 0); at >= 0; at = find(text, piece, at + 1)) all.push(at);
    const row = place === 0 ? all : behind(all, ends);
    if (row.length === 0) return null;
    rows.push(row);
    ends = row.map((at) => at + lengths[place]!);
  }
  let starts = rows.at(-1) ?? [];
  for (let place = rows.length - 2; place >= 0; place--) {
    const length = lengths[place]!;
    starts = before(
      rows[place]!.map((at) => at + length),
      starts,
    ).map((end) => end - length);
  }
  return { starts, ends };
}

function find(text: string, piece: string, from: number): number {
  const word = wordOf(piece);
  const closed = word !== piece;
  const short = word.length <= 3 && /^[\p{L}\p{N}]+$/u.test(word);
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWord(word[0]) && isWord(text[at - 1])) continue;
    const after = text.slice(at + word.length, at + word.length + 4);
    const tail = /^[\p{L}\p{N}]*/u.exec(after)?.[0] ?? '';
    if (closed && tail !== '') continue;
    if (short && !['', 's', 'es', 'd', 'ed', 'ing'].includes(tail)) continue;
    return at;
  }
  return -1;
}

/**
 * The words of a text (already `plain`) that met a sought word or phrase, to the end of the last word, or ''. A phrase with a gap is
 * nothing to quote.
 */
export function spoken(text: string, sought: string): string {
  if (sought.includes('*') || !says(text, sought)) return '';
  const piece = plain(sought).trim();
  const at = find(text, piece, 0);
  const end = at + wordOf(piece).length;
  const tail = /^[\p{L}\p{N}]*/u.exec(text.slice(end))?.[0] ?? '';
  return text.slice(at, end + tail.length);
}

/**
 * Words of a sentence, given as `plain` text, as the sentence prints them: with capitals that are their own (“ROI”, “PowerPoint”, “Q4”),
 * or at the head of a word amid the sentence (“English”). Capitals of a title or of a shouted sentence are not the words’.
 */
export function printed(sentence: string, words: string): string {
  const flat = sentence.replace(/\s+/g, ' ');
  const at = words === '' ? -1 : find(plain(flat), `${words}$`, 0);
  const found = flat.slice(at, at + words.length);
  if (at < 0 || !/\p{Ll}/u.test(flat) || plain(found) !== words) return words;
  const isTitle = !/(?<!\S)\p{Ll}{5}/u.test(flat);
  return found.replace(/\S+/g, (word, offset: number) => {
    const isAmid = !isTitle && /[\p{L}\p{N},;'’")] $/u.test(flat.slice(0, at + offset));
    return isAmid || /\p{L}\p{Lu}|\p{Lu}\p{N}/u.test(word) ? word : plain(word);
  });
}

/** The first of the sought words that the text says, or ''. */
export function saysOne(text: string, sought: readonly string[]): string {
  return sought.find((word) => says(text, word)) ?? '';
}

/** Two of the sought words that stand close to each other, in either order: one fact and not two. Null if none do. */
export function together(text: string, some: readonly string[], others: readonly string[]): [string, string] | null {
  const near = new Set(others.filter((word) => says(text, word)));
  if (near.size === 0) return null;
  const first = new Set(some.filter((word) => says(text, word)));
  if (first.size === 0) return null;
  const places = [...near].map((word) => ({ word, there: placesOf(text, piecesOf(word)) }));
  for (const one of first) {
    const here = placesOf(text, piecesOf(one));
    const other = here && places.find(({ there }) => there && (areClose(here, there) || areClose(there, here)));
    if (other) return [one, other.word];
  }
  return null;
}

const areClose = (first: Places, second: Places): boolean => behind(second.starts, first.ends).length > 0;

/** Whether a name holds a word as a whole word: Meta is not Metallica. */
export function namesWord(name: string, sought: string): boolean {
  return ` ${plain(name).replace(/[^\p{L}\p{N}&]+/gu, ' ')} `.includes(
    ` ${plain(sought).replace(/[^\p{L}\p{N}&]+/gu, ' ')} `,
  );
}
