/** What finding claims and painting them costs on a page, beside what walking over the same page costs. */
import type { PageText } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { type Driver, type Tab, until } from '../browser/driver';
import { settled } from '../browser/look';
import { median } from '../statistics';
import { ms, row, say } from './report';

const ROUNDS = 9;

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

/** Measures finding, marking and locating on the page in `tab`, beside a bare walk over it, and prints it. @returns the page's text. */
export async function inPage(driver: Driver, tab: Tab, name: string, script: string): Promise<PageText> {
  await tab.inject(script);
  const cost = await tab.evaluate(measurePage, ROUNDS);
  const walk = median(cost.walk);
  const find = median(cost.find);
  const candidates = cost.page.passages.flatMap(({ sentences }) =>
    sentences.filter(({ candidate }) => candidate),
  ).length;
  say(`\non the page: ${name}, ${cost.characters} characters in ${cost.nodes} text nodes, ${driver.version}`);
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

/** Measures a whole pass with its painting on the page at `url`, and prints it with the tasks that were too long. */
export async function tasks(driver: Driver, url: string): Promise<void> {
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
