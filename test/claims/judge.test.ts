import { describe, expect, it } from 'vitest';
import { candidatesOf } from '@/lib/claims/judge';
import { pageFixture, passageFixture } from '../page-fixture';

describe('what is judged', () => {
  it('is a sentence of four words or more', () => {
    const found = [
      ...candidatesOf(pageFixture([passageFixture('Hands off', { role: 'heading' }), 'Orbis has a plan.'])),
    ];
    expect(found.map(({ passage: { text } }) => text)).toEqual(['Orbis has a plan.']);
  });

  it('is nothing that a paragraph about the author says', () => {
    const said = ['Ada Quill is a senior writer at the Ledger.', 'She is passionate about agents that redefine work.'];
    expect([...candidatesOf(pageFixture([said]))]).toEqual([]);
  });

  it('is read with the sentence before it, an item with what leads in to its list', () => {
    const list = pageFixture([
      'Others took up the tune, and said so:',
      passageFixture('Vantrell put AI into its ledgers.', { role: 'item', leadIn: 0 }),
      passageFixture('Ostrick opened an archive for paper.', { role: 'item', leadIn: 0 }),
      'Nobody asked what it had cost.',
    ]);
    expect([...candidatesOf(list)].map(({ previous }) => previous)).toEqual([
      '',
      'Others took up the tune, and said so:',
      'Others took up the tune, and said so:',
      'Ostrick opened an archive for paper.',
    ]);
  });
});
