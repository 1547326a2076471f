/** A contact sheet: pictures of what Peel did to pages, cut to where it did it, side by side in one HTML file. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { PNG } from 'pngjs';
import type { Tab } from '../browser/driver';
import { DRAWABLE } from '../browser/look';
import type { Standing } from './checks';

/** Page around the notes that belongs in the picture. */
const AROUND = 160;
/** Taller pictures are cut: a sheet is for looking through. */
const TALLEST = 3_000;

export interface Picture {
  title: string;
  path: string;
  breaches: string[];
}

/** Rows from `top` down to `bottom` of a picture. */
export function cut(png: Buffer, top: number, bottom: number): Buffer {
  const whole = PNG.sync.read(png);
  const from = Math.max(0, Math.min(Math.floor(top), whole.height - 1));
  const height = Math.max(1, Math.min(Math.ceil(bottom), whole.height) - from);
  const part = new PNG({ width: whole.width, height });
  PNG.bitblt(whole, part, 0, from, whole.width, height, 0, 0);
  return PNG.sync.write(part);
}

/** Runs in the page: scrolls, and waits until what belongs there is drawn. */
function scrollDown(top: number): Promise<void> {
  scrollTo({ top, behavior: 'instant' });
  return new Promise((done) => setTimeout(done, 300));
}

/** Writes a picture of the part of the page where Peel's notes and marks stand. False where none does. */
export async function photograph(tab: Tab, path: string, { notes, marks }: Standing): Promise<boolean> {
  const boxes = [...notes, ...marks].map(({ box }) => box);
  if (boxes.length === 0) return false;
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - AROUND);
  const bottom = Math.min(Math.max(...boxes.map((box) => box.bottom)) + AROUND, top + TALLEST);
  if (bottom > DRAWABLE) {
    // Too far down: what fits into the window must do.
    await tab.evaluate(scrollDown, top);
    await tab.screenshot(path);
    return true;
  }
  await tab.evaluate(scrollDown, 0);
  await tab.screenshot(path, Math.max(1, Math.ceil(bottom)));
  await writeFile(path, cut(await readFile(path), top, bottom));
  return true;
}

const inHtml = (text: string) =>
  text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark);

/** The sheet as HTML; paths of pictures are made relative to `folder`. */
export function sheetHtml(title: string, pictures: readonly Picture[], folder: string): string {
  const figures = pictures.map(({ title: name, path, breaches }) => {
    const wrong = breaches.map((line) => `<li>${inHtml(line)}</li>`).join('');
    const file = inHtml(relative(folder, path).split(sep).map(encodeURIComponent).join('/'));
    return `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${inHtml(name)}${wrong && `<ul>${wrong}</ul>`}</figcaption></figure>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${inHtml(title)}</title>
<style>body{font:13px/1.4 sans-serif;margin:16px;columns:360px}figure{margin:0 0 16px;break-inside:avoid}img{width:100%;border:1px solid #ccc}ul{color:#b00;margin:4px 0 0;padding-left:18px}</style>
<h1>${inHtml(title)}</h1>
${figures.join('\n')}
`;
}

/** Writes the sheet beside its pictures' folder; returns its path. */
export async function writeSheet(path: string, title: string, pictures: readonly Picture[]): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, sheetHtml(title, pictures, dirname(path)));
  return path;
}

/** Where the picture of a page at a width belongs. */
export function picturePath(folder: string, page: string, browser: string, width: number): string {
  return join(folder, `${page}-${browser}-${width}.png`);
}
