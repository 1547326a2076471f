import { describe, expect, it } from 'vitest';
import { fnv1a } from '@/lib/hash';
import { hash, shortHash } from '@/lib/satire/hash';
import { claimOf } from './claims/slots-of';

describe('fnv1a', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('gives what the reference code gives for “%s”', (text, expected) => {
    expect(fnv1a(text)).toBe(expected);
  });

  it('counts UTF-16 units, not letters', () => {
    expect(fnv1a('“Näh” 𝄞')).toBe(0x8243e148);
  });
});

// What a reader saw and muted is kept under such names.
describe('what is named by a hash keeps its name', () => {
  it('a line, by its words', () => {
    expect(hash('foobar')).toBe(202_221_276);
    expect(['', 'a', '700 agents', '“Näh” 𝄞'].map(shortHash)).toEqual(['1biic5n', '07cq7qr', '1edgj8s', '042y3or']);
  });

  it('a claim, by its passage and place', () => {
    const quotes = [
      'Kelmore said its assistant does the work of 700 support agents.',
      '“Näh” — Kelmore’s assistant resolves 72% of tickets.',
    ];
    expect(quotes.map((quote) => claimOf([quote]).id)).toEqual(['1hnscd1', '11sjvsw']);
  });
});
