/** Where claims stand in a page's text, in the terms of the Web Annotation Data Model. */
import type { TextPlace } from '@/lib/model';
import { bodyOf } from '../page-document';

/** How much text before and after a quotation tells it from its like, in code units. */
const AROUND = 32;

const points = (text: string): number => [...text].length;

/**
 * Places of `items` in the text of the body of `document`: all of its text nodes one after the other, as `textContent`
 * gives it. What does not begin and end in it, as in a shadow tree, is left out.
 */
export function placesOf(document: Document, items: readonly { index: number; range: Range }[]): TextPlace[] {
  const starts = new Map<Node, { unit: number; point: number }>();
  const walker = document.createTreeWalker(bodyOf(document) ?? document, 4 /* NodeFilter.SHOW_TEXT */);
  let text = '';
  let point = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    starts.set(node, { unit: text.length, point });
    text += node.data;
    point += points(node.data);
  }
  return items.flatMap(({ index, range }) => {
    const first = starts.get(range.startContainer);
    const last = starts.get(range.endContainer);
    if (!first || !last) return [];
    const from = first.unit + range.startOffset;
    const to = last.unit + range.endOffset;
    return [
      {
        index,
        start: first.point + points(text.slice(first.unit, from)),
        end: last.point + points(text.slice(last.unit, to)),
        exact: text.slice(from, to),
        prefix: text.slice(Math.max(0, from - AROUND), from),
        suffix: text.slice(to, to + AROUND),
      },
    ];
  });
}
