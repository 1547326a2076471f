import { describe, expect, it } from 'vitest';
import { amount, digits, inWords, trim } from '@/lib/english/numbers';
import fc from '../property';

describe('numbers', () => {
  it('writes words to a hundred and for round hundreds', () => {
    expect([0, 1, 12, 20, 21, 99, 100, 700, 701, 1000].map(inWords)).toEqual(
      'zero|one|twelve|twenty|twenty-one|ninety-nine|one hundred|seven hundred|701|1,000'.split('|'),
    );
  });
  it('writes digits that read back to the same number', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => Number(digits(n).replace(/,/g, '')) === n)));
  it('leaves no floating-point dust', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => /^\d+(\.\d{1,2})?$/.test(trim(100 - n / 100)))));
  it('reads what it writes', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (n) => amount(inWords(n)) === n && amount(digits(n)) !== null),
    ));
  it.each([
    ['forty-five', 45],
    ['a hundred', 100],
    ['two hundred and six', 206],
    ['2.3 million', 2_300_000],
    ['1,900', 1900],
    ['$', null],
    ['many', null],
    ['', null],
  ])('reads %s', (words, value) => expect(amount(words)).toBe(value));
});
