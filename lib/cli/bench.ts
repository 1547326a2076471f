/**
 * `npm run bench [-- FILE.html …]`: what Peel costs, each figure beside a yardstick measured in the same run, since
 * milliseconds of two machines cannot be compared. Without files: the largest pages at hand.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { PageText } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { navigations } from './bench-life';
import { dial, reading } from './bench-notes';
import { inPage, tasks } from './bench-page';
import { pictures } from './bench-share';
import { build, ROOT } from './browser/build';
import { ensureBrowsers } from './browser/find';
import { launch } from './browser/launch';
import { scriptOf } from './browser/script';
import { serve } from './browser/server';

const CORPUS = join(ROOT, '../shared/corpus/pages');

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
  return readdirSync(CORPUS)
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(CORPUS, name))
    .sort((a, b) => statSync(b).size - statSync(a).size)
    .slice(0, count);
}

/** @returns 0; a benchmark measures and judges nothing. 1 when it cannot run. */
export async function main(args: string[]): Promise<number> {
  const server = await serve();
  try {
    const files = args.map((file) => resolve(file));
    const missing = files.find((file) => !existsSync(file));
    if (missing) throw new Error(`There is no file ${missing}.`);
    if (files.length === 0 && existsSync(CORPUS)) files.push(...largest(3));
    const pages = files.map((file) => ({ name: basename(file), url: server.file(file) }));
    if (args.length === 0) pages.push({ name: 'a long page of our own', url: server.text('long.html', ownLongPage()) });
    const found = await ensureBrowsers(['chromium'] as const, (line) => console.log(line));
    const extension = await build('chromium', 'e2e');
    const script = await scriptOf('lib/article/index.ts', 'peelArticle');
    const driver = await launch('chromium', { executable: found.chromium, extension });
    const texts: { name: string; page: PageText }[] = [];
    try {
      for (const { name, url } of pages) {
        await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), enabled: false }) });
        const tab = await driver.open(url);
        texts.push({ name, page: await inPage(driver, tab, name, script) });
        await tab.close();
        await tasks(driver, url);
      }
      await dial(driver, server);
      await pictures(driver, server, join(ROOT, 'test/demo/article.html'));
      await navigations(driver, server);
    } finally {
      await driver.close();
    }
    for (const { name, page } of texts) await reading(page, name);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    await server.close();
  }
}
