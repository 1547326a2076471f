import { describe, expect, it } from 'vitest';
import { KINDS, LEVELS } from '@/lib/model';

describe('model', () => {
  it('lists 21 distinct kinds, walk-backs first and superlatives last on the ladder', () => {
    expect(new Set(KINDS).size).toBe(21);
    expect(KINDS[0]).toBe('strategy-reversal');
    expect(KINDS.at(-1)).toBe('capability-superlative');
  });
  it('orders the dial from plain to most invented', () => {
    expect(LEVELS).toEqual(['straight', 'eyebrow', 'roast', 'onion']);
  });
});
