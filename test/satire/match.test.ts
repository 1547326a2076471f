import { describe, expect, it } from 'vitest';
import { says, spoken, together } from '@/lib/satire/match';

describe('what a condition of a pack seeks', () => {
  it.each([
    ['translat', 'three translators left', true],
    ['bar', 'a barrier fell', false],
    ['bar', 'two bars opened', true],
    ['bank$', 'banks and banking', false],
    ['bank$', 'the bank closed', true],
    ['invest*chips', 'it will invest five billion in chips', true],
    // A dollar sign that ends no word is one.
    ['$*million', 'it raised $5 million', true],
    ['$*million', 'it raised five million', false],
    ['$', 'it costs $9', true],
    ['$', 'it costs nine', false],
    ['*', 'anything at all', false],
    ['', 'anything at all', false],
  ])('%j in %j: %s', (sought, text, found) => {
    expect(says(text, sought)).toBe(found);
  });

  it('comes to an end of a phrase with many gaps', () => {
    const text = ','.repeat(600);
    expect(says(text, `${',*'.repeat(500)},`)).toBe(true);
    expect(says(text, `${',*'.repeat(700)},`)).toBe(false);
    expect(says(text, `${',*'.repeat(30)}zzz`)).toBe(false);
  });

  it('comes to an end of two long lists of words of which none stand close', () => {
    const [some, others] = ['a', 'b'].map((word) => Array.from({ length: 20_000 }, () => word));
    expect(together(`a${'-'.repeat(40)}b`, some!, others!)).toBeNull();
  });

  it.each([
    ['a', 'b', 'a b', true],
    ['a', 'b', 'b a', true],
    ['a*c', 'b', `a c ${'-'.repeat(30)} b`, true],
    ['b', 'a*c', `b ${'-'.repeat(30)} a c`, true],
    // The a that is close has no c close to it.
    ['b', 'a*c', `b a ${'-'.repeat(40)} a c`, false],
    ['a*c', 'b', `a c ${'-'.repeat(40)} c b`, false],
  ])('finds %s close to %s in %s: %s', (one, other, text, found) =>
    expect(together(text, [one], [other])).toEqual(found ? [one, other] : null),
  );

  it.each([
    ['a*b*c', `a ${'-'.repeat(30)} b ${'-'.repeat(30)} c`, true],
    ['a*b*c', `a ${'-'.repeat(40)} b c`, false],
    // The first a is too far from any b, and the first b that is near enough has no c.
    ['a*b*c', `a ${'-'.repeat(40)} a b ${'-'.repeat(40)} a b c`, true],
    ['a*b*a', 'b a b', false],
  ])('asks each step of a phrase to be near the one before: %s in %s', (sought, text, found) =>
    expect(says(text, sought)).toBe(found),
  );

  it('quotes the words that met it, and stands for two that are close', () => {
    expect(spoken('three translators left', 'translat')).toBe('translators');
    expect(spoken('it costs nine', '$')).toBe('');
    expect(together('a seat costs $9', ['seat'], ['$'])).toEqual(['seat', '$']);
    expect(together('a seat costs nine', ['seat'], ['$'])).toBeNull();
  });
});
