const SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`]/g;
const DOUBLE = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02]/g;
const DASH = /[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]/g;
const SPACE = /[\s\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/g;

/**
 * A copy of `text` for matching, of the same length: every offset in it is an offset in the original. Typographic
 * quotes, dashes and spaces become plain ones; direction marks and zero-width characters become spaces.
 */
export function fold(text: string): string {
  return text.replace(SINGLE, "'").replace(DOUBLE, '"').replace(DASH, '-').replace(SPACE, ' ');
}

/** `text` in one line, as a page shows it: white space of any sort is one space. */
export const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Straight apostrophes and quotes for curly ones: as a reader types. */
export const straight = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

/** Lower case, straight apostrophes and quotes, one space: the form in which words are looked for. Offsets are not kept. */
export function plain(text: string): string {
  return straight(text.toLowerCase())
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ');
}
