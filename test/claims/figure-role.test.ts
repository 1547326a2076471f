import { describe, expect, it } from 'vitest';
import { withRole } from '@/lib/claims/figure-role';
import { quantities } from '@/lib/claims/numbers';
import { fold } from '@/lib/english/fold';

const roleIn = (passage: string) => quantities(passage).map((quantity) => withRole(passage, quantity).role ?? '');

describe('what a figure is said of', () => {
  it.each([
    ['It is right 94% of the time.', ['accuracy']],
    ['It reached an accuracy of 94%.', ['accuracy']],
    ['It scored 88% on the bar exam.', ['accuracy']],
    ['It answers 60% of all calls.', ['share']],
    ['It cut costs by 40%.', ['change']],
    ['Clerks are 40% faster.', ['change']],
    ['A rise of more than 12% was seen.', ['change']],
    ['It spoke to 12% in June.', ['']],
    ['Valued at $2 billion, Orbis raised $90 million.', ['valuation', '']],
    ['It raised $90 million at a $2 billion valuation.', ['', 'valuation']],
    ['It answered 700 calls.', ['']],
  ])('%s', (passage, roles) => expect(roleIn(passage)).toEqual(roles));

  const endsIn = (passage: string) =>
    quantities(fold(passage))
      .filter((quantity) => withRole(passage, quantity).range)
      .map(({ text }) => text);

  it.each([
    ['It is 10–20x faster, and 30% cheaper.', ['20x']],
    ['Kelmore will invest $1.5–2 billion.', ['$1.5', '2 billion']],
    ['Kelmore will invest $10 to 20 million.', ['$10', '20 million']],
    ['Kelmore will invest $10 million to $20 million.', ['$10 million', '$20 million']],
    ['Kelmore will invest between $1 and $2 billion.', ['$1', '$2 billion']],
    ['It makes between 20 and 30 percent fewer errors.', ['20', '30 percent']],
    ['It replaces ten to fifteen bakers.', ['fifteen']],
    ['It reaches 10 million to 20 million bakers.', ['10 million', '20 million']],
    ['Kelmore gave $500 to 200 bakers, and $20 million to 40 more.', []],
    ['Between Kelmore and 700 bakers, nothing was said.', []],
    ['A $10-million oven needs up to 40 bakers.', []],
  ])('says which are the ends of a range, and nothing of others: %s', (passage, ends) =>
    expect(endsIn(passage)).toEqual(ends),
  );
});
