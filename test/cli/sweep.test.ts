import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slugs } from '@/lib/cli/arguments';
import { type Finding, inColumn, lines, readOptions, summary } from '@/lib/cli/sweep';
import {
  difference,
  dishonest,
  misplacedCards,
  type OpenCard,
  ourErrors,
  overlaps,
  type Rect,
} from '@/lib/cli/sweep/checks';
import { cut, sheetHtml } from '@/lib/cli/sweep/sheet';

const box = (left: number, top: number, width = 100, height = 40): Rect => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe('the arguments of npm run sweep', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'peel-sweep-'));
    for (const name of ['b.html', 'a.htm', 'notes.txt']) writeFileSync(join(folder, name), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('takes a folder for the pages in it, in order, and each page once', () => {
    const options = readOptions([folder, join(folder, 'b.html')]);
    expect(options.files).toEqual([join(folder, 'a.htm'), join(folder, 'b.html')]);
    expect(options).toMatchObject({
      browsers: ['chromium', 'firefox'],
      widths: [1440, 1024, 390],
      column: null,
      sheet: false,
    });
  });

  it('takes a browser, widths, a level and a sheet', () => {
    const options = readOptions([
      folder,
      '--browser',
      'firefox',
      '--width=390,800',
      '--level',
      'onion',
      '--sheet',
      '--column=640',
    ]);
    expect(options).toMatchObject({
      browsers: ['firefox'],
      widths: [390, 800],
      level: 'onion',
      column: 640,
      sheet: true,
    });
  });

  it.each([
    [[], /Name a folder/],
    [['no-such-folder'], /no no-such-folder/],
    [['lib'], /holds no saved page/],
    [['test/pages', '--browser', 'lynx'], /chromium or firefox/],
    [['test/pages', '--width', '1440,wide'], /320 to 4000/],
    [['test/pages', '--column', 'narrow'], /200 to 4000/],
    [['test/pages', '--level', 'inferno'], /straight, eyebrow, roast, onion/],
  ])('says plainly what is wrong with %j', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});

describe('the names of pages', () => {
  it('tell two files of one name from each other', () =>
    expect(slugs(['a/index.html', 'b/index.htm', 'b/other page.html'])).toEqual(['index', 'index-2', 'other-page']));

  it('is no other page’s own name', () =>
    expect(slugs(['x/a.html', 'y/a.html', 'z/a-2.html'])).toEqual(['a', 'a-2', 'a-2-2']));
});

describe('a page set in a column', () => {
  it('keeps all that it had', () => {
    // Its bytes, too: what they mean is for the page to say.
    const page = Buffer.from('<html><meta charset="windows-1252"><body><p>Caf\xe9.</p></body></html>', 'latin1');
    const html = inColumn(page, 640);
    expect(html.subarray(0, page.length)).toEqual(page);
    expect(html.toString('latin1')).toMatch(/<style>[^<]*max-width:640px/);
  });
});

describe('what must hold on a page', () => {
  const note = (key: string, at: Rect) => ({ key, box: at });

  it('no note on another', () => {
    const apart = [note('c0', box(0, 0)), note('c1', box(0, 40))];
    expect(overlaps({ notes: apart, leaders: [] }, [])).toEqual([]);
    const together = [note('c0', box(0, 0)), note('c1', box(0, 30))];
    expect(overlaps({ notes: together, leaders: [] }, [])).toEqual(['note c0 on note c1']);
  });

  it('no note on what is the page’s, glyph boxes given their slack', () => {
    const notes = [note('c0', box(0, 0))];
    expect(overlaps({ notes, leaders: [] }, [{ what: 'beside', box: box(98.5, 0) }])).toEqual([]);
    expect(overlaps({ notes, leaders: [] }, [{ what: 'under it', box: box(90, 30) }])).toEqual([
      'note c0 at 0,0,100,40 on "under it" at 90,30,190,70',
    ]);
  });

  it('no leader through text or a note', () => {
    const line: [number, number][] = [0, 10, 20, 30].map((x) => [x, 20]);
    expect(overlaps({ notes: [note('c0', box(40, 0))], leaders: [line] }, [])).toEqual([]);
    expect(overlaps({ notes: [note('c0', box(15, 0))], leaders: [line] }, [])).toEqual(['a leader through note c0']);
    expect(overlaps({ notes: [], leaders: [line] }, [{ what: 'words', box: box(5, 10, 10, 20) }])).toHaveLength(1);
  });

  it('painted words are claimed words', () => {
    const claims = [
      { quote: 'does the  work of 700', painted: true },
      { quote: 'is behind a fold', painted: false },
    ];
    expect(dishonest(claims, ['does the work of 700', '700'], ['c0', 'headline'])).toEqual([]);
    expect(dishonest(claims, [], ['c0'])).toEqual(['claimed, not painted: "does the work of 700"']);
    expect(dishonest(claims, ['does the work of 700', 'other words'], [])).toEqual([
      'painted, not claimed: "other words"',
    ]);
    expect(dishonest(claims, ['does the work of 700'], ['c1', 'c7'])).toEqual([
      'note c1 without painted words',
      'note c7 without painted words',
    ]);
  });

  it('a card is in the window and beside its claim', () => {
    const card = (change: Partial<OpenCard>): OpenCard => ({
      key: 'c0',
      box: box(10, 60),
      view: { width: 390, height: 900 },
      lines: [box(10, 10)],
      ...change,
    });
    expect(misplacedCards([card({})])).toEqual([]);
    expect(misplacedCards([card({ box: null })])).toEqual(['card of c0 does not open']);
    expect(misplacedCards([card({ box: box(350, 60) })])[0]).toMatch(/leaves the window of 390x900/);
    expect(misplacedCards([card({ box: box(10, 20) })])).toEqual(['card of c0 covers its claim']);
  });

  it('the document is as it was', () => {
    expect(difference('<p>a</p>', '<p>a</p>')).toEqual([]);
    expect(difference('<p>a</p>', '<p class="x">a</p>')[0]).toContain('differs at 2');
    expect(difference('<p>a</p>', '<p>a</p><i/>')[0]).toContain('differs at 8');
  });

  it('errors of the page itself are not Peel’s', () => {
    const origin = 'moz-extension://5a71/';
    const theirs = [
      'page http://127.0.0.1/a.html: security Refused to execute inline script http://127.0.0.1/a.html',
      'page http://127.0.0.1/a.html: network Failed to load resource http://127.0.0.1/x.css',
      'page http://127.0.0.1/a.html: Content-Security-Policy: The page’s settings blocked a script',
    ];
    const ours = [
      'page http://127.0.0.1/a.html: TypeError: x is null',
      `page http://127.0.0.1/a.html: security Refused ${origin}content.js`,
      `${origin}background.js:1 ReferenceError`,
    ];
    expect(ourErrors([...theirs, ...ours], origin)).toEqual(ours);
  });
});

describe('what the sweep says', () => {
  const good: Finding = {
    page: 'news',
    browser: 'firefox',
    width: 390,
    state: 'annotated',
    claims: 3,
    notes: 0,
    marks: 2,
    breaches: [],
  };
  const plain: Finding = { ...good, page: 'plain', state: 'no-claims', claims: 0, marks: 0 };
  const bad: Finding = { ...good, width: 1440, notes: 2, marks: 0, breaches: ['note c0 on note c1'] };

  it('is a line a look and a line a breach', () => {
    expect(lines(good)).toEqual(['ok   firefox 390 news: 3 painted, 0 notes, 2 marks']);
    expect(lines({ ...good, notes: 1, marks: 1 })).toEqual(['ok   firefox 390 news: 3 painted, 1 note, 1 mark']);
    expect(lines(plain)).toEqual(['ok   firefox 390 plain: no-claims']);
    expect(lines(bad)).toEqual([
      'FAIL firefox 1440 news: 3 painted, 2 notes, 0 marks',
      expect.stringContaining('note c0 on note c1'),
    ]);
  });

  it('ends in one JSON object', () => {
    expect(JSON.parse(summary([good, plain, bad]))).toEqual({
      pages: 2,
      looks: 3,
      annotated: 2,
      notes: 2,
      marks: 2,
      failed: 1,
      breaches: 1,
    });
  });
});

describe('the contact sheet', () => {
  it('cuts pictures to rows, within the picture', () => {
    const picture = new PNG({ width: 3, height: 10 });
    for (let y = 0; y < 10; y++) picture.data.fill(y, y * 12, y * 12 + 12);
    const part = PNG.sync.read(cut(PNG.sync.write(picture), 4, 99));
    expect([part.width, part.height, part.data[0]]).toEqual([3, 6, 4]);
    expect(PNG.sync.read(cut(PNG.sync.write(picture), -20, 2)).height).toBe(2);
  });

  it('names what was wrong, as text', () => {
    const html = sheetHtml(
      'Peel',
      [{ title: 'a & b', path: '/x/sheet/a b#1?.png', breaches: ['note on "<b>"'] }],
      '/x',
    );
    expect(html).toContain('src="sheet/a%20b%231%3F.png"');
    expect(html).toContain('a &amp; b');
    expect(html).toContain('note on &quot;&lt;b&gt;&quot;');
  });
});
