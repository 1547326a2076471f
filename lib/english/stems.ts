/** What the forms of a word have in common. */
import { plain } from './fold';

/** Endings that an English word may change without becoming another word. */
export const ENDINGS =
  /(?:ations?|ability|ional|ingly|ities|ance|ence|ment|ness|able|ible|ions?|ally|ive|ing|ity|ant|ent|ers?|ies|ed|es|ly|al|ic|or|e|s|y)$/;

/** The part of a word that its forms share: “reliable” and “reliability” are one. */
export function stem(word: string): string {
  const cut = word.replace(ENDINGS, '');
  return cut.length >= 3 ? cut : word;
}

/** “Democratise” and “democratize” are one word. */
export function american(word: string): string {
  return word.replace(/is(e|es|ed|er|ers|ing|ation|ations)$/, 'iz$1');
}

/** "seamlessly" is "seamless", "empowers" is "empower", "democratise" is "democratize", in the forms a reader would hear as one word. */
export function sameWord(found: string, sought: string): boolean {
  const norm = (w: string) => american(plain(w)).replace(/-/g, ' ');
  const [a, b] = [norm(found), norm(sought)];
  if (a === b) return true;
  const root = b.replace(/e$/, '');
  return a.startsWith(root) && /^(?:e|s|es|d|ed|ing|ly|ally|or|ors)$/.test(a.slice(root.length));
}
