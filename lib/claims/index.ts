import type { Density, PageText, Reading } from '@/lib/model';
import { chooseMarks } from './choose';
import { judgePage } from './judge';
import type { Encoder } from './network/encoder';
import { summarise } from './summary';

export { decidingWords } from './deciding-words';
export { Encoder } from './network/encoder';
export { ModelError, parseModel } from './network/model-file';
export { pageScore } from './page-score';

export interface ReadOptions {
  /** How many marks are wanted. Normal unless given. */
  density?: Density;
  /** Aborted when nobody waits for the page any more: what it was aborted with is thrown. */
  signal?: AbortSignal | undefined;
}

/**
 * Reads a page: finds the corporate claims and announcements about AI that deserve a note, in page order. Only sentences marked
 * as candidates are judged, all others are context. The network decides first; compromise and all that takes sentences
 * apart is loaded only where something is marked. Any string is safe. About 13 ms a candidate, in slices.
 */
export async function read(page: PageText, encoder: Encoder, options: ReadOptions = {}): Promise<Reading> {
  const judged = await judgePage(page, encoder, options.signal);
  const total = page.passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const marks = chooseMarks(judged, total, options.density ?? 'normal');
  if (marks.length === 0) return { claims: [], score: 0, supported: 0 };
  const { assembleMarks } = await import('./assemble');
  return summarise(await assembleMarks(page, marks));
}
