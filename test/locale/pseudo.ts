/**
 * A language that nobody speaks: English with accents on every letter and 40 % longer. What is still plain English on a
 * screen has come round the file of messages, and what no longer fits would not fit a longer language.
 */
import type { Catalogue } from './catalogue';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'];
const accented = (text: string) => text.replace(/[a-z]/gi, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);

/** "[!! Ŝéé ţĥé çļåîɱ ~~~~ !!]", with the placeholders as they were. */
function pseudoMessage(message: string): string {
  const words = message
    .split(/(\$\w+\$)/)
    .map((part, i) => (i % 2 === 1 ? part : accented(part)))
    .join('');
  // In pieces that break, as words do.
  const more = Array.from({ length: Math.ceil((message.length * 0.4) / 6) }, () => '~~~~~').join(' ');
  return `[!! ${words} ${more} !!]`;
}

/** What a machine reads stays as it is. */
const OF_THE_FILE = ['locale_language', 'locale_direction'];

/** `catalogue` in pseudo-English. */
export function pseudo(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, entry]) => [
      key,
      OF_THE_FILE.includes(key) ? entry : { ...entry, message: pseudoMessage(entry.message) },
    ]),
  );
}
