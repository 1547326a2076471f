import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_KINDS, CLAIM_KINDS, DENSITIES, KINDS, LEVELS } from '@/lib/model';

describe('model', () => {
  it('lists 21 kinds of claim, walk-backs first and superlatives last on the ladder', () => {
    expect(new Set(CLAIM_KINDS).size).toBe(21);
    expect(CLAIM_KINDS[0]).toBe('strategy-reversal');
    expect(CLAIM_KINDS.at(-1)).toBe('capability-superlative');
  });
  it('lists 12 kinds of announcement after them, none of them a kind of claim', () => {
    expect(new Set(ANNOUNCEMENT_KINDS).size).toBe(12);
    expect(KINDS).toEqual([...CLAIM_KINDS, ...ANNOUNCEMENT_KINDS]);
    expect(new Set(KINDS).size).toBe(33);
  });
  it('orders the dial from plain to most invented, and the densities from few to many', () => {
    expect(LEVELS).toEqual(['straight', 'eyebrow', 'roast', 'onion']);
    expect(DENSITIES).toEqual(['fewer', 'normal', 'all']);
  });
});
