import { describe, expect, it } from 'vitest';
import { quantities } from '@/lib/claims/numbers';
import type { Note } from '@/lib/model';
import { parsePack, write } from '@/lib/satire';
import { factsOf } from '@/lib/satire/facts';
import { fill } from '@/lib/satire/fill';
import { pageOf, type Q, TOLD, type Told } from './fixtures';

const LEVELS = ['eyebrow', 'roast', 'onion'] as const;
type Level = (typeof LEVELS)[number];

/** Notes of three readers who each read twelve pages of eight claims in an order of their own, with what they saw remembered. */
function reading(level: Level): { note: Note; sentence: string; reader: string }[] {
  return ['a', 'b', 'c'].flatMap((reader, start) => {
    const recent = { lines: [] as string[], frames: [] as string[], shapes: [] as string[] };
    return Array.from({ length: 12 }, (_, page) => {
      const i = page + 4 * start;
      const told = TOLD.filter((_, k) => (k * 7 + i * 3) % 5 === 0);
      const made = pageOf(told, { address: `https://news.example/${i}` }, 160);
      const { notes } = write(made.page, made.reading, { recent }).editions[level];
      for (const n of notes) {
        recent.lines.push(n.line);
        recent.frames.push(n.frame);
        recent.shapes.push(n.shape);
      }
      expect(new Set(notes.map((n) => n.frame)).size).toBe(notes.length);
      return notes.map((note) => ({ note, sentence: told[note.claim]!.sentence, reader }));
    }).flat();
  });
}

/** The largest share that one value has among all. */
function largest(values: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const v of values) counts.set(v, (counts.get(v) ?? 0) + 1);
  return Math.max(...counts.values()) / values.length;
}

const words = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d][\p{L}\d,.]*/gu) ?? []).map((w) => w.replace(/[.,]+$/, '').slice(0, 5));
const SMALL = new Set(
  words('the and for with that this from than will have has not are was its their your our all one two can'),
);

describe.each(LEVELS)('many pages at %s', (level) => {
  const all = reading(level);
  it('is enough to measure', () => expect(all.length).toBeGreaterThan(100));
  it('keeps 19 frames in any 20 notes', () => {
    for (const reader of ['a', 'b', 'c']) {
      const frames = all.filter((x) => x.reader === reader).map((x) => x.note.frame);
      for (let i = 0; i + 20 <= frames.length; i++)
        expect(new Set(frames.slice(i, i + 20)).size).toBeGreaterThanOrEqual(19);
    }
  });
  // Raised Eyebrow has four shapes and nine mechanisms to share among all notes, Slow Roast six and twenty. Of the jokes that readers pick
  // there, 59 in 100 are plain statements; of those written for Raised Eyebrow 27 in 100 are understatements.
  const most = { eyebrow: [0.45, 0.27], roast: [0.42, 0.22], onion: [0.3, 0.17] }[level] as [number, number];
  it('lets no shape crowd out the others', () =>
    expect(largest(all.map((x) => x.note.shape))).toBeLessThanOrEqual(most[0]));
  it('lets no mechanism crowd out the others', () =>
    expect(largest(all.map((x) => x.note.mechanism))).toBeLessThanOrEqual(most[1]));
  it('does not begin again and again with the same two words', () =>
    expect(largest(all.map((x) => x.note.text.toLowerCase().split(/\s+/).slice(0, 2).join(' ')))).toBeLessThanOrEqual(
      0.05,
    ));
  // A joke may answer a sentence without a word of it: of those that readers pick, 63 in 100 share one.
  it('says something of the sentence mostly', () => {
    const tied = all.filter(({ note, sentence }) => {
      const said = new Set(words(sentence).filter((w) => (w.length > 2 || /\d/.test(w)) && !SMALL.has(w)));
      return words(note.text).some((w) => said.has(w)) || note.why.some((reason) => reason.because === 'uses');
    });
    expect(tied.length / all.length).toBeGreaterThanOrEqual(0.8);
  });
});

describe('a line that quotes the word that called it', () => {
  const line = (needs: string, text: string, kind = 'capability-superlative') => {
    const pack = `pack: mine\n\n== ${kind} ==\n\neyebrow, understatement\nneeds: ${needs}\n${text}\n`;
    const parsed = parsePack(pack, 'mine.pack.txt');
    expect(parsed.problems).toEqual([]);
    return parsed.pack!.lines[0]!;
  };
  const filled = (told: Told, needs: string, text: string): string | null => {
    const { page, reading } = pageOf([told]);
    const facts = factsOf(page, reading.claims[0]!, 2026);
    return fill(line(needs, text, told.kind), facts, { jar: 0 }, 240)?.text ?? null;
  };
  const claim = (sentence: string): Told => ({ kind: 'capability-superlative', sentence, slots: { actor: 'Orbis' } });

  it('prints it in the form of the page', () => {
    expect(filled(claim('Orbis streamlines the office.'), 'has:streamlin|simplif', '“{said|cap}.” So it says.')).toBe(
      '“Streamlines.” So it says.',
    );
    expect(filled(claim('It is the world’s best.'), "has:world's best", 'Called “{said}” at home.')).toBe(
      'Called “world’s best” at home.',
    );
    expect(filled(claim('A powerful AI model.'), 'has:ai model', 'An “{said}.”')).toBe('An “AI model.”');
  });
  it.each([
    ['Orbis turns any  memo into PowerPoint.', 'powerpoint', 'PowerPoint'],
    ['Ask it in plain English.', 'in plain english', 'in plain English'],
    ['Every team will see ROI by Q4, Orbis said.', 'by q4', 'by Q4'],
    ['Now the CEOs write code.', 'ceo', 'CEOs'],
    ['CEOs write code.', 'ceo', 'CEOs'],
    // No capitals of their own.
    ['Streamlines the office.', 'streamlin', 'streamlines'],
    ['It said: “Streamline the office.”', 'streamlin', 'streamline'],
    ['Orbis Will Streamline The Office', 'streamlin', 'streamline'],
    ['AI STREAMLINES THE OFFICE', 'streamlin', 'streamlines'],
  ])('prints it with the capitals that are its own: %s', (sentence, sought, said) =>
    expect(filled(claim(sentence), `has:${sought}`, 'It says “{said}.”')).toBe(`It says “${said}.”`),
  );
  it.each([
    ['It has a plan — {said} it all.', 'It has a plan — spent it all.'],
    ['Its motto: {said}.', 'Its motto: spent.'],
    ['— {said}? — Says who? — {said}.', '— Spent? — Says who? — Spent.'],
    ['Well. “{said}.” {said}.', 'Well. “Spent.” Spent.'],
  ])('begins it with a capital where a sentence begins: %s', (text, printed) =>
    expect(filled(claim('Orbis spent it.'), 'has:spent', text)).toBe(printed),
  );
  it.each([
    ['Orbis does the work of 700 support agents.', false],
    ['Customers may always ask for a human agent.', false],
    ['Its AI service agents answer at night.', true],
    ['The agents book the trip.', true],
  ])('takes for software only agents that are: %s', (sentence, called) =>
    expect(filled(claim(sentence), 'has:agent|agents', 'An agent: a macro with a badge.') !== null).toBe(called),
  );
  it('names no one hour where more are meant', () => {
    const saved = (text: string, hours: number): Told => ({
      ...claim(`It saves each employee ${text} a week.`),
      q: [[text, hours, 'duration', 'hours']],
    });
    const line = 'The {hours} hours have not come back.';
    expect(filled(saved('one hour', 1), 'has:saves', line)).toBeNull();
    expect(filled(saved('two hours', 2), 'has:saves', line)).toBe('The 2 hours have not come back.');
  });
  it('is not eligible where the word is not said, or another slot says it too', () => {
    expect(filled(claim('Orbis opens an office.'), 'has:streamlin', '“{said|cap}.” So it says.')).toBeNull();
    const twice: Told = { ...claim('A powerful engine is here.'), slots: { technologyNoun: 'powerful engine' } };
    expect(filled(twice, 'has:powerful', '“{said|cap}”: said of {tech|a}.')).toBeNull();
  });
  it('takes British spelling for the word that it is', () => {
    expect(
      filled(claim('Orbis democratises AI.'), 'has:democratis|democratiz', '“Democratize.” Votes were not taken.'),
    ).toBe('“Democratises.” Votes were not taken.');
  });
});

describe('a line on two words that stand together', () => {
  const parsed = (needs: string) =>
    parsePack(
      `pack: mine\n\n== any ==\n\nroast, literalise\nneeds: ${needs}\n“{said|cap}” and “{said2}.”\n`,
      'mine.pack.txt',
    );
  const filled = (sentence: string, needs: string): string | null => {
    const { page, reading } = pageOf([{ kind: 'business-impact', sentence, slots: { actor: 'Orbis' } }]);
    const facts = factsOf(page, reading.claims[0]!, 2026);
    const line = parsed(needs).pack!.lines[0]!;
    return fill(line, facts, { jar: 0 }, 240)?.text ?? null;
  };
  const far = 'Orbis attracts leads for the whole of a long and happy working year, and then converts a barn.';
  it('is called by either order and prints both words', () => {
    expect(filled('Orbis converts all your leads.', 'has:leads near convert')).toBe('“Leads” and “converts.”');
    expect(filled('Your leads, converted by Orbis.', 'has:leads near convert')).toBe('“Leads” and “converted.”');
  });
  it('is not called by words that stand far apart, or by one alone', () => {
    expect(filled(far, 'has:leads near convert')).toBeNull();
    expect(filled('Orbis converts a barn.', 'has:leads near convert')).toBeNull();
  });
  it('finds the pair that stands together behind one that does not', () => {
    expect(filled(`${far.replace('a barn', 'a barn and a lead')}`, 'has:leads|lead$ near convert')).toBe(
      '“Lead” and “converts.”',
    );
  });
  it('can be kept off by such a pair', () => {
    const needs = 'has:leads, has:orbis, !has:leads near convert';
    expect(filled('Orbis converts leads.', needs)).toBeNull();
    expect(filled('Orbis finds leads.', needs)).toBe('“Leads” and “orbis.”');
  });
  it('must name words on both sides', () =>
    expect(
      parsed('has:leads near ')
        .problems.map((p) => p.text)
        .join(),
    ).toMatch(/names no word/));
});

describe('who and what a line may name', () => {
  const valuesOf = (told: Told) => {
    const { page, reading } = pageOf([told]);
    return factsOf(page, reading.claims[0]!, 2026);
  };
  /** With the figures as the reader finds them. */
  const read = (sentence: string) => {
    const q = quantities(sentence).map(({ text, value, type, unit }): Q => [text, value, type, unit]);
    return valuesOf({ kind: 'labour-equivalence', sentence, q });
  };
  it.each([
    ['a data center of two gigawatts', 'two gigawatts'],
    ['a 1.5-GW data center', '1.5 gigawatts'],
    ['1 MW of racks', '1 megawatt'],
    ['250 megawatts and 3 GW of racks', undefined],
  ])('power in words: %s', (sentence, power) => {
    expect(read(sentence).values.get('power')?.text).toBe(power);
  });

  it.each([
    ['Orbis makes the best model.', 'Orbis', 'Orbis'],
    ['We make the best model.', 'Orbis', 'Orbis'],
    ['Vantrell makes the best model.', 'Orbis', ''],
    ['Performance is the best ever.', 'Performance', ''],
    ['The best from Samsung us yet.', 'Samsung us', ''],
    ['She is passionate about models.', 'She', ''],
    ['It is leading, says Ada Byron, research scientist at Orbis.', 'Ada Byron', ''],
    ['Byron said the company will delay its agents.', 'Byron', ''],
    ['CEO Byron leads its model team.', 'Byron', ''],
    ['Orbis said it has the best model.', 'Orbis', 'Orbis'],
    ['It is leading, says Ada Byron, VP of AI at Orbis.', 'Ada Byron', ''],
    ['It is leading, says Ada Byron, Senior Vice-President at Orbis.', 'Ada Byron', ''],
    ['ORBIS MAKES THE BEST MODEL', 'Orbis', 'Orbis'],
    ['Most banks target small shops with the best model.', 'Target', ''],
    ['Target small shops with the best model.', 'Target', ''],
    ['Most Banks Target Small Shops', 'Target', ''],
    ['Target says this is the best model.', 'Target', 'Target'],
    ['Shoppers get the best model from Target.', 'Target', 'Target'],
    ['Target Launches the Best Model', 'Target', 'Target'],
    ['The model is in general the best.', 'General Motors', ''],
    ['General Motors has the best model.', 'General Motors', 'General Motors'],
    ['Scale AI with the best model.', 'Scale AI', ''],
    ['The best model runs at scale.', 'Scale AI', ''],
    ['Scale AI raised money for the best model.', 'Scale AI', 'Scale AI'],
    ['Block to cut 4,000 jobs', 'Block', 'Block'],
    ['Block eliminated 4,000 jobs with the best model.', 'Block', 'Block'],
    ['Block axes 4,000 jobs', 'Block', 'Block'],
    ['Block jobs with the best model.', 'Block', ''],
    ['Snap slashes 1,000 jobs', 'Snap', 'Snap'],
    ['Target partners with the best.', 'Target', 'Target'],
    ['Zoom adds the best model.', 'Zoom', 'Zoom'],
    ['Wise expands its best model.', 'Wise', 'Wise'],
    ['Box deploys the best model.', 'Box', 'Box'],
    ['Target CEO Ada Byron said it is the best model.', 'Target', 'Target'],
    ['Target CEOs with the best model.', 'Target', ''],
    ['Target, which sells things, likes the best model.', 'Target', 'Target'],
    ['Snap, the maker of glasses, likes the best model.', 'Snap', 'Snap'],
    ['Indeed, the model was never better.', 'Indeed', ''],
    ['Together, the models were never better.', 'Together AI', ''],
    ['Scale AI, which sells labels, likes the best model.', 'Scale AI', 'Scale AI'],
    ['Scale AI helps the best model.', 'Scale AI', 'Scale AI'],
    ['Scale AI Agents with the best model that can.', 'Scale AI', ''],
    ['Scale AI that can become the best model.', 'Scale AI', ''],
    ['Zoom AI Companion saves hours with the best model.', 'Zoom', 'Zoom'],
    ['Best Buy deploys the best model.', 'Best Buy', 'Best Buy'],
    ['American Express rethinks the best model.', 'American Express', 'American Express'],
    ['Best buys rethink the best model.', 'Best Buy', ''],
    ['Affirm said it has the best model.', 'Affirm Holdings', 'Affirm Holdings'],
    ['Affirm Holdings, Inc. said it has the best model.', 'Affirm Holdings, Inc.', 'Affirm Holdings'],
    ['Affirm that it has the best model.', 'Affirm Holdings', ''],
    ['EBay says it has the best model.', 'eBay', 'eBay'],
    ['Hubspot says it has the best model.', 'HubSpot', 'HubSpot'],
    ['The best hubspot model is there.', 'HubSpot', ''],
    ['Hubspots say it is the best model.', 'HubSpot', ''],
    ['Nice models are the best.', 'NICE', ''],
    ["AT&T's best model is there.", 'AT&T', 'AT&T'],
    ['Yum! says it has the best model.', 'Yum!', 'Yum!'],
    ['C3.ai says it has the best model.', 'C3.ai', 'C3.ai'],
    ['Figure 3 shows the best model.', 'Figure', ''],
    ['Commonwealth Bank has the best model.', 'Commonwealth Bank of Australia', 'Commonwealth Bank of Australia'],
  ])('%s', (sentence, actor, co) => {
    const facts = valuesOf({ kind: 'capability-superlative', sentence, slots: { actor } });
    expect(facts.values.get('co')?.text ?? '').toBe(co);
  });
  it('prints no name in lower case that has capitals inside', () => {
    const slots = { technologyNoun: 'mysecurity platform' };
    expect(
      valuesOf({ kind: 'capability-superlative', sentence: 'The mySecurity platform.', slots }).values.has('tech'),
    ).toBe(false);
    const named = { technologyNoun: 'claude platform' };
    expect(
      valuesOf({ kind: 'capability-superlative', sentence: 'Use the Claude platform.', slots: named }).values.has(
        'tech',
      ),
    ).toBe(false);
    const plain = { technologyNoun: 'security platform' };
    expect(
      valuesOf({ kind: 'capability-superlative', sentence: 'The security platform.', slots: plain }).values.has('tech'),
    ).toBe(true);
  });
  it.each([
    ['It will arrive before the decade is out.', 'the decade is out', 'the end of the decade'],
    ['It will arrive this decade.', 'this decade', 'the end of the decade'],
    ['It will arrive within the decade.', 'within the decade', 'the end of the decade'],
    ['It will arrive by the end of the decade.', 'the end of the decade', 'the end of the decade'],
    ['It will arrive within the next decade.', 'next decade', 'next decade'],
  ])('says when it is due as it can stand behind “by”: %s', (sentence, deadline, due) => {
    const { values } = valuesOf({ kind: 'future-promise', sentence, slots: { deadline } });
    expect(values.get('deadline')?.text).toBe(due);
  });
  it.each([
    ['It surpasses rivals in some cases.', 'in some cases'],
    ['Studies suggest that it works.', 'studies suggest'],
    ['It is expected to save a lot.', 'is expected to'],
  ])('finds the hedge of: %s', (sentence, hedge) => {
    expect(valuesOf({ kind: 'capability-superlative', sentence }).hedges).toContain(hedge);
  });
  it.each([
    ['Orbis puts AI into an umbrella.', 'umbrella'],
    ['The AI tools come under the Orbis umbrella.', ''],
    ['Orbis runs the AI tools at scale.', ''],
  ])('takes for an object what is one: %s', (sentence, thing) => {
    const slots = { thing: /umbrella|scale/.exec(sentence)![0] };
    const { values } = valuesOf({ kind: 'ai-washed-product', sentence, slots });
    expect(values.get('thing')?.text ?? '').toBe(thing);
  });
  it('prints a buzzword with the apostrophe of print', () => {
    const slots = { buzzwords: ["world's first"] };
    const sentence = "It is the world's first AI oven.";
    expect(valuesOf({ kind: 'launch', sentence, slots }).buzzwords).toEqual(['world’s first']);
  });
  it('takes the month for no hedge', () => {
    const slots = { hedge: 'May' };
    expect(valuesOf({ kind: 'capability-superlative', sentence: 'It was released in May.', slots }).hedges).toEqual([]);
    expect(
      valuesOf({ kind: 'capability-superlative', sentence: 'It may work.', slots: { hedge: 'may' } }).hedges,
    ).toEqual(['may']);
  });
  it.each([
    ['Kelmore will invest $1.5-2 billion in AI.', '$1.5', ''],
    ['Kelmore will invest $1.5 billion in AI.', '$1.5 billion', '$1.5 billion'],
  ])('gives no end of a range for the sum: %s', (sentence, text, money) => {
    const q: Told['q'] = [[text, 1_500_000_000, 'money', 'USD']];
    expect(valuesOf({ kind: 'money-out', sentence, q }).values.get('money')?.text ?? '').toBe(money);
  });
  it.each([
    ['It replaces 10 to 15 employees.', ['15', 15, 'count', 'employees'], 'n', ''],
    ['It replaces between 10 and 15 employees.', ['15', 15, 'count', 'employees'], 'n', ''],
    ['It replaces 15 employees.', ['15', 15, 'count', 'employees'], 'n', '15'],
    ['It makes between 20 and 30 percent fewer errors.', ['30 percent', 30, 'percent', 'fewer'], 'pct', ''],
    ['It saves two to three hours a day.', ['three', 3, 'duration', 'hours'], 'hours', ''],
  ] as const)('gives no end of a range for the figure: %s', (sentence, q, slot, want) => {
    const { values } = valuesOf({ kind: 'labour-equivalence', sentence, q: [[...q]] });
    expect(values.get(slot)?.text ?? '').toBe(want);
  });
  it.each([
    ['Kelmore will raise its spending from $52 billion in 2024 to $75 billion.', 'money', ''],
    ['Kelmore raised $5 billion and will invest $10-20 million.', 'money', ''],
    ['Valued at $5 billion, Kelmore will invest $10-20 million.', 'val', '$5 billion'],
    ['Kelmore cut its team from 5,000 employees in 2022 to 3,000 employees.', 'n', ''],
    ['It went from 200 engineers in 2023 to 50 engineers in 2025.', 'n', ''],
    ['Kelmore has 200 engineers, and replaces 10 to 15 engineers.', 'n', ''],
    ['Kelmore has 200 engineers, and makes 10 to 15 ovens.', 'n', '200'],
    ['It grew from 2 million users in 2023 to 5 million users.', 'users', ''],
    ['It grew to 5 million users.', 'users', '5 million'],
    ['It will bring Gemini 3 to 2 billion users.', 'users', '2 billion'],
    ['Kelmore rolls out Microsoft 365 to 100,000 employees.', 'n', '100,000'],
    ['Its spending will rise in 2026 to $75 billion.', 'money', '$75 billion'],
    ['It gives $100 to 1 million users.', 'money', '$100'],
    ['It gives $100 to 1 million users.', 'users', '1 million'],
    ['It gives $10 to 20 million users.', 'users', '20 million'],
  ])('takes no figure beside the end of a range for the one: %s', (sentence, slot, want) => {
    expect(read(sentence).values.get(slot)?.text ?? '').toBe(want);
  });
  it.each([
    ['Kelmore has 200 engineers, and replaces 10 to 15 engineers.', false],
    ['Kelmore has 200 engineers, and makes 10 to 15 ovens.', true],
  ])('compares no figure beside the end of a range: %s', (sentence, want) => {
    const engineers = read(sentence).counts.filter(({ unit }) => unit === 'engineers');
    expect(engineers.length === 1).toBe(want);
  });
  it.each([
    ['$1.5k', '$1,500'],
    ['$200K', '$200,000'],
    ['$1.2trn', '$1.2 trillion'],
    ['$1.4tr', '$1.4 trillion'],
    ['$90m', '$90 million'],
    ['US$90 million', '$90 million'],
    ['A$90 million', 'A$90 million'],
    ['three dollars', 'three dollars'],
  ])('prints %s as %s', (text, money) => {
    const sentence = `Kelmore spent ${text} on AI.`;
    const [read] = quantities(sentence);
    const q: Told['q'] = [[read!.text, read!.value, read!.type, read!.unit]];
    expect(valuesOf({ kind: 'money-out', sentence, q }).values.get('money')?.text).toBe(money);
  });
  it('gives no multiple where the sentence has two', () => {
    const q: Told['q'] = [
      ['1.4x', 1.4, 'multiple', 'faster'],
      ['3x', 3, 'multiple', 'less memory'],
    ];
    const facts = valuesOf({ kind: 'productivity-gain', sentence: 'It was 1.4x faster and used 3x less memory.', q });
    expect(facts.values.has('mult')).toBe(false);
  });
});
