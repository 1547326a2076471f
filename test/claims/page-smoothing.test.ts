import { describe, expect, it } from 'vitest';
import { meritOf } from '@/lib/claims/choose';
import type { Judgement } from '@/lib/claims/judge';
import { smoothOverPage } from '@/lib/claims/page-smoothing';
import fc from '../property';

const judgement = (fair: number, prime = fair / 2, kinds: Judgement['kinds'] = new Map()): Judgement => ({
  passage: { index: 0, role: 'paragraph', text: 'A sentence.', sentences: [], leadIn: null },
  sentence: { start: 0, end: 11, candidate: true },
  fair,
  prime,
  claim: fair,
  announcement: 0,
  kinds,
});

/** Merit of the sentence of 0.8 among others of the given merit. */
const among = (others: number[], before = 0): number => {
  const page = others.map((fair) => judgement(fair, fair));
  page.splice(before, 0, judgement(0.9, 0.7));
  return meritOf(smoothOverPage(page)[before]!);
};

describe('a sentence in its page', () => {
  it('stays as it was judged where it stands alone', () => {
    const [one] = smoothOverPage([judgement(0.9, 0.7)]);
    expect(one!.fair).toBeCloseTo(0.9, 6);
    expect(one!.prime).toBeCloseTo(0.7, 6);
  });

  it('loses where nothing else asks for a note, and gains a little where much does', () => {
    expect(among([0.01, 0.01, 0.02, 0.01, 0.01], 2)).toBeLessThan(0.7);
    const rich = among([0.9, 0.8, 0.9, 0.7, 0.9], 2);
    expect(rich).toBeGreaterThan(0.8);
    expect(rich).toBeLessThan(0.85);
  });

  it('hears its neighbours, not only the page', () => {
    const plain = [0.01, 0.01, 0.01, 0.01];
    const near = among([...plain, 0.9, 0.9, 0.9], 7);
    const far = among([0.9, 0.9, 0.9, ...plain], 7);
    expect(near).toBeGreaterThan(far);
  });

  it('hears the strongest of the page, wherever they stand', () => {
    const plain = [0.01, 0.01, 0.01, 0.01];
    expect(among([...plain, 0.9, 0.9, 0.9])).toBeGreaterThan(among([...plain, 0.01, 0.01, 0.01]));
  });

  it('is of its neighbours’ kind where it could be of either, and of its own where it could not', () => {
    const kinds = (cuts: number): Judgement['kinds'] =>
      new Map([
        ['cuts', cuts],
        ['launch', 1 - cuts],
      ]);
    const cutsAmong = (own: number, near: number, fair = 0.9) => {
      const far = judgement(0.9, 0.5, kinds(1 - near));
      const beside = judgement(fair, fair / 2, kinds(near));
      const page = [far, beside, judgement(0.9, 0.5, kinds(own)), beside, far];
      return smoothOverPage(page)[2]!.kinds.get('cuts')!;
    };
    expect(cutsAmong(0.45, 0.95)).toBeGreaterThan(0.5);
    expect(cutsAmong(0.45, 0.05)).toBeLessThan(0.45);
    expect(cutsAmong(0.1, 0.95)).toBeLessThan(0.3);
    // What no note is welcome beside is of no kind, and says little of others'.
    expect(cutsAmong(0.45, 0.95, 0.02)).toBeLessThan(0.48);
    const [alone] = smoothOverPage([judgement(0.9, 0.5, kinds(0.45))]);
    expect(alone!.kinds.get('cuts')).toBeCloseTo(0.45, 9);
  });

  it('keeps probabilities probabilities', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (merits) => {
        const after = smoothOverPage(merits.map((m) => judgement(m, m)));
        expect(after).toHaveLength(merits.length);
        for (const { fair, prime } of after) {
          expect(fair).toBeGreaterThanOrEqual(0);
          expect(fair).toBeLessThanOrEqual(1);
          expect(prime).toBeCloseTo(fair, 9);
        }
      }),
    );
  });
});
