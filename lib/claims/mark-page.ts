/** Decides which sentences of a page are marked. The top of a long page is decided by itself, so that its marks need not wait for the rest. */
import type { Density, PageText } from '@/lib/model';
import { chooseMarks } from './choose';
import { candidatesOf, type Judgement, judgeInOrder } from './judge';
import type { Encoder } from './network/encoder';
import { smoothOverPage } from './page-smoothing';

/**
 * Judged sentences of an opening; where none of them is marked, it has three times as many. On 120 unlabelled pages with 685 marks 71 have an opening, and 11 marks fewer
 * and 32 more than if the page were judged in one piece. On 55 labelled documents of publishers held out, precision is 0.664 for it (0.653 in one
 * piece, 0.672 with twelve), prime recall 0.633 (0.624, 0.615).
 */
const OPENING = 8;
const WIDER = 3;
/** Sentences that must be left for it to be worth while to show the opening first. */
const LEFT = 12;

export interface MarkedPage {
  /** All judged sentences, in the light of the whole page. */
  judged: Judgement[];
  /** The marks, in page order. */
  marks: Judgement[];
  /** How many of them, from the first on, were decided before the rest; 0 on a page that is decided in one piece. */
  opening: number;
}

/**
 * Judges a page and chooses its marks. The same page has the same marks, whether or not anybody waits for its opening.
 * @param onOpening gets the marks of the opening as soon as they are decided; the rest waits for it
 * @throws what `signal` was aborted with
 */
export async function markPage(
  page: PageText,
  encoder: Encoder,
  density: Density,
  { signal, onOpening }: { signal?: AbortSignal | undefined; onOpening?: (marks: Judgement[]) => Promise<void> } = {},
): Promise<MarkedPage> {
  const total = page.passages.reduce((sum, passage) => sum + passage.sentences.length, 0);
  const candidates = [...candidatesOf(page)].length;
  const alone: Judgement[] = [];
  let opening: Judgement[] = [];
  let begun = { from: 0, marks: 0 };
  let next = OPENING;
  for await (const one of judgeInOrder(page, encoder, signal)) {
    alone.push(one);
    if (opening.length > 0 || alone.length < next || candidates - alone.length < LEFT) continue;
    next *= WIDER;
    const share = Math.round((total * alone.length) / candidates);
    opening = chooseMarks(smoothOverPage(alone), share, density, { of: candidates });
    if (opening.length === 0) continue;
    begun = { from: alone.length, marks: opening.length };
    await onOpening?.(opening);
  }
  const judged = smoothOverPage(alone);
  return {
    judged,
    marks: [...opening, ...chooseMarks(judged, total, density, begun)],
    opening: opening.length,
  };
}
