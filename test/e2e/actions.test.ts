/** What a reader does on a card, and the way back from it, in real browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tab, until } from '@/lib/cli/browser/driver';
import { CORRECTIONS_KEY, parseCorrections } from '@/lib/memory/corrections';
import type { PageStatus } from '@/lib/messages';
import { parseSettings, SETTINGS_KEY } from '@/lib/settings/settings';
import { BROWSERS, DEMO, paintedTexts, startWorld, type World } from './harness';

describe.each(BROWSERS)('a card in %s', (name) => {
  let world: World;
  let tab: Tab;
  let first: PageStatus;

  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose();
    ({ tab, status: first } = await world.open(
      world.server.file(DEMO, { 'Permissions-Policy': 'clipboard-write=()' }),
    ));
  });
  afterAll(() => world?.close());

  const status = () => world.driver.status(tab);
  const ids = (of: PageStatus | null) => of?.claims.map(({ claim }) => claim.id) ?? [];
  /** Opens the first note's card. */
  const open = async () => {
    await until('a note', () => tab.inOverlay((root) => root.querySelector('.note.roast .tag') !== null));
    await tab.inOverlay((root) => {
      root.querySelector('.note.roast')?.scrollIntoView({ block: 'center' });
      if (!root.querySelector('.card')) root.querySelector<HTMLElement>('.note.roast .tag')?.click();
    });
    await until('the card', () => tab.inOverlay((root) => root.querySelector('.card .joke') !== null));
  };
  const press = (words: string) =>
    tab.inOverlay((root, label) => {
      const found = [...root.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent === label);
      found?.click();
      return found !== undefined;
    }, words);
  const said = () => tab.inOverlay((root) => root.querySelector('.toast p')?.textContent ?? '');
  const joke = () => tab.inOverlay((root) => root.querySelector('.card .joke')?.textContent ?? '');

  it('says that a sentence is no claim, which counts at once everywhere and is remembered, and takes it back', async () => {
    await open();
    expect((await press('Not a claim')) || (await press('Not an announcement'))).toBe(true);
    await until('the word', async () => /will not be marked again/.test((await said()) ?? ''));
    await until('the count', async () => ids(await status()).length === first.claims.length - 1 || null);
    const now = await status();
    const gone = first.claims.find(({ claim }) => !ids(now).includes(claim.id));
    expect((await paintedTexts(tab)).some((text) => text.includes(gone?.claim.quote ?? 'none'))).toBe(false);
    const kept = parseCorrections((await world.driver.stored())[CORRECTIONS_KEY]);
    expect(kept).toHaveLength(1);
    const [one] = kept;
    expect(one?.text.slice(one.start, one.end)).toContain(gone?.claim.quote);
    expect(await press('Undo')).toBe(true);
    await until('the mark again', async () => ids(await status()).join() === ids(first).join());
    expect(parseCorrections((await world.driver.stored())[CORRECTIONS_KEY])).toEqual([]);
  });

  it('asks a kind away and has it back, on the page and in the settings', async () => {
    await open();
    await press('Not here');
    const asked = await until('the panel', () =>
      tab.inOverlay((root) => {
        const button = [...root.querySelectorAll<HTMLElement>('.away button')].find(({ textContent }) =>
          /^No more/.test(textContent),
        );
        button?.click();
        return button !== undefined;
      }),
    );
    expect(asked).toBe(true);
    await until('the word', async () => /^No more .* on any page\.$/.test((await said()) ?? ''));
    const off = parseSettings((await world.driver.stored())[SETTINGS_KEY]).kindsOff;
    expect(off).toHaveLength(1);
    await until('their leaving', async () => !(await status())?.claims.some(({ claim }) => off.includes(claim.kind)));
    await press('Undo');
    await until('their return', async () => ids(await status()).join() === ids(first).join());
    expect(parseSettings((await world.driver.stored())[SETTINGS_KEY]).kindsOff).toEqual([]);
  });

  it('sits the page out and leaves nothing but the way back, and then comes back', async () => {
    await open();
    await press('Not here');
    await until('the panel', () => press('Not on this page'));
    await until('the word', async () => (await said()) === 'Peel sits this page out.');
    expect((await status())?.state).toBe('sat-out');
    expect(await paintedTexts(tab)).toEqual([]);
    await press('Undo');
    await until('the notes', async () => (await status())?.state === 'annotated');
  });

  it('leaves the site, and comes back by the Undo on the page or by the switch in the popup', async () => {
    const off = async () => parseSettings((await world.driver.stored())[SETTINGS_KEY]).sitesOff;
    const leave = async () => {
      await open();
      await press('Not here');
      await until('the panel', () => press('Not on this site'));
      await until('the word', async () => (await said()) === 'Peel is off on 127.0.0.1.');
      await until('its leaving', async () => (await status())?.state === 'site-off');
      expect(await paintedTexts(tab)).toEqual([]);
      expect(await off()).toEqual(['127.0.0.1']);
    };
    const back = () => until('the notes', async () => ids(await status()).join() === ids(first).join());
    await leave();
    expect(await press('Undo')).toBe(true);
    await back();
    expect(await off()).toEqual([]);

    await leave();
    const popup = await world.driver.popup(tab);
    const verdict = () => popup.evaluate(() => document.querySelector('.page .verdict')?.textContent);
    await until('the popup', async () => (await verdict()) === 'You switched Peel off on this site.');
    const site = () => popup.evaluate(() => document.querySelector<HTMLInputElement>('.site input')?.checked);
    expect(await site()).toBe(false);
    await popup.evaluate(() => document.querySelector<HTMLInputElement>('.site input')?.click());
    await back();
    expect(await off()).toEqual([]);
    await until('the switch', site);
    await popup.close();
  });

  it('has a way back from another line', async () => {
    await open();
    const before = await joke();
    await press('Another one');
    await until('another line', async () => (await joke()) !== before);
    expect(await press('The one before')).toBe(true);
    await until('the line before', async () => (await joke()) === before);
  });

  it('copies its own words, whatever the page makes of a copy', async () => {
    await tab.inject(`addEventListener('copy', (event) => {
      event.clipboardData.setData('text/plain', 'Words of the page');
      event.clipboardData.setData('text/html', '<b>Words of the page</b>');
      event.preventDefault();
    }, true);`);
    await open();
    const at = await tab.inOverlay((root) => {
      const copy = [...root.querySelectorAll<HTMLElement>('.card button')].find((b) => b.textContent === 'Copy');
      const box = copy?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    });
    if (!at) throw new Error('no Copy');
    await tab.front();
    await tab.point(at.x, at.y, true);
    await until('a word', async () =>
      /Copied\.|copy/.test((await tab.inOverlay((root) => root.querySelector('.said')?.textContent ?? '')) ?? ''),
    );
    const other = await world.driver.open(world.server.text('paste', '<textarea autofocus></textarea>'));
    await other.front();
    await other.evaluate(() => document.querySelector('textarea')?.focus());
    await other.press('v', 'Control');
    const pasted = await until('the paste', () => other.evaluate(() => document.querySelector('textarea')?.value));
    expect(pasted).toMatch(/\(satire\)\n\S+#:~:text=\S+$/);
    expect(pasted).not.toContain('Words of the page');
    await other.close();
  });

  it('gives text a pointer while the pointer is on a claim, and only then', async () => {
    await tab.front();
    await press('Close');
    const at = await tab.evaluate(() => {
      for (const [key, highlight] of CSS.highlights) {
        if (!/^peel-(work|number|promise|virtue|shine|news)/.test(key)) continue;
        for (const range of highlight) {
          const element = (range as Range).startContainer.parentElement;
          if (!element?.matches('article p')) continue;
          element.scrollIntoView({ block: 'center' });
          const box = (range as Range).getClientRects()[0];
          if (box) return { x: box.x + Math.min(40, box.width / 2), y: box.y + box.height / 2 };
        }
      }
      return null;
    });
    if (!at) throw new Error('no claim in a paragraph');
    const cursor = () =>
      tab.evaluate(
        (x, y) => {
          const element = document.elementFromPoint(x, y);
          return element ? getComputedStyle(element).cursor : '';
        },
        at.x,
        at.y,
      );
    await tab.point(at.x, at.y);
    await until('the pointer', async () => (await cursor()) === 'pointer');
    await tab.point(3, 3);
    await until('the pointer’s end', async () => (await cursor()) !== 'pointer');
  });

  it('made no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
  });
});
