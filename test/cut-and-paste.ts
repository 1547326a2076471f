/** Pages that nobody wrote: cut out of real ones and pasted together, the same in every run. Nothing of them is kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { ROOT } from '@/lib/cli/build';
import { SAVED_PAGES } from '@/lib/cli/corpus';
import { seededRandom } from '@/lib/cli/statistics';
import { FULL } from './full';

const OWN = ['test/pages', 'test/demo', 'test/demo/pages'].map((folder) => join(ROOT, folder));
/** A longer piece is a page of its own. */
const LONGEST = 12_000;
/** So many pieces of each page, spread over it: a long one should not drown the rest. */
const MOST = 60;

export interface Piece {
  html: string;
  /** Somebody's saved page and not one of ours. */
  saved: boolean;
}

function piecesOf(path: string, saved: boolean): Piece[] {
  // What a saved page has wrong with its styles is nobody’s business here.
  const { window } = new JSDOM(readFileSync(path, 'utf8'), { virtualConsole: new VirtualConsole() });
  const all = [...window.document.querySelectorAll('body *:not(script, style, noscript, iframe, link)')]
    .map((element) => element.outerHTML)
    .filter((html) => html.length > 40 && html.length < LONGEST);
  window.close();
  const every = Math.max(1, Math.ceil(all.length / MOST));
  return all.filter((_, index) => index % every === 0).map((html) => ({ html, saved }));
}

const htmlIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => join(folder, name));

/** All pieces: of our own pages, and under `npm run test:full` of saved ones, too; where there are none, it says so aloud. */
export function pieces(): Piece[] {
  const own = OWN.flatMap(htmlIn).flatMap((path) => piecesOf(path, false));
  if (!FULL) return own;
  if (!existsSync(SAVED_PAGES)) {
    console.warn(`THERE ARE NO SAVED PAGES AT ${SAVED_PAGES}: only pieces of our own are pasted. Set PEEL_CORPUS.`);
    return own;
  }
  return [...own, ...htmlIn(SAVED_PAGES).flatMap((path) => piecesOf(path, true))];
}

/** An article that is surely read and in which something is surely claimed. */
const CORE = [
  'The harbour office opened its doors at eight, as it does on every working day, and the queue went round the corner.',
  'Kelmore says its AI assistant now does the work of 700 full-time agents and resolves 83% of queries without a human.',
  'The office keeps a ledger of every boat that enters, and a second ledger of every boat that leaves again.',
  'Its new AI model is the most capable assistant ever built, the company said, and cuts costs by up to 40%.',
  'Nobody in the queue had met the assistant, and two of them had come to ask for a form that it does not know.',
];

/** The page of this number: two to twelve pieces in an article of ours or bare; one in four ends where a connection broke off. */
export function pastedPage(all: readonly Piece[], number: number): string {
  const random = seededRandom(20_260_304 + number);
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const parts = Array.from({ length: 2 + Math.floor(random() * 11) }, () => any(all).html);
  if (number % 2 === 0) {
    const core = CORE.map((text) => `<p>${text}</p>`);
    for (const part of parts.splice(0, 6)) core.splice(Math.floor(random() * core.length), 0, part);
    parts.splice(
      Math.floor(random() * parts.length),
      0,
      `<article><h1>At the harbour office</h1>${core.join('\n')}</article>`,
    );
  }
  const body = parts.join('\n');
  const cut = random() < 0.25 ? Math.floor(body.length * (0.5 + random() / 2)) : body.length;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pasted ${number}</title></head><body>${body.slice(0, cut)}`;
}
