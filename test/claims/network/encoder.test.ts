import { describe, expect, it } from 'vitest';
import outputs from '../fixtures/network-outputs.json';
import sentences from '../fixtures/unseen-names.json';
import { encoder } from '../network';

/** What torch gave for our own sentences with the very weights that ship (`write_outputs` in lib/claims/training/train.py). */
describe('the network in TypeScript', () => {
  it('agrees with torch on 200 sentences of our own: the same pieces, and every probability within 0.01', () => {
    expect(outputs.length).toBe(200);
    let worst = 0;
    outputs.forEach(({ ids, grade, claim, announcement, kind }, i) => {
      const { text, previous, title } = sentences[i]!;
      const encoded = encoder.encode({ text, previous, title });
      expect(encoded.ids, text).toEqual(ids);
      const out = encoder.run(encoded);
      const pairs = [...out.grade, out.claim, out.announcement, ...out.kinds].map(
        (value, n) => [value, [...grade, claim, announcement, ...kind][n]!] as const,
      );
      for (const [mine, theirs] of pairs) worst = Math.max(worst, Math.abs(mine - theirs));
    });
    expect(worst).toBeLessThanOrEqual(0.01);
  });

  it('forgets one sentence before the next', () => {
    const [a, b] = sentences.map(({ text, previous, title }) => encoder.encode({ text, previous, title }));
    const first = encoder.run(a!);
    encoder.run(b!);
    expect(encoder.run(a!)).toEqual(first);
  });
});
