import { describe, expect, it } from 'vitest';
import { attributionOf } from '@/lib/claims/attribution';
import { claimSpan, wholeSpan } from '@/lib/claims/claim-span';
import { readPage } from '@/lib/claims/context';
import { pageOf } from './pages';

const spanOf = (text: string): string => {
  const context = readPage(pageOf([text]));
  const spot = context.spots[0]!;
  const { start, end } = claimSpan(spot.text, attributionOf(context, spot));
  return text.slice(start, end);
};

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

describe('wholeSpan', () => {
  it.each([
    ['• Kelmore told investors about its new assistant.', 'Kelmore told investors about its new assistant'],
    [
      '“We will spend $4 billion on chips this year,” Vantrell said.',
      'We will spend $4 billion on chips this year,” Vantrell said',
    ],
    ['Lumeric raises $40m', 'Lumeric raises $40m'],
    ['…', '…'],
    ['"', '"'],
  ])('%s', (text, whole) => {
    const { start, end } = wholeSpan(text.replace(/[“”]/g, '"'));
    expect(text.slice(start, end)).toBe(whole);
  });
});
