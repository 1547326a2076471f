/** Which paragraphs announce other pages: a list of headlines is no part of the article that it stands under. */
import type { Passage } from '@/lib/model';

/** How old another story is, or how long it takes to read: “3 hours ago”, “4 min read”, “Mar 13, 2026 7 mins”. In prose such numbers are words, or a full stop comes after them. */
const AGE_OR_LENGTH =
  /\b\d{1,2} ?(?:min(?:ute)?s?|hours?|hrs?|days?) ?ago\b|\b\d{1,2}[ -]?min(?:ute)?s? read\b|\b(?:19|20)\d\d ?\d{1,2} ?mins?\b/gi;
const AT_THE_END = new RegExp(`(?:${AGE_OR_LENGTH.source})[\\s*·|)\\]]*$`, 'i');

/** True for a paragraph that ends as a line in a list of stories does, or that runs several such lines together. */
export function isTeaser({ text }: Pick<Passage, 'text'>): boolean {
  return AT_THE_END.test(text) || (text.match(AGE_OR_LENGTH) ?? []).length > 1;
}
