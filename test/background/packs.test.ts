import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { packsFor, tryPack } from '@/lib/background/packs';
import type { Encoder } from '@/lib/claims';
import type { TryPack } from '@/lib/messages';
import { is } from '@/lib/messages/check';
import { KINDS } from '@/lib/model';
import { parsePack, write } from '@/lib/satire';
import { type FaultName, problem } from '@/lib/satire/pack/faults';
import { defaultSettings, keepPacks, newPack, type Settings } from '@/lib/settings';
import { encoder } from '../claims/network';
import { pageOf, TOLD } from '../satire/fixtures';

const GOOD = `pack: Mine
writer: A. Writer

== any ==

eyebrow, understatement
needs: has:a|the|is|of
My own joke, which is eyebrow enough.

roast, understatement
needs: has:a|the|is|of
A second joke of mine, for those who want more.
`;
const load = async () => encoder;
const asked = (text: string, sentence = ''): TryPack => ({
  type: 'peel:try-pack',
  name: 'x.pack.txt',
  text,
  inPart: false,
  sentence,
});

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('trying a pack', () => {
  it('says what it is, and what it says of sentences that the reader would mark', async () => {
    const answer = await tryPack(asked(GOOD), load);
    expect(is('packAnswer', answer)).toBe(true);
    expect(answer).toMatchObject({ pack: { name: 'Mine', writer: 'A. Writer' }, usable: 2 });
    const notes = answer.samples.flatMap((sample) => sample.notes);
    expect(notes.map(({ text }) => text)).toContain('My own joke, which is eyebrow enough.');
    // The house keeps quiet.
    for (const { text } of notes) expect(text).toMatch(/joke/);
  });

  it('tries a sentence of the reader’s own, and says why it has nothing to say', async () => {
    const own = await tryPack(asked(GOOD, '  Kelmore says its AI is the best there is.  '), load);
    expect(own.samples).toMatchObject([{ sentence: 'Kelmore says its AI is the best there is.', why: null }]);
    expect(own.samples[0]?.notes).toHaveLength(2);
    const nothing = await tryPack(asked(GOOD, '…'), load);
    expect(nothing.samples).toEqual([{ sentence: '…', notes: [], why: 'not-marked' }]);
    const picky = GOOD.replace(/has:a\|the\|is\|of/g, 'has:xylophone');
    const other = await tryPack(asked(picky, 'Introducing Halcyon 3, our most intelligent model yet.'), load);
    expect(other.samples[0]).toMatchObject({ notes: [], why: 'no-joke-fits' });
    const grave = await tryPack(asked(GOOD, 'Kelmore says its AI detects cancer better than any doctor.'), load);
    expect(grave.samples[0]).toMatchObject({ notes: [], why: 'illness' });
  });

  it('says what stands above and below the page, too', async () => {
    const sentence = 'Kelmore says its AI is the best there is.';
    const headline = '\n== headline ==\n\nonion, headline_unspin\nNothing happened, again\n';
    const alone = await tryPack(asked(headline, sentence), load);
    expect(alone.samples).toMatchObject([{ notes: [{ level: 'onion', text: 'Nothing happened, again' }], why: null }]);
    const end = '\n== endnote: aside ==\n\nonion, reader_aside\nThe kettle is on.\n';
    const all = await tryPack(asked(`${GOOD}${headline}${end}`, sentence), load);
    const texts = all.samples.flatMap(({ notes }) => notes.map(({ text }) => text));
    expect(texts).toEqual([
      expect.stringMatching(/eyebrow/),
      expect.stringMatching(/second/),
      'Nothing happened, again',
      'The kettle is on.',
    ]);
  });

  it('gives its report where the network is not there', async () => {
    const answer = await tryPack(asked(GOOD), async (): Promise<Encoder> => Promise.reject(new Error('no')));
    expect(answer).toMatchObject({ pack: { name: 'Mine' }, usable: 2, samples: [] });
  });

  const joke = (text: string) => `== launch ==\n\nroast, hedge\n${text}\n`;

  it('looks for no sample of a pack that is refused, or where none is wanted', async () => {
    const never = vi.fn(load);
    const partly = `${GOOD}\n${joke('Here is {wombat}.')}`;
    expect(await tryPack(asked(partly), never)).toMatchObject({ pack: null, usable: 0, samples: [] });
    const counted = { ...asked(partly), inPart: true, sentence: null };
    expect(await tryPack(counted, never)).toMatchObject({ pack: null, usable: 2, samples: [] });
    expect(never).not.toHaveBeenCalled();
  });

  it.each([
    ['mistakes', `== launch ==\n\n${'roast, nothing\nA joke.\n\n'.repeat(500)}`, false],
    [
      'advice',
      `== launch ==\n\n${Array.from({ length: 500 }, (_, n) => `roast, hedge\nJoke ${n}!\n`).join('\n')}`,
      true,
    ],
  ])('names the first of a great many pieces of %s, and last how many more there are', async (_, text, advice) => {
    const { problems } = await tryPack({ ...asked(text), sentence: null }, load);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)).toMatchObject({ name: 'more', advice });
    expect(problems.filter(({ name }) => name === 'more')).toHaveLength(1);
  });

  it.each([
    ['an unknown slot', joke('Here is {wombat}.'), 4, /no slot “wombat”/],
    ['a slot in a slot', joke('Here is {co{co}}.'), 4, /slot inside a slot/],
    ['HTML', joke('A <b>joke</b>.'), 4, /HTML/],
    ['a script', joke('A <script src=x>joke.'), 4, /HTML/],
    ['a link', joke('See https://a.com/b for more.'), 4, /link/],
    ['a link without a scheme', joke('See www.a.com for more.'), 4, /link/],
    ['control characters', joke('A jo\u0007ke.'), 4, /control characters/],
    ['a change of direction', joke('A \u202Ejoke.'), 4, /control characters/],
    ['a kind of its own', '== gossip ==\n\nroast, hedge\nA joke.\n', 1, /no kind of claim “gossip”/],
    ['UTF-16', `${joke('A joke.')}\0`, 0, /UTF-16/],
    ['too much', 'x'.repeat(1_000_001), 0, /1\.0 MB/],
    ['nothing', '', 0, /no joke/],
    ['another file', '{"version": 3}', 1, /before the first/],
  ])('names %s and its line, and uses nothing', async (_, text, line, words) => {
    const answer = await tryPack(asked(text), load);
    expect(answer).toMatchObject({ pack: null, usable: 0 });
    expect(answer.samples).toEqual([]);
    const [first] = answer.problems.filter(({ advice }) => !advice);
    expect(first && problem('error', 0, { ...first, name: first.name as FaultName }).text).toMatch(words);
    // The joke's heading names the place.
    expect(Math.abs((first?.line ?? -9) - line)).toBeLessThanOrEqual(1);
  });
});

describe('packs in use', () => {
  const [mine, house] = [newPack('Mine', GOOD), newPack('house', GOOD.replace('pack: Mine', 'pack: house'))];
  const using = (over: Partial<Settings>) => packsFor({ ...defaultSettings(), ...over });

  it('are those that are on, in their order, known by their ids whatever they call themselves', async () => {
    await keepPacks([mine, house]);
    const packs = await using({ packs: [house.id, mine.id] });
    expect(packs.map(({ name }) => name)).toEqual(['house', 'Mine']);
    for (const { id } of packs.flatMap(({ lines }) => lines)) expect(id).toMatch(/^pack-[0-9a-z]+\/any#/);
    expect(await using({ packs: [house.id, mine.id] })).toBe(packs);
    expect((await using({ packs: [house.id, mine.id], packsOff: [house.id] })).map(({ name }) => name)).toEqual([
      'Mine',
    ]);
    expect(await using({})).toEqual([]);
  });

  it('keep the jokes that are right where Peel has become stricter since they were installed', async () => {
    const [first = '', second = ''] = GOOD.split(/(?<=enough\.\n)/);
    const stricter = newPack(
      'Stricter',
      `${first}\nroast, hedge\nHere is {wombat}.\n\n${first.slice(first.indexOf('eyebrow'))}${second}`,
    );
    await keepPacks([stricter]);
    const [pack] = await using({ packs: [stricter.id] });
    expect(pack?.lines.map(({ text }) => text)).toEqual([
      'My own joke, which is eyebrow enough.',
      'A second joke of mine, for those who want more.',
    ]);
    // As many as the reader is told who has it looked over.
    const answer = await tryPack({ ...asked(stricter.text), name: stricter.name, inPart: true }, load);
    expect(is('packAnswer', answer)).toBe(true);
    expect(answer).toMatchObject({ pack: null, usable: pack?.lines.length });
    expect(answer.samples.flatMap(({ notes }) => notes.map(({ text }) => text))).toContain(
      'A second joke of mine, for those who want more.',
    );
    expect(answer.problems.map(({ name }) => name)).toEqual(['hole_slot', 'twin']);
  });

  it('are left out where their text is gone or no longer a pack', async () => {
    const bad = newPack('Bad', 'no pack');
    await keepPacks([mine, bad]);
    expect(await using({ packs: ['gone', bad.id, mine.id] })).toHaveLength(1);
  });

  /** Jokes of every mechanism for every kind, all signed. */
  const full = (name: string) =>
    newPack(
      name,
      `pack: ${name}\n\n${KINDS.map((kind) => `== ${kind} ==\n\n${SOME.map((mechanism) => `roast, ${mechanism}\nweight: 3\nneeds: has:a|the|is|of|to|it\n${name} has a word on ${kind} by way of ${mechanism}.`).join('\n\n')}`).join('\n\n')}`,
    );
  const SOME = ['understatement', 'hedge', 'footnote', 'self_own', 'literalise', 'missing_object', 'mock_praise'];

  it('speak beside the house', async () => {
    const pack = full('Loud');
    await keepPacks([pack]);
    const { page, reading } = pageOf(TOLD.slice(0, 6));
    const report = write(page, reading, { packs: await using({ packs: [pack.id] }) });
    const told = Object.values(report.editions).flatMap(({ notes }) => notes);
    expect(
      told.some(({ line, text }) => line.startsWith(`pack-${pack.id}/`) && text.startsWith('Loud has a word')),
    ).toBe(true);
    expect(told.some(({ line }) => line.startsWith('house/'))).toBe(true);
  });

  it('weigh less the lower they stand', async () => {
    const [first, second] = [full('First'), full('Second')];
    await keepPacks([first, second]);
    const [high, low] = await using({ packs: [second.id, first.id] });
    expect(high?.lines[0]?.rated).toBeGreaterThan(low?.lines[0]?.rated ?? 9);
  });
});

describe('the page for writers', () => {
  const html = readFileSync('entrypoints/writing/index.html', 'utf8');
  const text = html.replace(/&gt;/g, '>');

  it('shows a pack that is one', () => {
    const example = /<pre>\n([\s\S]*?)<\/pre>/.exec(text)?.[1] ?? '';
    expect(parsePack(example, 'x').problems).toEqual([]);
  });

  it('names slots and mechanisms that there are', () => {
    const codes = [...text.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code]) => code ?? '');
    const slots = codes.filter((code) => /^\{[\w']+\}$/.test(code) && code !== '{said}');
    expect(slots.length).toBeGreaterThan(20);
    for (const slot of slots)
      expect(parsePack(joke('roast, hedge', `A joke on ${slot}.`), 'x').problems, slot).toEqual([]);
    const mechanisms = codes.filter(
      (code) => /^[a-z]+(?:_[a-z]+)*$/.test(code) && html.indexOf(`<code>${code}`) > html.indexOf('Mechanisms'),
    );
    expect(mechanisms.length).toBeGreaterThan(15);
    for (const mechanism of mechanisms)
      expect(parsePack(joke(`roast, ${mechanism}`, 'A joke.'), 'x').problems, mechanism).toEqual([]);
  });
  const joke = (head: string, words: string) => `== launch ==\n\n${head}\n${words}\n`;
});
