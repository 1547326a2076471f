/** What tests of the share page need: ways in, ways out, and colours. */
import { PNG } from 'pngjs';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import type { World } from './harness';

/** Colours as [red, green, blue] from #rrggbb. */
export const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** Share of a picture's pixels that have exactly this colour. */
export function share(png: PNG, colour: number[]): number {
  let count = 0;
  for (let i = 0; i < png.data.length; i += 4) if (colour.every((one, k) => png.data[i + k] === one)) count++;
  return count / (png.width * png.height);
}

/** The colour that most pixels of a part of the picture have. */
export function ground(png: PNG, left: number, top: number, width: number, height: number): string {
  const counts = new Map<string, number>();
  for (let y = Math.round(top); y < Math.min(png.height, Math.round(top + height)); y++)
    for (let x = Math.round(left); x < Math.min(png.width, Math.round(left + width)); x++) {
      const colour = png.data.subarray((y * png.width + x) * 4, (y * png.width + x) * 4 + 3).join();
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** What stands in session storage, asked from a page of the extension. */
export function jobs(page: Surface): Promise<string[]> {
  return page.evaluate(async () => {
    type Api = { storage: { session: { get(keys: null): Promise<object> } } };
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    return Object.keys(await (scope.browser ?? (scope.chrome as Api)).storage.session.get(null));
  });
}

/** Brings a page of the extension to the front: what is covered may paint nothing. */
export function front(page: Surface): Promise<void> {
  return page.evaluate(async () => {
    type Api = {
      tabs: {
        getCurrent(): Promise<{ id: number }>;
        update(id: number, to: { active: boolean }): Promise<unknown>;
      };
    };
    const scope = globalThis as unknown as { browser?: Api; chrome?: Api };
    const { tabs } = scope.browser ?? (scope.chrome as Api);
    await tabs.update((await tabs.getCurrent()).id, { active: true });
  });
}

/** Presses the toolbar button on `tab`, asks the popup for a picture, and returns the share page with its picture. */
export async function sharePageOf(world: World, tab: Tab, helper: Surface): Promise<Surface> {
  const popup = await world.driver.popup(tab);
  await until('the popup to know the page', () => popup.evaluate(() => document.querySelector('.actions') !== null));
  const before = await jobs(helper);
  // The popup is gone as soon as it has been pressed.
  await popup.evaluate(() => {
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Share a picture')?.click();
  });
  const key = await until('a job in session storage', async () =>
    (await jobs(helper)).find((found) => !before.includes(found)),
  );
  const page = await world.driver.page(`share.html#${key.replace('share:', '')}`);
  await until('the picture', () =>
    page.evaluate(() => (document.querySelector('.preview canvas') as HTMLCanvasElement | null)?.hidden === false),
  );
  return page;
}

/** Presses the first button whose words begin like this. */
export function press(page: Surface, label: string): Promise<void> {
  return page.evaluate(async (wanted: string) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(wanted));
    if (!button) throw new Error(`no button ${wanted}`);
    button.click();
    await new Promise((done) => setTimeout(done, 150));
  }, label);
}

/** Clicks the radio or check box with this label. */
export function choose(page: Surface, label: string): Promise<void> {
  return page.evaluate(async (wanted: string) => {
    const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(wanted));
    if (!found) throw new Error(`no ${wanted}`);
    found.querySelector('input')?.click();
    await new Promise((done) => setTimeout(done, 150));
  }, label);
}

/** What the share page says of the last thing done. */
export const said = (page: Surface): Promise<string> =>
  page.evaluate(() => document.querySelector('.said')?.textContent ?? '');

/** Takes the whole article and returns what the page says of it. */
export async function takeArticle(page: Surface): Promise<string> {
  await choose(page, 'The whole article');
  await page.evaluate(() => {
    const words = /^Take (?:the whole article|it again)$/;
    [...document.querySelectorAll('button')].find(({ textContent }) => words.test(textContent ?? ''))?.click();
  });
  return until('the article', () => said(page), 90_000);
}

/** Presses Download and returns the file's name and bytes as the browser's downloads would get them. */
export async function downloaded(page: Surface): Promise<{ name: string; bytes: Buffer }> {
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
      for (let i = 0; i < 800 && names.length === 0; i++) await new Promise((done) => setTimeout(done, 25));
    } finally {
      URL.createObjectURL = create;
      HTMLAnchorElement.prototype.click = click;
    }
    const [blob] = made;
    if (!blob) return { name: '', base64: '' };
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const parts: string[] = [];
    for (let i = 0; i < bytes.length; i += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
    return { name: names[0] ?? '', base64: btoa(parts.join('')) };
  });
  return { name, bytes: Buffer.from(base64, 'base64') };
}

/** The picture that Download hands over. */
export const picture = async (page: Surface): Promise<PNG> => PNG.sync.read((await downloaded(page)).bytes);
