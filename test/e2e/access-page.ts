/** What a tool, a keyboard and a printer make of Peel's margin; no checks of its own. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import type { Tab } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import type { World } from './harness';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Peel's margin as markup, with its style sheet and the colour that stands behind it. */
async function margin(tab: Tab): Promise<string> {
  const html = await tab.inOverlay((root) => {
    const css = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    const style = css.length > 0 ? `<style>${css.join('\n')}</style>` : '';
    return style + root.innerHTML;
  });
  const ground = await tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return `<!doctype html><html lang="en"><title>Margin</title><body style="margin:0;background:${ground}"><main>
    <h1>Margin</h1></main><margin-copy style="position:absolute;top:0;left:0"><template shadowrootmode="open">${html}
    </template></margin-copy></body></html>`;
}

export interface Found {
  violations: string[];
  /** How many pieces of text had their contrast measured. */
  contrasts: number;
}

/**
 * What axe says of the margin. A closed shadow root is no tool's to read: what stands in it is shown in an open one, by
 * the same browser, at the same places, on the same colour. Under another name: Peel clears away what an earlier Peel left.
 */
export async function axe(world: World, tab: Tab, width: number): Promise<Found> {
  const copy = await world.driver.open(world.server.text(`margin-${Date.now()}.html`, await margin(tab)));
  try {
    await copy.resize(width, 900);
    await copy.inject(AXE);
    return await copy.evaluate(async () => {
      interface Result {
        id: string;
        nodes: { html: string; failureSummary?: string }[];
      }
      const run = (globalThis as unknown as { axe: { run(...args: unknown[]): Promise<Record<string, Result[]>> } }).axe
        .run;
      const { violations = [], passes = [] } = await run(
        { include: ['margin-copy'] },
        // These are about whole pages; the page is not ours.
        { selectors: false, rules: { region: { enabled: false }, 'landmark-one-main': { enabled: false } } },
      );
      const contrast = passes.find(({ id }) => id === 'color-contrast');
      return {
        violations: violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        ),
        contrasts: contrast?.nodes.length ?? 0,
      };
    });
  } finally {
    await copy.close();
    await tab.front();
  }
}

/** What has the focus, as a reader of the screen would say it: role and name; '' where the page has it. */
export async function focused(tab: Tab): Promise<string> {
  const own = await tab.inOverlay((root) => {
    const at = root.activeElement;
    if (!at) return '';
    const name = at.getAttribute('aria-label') ?? at.textContent ?? '';
    return `${at.getAttribute('role') ?? at.tagName.toLowerCase()} ${name}`;
  });
  return own ?? '';
}
export const card = (tab: Tab) =>
  tab.inOverlay((root) => root.querySelector('.card')?.getAttribute('aria-label') ?? '');
export const live = (tab: Tab) => tab.inOverlay((root) => root.querySelector('div[aria-live]')?.textContent ?? '');

/** The glyphs in the order drawn, and the colours used; a highlight, even an empty one, cuts the runs differently. */
export async function printed(tab: Tab): Promise<{ pages: number; colours: string[]; glyphs: string }> {
  const pdf = Buffer.from(await puppeteerPage(tab).pdf({ printBackground: true }));
  const drawn: string[] = [];
  for (let at = pdf.indexOf('stream'); at >= 0; at = pdf.indexOf('stream', at + 6)) {
    const start = at + (pdf[at + 6] === 13 ? 8 : 7);
    try {
      const text = inflateSync(pdf.subarray(start)).toString('latin1');
      if (/\bTj\b|\bTJ\b/.test(text)) drawn.push(text);
    } catch {
      // No compressed stream: nothing is drawn in it.
    }
  }
  const all = drawn.join('\n');
  const colours = all.match(/[\d. ]+ (?:rg|RG|scn?|SCN?)\b/g) ?? [];
  const glyphs = [...all.matchAll(/<([0-9A-Fa-f]+)>|\(((?:[^()\\]|\\.)*)\)/gs)].map((m) => m[1] ?? m[2]);
  return {
    pages: drawn.length,
    colours: [...new Set(colours.map((each) => each.trim()))].sort(),
    glyphs: glyphs.join(''),
  };
}
