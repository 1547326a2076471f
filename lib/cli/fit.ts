/** Logistic regression for the trainer: Adam on the full batch, L2, sample weights. Deterministic. */

export interface Row {
  /** Indices of the features that hold. */
  on: Int32Array;
  y: number;
  weight: number;
}

export interface Fitted {
  bias: number;
  w: Float64Array;
}

/**
 * Fits weights by minimising weighted log loss + Σ l2ᵢ/2 wᵢ² (bias free). `rounds` full-batch Adam steps with a decaying
 * rate; 250 rounds of 5,000 rows take about a second.
 */
export function fitLogistic(rows: Row[], size: number, l2: Float64Array, rounds = 250): Fitted {
  const w = new Float64Array(size + 1);
  const m = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  const g = new Float64Array(size + 1);
  const total = rows.reduce((n, r) => n + r.weight, 0);
  for (let t = 1; t <= rounds; t++) {
    g.fill(0);
    for (const row of rows) {
      let z = w[size]!;
      for (const i of row.on) z += w[i]!;
      const error = row.weight * (1 / (1 + Math.exp(-z)) - row.y);
      for (const i of row.on) g[i]! += error;
      g[size]! += error;
    }
    const rate = 0.1 / (1 + t / 60);
    for (let i = 0; i <= size; i++) {
      const grad = (g[i]! + (i < size ? l2[i]! * w[i]! : 0)) / total;
      m[i] = 0.9 * m[i]! + 0.1 * grad;
      v[i] = 0.999 * v[i]! + 0.001 * grad * grad;
      w[i]! -= (rate * (m[i]! / (1 - 0.9 ** t))) / (Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return { bias: w[size]!, w: w.subarray(0, size) };
}

/** As `fitLogistic`, over a few real-valued inputs: Newton's method, which needs no rate. `l2` is the same for all weights. */
export function fitDense(rows: { x: number[]; y: number; weight: number }[], l2: number): Fitted {
  const size = rows[0]?.x.length ?? 0;
  const w = new Float64Array(size + 1);
  for (let t = 0; t < 25; t++) {
    const g = Array.from(w, (x, i) => (i < size ? l2 * x : 0));
    const h = g.map((_, i) => g.map((__, j) => (i === j ? (i < size ? l2 : 1e-6) : 0)));
    for (const { x, y, weight } of rows) {
      const full = [...x, 1];
      const p = 1 / (1 + Math.exp(-full.reduce((z, v, i) => z + v * w[i]!, 0)));
      full.forEach((a, i) => {
        g[i]! += weight * (p - y) * a;
        full.forEach((b, j) => {
          h[i]![j]! += weight * p * (1 - p) * a * b;
        });
      });
    }
    solve(h, g).forEach((step, i) => {
      w[i]! -= step;
    });
  }
  return { bias: w[size]!, w: w.slice(0, size) };
}

/** Solves a·x = b by Gaussian elimination; `a` is positive definite, so no pivoting is needed. Both are overwritten. */
function solve(a: number[][], b: number[]): number[] {
  const n = b.length;
  for (let i = 0; i < n; i++)
    for (let r = i + 1; r < n; r++) {
      const f = a[r]![i]! / a[i]![i]!;
      for (let c = i; c < n; c++) a[r]![c]! -= f * a[i]![c]!;
      b[r]! -= f * b[i]!;
    }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) b[i]! -= a[i]![c]! * b[c]!;
    b[i]! /= a[i]![i]!;
  }
  return b;
}

/** Score of a row. */
export function score(model: Fitted, on: Int32Array): number {
  let z = model.bias;
  for (const i of on) z += model.w[i]!;
  return z;
}

/**
 * Fits one linear model a class by minimising weighted softmax loss + l2/2 |w|². `y` is the class index. Deterministic.
 */
export function fitSoftmax(rows: Row[], classes: number, size: number, l2: number, rounds = 150): Fitted[] {
  const width = size + 1;
  const w = new Float64Array(classes * width);
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  const g = new Float64Array(w.length);
  const total = rows.reduce((n, r) => n + r.weight, 0);
  const p = new Float64Array(classes);
  for (let t = 1; t <= rounds; t++) {
    g.fill(0);
    for (const row of rows) {
      let top = -Infinity;
      for (let c = 0; c < classes; c++) {
        let z = w[c * width + size]!;
        for (const i of row.on) z += w[c * width + i]!;
        p[c] = z;
        if (z > top) top = z;
      }
      let sum = 0;
      for (let c = 0; c < classes; c++) sum += p[c] = Math.exp(p[c]! - top);
      for (let c = 0; c < classes; c++) {
        const error = row.weight * (p[c]! / sum - (row.y === c ? 1 : 0));
        if (Math.abs(error) < 1e-6) continue;
        for (const i of row.on) g[c * width + i]! += error;
        g[c * width + size]! += error;
      }
    }
    const rate = 0.1 / (1 + t / 60);
    for (let i = 0; i < w.length; i++) {
      const grad = (g[i]! + (i % width < size ? l2 * w[i]! : 0)) / total;
      m[i] = 0.9 * m[i]! + 0.1 * grad;
      v[i] = 0.999 * v[i]! + 0.001 * grad * grad;
      w[i]! -= (rate * (m[i]! / (1 - 0.9 ** t))) / (Math.sqrt(v[i]! / (1 - 0.999 ** t)) + 1e-8);
    }
  }
  return Array.from({ length: classes }, (_, c) => ({
    bias: w[c * width + size]!,
    w: w.slice(c * width, c * width + size),
  }));
}
