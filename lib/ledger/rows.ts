/** The ledger's rows: what is marked on a page, as plain words, and the choice and order in which it is listed. */
import { straight } from '../english/fold';
import type { PageStatus, StatusClaim } from '../messages';
import type { Family, HypeBand, Receipt, Shape } from '../model';
import { markName } from '../settings/words';

export interface LedgerRow {
  /** The claim's own; stable while its text is. */
  id: string;
  /** Its number on the page, as `peel:jump` wants it. */
  index: number;
  family: Family;
  /** Its kind, or where that is in doubt what it is about. */
  name: string;
  /** Null for an announcement, which is not scored. */
  hype: { score: number; band: HypeBand } | null;
  /** The whole sentence, and the marked words in it. */
  sentence: string;
  quote: string;
  /** The joke beside it, how it is set, and the sum behind it; the words are empty where there is none. */
  note: string;
  shape: Shape;
  working: string;
  question: string;
  receipt: Receipt | null;
  /** False when its text has left the page. */
  painted: boolean;
}

function rowOf({ index, claim, sentence, straight, note, painted }: StatusClaim): LedgerRow {
  const { id, family, quote, hype } = claim;
  return {
    id,
    index,
    family,
    name: markName(claim),
    hype: family === 'claim' ? { score: hype.score, band: hype.band } : null,
    sentence: sentence.includes(quote) ? sentence : quote,
    quote,
    note: note?.text ?? '',
    shape: note?.shape ?? 'statement',
    working: note?.working ?? '',
    question: straight.question,
    receipt: straight.receipt,
    painted,
  };
}

/** The rows of a page, in the order in which it says them. */
export function rowsOf({ claims }: Pick<PageStatus, 'claims'>): LedgerRow[] {
  return claims.map(rowOf);
}

export const ORDERS = ['page', 'hype', 'kind'] as const;
export type Order = (typeof ORDERS)[number];

/** Which rows are listed, and in which order. */
export interface Choice {
  family: Family | 'all';
  /** A row's name, or empty for all. */
  name: string;
  /** Words that a row must hold, all of them, anywhere in it. */
  text: string;
  noted: boolean;
  order: Order;
}

export const EVERYTHING: Choice = { family: 'all', name: '', text: '', noted: false, order: 'page' };

/** As searched: without regard to case, accents and the shape of quotation marks. */
const folded = (text: string) => straight(text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();

const wordsOf = ({ name, family, sentence, note, question, receipt }: LedgerRow) =>
  folded([name, family, sentence, note, question, receipt?.line ?? '', receipt?.publisher ?? ''].join('\n'));

const BEFORE: Record<Order, (a: LedgerRow, b: LedgerRow) => number> = {
  page: () => 0,
  // What is not scored comes after what is.
  hype: (a, b) => (b.hype?.score ?? -1) - (a.hype?.score ?? -1),
  kind: (a, b) => a.name.localeCompare(b.name, 'en'),
};

/** The rows that `choice` lets by, in its order; rows that are equal in it stay in the order of the page. */
export function chosenRows(rows: readonly LedgerRow[], { family, name, text, noted, order }: Choice): LedgerRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean);
  return rows
    .filter(
      (row) =>
        (family === 'all' || row.family === family) &&
        (name === '' || row.name === name) &&
        (!noted || row.note !== '') &&
        words.every((word) => wordsOf(row).includes(word)),
    )
    .sort(BEFORE[order]);
}

/** The names among `rows` with how many bear each, in the order of the alphabet. */
export function namesIn(rows: readonly LedgerRow[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { name } of rows) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
