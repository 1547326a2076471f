import { existsSync, readFileSync } from 'node:fs';
import { readPage } from '@/lib/claims/context';
import { admit, type Evidence, gatherAll } from '@/lib/claims/judge';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { type Features, featuresOf, surroundings } from '@/lib/claims/model/features';
import { withPageShares } from '@/lib/claims/model/page-features';
import type { Kind, PageText } from '@/lib/model';
import { find } from './annotate';
import { type Labelled, readLabelled, readTable, single, toPage } from './labelled';
import pages from './labelled-pages.json';
import rows from './labelled-rows.json';

/** What the reader learns from: settled labels, labels given once to whole documents and to saved pages, the catalogue's examples, those of the kinds' own files, single sentences. */
export const SOURCES = ['gold', 'silver', 'pages', 'examples', 'own', 'rows'] as const;
export type Source = (typeof SOURCES)[number];

export interface Example {
  set: Source;
  /** What must not be split between training and test: the publisher. */
  group: string;
  doc: string;
  /** The page is a company's in effect. */
  company: boolean;
  claim: boolean;
  kind: string;
  second: string;
  features: Features;
  /** Share of the threshold that it needs to be called a claim; infinite where a gate is shut. */
  share: number;
  /** Strict kinds found, in the order of the ladder. */
  strict: { kind: Kind; count: number }[];
}

/** Sentences that stand alone know nothing of their page. */
const OF_THE_PAGE =
  /^(?:page heat|page share|AI words on page|we on page|title|rest of|role|alone|place|company in effect|opens its|names the subject|subject opens|stands on a|gate|no gate|stands, gate)/;

/**
 * Every labelled sentence with its features. `lost` counts, by source, the claims that the gate does not let through.
 *
 * @throws naming the file, where one of the corpus is missing.
 */
export function readExamples(corpus: string, claims: string): { examples: Example[]; lost: Record<Source, number> } {
  const files = [`${corpus}/gold-dev.jsonl`, `${corpus}/silver-dev.jsonl`, `${claims}/examples.tsv`];
  for (const file of [...files, `${corpus}/${rows.file}`])
    if (!existsSync(file)) throw new Error(`no such file: ${file}`);
  const lost = { gold: 0, silver: 0, pages: 0, examples: 0, own: 0, rows: 0 };
  const [gold = '', silver = '', table = ''] = files;
  return {
    examples: [
      ...collect(readLabelled(gold), 'gold', lost),
      ...collect(readLabelled(silver), 'silver', lost),
      ...collectPages(`${corpus}/pages`),
      ...collect(readTable(table, 'Company announces AI'), 'examples', lost),
      ...collect(ownExamples(), 'own', lost),
      ...collectRows(`${corpus}/${rows.file}`),
    ],
    lost,
  };
}

/** The candidates of one page, in page order. */
function examplesOf(
  page: PageText,
  known: Pick<Example, 'set' | 'group' | 'doc'>,
  labelOf: (passage: number, start: number, text: string) => { claim: boolean; kind: string; second: string },
): Example[] {
  const context = readPage(page);
  const all = gatherAll(context);
  const around = surroundings(all);
  const features = withPageShares(all.map(({ spot, evidence }, i) => featuresOf(context, spot, evidence, around[i]!)));
  return all.map(({ spot, evidence }, i) => ({
    ...known,
    share: shareOf(evidence),
    company: context.house === 'company',
    ...labelOf(
      spot.passage.index,
      spot.sentence.start,
      spot.passage.text.slice(spot.sentence.start, spot.sentence.end),
    ),
    features: features[i]!,
    strict: evidence.strict,
  }));
}

function shareOf(evidence: Evidence): number {
  const { shut, share } = admit(evidence);
  return shut.length ? Number.POSITIVE_INFINITY : share;
}

function collect(docs: Labelled[], set: Source, lost: Record<Source, number>): Example[] {
  return docs.flatMap((doc, n) => {
    const group = set === 'examples' || set === 'own' ? `${set} ${n % 10}` : doc.host;
    const out = examplesOf(toPage(doc), { set, group, doc: `${set} ${doc.id}` }, (p, start) => {
      const { claim, kind = '', second = '' } = doc.sentences.find((s) => s.p === p && s.start === start)!;
      return { claim, kind, second };
    });
    lost[set] += doc.sentences.filter((s) => s.claim).length - out.filter((e) => e.claim).length;
    return out;
  });
}

/** What the kinds' files say must be read as a claim and what must not, each on the page that their tests put it on. */
function ownExamples(): Labelled[] {
  const page = (id: string, text: string, kind: string) => single(id, text, 'Company announces AI', kind !== '', kind);
  return KIND_SPECS.flatMap(({ id, hits, misses }) => [
    ...hits.map((text, n) => page(`${id} ${n}`, text, id)),
    ...misses.map((text, n) => page(`${id} not ${n}`, text, '')),
  ]);
}

/** Saved pages, read as the extension reads them; their claims are named by a hash of the sentence, every other candidate is none. */
function collectPages(folder: string): Example[] {
  return Object.entries<Record<string, string>>(pages).flatMap(([name, claims]) => {
    const file = `${folder}/${name}.html`;
    if (!existsSync(file)) return [];
    const { page } = find(readFileSync(file, 'utf8'), file);
    return examplesOf(
      page,
      { set: 'pages', group: page.host.replace(/^www\./, ''), doc: `pages ${name}` },
      (_, __, text) => {
        const [kind = '', second = ''] = (claims[sentenceHash(text)] ?? '').split('/');
        return { claim: kind !== '', kind, second };
      },
    );
  });
}

/** FNV-1a over UTF-16 units with white space folded, base 36: names a sentence without quoting it. */
export function sentenceHash(text: string): string {
  let h = 2166136261;
  for (const c of text.replace(/\s+/g, ' ').trim()) h = Math.imul(h ^ c.charCodeAt(0), 16777619) >>> 0;
  return h.toString(36);
}

/** Single sentences labelled by row number; their page is unknown, so features of the page are left out. */
function collectRows(file: string): Example[] {
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
    const label = { claim: kind !== '', kind, second: '' };
    return examplesOf(page, { set: 'rows', group: host, doc: `rows ${n}` }, () => label).map((e) => ({
      ...e,
      features: [...e.features.filter((f) => !OF_THE_PAGE.test(f)), 'page unknown'],
    }));
  });
}
