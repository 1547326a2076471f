/**
 * `eval FILE.jsonl|FILE.tsv… [--errors] [--density normal] [--title "…"] [--model FILE]`: reads labelled documents and measures
 * the reader against them: its marks where a document is graded, the strict claim labels beside; CONTRIBUTING.md says how to read
 * the figures. The last line is one JSON object. Of sealed documents nothing is printed but totals.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Encoder } from '@/lib/claims';
import { chooseKind, meritOf } from '@/lib/claims/choose';
import type { Judgement } from '@/lib/claims/judge';
import { withPhrases } from '@/lib/claims/keys';
import { markPage } from '@/lib/claims/mark-page';
import { familyOf } from '@/lib/claims/network/groups';
import { fold } from '@/lib/english/fold';
import { DENSITIES, type Density, KINDS, type Kind } from '@/lib/model';
import { mustBeFile } from './arguments';
import { type Label, type Labelled, readLabelled, readTable, toPage } from './evaluation/labelled';
import { intervals, type MarkFigures, markFigures, type Scored } from './evaluation/metrics';
import { readNetwork } from './evaluation/network';

const USAGE = `usage: npm run eval -- FILE.jsonl… [--errors] [--density ${DENSITIES.join('|')}] [--title TITLE] [--model FILE]`;

/** A sentence with its label and what the reader made of it. */
interface Finding extends Scored {
  doc: Labelled;
  label: Label;
  text: string;
  candidate: boolean;
  fair: number;
  prime: number;
}

/** @returns exit code: 0, or 2 for wrong arguments and files that cannot be read. */
export async function main(args: string[]): Promise<number> {
  let options: {
    values: { errors?: boolean; title?: string; density?: string; model?: string };
    positionals: string[];
  };
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: {
        errors: { type: 'boolean' },
        title: { type: 'string' },
        density: { type: 'string' },
        model: { type: 'string' },
      },
    });
  } catch (error) {
    return complain((error as Error).message);
  }
  const { values, positionals: files } = options;
  const density = (values.density ?? 'normal') as Density;
  if (!DENSITIES.includes(density)) return complain(`no such density: ${density}`);
  if (files.length === 0) return complain('no file given');
  const documents: Labelled[] = [];
  let encoder: Encoder;
  try {
    for (const file of files) mustBeFile(file, 'labelled documents (FILE.jsonl)');
    for (const file of files)
      documents.push(...(file.endsWith('.tsv') ? readTable(file, values.title) : readLabelled(file)));
    if (values.model && existsSync(values.model)) mustBeFile(values.model, 'a network (FILE.bin)');
    encoder = readNetwork(values.model);
  } catch (error) {
    return complain((error as Error).message);
  }
  const sealed = documents.some((doc) => doc.sealed);
  if (sealed && values.errors) return complain('these documents are sealed: they are scored and never looked at');
  const started = performance.now();
  const found: Finding[][] = [];
  for (const doc of documents) found.push(await measure(doc, encoder, density));
  const elapsed = performance.now() - started;
  report(found, sealed, values.errors === true, elapsed);
  return 0;
}

function complain(problem: string): number {
  console.error(`eval: ${problem}\n${USAGE}`);
  return 2;
}

async function measure(doc: Labelled, encoder: Encoder, density: Density): Promise<Finding[]> {
  const page = toPage(doc);
  const { judged, marks } = await markPage(page, encoder, density);
  const place = ({ passage, sentence }: Judgement) => `${passage.index} ${sentence.start}`;
  const marked = new Set(marks.map(place));
  const graded = doc.sentences.some((s) => s.grade !== undefined) || doc.sealed === true;
  // A mark is what it was when it was chosen.
  const at = new Map([...judged, ...marks].map((one) => [place(one), one]));
  return doc.sentences.map((label) => {
    const one = at.get(`${label.p} ${label.start}`);
    return {
      doc,
      label,
      text: (doc.paragraphs[label.p] ?? '').slice(label.start, label.end),
      candidate: one !== undefined,
      fair: one?.fair ?? 0,
      prime: one?.prime ?? 0,
      ...scored(one, one !== undefined && marked.has(place(one))),
      grade: graded ? (label.grade ?? 0) : null,
      goldKind: label.gkind ?? '',
      goldSecond: label.gsecond ?? '',
    };
  });
}

function scored(one: Judgement | undefined, marked: boolean) {
  if (!one) return { merit: 0, marked: false, kind: '', second: null };
  const text = fold(one.passage.text.slice(one.sentence.start, one.sentence.end));
  const { kind, second } = chooseKind(withPhrases(one.kinds, text));
  return { merit: meritOf(one), marked, kind, second };
}

/** Credit for the kind: 1 for the primary, a half where one side's second is the other's primary. */
function kindCredit(
  found: { kind: string; second: string | null },
  label: { kind?: string | undefined; second?: string | undefined },
): number {
  if (found.kind === label.kind) return 1;
  return found.kind === label.second || (found.second !== null && found.second === label.kind) ? 0.5 : 0;
}

/** The strict claim labels: a marked sentence is called a claim where either of its kinds is one. */
function strictFigures(findings: readonly Finding[]) {
  const called = (f: Finding) =>
    f.marked && [f.kind, f.second].some((kind) => kind && familyOf(kind as Kind) === 'claim');
  const claims = findings.filter((f) => f.label.claim);
  const fired = findings.filter(called);
  const both = fired.filter((f) => f.label.claim);
  const precision = both.length / Math.max(1, fired.length);
  const recall = both.length / Math.max(1, claims.length);
  return {
    claims: claims.length,
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    kind_accuracy: both.reduce((n, f) => n + kindCredit(f, f.label), 0) / Math.max(1, both.length),
    fired: fired.length,
    lost_at_gate: claims.filter((f) => !f.candidate).length,
  };
}

const round = (n: number) => (Number.isNaN(n) ? null : Number(n.toFixed(4)));
const rounded = (figures: object) => Object.fromEntries(Object.entries(figures).map(([k, v]) => [k, round(v)]));

function report(found: Finding[][], sealed: boolean, errors: boolean, elapsed: number): void {
  const all = found.flat();
  if (errors) printErrors(all);
  if (!sealed) printKinds(all);
  const strict = strictFigures(all);
  const judged = all.filter((f) => f.candidate).length;
  console.log(
    `\n${(elapsed / Math.max(1, judged)).toFixed(2)} ms a sentence judged, ${judged} of ${all.length} judged`,
  );
  const marked = all.filter((f) => f.marked).length;
  console.log(`marked ${marked}, ${((100 * marked) / Math.max(1, all.length)).toFixed(2)} % of the sentences`);
  print(
    'strict claim labels',
    strict,
    intervals(found, (docs) => strictFigures(docs.flat())),
  );
  const graded = found.filter((doc) => doc.some((s) => s.grade !== null));
  let marks: MarkFigures | null = null;
  if (graded.length > 0) {
    marks = markFigures(graded);
    print('marks, by grade', marks, intervals(graded, markFigures));
  }
  console.log(
    JSON.stringify({
      documents: found.length,
      sentences: all.length,
      ...rounded(strict),
      ...(marks && { marks: rounded(marks) }),
    }),
  );
}

/** Figures that count; the others are shares, which have an interval. */
const COUNTS = new Set<string>(['claims', 'fired', 'lost_at_gate', 'fair', 'prime', 'marks'] satisfies (
  | keyof MarkFigures
  | keyof ReturnType<typeof strictFigures>
)[]);

function print<T extends object>(title: string, figures: T, between: Record<keyof T, [number, number]>): void {
  console.log(`\n${title}`);
  for (const [name, value] of Object.entries(figures) as [keyof T & string, number][]) {
    const [low, high] = between[name];
    const text = COUNTS.has(name)
      ? `${value}`
      : `${value.toFixed(3)}   95 % within ${low.toFixed(3)} and ${high.toFixed(3)}`;
    console.log(`  ${name.padEnd(14)} ${text}`);
  }
}

function printKinds(findings: readonly Finding[]): void {
  console.log('kind                      labelled  found  marked  right');
  for (const kind of KINDS) {
    const gold = findings.filter((f) => [f.label.kind, f.label.move, f.goldKind].includes(kind));
    const marked = findings.filter((f) => f.marked && f.kind === kind);
    const right = marked.filter((f) => (f.grade ?? 0) > 0 || f.label.claim || f.label.move);
    const cells = [gold.length, gold.filter((f) => f.marked).length, marked.length, right.length];
    if (cells.some(Boolean)) console.log(kind.padEnd(26) + cells.map((n) => `${n}`.padStart(7)).join(''));
  }
}

/** Every miss and false alarm with what the network thought of it. */
function printErrors(findings: readonly Finding[]): void {
  for (const f of findings) {
    const { label, doc, text } = f;
    const wanted = f.grade === null ? label.claim || Boolean(label.move) : f.grade === 2;
    const allowed = f.grade === null ? wanted : f.grade >= 1;
    const gold = f.goldKind || label.kind || label.move || '';
    const thought = `fair ${f.fair.toFixed(2)}, prime ${f.prime.toFixed(2)}, ${f.kind}`;
    if (f.marked && !allowed) console.log(`FALSE  ${doc.id} ${f.kind} | ${text}\n         ${thought}`);
    else if (!f.marked && wanted)
      console.log(`MISS   ${doc.id} ${gold} | ${text}\n         ${f.candidate ? thought : 'the gate of lib/article'}`);
    else if (f.marked && gold && kindCredit(f, { kind: gold, second: f.goldSecond || label.second }) === 0)
      console.log(`KIND   ${doc.id} ${gold} read as ${f.kind} | ${text}`);
  }
}
