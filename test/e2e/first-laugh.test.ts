/** From the install to the first joke in sight: under a minute, with every press of the reader's counted. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumTab } from '@/lib/cli/browser/chromium-tab';
import { type Driver, type Tab, until } from '@/lib/cli/browser/driver';
import { ensureBrowsers, findBrowser } from '@/lib/cli/browser/find';
import { launch } from '@/lib/cli/browser/launch';
import { puppeteerPage } from '@/lib/cli/browser/puppeteer-tab';
import { type PageServer, serve } from '@/lib/cli/browser/server';
import { builtPath } from '@/lib/cli/build';
import { BROWSERS, DEMO } from './harness';

const MINUTE = 60_000;
/** A site that is not on Peel's list. */
const ELSEWHERE = 'elsewhere.example';

/** A joke that stands in the window as it is, nobody having scrolled; the sentence it is about, too. */
const laugh = (tab: Tab) =>
  tab.inOverlay((root) => {
    const inSight = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return right > left && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    };
    const note = [...root.querySelectorAll('.note:not(.headline, .end)')].find(inSight);
    return scrollY === 0 && (note?.querySelector('.line')?.textContent ?? note?.textContent ?? '');
  });

describe.each(BROWSERS)('the first laugh, in %s', (name) => {
  let driver: Driver;
  let server: PageServer;
  beforeAll(async () => {
    const executable = findBrowser(name) ?? (await ensureBrowsers([name]))[name];
    server = await serve();
    driver = await launch(name, { executable, extension: builtPath(name, 'e2e'), welcome: true, names: [ELSEWHERE] });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  // Only Chromium's driver gets at a page of the extension that it did not open.
  it.runIf(name === 'chromium')('is on the page that the install opens: no press', async () => {
    const target = await until('the page', async () => {
      const tab = await driver.open();
      const browser = puppeteerPage(tab).browser();
      await tab.close();
      return browser.targets().find((one) => one.url() === `${driver.origin}welcome.html`);
    });
    const greeting = new ChromiumTab(await target.asPage());
    await greeting.front();
    await greeting.resize(1366, 768);
    expect(await until('a joke', () => laugh(greeting), MINUTE)).toMatch(/\w/);
    await greeting.close();
  });

  it('is on an article of a listed site: one step, to open it', async () => {
    const tab = await driver.open();
    await tab.goto(server.file(DEMO));
    expect(await until('a joke', () => laugh(tab), MINUTE)).toMatch(/\w/);
    await tab.close();
  });

  it('is on an article of any other site: three steps, of which two are presses', async () => {
    const tab = await driver.open();
    const steps = ['open the article'];
    await tab.goto(server.file(DEMO).replace('127.0.0.1', ELSEWHERE));
    const popup = await driver.popup(tab);
    steps.push('press the toolbar button');
    const press = () =>
      popup.evaluate(() => {
        const button = document.querySelector<HTMLElement>('.page .primary');
        const says = button?.textContent ?? '';
        button?.click();
        return says;
      });
    steps.push(`press “${await until('the button', press)}”`);
    expect(await until('a joke', () => laugh(tab), MINUTE)).toMatch(/\w/);
    expect(steps).toEqual(['open the article', 'press the toolbar button', 'press “Peel this page”']);
    await tab.close();
  });
});
