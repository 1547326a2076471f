import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '@/lib/claims/calibration';
import { chooseKind, chooseMarks } from '@/lib/claims/choose';
import type { Judgement } from '@/lib/claims/judge';
import { DENSITIES, type Kind } from '@/lib/model';

const judgement = (merit: number): Judgement => ({
  passage: { index: 0, role: 'paragraph', text: 'A sentence.', sentences: [], leadIn: null },
  sentence: { start: 0, end: 11, candidate: true },
  fair: merit,
  prime: merit,
  claim: merit,
  announcement: 0,
  kinds: new Map(),
});

/** An article of thirty sentences that begins with those of the given merits; the others ask for nothing. */
const article = (...merits: number[]) => [...merits, ...Array(30 - merits.length).fill(0.05)].map(judgement);
const marked = (judged: Judgement[], density: 'fewer' | 'normal' | 'all' = 'normal') =>
  chooseMarks(judged, judged.length, density).length;

describe('which sentences are marked', () => {
  const { merit, alone, page } = CALIBRATION;

  it('those that ask for a note strongly enough for the density', () => {
    const judged = article(0.95, merit.fewer, merit.normal, merit.all, merit.all - 0.01);
    expect(DENSITIES.map((density) => marked(judged, density))).toEqual([2, 3, 4]);
  });

  it.each(['normal', 'all'] as const)('none in an article where no sentence asks for one strongly: %s', (density) => {
    const weak = (page[density] + merit[density]) / 2;
    expect(marked(article(weak, weak, weak), density)).toBe(0);
    expect(marked(article(weak, weak, page[density]), density)).toBe(3);
    // In a notice that says hardly anything else it would be.
    expect(marked([weak, 0.05, 0.05].map(judgement), density)).toBe(1);
  });

  it('of the first sentences of an article, as of the article: none where none asks for one strongly', () => {
    const first = [(page.normal + merit.normal) / 2, 0.05, 0.05].map(judgement);
    expect(chooseMarks(first, 3, 'normal')).toHaveLength(1);
    expect(chooseMarks(first, 3, 'normal', { of: 30 })).toEqual([]);
    expect(chooseMarks([judgement(page.normal), ...first], 4, 'normal', { of: 30 })).toHaveLength(2);
  });

  it('below an opening, as many as the page can bear beside those that stand there', () => {
    const judged = Array.from({ length: 30 }, () => judgement(0.9));
    expect(chooseMarks(judged, 30, 'normal', { from: 8, marks: 6 })).toEqual(judged.slice(8, 11));
    expect(chooseMarks(judged, 30, 'normal', { from: 8, marks: 9 })).toEqual([]);
  });

  it('one that stands alone, though it asks for less', () => {
    const less = (alone.normal + merit.normal) / 2;
    expect(marked([judgement(less)])).toBe(1);
    expect(marked([less, 0.05].map(judgement))).toBe(1);
    expect(marked([less, 0.05, 0.05].map(judgement))).toBe(0);
    expect(chooseMarks([judgement(less)], 20, 'normal')).toEqual([]);
    expect(marked([judgement(alone.normal - 0.01)])).toBe(0);
  });

  it('the strongest, in page order, where there are more than the page can bear', () => {
    const merits = Array.from({ length: 30 }, (_, i) => 0.8 + i / 200);
    const marks = chooseMarks(merits.map(judgement), 30, 'normal');
    expect(marks.map(({ fair }) => fair)).toEqual(merits.slice(-9));
  });

  it('no more than a reader bears, however long the page', () => {
    const long = Array.from({ length: 300 }, () => judgement(0.95));
    expect(DENSITIES.map((density) => marked(long, density))).toEqual([8, 24, 40]);
  });
});

describe('the kind of a mark', () => {
  const kindsOf = (weights: Partial<Record<Kind, number>>) =>
    chooseKind(new Map(Object.entries(weights) as [Kind, number][]));

  it('is the likeliest, with a second where that is likely, too', () => {
    expect(kindsOf({ launch: 0.2, deal: 0.7 })).toMatchObject({ kind: 'deal', second: 'launch' });
    expect(kindsOf({ launch: 0.19, deal: 0.7 })).toMatchObject({ kind: 'deal', second: null });
  });

  it('is sure from the calibrated probability on', () => {
    expect(kindsOf({ deal: CALIBRATION.kind }).sure).toBe(true);
    expect(kindsOf({ deal: CALIBRATION.kind - 0.01 }).sure).toBe(false);
  });
});
