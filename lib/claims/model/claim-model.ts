import { KINDS, type Kind } from '@/lib/model';
import type { Features } from './features';
import { explain, type Linear, logit, sigmoid } from './logistic';
import { secondStep, withPageShares } from './page-features';
import data from './weights.json';

/** One linear model as stored: `name=weight`, joined by `|`, so that the file stays small however it is formatted. */
export interface Stored {
  bias: number;
  weights: string;
}

/** What the trainer writes: weights by feature name, for "claim or not" and for each kind. */
export interface Weights {
  /** A sentence is a claim from this probability on. */
  threshold: number;
  claim: Stored;
  /** The second step, in the order of SECOND_STEP. */
  page: { bias: number; weights: number[] };
  kinds: Partial<Record<Kind, Stored>>;
}

interface Loaded {
  threshold: number;
  claim: Linear;
  page: Weights['page'];
  kinds: Map<Kind, Linear>;
}

let loaded: Loaded | null = null;

function linear(stored: Stored): Linear {
  const pairs = stored.weights.split('|').filter(Boolean);
  return {
    bias: stored.bias,
    weights: new Map(
      pairs.map((pair) => {
        const at = pair.lastIndexOf('=');
        return [pair.slice(0, at), Number(pair.slice(at + 1))];
      }),
    ),
  };
}

function load(): Loaded {
  if (loaded) return loaded;
  const weights = data as unknown as Weights;
  const kinds = new Map<Kind, Linear>();
  for (const kind of KINDS) {
    const w = weights.kinds[kind];
    if (w) kinds.set(kind, linear(w));
  }
  loaded = { threshold: weights.threshold, claim: linear(weights.claim), page: weights.page, kinds };
  return loaded;
}

/**
 * Probability that each candidate of a page is a claim, with the features that decided. The first step weighs a sentence by
 * itself, the second corrects it by its neighbours and its page.
 */
export function weighPage(all: Features[], company: boolean): { probability: number; why: string[] }[] {
  const { claim, page } = load();
  const full = withPageShares(all);
  const first = full.map((features) => logit(claim, features));
  return secondStep(first, company).map((row, i) => {
    const z = row.reduce((sum, x, k) => sum + x * (page.weights[k] ?? 0), page.bias);
    return { probability: sigmoid(z), why: [...explain(claim, full[i]!), moved(z - first[i]!)] };
  });
}

const moved = (by: number): string => `${by < 0 ? '−' : '+'} page and neighbours (${Math.abs(by).toFixed(1)})`;

/** The probability from which on a sentence is called a claim. */
export const threshold = (): number => load().threshold;

/** Score of each kind for a sentence, higher is likelier. */
export function weighKinds(features: Features): Map<Kind, number> {
  const out = new Map<Kind, number>();
  for (const [kind, model] of load().kinds) out.set(kind, logit(model, features));
  return out;
}
