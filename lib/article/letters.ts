/*
 * Letters of all scripts are some seven hundred ranges, and a browser takes a fifth of a millisecond to make a pattern that names
 * them into code, at its first use on every page. Nearly all text that is read here has none but a to z.
 */

/** What may be a letter or a figure of another script. */
const FOREIGN = /[^\0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2000-\u206f\u20a0-\u20bf\u2122]/;

const PLAIN: Record<string, string> = { L: 'A-Za-z', Lu: 'A-Z', Ll: 'a-z', N: '0-9' };

/** True for text whose letters and figures, if it has any, are those of a typewriter. */
export const isPlain = (text: string): boolean => !FOREIGN.test(text);

/** What a pattern finds in a text; a sticky one at `offset` or not at all. */
export function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/**
 * What a pattern finds, which may name letters by `\p{L}`, `\p{Lu}`, `\p{Ll}` and `\p{N}` and no other class of characters. In plain
 * text a twin of it looks, which finds the same and costs nothing to begin with.
 */
export function lettered(pattern: RegExp): (text: string, offset?: number) => RegExpExecArray | null {
  let twin: RegExp | null = null;
  return (text, offset = 0) => {
    if (!isPlain(text)) return matchAt(pattern, text, offset);
    twin ??= new RegExp(plainSource(pattern.source), pattern.flags);
    return matchAt(twin, text, offset);
  };
}

/** What begins with a capital, or with a small letter. */
export const CAPITAL = lettered(/^\p{Lu}/u);
export const SMALL = lettered(/^\p{Ll}/u);

function plainSource(source: string): string {
  const ranges = (part: string) => part.replace(/\\p\{(\w+)\}/g, (_, name: string) => PLAIN[name]!);
  return source.replace(/\[(?:\\.|[^\]\\])*\]|\\p\{\w+\}/g, (part) =>
    part[0] === '[' ? ranges(part) : `[${ranges(part)}]`,
  );
}
