import { describe, expect, it } from 'vitest';
import { vocabularyOf, wordPieces } from '@/lib/claims/network/word-pieces';

const PIECES = [
  '[PAD]',
  '[UNK]',
  '[CLS]',
  '[SEP]',
  'the',
  'agent',
  '##s',
  'un',
  '##believ',
  '##able',
  '40',
  '%',
  "'",
  'cafe',
  '人',
  '-',
];
const vocabulary = vocabularyOf(PIECES);
const pieces = (text: string, most = 64, fromEnd = false) =>
  wordPieces(text, vocabulary, most, fromEnd).map(({ id }) => PIECES[id]);

describe('word pieces', () => {
  it.each([
    ['The Agents', ['the', 'agent', '##s']],
    ['unbelievable', ['un', '##believ', '##able']],
    ['40%', ['40', '%']],
    ["agent's", ['agent', "'", '[UNK]']],
    ['Café', ['cafe']],
    ['the-agent', ['the', '-', 'agent']],
    ['人人', ['人', '人']],
    ['a\u00adgent', ['agent']],
    ['ag\u200bent', ['agent']],
    ['ag\u0000ent\ufffd', ['agent']],
    ['the\u00a0agent\tthe\nagent', ['the', 'agent', 'the', 'agent']],
    ['', []],
    ['   ', []],
    ['zzz', ['[UNK]']],
    ['the\ud83d agent', ['the', 'agent']],
  ])('%j', (text, wanted) => {
    expect(pieces(text)).toEqual(wanted);
  });

  it('says where each word stands in the text as given', () => {
    const text = 'The\u00a0un\u200bbelievable Café';
    const words = wordPieces(text, vocabulary, 64).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(['The', 'un\u200bbelievable', 'un\u200bbelievable', 'un\u200bbelievable', 'Café']);
  });

  it('keeps the first or the last', () => {
    expect(pieces('the agents 40 %', 2)).toEqual(['the', 'agent']);
    expect(pieces('the agents 40 %', 2, true)).toEqual(['40', '%']);
    const text = `${'the '.repeat(3000)}agent`;
    const last = wordPieces(text, vocabulary, 1, true)[0]!;
    expect(text.slice(last.start, last.end)).toBe('agent');
  });

  it('takes a word of a hundred thousand letters for one unknown piece', () => {
    expect(pieces('a'.repeat(100_000))).toEqual(['[UNK]']);
  });

  it('refuses a vocabulary without its special pieces', () => {
    expect(() => vocabularyOf(['the'])).toThrow(/special pieces/);
  });
});
