import { describe, expect, it } from 'vitest';
import { type Choice, chosenRows, EVERYTHING, namesIn, rowsOf } from '@/lib/ledger/rows';
import { marks, statusOf } from './fixture';

const rows = rowsOf(statusOf());
const listed = (choice: Partial<Choice>) => chosenRows(rows, { ...EVERYTHING, ...choice }).map(({ index }) => index);

describe('rows', () => {
  it('hold the sentence, the marked words in it, and all that is said of them', () => {
    expect(rows[0]).toMatchObject({
      family: 'claim',
      name: 'Work counted in people',
      hype: { score: 0, band: 'plain' },
      sentence: 'On Monday it was said that The assistant does the work of 700 agents, Kelmore said.',
      quote: 'The assistant does the work of 700 agents',
      question: 'By whose count?',
      receipt: { publisher: 'The Gazette' },
      painted: true,
    });
    expect(rows[1]).toMatchObject({ family: 'announcement', hype: null, note: '', receipt: null });
  });

  it('fall back on the marked words where the sentence does not hold them', () => {
    const claims = marks().map((one) => ({ ...one, sentence: 'Something else.' }));
    expect(rowsOf({ claims }).every(({ sentence, quote }) => sentence === quote)).toBe(true);
  });

  it('name by what it is about where the kind is in doubt', () => {
    const [one] = marks();
    if (one) one.claim.kindSure = false;
    expect(rowsOf({ claims: one ? [one] : [] })[0]?.name).toBe('Something about work');
  });
});

describe('choosing', () => {
  it.each<[string, Partial<Choice>, number[]]>([
    ['everything', {}, [0, 1, 2, 3]],
    ['claims', { family: 'claim' }, [0, 2]],
    ['announcements', { family: 'announcement' }, [1, 3]],
    ['a kind', { name: 'Launch' }, [1]],
    ['a kind that is not there', { name: 'Setback' }, []],
    ['what has a note', { noted: true }, [0, 2, 3]],
    ['words in any order', { text: 'kelmore  MONDAY' }, [0]],
    ['words without accents', { text: 'cafe' }, [2]],
    ['plain quotation marks', { text: '"having' }, [0]],
    ['words of the question', { text: 'whom' }, [3]],
    ['words of the receipt', { text: 'gazette' }, [0]],
    ['nothing at all', { text: 'zeppelin' }, []],
    ['several at once', { family: 'announcement', noted: true, text: 'kelmore' }, [3]],
  ])('lets by %s', (_what, choice, expected) => {
    expect(listed(choice)).toEqual(expected);
  });

  it('sorts by hype, announcements last and in their order, and by kind', () => {
    // Scores are 0, 37, 74 and 11; announcements have none.
    expect(listed({ order: 'hype' })).toEqual([2, 0, 1, 3]);
    expect(listed({ order: 'kind' })).toEqual([2, 1, 3, 0]);
  });

  it('leaves the rows themselves alone', () => {
    listed({ order: 'hype' });
    expect(rows.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
  });

  it('counts the names', () => {
    expect(namesIn([...rows, ...rows.slice(1, 2)])).toEqual([
      { name: 'As good as a person', count: 1 },
      { name: 'Launch', count: 2 },
      { name: 'Money raised', count: 1 },
      { name: 'Work counted in people', count: 1 },
    ]);
  });
});
