/** What can be counted in a sentence: its words, its “AI”s, its “you”s, and the numbers that are only names. */

import { MONTHS } from '../../english/months';
import { wordSet } from '../../english/word-list';

/** Words before a number that make it a date, a rank or a measure, not part of a name. */
const NO_NAME = new Set([
  ...MONTHS.toLowerCase().split('|'),
  ...wordSet(
    'in by over since until from about around nearly almost some more at up the with for of on after',
    'before within to through only just than top page phase step chapter part figure table section',
    'article day week month year number no level tier round quarter next under below above between and or',
    'all another first last fortune forbes least most less fewer roughly approximately other these those',
    'our its their your today now including plus minus category type stage grade age ages point room',
    'route apollo covid web industry title scope version batch class formula highway',
  ),
]);
const NAMED =
  /(\p{Lu}[\p{L}’'-]{2,})[ -](\d{1,3}(?:\.\d{1,2})?)(?![\p{L}\d%.,]*\d|\p{L}|%|[ -]?(?:percent|x\b|times\b|million|billion|trillion|thousand|hours?|minutes?|seconds?|days?|weeks?|months?|years?|people|users|customers|employees|developers|countries|languages|parameters|tokens|points?|problems?|questions?|tasks?|steps?|cents?|dollars?|agents|vendor|partners))/gu;

/** Numbers of names, and the sentence without them. */
function names(sentence: string): { numbers: Set<string>; rest: string } {
  const numbers = new Set<string>();
  const rest = sentence.replace(NAMED, (all, word: string, number: string) => {
    if (NO_NAME.has(word.toLowerCase())) return all;
    numbers.add(number);
    return '';
  });
  return { numbers, rest };
}

/** Whether a sentence has no digit but in names: “Opus 4.6”. */
export const onlyNamesHaveNumbers = (sentence: string): boolean => !/\d/.test(names(sentence).rest);

/** The one number of the sentence if it is part of a name (“4.6” of “Opus 4.6”); '' if there is another, be it in words. */
export function labelIn(sentence: string): string {
  const { numbers, rest } = names(sentence);
  const [label = ''] = numbers;
  return numbers.size === 1 && !/\d/.test(rest) && !SPELLED.test(rest) ? label : '';
}

const SPELLED =
  /\b(?:half|halves|third|thirds|quarter|quarters|twice|double[ds]?|triple[ds]?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|fifty|hundreds?|thousands?|millions?|billions?|one-\w+|order of magnitude)\b/i;

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Words of the sentence, as a reader would count them; 0 where two sentences or the items of a list run into one. */
export const wordsIn = (sentence: string): number =>
  /[.!?;:•*]["”’)]?\s*[\p{Lu}“(]|\b[a-z\d]\)/u.test(sentence) ? 0 : count(sentence, /[\p{L}\p{N}][^\s—–]*/gu);

/** How often “AI” stands alone as a word; “AI-powered” counts. */
export const aisIn = (sentence: string): number => count(sentence, /(?<!\p{L})AI(?!\p{L})/gu);

/** How often it speaks to the reader: “you”, “your”. */
export const yousIn = (sentence: string): number => count(sentence, /\b(?:you|your|yours)\b/giu);

/** How often the firm speaks of itself: “we”, “our”. */
export const wesIn = (sentence: string): number => count(sentence, /\b(?:we|our|ours)\b/giu);
