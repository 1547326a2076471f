/** The ledger as Markdown. What the page says stays text: none of it becomes a link, a heading or HTML. */

import { flat } from '../english/fold';
import { linkTo } from '../link';
import { shortDate, t } from '../locale';
import { heatWords, type Sheet, type SheetRow, tally } from './sheet';

/** `text` on one line, so that Markdown shows it as it is. */
function plain(text: string): string {
  return flat(text)
    .replace(/[\\`*_[\]<>#|~&!$^=]/g, '\\$&')
    .replace(/^(?:[-+]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A link, where the address is one of the web; else the words alone. */
function linked(words: string, address: string): string {
  if (!/^https?:\/\//i.test(address)) return plain(words);
  return `[${plain(words)}](<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

function receiptLine({ receipt }: SheetRow): string {
  if (!receipt) return '';
  const { line, caveat, publisher, title, url, date } = receipt;
  return `${plain(`${line} ${caveat}`)} ${linked(`${publisher}: ${title}`, url)}, ${date}`;
}

function rowLines(row: SheetRow, number: number, link: string): string {
  const facts = [
    row.note && `- ${t('ledger_file_note', { note: plain(row.note) })}`,
    row.working && `- ${t('ledger_file_sum', { sum: plain(row.working) })}`,
    `- ${t('ledger_file_question', { question: plain(row.question) })}`,
    row.receipt && `- ${t('ledger_file_last_time', { receipt: receiptLine(row) })}`,
    row.painted ? `- ${linked(t('ledger_file_on_page'), linkTo(link, row.quote))}` : `- ${t('ledger_file_left')}`,
  ].filter(Boolean);
  return [`## ${number}. ${plain(row.name)}`, plain(heatWords(row)), `> ${plain(row.sentence)}`, facts.join('\n')].join(
    '\n\n',
  );
}

/** `sheet` as CommonMark, with an end of line at its end. */
export function markdownOf({ title, link, made, rows }: Sheet): string {
  const head = [
    `# ${plain(title)}`,
    `${linked(link, link)}\n\n${t('ledger_file_head', { date: shortDate(made), tally: tally(rows) })}`,
  ];
  return `${[...head, ...rows.map((row, at) => rowLines(row, at + 1, link))].join('\n\n')}\n`;
}
