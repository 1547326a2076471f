/** Lists of words, written in rows that fit a line. */

/** The words of some rows, parted by spaces. */
export const wordSet = (...rows: string[]): ReadonlySet<string> => new Set(rows.join(' ').split(' '));

/** The words and phrases of some rows, parted by bars. */
export const listOf = (...rows: string[]): string[] => rows.join('|').split('|');

/** The source of a pattern that finds any of what some rows hold, each a part of the same alternation: “cat|dogs?”, “horse”. */
export const anyOf = (...rows: string[]): string => `(?:${rows.join('|')})`;
