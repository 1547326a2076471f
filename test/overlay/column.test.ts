// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commonContainer, findColumn, scrollerOf } from '@/lib/overlay/column';
import { isInteractive, rangeAt } from '@/lib/overlay/hit-test';
import { nameFields } from '../named-fields';

const asItWas = Range.prototype.getBoundingClientRect;
const boxes = new Map<Node, DOMRect>();
beforeEach(() => {
  Range.prototype.getBoundingClientRect = function (this: Range) {
    return boxes.get(this.startContainer) ?? new DOMRect();
  };
});
afterEach(() => {
  document.body.replaceChildren();
  boxes.clear();
  Range.prototype.getBoundingClientRect = asItWas;
});

/** A paragraph whose text reaches from `left` to `right`, on several lines. */
function paragraph(left: number, right: number, height = 80): Element {
  const made = document.body.appendChild(document.createElement('p'));
  made.textContent = 'Some words of the article. '.repeat(10);
  boxes.set(made, new DOMRect(left, 0, right - left, height));
  return made;
}

describe('the column of the article', () => {
  it('reaches as far as its longest line, not as far as most', () => {
    const all = [880, 884, 891, 903, 886].map((right) => paragraph(267, right));
    expect(findColumn(all.slice(0, 1), document.body)).toMatchObject({ left: 267, right: 903 });
  });

  it('is as wide as the claim’s own lines, however many paragraphs are longer', () => {
    for (let i = 0; i < 20; i++) paragraph(267, 890);
    const claim = paragraph(267, 901);
    claim.textContent = 'A claim.';
    expect(findColumn([claim], document.body)).toMatchObject({ left: 267, right: 901 });
  });

  it('does not follow what is set wider or stands beside it', () => {
    for (const right of [880, 891, 890]) paragraph(267, right);
    paragraph(40, 1300);
    const aside = paragraph(950, 1200);
    expect(findColumn([aside], document.body)).toMatchObject({ left: 267, right: 891 });
  });

  it('takes ragged lines from the right as well', () => {
    const all = [300, 290, 284].map((left) => paragraph(left, 903));
    expect(findColumn(all.slice(0, 1), document.body)).toMatchObject({ left: 284, right: 903 });
  });

  it('is found in a form whose fields are called as what is asked of it', () => {
    const [claim, other] = [paragraph(267, 903), paragraph(267, 890)];
    const form = document.body.appendChild(document.createElement('form'));
    form.append(claim, other);
    nameFields(form, ['contains', 'parentElement', 'assignedSlot', 'closest', 'textContent']);
    expect(commonContainer([claim, other])).toBe(form);
    expect(findColumn([claim], form)).toMatchObject({ left: 267, right: 903 });
    expect(scrollerOf(claim)).toBeNull();
    expect(isInteractive(form)).toBe(false);
    const range = document.createRange();
    range.selectNodeContents(claim);
    range.getClientRects = () => [new DOMRect(0, 0, 100, 20)] as unknown as DOMRectList;
    expect(rangeAt([{ range }], 10, 10, form)).not.toBeNull();
  });

  it('is not there where nothing has a size', () => {
    const empty = document.body.appendChild(document.createElement('p'));
    expect(findColumn([empty], document.body)).toBeNull();
  });
});
