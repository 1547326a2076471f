import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meritOf } from '@/lib/claims/choose';
import type { Judgement } from '@/lib/claims/judge';
import { inContext } from '@/lib/claims/page-context';

const judgement = (fair: number, prime = fair / 2): Judgement => ({
  passage: { index: 0, role: 'paragraph', text: 'A sentence.', sentences: [], leadIn: null },
  sentence: { start: 0, end: 11, candidate: true },
  fair,
  prime,
  claim: fair,
  announcement: 0,
  kinds: new Map(),
});

/** Merit of the sentence of 0.8 among others of the given merit. */
const among = (others: number[], before = 0): number => {
  const page = others.map((fair) => judgement(fair, fair));
  page.splice(before, 0, judgement(0.9, 0.7));
  return meritOf(inContext(page)[before]!);
};

describe('a sentence in its page', () => {
  it('stays as it was judged where it stands alone', () => {
    const [one] = inContext([judgement(0.9, 0.7)]);
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

  it('keeps probabilities probabilities', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (merits) => {
        const after = inContext(merits.map((m) => judgement(m, m)));
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
