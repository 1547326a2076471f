/** The ledger as comma-separated values, as RFC 4180 has them. */
import { linkTo } from '../link';
import type { Sheet, SheetRow } from './sheet';

type Cell = string | number;

/** The columns by name; the order is the file's. */
const COLUMNS: [string, (row: SheetRow, sheet: Sheet, number: number) => Cell][] = [
  ['number', (_row, _sheet, number) => number],
  ['family', ({ family }) => family],
  ['kind', ({ name }) => name],
  ['hype', ({ hype }) => hype?.score ?? ''],
  ['hype in a word', ({ hype }) => hype?.band ?? ''],
  ['sentence', ({ sentence }) => sentence],
  ['marked words', ({ quote }) => quote],
  ['note (satire)', ({ note }) => note],
  ['sum', ({ working }) => working],
  ['question', ({ question }) => question],
  ['receipt', ({ receipt }) => (receipt ? `${receipt.line} ${receipt.caveat}`.trim() : '')],
  ['receipt from', ({ receipt }) => (receipt ? `${receipt.publisher}: ${receipt.title}` : '')],
  ['receipt date', ({ receipt }) => receipt?.date ?? ''],
  ['receipt address', ({ receipt }) => receipt?.url ?? ''],
  ['on the page', ({ painted }) => (painted ? 'yes' : 'no')],
  ['page', (_row, { title }) => title],
  ['address', ({ quote }, { link }) => linkTo(link, quote)],
  ['made', (_row, { made }) => made],
];

/**
 * Text that a spreadsheet would take for a formula is led in by an apostrophe, which makes it text again: a page may say
 * `=HYPERLINK(…)`. The wide forms of the signs count as the signs in some.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function cellOf(value: Cell): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
}

/** `sheet` with a line of column names, every field in quotation marks, every line ended by CR LF. */
export function csvOf(sheet: Sheet): string {
  const lines = [
    COLUMNS.map(([name]) => name),
    ...sheet.rows.map((row, at) => COLUMNS.map(([, value]) => value(row, sheet, at + 1))),
  ];
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}
