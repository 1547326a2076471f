import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chooseKind } from '@/lib/claims/choose';
import { readPage } from '@/lib/claims/context';
import { gather } from '@/lib/claims/judge';
import type { Weights } from '@/lib/claims/model/claim-model';
import { type Features, featuresOf, surroundings } from '@/lib/claims/model/features';
import { KINDS, type Kind } from '@/lib/model';
import { type Fitted, fitLogistic, fitSoftmax, type Row, score } from './fit';
import { isKind, type Labelled, readLabelled, readTable, single, toPage } from './labelled';
import rows from './labelled-rows.json';

type Source = 'gold' | 'silver' | 'examples' | 'rows';

interface Example {
  set: Source;
  /** What must not be split between training and test: the publisher. */
  group: string;
  doc: string;
  claim: boolean;
  kind: string;
  second: string;
  features: Features;
  /** Strict kinds found, in the order of the ladder. */
  strict: { kind: Kind; count: number }[];
}

/** How much a sentence of each set counts: settled labels more than labels given once. */
const WEIGHT: Record<Source, number> = { gold: 1, silver: 0.7, examples: 0.5, rows: 0.7 };
const L2 = 20;
const KIND_L2 = 12;
const FOLDS = 10;
/** Precision wanted of the cross-validated decision. */
const WANTED = 0.75;
const MIN_DOCUMENTS = 3;
const BUDGET = 60_000;
/** Sentences that stand alone know nothing of their page. */
const OF_THE_PAGE =
  /^(?:page heat|AI words on page|we on page|title|rest of|role|alone|place|company in effect|opens its|names the subject|subject opens|stands on a|gate|no gate|stands, gate)/;

/**
 * `train [CORPUS_FOLDER CLAIMS_FOLDER] [--dry]`: fits the reader's weights to labelled documents, cross-validated by
 * publisher, prints the precision-recall curve and writes lib/claims/model/weights.json unless `--dry`.
 */
export async function main(args: string[]): Promise<number> {
  const [corpus = '../shared/corpus', claims = '../shared/claims'] = args.filter((a) => !a.startsWith('--'));
  for (const file of [`${corpus}/gold-dev.jsonl`, `${corpus}/silver-dev.jsonl`, `${claims}/examples.tsv`])
    if (!existsSync(file)) {
      console.error(`train: no such file: ${file}`);
      return 2;
    }
  const lost = { gold: 0, silver: 0, examples: 0, rows: 0 };
  const examples = [
    ...collect(readLabelled(`${corpus}/gold-dev.jsonl`), 'gold', lost),
    ...collect(readLabelled(`${corpus}/silver-dev.jsonl`), 'silver', lost),
    ...collect(readTable(`${claims}/examples.tsv`, 'Company announces AI'), 'examples', lost),
    ...collectRows(`${corpus}/${rows.file}`),
  ];
  const held = crossValidate(examples);
  const at = report(examples, held.logits, lost);
  const kinds = kindAccuracy(examples, held.kinds, held.logits, at.logit);
  console.log(
    `kind accuracy where both say claim, held out: by weights ${kinds.weights.toFixed(3)}, by ladder ${kinds.ladder.toFixed(3)}`,
  );
  const index = vocabulary(examples);
  const claim = fitLogistic(toRows(examples, index), index.size, L2);
  const byKind = fitKinds(examples, kindVocabulary(examples));
  const text = write(claim, index, byKind, 1 / (1 + Math.exp(-at.logit)));
  console.log(
    `${index.size} features, ${(text.length / 1000).toFixed(1)} kB of weights, threshold ${(1 / (1 + Math.exp(-at.logit))).toFixed(3)}`,
  );
  if (!args.includes('--dry')) writeFileSync(new URL('../claims/model/weights.json', import.meta.url), text);
  console.log(JSON.stringify({ examples: examples.length, ...at, kind_accuracy: kinds.weights }));
  return 0;
}

/** Candidates of labelled documents with their features; claims that the gate loses are counted in `lost`. */
function collect(docs: Labelled[], set: Source, lost: Record<Source, number>): Example[] {
  return docs.flatMap((doc, n) => {
    const page = toPage(doc);
    const context = readPage(page);
    const all = context.spots
      .filter((s) => s.sentence.candidate)
      .map((spot) => ({ spot, evidence: gather(context, spot) }));
    const around = surroundings(all);
    const out = all.map(({ spot, evidence }, i): Example => {
      const label = doc.sentences.find((s) => s.p === spot.passage.index && s.start === spot.sentence.start)!;
      return {
        set,
        group: set === 'examples' ? `examples ${n % FOLDS}` : doc.host,
        doc: `${set} ${doc.id}`,
        claim: label.claim,
        kind: label.kind ?? '',
        second: label.second ?? '',
        features: featuresOf(context, spot, evidence, around[i]!),
        strict: evidence.strict,
      };
    });
    lost[set] += doc.sentences.filter((s) => s.claim).length - out.filter((e) => e.claim).length;
    return out;
  });
}

/** Single sentences labelled by row number; their page is unknown, so features of the page are left out. */
function collectRows(file: string): Example[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  const kinds = new Map<number, string>();
  for (const [kind, numbers] of Object.entries(rows.claims)) for (const n of numbers) kinds.set(n, kind);
  for (const n of rows.others) kinds.set(n, '');
  return [...kinds].flatMap(([n, kind]) => {
    const [text, host = '', type = ''] = (lines[n - 1] ?? '').split('\t');
    if (!text) return [];
    const doc = single(`${n}`, text, '', kind !== '', kind);
    const page = toPage({ ...doc, host, page: /corp|memo|blog/.test(type) ? 'company' : 'news' });
    for (const s of page.passages[0]!.sentences) s.candidate = true;
    const context = readPage(page);
    return context.spots.map((spot): Example => {
      const evidence = gather(context, spot);
      const features = featuresOf(context, spot, evidence, surroundings([{ spot, evidence }])[0]!).filter(
        (f) => !OF_THE_PAGE.test(f),
      );
      return {
        set: 'rows',
        group: host,
        doc: `rows ${n}`,
        claim: kind !== '',
        kind,
        second: '',
        features: [...features, 'page unknown'],
        strict: evidence.strict,
      };
    });
  });
}

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

function fitKinds(
  examples: Example[],
  index: Map<string, number>,
): { index: Map<string, number>; models: Map<Kind, Fitted> } {
  const claims = examples.filter((e) => e.claim && isKind(e.kind));
  const labelled = claims.map((e) => ({
    on: indices(e.features, index),
    y: KINDS.indexOf(e.kind as Kind),
    weight: e.set === 'examples' ? 0.7 : 1,
  }));
  const models = fitSoftmax(labelled, KINDS.length, index.size, KIND_L2);
  return { index, models: new Map(KINDS.map((kind, k) => [kind, models[k]!])) };
}

function bestKind(models: { index: Map<string, number>; models: Map<Kind, Fitted> }, e: Example): Kind {
  const on = indices(e.features, models.index);
  return chooseKind(e.strict, new Map([...models.models].map(([kind, model]) => [kind, score(model, on)]))).kind;
}

/** Scores every example by a model that never saw its publisher. Folds are fixed by a hash of the publisher. */
function crossValidate(examples: Example[]): { logits: Float64Array; kinds: Kind[] } {
  const logits = new Float64Array(examples.length);
  const kinds: Kind[] = [];
  const groups = [...new Set(examples.map((e) => e.group))].sort((a, b) => hash(a) - hash(b));
  const fold = new Map(groups.map((g, i) => [g, i % FOLDS]));
  for (let k = 0; k < FOLDS; k++) {
    const train = examples.filter((e) => fold.get(e.group) !== k);
    const index = vocabulary(train);
    const model = fitLogistic(toRows(train, index), index.size, L2);
    const byKind = fitKinds(train, kindVocabulary(train));
    examples.forEach((e, i) => {
      if (fold.get(e.group) !== k) return;
      logits[i] = score(model, indices(e.features, index));
      kinds[i] = bestKind(byKind, e);
    });
  }
  return { logits, kinds };
}

function hash(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619) >>> 0;
  return h;
}

/** Prints the held-out curve and returns the operating point: the highest recall at the wanted precision on the settled labels. */
function report(examples: Example[], logits: Float64Array, lost: Record<Source, number>) {
  let chosen = { logit: 0, precision: 0, recall: 0 };
  for (const set of ['gold', 'silver', 'examples'] as const) {
    const own = examples.map((e, i) => ({ claim: e.claim, z: logits[i]! })).filter((_, i) => examples[i]!.set === set);
    own.sort((a, b) => b.z - a.z);
    const total = own.filter((e) => e.claim).length + lost[set];
    let hits = 0;
    const curve = own.map((e, i) => {
      if (e.claim) hits++;
      return { logit: e.z, precision: hits / (i + 1), recall: hits / total };
    });
    const at = (precision: number) => curve.filter((p, i) => i >= 20 && p.precision >= precision).at(-1) ?? curve[0]!;
    const f1 = Math.max(...curve.map((p) => (2 * p.precision * p.recall) / (p.precision + p.recall || 1)));
    console.log(
      `${set.padEnd(9)} best F1 ${f1.toFixed(3)}   recall at precision ${[0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5].map((p) => `${p}: ${at(p).recall.toFixed(3)}`).join('  ')}`,
    );
    if (set === 'gold') chosen = at(WANTED);
    else
      console.log(
        `          at the chosen threshold: precision ${(own.filter((e) => e.z >= chosen.logit && e.claim).length / Math.max(1, own.filter((e) => e.z >= chosen.logit).length)).toFixed(3)} recall ${(own.filter((e) => e.z >= chosen.logit && e.claim).length / total).toFixed(3)}`,
      );
  }
  return chosen;
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
    if (e.set !== 'gold' || !e.claim || logits[i]! < least) return;
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
  byKind: ReturnType<typeof fitKinds>,
  threshold: number,
): string {
  const part = (model: Fitted, names: Map<string, number>, least: number) => ({
    bias: Number(model.bias.toFixed(3)),
    weights: [...names]
      .flatMap(([f, i]) => (Math.abs(model.w[i]!) >= least ? [`${f}=${Number(model.w[i]!.toFixed(2))}`] : []))
      .join('|'),
  });
  for (let least = 0.02; ; least += 0.01) {
    const weights: Weights = {
      threshold: Number(threshold.toFixed(3)),
      claim: part(claim, index, least),
      kinds: Object.fromEntries(
        [...byKind.models].map(([kind, model]) => [kind, part(model, byKind.index, least * 4)]),
      ),
    };
    const text = `${JSON.stringify(weights, null, 2)}\n`;
    if (text.length <= BUDGET || least > 1) return text;
  }
}
