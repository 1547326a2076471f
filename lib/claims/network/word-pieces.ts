/**
 * WordPiece (Schuster and Nakajima 2012; as in BERT, uncased): text to the numbers of the pieces that the network knows. It must agree
 * with the tokenizer that the network was trained with to the last piece; a test holds the two together.
 */

/** A piece of a text: its number, and where in the text its word stands, in UTF-16 units. */
export interface Piece {
  id: number;
  start: number;
  end: number;
}

/** Words longer than this are one unknown piece. */
const LONGEST_WORD = 100;

/** Beyond this a text is cut before it is looked at: no sentence is that long, and the network sees 48 pieces of it. */
const LONGEST_TEXT = 2_000;

const UNKNOWN = '[UNK]';

export interface Vocabulary {
  ids: ReadonlyMap<string, number>;
  unknown: number;
  first: number;
  between: number;
}

/** @throws Error where the pieces that every text needs are missing. */
export function vocabularyOf(pieces: readonly string[]): Vocabulary {
  const ids = new Map(pieces.map((piece, id) => [piece, id]));
  const [unknown, first, between] = [UNKNOWN, '[CLS]', '[SEP]'].map((name) => ids.get(name));
  if (unknown === undefined || first === undefined || between === undefined)
    throw new Error('the vocabulary lacks its special pieces');
  return { ids, unknown, first, between };
}

/** ASCII marks that Unicode counts as symbols are punctuation here, as in BERT. */
const PUNCTUATION = /[!-/:-@[-`{-~]|\p{P}/u;
/** Control and format characters are dropped, tabs and line ends are spaces; so are what Unicode cannot name. */
const DROPPED = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\uFFFD]/u;
const SPACE = /[\t\n\r]|\p{Zs}/u;
/** Each character of these scripts is a word. */
const IDEOGRAPH =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2B73F}\u{2B740}-\u{2B81F}\u{2B820}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u;
const ACCENT = /\p{Mn}/gu;

/** The words of a text, lower case and without accents, each with where it stands in the text as given. */
function* wordsOf(text: string): Generator<{ word: string; start: number; end: number }> {
  let word = '';
  let start = 0;
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    const alone = PUNCTUATION.test(character) || IDEOGRAPH.test(character);
    if (alone || SPACE.test(character)) {
      if (word) yield { word, start, end: at };
      word = '';
      if (alone) yield { word: character, start: at, end: next };
    } else if (!DROPPED.test(character)) {
      if (!word) start = at;
      word += character.toLowerCase().normalize('NFD').replace(ACCENT, '');
    }
    at = next;
  }
  if (word) yield { word, start, end: at };
}

/** The longest known pieces of a word from the left; the unknown piece where a rest is not known. */
function piecesOf(word: string, { ids, unknown }: Vocabulary): number[] {
  const characters = [...word];
  if (characters.length > LONGEST_WORD) return [unknown];
  const out: number[] = [];
  let from = 0;
  while (from < characters.length) {
    let to = characters.length;
    let id: number | undefined;
    for (; to > from; to--) {
      id = ids.get((from > 0 ? '##' : '') + characters.slice(from, to).join(''));
      if (id !== undefined) break;
    }
    if (id === undefined) return [unknown];
    out.push(id);
    from = to;
  }
  return out;
}

/**
 * The pieces of a text, at most `most`.
 * @param fromEnd keeps the last pieces instead of the first.
 */
export function wordPieces(text: string, vocabulary: Vocabulary, most: number, fromEnd = false): Piece[] {
  const out: Piece[] = [];
  const seen = fromEnd ? text.slice(-LONGEST_TEXT) : text.slice(0, LONGEST_TEXT);
  const shift = fromEnd ? text.length - seen.length : 0;
  for (const { word, start, end } of wordsOf(seen)) {
    for (const id of piecesOf(word, vocabulary)) out.push({ id, start: start + shift, end: end + shift });
    if (!fromEnd && out.length >= most) break;
  }
  return fromEnd ? out.slice(-most) : out.slice(0, most);
}
