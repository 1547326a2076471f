// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { endOf, endsInLink, firstLine } from '@/lib/overlay/measure';

const asItWas = Range.prototype.getBoundingClientRect;
afterEach(() => {
  document.body.replaceChildren();
  Range.prototype.getBoundingClientRect = asItWas;
});

const LETTER = 10;
const PER_LINE = 40;

/** Lays the paragraph's letters out on lines of forty, ten pixels each. */
function setType(paragraph: Element): void {
  const at = (node: Node, offset: number): number => {
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(node, offset);
    const words = before.cloneContents();
    for (const unseen of words.querySelectorAll('template')) unseen.remove();
    return words.textContent!.replaceAll('\u200b', '').length;
  };
  Range.prototype.getBoundingClientRect = function (this: Range) {
    if (this.startContainer.parentElement?.localName === 'template') return new DOMRect();
    const [from, to] = [at(this.startContainer, this.startOffset), at(this.endContainer, this.endOffset)];
    const line = Math.floor(from / PER_LINE);
    return new DOMRect((from % PER_LINE) * LETTER, line * 20, (to - from) * LETTER, 20);
  };
}

/** The paragraph of `parts` (an element around every other one): how far the mark after its claim is moved, and its room. */
function moved(claim: string, parts: string[], name = 'a'): { letters: number; room: number } {
  const paragraph = document.body.appendChild(document.createElement('p'));
  parts.forEach((part, index) => {
    const text = document.createTextNode(part);
    if (index % 2 === 0) paragraph.append(text);
    else paragraph.appendChild(document.createElement(name)).append(text);
  });
  setType(paragraph);
  const holder = [...paragraph.childNodes].map((node) => node.firstChild ?? node) as Text[];
  const node = holder.find(({ data }) => data.includes(claim))!;
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(claim));
  range.setEnd(node, node.data.indexOf(claim) + claim.length);
  const last = range.getBoundingClientRect();
  const { right, room } = endOf(range, last, paragraph);
  return { letters: (right - last.right) / LETTER, room: room / LETTER };
}

describe('where a claim ends for the eye', () => {
  it.each([
    ['before a word', 0, ['A claim here and more.']],
    ['after a full stop', 1, ['A claim. And more.']],
    ['after comma and quotation mark', 2, ['“A claim,” she said.']],
    ['after bracket and stop', 2, ['(It is a claim). And more.']],
    ['before a dash', 0, ['A claim—and more.']],
    ['before an opening quotation mark', 0, ['A claim “so far”.']],
    ['at the end of a link, before what closes the sentence', 1, ['It is ', 'a claim', '. And more.']],
    ['through two of the page’s own elements', 4, ['It is a claim', '.', '”). And more.']],
    ['at the end of everything', 0, ['A claim']],
  ])('%s', (_, letters, parts) => {
    expect(moved('claim', parts).letters).toBe(letters);
  });

  it('is behind the figure of a footnote, which is the page’s own to press', () => {
    expect(moved('claim', ['A claim', '12', '. And more.'], 'sup').letters).toBe(3);
    expect(moved('claim', ['A claim.', '[a]', ' And more.'], 'sup').letters).toBe(4);
    expect(moved('claim', ['A claim', '12', ' and more.']).letters).toBe(0);
  });

  it('is on its own line, whatever closes it on the next', () => {
    const before = 'x'.repeat(PER_LINE - 5);
    expect(moved('claim', [`${before}claim`, '.” And more.']).letters).toBe(0);
  });

  it.each([
    ['before a word', 1, ['A claim. And more.']],
    ['at the end of everything', Number.POSITIVE_INFINITY, ['A claim.']],
    ['before space alone', Number.POSITIVE_INFINITY, ['A claim', '.', '  ']],
    ['before a word in an element', 1, ['A claim. ', 'And', ' more.']],
    ['right before a word', 0, ['A claim—and more.']],
  ])('knows the room on its line %s', (_, letters, parts) => {
    expect(moved('claim', parts).room).toBe(letters);
  });

  it('passes over what nobody sees', () => {
    expect(moved('claim', ['A claim', 'window.ad()', '. And more.'], 'template')).toEqual({ letters: 1, room: 1 });
    expect(moved('claim', ['A claim. ', 'window.ad()', 'And more.'], 'template').room).toBe(1);
    expect(moved('claim', ['A claim.\u200b And more.']).room).toBe(1);
  });

  it('has the rest of its line where the next word stands on the next', () => {
    const before = 'x'.repeat(PER_LINE - 8);
    expect(moved('claim', [`${before}claim.    And more.`]).room).toBe(Number.POSITIVE_INFINITY);
  });

  it('is where the words end if they do not end in text', () => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    paragraph.textContent = 'A claim.';
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    expect(endOf(range, new DOMRect(0, 0, 80, 20), paragraph)).toEqual({ right: 80, room: 0 });
    expect(endOf(range, new DOMRect(0, 0, 80, 20), null).right).toBe(80);
  });
});

describe('whether a claim ends in a link', () => {
  it.each([
    ['a link at its end', true, ['The firm said in a ', 'blog post']],
    ['a link before the full stop', true, ['The firm said in a ', 'blog post', '.']],
    ['a link far before its end', false, ['The ', 'firm', ' said in a blog post.']],
    ['a link after it', false, ['The firm said so.', ' Read on']],
    ['no link', false, ['The firm said so.']],
  ])('is told by its last words: %s', (_, linked, parts) => {
    const paragraph = document.body.appendChild(document.createElement('p'));
    parts.forEach((part, index) => {
      const link = Object.assign(document.createElement('a'), { href: '#', textContent: part });
      paragraph.append(index % 2 === 0 ? part : link);
    });
    const claims = [...paragraph.childNodes].filter(({ textContent }) => textContent !== ' Read on');
    const last = claims.at(-1)!.firstChild ?? claims.at(-1)!;
    const range = document.createRange();
    range.setStart(paragraph, 0);
    range.setEnd(last, last.textContent!.length);
    expect(endsInLink(range, paragraph)).toBe(linked);
  });
});

describe('the line that a claim begins on', () => {
  const box = (left: number, top: number, width: number, height = 20) => new DOMRect(left, top, width, height);

  it('holds its links and bold words', () => {
    const boxes = [box(100, 0, 60), box(160, 1, 50, 18), box(210, 0, 300), box(20, 24, 400)];
    expect(firstLine(boxes)).toEqual({ left: 100, right: 510, top: 0, bottom: 20 });
    expect(firstLine(boxes.reverse())).toEqual({ left: 20, right: 420, top: 24, bottom: 44 });
  });

  it('ends where the next begins, however tight the lines are set', () => {
    expect(firstLine([box(100, 0, 60), box(20, 15, 400)])).toMatchObject({ left: 100, right: 160 });
  });

  it('is none where there is no box', () => {
    expect(firstLine([])).toBeNull();
  });
});
