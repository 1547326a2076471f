/**
 * `annotate FILE.html… [--level LEVEL] [--json]`: finds, reads and writes on saved pages, without a browser.
 * `annotate --labels FILE.jsonl… [--level LEVEL] [--json]`: writes on labelled documents, whose labels are taken for the reading.
 * Prints a table for people, or one JSON object a page, a line each. A page that cannot be read is named on stderr, the
 * others are still printed, and the exit code says that something failed.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { JSDOM, VirtualConsole } from 'jsdom';
import { markCandidates, readPage } from '@/lib/article';
import { type Encoder, read } from '@/lib/claims';
import {
  type Claim,
  LEVELS,
  type Level,
  type PageReport,
  type PageText,
  type Reading,
  type Receipt,
} from '@/lib/model';
import { write } from '@/lib/satire';
import { mustBeFile } from './arguments';
import { htmlType } from './browser/server';
import { readLabelled } from './evaluation/labelled';
import { labelledReading } from './evaluation/labelled-reading';
import { LineCoverage } from './evaluation/line-coverage';
import { readNetwork } from './evaluation/network';
import { counted } from './statistics';

const USAGE = `usage: npm run annotate -- FILE.html…|--labels FILE.jsonl… [--level ${LEVELS.join('|')}] [--json]`;

/** @returns exit code: 0 when all pages were annotated, 1 when some failed, 2 for wrong arguments. */
export async function main(args: string[]): Promise<number> {
  let options: { values: { level?: string; json?: boolean; labels?: boolean }; positionals: string[] };
  try {
    options = parseArgs({
      args,
      allowPositionals: true,
      options: { level: { type: 'string' }, json: { type: 'boolean' }, labels: { type: 'boolean' } },
    });
  } catch (error) {
    return usage(messageOf(error));
  }
  const level = (options.values.level ?? 'roast') as Level;
  if (!LEVELS.includes(level)) return usage(`no such level: ${level}`);
  if (options.positionals.length === 0) return usage('no file given');
  const print = (page: Annotated) =>
    process.stdout.write(`${options.values.json ? JSON.stringify(page) : table(page)}\n`);
  if (options.values.labels) return annotateLabelled(options.positionals, level, print);
  let failures = 0;
  let encoder: Encoder;
  try {
    encoder = readNetwork();
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
  for (const file of options.positionals) {
    try {
      mustBeFile(file, 'a saved page (FILE.html)');
      print(await annotate(readFileSync(file), file, level, encoder));
    } catch (error) {
      failures++;
      process.stderr.write(`${file}: ${messageOf(error)}\n`);
    }
  }
  return failures > 0 ? 1 : 0;
}

/** Writes on documents whose reading their labels give, and says how well the lines serve them. Of sealed ones it prints counts only. */
async function annotateLabelled(files: string[], level: Level, print: (page: Annotated) => void): Promise<number> {
  const coverage = new LineCoverage();
  try {
    for (const file of files) mustBeFile(file, 'labelled documents (FILE.jsonl)');
    for (const file of files)
      for (const doc of readLabelled(file)) {
        const { page, reading } = await labelledReading(doc);
        const report = write(page, reading);
        coverage.add(page, reading, report);
        if (!doc.sealed) print(annotated(`${file}#${doc.id}`, page, reading, report, level, markCandidates(page)));
      }
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
  process.stderr.write(`${coverage.toString()}\n`);
  return 0;
}

function usage(problem: string): number {
  process.stderr.write(`${problem}\n${USAGE}\n`);
  return 2;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** One claim as printed: the claim's own words and what was read out of them. */
interface PrintedClaim {
  family: Claim['family'];
  grade: Claim['grade'];
  confidence: number;
  kind: Claim['kind'];
  second: Claim['second'];
  quote: string;
  sentence: string;
  /** Offset of the quote in its passage. */
  start: number;
  passage: number;
  hype: number;
  slots: Claim['slots'];
  /** The straight question and what is on record; they stand with or without a joke. */
  question: string;
  receipt: Receipt | null;
}

interface PrintedNote {
  /** Index into `claims`. */
  claim: number;
  level: Level;
  mechanism: string;
  frame: string;
  line: string;
  text: string;
  /** Those of its claim. */
  question: string;
  receipt: Receipt | null;
}

interface Annotated {
  file: string;
  title: string;
  language: string;
  room: PageReport['room'];
  roomReason: string;
  score: number;
  passages: number;
  candidates: number;
  claims: PrintedClaim[];
  notes: PrintedNote[];
  headline: string | null;
  end: string | null;
}

async function annotate(html: Buffer, file: string, level: Level, encoder: Encoder): Promise<Annotated> {
  const { page, candidates } = find(html, file);
  const reading = await read(page, encoder);
  return annotated(file, page, reading, write(page, reading), level, candidates);
}

/** What is printed of a page. */
function annotated(
  file: string,
  page: PageText,
  reading: Reading,
  report: PageReport,
  level: Level,
  candidates: number,
): Annotated {
  const edition = report.editions[level];
  const claims = reading.claims.map((claim, index) => printed(claim, page, report.straight[index]));
  return {
    file,
    title: page.title,
    language: page.language,
    room: report.room,
    roomReason: report.roomReason ?? '',
    score: reading.score,
    passages: page.passages.length,
    candidates,
    claims,
    notes: edition.notes.map(({ claim, level: at, mechanism, frame, line, text }) => ({
      claim,
      level: at,
      mechanism,
      frame,
      line,
      text,
      question: claims[claim]?.question ?? '',
      receipt: claims[claim]?.receipt ?? null,
    })),
    headline: edition.headline?.text ?? null,
    end: edition.end?.sentences.join(' ') ?? null,
  };
}

function printed(claim: Claim, page: PageText, straight?: PageReport['straight'][number]): PrintedClaim {
  const { family, grade, confidence, kind, second, quote, sentence, span, passage, hype, slots } = claim;
  const text = page.passages[passage]?.text ?? '';
  return {
    family,
    grade,
    confidence: Number(confidence.toFixed(4)),
    kind,
    second,
    quote,
    sentence: text.slice(sentence.start, sentence.end),
    start: span.start,
    passage,
    hype: hype.score,
    slots,
    question: straight?.question ?? '',
    receipt: straight?.receipt ?? null,
  };
}

/** Loads a saved page with its scripts asleep and reads it; the page's memory is given back before the next one. */
function find(html: Buffer, file: string): { page: PageText; candidates: number } {
  const contentType = htmlType(html);
  const dom = new JSDOM(html, { contentType, url: 'https://localhost/', virtualConsole: new VirtualConsole() });
  try {
    const { document } = dom.window;
    attachShadowRoots(document);
    const { page } = readPage(document, { href: addressOf(document, file) });
    return { page, candidates: markCandidates(page) };
  } finally {
    dom.window.close();
  }
}

/** The address that the page gives itself, so that a page reads the same from whatever folder. */
function addressOf(document: Document, file: string): string {
  const own =
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url"]')?.getAttribute('content');
  return own && /^https?:\/\/\w/.test(own) ? own : `https://localhost/${encodeURIComponent(basename(file))}`;
}

/** Does for declarative shadow roots what a browser's parser does and this one does not. */
function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    const mode = template.getAttribute('shadowrootmode');
    if (!host || host.shadowRoot || (mode !== 'open' && mode !== 'closed')) continue;
    try {
      const shadow = host.attachShadow({ mode });
      shadow.append(template.content);
      template.remove();
      attachShadowRoots(shadow);
    } catch {
      // Not every element may have a shadow root; such a template stays what it is, and unread.
    }
  }
}

const WIDTH = 110;

function table(page: Annotated): string {
  const { file, title, language, room, roomReason, score, claims, notes } = page;
  const lines = [`${file}: ${title || '(no title)'}`];
  const state = room === 'open' ? 'room open' : `room ${room} (${roomReason})`;
  lines.push(
    `  ${language || 'language unknown'}, ${counted(page.passages, 'passage')}, ${counted(page.candidates, 'candidate')}, ` +
      `${marksIn(claims)}, ${counted(notes.length, 'note')}, hype ${score}, ${state}`,
  );
  if (page.headline) lines.push(`  headline: ${page.headline}`);
  for (const [index, claim] of claims.entries()) {
    const heat = claim.family === 'claim' ? `, hype ${claim.hype}` : '';
    const sure = `${claim.grade === 2 ? 'prime' : 'fair'} ${claim.confidence.toFixed(2)}`;
    lines.push('', `  ${index + 1}. ${claim.kind}${claim.second ? ` (${claim.second})` : ''}, ${sure}${heat}`);
    lines.push(...wrap(`“${claim.quote}”`, '     '));
    const note = notes.find((n) => n.claim === index);
    if (note) lines.push(...wrap(`→ ${note.text}`, '     '));
    if (claim.question) lines.push(...wrap(`? ${claim.question}`, '     '));
    if (claim.receipt) lines.push(...wrap(`! ${claim.receipt.line}`, '     '));
  }
  if (page.end) lines.push('', ...wrap(page.end, '  '));
  return `${lines.join('\n')}\n`;
}

function marksIn(claims: readonly PrintedClaim[]): string {
  const own = claims.filter(({ family }) => family === 'claim').length;
  return `${counted(own, 'claim')}, ${counted(claims.length - own, 'announcement')}`;
}

function wrap(text: string, indent: string): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line && indent.length + line.length + word.length + 1 > WIDTH) {
      out.push(indent + line);
      line = `  ${word}`;
    } else line = line ? `${line} ${word}` : word;
  }
  if (line) out.push(indent + line);
  return out;
}
