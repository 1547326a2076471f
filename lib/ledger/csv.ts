/** The ledger as comma-separated values, as RFC 4180 has them. */

import { linkTo } from '../link';
import { type PlainKey, t } from '../locale';
import { bandName } from '../settings/words';
import type { Sheet, SheetRow } from './sheet';

type Cell = string | number;

/** The columns by the name of their name; the order is the file's. */
const COLUMNS: [PlainKey, (row: SheetRow, sheet: Sheet, number: number) => Cell][] = [
  ['csv_number', (_row, _sheet, number) => number],
  ['csv_family', ({ family }) => t(`family_${family}`)],
  ['csv_kind', ({ name }) => name],
  ['csv_hype', ({ hype }) => hype?.score ?? ''],
  ['csv_band', ({ hype }) => (hype ? bandName(hype.band) : '')],
  ['csv_sentence', ({ sentence }) => sentence],
  ['csv_quote', ({ quote }) => quote],
  ['csv_note', ({ note }) => note],
  ['csv_sum', ({ working }) => working],
  ['csv_question', ({ question }) => question],
  ['csv_receipt', ({ receipt }) => (receipt ? `${receipt.line} ${receipt.caveat}`.trim() : '')],
  ['csv_receipt_from', ({ receipt }) => (receipt ? `${receipt.publisher}: ${receipt.title}` : '')],
  ['csv_receipt_date', ({ receipt }) => receipt?.date ?? ''],
  ['csv_receipt_address', ({ receipt }) => receipt?.url ?? ''],
  ['csv_painted', ({ painted }) => t(painted ? 'csv_yes' : 'csv_no')],
  ['csv_page', (_row, { title }) => title],
  ['csv_address', ({ quote }, { link }) => linkTo(link, quote)],
  ['csv_made', (_row, { made }) => made],
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
    COLUMNS.map(([name]) => t(name)),
    ...sheet.rows.map((row, at) => COLUMNS.map(([, value]) => value(row, sheet, at + 1))),
  ];
  return lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}
