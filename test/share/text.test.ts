import { describe, expect, it } from 'vitest';
import { endOf, type Measure, setText } from '@/lib/share/text';
import fc from '../property';

const each: Measure = (text, { size }) => [...text].length * size;
const font = { size: 1, weight: 400 } as const;

describe('setting text', () => {
  it('loses no character and passes no edge, wherever it breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, width) => {
        const { lines, cut } = setText(text, font, width, each);
        expect(cut).toBe(false);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        for (const line of lines) {
          expect(text.slice(line.start, line.end)).toBe(line.text);
          const single = [...new Intl.Segmenter('en').segment(line.text)].length < 2;
          expect(single || line.indent + line.width <= width).toBe(true);
        }
      }),
    );
  });

  it('hangs the rest of a turn or of a list’s line under its first word', () => {
    const { lines } = setText('— one two three\n2. four five six\nplain and so on', font, 10, each);
    expect(lines.map(({ text, indent }) => [text, indent])).toEqual([
      ['— one two', 0],
      ['three', 2],
      ['2. four', 0],
      ['five', 2.5],
      ['six', 2.5],
      ['plain and', 0],
      ['so on', 0],
    ]);
  });

  it('leaves no word alone on a line where its neighbour can come along', () => {
    const broken = (text: string, width: number) => setText(text, font, width, each).lines.map((line) => line.text);
    const claim = broken('claims process end to end without any human intervention', 15);
    expect(claim.join(' | ')).toBe('claims process | end to end | without | any human | intervention');
    const list = broken('AGENDA\n4. Whether he can have a second chair.\n5. None.', 34);
    expect(list.join(' | ')).toBe('AGENDA | 4. Whether he can have | a second chair. | 5. None.');
    expect(broken('they co-create text understandably', 14)).toEqual(['they co-create', 'text', 'understandably']);
  });

  it('says so when it has to cut, and cuts at the end', () => {
    const { lines, cut } = setText('one two three four', font, 9, each, 1);
    expect([lines.map(({ text }) => text), cut]).toEqual([['one two…'], true]);
    expect(endOf('news.example.com', font, 12, each)).toBe('…example.com');
    expect(endOf('example.com', font, 11, each)).toBe('example.com');
  });
});

describe('a figure', () => {
  it('stands on one line with its millions', () => {
    const lines = setText('It was worth $41 billion in all', { size: 1, weight: 400 }, 16, each).lines;
    expect(lines.map(({ text }) => text)).toEqual(['It was worth', '$41 billion', 'in all']);
    expect(setText('2.3 million', { size: 1, weight: 400 }, 8, each).torn).toBe(true);
  });
});
