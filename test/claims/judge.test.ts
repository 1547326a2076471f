import { describe, expect, it } from 'vitest';
import { candidatesOf } from '@/lib/claims/judge';
import type { PageText, Passage } from '@/lib/model';

const passage = (index: number, role: Passage['role'], text: string, leadIn: number | null = null): Passage => ({
  index,
  role,
  text,
  sentences: [{ start: 0, end: text.length, candidate: true }],
  leadIn,
});

const page = (...passages: Passage[]): PageText => ({
  address: 'https://news.example/',
  host: 'news.example',
  title: 'An invented page',
  language: 'en',
  kind: 'news',
  published: null,
  publisher: null,
  passages,
});

describe('what is judged', () => {
  it('is a sentence of four words or more', () => {
    const found = [
      ...candidatesOf(page(passage(0, 'heading', 'Hands off'), passage(1, 'paragraph', 'Orbis has a plan.'))),
    ];
    expect(found.map(({ passage: { text } }) => text)).toEqual(['Orbis has a plan.']);
  });

  it('is nothing that a paragraph about the author says', () => {
    const text = 'Ada Quill is a senior writer at the Ledger. She is passionate about agents that redefine work.';
    const sentences = [
      { start: 0, end: 43, candidate: true },
      { start: 44, end: text.length, candidate: true },
    ];
    expect([...candidatesOf(page({ ...passage(0, 'paragraph', text), sentences }))]).toEqual([]);
  });

  it('is read with the sentence before it, an item with what leads in to its list', () => {
    const list = page(
      passage(0, 'paragraph', 'Others took up the tune, and said so:'),
      passage(1, 'item', 'Vantrell put AI into its ledgers.', 0),
      passage(2, 'item', 'Ostrick opened an archive for paper.', 0),
      passage(3, 'paragraph', 'Nobody asked what it had cost.'),
    );
    expect([...candidatesOf(list)].map(({ previous }) => previous)).toEqual([
      '',
      'Others took up the tune, and said so:',
      'Others took up the tune, and said so:',
      'Ostrick opened an archive for paper.',
    ]);
  });
});
