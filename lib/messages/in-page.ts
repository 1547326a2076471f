/**
 * What a page checks of what arrives there: enough to know it for its own. The rest is not the page's to parse: only the
 * background and Peel's own pages speak to it, and the background checks what it answers before it is sent.
 */
import type { AnotherAnswer, DecidingAnswer, ReadAnswer, ToPage } from './schema';

/** True for what has fields by name; a list has not. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True if `value` is a well-formed message for a page. */
export function isToPage(value: unknown): value is ToPage {
  if (!isObject(value)) return false;
  const { type, index, hidden } = value;
  if (type === 'peel:jump') return Number.isSafeInteger(index) && (index as number) >= 0;
  if (type === 'peel:hide') return typeof hidden === 'boolean' || hidden === 'toggle';
  return typeof type === 'string' && /^peel:(status|places|next|previous|retry|withdrawn)$/.test(type);
}

/** The answer to the read request number `pass`; null for anything else. */
export const readAnswerOf = (value: unknown, pass: number): ReadAnswer | null =>
  isObject(value) && value.pass === pass ? (value as ReadAnswer) : null;

/** The note in what `peel:another` was answered with; undefined where there was no answer. */
export const noteIn = (value: unknown): AnotherAnswer['note'] | undefined =>
  isObject(value) ? (value as AnotherAnswer).note : undefined;

/** The words in what `peel:deciding` was answered with; null where there was no answer. */
export const wordsIn = (value: unknown): DecidingAnswer['words'] | null =>
  (isObject(value) && (value as DecidingAnswer).words) || null;
