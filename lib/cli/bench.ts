/**
 * `npm run bench [-- FILE.html …]`: what Peel costs, each figure beside a yardstick measured in the same run, since
 * milliseconds of two machines cannot be compared. Without files: the largest pages at hand.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import nlp from 'compromise';
import { build as bundle, type Rollup } from 'vite';
import { read, warm } from '@/lib/claims';
import { LEVELS, type PageText } from '@/lib/model';
import { write } from '@/lib/satire';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { build, ROOT } from './browser/build';
import { type Driver, type Tab, until } from './browser/driver';
import { ensureBrowsers } from './browser/find';
import { launch } from './browser/launch';
import { settled } from './browser/look';
import { type PageServer, serve } from './browser/server';

const CORPUS = join(ROOT, '../shared/corpus/pages');
const DEMO = join(ROOT, 'test/demo/article.html');
const ROUNDS = 9;

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

function row(what: string, value: string, note = ''): void {
  console.log(`  ${what.padEnd(46)} ${value.padStart(12)}  ${note}`);
}

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

/** lib/article as one script that puts its functions on the page's `window`. */
async function articleScript(): Promise<string> {
  const output = (await bundle({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      lib: { entry: join(ROOT, 'lib/article/index.ts'), formats: ['iife'], name: 'peelArticle', fileName: 'article' },
    },
  })) as Rollup.RollupOutput[];
  const chunk = output[0]?.output[0];
  if (!chunk || !('code' in chunk)) throw new Error('lib/article does not bundle');
  return `${chunk.code}\nwindow.peelArticle = peelArticle;`;
}

interface PageCost {
  characters: number;
  nodes: number;
  walk: number[];
  collapse: number[];
  find: number[];
  mark: number[];
  locate: number[];
  page: PageText;
}

/** Runs in the page: the yardstick and the work, in turn, so that both see the same state of caches. */
function measurePage(rounds: number): PageCost {
  const { peelArticle } = window as unknown as {
    peelArticle: {
      readPage(
        document: Document,
        location: Location,
      ): { page: PageText; locate(passage: number, span: object): unknown };
      markCandidates(page: PageText): number;
    };
  };
  const cost: PageCost = {
    characters: 0,
    nodes: 0,
    walk: [],
    collapse: [],
    find: [],
    mark: [],
    locate: [],
    page: null as never,
  };
  for (let round = 0; round < rounds; round += 1) {
    let at = performance.now();
    let text = '';
    let nodes = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      text += walker.currentNode.nodeValue;
      nodes += 1;
    }
    cost.walk.push(performance.now() - at);
    cost.characters = text.length;
    cost.nodes = nodes;
    at = performance.now();
    // What any finder must do: skip scripts, collapse white space, remember where each node's text begins.
    const segments: [Node, number][] = [];
    let clean = '';
    const chooser = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (chooser.nextNode()) {
      const node = chooser.currentNode;
      if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement?.tagName ?? '')) continue;
      segments.push([node, clean.length]);
      clean += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    }
    cost.collapse.push(performance.now() - at);
    at = performance.now();
    const article = peelArticle.readPage(document, location);
    cost.find.push(performance.now() - at);
    at = performance.now();
    peelArticle.markCandidates(article.page);
    cost.mark.push(performance.now() - at);
    at = performance.now();
    for (const passage of article.page.passages) {
      const sentence = passage.sentences.find(({ candidate }) => candidate);
      if (sentence) article.locate(passage.index, sentence);
    }
    cost.locate.push(performance.now() - at);
    cost.page = article.page;
  }
  return cost;
}

/** Counts tasks over 50 ms from now on. */
function watchLongTasks(): void {
  const scope = window as unknown as { peelLong: number[] };
  scope.peelLong = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) scope.peelLong.push(entry.duration);
  }).observe({ type: 'longtask' });
}

async function inPage(driver: Driver, tab: Tab, name: string, script: string): Promise<PageText> {
  await tab.inject(script);
  const cost = await tab.evaluate(measurePage, ROUNDS);
  const walk = median(cost.walk);
  const find = median(cost.find);
  const candidates = cost.page.passages.flatMap(({ sentences }) =>
    sentences.filter(({ candidate }) => candidate),
  ).length;
  console.log(`\non the page: ${name}, ${cost.characters} characters in ${cost.nodes} text nodes, ${driver.version}`);
  const collapse = median(cost.collapse);
  row('yardstick: bare TreeWalker pass', ms(walk));
  row('yardstick: the same, white space collapsed', ms(collapse));
  const times = (yardstick: number) =>
    yardstick < 0.3 ? 'too short to compare' : `${(find / yardstick).toFixed(1)} ×`;
  row('finding passages', ms(find), `${times(walk)}; ${times(collapse)} (budget 3)`);
  row('marking candidates', ms(median(cost.mark)), `${candidates} of ${cost.page.passages.length} passages' sentences`);
  row('ranges for them', ms(median(cost.locate)));
  return cost.page;
}

async function tasks(driver: Driver, url: string): Promise<void> {
  const off = storedForm({ ...defaultSettings(), enabled: false });
  await driver.store({ [SETTINGS_KEY]: off });
  const tab = await driver.open(url);
  await settled(driver, tab, 60_000);
  await tab.evaluate(watchLongTasks);
  await tab.evaluate(() => new Promise<void>((done) => setTimeout(done, 500)));
  await tab.evaluate(() => {
    (window as unknown as { peelLong: number[] }).peelLong = [];
  });
  const before = (await tab.busy()) ?? 0;
  await driver.store({ [SETTINGS_KEY]: storedForm(defaultSettings()) });
  await until(
    'a pass',
    async () => {
      const status = await driver.status(tab);
      return status && !['all-off', 'starting', 'reading'].includes(status.state);
    },
    60_000,
  );
  await tab.evaluate(() => new Promise<void>((done) => setTimeout(done, 300)));
  const long = await tab.evaluate(() => (window as unknown as { peelLong: number[] }).peelLong);
  row(
    'a whole pass with painting, main thread',
    ms(((await tab.busy()) ?? 0) - before),
    'all work of the tab meanwhile',
  );
  row('tasks over 50 ms in it', String(long.length), `budget 0${long.length ? `; ${long.map(ms).join(', ')}` : ''}`);
  await tab.close();
}

/** Main-thread time of one change of storage, with what follows from it. */
async function change(driver: Driver, tab: Tab, values: Record<string, unknown>): Promise<number> {
  const before = (await tab.busy()) ?? 0;
  await driver.store(values);
  await tab.evaluate(() => new Promise<void>((done) => setTimeout(done, 250)));
  return ((await tab.busy()) ?? 0) - before;
}

async function dial(driver: Driver, server: PageServer): Promise<void> {
  const form = (level: (typeof LEVELS)[number]) => storedForm({ ...defaultSettings(), level });
  const first = async (sleep: boolean) => {
    if (sleep) await driver.stopBackground();
    const tab = await driver.open();
    const at = performance.now();
    await tab.goto(server.file(DEMO));
    const loaded = performance.now() - at;
    await until('notes', async () => (await driver.status(tab))?.state === 'annotated', 20_000);
    const total = performance.now() - at;
    await tab.close();
    return { loaded, noted: total - loaded };
  };
  await driver.store({ [SETTINGS_KEY]: form('roast') });
  await first(false);
  const awake = median((await repeat(5, () => first(false))).map(({ noted }) => noted));
  const asleep = median((await repeat(3, () => first(true))).map(({ noted }) => noted));
  console.log('\nthe demo article, notes and dial');
  row('first note after load, background awake', ms(awake), 'budget 300 ms, polled every 50 ms');
  row('first note after load, background asleep', ms(asleep), 'budget 1,200 ms');
  const tab = await driver.open(server.file(DEMO));
  await settled(driver, tab);
  const idle = median(await repeat(5, (n) => change(driver, tab, { [SETTINGS_KEY]: form('roast'), bench: n })));
  const turns = await repeat(8, (n) =>
    change(driver, tab, { [SETTINGS_KEY]: form(LEVELS[(n + 3) % LEVELS.length] ?? 'roast') }),
  );
  row('yardstick: storage change that changes nothing', ms(idle), 'main thread');
  const net = median(turns) - idle;
  row(
    'turning the level',
    ms(net),
    `main thread beyond the yardstick; budget 50 ms; worst ${ms(Math.max(...turns) - idle)}`,
  );
  await tab.close();
}

async function repeat<T>(times: number, work: (n: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < times; n += 1) results.push(await work(n));
  return results;
}

const timed = (work: () => unknown) => {
  const at = performance.now();
  work();
  return performance.now() - at;
};

/** The background's half, in Node: the same modules, the same engine as Chromium's. */
function reading(page: PageText, name: string): void {
  const sentences = page.passages.flatMap(({ text, sentences: all }) =>
    all.filter(({ candidate }) => candidate).map(({ start, end }) => text.slice(start, end)),
  );
  console.log(`\nin the background: ${name}, ${sentences.length} candidate sentences`);
  if (sentences.length === 0) return;
  const start = timed(warm);
  const parse = median(Array.from({ length: 5 }, () => timed(() => sentences.map((text) => nlp(text)))));
  const whole = median(Array.from({ length: 5 }, () => timed(() => read(page))));
  const found = read(page);
  const writing = median(Array.from({ length: 5 }, () => timed(() => write(page, found))));
  const each = (time: number) => `${ms(time / sentences.length)}`;
  row('getting ready, once', ms(start), 'if nothing was read before');
  row('yardstick: compromise alone, a sentence', each(parse));
  row('reading, a candidate sentence', each(whole), `${(whole / parse).toFixed(1)} × the yardstick (budget 4 ms)`);
  row(`writing all levels, ${found.claims.length} claims`, ms(writing));
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
    const script = await articleScript();
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
    } finally {
      await driver.close();
    }
    for (const { name, page } of texts) reading(page, name);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  } finally {
    await server.close();
  }
}
