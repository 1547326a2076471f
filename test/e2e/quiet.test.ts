import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '@/lib/cli/browser/driver';
import { BROWSERS, DEMO, overlayText, startWorld, type World } from './harness';

/** In the page before anything of Peel's: writes down every message, new name and change of the document that it can see. */
const EAR = `<script>
  (() => {
    const names = () => Reflect.ownKeys(window).map(String);
    const before = new Set(names());
    const heard = [];
    addEventListener('message', (event) => heard.push('message ' + JSON.stringify(event.data)), true);
    const post = window.postMessage;
    window.postMessage = function (...given) { heard.push('post ' + JSON.stringify(given[0])); return post.apply(this, given); };
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) { heard.push('event ' + event.type); return dispatch.call(this, event); };
    const start = () => new MutationObserver((all) => {
      for (const { type, target, attributeName, addedNodes } of all) {
        heard.push([type, target.nodeName, attributeName, ...[...addedNodes].map((node) => node.nodeName)].join(' '));
      }
    }).observe(document, { attributes: true, childList: true, subtree: true, characterData: true });
    addEventListener('load', start);
    window.ear = () => ({ heard, names: names().filter((name) => !before.has(name) && name !== 'ear') });
  })();
</script>`;

const FERRY = `<!doctype html><html lang="en"><head><title>The ferry runs again</title></head><body><article>
  <h1>The ferry runs again</h1>
  <p>The harbour office opened the slipway this morning, and the first crossing left with eleven passengers and a dog.</p>
  <p>Repairs to the landing stage had taken since March, when a storm lifted two of its planks and bent the handrail.</p>
  <p>Tickets cost what they cost before. The kiosk sells them from seven, and the machine beside it takes coins again.</p>
  <p>The company plans a second boat for the summer and is looking for a mate who knows the sandbank by heart.</p>
  </article></body></html>`;

interface Heard {
  heard: string[];
  names: string[];
}

describe.each(BROWSERS)('what a page hears of Peel in %s', (name) => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose();
  });
  afterAll(() => world?.close());

  const listen = (file: string, page: string) =>
    world.open(world.server.text(file, page.replace('<head>', `<head>${EAR}`)));
  const heardIn = (tab: Awaited<ReturnType<typeof listen>>['tab']) =>
    tab.evaluate(() => (globalThis as unknown as { ear(): Heard }).ear());

  it('nothing at all where nothing is claimed', async () => {
    const { tab, status } = await listen('quiet.html', FERRY);
    expect(status.state).toBe('no-claims');
    expect(await heardIn(tab)).toEqual({ heard: [], names: [] });
    await tab.close();
  });

  it('no word beside the one element that holds the notes where something is', async () => {
    const { tab, status } = await listen('claims.html', readFileSync(DEMO, 'utf8'));
    expect(status.state).toBe('annotated');
    await until('the notes', async () => (await overlayText(tab)) !== null);
    const { heard, names } = await heardIn(tab);
    expect(names).toEqual([]);
    expect(heard.filter((line) => /^(message|post|event)/.test(line))).toEqual([]);
    const added = heard.filter((line) => line.startsWith('childList'));
    expect(new Set(added).size).toBe(1);
    expect(added[0]).toMatch(/^childList HTML /);
    // What else is heard happens to that element itself.
    const own = added[0]?.split(' ').at(-1);
    expect(heard.filter((line) => line !== added[0] && line.split(' ')[1] !== own)).toEqual([]);
    await tab.close();
  });
});
