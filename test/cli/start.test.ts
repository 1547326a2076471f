import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { caution, PAGES, present, readOptions, report } from '@/lib/cli/start';
import { ANNOUNCEMENT_KINDS } from '@/lib/model';
import { claimFixture } from '../claim-fixture';
import { statusFixture } from '../status-fixture';

const file = fileURLToPath(new URL('../demo/article.html', import.meta.url));
const display = { DISPLAY: ':0' };

describe('npm start', () => {
  it('shows the demo in a window when nothing is said and there is a display', () => {
    const options = readOptions([], display);
    expect(options).toMatchObject({ headless: false, width: 1440, level: 'roast', files: [file] });
    expect(options.browsers).toEqual(['chromium', 'firefox']);
  });

  it.runIf(process.platform === 'linux')('needs no display', () => {
    expect(readOptions([], {}).headless).toBe(true);
    expect(readOptions([], { WAYLAND_DISPLAY: 'wayland-0' }).headless).toBe(false);
    expect(readOptions([], { ...display, CI: '1' }).headless).toBe(true);
  });

  it('takes the browsers that are there, unless one is asked for', () => {
    const both = readOptions([], display);
    expect(present(both, (name) => name === 'firefox')).toEqual(['firefox']);
    expect(present(both, () => true)).toEqual(['chromium', 'firefox']);
    // None is there: what is missing is installed, or named.
    expect(present(both, () => false)).toEqual(['chromium', 'firefox']);
    expect(present(readOptions(['--browser', 'chromium'], display), () => false)).toEqual(['chromium']);
  });

  it('takes files, a browser, a level and a width', () => {
    const options = readOptions(
      [file, '--headless', '--browser', 'firefox', '--level=onion', '--width', '390'],
      display,
    );
    expect(options).toMatchObject({ headless: true, browsers: ['firefox'], level: 'onion', width: 390, files: [file] });
  });

  it('opens any of the five pages of our own, and more than one', () => {
    const folder = fileURLToPath(new URL('../demo/pages', import.meta.url));
    expect(PAGES.map((name) => `${name}.html`).sort()).toEqual(readdirSync(folder).sort());
    const { files } = readOptions(['--page', 'news', '--page=dark', file], display);
    expect(files.map((path) => path.split('/').slice(-2).join('/'))).toEqual([
      'pages/news.html',
      'pages/dark.html',
      'demo/article.html',
    ]);
  });

  it('says of pages of our own that they prove nothing of the reader', () => {
    expect(caution(readOptions([], display).files)).toContain('no proof');
    expect(caution(readOptions(['--page', 'product'], display).files)).toContain('no proof');
    expect(caution(['/tmp/saved.html'])).toBeNull();
  });

  it('reports marks, and no hype for an announcement', () => {
    const claim = claimFixture({ quote: 'It works', hype: { score: 42, band: 'frothy', cues: [] } });
    const news = claimFixture({ quote: 'It opens', kind: ANNOUNCEMENT_KINDS[0] });
    const said = { note: null, straight: { question: '' }, painted: true };
    const claims = [claim, news].map((one) => ({ ...said, claim: one }));
    const [head, ...rows] = report('page', 'firefox', statusFixture({ claims: claims as never }));
    expect(head).toBe('page in firefox: 2 marks, annotated, hype 50, level roast');
    expect(rows.map((row) => row.trim().split(/\s+/).slice(1, 3))).toEqual([
      [claim.kind, '42'],
      [news.kind, 'It'],
    ]);
  });

  it.each([
    [['no-such-page.html'], /no file no-such-page/],
    [['lib'], /folder/],
    [['https://news.example/a'], /Save the page/],
    [['--browser', 'lynx'], /chromium or firefox/],
    [['--level', 'inferno'], /straight, eyebrow, roast, onion/],
    [['--width', 'wide'], /320 to 4000/],
    [['--page', 'sports'], /press-post, news, product, live-blog, dark/],
    [['--wat'], /--wat/],
  ])('says plainly what is wrong with %j', (args, message) => {
    expect(() => readOptions(args, display)).toThrow(message);
  });
});
