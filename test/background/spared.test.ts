import { describe, expect, it } from 'vitest';
import { withoutSpared } from '@/lib/background/spared';
import { pageOf, type Told } from '../satire/fixtures';

const TOLD: Told[] = [
  { kind: 'human-parity', sentence: 'Acme’s assistant answers as well as a lawyer.' },
  { kind: 'future-promise', sentence: 'It will be in every office by 2030, at scale.', after: 'Acme sells offices.' },
  { kind: 'labour-equivalence', sentence: 'Acmeology does the work of 300 people.' },
  { kind: 'accuracy-reliability', sentence: 'We are right 99% of the time.', slots: { actor: 'Kelmore' } },
];

function kept(...phrases: string[]): number[] {
  const { page, reading } = pageOf(TOLD);
  const [story] = withoutSpared([{ page, from: 0, reading }], phrases);
  return reading.claims.flatMap((claim, i) => (story?.reading.claims.includes(claim) ? [i] : []));
}

describe('phrases to leave alone', () => {
  it('are matched as whole words of the sentence itself, whatever their case', () => {
    expect(kept('acme')).toEqual([1, 2, 3]);
    expect(kept('AT  Scale')).toEqual([0, 2, 3]);
    expect(kept('cale', 'offic')).toEqual([0, 1, 2, 3]);
  });

  it('know curly marks, and signs that mean something to a pattern', () => {
    expect(kept("Acme's assistant")).toEqual([1, 2, 3]);
    expect(kept('99%')).toEqual([0, 1, 2]);
    for (const sign of ['a.*', '(a|b', '[x-y', 'a\\b', 'x/y', 'a-b+']) expect(kept(sign)).toEqual([0, 1, 2, 3]);
  });

  it('spare nothing where storage holds what is no phrase', () => {
    for (const rubbish of ['  ', '. ', ' ·', 'x'.repeat(81)]) expect(kept(rubbish)).toEqual([0, 1, 2, 3]);
    expect(kept('  ', 'acme')).toEqual([1, 2, 3]);
  });

  it('spare a company that says “we”', () => {
    expect(kept('KELMORE')).toEqual([0, 1, 2]);
  });

  it('leave a page as it is where nothing names them, and count anew where something does', () => {
    const { page, reading } = pageOf(TOLD);
    const story = { page, from: 0, reading: { ...reading, score: 77 } };
    expect(withoutSpared([story], ['nobody'])[0]).toBe(story);
    expect(withoutSpared([story], [])[0]).toBe(story);
    expect(withoutSpared([story], ['acme', 'we', 'acmeology', 'offices', 'every'])[0]?.reading).toEqual({
      claims: [],
      score: 0,
      supported: 0,
    });
  });
});
