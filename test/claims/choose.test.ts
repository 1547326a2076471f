import { describe, expect, it } from 'vitest';
import { CALIBRATION } from '@/lib/claims/calibration';
import { chooseMarks } from '@/lib/claims/choose';
import type { Judgement } from '@/lib/claims/judge';
import { DENSITIES } from '@/lib/model';

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
});
