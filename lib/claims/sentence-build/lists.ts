import { isAdjective, isDoing, isNoun, isVerb, isVerbS } from './words';

/** Coordinated words or phrases of one sort, as printed. */
export interface List {
  sort: 'verbs' | 'doings' | 'nouns' | 'adjectives' | 'acts' | 'deeds';
  items: string[];
}

const WORD = "\\p{L}[\\p{L}'’-]*";
/** At least three: "a, b and c", with or without the last comma, "&" for "and". The items between the commas have one or two words. */
const SERIES = new RegExp(
  `(?<!\\p{L}|[-'’])((?:(?:more|less) )?${WORD})((?:, (?:(?:more|less) )?${WORD}){1,5}),? (?:and|&|or) ((?:(?:more|less) )?${WORD})`,
  'gu',
);
/** What may follow a noun that ends a list: with another noun behind it, it would be no item but part of one. */
const CLOSED =
  /^(?:[.,;:!?)”"—–]|$| (?:for|in|of|to|that|with|while|across|at|by|on|from|as|and|is|are|into|through|without|when|—|–)\b)/;
const bare = (item: string): string => item.replace(/^(?:more|less) /, '');

/** The first well-formed list of three or more in a sentence, or null. */
export function listIn(sentence: string): List | null {
  return series(sentence) ?? doings(sentence) ?? acts(sentence);
}

function series(sentence: string): List | null {
  for (const found of sentence.matchAll(SERIES)) {
    const [all, first = '', middle = '', last = ''] = found;
    const items = [first, ...middle.split(', ').filter(Boolean), last];
    const after = sentence.slice((found.index ?? 0) + all.length);
    const before = sentence.slice(0, found.index);
    const is = (test: (word: string) => boolean): boolean => items.every((i) => test(bare(i)));
    if (
      is(isVerb) &&
      items.every((i) => i === bare(i)) &&
      !/\b(?:a|an|the|of|in|for|our|your|their|its)\s$/i.test(before)
    )
      return { sort: 'verbs', items: items.map(small) };
    if (is(isDoing) && items.every((i) => i === bare(i))) return { sort: 'doings', items: items.map(small) };
    if (is(isAdjective)) return { sort: 'adjectives', items: items.map(small) };
    // "Customer data, cost and time": what stands before the first item belongs to it.
    if (
      is(isNoun) &&
      CLOSED.test(after) &&
      /(?:^|[.,:;—–(“"] ?|\b(?:for|in|of|to|with|across|by|on|from|their|your|our|its|the|improves?|improving|its|increased?|greater|better|more|new|adds?|and)\s)$/i.test(
        before,
      )
    )
      return { sort: 'nouns', items: items.map(small) };
  }
  return null;
}

/** "Driving gains, accelerating discovery and expanding reach": the heads. */
function doings(sentence: string): List | null {
  const found =
    /((?:\p{L}[\p{L}'’-]* ){0,8}\p{L}[\p{L}'’-]*), (\p{L}+ing)\b(?: [^\s,.;:]+){1,6}(?:, (\p{L}+ing)\b(?: [^\s,.;:]+){1,6})?,? and (\p{L}+ing) \p{L}/u.exec(
      sentence,
    );
  // The head of the first item is the last -ing word before its comma; "machine learning" is none.
  const words = found?.[1]?.split(' ') ?? [];
  const at = words.findLastIndex(isDoing);
  const first = at < 0 || at === words.length - 1 || /^machine$/i.test(words[at - 1] ?? '') ? '' : words[at];
  const items = [first, ...(found?.slice(2) ?? [])].filter((i): i is string => i !== undefined);
  return items.length >= 3 && items.every(isDoing) ? { sort: 'doings', items: items.map(small) } : null;
}

/** "Close more deals, cut costs and win back time": whole phrases of two to four words, each begun by a verb. */
function acts(sentence: string): List | null {
  for (const found of sentence.matchAll(
    /(?:^|[\s“])((?:\p{L}[\p{L}'’-]* ){1,3}\p{L}[\p{L}'’-]*(?:, (?:\p{L}[\p{L}'’-]* ){1,3}\p{L}[\p{L}'’-]*){1,4}),? and ((?:\p{L}[\p{L}'’-]* ){1,3}?\p{L}[\p{L}'’-]*)(?=[.,;:!?]|$)/gu,
  )) {
    const [first = '', ...others] = (found[1] ?? '').split(', ');
    const words = first.split(' ');
    const deeds = words.some(isVerbS) && isVerbS(others[0]?.split(' ')[0] ?? '');
    const known = deeds ? isVerbS : isVerb;
    const from = words.findIndex(known);
    const items = [words.slice(from).join(' '), ...others, found[2] ?? ''];
    // "More accurate and secure code": an adjective that is a verb elsewhere.
    if (from < 0 || isAdjective(items.at(-1)?.split(' ')[0] ?? '')) continue;
    if (items.some((i) => !known(i.split(' ')[0] ?? '') || !i.includes(' '))) continue;
    if (
      items.some((i) =>
        i
          .split(' ')
          .slice(1)
          .some((w) => /^(?:and|that|which|to|you|we|it)$/.test(w)),
      )
    )
      continue;
    return { sort: deeds ? 'deeds' : 'acts', items: items.map(small) };
  }
  return null;
}

/** A list's words are common words, whatever a heading makes of them; "AI" stays. */
const small = (item: string): string => item.replace(/(?<!\p{L})\p{Lu}(?=\p{Ll})/gu, (c) => c.toLowerCase());
