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
    ['It reached 88% on the latest exam.', ['accuracy']],
    ['It achieved 71% on SWE-Bench.', ['accuracy']],
    ['It achieves 90% on the USMLE.', ['accuracy']],
    ['It achieves 96% on the GSM8K dataset.', ['accuracy']],
    ['It reached 83% on the International Mathematical Olympiad.', ['accuracy']],
    ['It gets 71% on hard questions.', ['accuracy']],
    ['Adoption reached 60% in the latest quarter.', ['']],
    ['It reached 80% in the US.', ['']],
    ['It achieved returns of 376% on single trades.', ['']],
    ['It scored 376% on the fair’s test of ovens.', ['']],
    ['Sales missed targets by far: 20% on bread.', ['']],
    ['Users preferred Halo 70% of the time.', ['share']],
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
    ['Kelmore v1.5 to 40 bakers.', []],
    ['It will bring Gemini 3 to 2 billion users.', []],
    ['It brings GPT-5 to 700 million users.', []],
    ['Kelmore rolls out Microsoft 365 to 100,000 employees.', []],
    ['Its costs will rise in 2026 to $75 billion.', []],
    ['It does the work of 853 agents in 2025 — $60 million a year.', []],
    ['It had done so by Q3 — 40 bakers are left.', []],
    ['It will cut 10% or 700 jobs.', []],
    ['It will cut 10% or 7 million jobs.', []],
    ['It cut costs 30% — $2 million.', []],
    ['It cut costs 30% – $2 million.', []],
    ['It gives $100 to 1 million users.', []],
    ['It gives $100 or €90.', []],
    ['It is sold at $20 to 30 per baker.', ['$20']],
    ['Replaces 10 to 15 bakers.', ['15']],
    ['It needs 10% to 15% of the bakers.', ['15%']],
    ['It needs 10 – 15% of the bakers.', ['15%']],
    ['It makes up to $10 to $20 million in savings.', ['$10', '$20 million']],
    ['It makes between 2000 and 3000 ovens.', ['3000']],
  ])('says which are the ends of a range, and nothing of others: %s', (passage, ends) =>
    expect(endsIn(passage)).toEqual(ends),
  );
});
