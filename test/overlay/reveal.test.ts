// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearOf, reveal } from '@/lib/overlay/reveal';
import { NARROW } from '@/lib/overlay/sheet';

const WINDOW = { left: 0, top: 0, right: 390, bottom: 800 };
const bars: HTMLElement[] = [];

function bar(top: number, bottom: number, style: string, name = 'div'): void {
  const made = document.body.appendChild(document.createElement(name));
  made.style.cssText = style;
  made.getBoundingClientRect = () => new DOMRect(0, top, 390, bottom - top);
  bars.push(made);
}

afterEach(() => {
  for (const made of bars.splice(0)) made.remove();
});

/** jsdom lays nothing out: what is at a point is what says that it is. */
function clear() {
  document.elementsFromPoint = (_, y) =>
    bars.filter((made) => {
      const { top, bottom } = made.getBoundingClientRect();
      return top <= y && bottom > y;
    });
  Object.defineProperty(window, 'innerHeight', { value: 800, configurable: true });
  const { top, bottom } = clearOf(document, WINDOW, 195);
  return [top, bottom];
}

describe('the window without its bars', () => {
  it('is the window where there is none', () => expect(clear()).toEqual([0, 800]));
  it('ends where a header and a footer begin', () => {
    bar(0, 60, 'position: fixed');
    bar(740, 800, 'position: sticky');
    expect(clear()).toEqual([60, 740]);
  });
  it('is no less for what scrolls away, for what is high, or for what is ours', () => {
    bar(0, 60, 'position: relative');
    bar(0, 700, 'position: fixed');
    bar(0, 300, 'position: fixed', 'peel-margin');
    expect(clear()).toEqual([0, 800]);
  });
});

describe('a claim that is gone to', () => {
  afterEach(() => {
    document.body.replaceChildren();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it.each([
    ['stays in the middle of a window that has its card beside it', NARROW, 0],
    ['goes to the top of one that has its card on a sheet', NARROW - 1, 1],
  ])('%s', (_, width, times) => {
    vi.stubGlobal('innerWidth', width);
    vi.stubGlobal('innerHeight', 800);
    document.elementsFromPoint = () => [];
    Element.prototype.scrollIntoView = () => undefined;
    const scrolled = vi.spyOn(window, 'scrollBy').mockImplementation(() => undefined);
    const range = document.createRange();
    range.selectNodeContents(document.body.appendChild(document.createElement('p')));
    range.getBoundingClientRect = () => new DOMRect(10, 400, 300, 20);
    reveal(range, window);
    expect(scrolled).toHaveBeenCalledTimes(times);
    // Where the article scrolls by itself, the window would not move.
    const box = document.body.appendChild(document.createElement('div'));
    box.style.overflowY = 'auto';
    Object.defineProperty(box, 'scrollHeight', { value: 2000 });
    box.scrollBy = vi.fn();
    box.append(range.startContainer);
    range.selectNodeContents(box.firstChild!);
    reveal(range, window);
    expect(box.scrollBy).toHaveBeenCalledTimes(times);
    expect(scrolled).toHaveBeenCalledTimes(times);
  });
});
