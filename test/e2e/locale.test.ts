/** Peel in a pseudo-language, 40 % longer than English: the build as it is, with other words in its file of messages. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '@/lib/cli/browser/driver';
import { builtPath } from '@/lib/cli/build';
import { byTurns } from '../full';
import type { Catalogue } from '../locale/catalogue';
import { pseudo } from '../locale/pseudo';
import { BROWSERS, DEMO, overlayText, startWorld, type World } from './harness';

const PAGES = ['popup.html', 'options.html', 'welcome.html', 'ledger.html', 'share.html'];
const WIDTHS = [390, 320];

/** What one of Peel's pages looks like in a frame of that width. */
interface Seen {
  text: string;
  lang: string;
  title: string;
  /** Wider than the frame by so many pixels. */
  over: number;
  /** What stands out of the frame, as markup. */
  outside: string[];
}

function look(helper: Surface, page: string, width: number, rtl: boolean): Promise<Seen> {
  return helper.evaluate(
    async (src: string, wide: number, turned: boolean) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.style.cssText = `position:fixed;top:0;left:0;border:0;width:${wide}px;height:800px;background:#fff`;
      frame.src = src;
      const begun = Date.now();
      const there = () => (frame.contentDocument?.querySelector('main, .welcome')?.textContent ?? '').includes('!!]');
      while (!there() && Date.now() - begun < 10_000) await new Promise((done) => setTimeout(done, 50));
      const { documentElement: root, body, title } = frame.contentDocument as Document;
      if (turned) root.dir = 'rtl';
      for (const details of body.querySelectorAll('details')) details.open = true;
      await new Promise((done) => setTimeout(done, 400));
      const outside = [...body.querySelectorAll<HTMLElement>('main *, .welcome *')].filter((element) => {
        const { left, right, width: own } = element.getBoundingClientRect();
        // What scrolls in a box of its own is not out of reach, and what is for the ear alone is nowhere.
        const hidden = element.closest('.visually-hidden, pre, peel-margin, .sr') !== null || own <= 1;
        return !hidden && (right > wide + 1 || left < -1);
      });
      const seen = {
        text: body.textContent ?? '',
        lang: root.lang,
        title,
        over: root.scrollWidth - root.clientWidth,
        outside: outside.slice(0, 3).map((element) => element.outerHTML.slice(0, 200)),
      };
      frame.remove();
      return seen;
    },
    page,
    width,
    rtl,
  );
}

describe.each(BROWSERS)('in a longer language, in %s', (name) => {
  let world: World;
  let helper: Surface;
  const folder = mkdtempSync(join(tmpdir(), 'peel-pseudo-'));
  beforeAll(async () => {
    cpSync(builtPath(name, 'e2e'), folder, { recursive: true });
    const file = join(folder, '_locales/en/messages.json');
    writeFileSync(file, JSON.stringify(pseudo(JSON.parse(readFileSync(file, 'utf8')) as Catalogue)));
    world = await startWorld(name, folder);
    await world.choose({ level: 'roast', sitesOff: ['a-site-with-a-long-name.example.com'], spared: ['Acme'] });
    await world.open(world.server.file(DEMO));
    helper = await world.driver.page('options.html');
  });
  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('the page itself is spoken to in it', async () => {
    const { tab } = await world.open(world.server.file(DEMO));
    expect(await overlayText(tab)).toContain('[!! Šåţîŕé');
    await tab.close();
  });

  const cases = PAGES.flatMap((page) => WIDTHS.map((width) => [page, width] as const));
  it.each(byTurns(cases, name))('%s fits into %i px, from either side', async (page, width) => {
    for (const rtl of [false, true]) {
      const seen = await look(helper, page, width, rtl);
      expect(seen).toMatchObject({ lang: 'en-GB', title: expect.stringMatching(/^\[!!.*!!\]$/), over: 0, outside: [] });
      expect(seen.text).toContain('!!]');
    }
  });
});
