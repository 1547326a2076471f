/** A linear model over named yes-or-no features. */
export interface Linear {
  bias: number;
  weights: Map<string, number>;
}

/** Sum of the weights of the features that hold, with the bias. */
export function logit(model: Linear, features: readonly string[]): number {
  let sum = model.bias;
  for (const f of features) sum += model.weights.get(f) ?? 0;
  return sum;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** The features that decided, largest first, in plain words. */
export function explain(model: Linear, features: readonly string[], most = 3): string[] {
  return features
    .map((f) => ({ f, w: model.weights.get(f) ?? 0 }))
    .filter((x) => Math.abs(x.w) > 0.05)
    .sort((a, b) => Math.abs(b.w) - Math.abs(a.w))
    .slice(0, most)
    .map((x) => `${x.w > 0 ? '+' : '−'} ${x.f}`);
}
