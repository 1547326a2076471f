/** Phrases and companies that the reader wants left alone: what names one of them is as if it had not been found. */
import { escapePattern } from '../english/escape-pattern';
import { straight } from '../english/fold';
import type { Claim, PageText } from '../model';
import { normalPhrase } from '../settings/settings';
import { type StoryRead, withClaims } from './stories';

/** Straight marks for curly ones, single spaces: as a reader types, and as a page prints. */
const plain = (text: string): string => straight(text).replace(/\s+/g, ' ');

/**
 * Finds any of `phrases` as whole words, whatever their case; null where there are none. Rubbish in storage is no phrase: what
 * is all spaces would be found in every sentence.
 */
function finder(phrases: readonly string[]): RegExp | null {
  const words = phrases.filter((phrase) => normalPhrase(phrase) !== null).map((phrase) => escapePattern(plain(phrase)));
  if (words.length === 0) return null;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/**
 * The stories without the marks that name one of `phrases`: in their sentence, or as the firm that speaks there ("we", on
 * its own site). Stories without such a mark are given back as they are.
 */
export function withoutSpared(stories: readonly StoryRead[], phrases: readonly string[]): StoryRead[] {
  const named = finder(phrases);
  if (!named) return [...stories];
  const isSpared = ({ passages }: PageText, claim: Claim): boolean => {
    const text = passages[claim.passage]?.text ?? '';
    return named.test(plain(`${text.slice(claim.sentence.start, claim.sentence.end)} · ${claim.slots.actor}`));
  };
  return stories.map((story) =>
    withClaims(
      story,
      story.reading.claims.filter((claim) => !isSpared(story.page, claim)),
    ),
  );
}
