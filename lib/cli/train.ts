import { writeFileSync } from 'node:fs';
import { chooseKind } from '@/lib/claims/choose';
import { threshold, type Weights } from '@/lib/claims/model/claim-model';
import type { Features } from '@/lib/claims/model/features';
import { secondStep } from '@/lib/claims/model/page-features';
import { KINDS, type Kind } from '@/lib/model';
import { type Fitted, fitDense, fitLogistic, fitSoftmax, type Row, score } from './fit';
import { isKind } from './labelled';
import { type Example, readExamples, type Source } from './training-data';

/** How much a sentence of each set counts: settled labels more than labels given once. */
const WEIGHT: Record<Source, number> = { gold: 1, silver: 1, pages: 0.8, examples: 0.5, own: 0.5, rows: 0.6 };
const L2 = 20;
/** Patterns, gates and signs are held shorter than words: they are many and say the same thing twice. */
const L2_SIGNS = 80;
const L2_SECOND = 3;
/** Sources whose sentences stand on their page: the second step learns from these. */
const WHOLE: ReadonlySet<Source> = new Set(['gold', 'silver', 'pages']);
const KIND_L2 = 12;
const FOLDS = 10;
/** Ways of splitting the publishers: one alone moves recall by three points either way. */
const PARTITIONS = 3;
const INNER_FOLDS = 4;
/** Precision wanted of the cross-validated decision. */
const WANTED = 0.8;
const MIN_DOCUMENTS = 3;
/** Characters of weights: beyond this more cost more in the package than they find. */
const BUDGET = 42_000;

/**
 * `train [CORPUS_FOLDER CLAIMS_FOLDER] [--quick] [--dry]`: fits the reader's weights to labelled documents, cross-validated by
 * publisher, prints the precision-recall curve and writes lib/claims/model/weights.json unless `--dry`. With `--quick` the
 * cross-validation, most of the work, is left out and the threshold stays what it is.
 */
export async function main(args: string[]): Promise<number> {
  const [corpus = '../shared/corpus', claims = '../shared/claims'] = args.filter((a) => !a.startsWith('--'));
  let data: ReturnType<typeof readExamples>;
  try {
    data = readExamples(corpus, claims);
  } catch (error) {
    console.error(`train: ${(error as Error).message}`);
    return 2;
  }
  const { examples, lost } = data;
  const point = args.includes('--quick') ? null : heldOut(examples, lost);
  const limit = point ? point.threshold : threshold();
  const index = vocabulary(examples);
  const claim = fitClaim(examples, index);
  const page = fitSecond(examples, innerLogits(examples));
  const byKind = fitKinds(examples, kindVocabulary(examples));
  const text = write(claim, index, page, byKind, limit);
  console.log(
    `${index.size} features, ${(text.length / 1000).toFixed(1)} kB of weights, threshold ${limit.toFixed(3)}`,
  );
  if (!args.includes('--dry')) writeFileSync(new URL('../claims/model/weights.json', import.meta.url), text);
  console.log(JSON.stringify({ examples: examples.length, ...point }));
  return 0;
}

/** Cross-validates, prints precision-recall curves and the accuracy of kinds, and chooses the lowest threshold that keeps the wanted precision on the settled labels. */
function heldOut(examples: Example[], lost: Record<Source, number>) {
  const runs = Array.from({ length: PARTITIONS }, (_, n) => crossValidate(examples, `${n} `));
  for (const held of runs) report(examples, held.logits, lost);
  const over = (limit: number) => {
    const at = runs.map((held) => operating(examples, held.logits, lost, limit));
    return { threshold: limit, precision: mean(at.map((a) => a.precision)), recall: mean(at.map((a) => a.recall)) };
  };
  const grid = Array.from({ length: 120 }, (_, i) => over(0.3 + i * 0.005));
  const chosen = grid.find((p) => p.precision >= WANTED) ?? grid.at(-1)!;
  const kinds = runs.map((held) => kindAccuracy(examples, held.kinds, held.logits, chosen.threshold));
  const out = { ...chosen, kind_accuracy: mean(kinds.map((k) => k.weights)) };
  console.log(
    `held out, mean of ${PARTITIONS} partitions at the chosen threshold: precision ${out.precision.toFixed(3)} recall ${out.recall.toFixed(3)}` +
      `, kind where both say claim ${out.kind_accuracy.toFixed(3)} (by ladder alone ${mean(kinds.map((k) => k.ladder)).toFixed(3)})`,
  );
  return out;
}

const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Features seen in enough documents to be general. */
function vocabulary(
  examples: Example[],
  wanted: (f: string) => boolean = () => true,
  least = MIN_DOCUMENTS,
): Map<string, number> {
  const seen = new Map<string, { n: number; last: string }>();
  for (const e of examples)
    for (const f of e.features) {
      const entry = seen.get(f) ?? { n: 0, last: '' };
      if (entry.last !== e.doc) entry.n++;
      entry.last = e.doc;
      seen.set(f, entry);
    }
  const names = [...seen]
    .filter(([f, s]) => s.n >= least && wanted(f))
    .map(([f]) => f)
    .sort();
  return new Map(names.map((f, i) => [f, i]));
}

/** Kinds are told apart by keys, cues and single words. */
const kindVocabulary = (examples: Example[]) =>
  vocabulary(
    examples,
    (f) => /^(?:kind|key|cue|cues|word|figure|credited|opens|words): /.test(f) && !/^words: /.test(f),
    5,
  );

const indices = (features: Features, index: Map<string, number>): Int32Array =>
  Int32Array.from(features.flatMap((f) => index.get(f) ?? []));

const toRows = (examples: Example[], index: Map<string, number>): Row[] =>
  examples.map((e) => ({ on: indices(e.features, index), y: e.claim ? 1 : 0, weight: WEIGHT[e.set] }));

const fitClaim = (examples: Example[], index: Map<string, number>): Fitted =>
  fitLogistic(
    toRows(examples, index),
    index.size,
    Float64Array.from(index.keys(), (name) => (/^(?:words?|opens): /.test(name) ? L2 : L2_SIGNS)),
  );

/** What the second step weighs for each example: those of one document are each other's page. */
function secondRows(examples: Example[], logits: ArrayLike<number>): number[][] {
  const byDoc = new Map<string, number[]>();
  examples.forEach((e, i) => {
    byDoc.set(e.doc, [...(byDoc.get(e.doc) ?? []), i]);
  });
  const out: number[][] = [];
  for (const at of byDoc.values()) {
    const rows = secondStep(
      at.map((i) => logits[i]!),
      examples[at[0]!]!.company,
    );
    at.forEach((i, k) => {
      out[i] = rows[k]!;
    });
  }
  return out;
}

function fitSecond(examples: Example[], logits: ArrayLike<number>): Fitted {
  const rows = secondRows(examples, logits);
  const own = examples.flatMap((e, i) =>
    WHOLE.has(e.set) ? [{ x: rows[i]!, y: e.claim ? 1 : 0, weight: WEIGHT[e.set] }] : [],
  );
  return fitDense(own, L2_SECOND);
}

const second = (page: Fitted, rows: number[][]): number[] =>
  rows.map((row) => row.reduce((sum, x, k) => sum + x * page.w[k]!, page.bias));

/** First-step logits of examples by models that never saw their publisher. */
function innerLogits(examples: Example[]): Float64Array {
  const logits = new Float64Array(examples.length);
  for (let k = 0; k < INNER_FOLDS; k++) {
    const held = (e: Example) => hash(`inner ${e.group}`) % INNER_FOLDS === k;
    const train = examples.filter((e) => !held(e));
    const index = vocabulary(train);
    const model = fitClaim(train, index);
    examples.forEach((e, i) => {
      if (held(e)) logits[i] = score(model, indices(e.features, index));
    });
  }
  return logits;
}

function fitKinds(
  examples: Example[],
  index: Map<string, number>,
): { index: Map<string, number>; models: Map<Kind, Fitted> } {
  const claims = examples.filter((e) => e.claim && isKind(e.kind));
  const labelled = claims.map((e) => ({
    on: indices(e.features, index),
    y: KINDS.indexOf(e.kind as Kind),
    weight: e.set === 'examples' || e.set === 'own' ? 0.7 : 1,
  }));
  const models = fitSoftmax(labelled, KINDS.length, index.size, KIND_L2);
  return { index, models: new Map(KINDS.map((kind, k) => [kind, models[k]!])) };
}

function bestKind(models: { index: Map<string, number>; models: Map<Kind, Fitted> }, e: Example): Kind {
  const on = indices(e.features, models.index);
  return chooseKind(e.strict, new Map([...models.models].map(([kind, model]) => [kind, score(model, on)]))).kind;
}

/** Scores every example by a model, both steps of it, that never saw its publisher. Folds are fixed by a hash of the publisher and `salt`. */
function crossValidate(examples: Example[], salt: string): { logits: Float64Array; kinds: Kind[] } {
  const logits = new Float64Array(examples.length);
  const kinds: Kind[] = [];
  const groups = [...new Set(examples.map((e) => e.group))].sort((a, b) => hash(salt + a) - hash(salt + b));
  const fold = new Map(groups.map((g, i) => [g, i % FOLDS]));
  for (let k = 0; k < FOLDS; k++) {
    const train = examples.filter((e) => fold.get(e.group) !== k);
    const index = vocabulary(train);
    const model = fitClaim(train, index);
    const page = fitSecond(train, innerLogits(train));
    const byKind = fitKinds(train, kindVocabulary(train));
    const tested = [...examples.keys()].filter((i) => fold.get(examples[i]!.group) === k);
    const test = tested.map((i) => examples[i]!);
    const first = test.map((e) => score(model, indices(e.features, index)));
    const final = second(page, secondRows(test, first));
    tested.forEach((i, n) => {
      logits[i] = final[n]!;
      kinds[i] = bestKind(byKind, examples[i]!);
    });
  }
  return { logits, kinds };
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}

/** The threshold at which a sentence would just be called a claim: its probability over the share it needs. */
const callable = (e: Example, z: number): number => 1 / (1 + Math.exp(-z)) / e.share;

/** Prints the held-out curves of the whole decision, gates and shares included. */
function report(examples: Example[], logits: Float64Array, lost: Record<Source, number>): void {
  for (const set of ['gold', 'silver', 'examples'] as const) {
    const own = examples.flatMap((e, i) => (e.set === set ? [{ claim: e.claim, at: callable(e, logits[i]!) }] : []));
    own.sort((a, b) => b.at - a.at);
    const total = own.filter((e) => e.claim).length + lost[set];
    let hits = 0;
    const curve = own.map((e, i) => {
      if (e.claim) hits++;
      return { precision: hits / (i + 1), recall: hits / total };
    });
    const at = (precision: number) => curve.filter((p, i) => i >= 20 && p.precision >= precision).at(-1) ?? curve[0]!;
    const f1 = Math.max(...curve.map((p) => (2 * p.precision * p.recall) / (p.precision + p.recall || 1)));
    console.log(
      `${set.padEnd(9)} best F1 ${f1.toFixed(3)}   recall at precision ${[0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5].map((p) => `${p}: ${at(p).recall.toFixed(3)}`).join('  ')}`,
    );
  }
}

/** Precision and recall on the settled labels at a threshold: the share of the threshold that a sentence needs is its own. */
function operating(examples: Example[], logits: Float64Array, lost: Record<Source, number>, limit: number) {
  const own = examples.flatMap((e, i) => (e.set === 'gold' ? [{ claim: e.claim, at: callable(e, logits[i]!) }] : []));
  const called = own.filter((e) => e.at >= limit);
  const right = called.filter((e) => e.claim).length;
  const total = own.filter((e) => e.claim).length + lost.gold;
  return { precision: right / Math.max(1, called.length), recall: right / Math.max(1, total) };
}

function kindAccuracy(
  examples: Example[],
  kinds: Kind[],
  logits: Float64Array,
  least: number,
): { weights: number; ladder: number } {
  let n = 0;
  let weights = 0;
  let ladder = 0;
  const credit = (kind: string, e: Example) => (kind === e.kind ? 1 : kind === e.second ? 0.5 : 0);
  examples.forEach((e, i) => {
    if (e.set !== 'gold' || !e.claim || callable(e, logits[i]!) < least) return;
    n++;
    weights += credit(kinds[i]!, e);
    ladder += credit(e.strict[0]?.kind ?? '', e);
  });
  return { weights: weights / Math.max(1, n), ladder: ladder / Math.max(1, n) };
}

/** Weights as JSON, rounded, the smallest dropped until they fit the budget. */
function write(
  claim: Fitted,
  index: Map<string, number>,
  page: Fitted,
  byKind: ReturnType<typeof fitKinds>,
  threshold: number,
): string {
  const part = (model: Fitted, names: Map<string, number>, least: number) => ({
    bias: Number(model.bias.toFixed(3)),
    weights: [...names]
      .flatMap(([f, i]) => (Math.abs(model.w[i]!) >= least ? [`${f}=${Number(model.w[i]!.toFixed(2))}`] : []))
      .join('|'),
  });
  for (let least = 0.02; ; least += 0.002) {
    const weights: Weights = {
      threshold: Number(threshold.toFixed(3)),
      claim: part(claim, index, least),
      page: { bias: Number(page.bias.toFixed(3)), weights: [...page.w].map((w) => Number(w.toFixed(3))) },
      kinds: Object.fromEntries(
        [...byKind.models].map(([kind, model]) => [kind, part(model, byKind.index, least * 4)]),
      ),
    };
    // Short lists on one line, as the formatter has them.
    const text = `${JSON.stringify(weights, null, 2).replace(/\[[-\d.,\s]+\]/g, (list) => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
    if (text.length <= BUDGET || least > 1) return text;
  }
}
