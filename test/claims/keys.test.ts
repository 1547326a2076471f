import { describe, expect, it } from 'vitest';
import { withPhrases } from '@/lib/claims/keys';
import type { Kind } from '@/lib/model';

const SAID = 'The assistant does the work of 700 agents.';
const weightOf = (weight: number, text: string): number => {
  const weights = new Map<Kind, number>([
    ['labour-equivalence', weight],
    ['launch', 1 - weight],
  ]);
  const raised = withPhrases(weights, text);
  expect([...raised.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  return raised.get('labour-equivalence')!;
};

describe('a narrow kind whose phrase stands in the sentence', () => {
  it('is twenty times as likely as the network thinks', () => {
    const odds = (p: number) => p / (1 - p);
    expect(odds(weightOf(0.1, SAID)) / odds(0.1)).toBeCloseTo(Math.exp(3));
    expect(weightOf(0.1, 'The assistant has a new icon.')).toBeCloseTo(0.1);
  });

  it('is left as it is where it would not be named in any case', () => {
    expect(weightOf(0.009, SAID)).toBeCloseTo(0.009);
    expect(weightOf(0.01, SAID)).toBeGreaterThan(0.15);
  });
});
