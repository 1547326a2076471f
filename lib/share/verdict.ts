/** What a page's claims and announcements add up to, as a picture. */
import { language, t, tCount } from '../locale';
import type { PageStatus, StatusClaim } from '../messages';
import { type Claim, HYPE_BANDS, HYPE_FROM, type HypeBand } from '../model';
import type { Box } from './box';
import type { Tone } from './colours';
import { FORMATS, type Format, footer, GRIDS, type Grid, labelFont, masthead, type PageWords } from './frame';
import { type Scene, Sheet } from './scene';
import type { Font, Measure } from './text';
import { altOfCaption } from './words';

/** The words of a verdict. */
export interface Verdict extends PageWords {
  /** Of the claims; null where there is none, since announcements are not scored. */
  score: number | null;
  band: HypeBand | '';
  /** "9 claims, 2 show their source; 6 announcements." */
  tally: string;
  /** What the sentences are, with their counts, most frequent first. */
  kinds: { words: string; count: number }[];
  best: { quote: string; note: string } | null;
}

/**
 * What a page adds up to. `tally` is the caller's sentence, `nameOf` says what a sentence is; the best note is the one beside
 * the most hyped claim, and beside the first announcement where no claim has one.
 */
export function verdictText(
  status: PageStatus,
  page: PageWords,
  nameOf: (claim: Claim) => string,
  tally: string,
): Verdict {
  const counts = new Map<string, number>();
  for (const { claim } of status.claims) counts.set(nameOf(claim), (counts.get(nameOf(claim)) ?? 0) + 1);
  const heat = ({ claim }: StatusClaim) => (claim.family === 'claim' ? claim.hype.score : -1);
  const noted = status.claims.filter(({ note }) => note);
  const top = noted.reduce<StatusClaim | null>((best, one) => (best && heat(best) >= heat(one) ? best : one), null);
  const scored = status.claims.some(({ claim }) => claim.family === 'claim');
  return {
    ...page,
    score: scored ? Math.round(status.score) : null,
    // The page's score is read on the scale of a claim's.
    band: (scored && HYPE_BANDS.findLast((band) => status.score >= HYPE_FROM[band])) || '',
    tally,
    kinds: [...counts].sort((a, b) => b[1] - a[1]).map(([words, count]) => ({ words, count })),
    best: top?.note ? { quote: top.claim.quote, note: top.note.text } : null,
  };
}

/** "Hype 62 of 100"; empty where nothing was scored. */
export function scoreWords({ score }: Pick<Verdict, 'score'>): string {
  return score === null ? '' : t('hype_score', { score });
}

/** The band in the reader's language; empty where nothing was scored. */
const bandOf = ({ band }: Pick<Verdict, 'band'>): string => (band ? t(`band_${band}`) : '');

/** What a verdict says, for those who cannot see it. */
export function altOfVerdict(verdict: Verdict): string {
  const { title, host, band, tally, best, caption } = verdict;
  const score = scoreWords(verdict);
  const page = { title, site: host, tally };
  const words =
    score && band ? t('verdict_alt_score', { ...page, score, band: bandOf(verdict) }) : t('verdict_alt', page);
  const said = best ? t('verdict_alt_note', { verdict: words, note: best.note.replace(/\s*\n\s*/g, ' / ') }) : words;
  return [said, altOfCaption(caption)].filter(Boolean).join('\n');
}

const serif = (size: number, more: Partial<Font> = {}): Font => ({ size, weight: 400, ...more });

/** Sets the score, its band and the meter under them, from `top` down. Returns their height. */
function layScore(
  sheet: Sheet,
  verdict: Verdict & { score: number },
  format: Format,
  top: number,
  column: number,
): number {
  const { ink } = sheet;
  const grid = GRIDS[format];
  const { score } = verdict;
  const band = bandOf(verdict);
  const figure = serif({ wide: 150, square: 160, story: 220 }[format], { weight: 600, track: -0.04 });
  const base = top + figure.size * 0.92;
  const digits = sheet.line(String(score), figure, ink.accent, grid.edge, base, column);
  const beside = grid.edge + digits + grid.small;
  const room = column - digits - grid.small;
  // "100" and "stratospheric" side by side are more than half a wide picture holds at full size.
  let aside = grid.aside[1];
  const scale = () => serif(aside);
  const banded = () => serif(aside * 1.3, { italic: true });
  const fits = () =>
    sheet.measure(t('verdict_scale'), scale()) <= room && (!band || sheet.measure(band, banded()) <= room);
  while (aside > grid.aside[0] && !fits()) aside--;
  sheet.line(t('verdict_scale'), scale(), ink.soft, beside, base, room);
  if (band) sheet.line(band, banded(), ink.ink, beside, base - aside * 1.3, room);
  const meter = base + grid.gap * 0.7;
  sheet.fill(grid.edge, meter, column, 6, ink.rule);
  sheet.fill(grid.edge, meter, (column * Math.min(100, score)) / 100, 6, ink.accent);
  return meter + grid.gap * 0.8 - top;
}

/** Lays out the verdict on a page. */
export function layVerdict(verdict: Verdict, format: Format, tone: Tone, measure: Measure): Scene {
  const { width, height } = FORMATS[format];
  const grid = GRIDS[format];
  const sheet = new Sheet(width, height, tone, measure);
  const { ink } = sheet;
  const top = masthead(sheet, grid, t('verdict_head'));
  const bottom = footer(sheet, grid, verdict);
  const side = format === 'wide';
  const inner = width - 2 * grid.edge;
  const column = side ? inner * 0.42 : inner;
  let y = top + grid.gap * 0.8;
  y += sheet.prose(
    { text: verdict.title, font: serif(grid.aside[1] * 1.05, { italic: true }), colour: ink.ink, leading: 1.25 },
    grid.edge,
    y,
    column,
    grid.aside[1] * 4.2,
  );
  const { score } = verdict;
  y += score === null ? grid.gap * 0.8 : layScore(sheet, { ...verdict, score }, format, y, column);
  y += sheet.prose(
    // With no score above them the words are the figure.
    {
      text: verdict.tally,
      font: serif(grid.aside[1] * (score === null ? 1.5 : 1)),
      colour: ink.ink,
      leading: 1.3,
    },
    grid.edge,
    y,
    column,
    bottom - y - grid.gap * 0.5,
  );
  const x = side ? grid.edge + column + 68 : grid.edge;
  const w = side ? inner - column - 68 : inner;
  const fold = side ? x - 34 : 0;
  if (side) y = top + grid.gap;
  else y += grid.gap * 0.6;
  const end = bottom - grid.gap * 0.6;
  // The note and what it stands beside get nearly half of what is left.
  const tallied = layTally(sheet, verdict, grid, { x, y, w, h: (end - y) * (verdict.best ? 0.52 : 1) });
  const band = verdict.best ? Math.round(tallied + grid.gap * 0.5) : bottom;
  if (side) sheet.fill(fold, top + grid.gap, 1, band - top - grid.gap * (verdict.best ? 1 : 1.7), ink.rule);
  if (verdict.best) {
    sheet.fill(fold, band, width - fold, bottom - band, ink.tint);
    const noteTop = band + grid.gap * 0.6;
    layBest(sheet, verdict.best, grid, { x, y: noteTop, w, h: end - noteTop });
  }
  return sheet.done();
}

/** Sets the kinds with their counts, as many as there is room for. Returns where they end. */
function layTally(sheet: Sheet, { kinds }: Verdict, grid: Grid, { x, y, w, h }: Box): number {
  const { ink } = sheet;
  const font: Font = { size: grid.aside[1] * 0.9, weight: 400 };
  const step = font.size * 1.75;
  const rows = Math.max(1, Math.floor(h / step));
  const most = kinds.length <= rows ? rows : rows - 1;
  let at = y;
  for (const { words, count } of kinds.slice(0, most)) {
    const room = sheet.line(String(count), { ...font, weight: 600 }, ink.accent, x + w, at + step * 0.68, 80, 'right');
    sheet.line(words, font, ink.ink, x, at + step * 0.68, w - room - grid.small);
    sheet.rule(x, at + step - 1, w, 1);
    at += step;
  }
  const rest = kinds.slice(most).reduce((sum, { count }) => sum + count, 0);
  if (rest > 0) {
    sheet.line(tCount('verdict_more', rest), { ...font, italic: true }, ink.soft, x, at + step * 0.68, w);
    at += step;
  }
  return at;
}

/** Sets the best note, and beside what it stands; nothing where there is no room for two lines. */
function layBest(sheet: Sheet, best: NonNullable<Verdict['best']>, grid: Grid, { x, y, w, h }: Box): void {
  const { ink } = sheet;
  const label = grid.small * 1.6;
  if (h < label + grid.note[0] * 2.6) return;
  sheet.line(
    t('satire').toLocaleUpperCase(language()),
    labelFont(grid.small * 0.76),
    ink.accent,
    x,
    y + grid.small * 0.8,
    w,
  );
  const noteAt = (size: number) => ({
    text: best.note,
    font: { size, weight: 400 as const, italic: true },
    colour: ink.ink,
    leading: 1.24,
  });
  const room = h - label;
  let size = grid.note[1] * 0.8;
  while (size > grid.note[0] && (sheet.heightOf(noteAt(size), w) > room * 0.72 || sheet.tears(noteAt(size), w)))
    size -= 1;
  const used = sheet.prose(noteAt(size), x, y + label, w, room);
  const quoteTop = y + label + used + grid.small * 0.5;
  const quote = {
    text: t('verdict_beside', { quote: best.quote }),
    font: { size: grid.small, weight: 400 as const },
    colour: ink.soft,
    leading: 1.3,
  };
  const left = y + h - quoteTop;
  if (left >= quote.font.size * 1.3) sheet.prose(quote, x, quoteTop, w, left);
}
