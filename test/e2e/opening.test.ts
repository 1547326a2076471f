import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/lib/cli/browser/driver';
import { settled } from '@/lib/cli/browser/look';
import { BROWSERS, layoutShifts, overlayText, startWorld, type World } from './harness';

const BOASTS = [
  'Kelmore says its AI assistant now does the work of 700 customer service agents.',
  'The company will cut 200 content roles this year as it becomes AI-first.',
  'Its new model scores 92 percent on the bar exam, which Kelmore calls a breakthrough.',
];
const filler = (town: string, n: number) =>
  `In week ${n} the harbor office of ${town} counted the boats that use AI charts and those that use paper. It wrote both figures into the same old book.`;

/** A page with boasts at its top and at its end, and what the network takes seconds for between. What it has judged before it knows. */
const long = (town: string) => `<!doctype html><html lang="en"><head><title>Kelmore and the harbor</title>
  <style>body { font: 18px/1.5 serif; margin: 0 0 0 60px; width: 620px; }</style></head><body><article>
  <h1>Kelmore and the harbor</h1>
  ${BOASTS.map((text) => `<p>${text} The statement came on a Tuesday afternoon and ran to two pages.</p>`).join('\n')}
  ${Array.from({ length: 110 }, (_, n) => `<p>${filler(town, n + 1)}</p>`).join('\n')}
  <p>Kelmore's AI agent will replace the work of 90 bookkeepers by spring, the company said.</p>
  </article></body></html>`;

/** Lines of a joke stand below each other without a space. */
const bare = (text: string) => text.replace(/\s+/g, '');

describe.each(BROWSERS)('a long page in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'onion' });
  });
  afterAll(() => world?.close());

  /** Opens the page and waits until its top says something and the rest is not read. */
  async function open(town: string) {
    const { driver, server } = world;
    const tab = await driver.open(server.text(`${town}.html`, long(town)));
    const early = await until('a note while the page is read', async () => {
      const status = await driver.status(tab);
      if (status && !['starting', 'reading'].includes(status.state)) throw new Error('read before a note was seen');
      return status?.notes?.length ? status.notes : null;
    });
    return { tab, early };
  }

  it('has the notes of its top while the rest is read, and they stay as they are and where they are', async () => {
    const { tab, early } = await open('Tarnmouth');
    const said = (await overlayText(tab)) ?? '';
    const status = await settled(world.driver, tab);
    expect(status.state).toBe('annotated');
    const { notes = [], claims } = status;
    expect(claims.length).toBeGreaterThan(early.length);
    for (const note of early) {
      const { note: joke } = claims.find(({ index }) => index === note.index) ?? {};
      if (joke) expect(bare(said)).toContain(bare(joke.text));
      expect(notes.find(({ index }) => index === note.index)).toEqual(note);
    }
    if (name === 'chromium') expect(await layoutShifts(tab)).toEqual([]);
    await tab.close();
  });

  it('leaves a card open that was opened meanwhile, and the focus in it', async () => {
    const { tab } = await open('Eastmere');
    const card = () =>
      tab.inOverlay((root) => ({
        text: root.querySelector('.card')?.textContent ?? '',
        at: JSON.stringify(root.querySelector('.card')?.getBoundingClientRect()),
        focus: root.activeElement?.closest('.card button')?.outerHTML,
      }));
    await tab.inOverlay((root) => {
      root.querySelector<HTMLElement>('.note:not(.headline) .tag')?.click();
      root.querySelector<HTMLElement>('.card button')?.focus();
    });
    const before = await until('a card', async () => {
      const now = await card();
      return now?.text ? now : null;
    });
    expect(before.focus).toBeTruthy();
    expect((await world.driver.status(tab))?.state).toBe('reading');
    await settled(world.driver, tab);
    expect(await card()).toEqual(before);
    await tab.close();
  });
});
