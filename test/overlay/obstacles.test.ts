// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it } from 'vitest';
import { findObstacles } from '@/lib/overlay/obstacles';
import { nameFields } from '../named-fields';

afterEach(() => document.body.replaceChildren());

const COLUMN = { left: 200, top: 0, right: 800, bottom: 4000 };
const XHTML = 'http://www.w3.org/1999/xhtml';
const MARGIN = { left: 820, top: 0, right: 1200, bottom: 4000 };

/** An element that says it is where `box` is. */
function placed(parent: Element, name: string, box: [number, number, number, number], style = ''): HTMLElement {
  const made = parent.appendChild(parent.ownerDocument.createElementNS(XHTML, name) as HTMLElement);
  made.style.cssText = style;
  const [left, top, width, height] = box;
  made.getBoundingClientRect = () => new DOMRect(left, top, width, height);
  return made;
}

function obstacles(page = document) {
  page.body.getBoundingClientRect = () => new DOMRect(0, 0, 1200, 4000);
  return findObstacles(page, [MARGIN], COLUMN, null, 'rgb(255, 255, 255)').obstacles;
}

describe('what stands in the margin', () => {
  it('is where it is', () => {
    const rail = placed(document.body, 'aside', [900, 0, 300, 4000]);
    placed(rail, 'img', [900, 100, 300, 250]);
    expect(obstacles()).toEqual([{ left: 900, right: 1200, top: 100, bottom: 350 }]);
  });

  it('blocks all the way that it follows the reader', () => {
    const rail = placed(document.body, 'aside', [900, 50, 300, 2000]);
    const box = placed(rail, 'div', [900, 100, 300, 250], 'position: sticky; top: 10px');
    placed(box, 'img', [900, 100, 300, 250]);
    expect(obstacles()).toEqual([{ left: 900, right: 1200, top: 50, bottom: 2050 }]);
  });

  it('goes nowhere if it sticks to no edge, or its parent ends where it ends', () => {
    const rail = placed(document.body, 'aside', [900, 0, 300, 2000]);
    placed(rail, 'img', [900, 100, 300, 250], 'position: sticky');
    const tight = placed(rail, 'div', [900, 700, 300, 250]);
    placed(tight, 'img', [900, 700, 300, 250], 'position: sticky; top: 0px');
    expect(obstacles().map(({ top, bottom }) => [top, bottom])).toEqual([
      [100, 350],
      [700, 950],
    ]);
  });

  it('is found in a shadow tree and in its slots, and sticks within what is around the slot', () => {
    const card = placed(document.body, 'div', [900, 0, 300, 3000]);
    const root = card.attachShadow({ mode: 'open' });
    const rail = placed(root as unknown as Element, 'div', [900, 200, 300, 1500]);
    placed(rail, 'slot', [0, 0, 0, 0], 'display: contents');
    placed(card, 'img', [900, 250, 300, 250], 'position: sticky; top: 10px');
    placed(root as unknown as Element, 'img', [900, 2000, 300, 100]);
    expect(obstacles().map(({ top, bottom }) => [top, bottom])).toEqual([
      [200, 1700],
      [2000, 2100],
    ]);
  });

  it('is found in a form whose fields are called as what is asked of it', () => {
    const form = placed(document.body, 'form', [900, 0, 300, 4000]);
    placed(form, 'img', [900, 100, 300, 250]);
    nameFields(form, ['children', 'contains', 'firstChild', 'parentElement', 'assignedSlot']);
    expect(obstacles()).toEqual([{ left: 900, right: 1200, top: 100, bottom: 350 }]);
  });

  it('is found in a page of XHTML, whose elements have names in small letters', () => {
    const page = `<html xmlns="${XHTML}"><head></head><body></body></html>`;
    const { document: strict } = new JSDOM(page, { contentType: 'application/xhtml+xml' }).window;
    placed(strict.body, 'img', [900, 100, 300, 250]);
    placed(strict.body, 'noscript', [900, 600, 300, 250]).textContent = 'Switch it on.';
    placed(strict.body, 'style', [900, 900, 300, 250], 'background-color: rgb(1, 2, 3)');
    expect(obstacles(strict)).toEqual([{ left: 900, right: 1200, top: 100, bottom: 350 }]);
  });

  it('is everywhere if it is fixed to the window', () => {
    placed(document.body, 'img', [900, 100, 300, 250], 'position: fixed');
    expect(obstacles()).toEqual([
      { left: 900, right: 1200, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY },
    ]);
  });
});
