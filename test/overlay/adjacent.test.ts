// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { steppedOf } from '@/lib/overlay/adjacent';

afterEach(() => document.body.replaceChildren());

/** The ranges of all [bracketed] stretches of a document, whose brackets are taken out; `|` begins a new paragraph. */
function rangesOf(text: string): Range[] {
  return text.split('|').flatMap((part) => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    const spans: [number, number][] = [];
    let plain = '';
    let start = 0;
    for (const letter of part) {
      if (letter === '[') start = plain.length;
      else if (letter === ']') spans.push([start, plain.length]);
      else plain += letter;
    }
    const node = paragraph.appendChild(document.createTextNode(plain));
    return spans.map(([from, to]) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      return range;
    });
  });
}
const steps = (text: string) => {
  const ranges = rangesOf(text);
  const stepped = steppedOf(ranges);
  return ranges.map((range) => stepped.has(range));
};

describe('marks that touch', () => {
  it('are told apart, every second of a row', () => {
    expect(steps('[One claim]. [Two claims]. [Three claims].')).toEqual([false, true, false]);
    expect(steps('[It saves time], “[and it never sleeps],” she said.')).toEqual([false, true]);
    expect(steps('[It saves time] [and money]')).toEqual([false, true]);
  });

  it('are left alike where words or a paragraph stand between them', () => {
    expect(steps('[One claim], and [two claims].')).toEqual([false, false]);
    expect(steps('[One claim].|[Two claims].')).toEqual([false, false]);
    expect(steps('[One]. [Two]. Then [three]. [Four].')).toEqual([false, true, false, true]);
  });

  it('are told alike whatever nodes the words stand in', () => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    paragraph.innerHTML = 'One <b>claim</b>. <i>Two claims</i> and much more of it, <b>three claims</b>.';
    const [one, three] = paragraph.querySelectorAll('b');
    const over = (from: Node, to: Node) => {
      const range = document.createRange();
      range.setStart(from, 0);
      range.setEnd(to, to.textContent!.length);
      return range;
    };
    const two = paragraph.querySelector('i')!.firstChild!;
    const ranges = [
      over(one!.firstChild!, one!.firstChild!),
      over(two, two),
      over(three!.firstChild!, three!.firstChild!),
    ];
    expect([...steppedOf(ranges)]).toEqual([ranges[1]]);
    // From one node into the next, and back before its end: they overlap.
    const behind = two.parentNode!.nextSibling!;
    const long = over(one!.firstChild!, behind);
    long.setEnd(behind, 4);
    const inside = over(two, two);
    expect([...steppedOf([long, inside])]).toEqual([inside]);
  });

  it('count as touching where they overlap', () => {
    const [first] = rangesOf('[One claim and more].');
    const second = first!.cloneRange();
    second.setStart(first!.startContainer, 4);
    expect([...steppedOf([first!, second])]).toEqual([second]);
  });
});
