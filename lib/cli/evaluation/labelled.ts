import { readFileSync } from 'node:fs';
import { markCandidates } from '@/lib/article/candidate-sentences';
import { KINDS, type Kind, type PageText, type Passage } from '@/lib/model';

/** One labelled sentence of a document. Offsets are UTF-16 units in its paragraph. */
export interface Label {
  p: number;
  start: number;
  end: number;
  claim: boolean;
  kind?: string;
  second?: string;
  sure?: number;
  /** Kind of announcement, where the document's announcements were labelled. */
  move?: string;
  moveSecond?: string;
  /** How welcome a note is (0 leave alone, 1 fair, 2 prime), its kind and second kind. */
  grade?: number;
  gkind?: string;
  gsecond?: string;
}

/** A labelled document: one line of a JSONL file. */
export interface Labelled {
  id: string;
  host: string;
  title: string;
  page: 'news' | 'company';
  paragraphs: string[];
  sentences: Label[];
  /** Announcements were labelled, too. */
  moves?: boolean;
  /** Only to be scored: nothing of it is ever printed. */
  sealed?: boolean;
}

/** Reads labelled documents, one JSON object a line. Throws with file and line number on a line that is none. */
export function readLabelled(file: string): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line.trim()) return [];
      let doc: Partial<Labelled>;
      try {
        doc = JSON.parse(line);
      } catch {
        throw new Error(`${file}:${i + 1}: not JSON`);
      }
      if (isGraded(doc)) doc = gradedPage(doc);
      if (!Array.isArray(doc?.paragraphs) || !Array.isArray(doc.sentences))
        throw new Error(`${file}:${i + 1}: no paragraphs or sentences`);
      const { paragraphs } = doc;
      doc.sentences.forEach((s, n) => {
        const length = paragraphs[s?.p]?.length;
        if (length === undefined || !(s.start >= 0 && s.start < s.end && s.end <= length))
          throw new Error(`${file}:${i + 1}: sentence ${n} lies outside its paragraph`);
        for (const kind of [s.kind, s.gkind, s.move])
          if (kind && !isKind(kind)) throw new Error(`${file}:${i + 1}: sentence ${n} has an unknown kind, ${kind}`);
      });
      return [{ id: `${i + 1}`, host: '', title: '', page: 'news', ...doc } as Labelled];
    });
}

/** A row of a file of graded sentences: the sentence, the one before it, and its grade. */
interface Graded {
  id: string;
  host?: string;
  title?: string;
  prev?: string;
  text: string;
  grade: number;
  kind?: string;
  second?: string;
}

const isGraded = (row: object | null): row is Graded =>
  row !== null && 'text' in row && 'grade' in row && typeof row.text === 'string';

/** A page of the sentence and the one before it. */
function gradedPage({ id, host = '', title = '', prev = '', text, grade, kind = '', second = '' }: Graded): Labelled {
  const start = prev ? prev.length + 1 : 0;
  const label = { p: 0, claim: false, grade, gkind: kind, gsecond: second };
  const sentences: Label[] = [{ ...label, start, end: start + text.length }];
  if (prev) sentences.unshift({ p: 0, start: 0, end: prev.length, claim: false });
  return { id, host, title, page: 'news', paragraphs: [prev ? `${prev} ${text}` : text], sentences };
}

/**
 * One-sentence news pages from a table with a header row: `label, type, sentence` (claim or near-miss) or a first column
 * `sentence` (nothing is a claim). `title` heads every page; by default an announcement for labelled rows, nothing for others.
 */
export function readTable(file: string, heading?: string): Labelled[] {
  const [header = '', ...rows] = readFileSync(file, 'utf8').split(/\r?\n/);
  const columns = header.split('\t');
  const title = heading ?? (columns.includes('label') ? 'Company announces AI' : '');
  const at = (name: string) => columns.indexOf(name);
  if (at('sentence') < 0) throw new Error(`${file}: no column “sentence”`);
  return rows.flatMap((row, i) => {
    const cells = row.split('\t');
    const text = cells[at('sentence')];
    if (!text?.trim()) return [];
    const claim = at('label') >= 0 && cells[at('label')] === 'claim';
    return [single(`${i + 2}`, text, title, claim, claim ? (cells[at('type')] ?? '') : '')];
  });
}

/** A news page of one sentence. */
export function single(id: string, text: string, title: string, claim: boolean, kind = ''): Labelled {
  return {
    id,
    host: '',
    title,
    page: 'news',
    paragraphs: [text],
    sentences: [{ p: 0, start: 0, end: text.length, claim, kind }],
  };
}

/** The page that a labelled document stands for, its candidates marked by the gate that ships. */
export function toPage(doc: Labelled): PageText {
  const passages: Passage[] = doc.paragraphs.map((text, index) => ({
    index,
    role: roleOf(text, index, doc),
    text,
    sentences: doc.sentences
      .filter((s) => s.p === index)
      .sort((a, b) => a.start - b.start)
      .map((s) => ({ start: s.start, end: s.end, candidate: false })),
    leadIn: null,
  }));
  for (const passage of passages) passage.leadIn = leadIn(passages, passage.index);
  const page: PageText = {
    address: `https://${doc.host || 'example.com'}/${doc.id}`,
    host: doc.host,
    title: doc.title,
    language: 'en',
    kind: doc.page,
    published: null,
    publisher: null,
    passages,
  };
  markCandidates(page);
  return page;
}

/** The saved text keeps no markup: roles are read from its form. */
function roleOf(text: string, index: number, doc: Labelled): Passage['role'] {
  if (/^\s*(?:[•*●▪‣]|- |\d+\. )/.test(text)) return 'item';
  const verbless = text.length < 110 && !/[.!?:;"”]$/.test(text.trim());
  if (doc.paragraphs.length > 1 && index < 2 && (/^# /.test(text) || doc.title.startsWith(text.slice(0, 40))))
    return 'headline';
  if (doc.paragraphs.length > 1 && verbless) return 'heading';
  return 'paragraph';
}

function leadIn(passages: Passage[], index: number): number | null {
  for (let i = index - 1; i >= 0; i--) {
    const other = passages[i]!;
    if (other.role === 'heading' || other.role === 'headline') return i;
    if (passages[index]!.role === 'item' && other.role === 'paragraph' && other.text.endsWith(':')) return i;
  }
  return null;
}

/** Whether a label names a kind that Peel has. */
export const isKind = (name: string): name is Kind => (KINDS as readonly string[]).includes(name);
