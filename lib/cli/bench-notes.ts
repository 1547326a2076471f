/** How long the reader waits: for the first note, for the dial, and what the background does meanwhile. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise';
import { read } from '@/lib/claims';
import { candidatesOf, judgePage } from '@/lib/claims/judge';
import { LEVELS, type PageText } from '@/lib/model';
import { write } from '@/lib/satire';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { ms, repeat, row, say } from './bench-report';
import { ROOT } from './browser/build';
import { type Driver, type Tab, until } from './browser/driver';
import { settled } from './browser/look';
import type { PageServer } from './browser/server';
import { readNetwork } from './evaluation/network';
import { median } from './statistics';

const DEMO = join(ROOT, 'test/demo/article.html');

/** Notes in the page when its load ended and when the first highlight and the margin were both there. */
const STOPWATCH = `<script>
  addEventListener('load', () => setTimeout(() => { window.loadedAt = performance.now(); }));
  new MutationObserver((_, observer) => {
    if (!document.querySelector('html > peel-margin') || CSS.highlights.size === 0) return;
    window.notedAt = performance.now();
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
</script>`;

interface Watched {
  loadedAt?: number;
  notedAt?: number;
}

/** Main-thread time of one change of storage, with what follows from it. */
async function change(driver: Driver, tab: Tab, values: Record<string, unknown>): Promise<number> {
  const before = (await tab.busy()) ?? 0;
  await driver.store(values);
  await tab.evaluate(() => new Promise<void>((done) => setTimeout(done, 250)));
  return ((await tab.busy()) ?? 0) - before;
}

/** Measures how long the first note and a turn of the dial take on the demo article, and prints it. Chromium only. */
export async function dial(driver: Driver, server: PageServer): Promise<void> {
  const form = (level: (typeof LEVELS)[number]) => storedForm({ ...defaultSettings(), level });
  const timedPage = server.text('timed.html', readFileSync(DEMO, 'utf8').replace('</head>', `${STOPWATCH}</head>`));
  const first = async (sleep: boolean) => {
    if (sleep) await driver.stopBackground();
    const tab = await driver.open(timedPage);
    await until('notes', () => tab.evaluate(() => (window as unknown as Watched).notedAt !== undefined), 20_000);
    const wait = await tab.evaluate(() => {
      const { loadedAt = 0, notedAt = 0 } = window as unknown as Watched;
      return notedAt - loadedAt;
    });
    await tab.close();
    return wait;
  };
  await driver.store({ [SETTINGS_KEY]: form('roast') });
  await first(false);
  const awake = median(await repeat(9, () => first(false)));
  const asleep = median(await repeat(5, () => first(true)));
  say('\nthe demo article, notes and dial');
  row('first note after load, background awake', ms(awake), 'budget 300 ms');
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

/** Measures the background's half of `page` in Node, the same modules on the same engine as Chromium's, and prints it. */
export async function reading(page: PageText, name: string): Promise<void> {
  const sentences = page.passages.flatMap(({ text, sentences: all }) =>
    all.filter(({ candidate }) => candidate).map(({ start, end }) => text.slice(start, end)),
  );
  say(`\nin the background: ${name}, ${sentences.length} candidate sentences`);
  if (sentences.length === 0) return;
  const started = performance.now();
  const encoder = readNetwork();
  const start = performance.now() - started;
  // An encoder keeps what it made of a sentence: each round has one of its own.
  const fresh = [readNetwork(), readNetwork(), readNetwork()];
  const firstJudging = median(await times(fresh.length, () => judgePage(page, fresh.pop() ?? encoder)));
  const judging = median(await times(5, () => judgePage(page, encoder)));
  const whole = median(await times(5, () => read(page, encoder)));
  const found = await read(page, encoder);
  const marked = found.claims.map(({ passage, sentence }) =>
    (page.passages[passage]?.text ?? '').slice(sentence.start, sentence.end),
  );
  const parse = median(await times(5, async () => marked.map((text) => nlp(text))));
  const writing = median(await times(5, async () => write(page, found)));
  row('loading the network, once', ms(start));
  row('judging, a sentence', ms(firstJudging / [...candidatesOf(page)].length), 'budget 12 ms');
  const each = Math.max(1, marked.length);
  row('yardstick: compromise alone, a marked sentence', ms(parse / each));
  row('parts, a marked sentence', ms((whole - judging) / each), 'budget 4 ms');
  row(`writing all levels, ${found.claims.length} marks`, ms(writing));
}

async function times(count: number, run: () => Promise<unknown>): Promise<number[]> {
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    const since = performance.now();
    await run();
    out.push(performance.now() - since);
  }
  return out;
}
