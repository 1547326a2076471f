import type { Claim, Density, PageText, Reading } from '@/lib/model';
import type { Judgement } from './judge';
import { markPage } from './mark-page';
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
  /** Gets what the top of a long page says, while the rest is not read yet. The whole reading begins with just these claims. */
  onOpening?: ((opening: Reading) => Promise<void>) | undefined;
}

/**
 * Reads a page: finds the corporate claims and announcements about AI that deserve a note, in page order. Only sentences marked
 * as candidates are judged, all others are context. The network decides first; compromise and all that takes sentences
 * apart is loaded only where something is marked. Any string is safe. About 13 ms a candidate, in slices.
 */
export async function read(page: PageText, encoder: Encoder, options: ReadOptions = {}): Promise<Reading> {
  const { density = 'normal', signal, onOpening } = options;
  let opening: Claim[] = [];
  const takeApart = async (marks: Judgement[]) => (await import('./assemble')).assembleMarks(page, marks);
  const { marks, opening: first } = await markPage(page, encoder, density, {
    signal,
    onOpening: async (begun) => {
      opening = await takeApart(begun);
      await onOpening?.(summarise(opening, opening.length));
    },
  });
  if (marks.length === 0) return { claims: [], score: 0, supported: 0 };
  return summarise([...opening, ...(await takeApart(marks.slice(first)))], opening.length);
}
