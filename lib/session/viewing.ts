/** What is to be shown of a page that was read: each mark found again in the page as it stands now. */
import type { Article } from '../article';
import type { StatusClaim } from '../messages';
import type { Claim, Level, Note, PageReport, PartName, Span, WrongMark } from '../model';
import type { OverlayItem, OverlayView } from '../overlay';
import type { ChosenLines } from './chosen-lines';

/** A report, and the article that it was asked for. */
export interface Reading {
  report: PageReport;
  article: Article;
}

/** What the reader has chosen to see. */
export interface Viewing {
  level: Level;
  chosenLines: ChosenLines;
  isWanted(claim: Claim): boolean;
}

/** Under which the lines of a claim are remembered. */
export const noteKey = ({ level }: Viewing, { id }: Claim): string => `${level}:${id}`;

/** The note beside the claim at `index`; null where there is none. */
export function noteOf({ report }: Reading, viewing: Viewing, index: number): Note | null {
  const claim = report.reading.claims[index];
  const planned = report.editions[viewing.level].notes.find((note) => note.claim === index) ?? null;
  return claim ? viewing.chosenLines.shown(noteKey(viewing, claim), planned) : null;
}

function rangesOf(article: Article, passage: number, parts: Partial<Record<PartName, Span>>) {
  const ranges: Partial<Record<PartName, Range>> = {};
  for (const [name, span] of Object.entries(parts) as [PartName, Span][]) {
    const range = article.locate(passage, span);
    if (range) ranges[name] = range;
  }
  return ranges;
}

/** The marks that are wanted and whose words the page still says. */
export function itemsOf(reading: Reading, viewing: Viewing): OverlayItem[] {
  const { report, article } = reading;
  return report.reading.claims.flatMap((claim, index) => {
    const straight = report.straight[index];
    if (!straight || !viewing.isWanted(claim)) return [];
    const range = article.locate(claim.passage, claim.span);
    const { text = '' } = article.page.passages[claim.passage] ?? {};
    if (!range || text.slice(claim.span.start, claim.span.end) !== claim.quote) return [];
    const parts = rangesOf(article, claim.passage, claim.parts);
    const earlier = viewing.chosenLines.hasEarlier(noteKey(viewing, claim));
    const note = noteOf(reading, viewing, index);
    return [{ index, claim, range, parts, straight, note, earlier }];
  });
}

/** What the popup and the ledger list. */
export function listedOf(reading: Reading, viewing: Viewing, painted: ReadonlySet<number>): StatusClaim[] {
  const { report, article } = reading;
  return report.reading.claims.flatMap((claim, index) => {
    const straight = report.straight[index];
    if (!straight || !viewing.isWanted(claim)) return [];
    const sentence = article.page.passages[claim.passage]?.text.slice(claim.sentence.start, claim.sentence.end) ?? '';
    const note = noteOf(reading, viewing, index);
    return [{ index, claim, sentence, straight, note, painted: painted.has(index) }];
  });
}

/** The other headline, and the real one that it belongs to. */
export function headlineOf({ report, article }: Reading, level: Level): OverlayView['headline'] {
  const card = report.editions[level].headline;
  const passage = article.page.passages.find(({ role }) => role === 'headline');
  const anchor = card && passage ? article.locate(passage.index, { start: 0, end: passage.text.length }) : null;
  return card && anchor ? { card, anchor } : null;
}

/** The note at the end, and the passage that it follows: the last of the first story, where others come after. */
export function endOf({ report, article }: Reading, level: Level): OverlayView['end'] {
  const note = report.editions[level].end;
  const { passages, stories } = article.page;
  const last = passages.slice(0, stories?.[0]).findLast(({ role }) => !/^head|^stand/.test(role));
  const anchor = note && last ? article.locate(last.index, { start: 0, end: last.text.length }) : null;
  return note && anchor ? { note, anchor } : null;
}

/** What is remembered of a mark that the reader says is none; null where no mark goes by that id. */
export function wrongMarkOf({ report, article }: Reading, id: string): WrongMark | null {
  const claim = report.reading.claims.find((one) => one.id === id);
  if (!claim) return null;
  const { title, passages } = article.page;
  const { start, end } = claim.sentence;
  return { title, text: passages[claim.passage]?.text ?? '', start, end, kind: claim.kind };
}
