import { describe, expect, it } from 'vitest';
import { anatomyOf } from '@/components/card/anatomy';
import { KINDS, type Kind } from '@/lib/model';
import { kindName, markName } from '@/lib/settings/words';
import { altOfBingo, bingoWords, layBingo, linesOf, squaresOf } from '@/lib/share/bingo';
import { layCard } from '@/lib/share/card';
import { contrast, INKS, type Tone } from '@/lib/share/colours';
import { FORMATS, type Format } from '@/lib/share/frame';
import type { Scene, Stroke } from '@/lib/share/scene';
import type { Measure } from '@/lib/share/text';
import { altOfVerdict, layVerdict, verdictText } from '@/lib/share/verdict';
import { cardText } from '@/lib/share/words';
import { statusFixture } from '../status-fixture';
import { GALLERY, statusClaim } from './gallery';

/** A face that is a little wider than most: what fits here fits in the faces that readers have. */
const measure: Measure = (text, { size, weight, track = 0 }) =>
  [...text].reduce((sum, sign) => {
    const em = /[\u3000-\u9fff\u{1f000}-\u{1faff}]/u.test(sign)
      ? 1.1
      : /[mwMW]/.test(sign)
        ? 0.85
        : /[A-Z]/.test(sign)
          ? 0.68
          : /[ijltf.,;:!|’']/.test(sign)
            ? 0.3
            : 0.5;
    return sum + (em + track + (weight === 600 ? 0.03 : 0)) * size;
  }, 0);

const NAMES = Object.fromEntries(KINDS.map((kind) => [kindName(kind), true]));
const TONES: Tone[] = ['light', 'dark'];
const formats = Object.keys(FORMATS) as Format[];
const page = { host: 'www.example.com', made: new Date(2026, 10, 23, 12).toISOString() };

type Words = Extract<Stroke, { op: 'text' }>;
const wordsOf = (scene: Scene) => scene.strokes.filter((stroke): stroke is Words => stroke.op === 'text');
/** The part of a line of type that ink is in, roughly. */
const boxOf = ({ x, y, w, font }: Words) => ({
  left: x,
  right: x + w,
  top: y - font.size * 0.68,
  bottom: y + font.size * 0.2,
});

function outside(scene: Scene): string[] {
  const bad = wordsOf(scene).filter((stroke) => {
    const { left, right, top, bottom } = boxOf(stroke);
    return left < 20 || right > scene.width - 20 || top < 10 || bottom > scene.height - 10;
  });
  return bad.map(({ text }) => text);
}

function colliding(scene: Scene): string[] {
  const all = wordsOf(scene).map((stroke) => ({ ...boxOf(stroke), text: stroke.text }));
  return all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.text} / ${other.text}`),
  );
}

/** Words that a ring runs through, or comes nearer to than two pixels. */
function rung(scene: Scene): string[] {
  const words = wordsOf(scene);
  return scene.strokes.flatMap((ring) => {
    // The mark in the masthead is rings without words.
    if (ring.op !== 'ring' || ring.rx < 40) return [];
    const inside = ({ x, w, y, font }: Words) =>
      Math.abs(x + w / 2 - ring.x) < ring.rx && Math.abs(y - font.size * 0.3 - ring.y) < ring.ry;
    const room = ring.width / 2 + 2;
    const crossed = words.filter(inside).filter((word) => {
      const { left, right, top, bottom } = boxOf(word);
      return [left, right].some((x) =>
        [top, bottom].some((y) => {
          const [dx, dy] = [x - ring.x, y - ring.y];
          const [cos, sin] = [Math.cos(ring.turn), Math.sin(ring.turn)];
          return Math.hypot((dx * cos + dy * sin) / (ring.rx - room), (dy * cos - dx * sin) / (ring.ry - room)) > 1;
        }),
      );
    });
    return crossed.map(({ text }) => text);
  });
}

/** Every line of type with the worst contrast to anything filled beneath it. */
function faint(scene: Scene): string[] {
  const found: string[] = [];
  wordsOf(scene).forEach((stroke) => {
    const { left, right, top, bottom } = boxOf(stroke);
    const under = scene.strokes
      .slice(0, scene.strokes.indexOf(stroke))
      .filter((fill): fill is Extract<Stroke, { op: 'fill' }> => {
        if (fill.op !== 'fill' || fill.h < 8 || fill.w < 8) return false;
        return fill.x < right && left < fill.x + fill.w && fill.y < bottom && top < fill.y + fill.h;
      });
    // What a later fill hides altogether does not count.
    const seen = under.filter(
      (_, i) =>
        !under
          .slice(i + 1)
          .some((over) => over.x <= left && over.x + over.w >= right && over.y <= top && over.y + over.h >= bottom),
    );
    for (const { colour } of seen)
      if (contrast(stroke.colour, colour) < 4.5) found.push(`${stroke.text}: ${stroke.colour} on ${colour}`);
  });
  return found;
}

function card(index: number, format: Format, tone: Tone, extras: boolean) {
  const told = GALLERY[index];
  if (!told) throw new Error(`no claim ${index}`);
  const one = statusClaim(told, index);
  const options = { question: extras, receipt: extras, caption: told.caption ?? '' };
  const text = cardText(one, { ...page, host: told.host ?? page.host }, markName, anatomyOf(one.claim), options);
  return { text, scene: layCard(text, format, tone, measure) };
}

describe.each(formats)('the title of the article, %s', (format) => {
  const titled = (index: number, title: string, extras = false) => {
    const told = GALLERY[index]!;
    const one = statusClaim(told, index);
    const options = { question: extras, receipt: extras, caption: '' };
    const scene = layCard(
      cardText(one, { ...page, title }, markName, anatomyOf(one.claim), options),
      format,
      'light',
      measure,
    );
    const said = wordsOf(scene)
      .map((line) => line.text)
      .join(' ');
    return { scene, said };
  };
  // Laying out takes its time: every fifth will do.
  const some = GALLERY.map((_, index) => index).filter((index) => index % 5 === 0);

  it('stands under the quote where there is room, and costs no words', { timeout: 60_000 }, () => {
    const shown = some.map((index) => {
      for (const extras of [true, false]) {
        const { scene } = titled(index, 'Firm teaches its lift to apologise', extras);
        expect(outside(scene)).toEqual([]);
        expect(scene.cut).toBe(card(index, format, 'light', extras).scene.cut);
      }
      return titled(index, 'Firm teaches its lift to apologise').said.includes('In the article “Firm teaches');
    });
    expect(shown.filter(Boolean).length).toBeGreaterThan(some.length / 2);
  });

  it('is left out where it is the quote again, or too long to stand beside it', () => {
    expect(titled(0, GALLERY[0]!.quote.toUpperCase()).said).not.toContain('In the article');
    expect(titled(0, 'word '.repeat(40)).said).not.toContain('In the article');
  });
});

describe.each(formats)('forty claim cards, %s', (format) => {
  const cards = GALLERY.flatMap((_, index) =>
    TONES.flatMap((tone) =>
      [true, false].map((extras) => ({ index, tone, extras, ...card(index, format, tone, extras) })),
    ),
  );

  it('hold all their words, in their places, on nothing else’s', () => {
    expect(cards.length).toBe(160);
    for (const { index, scene, text } of cards) {
      const at = `${index}: ${text.quote}`;
      expect([at, scene.cut && !text.host.startsWith('newsroom')]).toEqual([at, false]);
      expect([at, outside(scene)]).toEqual([at, []]);
      expect([at, colliding(scene)]).toEqual([at, []]);
    }
  });

  it('can be read', () => {
    for (const { index, scene } of cards) {
      expect([index, faint(scene)]).toEqual([index, []]);
      expect([index, Math.min(...wordsOf(scene).map(({ font }) => font.size)) >= 15]).toEqual([index, true]);
    }
  });

  it('say the page’s own words and no others between the marks of ours', () => {
    for (const { index, scene, text } of cards) {
      const told = GALLERY[index];
      const lines = wordsOf(scene);
      const label = lines.findIndex((line) => line.text.startsWith('AS PUBLISHED'));
      const size = lines[label + 1]?.font;
      const quote = lines.slice(label + 1).filter(({ font }) => !font.italic && font.size === size?.size);
      const joined = quote
        .map((line) => line.text)
        .join(' ')
        .replace(/\s+/g, '');
      expect(joined.startsWith(text.quote.replace(/\s+/g, ''))).toBe(true);
      expect(text.quote.replace(/^… | …$/g, '')).toBe(told?.quote);
    }
  });

  it('carry mark, site and date', () => {
    for (const { scene, text } of cards) {
      const said = wordsOf(scene).map((line) => line.text);
      expect(said).toContain('Satire by Peel');
      expect(said).toContain('seen 23 November 2026');
      expect(
        said.some((line) => line === text.host || (line.startsWith('…') && text.host.endsWith(line.slice(1)))),
      ).toBe(true);
      expect(said.includes('SATIRE')).toBe(text.note !== '');
    }
  });

  it('mark words, and put what is ours on paper of another colour', () => {
    for (const { scene, text, tone } of cards) {
      const fills = scene.strokes.filter(({ op }) => op === 'fill') as Extract<Stroke, { op: 'fill' }>[];
      const { tint } = INKS[tone];
      const ours = fills.find(({ colour }) => colour === tint);
      expect(ours !== undefined).toBe(text.note !== '' || text.question !== '' || text.receipt !== null);
      for (const line of wordsOf(scene)) {
        const onTint = ours && line.x >= ours.x && line.y > ours.y && line.y < ours.y + ours.h;
        if (line.font.italic && line.text.length > 2 && text.note.includes(line.text)) expect(onTint).toBe(true);
        if (line.text.startsWith('AS PUBLISHED')) expect(onTint).toBeFalsy();
      }
    }
  });
});

describe('pages of claims', () => {
  const status = (count: number) =>
    statusFixture({
      title:
        'The assistant that did the work of 12,345, and a title that goes on for rather longer than one would wish',
      score: 99.6,
      claims: GALLERY.slice(0, count).map((told, index) => statusClaim(told, index)),
    });
  const words = { host: 'example.com', date: '23 November 2026', title: status(1).title, caption: 'A caption.' };
  const cases = formats.flatMap((format) =>
    TONES.flatMap((tone) => [0, 1, 3, 40].map((count) => ({ format, tone, count }))),
  );

  it.each(cases)('$format, $tone, $count claims', ({ format, tone, count }) => {
    const squares = squaresOf(status(count), kindName);
    const verdict = verdictText(status(count), words, markName, `${count} claims, none shows its source.`);
    for (const scene of [layBingo(words, squares, format, tone, measure), layVerdict(verdict, format, tone, measure)]) {
      expect(outside(scene)).toEqual([]);
      expect(colliding(scene)).toEqual([]);
      expect(rung(scene)).toEqual([]);
      expect(faint(scene)).toEqual([]);
      expect(wordsOf(scene).map((line) => line.text)).toEqual(
        expect.arrayContaining(['Satire by Peel', 'example.com', '23 November 2026']),
      );
    }
  });

  it('are described with the reader’s caption, where there is one', () => {
    const squares = squaresOf(status(3), kindName);
    const verdict = verdictText(status(3), words, markName, '3 claims.');
    const bare = { caption: '' };
    for (const alt of [altOfBingo(words, squares), altOfVerdict(verdict)])
      expect(alt).toMatch(/\nCaption: A caption\.$/);
    for (const alt of [altOfBingo({ ...words, ...bare }, squares), altOfVerdict({ ...verdict, ...bare })])
      expect(alt).not.toMatch(/Caption|\n/);
  });

  it.each(formats)('set the verdict on announcements alone without a score or a meter, %s', (format) => {
    const told = GALLERY.slice(0, 3).map((one, index) => statusClaim({ ...one, kind: 'launch' }, index));
    const made = verdictText({ ...status(0), claims: told }, words, markName, '3 announcements.');
    expect([made.score, made.band, made.best?.note]).toEqual([null, '', GALLERY[0]?.note]);
    expect(altOfVerdict(made)).not.toMatch(/hype|null/i);
    const scene = layVerdict(made, format, 'light', measure);
    expect([outside(scene), colliding(scene)]).toEqual([[], []]);
    const said = wordsOf(scene).map(({ text }) => text);
    expect(said.join(' ')).toContain('3 announcements.');
    expect(said).not.toContain('of 100 for hype');
    expect(said).not.toContain('0');
    expect(scene.strokes.filter((stroke) => stroke.op === 'fill' && stroke.h === 6)).toEqual([]);
  });

  it('put the note beside the most hyped claim first, whatever announcements were scored', () => {
    const claims = [
      statusClaim({ kind: 'launch', quote: 'It is out.', note: 'Out of what?' }, 2),
      statusClaim({ kind: 'human-parity', quote: 'It is a person.', note: 'Which?' }, 0),
    ];
    expect(claims.map(({ claim }) => claim.hype.score)).toEqual([74, 0]);
    const made = verdictText({ ...status(0), claims }, words, markName, '');
    expect(made.best?.note).toBe('Which?');
    expect([made.score, made.band]).toEqual([100, 'stratospheric']);
  });

  it('count what is in doubt by what it is about', () => {
    const [one, two, three] = [0, 1, 2].map((index) => statusClaim({ kind: 'money-in', quote: 'It raised.' }, index));
    for (const doubted of [one!, two!]) Object.assign(doubted.claim, { kindSure: false, group: 'money' });
    const made = verdictText({ ...status(0), claims: [one!, two!, three!] }, words, markName, '');
    expect(made.kinds).toEqual([
      { words: 'Something about money', count: 2 },
      { words: 'Money raised', count: 1 },
    ]);
  });

  it('have a square for every kind that the page has, of either family, and none for a kind in doubt', () => {
    const all = KINDS.map((kind, index) => statusClaim({ kind, quote: `It is ${kind}.` }, index));
    const page = (claims: typeof all) => squaresOf({ ...status(0), claims }, kindName);
    for (const claims of [all.slice(0, 12), all.slice(-12), all.slice(10, 31)]) {
      const squares = page(claims);
      expect(squares).toHaveLength(25);
      expect(new Set(squares.map((square) => square.words)).size).toBe(25);
      const found = squares.filter(({ words, count }) => count === 1 && words in NAMES).map((square) => square.words);
      expect(found.sort()).toEqual(claims.map(({ claim }) => kindName(claim.kind)).sort());
    }
    const doubted = all.slice(-3);
    for (const { claim } of doubted) claim.kindSure = false;
    expect(page(doubted).filter(({ count }) => count > 0)).toEqual([{ words: 'The letters “AI”', count: 3 }]);
  });

  it('ask no announcement what its figure is compared with, nor who counted, unless it boasts of one', () => {
    const told = (kind: Kind) => statusClaim({ kind, quote: 'It has 700.', parts: { quantity: '700' } }, 0);
    const stamped = (kind: Kind) =>
      squaresOf({ ...status(0), claims: [told(kind)] }, kindName)
        .filter(({ words, count }) => count > 0 && !(words in NAMES) && !words.includes('AI'))
        .map((square) => square.words)
        .sort();
    expect(stamped('adoption-scale')).toEqual(['A figure, compared with nothing', 'The company’s own count']);
    expect(stamped('money-in')).toEqual([]);
    expect(stamped('figure')).toEqual(['The company’s own count']);
  });

  it('breaks the headline of a wide card where its sense breaks', () => {
    const heads = (count: (i: number) => number) => {
      const squares = Array.from({ length: 25 }, (_, i) => ({ words: `${i}`, count: count(i) }));
      return wordsOf(layBingo(words, squares, 'wide', 'light', measure))
        .filter(({ font, colour, x }) => font.size > 40 && colour === INKS.light.accent && x < 100)
        .map(({ text }) => text);
    };
    expect(heads((i) => (i < 15 ? 1 : 0))).toEqual(['Bingo,', '3 times over']);
    expect(heads((i) => (i < 4 ? 1 : 0))).toEqual(['4 of 25.', 'No line yet']);
    expect(heads((i) => (i < 5 ? 1 : 0))).toEqual(['Bingo']);
  });

  it('counts what is full', () => {
    const squares = Array.from({ length: 25 }, (_, i) => ({ words: `${i}`, count: i % 6 === 0 || i < 5 ? 1 : 0 }));
    expect(linesOf(squares)).toBe(2);
    expect(bingoWords(squares)).toBe('Bingo, 2 times over');
    expect(bingoWords(squares.map((one, i) => ({ ...one, count: i < 5 ? 1 : 0 })))).toBe('Bingo');
    expect(bingoWords(squares.map((one) => ({ ...one, count: 0 })))).toBe('0 of 25. No line yet');
    expect(squaresOf(status(3), kindName)).toEqual(squaresOf(status(3), kindName));
    expect(squaresOf(status(3), kindName)).toHaveLength(25);
  });
});
