import { describe, expect, it } from 'vitest';
import { american, sameWord, stem } from '@/lib/english/stems';

describe('the forms of a word', () => {
  it.each([
    ['reliable', 'reliability'],
    ['reliance', 'reliant'],
    ['agents', 'agent'],
  ])('%s and %s share a stem', (one, other) => expect(stem(one)).toBe(stem(other)));
  it('leave short words whole', () => expect(['use', 'tied', 'AI'].map(stem)).toEqual(['use', 'tied', 'AI']));
  it('are spelled one way', () => expect(american('democratisation')).toBe('democratization'));
  it.each([
    ['seamlessly', 'seamless', true],
    ['empowers', 'empower', true],
    ['democratised', 'democratize', true],
    ['AI-powered', 'AI powered', true],
    ['unlockable', 'unlock', false],
    ['meta', 'metal', false],
  ])('%s is %s: %s', (found, sought, same) => expect(sameWord(found, sought)).toBe(same));
});
