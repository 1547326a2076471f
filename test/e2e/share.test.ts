import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Surface, type Tab, until } from '@/lib/cli/browser/driver';
import { serialised } from '@/lib/cli/browser/look';
import { INKS } from '@/lib/share/colours';
import { FORMATS, type Format } from '@/lib/share/frame';
import { byTurns } from '../full';
import { chunkTypes, textChunks } from '../share/png-text';
import { BROWSERS, DEMO, startWorld, type World } from './harness';
import { choose, downloaded, ground, jobs, press, rgb, share, sharePageOf, takeArticle } from './share-page';

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
    ({ tab } = await world.open(`${world.server.file(DEMO)}?id=42&utm_source=elsewhere`));
    // The notes come after the underlines, and the page is compared with itself later.
    await until('notes', () => tab.inOverlay((root) => root.textContent !== ''));
    before = await serialised(tab);
    page = await sharePageOf(world, tab, helper);
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

  it('describes it by the notes that are to be seen in it, and no others', async () => {
    const said = await page.evaluate(() => document.querySelector('textarea')?.value ?? '');
    const [seen, unseen] = await Promise.all(
      [true, false].map((inSight) =>
        tab.inOverlay(
          (root, wanted) =>
            [...root.querySelectorAll('.note')].flatMap((note) => {
              const { top, bottom } = note.getBoundingClientRect();
              const text = note.querySelector('.line')?.textContent ?? '';
              return text && (top >= 0 && bottom <= innerHeight) === wanted ? [text] : [];
            }),
          inSight,
        ),
      ),
    );
    expect(unseen?.length).toBeGreaterThan(0);
    for (const text of unseen ?? []) expect(said).not.toContain(text);
    // The headline card and the end note are beside no claim.
    expect(/Satirical notes on the page: “/.test(said)).toBe((seen ?? []).some((text) => said.includes(text)));
    expect(said).toContain('Satirical notes on the page: “');
  });

  /** Where the browser has painted the claims: one box for each line, in pixels from the top of the page. */
  const painted = () =>
    tab.evaluate(() => {
      const { highlights } = CSS;
      const found: { name: string; text: string; x: number; y: number; w: number; h: number }[] = [];
      for (const [name, ranges] of highlights) {
        for (const { startContainer, startOffset, endContainer, endOffset } of name.startsWith('peel-') ? ranges : []) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          for (const { x, y, width: w, height: h } of range.getClientRects())
            if (w > 60) found.push({ name, text: range.toString(), x, y: y + scrollY, w, h });
        }
      }
      return { lines: found, dpr: devicePixelRatio, inSight: innerHeight };
    });
  /** Highlight colours in the view, by the highlight's name. */
  const inks = new Map<string, string>();

  it('has the colour of the highlight where the claims are', async () => {
    const png = PNG.sync.read((await downloaded(page)).bytes);
    const { lines, dpr, inSight } = await painted();
    const seen = lines.filter(({ y, h }) => y > 0 && y + h < inSight);
    const paper = ground(png, 0, 0, png.width, png.height);
    expect(seen.length).toBeGreaterThan(0);
    for (const { name: mark, text, x, y, w, h } of seen) {
      const ink = ground(png, x * dpr, y * dpr, w * dpr, h * dpr);
      expect([text, ink === paper]).toEqual([text, false]);
      inks.set(mark, ink);
    }
  });

  it.each(Object.keys(FORMATS) as Format[])('makes a claim card, %s, with its text in the file', async (format) => {
    await choose(page, 'One sentence');
    await choose(page, { wide: 'Wide', square: 'Square', story: 'Tall' }[format]);
    const { name: file, bytes } = await downloaded(page);
    expect(file).toMatch(/-(?:claim|announcement)\.png$/);
    const png = PNG.sync.read(bytes);
    expect({ width: png.width, height: png.height }).toEqual(FORMATS[format]);
    expect(share(png, rgb(INKS.light.paper))).toBeGreaterThan(0.3);
    expect(share(png, rgb(INKS.light.tint))).toBeGreaterThan(0.15);
    expect(share(png, rgb(INKS.light.mark))).toBeGreaterThan(0.003);
    expect(textChunks(bytes).Description).toMatch(/^(?:A claim|An announcement) published on 127\.0\.0\.1/);
  });

  /** What no picture may lack, whichever it is. */
  async function honest(bytes: Buffer): Promise<void> {
    const { Title, Source, Comment, Description, Software } = textChunks(bytes);
    expect([Comment, Software]).toEqual(['Satire', 'Peel']);
    expect(Title).toBe(await tab.evaluate(() => document.title));
    expect(Source).toBe(tab.url().replace('&utm_source=elsewhere', ''));
    expect(Source).toContain('?id=42');
    expect(Description).toContain('127.0.0.1');
    expect(Description).toMatch(/satir|Peel/i);
    // Pixels and these words: no thumbnail, no profile, no number by which a copy could be told.
    expect(Object.keys(textChunks(bytes))).toHaveLength(5);
    expect(chunkTypes(bytes).filter((type) => !/^(?:IHDR|iTXt|sRGB|pHYs|IDAT|IEND)$/.test(type))).toEqual([]);
    // The mark in its own colour, in the last rows.
    const png = PNG.sync.read(bytes);
    const foot = new PNG({ width: png.width, height: 60 });
    PNG.bitblt(png, foot, 0, png.height - 60, png.width, 60, 0, 0);
    const story = png.height === 1920;
    expect(share(story ? png : foot, rgb(INKS.light.accent))).toBeGreaterThan(0.0003);
  }

  it.each(['One sentence', 'What you saw', 'Bingo card', 'The verdict'])(
    'says what it is in the file: %s',
    async (label) => {
      await choose(page, label);
      await honest((await downloaded(page)).bytes);
    },
  );

  it('says what it copies: quote, (satire), and a link to the very sentence', async () => {
    await choose(page, 'One sentence');
    const { copied, quote } = await page.evaluate(() => ({
      copied: (document.querySelector('details textarea') as HTMLTextAreaElement).value,
      quote: document.querySelector('select')?.selectedOptions[0]?.textContent ?? '',
    }));
    // The mark is the joke's, which comes right after the quotation.
    expect(copied.split('\n\n')[1]).toMatch(/\(satire\)$/);
    expect(copied).toMatch(/\nhttp:\/\/127\.0\.0\.1:\d+\/\S+\?id=42#:~:text=\S+$/);
    const there = await world.driver.open();
    await there.goto(copied.split('\n').at(-1) ?? '');
    const seen = await there.evaluate((words: string) => {
      const walker = document.createTreeWalker(
        document.querySelector('article') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const first = words.split(' ').slice(0, 2).join(' ');
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.nodeValue?.includes(first)) continue;
        const box = node.parentElement?.getBoundingClientRect();
        if (box && box.bottom > 0 && box.top < innerHeight) return scrollY;
      }
      return -1;
    }, quote);
    expect(seen).toBeGreaterThanOrEqual(0);
    await there.close();
  });

  it.each(byTurns(['Bingo card', 'The verdict'], name))('paints %s', async (label) => {
    await choose(page, label);
    await choose(page, 'Square');
    const png = PNG.sync.read((await downloaded(page)).bytes);
    expect([png.width, png.height]).toEqual([1080, 1080]);
    expect(share(png, rgb(INKS.light.ink))).toBeGreaterThan(0.005);
    expect(share(png, rgb(INKS.light.accent))).toBeGreaterThan(0.0005);
  });

  it('blacks out for good', async () => {
    await choose(page, 'What you saw');
    await press(page, 'Crop and black out');
    await press(page, 'Add a black-out');
    await page.evaluate(async () => {
      const box = document.querySelector('.box.mask') as HTMLElement;
      for (let i = 0; i < 3; i++) box.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      await new Promise((done) => setTimeout(done, 150));
    });
    await press(page, 'Done');
    const png = PNG.sync.read((await downloaded(page)).bytes);
    expect(share(png, [0, 0, 0])).toBeGreaterThan(0.03);
  });

  it('has room on a narrow screen for how far the whole article is', async () => {
    const over = await page.evaluate(() => {
      const [preview, row, button] = ['section', 'div', 'button'].map((name) => document.createElement(name));
      if (!preview || !row || !button) return null;
      Object.assign(preview, { className: 'preview', style: 'width: 288px' });
      row.className = 'progress';
      Object.assign(button, { className: 'button stop', textContent: 'Cancel' });
      row.append(document.createElement('progress'), button);
      preview.append(row);
      document.querySelector('.share')?.append(preview);
      const width = preview.scrollWidth;
      preview.remove();
      return width - 288;
    });
    expect(over).toBe(0);
  });

  it('takes the whole article and leaves the page as it was', async () => {
    expect(await takeArticle(page)).toBe('The whole article is in the picture.');
    const { bytes } = await downloaded(page);
    await honest(bytes);
    const png = PNG.sync.read(bytes);
    const { height, dpr } = await tab.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      dpr: devicePixelRatio,
    }));
    expect(png.height).toBeGreaterThan(height * dpr);
    expect(png.height).toBeLessThan(height * dpr + 120);
    // Every claim of the article in its own colour, where it stands, also below what was in sight.
    const { lines, inSight } = await painted();
    expect(lines.filter(({ y }) => y > inSight).length).toBeGreaterThan(0);
    const paper = ground(png, 0, 0, png.width, png.height);
    for (const { name: mark, text, x, y, w, h } of lines) {
      const ink = ground(png, x * dpr, y * dpr, w * dpr, h * dpr);
      expect([text, ink === paper]).toEqual([text, false]);
      expect([text, ink]).toEqual([text, inks.get(mark) ?? ink]);
    }
    expect(await serialised(tab)).toBe(before);
    expect(await tab.evaluate(() => scrollY)).toBe(0);
  });

  it('keeps two pictures apart', async () => {
    const second = await sharePageOf(world, tab, helper);
    expect(await jobs(helper)).toHaveLength(2);
    await choose(second, 'Bingo card');
    await second.close();
    await until('its job alone to go', async () => (await jobs(helper)).length === 1);
    expect((await downloaded(page)).name).toMatch(/-article\.png$/);
  });

  it('forgets the picture when the page closes', async () => {
    await page.close();
    await until('the job to go', async () => (await jobs(helper)).length === 0);
  });

  const NOTHING = ['', '#nothing', '#__proto__', '#%', '#%3Cimg%20src=x%20onerror=alert(1)%3E', `#${'9'.repeat(5000)}`];
  it('says so when there is nothing to show, whatever the address', async () => {
    for (const hash of NOTHING) {
      const empty = await world.driver.page(`share.html${hash}`);
      const gone = () => empty.evaluate(() => document.querySelector('.gone')?.textContent ?? '');
      expect([hash, await until('words', gone)]).toEqual([
        hash,
        expect.stringContaining('There is no picture here any more.'),
      ]);
      expect(await empty.evaluate(() => document.querySelector('img, canvas, textarea'))).toBe(null);
      await empty.close();
    }
    expect(await jobs(helper)).toEqual([]);
  });

  it('made no noise and no request', async () => {
    expect(await world.driver.errors()).toEqual([]);
    expect(world.driver.attempts()).toEqual([]);
  });
});
