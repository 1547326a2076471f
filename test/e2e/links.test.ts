import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aroundOf, linkTo } from '@/lib/link';
import { BROWSERS, startWorld, type World } from './harness';

const GREEN = [0, 200, 0];

/** Each paragraph holds one quotation, between bars; the links must lead to the one in `at`. */
const PARAGRAPHS: Record<string, string> = {
  commas: 'It said: |By March, the assistant, “Kelmore One”, will answer calls, chats and mail|, and later more.',
  dashes: 'Its |state-of-the-art, end-to-end platform – built in-house – is 10-15% faster| than that of its rivals.',
  signs: 'The firm spent |$1.2bn (£0.9bn) on R&D & “AI+”, i.e. 50% of sales #1| last year, it said.',
  nested: 'The chief said |it does the <b>work of</b> <a href="#x">700 full-time</a> support agents| on Friday.',
  long: `A plan: |${Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ')}| and no more.`,
  decoy: 'Kelmore says its assistant does the work of 90 agents in 31 languages.',
  twice: 'Duvessa says |its assistant does the work of 90 agents| in a language.',
  start: '|A first for the industry.|',
  again: '|A first for the industry.| Nobody could say which industry.',
  scripts: 'Its name, |מערכת “Ω” 人工智能 für Jürgen’s café 🚀|, has been kept.',
};

/** The page with the bars taken out, and a range for every quotation. */
function pageOf(): { html: string; ranges: Map<string, Range> } {
  const filler = '<p style="height:1400px">Nothing here.</p>';
  const marked = Object.entries(PARAGRAPHS)
    .map(([id, text]) => {
      const [before = '', quote, after = ''] = text.split('|');
      return `<p id="${id}">${quote === undefined ? text : `${before}<i class="q">${quote}</i>${after}`}</p>${filler}`;
    })
    .join('');
  const style =
    '<style>body { font: 24px serif; } i { font-style: normal; } ::target-text { background: rgb(0 200 0); color: #000; }</style>';
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Links</title>${style}</head><body>${filler}${marked}</body></html>`;
  const { document } = new JSDOM(html).window;
  const ranges = new Map<string, Range>();
  for (const paragraph of document.querySelectorAll('p[id]')) {
    const quote = paragraph.querySelector('.q');
    if (!quote) continue;
    const range = document.createRange();
    range.selectNodeContents(quote);
    ranges.set(paragraph.id, range);
  }
  return { html, ranges };
}

describe.each(BROWSERS)('a link to a sentence in %s', (name) => {
  const { html, ranges } = pageOf();
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => world?.close());

  it.each([...ranges.keys()])('leads to it and marks it: %s', async (id) => {
    const url = world.server.text(`links-${id}.html`, html);
    const range = ranges.get(id) as Range;
    const tab = await world.driver.open();
    await tab.goto(linkTo(`${url}?id=42&utm_source=elsewhere`, range.toString(), aroundOf(range)));
    expect(tab.url()).toContain('?id=42');
    const file = join(tmpdir(), `peel-link-${name}-${process.pid}.png`);
    await new Promise((done) => setTimeout(done, 300));
    const { top, bottom, scale } = await tab.evaluate((wanted: string) => {
      const box = document.querySelector(`#${wanted} .q`)?.getBoundingClientRect();
      return { top: box?.top ?? -1, bottom: box?.bottom ?? -1, scale: devicePixelRatio };
    }, id);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThan(900);
    await tab.screenshot(file);
    const png = PNG.sync.read(readFileSync(file));
    rmSync(file);
    const rows = new Set<number>();
    for (let i = 0; i < png.data.length; i += 4)
      if (GREEN.every((one, k) => png.data[i + k] === one)) rows.add(Math.floor(i / 4 / png.width));
    expect(rows.size).toBeGreaterThan(15);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(Math.floor(top * scale) - 4);
    expect(Math.max(...rows)).toBeLessThanOrEqual(Math.ceil(bottom * scale) + 4);
    await tab.close();
  });
});
