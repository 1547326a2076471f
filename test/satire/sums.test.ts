import { describe, expect, it } from 'vitest';
import { doneBy, each, money, oneIn, perDay, perPerson, rest, salaries, shareOfRest } from '@/lib/satire/sums';
import fc from '../property';

describe('sums', () => {
  it('divides as the margin says', () => {
    expect(each(10e6, 'USD', 700, '700', '$10 million')).toEqual({
      text: '$14,300',
      working: '$10 million ÷ 700 ≈ $14,300',
    });
    expect(perDay(65e9, 'USD', '$65 billion')?.text).toBe('$178 million');
    expect(perPerson(500e9, 'USD', '$500 billion')?.text).toBe('$61');
    expect(salaries(10e6, 'USD', '$10 million')?.text).toBe('about 170');
    expect(rest(94)?.text).toBe('6');
    expect(rest(99.9)?.text).toBe('0.1');
    expect(oneIn(94)?.text).toBe('one time in 17');
    expect(oneIn(99.9)?.text).toBe('one time in 1,000');
    expect(doneBy(40)?.text).toBe('Thursday lunchtime');
    expect(doneBy(25)?.text).toBe('Thursday evening');
    expect(shareOfRest(400e6, 94, '400 million')?.text).toBe('24 million');
  });
  it('refuses where the sum would be no sum', () => {
    expect(each(10e6, 'USD', 1, '1', '$10 million')).toBeNull();
    expect(each(Number.NaN, 'USD', 7, '7', 'billions')).toBeNull();
    expect(each(10e6, 'XYZ', 7, '7', '10 million')).toBeNull();
    expect(salaries(10e6, 'EUR', '€10 million')).toBeNull();
    expect(shareOfRest(99, 94, '99')).toBeNull();
    expect(rest(100)).toBeNull();
    expect(rest(0)).toBeNull();
    expect(oneIn(60)).toBeNull();
    expect(doneBy(5)).toBeNull();
    expect(perPerson(1e9, 'USD', '$1 billion')).toBeNull();
    expect(money(5, 'XAU')).toBeNull();
  });
  it('knows the signs of the currencies that are read', () => expect(money(5e9, 'INR')).toBe('₹5 billion'));
  it('rounds cents once', () => expect(each(1000, 'USD', 8704, '8,704', '$1,000')?.text).toBe('11 cents'));
  it('knows one cent', () => {
    expect(each(1000, 'USD', 100_000, '100,000', '$1,000')?.working).toBe('$1,000 ÷ 100,000 = 1 cent');
    expect(each(1000, 'USD', 50_000, '50,000', '$1,000')?.text).toBe('2 cents');
  });
  it('is never further from the truth than its rounding', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 1e12 }), fc.integer({ min: 2, max: 500_000 }), (amount, n) => {
        const sum = each(amount, 'USD', n, String(n), `$${amount}`);
        if (!sum) return amount / n < 0.01;
        const shown = readMoney(sum.text);
        return Math.abs(shown - amount / n) <= Math.max(0.006 * (amount / n), 0.0051);
      }),
    ));
  it('gives a rest that adds up to a hundred', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        (n) => Math.abs(Number(rest(n / 100)?.text) + n / 100 - 100) < 1e-9,
      ),
    ));
});

function readMoney(text: string): number {
  const cents = /^(\d+) cents?$/.exec(text);
  if (cents) return Number(cents[1]) / 100;
  const [, figure = '', unit = ''] = /^\$([\d,.]+)(?: (million|billion|trillion))?$/.exec(text) ?? [];
  return Number(figure.replace(/,/g, '')) * ({ million: 1e6, billion: 1e9, trillion: 1e12 }[unit] ?? 1);
}
