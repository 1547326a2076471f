/** How long the reader waits: for the first note, and for the dial. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEVELS } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { type Driver, type Tab, until } from '../browser/driver';
import { settled } from '../browser/look';
import type { PageServer } from '../browser/server';
import { ROOT } from '../build';
import { median } from '../statistics';
import { ms, repeat, row, say } from './report';

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
  const timed = readFileSync(DEMO, 'utf8').replace('</head>', `${STOPWATCH}</head>`);
  /** Until the first note; what the background has judged under a title it knows as long as it lives. */
  const first = async (title: string, sleep = false) => {
    if (sleep) await driver.stopBackground();
    const titled = timed.replace(/<title>|property="og:title" content="/g, (before) => `${before}${title} `);
    const tab = await driver.open(server.text('timed.html', titled));
    await until('notes', () => tab.evaluate(() => (window as unknown as Watched).notedAt !== undefined), 20_000);
    const wait = await tab.evaluate(() => {
      const { loadedAt = 0, notedAt = 0 } = window as unknown as Watched;
      return notedAt - loadedAt;
    });
    await tab.close();
    return wait;
  };
  await driver.store({ [SETTINGS_KEY]: form('roast') });
  await first('Known:');
  const known = median(await repeat(5, () => first('Known:')));
  const awake = median(await repeat(9, (n) => first(`No. ${n}:`)));
  const asleep = median(await repeat(5, (n) => first(`No. ${n}, asleep:`, true)));
  say('\nthe demo article, notes and dial');
  row('first note after load, background awake', ms(awake), 'budget 200 ms');
  row('  the same where it knows the page', ms(known));
  row('first note after load, background asleep', ms(asleep), 'budget 900 ms');
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
