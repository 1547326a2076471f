import { describe, expect, it } from 'vitest';
import { claimSpan, wholeSpan } from '@/lib/claims/claim-span';
import { withRoots } from '@/lib/claims/parse';
import { wordsOf } from '@/lib/claims/word-class';
import { fold } from '@/lib/english/fold';

const spanOf = (text: string): string => {
  const words = wordsOf(text, withRoots(fold(text)), { start: 0, end: text.length });
  const { start, end } = claimSpan(fold(text), words);
  return text.slice(start, end);
};

/** A sentence whose claim stands between brackets. */
const itFinds = (marked: string): void =>
  expect(spanOf(marked.replace(/[[\]]/g, ''))).toBe(/\[(.*)\]/.exec(marked)![1]);

describe('claimSpan', () => {
  it.each([
    [
      'does not begin inside a hyphenated word',
      'Halcyon 3 brings state-of-the-art reasoning to every branch of the bank.',
      'Halcyon 3 brings state-of-the-art reasoning to every branch of the bank',
    ],
    [
      'does not take a second verb for one of saying',
      'The bot reads letters, sorts them by urgency, and maintains a calm tone with every caller.',
      'The bot reads letters, sorts them by urgency, and maintains a calm tone with every caller',
    ],
    [
      'keeps a phrase that only begins like a connective',
      'In addition to its gentle manner, the bot closes nine claims in ten.',
      'In addition to its gentle manner, the bot closes nine claims in ten',
    ],
    [
      'drops the names of two who said it',
      'The platform speeds up every team, according to Dana Osei, senior director of engineering, storage, Kelmore Cloud at Kelmore, and Mira Vance, product manager at Kelmore Cloud.',
      'The platform speeds up every team',
    ],
    ['drops a connective', 'In addition, the bot closes nine claims in ten.', 'the bot closes nine claims in ten'],
    [
      'stops at the closing quote',
      '“Our adviser settles a motor claim in four minutes flat, and nobody is left on hold,” said the director of service, who joined in spring and is to leave in autumn.',
      'Our adviser settles a motor claim in four minutes flat, and nobody is left on hold',
    ],
    [
      'stops where a quotation opened in an earlier sentence ends',
      'Together we give every branch the calm of a small-town bank and the speed of AI.” – Dana Osei, Head of Branches, Kelmore',
      'Together we give every branch the calm of a small-town bank and the speed of AI',
    ],
    [
      'begins after who said it',
      'Dana Osei of Kelmore said on Tuesday: “Our adviser settles a motor claim in four minutes, without a single call.”',
      'Our adviser settles a motor claim in four minutes, without a single call',
    ],
    [
      'leaves words in scare quotes alone',
      'The lender’s new “virtual colleague” answers four in five letters without help.',
      'The lender’s new “virtual colleague” answers four in five letters without help',
    ],
    [
      'drops a dateline, and does not stop at its comma',
      'Bergen, July 8, 2031 - Kelmore announced the launch of an adviser that settles claims in four minutes.',
      /^(?!Bergen)/,
    ],
  ])('%s', (_, text, want) => {
    if (typeof want === 'string') expect(spanOf(text)).toBe(want);
    else {
      expect(spanOf(text)).toMatch(want);
      expect(spanOf(text).split(' ').length).toBeGreaterThan(8);
    }
  });
});

describe('claimSpan cuts off who says it', () => {
  it.each([
    'Kelmore says that [its adviser settles a claim in four minutes].',
    'Kelmore said [the adviser settles a claim in four minutes].',
    'The bank told reporters that [the adviser has settled every claim since May].',
    'According to the trial, [it sorted every letter before noon].',
    'According to Dana Osei, chief baker at Kelmore, [the adviser sorts every letter before noon].',
    '[The adviser settles a claim in four minutes], the company said on Tuesday.',
    '[The adviser settles a claim in four minutes], said Dana Osei, chief baker at Kelmore.',
    '[The adviser settles a claim in four minutes], said Dana Osei, whose firm sells ovens.',
    '[The adviser settles a claim in four minutes], said a baker familiar with it, who asked not to be named.',
    '[The adviser settles a claim in four minutes], said a baker who declined to be named.',
    '[The adviser settles a claim in four minutes], said a report released Tuesday.',
    '[The adviser settles a claim in four minutes], said a statement posted online.',
    '[The adviser settles a claim in four minutes], said Chief Baker Mark Will.',
    '[The adviser settles a claim in four minutes], according to Kelmore.',
    '“[Bakers tend to trust the oven],” she said.',
    'But [the adviser has settled every claim since May].',
    '“[The adviser settled every claim],” Osei said, “and nobody waited.”',
  ])('%s', itFinds);
});

describe('claimSpan keeps a sentence whole where a part of it would be no clause', () => {
  it.each([
    ['a purpose', '[Kelmore aims to bring a calm adviser to every branch of the bank].'],
    ['an object', '[Larch 3 maintains its focus over a whole night of letters].'],
    ['who was asked', '[Nine in ten bakers say AI helps them sleep].'],
    ['whom a firm told', '[Kelmore told bakers about its new adviser, a calm one].'],
    ['a subject before its attribution', '[The new adviser, it added, is built to settle claims at night].'],
    ['a phrase before its attribution', '[Rather than guessing, Kelmore says the adviser reads the letter twice].'],
    ['a clause that is no speaker', '[The bank, which opened in May, said Monday its AI agents settle 80% of claims].'],
    ['another', '[The bank, whose shares have fallen 20%, said Larch, its AI agent, settles 70% of claims].'],
    ['a third', '[Kelmore, whose biggest backer is Vantrell, said GPT-5 is its calmest model].'],
    ['a fourth', '[The bank was sold, said Osei, and its agents settle 70% of claims].'],
    ['a fifth', '[The bank was sold in May, said Larch replaced 900 clerks].'],
    ['a list', '[The adviser reads letters, reports fraud, and tells bakers what they earn].'],
    ['an act', '[The Guild of Bakers, a body for ovens, doughs, and ryes, today announced an adviser for all].'],
    ['an aside on the speaker', '[The adviser is calm, unless you shout, and Kelmore says it forgets nothing].'],
    ['“so far”', '[So far the adviser has settled every claim].'],
    ['“now that”', '[Now that the adviser settles every claim, bakers sleep].'],
    ['a denial', '[But not to the adviser, who never sleeps].'],
    ['the writer’s own doubt', '[We believe the adviser will settle every claim in the land].'],
    ['two on a list', '[The adviser costs little, in Kelmore’s view, and says so].'],
  ])('%s: %s', (_, text) => itFinds(text));
});

describe('claimSpan and marks', () => {
  it.each([
    ['a closing quote stays with its opening one', '[Kelmore calls it “the calmest adviser in banking.”]'],
    ['so does one before an attribution', '[The adviser is calm and “never raises its voice,”] she said.'],
    ['a title in quotes opens no speech', '[“Larch Night” is an adviser that settles claims at night].'],
    ['words called so are no speech', '[One called it “the age of the adviser” and Kelmore says it is here to stay].'],
    ['a heading', '## [The adviser settles every claim at night]'],
    ['a rank is no heading', '[#1 adviser of bakers who settle claims].'],
    ['a bullet', '• [The adviser settles every claim at night].'],
    ['a number', '3. [The adviser settles every claim at night].'],
    ['who speaks in an interview', 'MV:[We settle every claim at night, and nobody waits].'],
    ['no label of two letters', '[AI: The adviser settles every claim at night].'],
    ['brackets inside', '[The adviser settles every claim (even yours)].'],
    ['brackets around', '([The adviser settles every claim, even yours].)'],
    ['a town’s dateline', 'BERGEN, Norway, July 8, 2031 (WIRE) -- [The adviser settles every claim at night].'],
  ])('%s: %s', (_, text) => itFinds(text));
});

describe('wholeSpan', () => {
  it.each([
    ['• Kelmore told investors about its new assistant.', 'Kelmore told investors about its new assistant'],
    [
      '“We will spend $4 billion on chips this year,” Vantrell said.',
      '“We will spend $4 billion on chips this year,” Vantrell said',
    ],
    ['Lumeric raises $40m', 'Lumeric raises $40m'],
    ['…', '…'],
    ['"', '"'],
  ])('%s', (text, whole) => {
    const { start, end } = wholeSpan(text.replace(/[“”]/g, '"'));
    expect(text.slice(start, end)).toBe(whole);
  });
});
