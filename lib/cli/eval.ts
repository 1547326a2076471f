import { existsSync } from 'node:fs';
import { read } from '@/lib/claims';
import { readPage } from '@/lib/claims/context';
import { judgePage } from '@/lib/claims/judge';
import { type Claim, KINDS } from '@/lib/model';
import { type Label, type Labelled, readLabelled, readTable, toPage } from './labelled';

interface Finding {
  doc: Labelled;
  label: Label;
  text: string;
  candidate: boolean;
  claim: Claim | null;
}

/**
 * `eval FILE.jsonl|FILE.tsv… [--errors] [--caps] [--title "…"]`: reads labelled documents and measures the reader against them.
 * A finding counts for the sentence that holds it; precision, recall and F1 are over sentences, kind accuracy over those that
 * both call a claim, the second kind counting half. The last line is one JSON object.
 */
export async function main(args: string[]): Promise<number> {
  const at = args.indexOf('--title');
  const title = at >= 0 ? args[at + 1] : undefined;
  const files = args.filter((a, i) => !a.startsWith('--') && (at < 0 || i !== at + 1));
  const missing = files.filter((f) => !existsSync(f));
  if (!files.length || missing.length) {
    console.error(
      missing.length
        ? `eval: no such file: ${missing.join(', ')}`
        : 'usage: eval FILE.jsonl… [--errors] [--caps] [--title TITLE]',
    );
    return 2;
  }
  const docs: Labelled[] = [];
  for (const file of files) {
    try {
      docs.push(...(file.endsWith('.tsv') ? readTable(file, title) : readLabelled(file)));
    } catch (error) {
      console.error(`eval: ${(error as Error).message}`);
      return 2;
    }
  }
  const started = performance.now();
  const findings = docs.flatMap((doc) => measure(doc, args.includes('--caps')));
  const elapsed = performance.now() - started;
  if (args.includes('--errors')) printErrors(findings);
  printKinds(findings);
  printDocuments(findings);
  const candidates = findings.filter((f) => f.candidate).length;
  const total = summary(docs.length, findings);
  console.log(
    `\nprecision ${total.precision}  recall ${total.recall}  F1 ${total.f1}  kind accuracy ${total.kind_accuracy}` +
      `  fired ${total.fired}  lost at the gate ${total.lost_at_gate}  ${(elapsed / Math.max(1, candidates)).toFixed(2)} ms a candidate`,
  );
  console.log(JSON.stringify(total));
  return 0;
}

function measure(doc: Labelled, caps: boolean): Finding[] {
  const page = toPage(doc);
  const claims = read(page, { caps }).claims;
  return doc.sentences.map((label) => ({
    doc,
    label,
    text: (doc.paragraphs[label.p] ?? '').slice(label.start, label.end),
    candidate: page.passages[label.p]?.sentences.some((s) => s.start === label.start && s.candidate) ?? false,
    claim:
      claims.find((c) => c.passage === label.p && overlap(c.span, label) > (c.span.end - c.span.start) / 2) ?? null,
  }));
}

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Credit for the kind: 1 for the primary, a half where one side's second is the other's primary. */
export function kindCredit(claim: Pick<Claim, 'kind' | 'second'>, label: Pick<Label, 'kind' | 'second'>): number {
  if (claim.kind === label.kind) return 1;
  return claim.kind === label.second || (claim.second !== null && claim.second === label.kind) ? 0.5 : 0;
}

function summary(documents: number, findings: Finding[]) {
  const claims = findings.filter((f) => f.label.claim);
  const fired = findings.filter((f) => f.claim);
  const both = fired.filter((f) => f.label.claim);
  const precision = both.length / Math.max(1, fired.length);
  const recall = both.length / Math.max(1, claims.length);
  const credit = both.reduce((n, f) => n + kindCredit(f.claim!, f.label), 0);
  const r = (n: number) => Number(n.toFixed(4));
  return {
    documents,
    sentences: findings.length,
    claims: claims.length,
    precision: r(precision),
    recall: r(recall),
    f1: r(precision + recall ? (2 * precision * recall) / (precision + recall) : 0),
    kind_accuracy: r(credit / Math.max(1, both.length)),
    fired: fired.length,
    lost_at_gate: claims.filter((f) => !f.candidate).length,
  };
}

function printKinds(findings: Finding[]): void {
  console.log('kind                        claims  found  fired  right  kind right');
  for (const kind of KINDS) {
    const gold = findings.filter((f) => f.label.claim && f.label.kind === kind);
    const fired = findings.filter((f) => f.claim?.kind === kind);
    const cells = [
      gold.length,
      gold.filter((f) => f.claim).length,
      fired.length,
      fired.filter((f) => f.label.claim).length,
      fired.filter((f) => f.label.claim && kindCredit(f.claim!, f.label) > 0).length,
    ];
    if (cells.some(Boolean)) console.log(kind.padEnd(26) + cells.map((n) => `${n}`.padStart(7)).join(''));
  }
}

function printDocuments(findings: Finding[]): void {
  const hosts = new Set(findings.map((f) => f.doc.id));
  if (hosts.size > 80) return;
  console.log('\ndocument      page     claims  fired  right');
  for (const id of hosts) {
    const own = findings.filter((f) => f.doc.id === id);
    const cells = [
      own.filter((f) => f.label.claim).length,
      own.filter((f) => f.claim).length,
      own.filter((f) => f.claim && f.label.claim).length,
    ];
    console.log(id.padEnd(14) + own[0]!.doc.page.padEnd(8) + cells.map((n) => `${n}`.padStart(7)).join(''));
  }
}

/** Every miss and false alarm with the gate or key that decided. */
function printErrors(findings: Finding[]): void {
  let judged: { doc: Labelled | null; all: ReturnType<typeof judgePage> } = { doc: null, all: [] };
  for (const f of findings) {
    const { claim, label, doc, text } = f;
    if (claim && label.claim && kindCredit(claim, label) === 1) continue;
    if (!claim && !label.claim) continue;
    if (claim) {
      const head = label.claim
        ? `KIND   ${doc.id} ${label.kind} read as ${claim.kind}`
        : `FALSE  ${doc.id} ${claim.kind}`;
      console.log(`${head} | ${text}\n         ${claim.reasons.join('; ')}`);
      continue;
    }
    if (judged.doc !== doc) judged = { doc, all: judgePage(readPage(toPage(doc))) };
    const own = judged.all.find((v) => v.spot.passage.index === label.p && v.spot.sentence.start === label.start);
    console.log(
      `MISS   ${doc.id} ${label.kind} | ${text}\n         ${own ? own.verdict.reasons.join('; ') : 'the gate of lib/article'}`,
    );
  }
}
