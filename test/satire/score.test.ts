import { describe, expect, it } from 'vitest';
import { another, parsePack, write } from '@/lib/satire';
import { candidatesFor, fillsFor, subjectsOf, type Taste } from '@/lib/satire/candidates';
import { STOPS } from '@/lib/satire/levels';
import { planPage } from '@/lib/satire/page-plan';
import { sensitivityOf } from '@/lib/satire/sensitive-topics';
import type { JokeLevel, Line } from '@/lib/satire/types';
import { pageOf, type Told } from './fixtures';

const CLAIM: Told = {
  kind: 'ai-washed-product',
  sentence: 'Kelmore has put AI into its umbrella, which now predicts rain.',
  slots: { actor: 'Kelmore', thing: 'umbrella' },
};

const TASTE: Taste = {
  seen: { lines: new Set(), frames: new Set(), shapes: [] },
  taken: new Map(),
  muted: new Set(),
  kindsOff: new Set(),
  year: 2026,
};

/** A pack of jokes, each given as the lines of its block. */
function pack(name: string, ...jokes: string[]): Line[] {
  const parsed = parsePack(`pack: ${name}\n\n== ai-washed-product ==\n\n${jokes.join('\n\n')}\n`, name);
  expect(parsed.problems).toEqual([]);
  return parsed.pack!.lines.map((line) => ({ ...line, frame: line.ownFrame || line.id }));
}

/** What stands beside the claim, best first. */
function ranked(lines: readonly Line[], options: { level?: JokeLevel; taste?: Partial<Taste>; lower?: Line[] } = {}) {
  const { page, reading } = pageOf([CLAIM]);
  const taste = { ...TASTE, ...options.taste };
  const [subject] = subjectsOf(page, reading, sensitivityOf(page), taste);
  return candidatesFor(subject!, fillsFor(subject!, lines), STOPS[options.level ?? 'roast'], taste, options.lower);
}

const joke = (text: string, { level = 'eyebrow', needs = 'co', more = '' } = {}) =>
  `${level}, understatement\nneeds: ${needs}\n${more}${text}`;

describe('a line that judges found weak', () => {
  const { page, reading } = pageOf([CLAIM]);
  const only = (rated: string) => {
    const { pack: made } = parsePack(
      `pack: mine\n\n== ai-washed-product ==\n\n${joke('{co} is pleased.', { more: `rated: ${rated}\n` })}\n`,
      'mine',
    );
    return { packs: [made!], house: false };
  };

  it('is not shown, but is there when another one is asked for', () => {
    const report = write(page, reading, only('1.0'));
    expect(report.editions.roast.notes).toEqual([]);
    expect(another({ page, report, index: 0, level: 'roast', used: [] }, only('1.0'))?.text).toBe(
      'Kelmore is pleased.',
    );
    expect(write(page, reading, only('3.5')).editions.roast.notes).toHaveLength(1);
  });

  it('and one that was met before is not weak for that', () => {
    const { packs, house } = only('3.5');
    const [line] = packs[0]!.lines;
    const recent = { lines: [line!.id], frames: [], shapes: [] };
    expect(write(page, reading, { packs, house, recent }).editions.roast.notes).toHaveLength(1);
  });
});

describe('a line that only the kind of claim calls', () => {
  const loose = (section: string) => {
    const parsed = parsePack(
      `pack: house\n\n== ${section} ==\n\neyebrow, understatement\nSomebody is pleased.\n`,
      'house',
    );
    return parsed.pack!.lines.map((line) => ({ ...line, frame: line.id }));
  };
  const found = (section: string, kindSure: boolean, level: JokeLevel = 'eyebrow') => {
    const { page, reading } = pageOf([CLAIM]);
    for (const claim of reading.claims) Object.assign(claim, { kindSure, second: 'launch' });
    const [subject] = subjectsOf(page, reading, sensitivityOf(page), TASTE);
    return candidatesFor(subject!, fillsFor(subject!, loose(section)), STOPS[level], TASTE).length;
  };

  it('stands beside a claim of that kind, where the kind is sure', () => {
    expect(found('ai-washed-product', true)).toBe(1);
    expect(found('ai-washed-product', false)).toBe(0);
    expect(found('launch', true)).toBe(0);
  });

  it('stands for any kind only where the stop has room for such lines', () => {
    expect(found('any', true)).toBe(0);
    expect(found('any', false, 'roast')).toBe(1);
  });
});

describe('the score of a line', () => {
  it('is the sum of its printed parts', () => {
    for (const { score, terms } of ranked(pack('house', joke('{co} looks up.'), joke('{thing|a}: now with weather.'))))
      expect(score).toBeCloseTo(terms.fit + terms.rating + terms.fresh + terms.level, 10);
  });

  it('puts the line that answers the claim before one that could stand anywhere', () => {
    const lines = pack('house', joke('{co} would like to be asked.'), joke('Rain: now a matter for {thing|a}.'));
    expect(ranked(lines).map(({ text }) => text)).toEqual([
      'Rain: now a matter for an umbrella.',
      'Kelmore would like to be asked.',
    ]);
  });

  it('puts a line that only the kind calls after one that a word calls, even a tamer one', () => {
    const loose = 'roast, understatement\nrated: 3.7\nSomebody is pleased about something.';
    const lines = pack(
      'house',
      loose,
      joke('Rain first: a matter of weather.', { needs: 'has:rain', more: 'rated: 3.7\n' }),
    );
    expect(ranked(lines).map(({ text }) => text)[0]).toBe('Rain first: a matter of weather.');
  });

  it('puts a document behind an equal line in another form', () => {
    const lines = pack(
      'house',
      'onion, mock_law\nshape: law\nneeds: co\nLAW. {co} looks up.',
      'onion, understatement\nneeds: co\n{co} looks up, then down.',
    );
    expect(ranked(lines, { level: 'onion' }).map(({ line }) => line.shape)).toEqual(['statement', 'law']);
  });

  it('puts a joke that opens on quotation marks behind an equal one that does not', () => {
    const lines = pack(
      'house',
      joke('“Rain,” among other things.', { needs: 'has:rain' }),
      joke('Rain, among other things.', { needs: 'has:rain' }),
    );
    expect(ranked(lines).map(({ text }) => text[0])).toEqual(['R', '“']);
  });

  it('puts an answer to a buzzword behind an equal one to the claim', () => {
    const text = 'eyebrow, understatement\nneeds: co, has:rain\n';
    const parsed = parsePack(
      `pack: house\n\n== buzzword ==\n\n${text}{co} first.\n\n== ai-washed-product ==\n\n${text}{co} second.\n`,
      'house',
    );
    const lines = parsed.pack!.lines.map((line) => ({ ...line, frame: line.id }));
    expect(ranked(lines).map((found) => found.text)).toEqual(['Kelmore second.', 'Kelmore first.']);
  });

  it('puts the better rated of two equals first', () => {
    const lines = pack(
      'house',
      joke('Rain first: {thing|a}.', { more: 'rated: 3.4\n' }),
      joke('Rain last: {thing|a}.', { more: 'rated: 4.1\n' }),
    );
    expect(ranked(lines)[0]!.text).toBe('Rain last: an umbrella.');
  });

  it('takes a writer’s weight for a rating where there is none', () => {
    const rated = (weight: string) => pack('house', joke('Rain: {thing|a}.', { more: weight }))[0]!.rated;
    expect(rated('weight: 1\n')).toBeLessThan(rated(''));
    expect(rated('weight: 3\n')).toBeGreaterThan(rated(''));
    expect(rated('weight: 1\nrated: 4.5\n')).toBe(4.5);
  });

  it('puts a line of the reader’s own pack before an equal one of the house', () => {
    const lines = [...pack('house', joke('Rain: {thing|a}.')), ...pack('mine', joke('Drops: {thing|a}.'))];
    expect(ranked(lines)[0]!.line.id).toMatch(/^mine/);
  });

  const [one, two] = pack('house', joke('Rain: {thing|a}.'), joke('Drops: {thing|a}.')) as [Line, Line];
  const fresh = ranked([one, two])[0]!.line;
  it.each<[string, Partial<Taste['seen']>]>([
    ['line', { lines: new Set([fresh.id]) }],
    ['frame', { frames: new Set([fresh.frame]) }],
  ])('puts what was read lately behind an equal one: its %s', (_, seen) =>
    expect(ranked([one, two], { taste: { seen: { ...TASTE.seen, ...seen } } })[0]!.line.id).not.toBe(fresh.id),
  );
  it('puts a shape of the last notes behind an equal one of another', () => {
    const [plain, list] = pack(
      'house',
      joke('Rain: {thing|a}.'),
      'roast, understatement\nneeds: co\nshape: list\nRain: {thing|a}. Wind: none.',
    ) as [Line, Line];
    const shapes = Array.from({ length: 10 }, () => plain.shape);
    const before = ranked([plain, list]).map(({ terms }) => terms.fresh);
    expect(before).toEqual([0, 0]);
    const after = ranked([plain, list], { taste: { seen: { ...TASTE.seen, shapes } } });
    expect(after.find(({ line }) => line.id === plain.id)!.terms.fresh).toBeLessThan(0);
    expect(after.find(({ line }) => line.id === list.id)!.terms.fresh).toBe(0);
  });

  it('puts the line of the dial’s own stop before a tamer one, and shows none that is bolder', () => {
    const lines = pack(
      'house',
      joke('Rain: {thing|a}.'),
      'roast, role_reversal\nneeds: co\nRain looks up: {thing|a}.',
      'onion, role_reversal\nneeds: co\nRain sues: {thing|a}.',
    );
    expect(ranked(lines, { level: 'eyebrow' }).map(({ line }) => line.level)).toEqual(['eyebrow']);
    expect(ranked(lines, { level: 'roast' }).map(({ line }) => line.level)).toEqual(['roast', 'eyebrow']);
    expect(ranked(lines, { level: 'onion' }).map(({ line }) => line.level)).toEqual(['onion', 'roast', 'eyebrow']);
  });

  it('puts what a lower stop tells beside the claim behind an equal line', () =>
    expect(ranked([one, two], { lower: [fresh] })[0]!.line.id).not.toBe(fresh.id));

  it('never shows a frame that stands in another story of the page', () =>
    expect(
      ranked([one, two], { taste: { taken: new Map([['roast', new Set([one.frame])]]) } }).map(({ line }) => line.id),
    ).toEqual([two.id]));
});

describe('of two lines that are worth the same', () => {
  it('the same one stands in every engine: a claim’s own worth, added and taken off again, must not tell them apart', () => {
    const equal = ranked(pack('mine', joke('The umbrella has a hat.'), joke('The umbrella has a coat.')));
    expect(equal.map(({ score }) => score)[0]).toBe(equal[1]?.score);
    const [first] = equal.map(({ line }) => line.id).sort();
    for (const score of [17.2, 4.6, 0.1, 21.600000000000001])
      for (const worth of [0.1, 0.7, 2.3, 4.35]) {
        const list = equal.map((candidate) => ({ ...candidate, score }));
        for (const options of [list, [...list].reverse()])
          expect(planPage([options], new Map([[0, worth]]), STOPS.roast)[0]?.line.id).toBe(first);
      }
  });
});

describe('the plan of a page', () => {
  const [some] = ranked(pack('house', joke('The umbrella has a hat.')));
  /** One claim after the other, each with one line that it may have. */
  const planned = (level: JokeLevel, ...all: { opening?: string; line?: Partial<Line> }[]) =>
    planPage(
      all.map(({ opening = '', line = {} }, n) => [
        {
          ...some!,
          claim: n,
          at: 200 * n,
          opening: opening || `word ${n}`,
          answers: [],
          images: [],
          line: { ...some!.line, id: `mine#${n}`, frame: `frame ${n}`, mechanism: `mechanism ${n}`, ...line },
        },
      ]),
      new Map(),
      STOPS[level],
    ).map(({ claim }) => claim);

  it('has a note for every claim where nothing stands against it', () => {
    expect(planned('roast', {}, {}, {})).toEqual([0, 1, 2]);
  });

  it('lets no two neighbors begin with the same words', () => {
    expect(planned('roast', { opening: 'so it' }, { opening: 'so it' })).toHaveLength(1);
    expect(planned('roast', { opening: 'so it' }, {}, { opening: 'so it' })).toHaveLength(3);
  });

  it('says again what it has said before as often as the stop allows', () => {
    const gag = { line: { mechanism: 'running_gag' } };
    expect((['eyebrow', 'roast', 'onion'] as const).map((level) => planned(level, gag, gag, gag, gag).length)).toEqual([
      0, 1, 3,
    ]);
  });

  it('has no more lines that nothing ties to their claim than the stop allows', () => {
    const loose = { line: { unanchored: true, section: 'any' as const } };
    expect((['eyebrow', 'roast', 'onion'] as const).map((level) => planned(level, loose, loose).length)).toEqual([
      0, 1, 1,
    ]);
  });
});

describe('two notes of a page', () => {
  const other: Told = {
    kind: 'ai-washed-product',
    sentence: 'Vantrell has put AI into its kettle, which now knows tea.',
    slots: { actor: 'Vantrell', thing: 'kettle' },
  };
  const { page, reading } = pageOf([CLAIM, other]);
  const rated = (text: string, needs: string, mark: string) => joke(text, { needs, more: `rated: ${mark}\n` });
  const notes = (second: string) =>
    write(page, reading, {
      house: false,
      packs: [
        parsePack(
          `pack: mine\n\n== ai-washed-product ==\n\n${[
            rated('The umbrella will have a cake on its birthday.', 'has:umbrella', '4.5'),
            rated(second, 'has:kettle', '4.5'),
            rated('Its kettle will get a ficus.', 'has:kettle', '4.3'),
          ].join('\n\n')}\n`,
          'mine',
        ).pack!,
      ],
    }).editions.eyebrow.notes.map((note) => note.text);

  it('do not speak of the same odd thing if another line is nearly as good', () => {
    expect(notes('As a kettle it has earned its cake.')[1]).toBe('Its kettle will get a ficus.');
    expect(notes('As a kettle it has earned its stool.')[1]).toBe('As a kettle it has earned its stool.');
  });

  it('do not answer the same word, whatever else one of them would answer', () => {
    const aims: Told[] = [CLAIM, other].map((told) => ({
      ...told,
      sentence: told.sentence.replace('now', 'aims to be of help and'),
      slots: { ...told.slots, hedge: 'aims to' },
    }));
    const made = pageOf(aims);
    const lines = [
      joke('An aim, for an umbrella.', { needs: 'has:umbrella, hedge=aims to' }),
      joke('Kettles have missed before.', { needs: 'has:kettle, hedge=aim to|aims to' }),
    ];
    const { pack } = parsePack(`pack: mine\n\n== ai-washed-product ==\n\n${lines.join('\n\n')}\n`, 'mine');
    const report = write(made.page, made.reading, { house: false, packs: [pack!] });
    expect(report.editions.eyebrow.notes).toHaveLength(1);
    const [note] = report.editions.eyebrow.notes;
    const index = 1 - note!.claim;
    const wanting = { page: made.page, report, index, level: 'eyebrow', used: [] } as const;
    expect(another(wanting, { house: false, packs: [pack!] })).not.toBeNull();
  });

  it('may share the words of their claims, and such as every note says', () => {
    expect(notes('As a kettle it has AI, and will know somebody.')[1]).toBe(
      'As a kettle it has AI, and will know somebody.',
    );
  });
});
