import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isBoxed, stuckIn } from '@/lib/share/page-obstacles';

const WINDOW = { clientWidth: 1000, clientHeight: 800 };

/** A page of `body`, in which an element with `data-tall` holds that many pixels of content in a box as large as the window. */
function pageOf(body: string, length = 800) {
  const { window } = new JSDOM(`<body>${body}</body>`);
  const { document } = window;
  vi.stubGlobal('getComputedStyle', window.getComputedStyle.bind(window));
  const scroller = Object.defineProperties(document.documentElement, {
    clientWidth: { value: WINDOW.clientWidth },
    clientHeight: { value: WINDOW.clientHeight },
    scrollHeight: { value: length },
  });
  const dress = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>('[data-tall]'))
      Object.defineProperties(element, {
        clientWidth: { value: WINDOW.clientWidth },
        clientHeight: { value: WINDOW.clientHeight },
        scrollHeight: { value: Number(element.dataset.tall) },
      });
  };
  dress(document);
  return {
    document,
    dress,
    boxed: () => isBoxed(document, scroller),
    stuck: () => stuckIn(document, scroller, true).map(({ id }) => id),
  };
}

const CONSENT = '<div id="consent" style="position: fixed"></div>';

describe('what sticks to the window', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is hidden, but never the fixed box that the article scrolls in', () => {
    const own = pageOf(`<div id="app" data-tall="5000" style="position: fixed; overflow-y: auto"></div>${CONSENT}`);
    expect([own.boxed(), own.stuck()]).toEqual([true, ['consent']]);
    const inner = `<main data-tall="5000" style="overflow-y: scroll"></main>`;
    const around = pageOf(`<div id="app" style="position: fixed">${inner}${CONSENT}</div>`);
    expect([around.boxed(), around.stuck()]).toEqual([true, ['consent']]);
  });

  it('is nothing that goes along with the page', () => {
    const page = pageOf('<p id="told" style="position: absolute; bottom: 800px">Told.</p>');
    expect(page.stuck()).toEqual([]);
  });

  it('is no box either whose article is in a shadow root', () => {
    const page = pageOf(`<x-app id="app" style="position: fixed"></x-app>${CONSENT}`);
    const root = page.document.querySelector('x-app')?.attachShadow({ mode: 'open' }) as ShadowRoot;
    root.innerHTML = `<main data-tall="5000" style="overflow-y: auto"></main>`;
    page.dress(root);
    expect([page.boxed(), page.stuck()]).toEqual([true, ['consent']]);
  });

  it('is hidden, scrolling box or not, where the page itself scrolls', () => {
    const page = pageOf(`<div id="chat" data-tall="5000" style="position: fixed; overflow-y: auto"></div>`, 9000);
    expect([page.boxed(), page.stuck()]).toEqual([false, ['chat']]);
  });
});
