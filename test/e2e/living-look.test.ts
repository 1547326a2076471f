/** What Peel looks like under forced colours, and that hiding and showing it moves nothing. On the built extension. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, until } from '@/lib/cli/browser/driver';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { ROOT } from '@/lib/cli/build';
import { FULL } from '../full';
import { BROWSERS, boxes, DEMO, layoutShifts, moved, overlayText, startWorld, type World } from './harness';
import { bareness, faint, ownPatches, paintedPatches } from './pixels';

const PAGES = join(ROOT, 'test/pages');

// Only Chromium measures shifts.
describe.each(BROWSERS.filter((name) => FULL || name === 'chromium'))('hiding and showing in %s', (name) => {
  let world: World;
  let helper: Surface;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'onion' });
    helper = await world.driver.page('options.html');
  });
  afterAll(() => world?.close());

  /** What the key for hiding sends. */
  async function toggle(): Promise<void> {
    await helper.evaluate(async () => {
      interface Api {
        tabs: {
          query(of: object): Promise<{ id: number }[]>;
          sendMessage(id: number, message: object): Promise<unknown>;
        };
      }
      const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
      const { tabs } = (scope.browser ?? scope.chrome) as Api;
      for (const { id } of await tabs.query({}))
        await tabs.sendMessage(id, { type: 'peel:hide', hidden: 'toggle' }).catch(() => undefined);
    });
  }

  const looks: [string, string, number][] = [
    ['the demo, wide', DEMO, 1440],
    ['the demo, narrow', DEMO, 640],
    // That the notes come without a move is tried on each of these every time, in hazards.test.ts.
    ...(FULL ? ['columns.html', 'fixed-header.html', 'transforms.html'] : []).map((page): [string, string, number] => [
      page,
      join(PAGES, page),
      1440,
    ]),
  ];
  it.each(looks)('%s: nothing moves, scrolls or loses focus', async (_, file, width) => {
    const { tab } = await world.open(world.server.file(file));
    await tab.resize(width, 900);
    await until('notes', async () => (await overlayText(tab)) !== null);
    await new Promise((done) => setTimeout(done, 600));
    await tab.evaluate(() => {
      scrollTo({ top: 120, behavior: 'instant' });
      document.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true });
    });
    await new Promise((done) => setTimeout(done, 400));
    const measured = name === 'chromium';
    const early = measured ? (await layoutShifts(tab)).length : 0;
    const standing = () => tab.evaluate(() => `${scrollX} ${scrollY} ${document.activeElement?.outerHTML}`);
    const [places, place] = [await boxes(tab), await standing()];
    for (let turn = 0; turn < 3; turn += 1) {
      await toggle();
      await until(
        'no note',
        async () => (await tab.inOverlay((root) => root.querySelectorAll('.note, .spot').length)) === 0,
      );
      await toggle();
      await until(
        'the notes',
        async () => Number(await tab.inOverlay((root) => root.querySelectorAll('.note, .spot').length)) > 0,
      );
    }
    await toggle();
    await until('nothing of Peel', async () => (await overlayText(tab)) === null);
    expect(moved(places, await boxes(tab), file.endsWith('columns.html') ? 3 : 0)).toEqual([]);
    expect(await standing()).toBe(place);
    if (measured) expect((await layoutShifts(tab)).slice(early)).toEqual([]);
    await tab.close();
  });
});

// Only Chromium lets a test force colours.
describe.runIf(BROWSERS.includes('chromium'))('forced colours in chromium', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld('chromium');
    await world.choose({ level: 'roast' });
  });
  afterAll(() => world?.close());

  const GROUNDS = [
    ['dark', '0,0,0'],
    ['light', '255,255,255'],
  ] as const;
  const grounds = GROUNDS.slice(0, FULL ? 2 : 1);
  it.each(grounds)('%s: notes, marks, paint and buttons are to be seen', async (scheme, ground) => {
    const { tab } = await world.open(world.server.file(DEMO));
    const reader = await world.driver.open();
    const session = await puppeteerPage(tab).createCDPSession();
    const features = [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: scheme },
    ];
    await session.send('Emulation.setEmulatedMedia', { features });
    await tab.resize(1440, 1300);
    await new Promise((done) => setTimeout(done, 600));
    expect(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);

    const claims = await paintedPatches(tab);
    expect(claims.length).toBeGreaterThan(0);
    // The system's own colours for marked text: its letters may have the page's ground, the space between them not.
    expect((await bareness(tab, reader, claims, ground)).filter((share) => share > 0.2)).toEqual([]);
    expect(await faint(tab, reader, claims, 4.5)).toEqual([]);
    const notes = await ownPatches(tab, '.note, .note .tag');
    expect(notes.length).toBeGreaterThan(0);
    expect(await faint(tab, reader, notes, 4.5)).toEqual([]);

    await tab.inOverlay((root) => root.querySelector<HTMLElement>('.note .tag')?.click());
    await until('a card', async () => (await ownPatches(tab, '.card')).length > 0);
    const buttons = await ownPatches(tab, '.card button, .card .gauge');
    expect(buttons.length).toBeGreaterThan(3);
    expect(await faint(tab, reader, buttons, 3)).toEqual([]);
    await tab.press('Escape');

    await tab.resize(640, 1300);
    await until('marks', async () => (await ownPatches(tab, '.mark')).length > 0);
    // A mark is one small disc of one colour, which must not be the page's.
    const marks = await ownPatches(tab, '.seen .mark');
    expect(marks.length).toBeGreaterThan(0);
    expect((await bareness(tab, reader, marks, ground)).filter((share) => share > 0.5)).toEqual([]);
    await reader.close();
    await tab.close();
  });
});
