import { describe, expect, it } from 'vitest';
import { anatomyOf } from '@/components/card/anatomy';
import type { Claim, Kind } from '@/lib/model';
import { markName } from '@/lib/settings/words';
import { notesIn } from '@/lib/share/view';
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
import { GALLERY, statusClaim } from './gallery';

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
    expect(copiedPage(page, '', '', false)).toBe('“T” (x.example)');
    expect(copiedText({ ...told, note: 'No.' } as never, '', 'It works')).toMatch(/By whose count\?$/);
  });

  it('date a picture by its article, and say so; by the day it was seen where the page states none', () => {
    // Noon of the reader, in whatever time zone.
    const seen = new Date(2026, 10, 28, 12).toISOString();
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
    expect(altOfView(status, page, true, [])).toMatch(/underlined by Peel\.$/);
  });

  it('tell of no underlines where nothing is marked, or the marks are hidden', () => {
    const [a] = GALLERY;
    if (!a) throw new Error('the gallery is empty');
    const page = { host: 'x.example', caption: '' };
    const bare = { title: 'T', claims: [] } as never;
    const hidden = { title: 'T', claims: [statusClaim(a, 0)], hidden: true } as never;
    for (const status of [bare, hidden]) {
      expect(altOfView(status, page, false, [])).toBe('Part of the page “T” on x.example.');
      expect(altOfView(status, page, true, [])).toBe('The whole article “T” on x.example.');
    }
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
