import { describe, expect, it } from 'vitest';
import { splitSentences } from '@/lib/article';
import fc from '../property';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Each case is written with a bar where one sentence ends and the next begins. */
const CASES: [string, string][] = [
  ['plain', 'Kelmore cut its staff.|It hired an assistant.'],
  ['decimals', 'Costs fell by 3.5% to $2.4 million.|The wait is 1.2 minutes.'],
  ['titles', 'Dr. Quill and Mr. Pell left.|Gov. Ames stayed.'],
  ['initials', 'A. J. Quill runs the firm.|So does J. Pell.'],
  ['a firm in the middle', 'Kelmore Inc. Chief Executive Ada Quill resigned.'],
  ['a firm at the end', 'She runs Kelmore Inc.|The firm makes lamps.'],
  ['corp and co', 'Vantrell Corp. shares fell.|Lumeric & Co. They make lamps.'.replace('Co. They', 'Co.|They')],
  ['country inside', 'The U.S. Army bought it.|It left the U.S.|The deal closed.'],
  ['hours', 'It opened at 9 a.m. Monday.|It closed at 5 p.m.|The doors stayed shut.'],
  ['stop inside the quotation', '“We did it.”|The board agreed.'],
  ['stop inside straight quotation marks', '"It works." |The board agreed.'.replace(' |', '|')],
  ['question put by a speaker', '“Does it work?” Ada Quill asked on Monday.|Nobody knew.'],
  ['exclamation carried on', '“It works!” said the chief executive.|It did.'],
  ['ellipsis within', 'It waited … and then answered.|It was wrong.'],
  ['ellipsis at the end', 'It waited...|Nothing came.'],
  ['question', 'Who asked?|Nobody.'],
  ['both marks', 'Really?!|Yes.'],
  ['parenthesis', 'It failed. (Twice.) It was sold.'.replace('failed. ', 'failed.|').replace(') It', ')|It')],
  ['numbered heading', '1. Document understanding is solved.|It reads forms.'],
  ['numbered as No.', 'It came in at No. 4 of the list.|The answer was No.|He left.'],
  ['months', 'It starts on Sept. 12 in Leeds.|It ends in Dec.|The snow comes then.'],
  ['names that begin small', 'It runs on iOS.|iPhone owners wait.|xAI does not.'],
  ['versus', 'Kelmore v. Vantrell was settled.|Smith vs. Jones was not.'],
  ['latin', 'It serves large firms, e.g. Vantrell, i.e. one firm.|No more.'],
  ['bullets inside', 'It offers|• faster answers|• fewer people'],
  ['version numbers', 'Halcyon 3.5 is here.|Node.js is not.'],
  ['footnotes', 'It is the best.[1]|It is the first.[2, 3]'],
  ['abbreviated vitamins', 'It recommends vitamin C. Nothing else.'.replace('C. N', 'C. N')],
  ['lower case after a stop', 'The .com of approx. ten firms was sold.'],
  ['no stop', 'AI does the work of 700 agents'],
  ['letters with stops before a small word', 'A.I. now writes 45 % of all letters.|It reads them, too.'],
  ['letters with stops at the end', 'Kelmore sold its A.I.|The firm makes lamps.'],
  ['a firm in the middle of a quotation', '"Kelmore Inc. said so."|It did.'],
  ['a case and a number', 'Kelmore v. Vantrell is No. 5 on the list, i.e. last.|No. 6 is open.'],
  ['an initial between names', 'Ada J. Quill Jr. joined Vantrell Corp. in Leeds.|She left.'],
  ['degrees', 'He has a Ph.D. in physics.|She has an M.B.A.|They met at work.'],
  ['versions', 'Halcyon v2.1.3 runs on Node 20.4.|Version 3.0 waits.'],
  ['measures', 'The shelf is 6 ft. high.|The delay is 0.1 ms.|The rest is silence.'],
  ['spaced ellipsis', 'It waited . . . and then answered.|It was wrong . . .|Nobody asked.'],
  ['quotation and bracket behind the stop', '(“It works.”)|[It does not.]|Then it was sold.'],
  ['another speaker after a quotation', '“Is that it?”|Another added nothing.'],
  ['bold lead with a stop', 'Faster.|Teams ship twice as fast.'],
  ['bold lead with a colon', 'Speed: Teams ship twice as fast.|Cost: nobody says.'],
  ['numbering with a sign', '#2. Build an assistant.|It takes a day.'],
  ['a credit at the end', '“It reads every letter.” – Ada Quill, chief executive of Kelmore Inc.'],
  ['a dash that is no credit', 'It reads every letter.|– But nobody answers.|So it goes.'],
  ['an emoji after the stop', 'It is here! 🚀|It reads letters. 🎉'],
  ['a date stuck to a name', 'By Ada Quill•Jan. 13 of this year'],
  ['question after letters with stops', 'Is it A.I.?|Nobody knows.'],
];

describe('splitSentences', () => {
  it.each(CASES)('%s', (_name, marked) => {
    const parts = marked.split('|');
    expect(split(parts.join(' '))).toEqual(parts);
  });

  it.each([
    ['It runs on our servers.This is new.', 'It runs on our servers.|This is new.'],
    ['“It works.”Kelmore said so.', '“It works.”|Kelmore said so.'],
    ['Ada Quill told Lumeric.“It works,” she said.', 'Ada Quill told Lumeric.|“It works,” she said.'],
    ['Who asked?Nobody did.', 'Who asked?|Nobody did.'],
    ['It calls console.Log() on ASP.NET and Node.js.', 'It calls console.Log() on ASP.NET and Node.js.'],
    ['The U.S.Army bought it.', 'The U.S.Army bought it.'],
  ])('where a space was lost: %s', (text, marked) => {
    expect(split(text)).toEqual(marked.split('|'));
  });

  it('splits nothing into nothing', () => {
    expect(splitSentences('')).toEqual([]);
    expect(splitSentences(' \n ')).toEqual([]);
  });

  it('covers every character but white space, in order, without overlap', () => {
    const word = fc.constantFrom(
      'Kelmore',
      'Inc.',
      'says.',
      '“Yes.”',
      'U.S.',
      '3.5',
      '…',
      '?!',
      'e.g.',
      ' ',
      '\n',
      '•',
      'A.',
      'the',
      '(No.)',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word).map((w) => w.join(' ')),
        ),
        (text) => {
          let at = 0;
          for (const { start, end } of splitSentences(text)) {
            expect(start).toBeGreaterThanOrEqual(at);
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
    );
  });

  // Where the work grew with the square of the text, this would run into the time limit of a test.
  it('comes to an end of a megabyte of hard sentences', () => {
    const text = 'Kelmore Inc. said that it cut 3.5% of costs... "Really?" it asked. '.repeat(20_000);
    expect(splitSentences(text).length).toBeGreaterThan(20_000);
  });

  it('does not choke on a megabyte without a stop, nor on one of stops', () => {
    expect(splitSentences('word '.repeat(200_000))).toHaveLength(1);
    expect(splitSentences('.'.repeat(1_000_000))).toHaveLength(1);
    expect(splitSentences('" '.repeat(500_000))).toHaveLength(1);
  });
});
