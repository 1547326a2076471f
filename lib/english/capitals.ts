import { wordSet } from './word-list';

const SMALL_WORDS = wordSet('a an and as at but by for from in into nor of on or over per the to up via vs with');

/** Has a capital after its first letter, so its capitals are its own: iPhone, eBay, xAI, McDonald’s. */
const ownCapitals = (word: string): boolean => /^.+\p{Lu}/u.test(word);

/** First letter upper case, unless the word has capitals of its own or does not begin with a letter. */
export function capital(text: string): string {
  const word = /^\S+/.exec(text)?.[0] ?? '';
  if (ownCapitals(word)) return text;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Headline capitals: all but the small words; the first and the last always. */
export function titleCase(text: string): string {
  const words = text.split(' ');
  return words
    .map((word, i) => {
      if (ownCapitals(word)) return word;
      const inner = i > 0 && i < words.length - 1 && SMALL_WORDS.has(word.toLowerCase());
      if (inner) return word.toLowerCase();
      return word.replace(/(^|[-–])(\p{Ll})/gu, (_, dash: string, letter: string) => dash + letter.toUpperCase());
    })
    .join(' ');
}
