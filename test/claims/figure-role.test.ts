import { describe, expect, it } from 'vitest';
import { withRole } from '@/lib/claims/figure-role';
import { quantities } from '@/lib/claims/numbers';

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

  it('says which is the upper end of a range, and nothing of others', () => {
    const passage = 'It is 10–20x faster, and 30% cheaper.';
    const found = quantities(passage.replace('–', '-')).map((quantity) => withRole(passage, quantity).range);
    expect(found).toContain(true);
    expect(found.at(-1)).toBeUndefined();
  });
});
