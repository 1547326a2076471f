/**
 * `npm run sweep -- DIR|FILE…`: the extension on saved pages, their scripts off, in both browsers and at several widths.
 * Nothing may go wrong: no error, painted words equal claimed words, nothing of Peel's on anything of the page's, cards
 * in the window, and not a byte left behind once it is switched off. A line a page and width, a summary at the end.
 *
 * Saved pages come without the style sheets of other hosts: most are one column as wide as the window, where notes have no
 * room. `--column 640` sets them in a column of that width, so that notes can be seen on them.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PageStatus } from '@/lib/messages';
import { LEVELS, type Level } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, type Settings, storedForm } from '@/lib/settings/settings';
import { browsersOf, isWidth, levelOf, slugs } from './arguments';
import { type BrowserName, type Driver, type Tab, until } from './browser/driver';
import { ensureBrowsers } from './browser/find';
import { launch } from './browser/launch';
import { painted, serialised, settled } from './browser/look';
import { htmlType, type PageServer, SAVED_PAGE_POLICY, serve } from './browser/server';
import { build, ROOT } from './build';
import { counted } from './statistics';
import {
  difference,
  dishonest,
  misplacedCards,
  type OpenCard,
  ourErrors,
  overlaps,
  type Standing,
} from './sweep/checks';
import { openCard, standing, thingsUnder } from './sweep/inspect';
import { type Picture, photograph, picturePath, writeSheet } from './sweep/sheet';

const USAGE = `npm run sweep -- [--browser chromium|firefox] [--width 1440,1024,390] [--level ${LEVELS.join('|')}] [--column 640] [--sheet] DIR|FILE…`;
/** Pages are known by their address: a steady port keeps it the same. */
const PORT = 47_118;
const HEIGHT = 900;
/** A page that takes longer than this at one width hangs. */
const PATIENCE = 60_000;
/** Layout follows a change of size within a frame or two; late pictures and fonts are there after this. */
const REST = 350;
/** Notes that are not laid out by then on a busy machine are missing. */
const LAYOUT_PATIENCE = 10_000;

export interface SweepOptions {
  files: string[];
  browsers: BrowserName[];
  widths: number[];
  level: Level;
  /** Width of the column that pages are set in; null leaves them as they are. */
  column: number | null;
  sheet: boolean;
}

/** Reads the arguments. Throws an Error of one plain sentence when they make no sense. */
export function readOptions(args: string[]): SweepOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      browser: { type: 'string' },
      width: { type: 'string', default: '1440,1024,390' },
      level: { type: 'string', default: defaultSettings().level },
      column: { type: 'string' },
      sheet: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) throw new Error('Name a folder of saved pages, or pages.');
  const files = positionals.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`There is no ${path}.`);
    if (!statSync(path).isDirectory()) return [resolve(path)];
    const pages = readdirSync(path).filter((name) => /\.html?$/i.test(name));
    if (pages.length === 0) throw new Error(`${path} holds no saved page (FILE.html).`);
    return pages.sort().map((name) => resolve(path, name));
  });
  const browsers = browsersOf(values.browser);
  const level = levelOf(values.level);
  const widths = values.width.split(',').map(Number);
  if (!widths.every(isWidth))
    throw new Error(`--width is one or more numbers of pixels from 320 to 4000, not ${values.width}.`);
  const column = values.column === undefined ? null : Number(values.column);
  if (column !== null && !(Number.isInteger(column) && column >= 200 && column <= 4000))
    throw new Error(`--column is a number of pixels from 200 to 4000, not ${values.column}.`);
  return { files: [...new Set(files)], browsers, widths, level, column, sheet: values.sheet };
}

/** What was seen of one page at one width. */
export interface Finding {
  page: string;
  browser: BrowserName;
  width: number;
  state: string;
  /** Claims and announcements whose words are painted. */
  claims: number;
  notes: number;
  /** Small marks in the margin that stand for a note without room. */
  marks: number;
  breaches: string[];
}

/** One line of the log, and one more for each breach. */
export function lines({ page, browser, width, state, claims, notes, marks, breaches }: Finding): string[] {
  const seen = claims > 0 ? `${claims} painted, ${counted(notes, 'note')}, ${counted(marks, 'mark')}` : state;
  const verdict = breaches.length === 0 ? 'ok  ' : 'FAIL';
  return [`${verdict} ${browser} ${width} ${page}: ${seen}`, ...breaches.map((breach) => `       ${breach}`)];
}

/** The last line of the log, one JSON object. */
export function summary(findings: readonly Finding[]): string {
  const failed = findings.filter(({ breaches }) => breaches.length > 0);
  return JSON.stringify({
    pages: new Set(findings.map(({ page }) => page)).size,
    looks: findings.length,
    annotated: findings.filter(({ claims }) => claims > 0).length,
    notes: findings.reduce((sum, { notes }) => sum + notes, 0),
    marks: findings.reduce((sum, { marks }) => sum + marks, 0),
    failed: failed.length,
    breaches: failed.reduce((sum, { breaches }) => sum + breaches.length, 0),
  });
}

/** Runs `work`; rejects after `ms` in words. What hangs is left to itself. */
async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hangs: nothing after ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One browser at work on one page after the other. */
class Sweep {
  constructor(
    private readonly driver: Driver,
    private readonly options: SweepOptions,
    private readonly pictures: Picture[],
  ) {}

  private choose(settings: Partial<Settings>): Promise<void> {
    const { level } = this.options;
    return this.driver.store({ [SETTINGS_KEY]: storedForm({ ...defaultSettings(), level, ...settings }) });
  }

  private errors = async () => ourErrors(await this.driver.errors(), this.driver.origin);

  /** Switches Peel on and looks. The page is as it is without Peel before and after. */
  private async look(tab: Tab, page: string, width: number): Promise<Finding> {
    const { driver } = this;
    await tab.resize(width, HEIGHT);
    await pause(REST);
    const earlier = (await this.errors()).length;
    const bare = await serialised(tab);
    await this.choose({});
    await until('Peel to be on', async () => ((await driver.status(tab))?.state ?? 'all-off') !== 'all-off');
    const status = await settled(driver, tab, PATIENCE);
    const seen = status.state === 'annotated' ? await this.laidOut(tab, status) : await standing(tab);
    const breaches: string[] = [];
    if (status.state === 'annotated' && seen) {
      const claims = status.claims.map(({ claim, painted }) => ({ quote: claim.quote, painted }));
      breaches.push(...dishonest(claims, [...new Set((await painted(tab)).map(({ text }) => text))], seen.keys));
      breaches.push(...overlaps(seen, await thingsUnder(tab, seen)));
      breaches.push(...misplacedCards(await this.cards(tab, status, seen.keys)));
    } else if (status.state === 'annotated' && status.claims.some(({ painted }) => painted)) {
      breaches.push('claims are said to be painted, and nothing of Peel is on the page');
    } else {
      if (seen) breaches.push(`an element was added to a page that is ${status.state}`);
      for (const { text } of await painted(tab)) breaches.push(`painted on a page that is ${status.state}: "${text}"`);
      if (!seen) breaches.push(...difference(bare, await serialised(tab)));
    }
    if (status.state === 'failed') breaches.push(`failed: ${status.reason ?? 'for no reason that is known'}`);
    if (seen && this.options.sheet) await this.picture(tab, page, width, seen, breaches);
    await this.choose({ enabled: false });
    await until('Peel to be off', async () => (await driver.status(tab))?.state === 'all-off');
    breaches.push(...difference(bare, await serialised(tab)));
    for (const { text } of await painted(tab)) breaches.push(`still painted when off: "${text}"`);
    breaches.push(...(await this.errors()).slice(earlier));
    const count = status.claims.filter((claim) => claim.painted).length;
    const [notes, marks] = [seen?.notes.length ?? 0, seen?.marks.length ?? 0];
    return { page, browser: driver.name, width, state: status.state, claims: count, notes, marks, breaches };
  }

  /**
   * Where everything stands once it rests: where marks have notes, something must be there, and be at the same place twice.
   * What is not so in time is looked at as it is.
   */
  private async laidOut(tab: Tab, { claims }: PageStatus): Promise<Standing | null> {
    const due = claims.some(({ painted, note }) => painted && note);
    let seen: Standing | null = null;
    const rests = async () => {
      await pause(REST);
      const before = JSON.stringify(seen);
      seen = await standing(tab);
      return JSON.stringify(seen) === before && (!due || (seen && seen.notes.length + seen.marks.length > 0));
    };
    await until('notes at rest', rests, LAYOUT_PATIENCE).catch(() => null);
    return seen;
  }

  /** The card of every claim that has a note or a mark, opened one after the other. */
  private async cards(tab: Tab, status: PageStatus, keys: readonly string[]): Promise<OpenCard[]> {
    const cards: OpenCard[] = [];
    for (const [index, { claim, painted }] of status.claims.entries()) {
      if (painted && keys.includes(`c${index}`)) cards.push(await openCard(tab, `c${index}`, claim.quote));
    }
    await tab.press('Escape');
    return cards;
  }

  private async picture(
    tab: Tab,
    page: string,
    width: number,
    seen: NonNullable<Awaited<ReturnType<typeof standing>>>,
    breaches: string[],
  ): Promise<void> {
    const { name } = this.driver;
    const path = picturePath(join(ROOT, 'out', 'sheet'), page, name, width);
    if (await photograph(tab, path, seen)) this.pictures.push({ title: `${page}, ${name} ${width}`, path, breaches });
  }

  /** One page at all widths. Throws where it hangs: then the browser is no longer to be trusted. */
  async page(url: string, page: string, report: (finding: Finding) => void): Promise<void> {
    await this.choose({ enabled: false });
    const tab = await within(PATIENCE, page, this.driver.open(url));
    await within(PATIENCE, page, settled(this.driver, tab, PATIENCE));
    for (const width of this.options.widths)
      report(await within(PATIENCE * 2, `${page} at ${width}`, this.look(tab, page, width)));
    await within(PATIENCE, page, tab.close());
  }
}

/** A page as it was saved, or set in a column that leaves more room on the right than on the left. */
export function inColumn(html: Buffer, column: number): Buffer {
  const style = `body{max-width:${column}px!important;margin:0 0 0 max(16px,(100vw - ${column}px)/3)!important}`;
  return Buffer.concat([html, Buffer.from(`<style>${style}</style>`)]);
}

async function addressOf(server: PageServer, file: string, name: string, column: number | null): Promise<string> {
  if (column === null) return server.file(file);
  const html = await readFile(file);
  const headers = { 'content-type': htmlType(html), 'content-security-policy': SAVED_PAGE_POLICY };
  return server.text(`${name}.html`, inColumn(html, column), headers);
}

async function sweepBrowser(
  name: BrowserName,
  executable: string,
  options: SweepOptions,
  server: PageServer,
): Promise<Finding[]> {
  const extension = await build(name, 'e2e');
  const start = () => launch(name, { executable, extension, height: HEIGHT });
  const findings: Finding[] = [];
  const pictures: Picture[] = [];
  const report = (finding: Finding) => {
    findings.push(finding);
    for (const line of lines(finding)) console.log(line);
  };
  let driver = await start();
  try {
    const names = slugs(options.files);
    for (const [index, file] of options.files.entries()) {
      const page = names[index] ?? 'page';
      try {
        const address = await addressOf(server, file, page, options.column);
        await new Sweep(driver, options, pictures).page(address, page, report);
      } catch (error) {
        const gone = { state: 'hangs', claims: 0, notes: 0, marks: 0 };
        report({ page, browser: name, width: 0, ...gone, breaches: [(error as Error).message] });
        await within(10_000, name, driver.close()).catch(() => undefined);
        driver = await start();
      }
    }
  } finally {
    await driver.close();
  }
  if (options.sheet) {
    const title = `Peel in ${name}, level ${options.level}`;
    console.log(await writeSheet(join(ROOT, 'out', `sheet-${name}.html`), title, pictures));
  }
  return findings;
}

/** @returns 0 when nothing was found wrong, 1 when something was, 2 for arguments that make no sense. */
export async function main(args: string[]): Promise<number> {
  let options: SweepOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const server = await serve({ port: PORT });
  try {
    const found = await ensureBrowsers(options.browsers, (line) => console.log(line));
    const findings: Finding[] = [];
    for (const name of options.browsers) findings.push(...(await sweepBrowser(name, found[name], options, server)));
    console.log(summary(findings));
    return findings.some(({ breaches }) => breaches.length > 0) ? 1 : 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    await server.close();
  }
}
