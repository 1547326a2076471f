import type { Problem } from '../types';

/**
 * What can be wrong with a pack, and what is only advice, as the command line says it. A word between dollar signs is filled in. The
 * options say the same from the messages `pack_fault_…`, which a test compares with these.
 */
export const FAULTS = {
  too_large: 'the file is $SIZE$ MB; a pack may be 1 MB',
  not_utf8: 'the file is not UTF-8: some characters could not be read',
  nul: 'the file is not plain UTF-8 text: it holds NUL characters (perhaps UTF-16)',
  long_line: 'the line has $COUNT$ characters; $MOST$ are the most',
  no_heading: 'a joke before the first == heading ==',
  no_kind: 'there is no kind of claim “$WORD$”',
  empty: 'an empty joke',
  twin: 'the same joke as on line $LINE$',
  no_joke: 'the pack holds no joke',
  more: 'and $COUNT$ more',
  level: '“$WORD$” is not a level; write eyebrow, roast or onion, then a comma and the mechanism',
  mechanism: '“$WORD$” is not a mechanism',
  tone: '“$WORD$” is not a tone; write dry, warm, silly or sharp',
  no_text: 'there is no joke under this heading line',
  too_long: 'the joke has $COUNT$ characters; $MOST$ are the most. Is a blank line missing?',
  control: 'the joke holds control characters',
  html: 'the joke holds HTML; write plain text',
  link: 'the joke holds a link; a joke is words alone',
  alternates: 'more than six alternates',
  only_slots: 'nothing but slots: a line must say something of its own',
  said: '{said} is used but no condition says which words; write has:word|word',
  weight: 'weight is 1, 2 or 3',
  rated: 'rated is a number from 1 to 5',
  quoted: 'quoted is yes or no',
  shape: '“$WORD$” is not a shape',
  endnote: 'the end of a page has four parts; write endnote: tally, callback, law or aside',
  no_word: '“$PART$” names no word',
  not_understood: '“$PART$” is not understood',
  no_slot: 'there is no slot “$WORD$”',
  not_a_number: '“$WORD$” is not a number',
  no_slot_or_sign: 'there is no slot or sign “$PART$”',
  says: 'write: claim says "word" or "word"',
  closed: 'a } without its {',
  open: 'a { without its }',
  nested: '“$HOLE$”: a slot inside a slot',
  hole_slot: '“$HOLE$”: there is no slot “$WORD$”',
  helper: '“$HOLE$”: there is no helper “$WORD$”',
  exclamation: 'an exclamation mark',
  emoji: 'an emoji',
  decimal: 'a decimal as a joke',
  ends_on_name: 'ends on a name from the page; the last word should be yours',
  agree: 'a verb that does not agree with its slot',
  items: 'more than five items',
  turns: 'more than five turns',
  stale: '“$WORD$” is on the stale list',
  sentences: "$COUNT$ sentences; three is the house's limit",
  openers: '$COUNT$ of $TOTAL$ jokes open with “$OPENER$”; at most 3% should',
  worn: '$COUNT$ jokes use “has been asked to” or “which is X for Y”; at most 1% should',
  unanchored: '$COUNT$ of $TOTAL$ jokes are tied to the claim by nothing; at most 15% should be',
  topic: '“$WORD$” is not a topic, so this joke is never told; topics are $TOPICS$',
  kind: '“$WORD$” is not a kind, so “kind=$WORD$” never holds',
  key: '“$WORD$” is not a key, so “key=$WORD$” never holds',
  field: '“$WORD$:” is not a field, so it is told as part of the joke; fields are $FIELDS$',
  never_holds: '“$PART$” never holds, so this joke is never told',
  never_filled: '“{$SLOT$}” is never filled here, so this joke is never told',
  uncalled: 'nothing calls this joke, so it is never told; name a word in its heading',
  never_short: '$COUNT$ characters beside its slots; $MOST$ are the most, so this joke is never told',
  headline_words: '$COUNT$ words; a headline has $MOST$ at the most, so this one is never told',
} as const;

export type FaultName = keyof typeof FAULTS;
type HolesIn<T extends string> = T extends `${string}$${infer Hole}$${infer Rest}`
  ? Lowercase<Hole> | HolesIn<Rest>
  : never;
type Values<N extends FaultName> = [HolesIn<(typeof FAULTS)[N]>] extends [never]
  ? []
  : [values: Record<HolesIn<(typeof FAULTS)[N]>, string | number>];

/** One thing that is wrong, with the words that it is about. */
export interface Fault {
  name: FaultName;
  values: Readonly<Record<string, string>>;
}

export function fault<N extends FaultName>(name: N, ...[values]: Values<N>): Fault {
  return { name, values: Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, `${value}`])) };
}

/** Problems without those that say of a line what was said of it before: of each form of a joke, of each of its kinds. */
export function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.line} ${one.text}`, one])).values()];
}

/** Most problems named. A file that is no pack has one in every line, a large pack more of advice than of jokes. */
const MOST = 200;

/** The first of a list of problems, all of one severity, and last how many more there are. */
export function firstOf(problems: readonly Problem[]): Problem[] {
  const more = problems.length - MOST;
  const severity = problems[0]?.severity ?? 'warning';
  return more > 0 ? [...problems.slice(0, MOST), problem(severity, 0, fault('more', { count: more }))] : [...problems];
}

/** What is wrong, where, in English and for whoever says it in another language. */
export function problem(severity: Problem['severity'], line: number, what: Fault): Problem {
  const text = FAULTS[what.name].replace(/\$(\w+)\$/g, (_, hole: string) => what.values[hole.toLowerCase()] ?? '');
  return { severity, line, text, fault: what };
}
