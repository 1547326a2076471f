import { describe, expect, it } from 'vitest';
import { candidatesOf } from '@/lib/claims/judge';
import type { Passage } from '@/lib/model';
import { pageFixture, passageFixture } from '../page-fixture';

describe('what is judged', () => {
  it('is a sentence of four words or more', () => {
    const found = [
      ...candidatesOf(
        pageFixture([passageFixture('Hands off', { role: 'heading' }), 'Orbis has plans.', 'Orbis has a plan.']),
      ),
    ];
    expect(found.map(({ passage: { text } }) => text)).toEqual(['Orbis has a plan.']);
  });

  it('is nothing that ran on for pages', () => {
    const long = 'the ledger wrote more code and the bakers read it, '.repeat(60);
    const found = [
      ...candidatesOf(pageFixture([`Orbis says ${long}`, `Orbis says ${long.slice(0, 2_500)}`, 'Orbis has a plan.'])),
    ];
    expect(found.map(({ passage: { index } }) => index)).toEqual([1, 2]);
    // What it is not judged for it still leads in to.
    expect(found[0]!.previous).toBe(`Orbis says ${long}`);
  });

  it('is found in one walk over the page, however long its lists are', () => {
    const list = Array.from({ length: 50 }, (_, i) =>
      passageFixture(`Vantrell put AI into ledger ${i}.`, { role: 'item', leadIn: i }),
    );
    const page = pageFixture(['So they said:', ...list]);
    let looks = 0;
    const counted: ProxyHandler<Passage> = {
      get(passage, name) {
        if (name === 'index') looks++;
        return Reflect.get(passage, name);
      },
    };
    page.passages = page.passages.map((passage) => new Proxy(passage, counted));
    expect([...candidatesOf(page)].at(-1)!.previous).toBe('Vantrell put AI into ledger 48.');
    expect(looks).toBeLessThan(200);
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
