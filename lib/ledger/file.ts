/** The files that a ledger is exported as. */
import { shortDate } from '../locale';
import { annotationsOf } from './annotations';
import { csvOf } from './csv';
import { markdownOf } from './markdown';
import type { Sheet } from './sheet';

export const FORMATS = ['markdown', 'csv', 'annotations'] as const;
export type Format = (typeof FORMATS)[number];

const FILES: Record<Format, { extension: string; type: string }> = {
  markdown: { extension: 'md', type: 'text/markdown;charset=utf-8' },
  csv: { extension: 'csv', type: 'text/csv;charset=utf-8' },
  annotations: { extension: 'jsonld', type: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"' },
};

/** `sheet` as text, for the clipboard or a file. */
export async function textOf(sheet: Sheet, format: Format): Promise<string> {
  if (format === 'markdown') return markdownOf(sheet);
  if (format === 'csv') return csvOf(sheet);
  return `${JSON.stringify(await annotationsOf(sheet), null, 2)}\n`;
}

/** `sheet` as a file with its name. */
export async function fileOf(sheet: Sheet, format: Format): Promise<{ name: string; blob: Blob }> {
  const { extension, type } = FILES[format];
  const host = URL.canParse(sheet.link) ? new URL(sheet.link).hostname.replace(/^www\./, '') : '';
  const name = ['peel-ledger', host.replace(/[^a-z0-9.-]+/gi, '-'), shortDate(sheet.made)].filter(Boolean).join('-');
  // Without the mark at the beginning spreadsheets take UTF-8 for something older, and every quotation mark is lost.
  const mark = format === 'csv' ? '\ufeff' : '';
  return { name: `${name}.${extension}`, blob: new Blob([mark, await textOf(sheet, format)], { type }) };
}
