/** The figures of CONTRIBUTING.md, "Read a score", over judged sentences, with bootstrap intervals over documents. */
import { seededRandom } from '../statistics';

/** One sentence as judged and as labelled. */
export interface Scored {
  /** How strongly the reader asks for a note; 0 where it never looked. What is marked is chosen in this order, and both average precisions are of it. */
  merit: number;
  marked: boolean;
  /** The reader's kinds, the likeliest and the one named beside it. */
  kind: string;
  second: string | null;
  /** 0, 1 or 2; null where the document is not graded. */
  grade: number | null;
  goldKind: string;
  goldSecond: string;
}

export interface MarkFigures {
  fair: number;
  prime: number;
  precision: number;
  recall: number;
  f: number;
  ap_fair: number;
  ap_prime: number;
  kind: number;
  /** Share of the pages with a prime sentence that got a right mark; of those without a fair one that got none. */
  pages_hit: number;
  pages_clean: number;
  marks: number;
}

const ratio = (a: number, b: number) => (b === 0 ? Number.NaN : a / b);

/** Average precision of a ranking: mean of the precision at each positive. Ties in the given order. NaN without positives. */
export function averagePrecision(items: readonly { score: number; positive: boolean }[]): number {
  const ranked = [...items].sort((a, b) => b.score - a.score);
  let hits = 0;
  let sum = 0;
  ranked.forEach(({ positive }, i) => {
    if (!positive) return;
    hits++;
    sum += hits / (i + 1);
  });
  return ratio(sum, hits);
}

/** Figures over documents, each a list of its sentences. Only graded sentences count. */
export function markFigures(documents: readonly (readonly Scored[])[]): MarkFigures {
  const all = documents.flat().filter((s) => s.grade !== null);
  const fair = all.filter((s) => s.grade! >= 1);
  const prime = all.filter((s) => s.grade === 2);
  const marked = all.filter((s) => s.marked);
  const right = marked.filter((s) => s.grade! >= 1);
  const precision = ratio(right.length, marked.length);
  const recall = ratio(prime.filter((s) => s.marked).length, prime.length);
  const named = right.filter((s) => s.goldKind !== '');
  const withPrime = documents.filter((d) => d.some((s) => s.grade === 2));
  const withoutFair = documents.filter((d) => d.some((s) => s.grade !== null) && d.every((s) => (s.grade ?? 0) === 0));
  return {
    fair: fair.length,
    prime: prime.length,
    marks: marked.length,
    precision,
    recall,
    f: ratio(2 * precision * recall, precision + recall),
    ap_fair: averagePrecision(all.map((s) => ({ score: s.merit, positive: s.grade! >= 1 }))),
    ap_prime: averagePrecision(all.map((s) => ({ score: s.merit, positive: s.grade === 2 }))),
    kind: ratio(named.filter((s) => s.kind === s.goldKind || s.kind === s.goldSecond).length, named.length),
    pages_hit: ratio(withPrime.filter((d) => d.some((s) => s.marked && s.grade! >= 1)).length, withPrime.length),
    pages_clean: ratio(withoutFair.filter((d) => d.every((s) => !s.marked)).length, withoutFair.length),
  };
}

/** 95 % intervals of every figure: documents drawn with replacement. */
export function intervals<T extends object, D>(
  documents: readonly D[],
  figures: (documents: readonly D[]) => T,
  rounds = 1000,
): Record<keyof T, [number, number]> {
  const random = seededRandom(1);
  const drawn = Array.from({ length: rounds }, () =>
    figures(documents.map(() => documents[Math.floor(random() * documents.length)]!)),
  );
  const out = {} as Record<keyof T, [number, number]>;
  for (const name of Object.keys(figures(documents)) as (keyof T)[]) {
    const values = drawn
      .map((f) => f[name] as number)
      .filter((v) => !Number.isNaN(v))
      .sort((a, b) => a - b);
    const at = (q: number) => values[Math.min(values.length - 1, Math.floor(q * values.length))] ?? Number.NaN;
    out[name] = [at(0.025), at(0.975)];
  }
  return out;
}
