/** What is to be shown of a page that was read: each mark found again in the page as it stands now. */
import type { Article } from '../article';
import type { StatusClaim } from '../messages';
import type { Claim, Density, Level, Note, PageReport, PartName, Passage, Span, WrongMark } from '../model';
import type { OverlayItem, OverlayView } from '../overlay';
import type { SettingsHere } from '../settings/site-settings';
import type { ChosenLines } from './chosen-lines';

/** An article that was read, and its report: the two are only ever replaced together. */
export interface ReadArticle {
  report: PageReport;
  article: Article;
}

/** The same as it is kept: with how much was to be marked. */
export interface KeptArticle extends ReadArticle {
  density: Density;
}

/** What the reader has chosen to see, as it stands now. */
export interface Viewing {
  settings: SettingsHere;
  readonly lines: ChosenLines;
  /** Marks that the reader said are none, by claim id. */
  readonly refused: Map<string, WrongMark>;
}

/** Under which the lines of a claim are remembered. */
export const noteKey = ({ settings }: Viewing, { id }: Claim): string => `${settings.level}:${id}`;

/** The claims that the reader wants. A report leaves out the others; until the next one is there, this does. */
export const wantedOf = ({ report }: ReadArticle, { settings, refused }: Viewing): Claim[] =>
  report.reading.claims.filter(({ id, kind }) => !settings.kindsOff.includes(kind) && !refused.has(id));

/** How many of them bring evidence. */
export const supportedOf = (reading: ReadArticle, viewing: Viewing): number =>
  wantedOf(reading, viewing).filter(({ family, evidence }) => family === 'claim' && evidence !== 'none').length;

/** The claim at `index`, where one was read. */
export const claimAt = (reading: ReadArticle | null, index: number): Claim | undefined =>
  reading?.report.reading.claims[index];

/** The note beside `claim`, which is the one at `index`; null where there is none. */
export function noteOf({ report }: ReadArticle, viewing: Viewing, claim: Claim, index: number): Note | null {
  const planned = report.editions[viewing.settings.level].notes.find((note) => note.claim === index) ?? null;
  return viewing.lines.shown(noteKey(viewing, claim), planned);
}

function rangesOf(article: Article, passage: number, parts: Partial<Record<PartName, Span>>) {
  const ranges: Partial<Record<PartName, Range>> = {};
  for (const [name, span] of Object.entries(parts) as [PartName, Span][]) {
    const range = article.locate(passage, span);
    if (range) ranges[name] = range;
  }
  return ranges;
}

/** The marks that are wanted, each with what is said of it. */
function marksOf(reading: ReadArticle, viewing: Viewing) {
  const {
    straight,
    reading: { claims },
  } = reading.report;
  return wantedOf(reading, viewing).flatMap((claim) => {
    const index = claims.indexOf(claim);
    const plain = straight[index];
    return plain ? [{ index, claim, straight: plain, note: noteOf(reading, viewing, claim, index) }] : [];
  });
}

const wordsAt = ({ page }: Article, passage: number, { start, end }: Span): string | undefined =>
  page.passages[passage]?.text.slice(start, end);

/** The marks that are wanted and whose words the page still says. */
export function itemsOf(reading: ReadArticle, viewing: Viewing): OverlayItem[] {
  const { article } = reading;
  return marksOf(reading, viewing).flatMap((mark) => {
    const { passage, span, quote, parts } = mark.claim;
    const range = article.locate(passage, span);
    if (!range || wordsAt(article, passage, span) !== quote) return [];
    const earlier = viewing.lines.hasEarlier(noteKey(viewing, mark.claim));
    return [{ ...mark, range, parts: rangesOf(article, passage, parts), earlier }];
  });
}

/** What the popup and the ledger list. */
export const listedOf = (reading: ReadArticle, viewing: Viewing, painted: ReadonlySet<number>): StatusClaim[] =>
  marksOf(reading, viewing).map((mark) => {
    const { passage, sentence } = mark.claim;
    const text = wordsAt(reading.article, passage, sentence) ?? '';
    return { ...mark, sentence: text, painted: painted.has(mark.index) };
  });

const rangeOf = (article: Article, { index, text }: Passage) => article.locate(index, { start: 0, end: text.length });

/** The other headline, and the real one that it belongs to. */
function headlineOf({ report, article }: ReadArticle, level: Level): OverlayView['headline'] {
  const card = report.editions[level].headline;
  const passage = article.page.passages.find(({ role }) => role === 'headline');
  const anchor = card && passage && rangeOf(article, passage);
  return card && anchor ? { card, anchor } : null;
}

/** The note at the end, and the passage that it follows: the last of the first story, where others come after. */
function endOf({ report, article }: ReadArticle, level: Level): OverlayView['end'] {
  const note = report.editions[level].end;
  const { passages, stories } = article.page;
  const last = passages.slice(0, stories?.[0]).findLast(({ role }) => !/^head|^stand/.test(role));
  const anchor = note && last && rangeOf(article, last);
  return note && anchor ? { note, anchor } : null;
}

/** What the overlay is to paint: `items`, and what stands at the head and at the end. */
export function overlayViewOf(reading: ReadArticle, { settings }: Viewing, items: OverlayItem[]): OverlayView {
  const { level, side, print, motion } = settings;
  return {
    href: reading.article.href,
    level,
    room: reading.report.room,
    side,
    print,
    still: motion === 'never',
    items,
    headline: headlineOf(reading, level),
    end: endOf(reading, level),
  };
}

/** What is remembered of a mark that the reader says is none; null where no mark goes by that id. */
export function wrongMarkOf({ report, article }: ReadArticle, id: string): WrongMark | null {
  const claim = report.reading.claims.find((one) => one.id === id);
  if (!claim) return null;
  const { title, passages } = article.page;
  const { start, end } = claim.sentence;
  return { title, text: passages[claim.passage]?.text ?? '', start, end, kind: claim.kind };
}
