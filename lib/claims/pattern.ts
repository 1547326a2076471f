import { WORDS } from './lexicon/words';

const compiled = new Map<string, RegExp>();

/** Expands `<NAME>` to the word class of that name, recursively. Throws on an unknown class: a pattern's author errs. */
export function expand(source: string): string {
  return source.replace(/<([A-Z]+)>/g, (_, name: string) => {
    const words = WORDS[name];
    if (words === undefined) throw new Error(`no word class ${name}`);
    return `(?:${expand(words)})`;
  });
}

/**
 * The regular expression for a pattern in words, compiled on first use and kept. Case-blind unless `exact`; `^` and `$` mean
 * the ends of a line, which in a sentence are its own.
 * Patterns must bound every gap (`.{0,40}`): work stays linear in the length of the sentence.
 */
export function re(source: string, exact = false): RegExp {
  const key = exact ? `!${source}` : source;
  let found = compiled.get(key);
  if (!found) {
    found = new RegExp(expand(source), exact ? 'm' : 'im');
    compiled.set(key, found);
  }
  return found;
}

/** Where a pattern first stands in `text`, or null. */
export function find(source: string, text: string, exact = false): { start: number; end: number; text: string } | null {
  const hit = re(source, exact).exec(text);
  return hit && { start: hit.index, end: hit.index + hit[0].length, text: hit[0] };
}
