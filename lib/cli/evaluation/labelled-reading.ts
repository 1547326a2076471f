/** The reading of a labelled document: what its labels say is marked, taken apart as the extension takes it apart. */
import { assembleMarks } from '@/lib/claims/assemble';
import type { Judgement } from '@/lib/claims/judge';
import { summarise } from '@/lib/claims/summary';
import { KINDS, type Kind, type PageText, type Reading } from '@/lib/model';
import { isKind, type Label, type Labelled, toPage } from './labelled';

/** Probability that a reader gives to the second kind of a sentence that two kinds fit. */
const SECOND = 0.3;

/** A mark as the labels have it: sure of itself. */
function judgementOf(page: PageText, label: Label): Judgement | null {
  const kind = label.gkind || label.kind || label.move;
  const grade = label.grade ?? (label.claim || label.move ? 2 : 0);
  if (grade === 0 || !kind || !isKind(kind)) return null;
  const passage = page.passages[label.p];
  const sentence = passage?.sentences.find((s) => s.start === label.start && s.end === label.end);
  if (!passage || !sentence) return null;
  const other = label.gsecond || label.second || label.moveSecond || '';
  const kinds = new Map<Kind, number>(KINDS.map((k) => [k, 0]));
  kinds.set(kind, isKind(other) ? 1 - SECOND : 1);
  if (isKind(other) && other !== kind) kinds.set(other, SECOND);
  return {
    passage,
    sentence,
    fair: 0.9,
    prime: grade === 2 ? 0.9 : 0.2,
    claim: label.claim ? 1 : 0,
    announcement: label.move ? 1 : 0,
    kinds,
  };
}

/** @returns the page that a document stands for and the reading that its labels give, in page order */
export async function labelledReading(doc: Labelled): Promise<{ page: PageText; reading: Reading }> {
  const page = toPage(doc);
  const marks = doc.sentences
    .flatMap((label) => judgementOf(page, label) ?? [])
    .sort((a, b) => a.passage.index - b.passage.index || a.sentence.start - b.sentence.start);
  return { page, reading: summarise(await assembleMarks(page, marks)) };
}
