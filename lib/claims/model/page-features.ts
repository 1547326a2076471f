import type { Features } from './features';

/*
 * How often something is said depends on the page: a launch note claims in every third sentence, a how-to in one of forty.
 * What gives a page away is what the rest of it does: advise, put conditions, order, count, shout in fragments.
 */

/**
 * Features whose share among the other candidates of a page is weighed, with the quartiles of that share over the labelled
 * pages (gold, silver and saved pages, 5,694 sentences) and its mean.
 */
const SHARES: Record<string, { mean: number; cuts: readonly number[] }> = {
  conditional: { mean: 0.068, cuts: [0.021, 0.047, 0.098] },
  advice: { mean: 0.073, cuts: [0.039, 0.066, 0.105] },
  'credited: they': { mean: 0.009, cuts: [0.001, 0.002, 0.016] },
  'opens with Verb': { mean: 0.095, cuts: [0.052, 0.064, 0.106] },
  short: { mean: 0.244, cuts: [0.174, 0.223, 0.316] },
  digits: { mean: 0.209, cuts: [0.08, 0.153, 0.307] },
};
/** Fewer candidates say nothing of their page. */
const LEAST = 3;
/** A page begins as if this many average sentences stood on it. */
const PRIOR = 8;

/** The features of a page's candidates, each with what the others of the page say: `page share of advice ≥ 2`. */
export function withPageShares(all: Features[]): Features[] {
  const out = all.map((features) => [...features]);
  if (all.length < LEAST) return out;
  for (const [name, { mean, cuts }] of Object.entries(SHARES)) {
    const has = all.map((features) => (features.includes(name) ? 1 : 0));
    const total = has.reduce<number>((n, h) => n + h, 0);
    out.forEach((features, i) => {
      const share = (total - has[i]! + mean * PRIOR) / (all.length - 1 + PRIOR);
      cuts.forEach((cut, k) => {
        if (share >= cut) features.push(`page share of ${name} ≥ ${k + 1}`);
      });
    });
  }
  return out;
}

/** Probability that a sentence of an average page is a claim, and how many such sentences a page begins with. */
const BASE_RATE = 0.15;
const BASE_COUNT = 6;
/** Logit of a neighbour that is not there. */
const NOBODY = -2;
/** What the second step weighs, in the order of its weights. */
export const SECOND_STEP = ['own', 'page', 'next to it', 'two around', 'page of a company', 'own × page'] as const;

/**
 * What the second step weighs for each candidate of a page, from the logits of the first: the sentence's own, the page's
 * mean probability, its neighbours'. Linear in the page's length. One row a candidate, in the order of SECOND_STEP.
 */
export function secondStep(logits: readonly number[], company: boolean): number[][] {
  const p = logits.map((z) => 1 / (1 + Math.exp(-z)));
  const total = p.reduce((n, x) => n + x, 0);
  const mean = (...at: number[]) => {
    const there = at.flatMap((k) => logits[k] ?? []);
    return (there.length ? there.reduce((n, z) => n + z, 0) / there.length : NOBODY) - NOBODY;
  };
  return logits.map((own, i) => {
    const rate = (total - p[i]! + BASE_RATE * BASE_COUNT) / (logits.length - 1 + BASE_COUNT);
    const page = Math.log(rate / (1 - rate)) - Math.log(BASE_RATE / (1 - BASE_RATE));
    return [own, page, mean(i - 1, i + 1), mean(i - 2, i - 1, i + 1, i + 2), company ? page : 0, own * page];
  });
}
