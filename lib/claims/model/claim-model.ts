import { KINDS, type Kind } from '@/lib/model';
import type { Features } from './features';
import { explain, type Linear, logit, sigmoid } from './logistic';
import data from './weights.json';

/** What the trainer writes: weights by feature name, for "claim or not" and for each kind. */
export interface Weights {
  /** A sentence is a claim from this probability on. */
  threshold: number;
  claim: { bias: number; weights: Record<string, number> };
  kinds: Partial<Record<Kind, { bias: number; weights: Record<string, number> }>>;
}

interface Loaded {
  threshold: number;
  claim: Linear;
  kinds: Map<Kind, Linear>;
}

let loaded: Loaded | null = null;

function load(): Loaded {
  if (loaded) return loaded;
  const weights = data as unknown as Weights;
  const linear = (w: { bias: number; weights: Record<string, number> }): Linear => ({
    bias: w.bias,
    weights: new Map(Object.entries(w.weights)),
  });
  const kinds = new Map<Kind, Linear>();
  for (const kind of KINDS) {
    const w = weights.kinds[kind];
    if (w) kinds.set(kind, linear(w));
  }
  loaded = { threshold: weights.threshold, claim: linear(weights.claim), kinds };
  return loaded;
}

/** Probability that a sentence is a claim, with the features that decided. */
export function weigh(features: Features): { probability: number; why: string[] } {
  const { claim } = load();
  return { probability: sigmoid(logit(claim, features)), why: explain(claim, features) };
}

/** The probability from which on a sentence is called a claim. */
export const threshold = (): number => load().threshold;

/** Score of each kind for a sentence, higher is likelier. */
export function weighKinds(features: Features): Map<Kind, number> {
  const out = new Map<Kind, number>();
  for (const [kind, model] of load().kinds) out.set(kind, logit(model, features));
  return out;
}
