/**
 * `npm start`: the extension at work on the demo article, on other pages of our own, or on saved pages. With a display it opens a browser and
 * leaves it to the reader; without one, or with --headless, it writes annotated pictures from every browser that is there.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageStatus } from '@/lib/messages';
import { LEVELS, type Level } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { browsersOf, isWidth, levelOf, mustBeFile, slugs } from './arguments';
import type { BrowserName, Driver, Highlights } from './browser/driver';
import { ensureBrowsers, findBrowser } from './browser/find';
import { launch } from './browser/launch';
import { DRAWABLE, pageHeight, settled } from './browser/look';
import { type PageServer, serve } from './browser/server';
import { build, ROOT } from './build';
import { counted } from './statistics';

const DEMO = join(ROOT, 'test/demo/article.html');
const OWN_PAGES = join(ROOT, 'test/demo/pages');
/** The bundled pages beside the demo, each of another build. */
export const PAGES = ['press-post', 'news', 'product', 'live-blog', 'dark'];

const USAGE = `npm start -- [FILE.html …] [--page ${PAGES.join('|')}] [--headless] [--browser chromium|firefox] [--level ${LEVELS.join('|')}] [--width 1440]`;
/** Pages are known by their address: a steady port keeps it the same. */
const PORT = 47_117;

interface Options {
  files: string[];
  headless: boolean;
  browsers: BrowserName[];
  chosen: boolean;
  width: number;
  level: Level;
}

/** Reads the arguments. Throws an Error of one plain sentence when they make no sense. */
export function readOptions(args: string[], env: Record<string, string | undefined> = process.env): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      headless: { type: 'boolean' },
      browser: { type: 'string' },
      page: { type: 'string', multiple: true, default: [] },
      width: { type: 'string', default: '1440' },
      level: { type: 'string', default: defaultSettings().level },
    },
  });
  for (const file of positionals) {
    if (/^https?:/.test(file))
      throw new Error(`${file} is an address. Save the page and name the file: nothing is fetched here.`);
    mustBeFile(file, 'a saved page (FILE.html)');
  }
  const unknown = values.page.find((name) => !PAGES.includes(name));
  if (unknown !== undefined) throw new Error(`--page is one of ${PAGES.join(', ')}, not ${unknown}.`);
  const own = values.page.map((name) => join(OWN_PAGES, `${name}.html`));
  const files = [...own, ...positionals.map((file) => resolve(file))];
  const browsers = browsersOf(values.browser);
  const level = levelOf(values.level);
  const width = Number(values.width);
  if (!isWidth(width)) throw new Error(`--width is a number of pixels from 320 to 4000, not ${values.width}.`);
  const noDisplay = process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
  return {
    files: files.length > 0 ? files : [DEMO],
    headless: (values.headless ?? false) || noDisplay || Boolean(env.CI),
    browsers,
    chosen: values.browser !== undefined,
    width,
    level,
  };
}

/** What the demonstration proves and what not, for whoever looks at a page of our own; null where it is somebody else's. */
export function caution(files: readonly string[]): string | null {
  if (!files.some((file) => file === DEMO || file.startsWith(OWN_PAGES))) return null;
  return (
    'This page was written for Peel: it shows what Peel does, and is no proof that Peel reads well. ' +
    'The README says how often it is right; try pages of your own with `npm start -- FILE.html`.'
  );
}

/** What was found on one page, as lines: each mark with its kind, a claim's hype score, note and straight question. */
export function report(name: string, browser: string, status: PageStatus): string[] {
  const { claims } = status;
  const lines = [
    `${name} in ${browser}: ${counted(claims.length, 'mark')}, ${status.state}, hype ${status.score}, level ${status.level}`,
  ];
  if (status.reason) lines.push(`    ${status.reason}`);
  if (status.roomReason) lines.push(`    ${status.room}: ${status.roomReason}`);
  const wide = Math.max(0, ...claims.map(({ claim }) => claim.kind.length));
  claims.forEach(({ claim, note, straight, painted }, index) => {
    const mark = painted ? ' ' : '!';
    const hype = claim.family === 'claim' ? `${claim.hype.score}` : '';
    lines.push(
      `${mark}${String(index + 1).padStart(3)}  ${claim.kind.padEnd(wide)}  ${hype.padStart(3)}  ${claim.quote}`,
    );
    if (note) lines.push(`      note      ${note.text.replace(/\s*\n\s*/g, ' / ')}`);
    if (straight.question) lines.push(`      question  ${straight.question}`);
  });
  return lines;
}

/** Runs in the page: brings the first painted claim into view where it is farther down. */
function showFirstClaim(): Promise<void> {
  const registry = CSS.highlights as Highlights;
  const tops = [...registry].flatMap(([name, ranges]) =>
    name.startsWith('peel-') ? [...ranges].map((range) => range.getBoundingClientRect().top) : [],
  );
  const first = Math.min(...tops);
  if (Number.isFinite(first) && first > innerHeight * 0.6)
    scrollTo({ top: first - innerHeight / 4, behavior: 'instant' });
  // Two frames, so that what was laid out for the new place is also drawn.
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
}

async function pictures(driver: Driver, url: string, slug: string, width: number): Promise<string[]> {
  const tab = await driver.open(url);
  try {
    const status = await settled(driver, tab, 60_000);
    for (const line of report(slug, driver.name, status)) console.log(line);
    const stem = join(ROOT, 'out', `${slug}-${driver.name}${width === 1440 ? '' : `-${width}`}`);
    const height = await pageHeight(tab);
    await tab.evaluate(showFirstClaim);
    await tab.screenshot(`${stem}.png`);
    await tab.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await tab.screenshot(`${stem}-full.png`, Math.max(1, Math.min(height, DRAWABLE)));
    if (height > DRAWABLE) console.log(`      the page is ${height} pixels tall; its picture ends at ${DRAWABLE}`);
    return [`${stem}.png`, `${stem}-full.png`];
  } finally {
    await tab.close();
  }
}

/** Those of the wanted browsers that are there; all of them where one was asked for, or none is there. */
export function present(
  { browsers, chosen }: Pick<Options, 'browsers' | 'chosen'>,
  isThere = (name: BrowserName) => findBrowser(name) !== null,
): BrowserName[] {
  const there = chosen ? [] : browsers.filter(isThere);
  return there.length > 0 ? there : browsers;
}

async function headless(options: Options, server: PageServer): Promise<number> {
  const browsers = present(options);
  const found = await ensureBrowsers(browsers, (line) => console.log(line));
  const paths: string[] = [];
  let failures = 0;
  const names = slugs(options.files);
  for (const name of browsers) {
    const extension = await build(name, 'e2e');
    const driver = await launch(name, { executable: found[name], extension, width: options.width });
    try {
      await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level: options.level }) });
      for (const [index, file] of options.files.entries()) {
        try {
          paths.push(...(await pictures(driver, server.file(file), names[index] ?? 'page', options.width)));
        } catch (error) {
          failures += 1;
          console.error(`${file} in ${name}: ${(error as Error).message}`);
        }
        console.log('');
      }
    } finally {
      await driver.close();
    }
  }
  for (const path of paths) console.log(path);
  return failures === 0 ? 0 : 1;
}

async function headed(options: Options, server: PageServer): Promise<number> {
  // One browser is enough to look at: the one asked for, else the first that is there.
  const [name = 'chromium'] = present(options);
  const found = await ensureBrowsers([name], (line) => console.log(line));
  const extension = await build(name, 'e2e');
  const driver = await launch(name, {
    executable: found[name],
    extension,
    headless: false,
    online: true,
    width: options.width,
  });
  await driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level: options.level }) });
  for (const file of options.files) await driver.open(server.file(file));
  console.log(
    `Peel is at work in ${driver.version}. The onion in the toolbar turns the level. Close the browser to end.`,
  );
  await driver.gone;
  return 0;
}

/** @returns 0 when every page was shown, 1 when one was not, 2 for arguments that make no sense. */
export async function main(args: string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const warning = caution(options.files);
  if (warning) console.log(`${warning}\n`);
  const server = await serve({ port: PORT });
  try {
    return await (options.headless ? headless(options, server) : headed(options, server));
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    await server.close();
  }
}
