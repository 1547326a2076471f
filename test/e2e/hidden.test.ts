/** Words that a style sheet alone hides inside a paragraph that shows, on the built extension: test/pages/hidden.html. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/lib/cli/browser/driver';
import { ROOT } from '@/lib/cli/build';
import { BROWSERS, paintedTexts, startWorld, type World } from './harness';

const PAGE = join(ROOT, 'test/pages/hidden.html');

describe.each(BROWSERS)('unseen words in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose();
  });
  afterAll(() => world?.close());

  it('are no claim, until they show', async () => {
    const { tab, status } = await world.open(world.server.file(PAGE));
    expect(status.state).toBe('annotated');
    const unseen = /Lumeric|700|200 contractors|cleaners|AI (?:clerk|porter|cook|guard|baker)/;
    expect(status.claims.filter(({ claim }) => unseen.test(claim.quote))).toEqual([]);
    expect((await paintedTexts(tab)).filter((text) => unseen.test(text))).toEqual([]);
    await tab.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('.whisper')) element.style.display = 'inline';
    });
    const shown = /AI clerk cuts the time at the counter by 45%/;
    await until('what came to show', async () => (await paintedTexts(tab)).some((text) => shown.test(text)));
    const now = await world.driver.status(tab);
    expect(now?.claims.some(({ claim }) => shown.test(claim.quote))).toBe(true);
    await tab.close();
  });

  it('do not speak in the middle of a claim', async () => {
    const claim =
      'Ostrava said its AI agent <i class="whisper">never</i> saves clerks 85 <i class="veil">odd</i> hours a week.';
    const page = readFileSync(PAGE, 'utf8').replace('</article>', `<p>${claim}</p></article>`);
    const { tab, status } = await world.open(world.server.text('hidden-words.html', page));
    expect(status.claims.map(({ claim }) => claim.quote).join('|')).toContain('saves clerks 85 hours a week');
    expect((await paintedTexts(tab)).join('|')).toContain('hours a week');
    await tab.close();
  });
});
