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

  it('quotes the words that met it, and stands for two that are close', () => {
    expect(spoken('three translators left', 'translat')).toBe('translators');
    expect(spoken('it costs nine', '$')).toBe('');
    expect(together('a seat costs $9', ['seat'], ['$'])).toEqual(['seat', '$']);
    expect(together('a seat costs nine', ['seat'], ['$'])).toBeNull();
  });
});
