import { describe, expect, it } from 'vitest';
import { anyOf, listOf, wordSet } from '@/lib/english/word-list';

describe('rows of words', () => {
  it('are one set', () => expect([...wordSet('cat dog', 'horse')]).toEqual(['cat', 'dog', 'horse']));
  it('are one list, phrases whole', () =>
    expect(listOf('cat|guide dog', 'horse')).toEqual(['cat', 'guide dog', 'horse']));
  it('are one pattern, which binds its alternatives together', () => {
    const pattern = new RegExp(`^a ${anyOf('cat|dogs?', 'horse')}$`);
    expect(['a cat', 'a dogs', 'a horse', 'cat', 'horse', 'a cow'].filter((text) => pattern.test(text))).toEqual([
      'a cat',
      'a dogs',
      'a horse',
    ]);
  });
});
