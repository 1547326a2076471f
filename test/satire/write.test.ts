import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_KINDS, type Edition, LEVELS, type Note } from '@/lib/model';
import { another, parsePack, write } from '@/lib/satire';
import { candidatesFor, fillsFor, subjectsOf } from '@/lib/satire/candidates';
import { viewOf } from '@/lib/satire/claim-view';
import { endNote } from '@/lib/satire/headline-and-end';
import { housePack } from '@/lib/satire/house';
import { mostNotes, mostOfKindAlone, mostOfOne, STOPS } from '@/lib/satire/levels';
import { sensitivityOf } from '@/lib/satire/sensitive-topics';
import { valuesOf, WORDED } from '@/lib/satire/slots';
import { JOKE_LEVELS, type JokeLevel } from '@/lib/satire/types';
import fc, { runs } from '../property';
import { slips, wrongSums } from './checker';
import { pageOf, TOLD, type Told } from './fixtures';

const JOKES = ['eyebrow', 'roast', 'onion'] as const;
const lines = new Map(housePack().lines.map((line) => [line.id, line]));
const { page, reading } = pageOf(TOLD);
/** The page as it comes, and as readers see it who have met its lines before. */
const first = write(page, reading);
const linesOf = (report: typeof first) => Object.values(report.editions).flatMap((e) => e.notes.map((n) => n.line));
const second = write(page, reading, { recent: { lines: linesOf(first), frames: [], shapes: [] } });
const many = [first, second];
const told = (kind: Told['kind']): Told => TOLD.find((t) => t.kind === kind) as Told;

const taste = {
  seen: { lines: new Set<string>(), frames: new Set<string>(), shapes: [] },
  taken: new Map(),
  muted: new Set<string>(),
  kindsOff: new Set<never>(),
  year: 2026,
};

/** All lines that fit a claim at a level, best first. */
function fitting(one: Told, level: JokeLevel = 'onion') {
  const made = pageOf([one]);
  const [subject] = subjectsOf(made.page, made.reading, sensitivityOf(made.page), taste);
  const margin = housePack().lines.filter((l) => l.section !== 'headline' && l.section !== 'endnote');
  return candidatesFor(subject!, fillsFor(subject!, margin), STOPS[level], taste);
}

describe('write', () => {
  it('gives the same report for the same page, wherever it stands', () => {
    expect(write(structuredClone(page), structuredClone(reading))).toEqual(first);
    expect(write({ ...page, address: 'https://other.example/', host: 'other.example' }, reading)).toEqual(first);
  });

  it('fills all four editions at once, Straight Face without a note', () => {
    const [report] = many;
    expect(Object.keys(report!.editions).sort()).toEqual([...LEVELS].sort());
    expect(report!.editions.straight).toEqual({ level: 'straight', notes: [], headline: null, end: null });
    expect(report!.straight).toHaveLength(reading.claims.length);
    for (const level of JOKES) expect(report!.editions[level].notes.length).toBeGreaterThanOrEqual(4);
    expect(report!.editions.onion.headline).not.toBeNull();
    expect(report!.editions.onion.end!.sentences.length).toBeGreaterThanOrEqual(3);
    expect(report!.editions.roast.headline).toBeNull();
    expect(report!.editions.roast.end).toBeNull();
  });

  const wordsBefore = (note: Note) => {
    const claim = reading.claims[note.claim]!;
    return page.passages
      .filter((p) => p.index < claim.passage)
      .map((p) => p.text)
      .join(' ')
      .split(/\s+/).length;
  };

  it.each(JOKES)('keeps the caps of %s', (level) => {
    const stop = STOPS[level];
    for (const report of many) {
      const { notes } = report.editions[level];
      expect(notes.length).toBeLessThanOrEqual(mostNotes(stop, reading.claims.length));
      const count = (test: (note: Note) => boolean) => notes.filter(test).length;
      for (const note of notes) {
        expect(note.text.length).toBeLessThanOrEqual(stop.longest);
        const same = count((n) => n.mechanism === note.mechanism);
        const most = mostOfOne(stop, mostNotes(stop, reading.claims.length));
        if (note.mechanism !== 'running_gag') expect(same).toBeLessThanOrEqual(most);
        if (level === 'eyebrow') {
          expect(['quote', 'dialogue', 'list', 'award', 'law', 'lede', 'ad']).not.toContain(note.shape);
          expect(lines.get(note.line)!.level).toBe('eyebrow');
        }
        if (level === 'roast') expect(['quote', 'award', 'law', 'lede', 'ad', 'document']).not.toContain(note.shape);
      }
      expect(count((n) => n.shape === 'quote')).toBeLessThanOrEqual(stop.speakers);
      const loose = notes.map((n) => lines.get(n.line)!).filter((line) => line.unanchored);
      const forAny = loose.filter(({ section }) => section === 'any').length;
      expect(forAny).toBeLessThanOrEqual(stop.unanchored);
      expect(loose.length - forAny).toBeLessThanOrEqual(mostOfKindAlone(mostNotes(stop, reading.claims.length)));
      expect(count((n) => n.mechanism === 'running_gag')).toBeLessThanOrEqual(stop.callbacks);
      expect(new Set(notes.map((n) => n.frame)).size).toBe(notes.length);
      expect(new Set(notes.map((n) => n.line)).size).toBe(notes.length);
      for (let i = 1; i < notes.length; i++) {
        expect(wordsBefore(notes[i]!) - wordsBefore(notes[i - 1]!)).toBeGreaterThanOrEqual(stop.apart);
        const opening = (n: Note) => n.text.toLowerCase().split(/\s+/).slice(0, 2).join(' ');
        expect(opening(notes[i]!)).not.toBe(opening(notes[i - 1]!));
      }
    }
  });

  it('puts notes in reading order and never ends a page on a translation', () => {
    for (const report of many)
      for (const level of JOKES) {
        const { notes } = report.editions[level];
        expect(notes.map((n) => n.claim)).toEqual([...notes.map((n) => n.claim)].sort((a, b) => a - b));
        if (level !== 'eyebrow') expect(notes.at(-1)!.mechanism).not.toBe('plain_translation');
      }
  });

  it('leaves kinds that are off and muted mechanisms alone', () => {
    const off = write(page, reading, { kindsOff: ['workforce-reduction', 'ai-washed-product'] });
    const muted = write(page, reading, { mutedMechanisms: ['hedge', 'plain_translation'] });
    for (const level of JOKES) {
      for (const n of off.editions[level].notes)
        expect(['workforce-reduction', 'ai-washed-product']).not.toContain(reading.claims[n.claim]!.kind);
      for (const n of muted.editions[level].notes) expect(['hedge', 'plain_translation']).not.toContain(n.mechanism);
    }
    expect(off.straight[3]!.question).not.toBe('');
  });

  it('takes any reading without a throw', () => {
    const odd = pageOf([
      {
        kind: 'labour-equivalence',
        sentence: 'It does <b>the</b> work of {n} “agents”.',
        slots: { actor: '{co}', workers: '<i>agents</i>', technologyNoun: 'x'.repeat(500) },
      },
      { kind: 'accuracy-reliability', sentence: 'It is 0% or NaN accurate.', q: [['0%', Number.NaN, 'percent']] },
      {
        kind: 'business-impact',
        sentence: 'Saved $-5 and -3 people.',
        q: [
          ['$-5', -5, 'money', 'USD'],
          ['-3', -3, 'count', 'people'],
        ],
      },
    ]);
    odd.reading.claims[1]!.passage = 99;
    odd.reading.claims[2]!.span = { start: -4, end: 1e9 };
    for (const level of JOKES)
      for (const note of write(odd.page, odd.reading).editions[level].notes) expect(slips(note.text)).toEqual([]);
    expect(write({ ...page, passages: [] }, reading).straight).toHaveLength(reading.claims.length);
    expect(write(page, { claims: [], score: 0, supported: 0 }).editions.onion.notes).toEqual([]);
  });

  it('never throws and never shows a slot, whatever the slots hold', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: TOLD.length - 1 }),
        fc.string(),
        fc.string(),
        fc.string(),
        (i, actor, workers, thing) => {
          const one = TOLD[i]!;
          const made = pageOf([{ ...one, slots: { ...one.slots, actor, workers, thing, technologyNoun: workers } }]);
          return Object.values(write(made.page, made.reading).editions).every((e: Edition) =>
            e.notes.every((n) => !/[{}]/.test(n.text)),
          );
        },
      ),
      { numRuns: runs(40) },
    ));
});

describe('every note of the fixtures', () => {
  const notes = TOLD.flatMap((one) => fitting(one).slice(0, 40));

  it('has lines for every claim', () => {
    const thin = TOLD.filter((one) => fitting(one).length < 3).map((t) => t.sentence);
    expect(thin).toEqual([]);
    expect(notes.length).toBeGreaterThan(400);
  });
  it('shows no slip to a second checker', () => expect(notes.flatMap((n) => slips(n.text))).toEqual([]));
  it('adds up', () => expect(notes.flatMap((n) => wrongSums(n.working))).toEqual([]));
  it('shows the working of every computed figure', () => {
    for (const n of notes)
      if (/\{(?:rest|onein|[a-z]+\|(?:each|per|perday|perperson|salaries|share|doneby))/.test(n.line.text))
        expect(n.working).not.toBe('');
  });
});

describe('a reader of many pages', () => {
  it('meets at least 19 frames in any 20 notes, and no frame twice on a page', () => {
    for (const level of JOKES) {
      const recent = { lines: [] as string[], frames: [] as string[], shapes: [] as string[] };
      const frames: string[] = [];
      for (let i = 0; i < 10; i++) {
        const some = TOLD.filter((_, k) => (k * 7 + i * 3) % 4 === 0);
        const made = pageOf(some, { address: `https://news.example/${i}` });
        const { notes } = write(made.page, made.reading, { recent }).editions[level];
        expect(new Set(notes.map((n) => n.frame)).size).toBe(notes.length);
        for (const n of notes) {
          frames.push(n.frame);
          recent.lines.push(n.line);
          recent.frames.push(n.frame);
          recent.shapes.push(n.shape);
        }
      }
      for (let i = 0; i + 20 <= frames.length; i++)
        expect(new Set(frames.slice(i, i + 20)).size).toBeGreaterThanOrEqual(19);
    }
  });
});

describe('fairness', () => {
  const texts = (one: Told) => fitting(one).map((c) => c.line);
  it('never says that people left where the claim does not', () => {
    for (const line of texts({ ...told('labour-equivalence') }))
      expect(line.conditions.some((c) => c.test === 'flag' && c.flag === 'gone' && !c.not)).toBe(false);
  });
  it('keeps lines about one thing away from claims about another', () => {
    const code = TOLD.find((t) => t.sentence.includes('of its code'))!;
    for (const line of texts(code)) expect(['', 'code', 'model', 'launch']).toContain(line.topic);
  });
  it('does no sum on “up to”, and lets no line state it as fact', () => {
    const bounded = TOLD.find((t) => t.sentence.includes('up to 30%'))!;
    for (const c of fitting(bounded))
      if (c.text.includes('30%'))
        expect(c.line.conditions.some((k) => k.test === 'is' && k.slot === 'hedge')).toBe(true);
  });
  it.each<[hedge: string, text: string, value: number]>([
    ['fewer than', '50', 50],
    ['less than', '50', 50],
    ['just under', '50', 50],
    ['more than', '99%', 99],
    ['at least', '90%', 90],
    ['well over', '90%', 90],
    ['', '90%+', 90],
  ])('knows that “%s %s” is a bound, and what is left of it is not known', (hedge, text, value) => {
    const figure = `${hedge} ${text}`.trim();
    const one: Told = text.includes('%')
      ? {
          kind: 'accuracy-reliability',
          sentence: `Its agent is right ${figure} of the time.`,
          q: [[text, value, 'percent', 'time', hedge]],
        }
      : {
          kind: 'labour-equivalence',
          sentence: `Its agent does the work of ${figure} engineers.`,
          q: [[text, value, 'count', 'engineers', hedge]],
        };
    const fits = fitting(one).filter((c) => !c.line.conditions.some((k) => 'slot' in k && k.slot === 'hedge'));
    expect(fits.length).toBeGreaterThan(0);
    for (const c of fits) expect(`${c.text} ${c.working}`).not.toMatch(/\b50|fifty|\b10?%|one time in/);
  });
  it('takes a fall of 40% for no accuracy', () => {
    const fell = TOLD.find((t) => t.sentence.startsWith('Errors fell'))!;
    for (const c of fitting(fell)) expect(c.text).not.toMatch(/60%|40% accurate/);
  });
  it.each([
    ['1,000', 'AI agents', false],
    ['1,000', 'autonomous agents', false],
    ['1,000', 'AI customer service agents', false],
    ['1,000', 'human agents', true],
    ['1,000', 'support agents', true],
  ])('counts agents as people unless they are software: %s %s', (text, unit, people) => {
    const { page, reading } = pageOf([
      { kind: 'agentic-autonomy', sentence: `Orbis will hire ${text} ${unit}.`, q: [[text, 1000, 'count', unit]] },
    ]);
    expect(viewOf(page, reading.claims[0]!, 2026).heads !== null).toBe(people);
  });
  it('writes no plural for one person', () => {
    const one = TOLD.find((t) => t.sentence.includes('one role'))!;
    for (const c of fitting(one)) expect(c.text).not.toMatch(/\b1 people|\b1 roles|\bone people/);
  });
  it('opens on quoted words only if the claim says them', () => {
    const one: Told = {
      kind: 'workforce-reduction',
      sentence: 'Kelmore will cut 90 jobs because of AI.',
      slots: { actor: 'Kelmore', gone: true },
      q: [['90', 90, 'count', 'jobs']],
    };
    for (const c of fitting(one)) expect(c.text).not.toMatch(/^“(?:Difficult|Impacted|Focus)/);
  });
});

it('calls a TV by its letters', () => {
  const sentence = 'Our new AI-powered TV learns what you like to watch.';
  const { page, reading } = pageOf([{ kind: 'ai-washed-product', sentence, slots: { thing: 'tv' } }]);
  expect(valuesOf(viewOf(page, reading.claims[0]!, 2026)).get('thing')?.text).toBe('TV');
});

describe('another', () => {
  it('finds other lines until none is left, and repeats neither line nor the page’s frames', () => {
    const { page, reading } = pageOf(TOLD.slice(0, 8));
    const report = write(page, reading);
    const { notes } = report.editions.roast;
    const { claim } = notes[0]!;
    const used: string[] = notes.filter((n) => n.claim === claim).map((n) => n.line);
    for (let i = 0; i < 3; i++) {
      const next = another({ page, report, index: claim, level: 'roast', used });
      if (!next) break;
      expect(used).not.toContain(next.line);
      expect(notes.filter((n) => n.claim !== claim).map((n) => n.frame)).not.toContain(next.frame);
      expect(next.claim).toBe(claim);
      used.push(next.line);
    }
    expect(used.length).toBeGreaterThanOrEqual(3);
    expect(another({ page, report, index: claim, level: 'straight', used: [] })).toBeNull();
    expect(another({ page, report, index: 999, level: 'roast', used: [] })).toBeNull();
  });
  it('does not tell a joke again that is written for two kinds of the claim', () => {
    const { pack } = parsePack(
      'pack: mine\n\n== launch ==\n\neyebrow, understatement\nalso: adoption-scale\nneeds: has:kettle\nA watched kettle reports usage.\n',
      'mine.pack.txt',
    );
    const one: Told = { kind: 'launch', sentence: 'Orbis launched an AI kettle.', slots: { actor: 'Orbis' } };
    const { page, reading } = pageOf([{ ...one, claim: { second: 'adoption-scale' } }]);
    const options = { packs: [pack!], house: false };
    const report = write(page, reading, options);
    const used = report.editions.eyebrow.notes.map((note) => note.line);
    expect([pack!.lines.length, used.length]).toEqual([2, 1]);
    expect(another({ page, report, index: 0, level: 'eyebrow', used }, options)).toBeNull();
  });
  it('brings no second one of a sort that comes once a page, and no speaker where none may stand', () => {
    const jokes = [
      'onion, mock_award\nneeds: has:kettle\nThe Golden Kettle for tea goes to nobody.',
      'onion, mock_award\nneeds: has:umbrella\nThe Golden Umbrella for rain goes to nobody.',
      'roast, self_own\nneeds: has:umbrella\n“It rains,” said the umbrella’s owner.',
    ];
    const { pack } = parsePack(`pack: mine\n\n== ai-washed-product ==\n\n${jokes.join('\n\n')}\n`, 'mine.pack.txt');
    const about = (thing: string): Told => ({
      kind: 'ai-washed-product',
      sentence: `Orbis has put AI into its ${thing}.`,
      slots: { actor: 'Orbis', thing },
    });
    const options = { packs: [pack!], house: false };
    const { page, reading } = pageOf([about('kettle'), about('umbrella')]);
    const report = write(page, reading, options);
    const award = report.editions.onion.notes.find((note) => note.mechanism === 'mock_award')!;
    report.editions.onion.notes = [award];
    const [quote] = pack!.lines.filter((line) => line.shape === 'quote');
    const ask = (level: 'roast' | 'onion', index: number, used: string[]) =>
      another({ page, report, index, level, used }, options);
    expect(ask('onion', 1 - award.claim, [quote!.id])).toBeNull();
    expect(ask('roast', 1, [])).toBeNull();
    expect(
      ask(
        'onion',
        1,
        pack!.lines.filter((line) => line !== quote).map((line) => line.id),
      ),
    ).not.toBeNull();
  });
  it('has nothing where the report says so, and only there', () => {
    const { pack } = parsePack(
      'pack: mine\n\n== launch ==\n\neyebrow, understatement\nneeds: has:kettle\nIt boils.\n\nroast, self_own\nneeds: has:umbrella\nIt rains.\n',
      'mine.pack.txt',
    );
    const things = ['kettle', 'umbrella', 'spoon'];
    const { page, reading } = pageOf(
      things.map((thing) => ({
        kind: 'launch',
        sentence: `Orbis launched an AI ${thing}.`,
        slots: { actor: 'Orbis' },
      })),
    );
    const options = { packs: [pack!], house: false };
    const report = write(page, reading, options);
    expect(report.straight.map(({ noLineAt }) => noLineAt)).toEqual([undefined, ['straight', 'eyebrow'], [...LEVELS]]);
    // Asked for beside a page on which nothing is shown.
    for (const level of LEVELS) report.editions[level].notes = [];
    const bare = report.straight.flatMap(({ noLineAt = [] }, index) =>
      JOKE_LEVELS.map((level) => [
        another({ page, report, index, level, used: [] }, options) === null,
        noLineAt.includes(level),
      ]),
    );
    for (const [none, said] of bare) expect(none).toBe(said);
  });
  it('has nothing to say where no joke belongs', () => {
    const { page, reading } = pageOf([{ ...told('safety-responsibility'), after: 'Two people were killed.' }]);
    const report = write(page, reading);
    expect(another({ page, report, index: 0, level: 'onion', used: [] })).toBeNull();
  });
});

describe('the end note', () => {
  it('counts claims, and no announcement among them', () => {
    const announced = ANNOUNCEMENT_KINDS.slice(0, 3).map((kind) => ({ kind, sentence: `Orbis announces ${kind}.` }));
    const { page: made, reading: found } = pageOf([told('labour-equivalence'), ...announced]);
    expect(found.claims.filter(({ family }) => family === 'claim')).toHaveLength(1);
    const { pack } = parsePack(
      'pack: mine\n\n== endnote: tally ==\n\nonion, reader_aside\nneeds: nkinds<2, figures<2\nClaims: {count}.\n',
      'mine.pack.txt',
    );
    const subjects = subjectsOf(made, found, sensitivityOf(made), taste);
    const notes = fitting(told('labour-equivalence')).slice(0, 1);
    expect(endNote(made, subjects, found, notes, pack!.lines, taste)?.sentences).toEqual(['Claims: 1.']);
  });
});

describe('a reader’s own pack', () => {
  it('joins the house and can win', () => {
    const { pack, problems } = parsePack(
      'pack: mine\n\n== ai-washed-product ==\n\neyebrow, understatement\nneeds: thing~umbrella\nweight: 3\nRain has been a solved problem since {thing|a}.\n',
      'mine.pack.txt',
    );
    expect(problems).toEqual([]);
    const made = pageOf([TOLD.find((t) => t.slots?.thing === 'umbrella')!]);
    const { notes } = write(made.page, made.reading, { packs: [pack!] }).editions.eyebrow;
    expect(notes.map((n) => n.line.startsWith('mine/'))).toEqual([true]);
  });
  it.each([true, false])('is put in order once for all that is asked of it, with the house’s: %s', (house) => {
    const text = 'pack: mine\n\n== ai-washed-product ==\n\neyebrow, understatement\nneeds: has:a|the\nIt rains.\n';
    const { lines, ...rest } = parsePack(text, 'mine.pack.txt').pack!;
    let asked = 0;
    const pack = {
      ...rest,
      get lines() {
        asked++;
        return lines;
      },
    };
    const options = { packs: [pack], house };
    const { page, reading } = pageOf([TOLD.find((t) => t.slots?.thing === 'umbrella')!]);
    const report = write(page, reading, options);
    for (const level of ['eyebrow', 'roast'] as const) another({ page, report, index: 0, level, used: [] }, options);
    expect(asked).toBe(1);
  });
  it.each(['CTO', 'head of AI', 'chief executive'])('says a speaker’s title as it is read: %s', (speakerRole) => {
    const { pack } = parsePack(
      'pack: mine\n\n== launch ==\n\neyebrow, understatement\nNobody asked the {title}.\n',
      'mine.pack.txt',
    );
    const { page, reading } = pageOf([
      { kind: 'launch', sentence: 'Orbis launched an AI kettle.', slots: { actor: 'Orbis', speakerRole } },
    ]);
    const [subject] = subjectsOf(page, reading, sensitivityOf(page), taste);
    expect(fillsFor(subject!, pack!.lines).map(({ text }) => text)).toEqual([`Nobody asked the ${speakerRole}.`]);
  });
  it('divides by the number that it names', () => {
    const { pack, problems } = parsePack(
      'pack: mine\n\n== deal ==\n\neyebrow, arithmetic\nneeds: n~language\n{n} languages at {money|each} a language.\n',
      'mine.pack.txt',
    );
    expect(problems).toEqual([]);
    const made = pageOf([
      {
        kind: 'deal',
        sentence: 'Orbis spent $4 million to have its 100 engineers teach the model 20 languages.',
        slots: { actor: 'Orbis' },
        q: [
          ['$4 million', 4e6, 'money', 'USD'],
          ['100', 100, 'count', 'engineers'],
          ['20', 20, 'count', 'languages'],
        ],
      },
    ]);
    const [note] = write(made.page, made.reading, { packs: [pack!], house: false }).editions.eyebrow.notes;
    expect(note).toMatchObject({
      text: '20 languages at $200,000 a language.',
      working: '$4 million ÷ 20 = $200,000',
    });
  });
  it('compares the years that are left, as it does what else is a number, and no words', () => {
    const needs = ['years>=4', 'years>=5'];
    const { pack } = parsePack(
      needs
        .map((one) => `\neyebrow, understatement\nneeds: ${one}\nThe wait is one of ${one}.\n`)
        .reduce((text, joke) => text + joke, 'pack: mine\n\n== future-promise ==\n'),
      'mine.pack.txt',
    );
    for (const deadline of ['2030', 'four years']) {
      const sentence = 'Orbis will answer every letter in time.';
      const made = pageOf([{ kind: 'future-promise', sentence, slots: { actor: 'Orbis', deadline } }]);
      const [subject] = subjectsOf(made.page, made.reading, sensitivityOf(made.page), taste);
      expect(fillsFor(subject!, pack!.lines).map(({ text }) => text)).toEqual(['The wait is one of years>=4.']);
    }
    const { page, reading } = pageOf(TOLD);
    const values = reading.claims.flatMap((claim) => [...valuesOf(viewOf(page, claim, 2026))]);
    expect(values.filter(([slot, { amount }]) => WORDED.has(slot) && amount !== null)).toEqual([]);
  });
  it('is told with “!n~” only where nothing of the sort is counted', () => {
    const { pack } = parsePack(
      ['!n~language', '!n~dialect']
        .map((needs) => `\neyebrow, understatement\nneeds: ${needs}\nThe model was told ${needs}.\n`)
        .reduce((text, joke) => text + joke, 'pack: mine\n\n== deal ==\n'),
      'mine.pack.txt',
    );
    const made = pageOf([
      {
        kind: 'deal',
        sentence: 'Orbis will teach the model 20 languages.',
        slots: { actor: 'Orbis' },
        q: [['20', 20, 'count', 'languages']],
      },
    ]);
    const [subject] = subjectsOf(made.page, made.reading, sensitivityOf(made.page), taste);
    expect(fillsFor(subject!, pack!.lines).map(({ text }) => text)).toEqual(['The model was told !n~dialect.']);
  });
  it('is not told beside the hedge, the kind or the name that it rules out with “!”', () => {
    const { pack, problems } = parsePack(
      ['!hedge=nearly', '!kind=accuracy-reliability', '!co=orbis', '!hedge=up to']
        .map((needs) => `eyebrow, understatement\nneeds: ${needs}\nThe judges marked this one ${needs}.\n`)
        .reduce((text, joke) => `${text}\n${joke}`, 'pack: mine\n\n== accuracy-reliability ==\n'),
      'mine.pack.txt',
    );
    expect(problems).toEqual([]);
    const made = pageOf([
      {
        kind: 'accuracy-reliability',
        sentence: 'Orbis says its judge is right nearly 95% of the time.',
        slots: { actor: 'Orbis' },
        q: [['95%', 95, 'percent', '', 'nearly']],
      },
    ]);
    const packs = { packs: [pack!], house: false };
    const report = write(made.page, made.reading, packs);
    const [note] = report.editions.eyebrow.notes;
    expect(note?.text).toBe('The judges marked this one !hedge=up to.');
    const wanting = { page: made.page, report, index: 0, level: 'eyebrow', used: [note!.line] } as const;
    expect(another(wanting, packs)).toBeNull();
  });
});

describe('a page whose opening is written first', () => {
  const all = pageOf(TOLD.slice(0, 20));
  const cut = (opening: number) => ({ ...all.reading, claims: all.reading.claims.slice(0, opening), opening });

  it.each([1, 4, 9, 20])('of %i claims: its notes stand when the rest is there, and the rest suits them', (opening) => {
    const begun = write(all.page, cut(opening));
    const whole = write(all.page, { ...all.reading, opening });
    const later: Note[] = [];
    for (const level of JOKES) {
      const { notes } = whole.editions[level];
      expect(notes.filter(({ claim }) => claim < opening)).toEqual(begun.editions[level].notes);
      expect(new Set(notes.map(({ frame }) => frame)).size).toBe(notes.length);
      expect(notes.length).toBeLessThanOrEqual(mostNotes(STOPS[level], all.reading.claims.length));
      later.push(...notes.filter(({ claim }) => claim >= opening));
    }
    expect(later.length > 0).toBe(opening < 20);
    expect(whole.straight.slice(0, opening)).toEqual(begun.straight);
  });

  it('is treated as gently as if it were all', () => {
    const told = [TOLD[0]!, TOLD[1]!];
    const health = (n: number): Told => ({
      kind: 'accuracy-reliability',
      sentence: `Kelmore says its AI reads ${n} patients’ X-rays as well as a doctor in a hospital.`,
      slots: { actor: 'Kelmore' },
    });
    const sick = pageOf([...told, health(100), health(200), health(300)]);
    const report = (opening: number) => write(sick.page, { ...sick.reading, opening });
    const notes = (opening: number) => report(opening).editions.onion.notes.filter(({ claim }) => claim < 2);
    const short = pageOf(told);
    expect(notes(2).map(({ line }) => line)).toEqual(
      write(short.page, { ...short.reading, opening: 2 }).editions.onion.notes.map(({ line }) => line),
    );
    expect(notes(2)).not.toEqual(notes(0));
    // So is whoever asks for another there.
    const next = (opening: number) =>
      another({
        page: sick.page,
        report: report(opening),
        index: 0,
        level: 'onion',
        used: notes(2).map((n) => n.line),
      });
    expect(next(2)).not.toEqual(next(0));
  });
});
