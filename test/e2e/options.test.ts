/** The options in real browsers: a pack of jokes from a file to the page, choices from a file, two windows at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, until } from '@/lib/cli/browser/driver';
import { digest } from '@/lib/hash';
import { KINDS } from '@/lib/model';
import { defaultSettings, SETTINGS_KEY, storedForm } from '@/lib/settings/settings';
import { BROWSERS, DEMO, startWorld, type World } from './harness';
import { give, PACK, press, says } from './own-page';

describe.each(BROWSERS)('the options, in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose();
  });
  afterAll(() => world?.close());

  it('take a pack from its file to the notes on a page, and out again', async () => {
    const options = await world.driver.page('options.html');
    await says(options, 'Packs of jokes');
    await give(options, 'Look at a pack…', 'bad.pack.txt', '== launch ==\n\nroast, hedge\nA {wombat}.\n');
    await says(options, 'Line 3: “{wombat}”: there is no slot “wombat”.');
    await give(options, 'Look at a pack…', 'ours.pack.txt', PACK);
    await says(options, '“Ours” by A. Writer');
    await says(options, 'Ours, the 0th kind');
    expect(await press(options, 'Install')).toBe(true);
    await says(options, '“Ours” is in use.');
    const { tab, status } = await world.open(world.server.file(DEMO));
    const lines = status.claims.flatMap(({ note }) => note?.line ?? []);
    expect(lines.some((line) => line.startsWith('pack-'))).toBe(true);
    expect(lines.some((line) => line.startsWith('house/'))).toBe(true);
    expect(await press(options, 'Remove')).toBe(true);
    await until('the pack to be gone from the page', async () => {
      const now = await world.driver.status(tab);
      return now?.state === 'annotated' && now.claims.every(({ note }) => !note?.line.startsWith('pack-'));
    });
    await tab.close();
    await options.close();
  });

  it('tell of an installed pack what Peel, stricter by now, leaves out of it', async () => {
    const text = `${PACK}\nroast, hedge\nA {wombat}.\n`;
    const pack = { id: digest(text), name: 'Ours', text };
    await world.driver.store({
      [SETTINGS_KEY]: storedForm({ ...defaultSettings(), packs: [pack.id] }),
      [`pack:${pack.id}`]: pack,
    });
    const options = await world.driver.page('options.html');
    await says(options, 'Look over');
    expect(await press(options, 'Look over')).toBe(true);
    await says(
      options,
      `“Ours”: ${PACK.match(/^roast/gm)?.length} jokes can be used. The lines that are wrong are left out`,
    );
    await says(options, 'there is no slot “wombat”');
    await options.close();
  });

  it('take choices from a file, and nothing from half of one', async () => {
    const options = await world.driver.page('options.html');
    await says(options, 'Keep your choices');
    const file = JSON.stringify({
      peel: 'settings',
      version: 1,
      settings: { level: 'onion', spared: ['Acme'] },
      packs: [],
    });
    await give(options, 'Import a file…', 'peel.json', file.slice(0, 50));
    await says(options, 'This file breaks off, or was damaged on its way. Nothing was changed.');
    await give(options, 'Import a file…', 'peel.json', file);
    await says(options, 'Slow Roast → Full Onion');
    expect(await press(options, 'Take these')).toBe(true);
    await says(options, 'Your choices are those of the file.');
    // None of what can get the focus has it under the bar that says so.
    const covered = await options.evaluate(() => {
      const bar = document.querySelector('.said') as HTMLElement;
      const all = [...document.querySelectorAll<HTMLElement>('main :is(a, button, input, select, summary)')];
      return all.filter((one) => {
        one.focus();
        return !bar.contains(one) && one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
      }).length;
    });
    expect(covered).toBe(0);
    expect((await world.driver.stored())[SETTINGS_KEY]).toMatchObject({ level: 'onion', spared: ['Acme'] });
    expect(await press(options, 'Undo')).toBe(true);
    await until('undo', async () => {
      const { level } = (await world.driver.stored())[SETTINGS_KEY] as { level: string };
      return level === 'roast';
    });
    await options.close();
  });

  it('lose no choice that is made while another window makes one', async () => {
    await world.choose();
    const windows = [await world.driver.page('options.html?1'), await world.driver.page('options.html?2')];
    const boxes = (at: Surface) => at.evaluate(() => document.querySelectorAll('.columns.checks input').length);
    for (const at of windows) await until('the kinds', async () => (await boxes(at)) === KINDS.length);
    // Every second kind here, the others there, at the same time and without a pause.
    await Promise.all(
      windows.map((at, which) =>
        at.evaluate((odd: number) => {
          const kinds = [...document.querySelectorAll<HTMLElement>('.columns.checks input')];
          for (const [i, kind] of kinds.entries()) if (i % 2 === odd) kind.click();
        }, which),
      ),
    );
    await until('all of them', async () => {
      const { kindsOff } = (await world.driver.stored())[SETTINGS_KEY] as { kindsOff: string[] };
      return new Set(kindsOff).size === KINDS.length;
    });
    for (const at of windows)
      await until('both windows to show them', () =>
        at.evaluate(() => document.querySelector('.columns.checks input:checked') === null),
      );
    for (const at of windows) await at.close();
  });
});
