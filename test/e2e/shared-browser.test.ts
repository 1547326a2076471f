/** That the browser which files share holds for each of them nothing that the one before has chosen, opened or caused. */
import { describe, expect, it } from 'vitest';
import { defaultSettings, SETTINGS_KEY } from '@/lib/settings/settings';
import { BROWSERS, DEMO, startWorld } from './harness';

describe.each(BROWSERS)('a browser that files share, in %s', (name) => {
  it('is as new for the next one, whatever the last has left open', async () => {
    for (const file of ['the first', 'the next']) {
      const world = await startWorld(name);
      try {
        const { driver } = world;
        expect([file, Object.keys(await driver.stored())]).not.toEqual([file, expect.arrayContaining([SETTINGS_KEY])]);
        expect([file, await driver.errors(), [...driver.attempts()]]).toEqual([file, [], []]);
        const { tab, status } = await world.open(world.server.file(DEMO));
        expect([file, status.state, status.level]).toEqual([file, 'annotated', defaultSettings().level]);
        const popup = await driver.popup(tab);
        expect(await popup.evaluate(() => document.title)).not.toBe('');
        await world.choose({ level: 'onion' });
        const other = await driver.open(world.server.text('other.html', '<!doctype html><title>Another page</title>'));
        await other.evaluate(() => fetch('http://elsewhere.example/').catch(() => null));
        expect(driver.attempts().length).toBeGreaterThan(0);
      } finally {
        await world.close();
      }
    }
  });
});
