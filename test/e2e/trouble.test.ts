import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/lib/cli/browser/driver';
import { settled } from '@/lib/cli/browser/look';
import { PAUSE_KEY } from '@/lib/settings/pause';
import { defaultSettings } from '@/lib/settings/settings';
import { byTurns } from '../full';
import { BROWSERS, DEMO, overlayText, paintedTexts, startWorld, type World } from './harness';

/** The demo's story told `times` over, with other numbers each time, so that every sentence is new to the reader. */
function longArticle(times: number): string {
  const source = readFileSync(DEMO, 'utf8');
  const story = /<article[^>]*>([\s\S]*)<\/article>/.exec(source)?.[1] ?? '';
  const body = story.slice(story.indexOf('<p>The announcement')).replace(/<figure>[\s\S]*?<\/figure>/, '');
  const copies = Array.from({ length: times }, (_, copy) =>
    body.replace(/\b\d{2,3}\b/g, (n) => String(Number(n) + copy)),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>AI at Kelmore Pay, at length</title>
    <body><article><h1>Kelmore Pay and its AI assistant, at length</h1>${copies.join('')}</article></body></html>`;
}

describe.each(BROWSERS)('trouble in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
  });
  afterAll(() => world?.close());

  const damaged: [string, Record<string, unknown>][] = [
    ['text in place of settings', { settings: 'rubbish', memory: 'rubbish' }],
    [
      'fields of the wrong kind',
      { settings: { version: 'x', level: 9, enabled: 'no', sitesOff: { a: 1 }, kindsOff: [7] } },
    ],
    ['a version from the future', { settings: { version: 99, level: 'inferno' }, memory: [1, null] }],
    ['nothing at all', {}],
  ];
  it.each(byTurns(damaged, name))('works from storage that holds %s', async (_, stored) => {
    await world.driver.store(stored);
    const { tab, status } = await world.open(world.server.file(DEMO));
    expect(status.state).toBe('annotated');
    expect(status.level).toBe(defaultSettings().level);
    await tab.close();
  });

  it('wakes a background that was ended', async () => {
    await world.choose();
    expect(await world.driver.backgroundRuns()).toBe(true);
    await world.driver.stopBackground();
    const { tab, status } = await world.open(world.server.file(DEMO));
    expect(status.state).toBe('annotated');
    await tab.close();
  });

  it('survives a background that is ended in mid-pass', async () => {
    await world.choose();
    const url = world.server.text('long.html', longArticle(6));
    const tab = await world.driver.open();
    let going = false;
    const go = async () => {
      if (going) return;
      going = true;
      await tab.goto(url).catch(() => undefined);
      going = false;
    };
    void go();
    await until(
      'the page to be read',
      async () => {
        const now = await world.driver.status(tab);
        // Read before anybody looked: once more, but not while the page is still on its way.
        if (now?.state === 'annotated') void go();
        return now?.state === 'reading';
      },
      30_000,
    );
    expect(await world.driver.stopBackground()).toBe(true);
    const after = await settled(world.driver, tab, 60_000);
    if (after.state === 'failed') {
      expect(after.reason).not.toBeNull();
      expect(await paintedTexts(tab)).toEqual([]);
      expect(await overlayText(tab)).toBeNull();
    } else {
      expect(after.state).toBe('annotated');
      expect((await paintedTexts(tab)).length).toBeGreaterThan(0);
    }
    await tab.goto(url);
    expect((await settled(world.driver, tab, 60_000)).state).toBe('annotated');
    await tab.close();
  });

  it('ends the waiting for storage that never answers in a sentence, and does what is pressed next', async () => {
    await world.choose();
    const { tab } = await world.open(world.server.file(DEMO));
    const popup = await world.driver.popup(tab);
    const press = (selector: string) =>
      until(selector, () =>
        popup.evaluate((wanted: string) => {
          const found = document.querySelector<HTMLElement>(wanted);
          found?.click();
          return found !== null;
        }, selector),
      );
    const kept = async () => Object.keys(await world.driver.stored());
    await press('#peel ~ .switch input');
    await until('the ways to be off', () => popup.evaluate(() => document.querySelector('.off-for') !== null));
    /** Storage takes what it is given and never says so, or is itself again. */
    const answers = (does: boolean) =>
      popup.evaluate((again: boolean) => {
        type Api = { storage: { local: { set: unknown; kept?: unknown } } };
        const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
        const { local } = ((scope.browser ?? scope.chrome) as Api).storage;
        local.kept ??= local.set;
        local.set = again ? local.kept : () => new Promise(() => undefined);
      }, does);
    await answers(false);
    await press('input[name=off][value=hour]');
    await until('the sentence', () =>
      popup.evaluate(() =>
        /has not said that this is done/.test(document.querySelector('[role=alert]')?.textContent ?? ''),
      ),
    );
    expect(await kept()).not.toContain(PAUSE_KEY);
    await answers(true);
    await press('input[name=off][value=hour]');
    await until('the pause', async () => (await kept()).includes(PAUSE_KEY));
    await popup.close();
    await tab.close();
  });

  it('makes no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
