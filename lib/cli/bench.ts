/**
 * `npm run bench [-- FILE.html …] [--only PART | --save]`: what Peel costs, each figure beside a yardstick measured in the
 * same run, since milliseconds of two machines cannot be compared. Without files: the largest pages at hand, and ten for
 * the comparison with mark.js. `--save` keeps the results in test/bench/RESULTS.md.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageText } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { mustBeFile } from './arguments';
import { navigations } from './bench/life';
import { dial } from './bench/notes';
import { inPage, tasks } from './bench/page';
import { pictures } from './bench/pictures';
import { reading } from './bench/reading';
import { keep } from './bench/report';
import { rival } from './bench/rival';
import { ensureBrowsers } from './browser/find';
import { launch } from './browser/launch';
import { scriptOf } from './browser/script';
import { type PageServer, serve } from './browser/server';
import { build, ROOT } from './build';
import { SAVED_PAGES } from './corpus';
import { PAGES } from './start';

/** A page of our own for machines without the corpus: the demo's paragraphs many times over. */
function ownLongPage(): string {
  const paragraphs = Array.from(
    { length: 1500 },
    (_, n) =>
      `<p>Paragraph ${n} of a long report <a href="#">links</a> to nothing and <b>stresses</b> little. Kelmore Pay said its AI assistant handled ${n} calls. The ferry was late, <i>again</i>, and nobody minded.</p>`,
  );
  return `<!doctype html><html lang="en"><title>A long report on AI</title><body><article><h1>A long report on AI</h1>${paragraphs.join('')}</article>`;
}

/** The largest saved pages of the corpus, by size on disk. */
function largest(count: number): string[] {
  return readdirSync(SAVED_PAGES)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(SAVED_PAGES, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
    .slice(0, count);
}

const PARTS = ['page', 'rival', 'notes', 'pictures', 'life', 'reading'] as const;
type Part = (typeof PARTS)[number];

/** Ten pages for the comparison: our own six, and up to four saved ones that are neither small nor monsters. */
function tenPages(server: PageServer): { name: string; url: string }[] {
  const own = ['article', ...PAGES.map((name) => `pages/${name}`)].map((name) => ({
    name: `our ${basename(name)}`,
    url: server.file(join(ROOT, `test/demo/${name}.html`)),
  }));
  const saved = existsSync(SAVED_PAGES) ? largest(40).slice(-4) : [];
  const theirs = saved.map((file, n) => ({
    name: `saved page ${n + 1}, ${Math.round(statSync(file).size / 1000)} kB`,
    url: server.file(file),
  }));
  return [...own, ...theirs];
}

/** @returns 0; a benchmark measures and judges nothing. 1 when it cannot run. */
export async function main(args: string[]): Promise<number> {
  const server = await serve();
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { only: { type: 'string' }, save: { type: 'boolean', default: false } },
    });
    if (values.only !== undefined && !PARTS.some((part) => part === values.only))
      throw new Error(`--only is one of ${PARTS.join(', ')}, not ${values.only}.`);
    if (values.only !== undefined && values.save)
      throw new Error('--save keeps the results of a whole run in place of the last: leave --only out.');
    const wants = (part: Part) => values.only === undefined || values.only === part;
    const files = positionals.map((file) => resolve(file));
    for (const file of files) mustBeFile(file, 'a saved page (FILE.html)');
    if (files.length === 0 && existsSync(SAVED_PAGES)) files.push(...largest(3));
    const named = positionals.length > 0;
    const nameOf = (file: string, n: number) =>
      named ? basename(file) : `saved page ${n + 1}, ${Math.round(statSync(file).size / 1000)} kB`;
    const pages = files.map((file, n) => ({ name: nameOf(file, n), url: server.file(file) }));
    if (!named) pages.push({ name: 'a long page of our own', url: server.text('long.html', ownLongPage()) });
    const found = await ensureBrowsers(['chromium'] as const, (line) => console.log(line));
    const extension = await build('chromium', 'e2e');
    const script = await scriptOf('lib/article/index.ts', 'peelArticle');
    const driver = await launch('chromium', { executable: found.chromium, extension });
    const texts: { name: string; page: PageText }[] = [];
    try {
      if (wants('page') || wants('reading'))
        for (const { name, url } of pages) {
          await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), enabled: false }) });
          const tab = await driver.open(url);
          texts.push({ name, page: await inPage(driver, tab, name, script) });
          await tab.close();
          if (wants('page')) await tasks(driver, url);
        }
      if (wants('rival')) await rival(driver, named ? pages : tenPages(server));
      if (wants('notes')) await dial(driver, server);
      if (wants('pictures')) await pictures(driver, server, join(ROOT, 'test/demo/article.html'));
      if (wants('life')) await navigations(driver, server);
    } finally {
      await driver.close();
    }
    if (wants('reading')) for (const { name, page } of texts) await reading(page, name);
    if (values.save) keep(join(ROOT, 'test/bench/RESULTS.md'), driver.version);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    await server.close();
  }
}
