import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { anatomyOf } from '@/components/card/anatomy';
import { Refusal } from '@/lib/messages/check';
import type { Claim, Kind } from '@/lib/model';
import { markName } from '@/lib/settings/words';
import { bytesOf, dataUrlOf } from '@/lib/share/bytes';
import { loadChoices, parseChoices, saveChoices } from '@/lib/share/choices';
import { contrast, INKS } from '@/lib/share/colours';
import { checkJob, dropJob, loadJob, type ShareJob, saveJob } from '@/lib/share/job';
import { crc32, withText } from '@/lib/share/png';
import { endOf, type Measure, setText } from '@/lib/share/text';
import { inside, notesIn, stripHeight } from '@/lib/share/view';
import {
  altOfClaim,
  altOfView,
  cardText,
  copiedPage,
  copiedText,
  datedAs,
  fileName,
  markedQuote,
  titleOf,
} from '@/lib/share/words';
import fc from '../property';
import { statusFixture } from '../status-fixture';
import { GALLERY, statusClaim } from './gallery';
import { textChunks } from './png-text';

/** The smallest PNG: one transparent pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const each: Measure = (text, { size }) => [...text].length * size;
const font = { size: 1, weight: 400 } as const;

describe('text in a PNG', () => {
  it('comes back as it went in, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const plain = text.replaceAll('\0', '').toWellFormed();
        expect(textChunks(withText(bytesOf(PIXEL), { Title: text })).Title ?? '').toBe(plain);
      }),
    );
  });

  it('leaves the rest of the picture alone', () => {
    const bytes = bytesOf(PIXEL);
    const made = withText(bytes, { Title: 'A title', Comment: 'Satire', Description: '' });
    expect(made.subarray(0, 33)).toEqual(bytes.subarray(0, 33));
    expect(made.subarray(made.length - (bytes.length - 33))).toEqual(bytes.subarray(33));
    expect(textChunks(made)).toEqual({ Title: 'A title', Comment: 'Satire' });
  });

  it('is not put into what is no PNG', () => {
    expect(() => withText(new Uint8Array(50), { Title: 'x' })).toThrow('not a PNG');
    expect(() => withText(new Uint8Array(), { Title: 'x' })).toThrow('not a PNG');
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('reads data addresses and writes them', () => {
    expect(dataUrlOf(bytesOf(PIXEL), 'image/png')).toBe(PIXEL);
    expect(() => bytesOf('https://example.com/')).toThrow('not a base64 data address');
  });
});

describe('setting text', () => {
  it('loses no character and passes no edge, wherever it breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, width) => {
        const { lines, cut } = setText(text, font, width, each);
        expect(cut).toBe(false);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        for (const line of lines) {
          expect(text.slice(line.start, line.end)).toBe(line.text);
          const single = [...new Intl.Segmenter('en').segment(line.text)].length < 2;
          expect(single || line.indent + line.width <= width).toBe(true);
        }
      }),
    );
  });

  it('hangs the rest of a turn or of a list’s line under its first word', () => {
    const { lines } = setText('— one two three\n2. four five six\nplain and so on', font, 10, each);
    expect(lines.map(({ text, indent }) => [text, indent])).toEqual([
      ['— one two', 0],
      ['three', 2],
      ['2. four', 0],
      ['five', 2.5],
      ['six', 2.5],
      ['plain and', 0],
      ['so on', 0],
    ]);
  });

  it('leaves no word alone on a line where its neighbour can come along', () => {
    const broken = (text: string, width: number) => setText(text, font, width, each).lines.map((line) => line.text);
    const claim = broken('claims process end to end without any human intervention', 15);
    expect(claim.join(' | ')).toBe('claims process | end to end | without | any human | intervention');
    const list = broken('AGENDA\n4. Whether he can have a second chair.\n5. None.', 34);
    expect(list.join(' | ')).toBe('AGENDA | 4. Whether he can have | a second chair. | 5. None.');
    expect(broken('they co-create text understandably', 14)).toEqual(['they co-create', 'text', 'understandably']);
  });

  it('says so when it has to cut, and cuts at the end', () => {
    const { lines, cut } = setText('one two three four', font, 9, each, 1);
    expect([lines.map(({ text }) => text), cut]).toEqual([['one two…'], true]);
    expect(endOf('news.example.com', font, 12, each)).toBe('…example.com');
  });
});

describe('boxes', () => {
  it('stay inside the picture, in whole pixels', () => {
    const box = fc.record({ x: fc.float(), y: fc.float(), w: fc.float(), h: fc.float() });
    fc.assert(
      fc.property(box, (given) => {
        const made = inside(given, 100, 50);
        if (!made) return;
        expect(Object.values(made).every(Number.isInteger)).toBe(true);
        expect(made.x >= 0 && made.y >= 0 && made.x + made.w <= 100 && made.y + made.h <= 50).toBe(true);
        expect(made.w > 0 && made.h > 0).toBe(true);
      }),
    );
    expect(inside({ x: 10, y: 10, w: -5, h: -5 }, 100, 50)).toEqual({ x: 5, y: 5, w: 5, h: 5 });
    expect(inside({ x: 200, y: 0, w: 5, h: 5 }, 100, 50)).toBeNull();
    expect(stripHeight(100, 2)).toBeGreaterThan(20);
  });
});

describe('inks', () => {
  it.each(Object.entries(INKS))('%s can be read on paper, on tint and over the marker', (_, ink) => {
    for (const ground of [ink.paper, ink.tint]) {
      for (const colour of [ink.ink, ink.soft, ink.accent])
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(ink.ink, ink.mark)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', '#000000')).toBe(21);
  });
});

describe('words beside a picture', () => {
  it('name files by what they are', () => {
    const noon = '2026-11-23T12:00:00';
    expect(fileName('www.News.Example.co.uk', noon, 'claim')).toBe(
      'peel-satire-news-example-co-uk-2026-11-23-claim.png',
    );
    expect(fileName('../../etc/passwd', noon, 'view')).toBe('peel-satire-etc-passwd-2026-11-23-view.png');
    expect(fileName('', noon, 'view')).toBe('peel-satire-a-saved-page-2026-11-23-view.png');
    expect(fileName('例え.テスト', noon, 'view')).toBe('peel-satire-page-2026-11-23-view.png');
  });

  it('quote what the page says, to the letter', () => {
    GALLERY.forEach((told, index) => {
      const { quote, marks } = markedQuote(statusClaim(told, index));
      expect(quote.replace(/^… | …$/g, '')).toBe(told.quote);
      for (const { start, end } of marks) {
        expect(start).toBeLessThan(end);
        expect(quote.slice(start, end)).not.toBe('');
        expect(told.quote).toContain(quote.slice(start, end));
      }
      expect(marks.length).toBeGreaterThan(0);
    });
  });

  it('call an announcement one, and say nothing of its hype', () => {
    const said = (kind: Kind, over: Partial<Claim> = {}) => {
      const one = statusClaim({ kind, quote: 'It is out.' }, 1);
      Object.assign(one.claim, over);
      const page = { host: 'example.com', made: '2026-11-23T09:00:00Z' };
      const card = cardText(one, page, markName, [], { question: true, receipt: true, caption: '' });
      return [card.kind, card.heat, altOfClaim(card)];
    };
    expect(said('launch')).toEqual([
      'Launch',
      '',
      'An announcement published on example.com, marked by Peel (Launch): “It is out.”',
    ]);
    expect(said('human-parity', { kindSure: false, group: 'power' })).toEqual([
      'Something about what it can do',
      'Hype 37 of 100: warm',
      'A claim published on example.com, marked by Peel (Something about what it can do): “It is out.”',
    ]);
  });

  it('mark the joke as satire, and neither the question nor the record', () => {
    const told = { caption: '', quote: 'It works', host: 'x.example', question: 'By whose count?', receipt: null };
    const copied = (note: string) => copiedText({ ...told, note } as never, 'https://x.example/', 'It works');
    expect(copied('No.')).toContain('\nNo. (satire)\n\nNot asked: By whose count?\nhttps://');
    expect(copied('')).not.toContain('satire');
    expect(copied('')).toContain('\nNot asked: By whose count?\nhttps://');
    const page = { host: 'x.example', title: 'T', caption: '' };
    expect(copiedPage(page, '', 'https://x.example/', false)).toBe('“T” (x.example)\nhttps://x.example/');
  });

  it('date a picture by its article, and say so; by the day it was seen where the page states none', () => {
    const seen = '2026-11-28T12:00:00Z';
    expect(datedAs('2026-11-23', seen)).toBe('published 23 November 2026');
    for (const none of [null, undefined, '', 'yesterday', '2026-13-99'])
      expect(datedAs(none, seen)).toBe('seen 28 November 2026');
  });

  it('quote of a page’s notes only those that are in the picture', () => {
    const [a = GALLERY[0]!, b = GALLERY[1]!] = GALLERY;
    const claims = [statusClaim({ ...a, note: 'The first.' }, 0), statusClaim({ ...b, note: 'The second.' }, 1)];
    const status = { title: 'T', claims } as never;
    const page = { host: 'x.example', caption: '' };
    expect(altOfView(status, page, false, [1])).toContain('Satirical notes on the page: “The second.”.');
    expect(altOfView(status, page, false, [1])).not.toContain('The first.');
    expect(altOfView(status, page, true, [])).not.toContain('Satirical');
  });

  it('knows which notes are whole in a picture that was cut and blacked out', () => {
    const size = { width: 800, height: 600 };
    const notes = [
      { index: 0, x: 0.025, y: 0.04, w: 0.25, h: 0.16 },
      { index: 1, x: 0.025, y: 0.9, w: 0.25, h: 0.16 },
      { index: 2, x: 0.63, y: 0.3, w: 0.25, h: 0.16 },
    ];
    const whole = { crop: null, masks: [] };
    expect(notesIn(notes, size, whole)).toEqual([0, 2]);
    expect(notesIn(notes, size, { crop: { x: 400, y: 0, w: 400, h: 600 }, masks: [] })).toEqual([2]);
    expect(notesIn(notes, size, { crop: null, masks: [{ x: 210, y: 110, w: 20, h: 20 }] })).toEqual([2]);
    expect(notesIn([], size, whole)).toEqual([]);
  });

  it('end with the mark of satire and a way back', () => {
    const card = { caption: '', quote: 'It works', host: 'x.example', note: 'No.', question: '', receipt: null };
    const copied = copiedText(card as never, 'https://x.example/?id=4&utm_source=y', 'It works', {
      before: 'They say',
      after: '',
    });
    expect(copied.endsWith('No. (satire)\nhttps://x.example/?id=4#:~:text=They%20say-,It%20works')).toBe(true);
    const page = copiedPage(
      { host: 'x.example', title: 'T', caption: 'c' },
      '3 claims.',
      'https://x.example/a?fbclid=1#z',
    );
    expect(page).toBe('c\n\n“T” (x.example)\n\n3 claims. (satire)\nhttps://x.example/a');
  });
});

describe('what is kept', () => {
  beforeEach(() => fakeBrowser.reset());
  const job = (): ShareJob => ({
    version: 1,
    made: '2026-11-23T12:00:00Z',
    tabId: 3,
    status: statusFixture(),
    index: null,
    view: { dataUrl: PIXEL, dpr: 1, width: 1, height: 1 },
  });
  const idOf = (address: string) => address.split('#')[1] ?? '';

  it('is the last choice, and defaults for what does not fit', async () => {
    const chosen = { picture: 'bingo', format: 'story', tone: 'dark', question: false, receipt: true } as const;
    await saveChoices(chosen);
    expect(await loadChoices()).toEqual(chosen);
    for (const rubbish of [null, 7, 'x', [], { picture: 'toString', format: 'toString', tone: 1 }])
      expect(parseChoices(rubbish)).toEqual({
        picture: 'view',
        format: 'wide',
        tone: 'light',
        question: true,
        receipt: true,
      });
  });

  it('survives a storage that refuses', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('gone') as never);
    await saveChoices(parseChoices(null));
    expect(await loadChoices()).toEqual(parseChoices(null));
  });

  it('hands a job over once and forgets it', async () => {
    const id = idOf(await saveJob(job()));
    expect(await loadJob(id)).toEqual(job());
    await dropJob(id);
    expect(await loadJob(id)).toBeNull();
    expect(await loadJob('')).toBeNull();
  });

  it('leaves the view out, and says so, where there is no room for it', async () => {
    const set = vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
    const kept = await loadJob(idOf(await saveJob(job())));
    expect([kept?.view, kept?.notice]).toEqual([null, 'view-left-out']);
    set.mockRejectedValue(new Error('quota'));
    await expect(saveJob(job())).rejects.toThrow('no room left');
    set.mockRestore();
  });

  it('takes nothing else for a job', () => {
    expect(checkJob(job())).toEqual(job());
    const bad = [
      null,
      { ...job(), version: 2 },
      { ...job(), made: 'yesterday' },
      { ...job(), view: { dataUrl: 'https://x/', dpr: 1, width: 1, height: 1 } },
      { ...job(), view: { dataUrl: PIXEL, dpr: 0, width: 1, height: 1 } },
      { ...job(), status: null },
      { ...job(), status: { ...statusFixture(), claims: [{}] } },
      { ...job(), index: -1 },
    ];
    for (const one of bad) expect(() => checkJob(one), JSON.stringify(one)).toThrow(Refusal);
  });
});

describe('a figure', () => {
  it('stands on one line with its millions', () => {
    const lines = setText('It was worth $41 billion in all', { size: 1, weight: 400 }, 16, each).lines;
    expect(lines.map(({ text }) => text)).toEqual(['It was worth', '$41 billion', 'in all']);
    expect(setText('2.3 million', { size: 1, weight: 400 }, 8, each).torn).toBe(true);
  });
});

describe('a title', () => {
  it.each([
    ['Kelmore replaces 700 agents | The Example Gazette', 'www.example.com', 'Kelmore replaces 700 agents'],
    ['Kelmore replaces 700 agents - The Example Gazette', 'www.examplegazette.com', 'Kelmore replaces 700 agents'],
    ['Kelmore replaces 700 agents – News – Example', 'news.example.co.uk', 'Kelmore replaces 700 agents'],
    ['Kelmore replaces 700 agents | Business | Example', 'example.com', 'Kelmore replaces 700 agents'],
    ['Example.com · Kelmore replaces 700 agents', 'example.com', 'Kelmore replaces 700 agents'],
    ['The assistant and its people - The Example Gazette', '127.0.0.1:8080', 'The assistant and its people'],
    ['The assistant and its people - The Example Gazette', '', 'The assistant and its people'],
    ['Kelmore Newsroom | Our AI assistant is here', 'kelmorenewsroom.example', 'Our AI assistant is here'],
  ])('loses the site’s name: %s', (title, host, rest) => {
    expect(titleOf(title, host)).toBe(rest);
  });
  it.each([
    ['Kelmore bets on agents — and on 700 people', 'example.com'],
    ['AI-first, people-second', 'example.com'],
    ['Kelmore bets on agents - and loses', ''],
    ['Kelmore | Example', 'example.com'],
    ['One claim after another | by a columnist whose name is longer than any site’s name', 'example.com'],
    ['Interview - Vantrell', 'example.com'],
    ['', ''],
    [' | ', 'example.com'],
  ])('is left whole otherwise: %s', (title, host) => {
    expect(titleOf(title, host)).toBe(title.trim());
  });
});

describe('who a card names', () => {
  const told = GALLERY.find(({ parts }) => parts?.actor === 'our');
  const who = (slots: object, numberSource: Claim['numberSource'] = 'none') => {
    const one = statusClaim(told ?? GALLERY[0]!, 0);
    Object.assign(one.claim.slots, slots);
    one.claim.numberSource = numberSource;
    const rows = anatomyOf(one.claim);
    const page = { host: 'example.com', made: '2026-11-23T09:00:00Z' };
    const options = { question: true, receipt: true, caption: '' };
    return cardText(one, page, markName, rows, options).facts.find(({ label }) => label === 'Who');
  };
  it('is the firm, where the sentence says "we"', () => {
    expect(who({ actorText: 'our', actor: 'Kelmore' })?.text).toBe('Kelmore');
    expect(who({ actorText: 'We', actor: 'Kelmore' })?.text).toBe('Kelmore');
    expect(who({ actorText: 'Kelmore Pay', actor: 'Kelmore' })?.text).toBe('Kelmore Pay (Kelmore)');
    expect(who({ actorText: 'The company', actor: '' })?.text).toBe('The company');
  });
  it('is nobody where no firm is known, and "not said" where nobody is', () => {
    expect(who({ actorText: 'our', actor: '' })).toBeUndefined();
    expect(who({ actorText: 'Ourfirm', actor: '' })?.text).toBe('Ourfirm');
    expect(who({ actorText: '', actor: '' })).toMatchObject({ text: 'not said', said: false });
    expect(who({ actorText: '', actor: '' }, 'self')).toBeUndefined();
  });
});
