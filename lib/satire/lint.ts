import { KINDS } from '@/lib/model';
import { distinct, type Fault, fault, problem } from './pack/faults';
import { FIELDS } from './pack/parse';
import { assignFrames } from './pack/shape';
import { TOPIC_NAMES } from './topics';
import { END_SHELVES, type Line, type Pack, type Problem } from './types';

/** What the style guide asks of a pack as a whole or of single lines, beyond what makes it readable. */
const STALE =
  /bathroom break|skynet|terminator|trench ?coat|guinea pig|clippy|glorified autocomplete|parrot|snake oil|emperor’s (?:new )?clothes|mushroom|hoodie|kombucha|six fingers|what could go wrong|nobody asked for this|checks notes|experts say|literally/i;
const OPENERS = /^(?:In what|Turns out|Imagine|Nothing says|Because)\b/;
const WORN = /\bhas been asked to\b|, which is \w+ for \w+\./;

/**
 * Advice on a pack, line by line and as a whole: words that name nothing, and the checklist of the house style.
 * @param keys the names that `key=` may ask for; without them those are not looked at
 */
export function lint(pack: Pack, keys?: ReadonlySet<string>): Problem[] {
  const out: Problem[] = [];
  const say = (line: number, what: Fault) => out.push(problem('warning', line, what));
  const openers = new Map<string, number>();
  let worn = 0;
  let unanchored = 0;
  for (const line of pack.lines) {
    for (const what of neverTold(line, keys)) say(line.at, what);
    if (line.unanchored && line.section === 'any') unanchored++;
    for (const text of line.texts) {
      if (/!(?!\s*”)/.test(text) && line.shape !== 'quote' && line.shape !== 'dialogue')
        say(line.at, fault('exclamation'));
      if (/\p{Extended_Pictographic}/u.test(text.replace(/[☑★]/gu, ''))) say(line.at, fault('emoji'));
      const stale = STALE.exec(text);
      if (stale) say(line.at, fault('stale', { word: stale[0] }));
      if (/\d\.\d%/.test(text)) say(line.at, fault('decimal'));
      if (
        /\{(?:co|company|product|tech|technology|workers|thing|partner|place)\}[.”]*$/.test(text) &&
        line.shape !== 'headline'
      )
        say(line.at, fault('ends_on_name'));
      if (/\bthe \{workers\}'s|\{workers\} is\b|\{co\} are\b|\{company\} are\b/i.test(text))
        say(line.at, fault('agree'));
      const sentences = (text.match(/[.?!](?=\s|$|”\s|”$)/g) ?? []).length;
      if (sentences > 3 && !['list', 'dialogue', 'document', 'ad'].includes(line.shape))
        say(line.at, fault('sentences', { count: sentences }));
      if (line.shape === 'list' && /\b6\. /.test(text)) say(line.at, fault('items'));
      if (line.shape === 'dialogue' && (text.match(/— /g) ?? []).length > 5) say(line.at, fault('turns'));
      if (WORN.test(text)) worn++;
    }
    const opener = OPENERS.exec(line.texts[0] ?? '')?.[0];
    if (opener) openers.set(opener, (openers.get(opener) ?? 0) + 1);
  }
  const total = pack.lines.length;
  if (total < 20) return distinct(out);
  for (const [opener, count] of openers)
    if (count > Math.max(2, 0.03 * total)) say(0, fault('openers', { count, opener, total }));
  if (worn > Math.max(2, 0.01 * total)) say(0, fault('worn', { count: worn }));
  if (unanchored > 0.15 * total) say(0, fault('unanchored', { count: unanchored, total }));
  return distinct(out);
}

const listed = (words: Iterable<string>): string => [...words].join(', ');

/** What keeps a line from ever being told, or tells more of it than its writer meant: words that name nothing. */
function neverTold({ section, topic, conditions, texts }: Line, keys?: ReadonlySet<string>): Fault[] {
  const out: Fault[] = [];
  const topics: ReadonlySet<string> = section === 'endnote' ? new Set(END_SHELVES) : TOPIC_NAMES;
  if (topic !== '' && !topics.has(topic)) out.push(fault('topic', { topics: listed(topics), word: topic }));
  for (const { slot, words } of conditions.filter((one) => one.test === 'is')) {
    const known = slot === 'kind' ? new Set<string>(KINDS) : slot === 'key' ? keys : undefined;
    const strange = known ? words.filter((word) => !known.has(word)) : [];
    for (const word of strange) out.push(fault(slot === 'kind' ? 'kind' : 'key', { word }));
  }
  const field = /^([a-z]+)\s*:\s/.exec(texts[0] ?? '')?.[1];
  if (field) out.push(fault('field', { fields: listed(FIELDS), word: field }));
  return out;
}

/** Pairs of jokes that share a frame, so will never meet on a page: [line, earlier line]. */
export function twins(pack: Pack): [Line, Line][] {
  const first = new Map<string, Line>();
  const pairs: [Line, Line][] = [];
  const lines = pack.lines.map((line) => ({ ...line }));
  assignFrames(lines);
  for (const line of lines) {
    const met = first.get(line.frame);
    if (met && met.text !== line.text) pairs.push([line, met]);
    else if (!met) first.set(line.frame, line);
  }
  return pairs;
}
