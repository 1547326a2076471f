import { describe, expect, it } from 'vitest';
import { article, withArticle } from '@/lib/satire/grammar/articles';
import { capital, titleCase } from '@/lib/satire/grammar/capitals';
import { digits, inWords, ordinal, trim } from '@/lib/satire/grammar/numbers';
import { isPlural, plural, possessive, singular } from '@/lib/satire/grammar/plurals';
import { doneBy, each, money, oneIn, perDay, perPerson, rest, salaries, shareOfRest } from '@/lib/satire/grammar/sums';
import fc from '../property';

describe('articles by sound', () => {
  const AN =
    '8%|80|11|18|11,000|18 million|800,000|$8 million|MRI|AI assistant|hour|honest mistake|heir|umbrella|F|X-ray|e-bike|M&A deal|FBI agent|LLM|HR manager|SMS|API|EU rule|xAI product|iPhone|Uber|unimportant detail|uninspired demo|onion|expert|SUV|NFT|R&D budget|S-Class|AGI|FAQ|unintended result|usher|unmanned drone|outage';
  const A =
    '1|7%|10|100|110|1,100|180? no'.split('? no')[0] +
    '|user|unit|university|unicorn|one-off|European plan|euro|NASA engineer|SIM|SaaS tool|UFO|URL|USB stick|UI|hotel|historic deal|toothbrush|U-turn|YouTube video|ubiquitous sign|use case|useful idiot|utility|Unix box|PDF|B2B deal|QR code|hybrid|GPU|CEO|chatbot|wearable|uniform|unanimous vote';
  it.each(AN.split('|'))('an %s', (phrase) => expect(article(phrase)).toBe('an'));
  it.each(A.split('|').filter((p) => p !== '180'))('a %s', (phrase) => expect(article(phrase)).toBe('a'));
  it('says an 18 and a 180', () => {
    expect(article('180')).toBe('a');
    expect(withArticle('smart fridge')).toBe('a smart fridge');
  });
  it('never throws and always answers', () =>
    fc.assert(fc.property(fc.string(), (text) => ['a', 'an'].includes(article(text)))));
});

describe('plurals', () => {
  const PAIRS =
    'agent agents|support agent/support agents|person people|salesperson salespeople|salesman salesmen|human humans|child children|company companies|toy toys|bus buses|quiz quizzes|analysis analyses|radiologist radiologists|head of sales/heads of sales|studio studios|hero heroes|API APIs|attorney attorneys|engineer engineers|German Germans|toothbrush toothbrushes|watch watches|knife knives|mouse mice|editor-in-chief/editors-in-chief|QA tester/QA testers|woman women|crisis crises';
  for (const pair of PAIRS.split('|')) {
    const [one = '', many = ''] = pair.includes('/') ? pair.split('/') : pair.split(' ');
    it(`${one} → ${many}`, () => {
      expect(plural(one)).toBe(many);
      expect(singular(many)).toBe(one);
      expect(isPlural(many)).toBe(true);
      expect(isPlural(one)).toBe(false);
    });
  }
  it.each(['staff', 'software', 'data', 'hardware', 'support staff', 'police'])('%s takes no s', (word) =>
    expect(plural(word)).toBe(word),
  );
  it('does not double a plural', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('agent', 'company', 'person', 'box', 'studio', 'wolf', 'day'),
        (one) => plural(plural(one)) === plural(one),
      ),
    ));
  it('always takes ’s', () => {
    expect(possessive('Atlassian')).toBe('Atlassian’s');
    expect(possessive('Atlas Systems')).toBe('Atlas Systems’s');
    expect(possessive("McDonald's")).toBe('McDonald’s');
  });
});

describe('capitals', () => {
  it('keeps the capitals of names', () => {
    expect(capital('iPhone sales')).toBe('iPhone sales');
    expect(capital('eBay')).toBe('eBay');
    expect(capital('xAI')).toBe('xAI');
    expect(capital('operational excellence')).toBe('Operational excellence');
    expect(titleCase('smart fridge')).toBe('Smart Fridge');
    expect(titleCase('the end of 2027')).toBe('The End of 2027');
    expect(titleCase('iPhone and eBay')).toBe('iPhone and eBay');
    expect(titleCase('on-device AI')).toBe('On-Device AI');
  });
});

describe('numbers', () => {
  it('writes words to a hundred and for round hundreds', () => {
    expect([0, 1, 12, 20, 21, 99, 100, 700, 701, 1000].map(inWords)).toEqual(
      'zero|one|twelve|twenty|twenty-one|ninety-nine|one hundred|seven hundred|701|1,000'.split('|'),
    );
    expect([1, 2, 12, 13, 21, 22, 23, 111].map(ordinal)).toEqual(
      'first|second|twelfth|13th|21st|22nd|23rd|111th'.split('|'),
    );
  });
  it('writes digits that read back to the same number', () =>
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => Number(digits(n).replace(/,/g, '')) === n)));
  it('leaves no floating-point dust', () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => /^\d+(\.\d{1,2})?$/.test(trim(100 - n / 100)))));
});

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
    expect(rest(100)).toBeNull();
    expect(rest(0)).toBeNull();
    expect(oneIn(60)).toBeNull();
    expect(doneBy(5)).toBeNull();
    expect(perPerson(1e9, 'USD', '$1 billion')).toBeNull();
    expect(money(5, 'XAU')).toBeNull();
  });
  it('rounds cents once', () => expect(each(1000, 'USD', 8704, '8,704', '$1,000')?.text).toBe('11 cents'));
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
  const cents = /^(\d+) cents$/.exec(text);
  if (cents) return Number(cents[1]) / 100;
  const [, figure = '', unit = ''] = /^\$([\d,.]+)(?: (million|billion|trillion))?$/.exec(text) ?? [];
  return Number(figure.replace(/,/g, '')) * ({ million: 1e6, billion: 1e9, trillion: 1e12 }[unit] ?? 1);
}
