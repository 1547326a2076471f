import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { serialised } from '@/lib/cli/browser/look';
import { FORMATS, type Format } from '@/lib/share/card';
import { INKS } from '@/lib/share/ink';
import { textOf } from '@/lib/share/png';
import { BROWSERS, DEMO, startWorld, type World } from './harness';

/** Colours as [red, green, blue] from #rrggbb. */
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

function share(png: PNG, colour: number[]): number {
  let count = 0;
  for (let i = 0; i < png.data.length; i += 4) if (colour.every((one, k) => png.data[i + k] === one)) count++;
  return count / (png.width * png.height);
}

/** What stands in session storage, asked from a page of the extension. */
function jobs(page: Surface): Promise<string[]> {
  return page.evaluate(async () => {
    type Api = { storage: { session: { get(keys: null): Promise<object> } } };
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    return Object.keys(await (scope.browser ?? (scope.chrome as Api)).storage.session.get(null));
  });
}

/** Presses Download and returns the file's name and bytes as the browser's downloads would get them. */
async function downloaded(page: Surface): Promise<{ name: string; bytes: Buffer }> {
  const { name, base64 } = await page.evaluate(async () => {
    const made: Blob[] = [];
    const names: string[] = [];
    const create = URL.createObjectURL;
    const click = HTMLAnchorElement.prototype.click;
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return 'about:blank#';
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      names.push(this.download);
    };
    try {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Download');
      button?.click();
      for (let i = 0; i < 400 && names.length === 0; i++) await new Promise((done) => setTimeout(done, 25));
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    const [blob] = made;
    if (!blob) return { name: '', base64: '' };
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (let i = 0; i < bytes.length; i++) binary += String.fromCharCode(bytes[i] ?? 0);
    return { name: names[0] ?? '', base64: btoa(binary) };
  });
  return { name, bytes: Buffer.from(base64, 'base64') };
}

/** Clicks the radio or check box with this label until it is in the wanted state. */
async function choose(page: Surface, label: string): Promise<void> {
  await page.evaluate(async (wanted: string) => {
    const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(wanted));
    if (!found) throw new Error(`no ${wanted}`);
    found.querySelector('input')?.click();
    await new Promise((done) => setTimeout(done, 150));
  }, label);
}

describe.each(BROWSERS)('the share page in %s', (name) => {
  let world: World;
  let tab: Tab;
  let helper: Surface;
  let page: Surface;
  let before: string;

  beforeAll(async () => {
    world = await startWorld(name);
    await world.choose({ level: 'onion' });
    helper = await world.driver.page('options.html');
    ({ tab } = await world.open(world.server.file(DEMO)));
    before = await serialised(tab);
    const popup = await world.driver.popup(tab);
    await until('the popup to know the page', () => popup.evaluate(() => document.querySelector('.actions') !== null));
    await popup.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Share a picture',
      );
      button?.click();
    });
    const [key = ''] = await until('a job in session storage', async () => {
      const found = await jobs(helper);
      return found.length > 0 && found;
    });
    page = await world.driver.page(`share.html#${key.replace('share:', '')}`);
    await until('the picture', () =>
      page.evaluate(() => (document.querySelector('.preview canvas') as HTMLCanvasElement | null)?.hidden === false),
    );
  });
  afterAll(() => world?.close());

  it('begins with the page as it was seen, footer and all', async () => {
    const { name: file, bytes } = await downloaded(page);
    expect(file).toMatch(/^peel-satire-127-0-0-1-\d{4}-\d\d-\d\d-view\.png$/);
    const png = PNG.sync.read(bytes);
    const size = await tab.evaluate(() => ({ w: innerWidth * devicePixelRatio, h: innerHeight * devicePixelRatio }));
    expect(png.width).toBeGreaterThan(size.w * 0.9);
    expect(png.height).toBeGreaterThan(size.h * 0.9);
    // The strip: paper in the last row, with words above it.
    const strip = new PNG({ width: png.width, height: 30 });
    PNG.bitblt(png, strip, 0, png.height - 32, png.width, 30, 0, 0);
    expect(share(strip, rgb(INKS.light.paper))).toBeGreaterThan(0.5);
    expect(share(strip, rgb(INKS.light.accent))).toBeGreaterThan(0);
  });

  it.each(Object.keys(FORMATS) as Format[])('makes a claim card, %s, with its text in the file', async (format) => {
    await choose(page, 'One claim');
    await choose(page, { wide: 'Wide', square: 'Square', story: 'Tall' }[format]);
    const { name: file, bytes } = await downloaded(page);
    expect(file).toMatch(/-claim\.png$/);
    const png = PNG.sync.read(bytes);
    expect({ width: png.width, height: png.height }).toEqual(FORMATS[format]);
    expect(share(png, rgb(INKS.light.paper))).toBeGreaterThan(0.6);
    expect(share(png, rgb(INKS.light.paper))).toBeLessThan(0.99);
    expect(share(png, rgb(INKS.light.mark))).toBeGreaterThan(0.003);
    const text = textOf(bytes);
    expect(text.Comment).toBe('Satire');
    expect(text.Title).toBe(await tab.evaluate(() => document.title));
    expect(text.Source).toBe(tab.url());
    expect(text.Description).toMatch(/^A claim published on 127\.0\.0\.1/);
  });

  it('says what it copies: quote, (satire), and a link to the very sentence', async () => {
    const copied = await page.evaluate(() => (document.querySelector('details textarea') as HTMLTextAreaElement).value);
    expect(copied).toMatch(/\(satire\)\nhttp:\/\/127\.0\.0\.1:\d+\/\S+#:~:text=\S+$/);
  });

  it.each(['Bingo card', 'The verdict'])('paints %s', async (label) => {
    await choose(page, label);
    await choose(page, 'Square');
    const png = PNG.sync.read((await downloaded(page)).bytes);
    expect([png.width, png.height]).toEqual([1080, 1080]);
    expect(share(png, rgb(INKS.light.ink))).toBeGreaterThan(0.005);
    expect(share(png, rgb(INKS.light.accent))).toBeGreaterThan(0.0005);
  });

  it('blacks out for good', async () => {
    await choose(page, 'What you saw');
    const press = (label: string) =>
      page.evaluate(async (wanted: string) => {
        const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === wanted);
        button?.click();
        await new Promise((done) => setTimeout(done, 150));
      }, label);
    await press('Crop and black out');
    await press('Add a black-out');
    await page.evaluate(async () => {
      const box = document.querySelector('.box.mask') as HTMLElement;
      for (let i = 0; i < 3; i++) box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      await new Promise((done) => setTimeout(done, 150));
    });
    await press('Done');
    const png = PNG.sync.read((await downloaded(page)).bytes);
    expect(share(png, [0, 0, 0])).toBeGreaterThan(0.03);
  });

  it('takes the whole article, leaves the page as it was, or says why it cannot', async () => {
    await choose(page, 'The whole article');
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Take the whole article',
      );
      button?.click();
    });
    const said = await until(
      'the article',
      () => page.evaluate(() => document.querySelector('.said')?.textContent ?? ''),
      60_000,
    );
    expect(said).toBe('The whole article is in the picture.');
    const png = PNG.sync.read((await downloaded(page)).bytes);
    const { height, dpr } = await tab.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      dpr: devicePixelRatio,
    }));
    expect(png.height).toBeGreaterThan(height * dpr);
    expect(png.height).toBeLessThan(height * dpr + 120);
    expect(await serialised(tab)).toBe(before);
    expect(await tab.evaluate(() => scrollY)).toBe(0);
  });

  it('forgets the picture when the page closes', async () => {
    await page.close();
    await until('the job to go', async () => (await jobs(helper)).length === 0);
  });

  it('says so when there is nothing to show', async () => {
    const empty = await world.driver.page('share.html#nothing');
    const words = await until('words', () => empty.evaluate(() => document.querySelector('.gone')?.textContent ?? ''));
    expect(words).toContain('There is no picture here any more.');
    await empty.close();
  });

  it('made no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
