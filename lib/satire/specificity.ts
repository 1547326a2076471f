import { SENTENCE_PARTS, SENTENCE_SIGNS } from '@/lib/model';
import { soughtIn } from './pack/conditions';
import type { Line } from './types';

/** What a line hangs on: what the sentence says is done, how it is built, or one of its words. */
export type Specificity = 'fact' | 'build' | 'word';

const PARTS: ReadonlySet<string> = new Set([...SENTENCE_PARTS, ...SENTENCE_SIGNS]);

/** Whether a line is written for what the claim is: the pattern that makes it one. */
const isKeyed = (line: Line): boolean => soughtIn(line.conditions, 'key').length > 0;

/**
 * A topic, a trade, a thing or two words that stand together are what the claim is about; two words apart, or a part of the
 * build, are how it is said.
 */
export function specificityOf(line: Line, used: readonly string[]): Specificity {
  const says = line.conditions.filter((c) => c.test === 'says' && !c.not);
  if (line.topic !== '' || says.some((c) => c.test === 'says' && c.near)) return 'fact';
  if (line.conditions.some((c) => c.test === 'about' && !c.not) || isKeyed(line)) return 'fact';
  const asks = line.conditions.some(
    (c) => (c.test === 'flag' && PARTS.has(c.flag)) || ('slot' in c && PARTS.has(c.slot) && !('not' in c && c.not)),
  );
  return says.length > 1 || asks || used.some((slot) => PARTS.has(slot)) ? 'build' : 'word';
}
