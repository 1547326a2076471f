import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPage } from '@/lib/article';
import { dom, FILLER, HREF, seen } from './dom';

/** A page in a browser that hides `.gone` by a style sheet, and clips `.dot` to a pixel and `.sliver` to none, moves `.away` off. */
function page(body: string) {
  const { window } = dom(`<!doctype html><html lang="en"><body><article>${body}${FILLER}</article></body></html>`);
  const { prototype } = window.Element;
  Object.defineProperty(prototype, 'checkVisibility', {
    value(this: Element) {
      return this.closest('.gone') === null;
    },
  });
  vi.stubGlobal('scrollX', 0);
  vi.stubGlobal(
    'getComputedStyle',
    (element: Element) =>
      ({
        position: element.matches('.dot,.sliver,.away') ? 'absolute' : 'static',
        clip: element.matches('.sliver') ? 'rect(1px, 1px, 1px, 1px)' : 'auto',
        display: 'inline',
      }) as CSSStyleDeclaration,
  );
  vi.spyOn(prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    if (this.matches('.dot')) return { width: 1, height: 1, right: 60 } as DOMRect;
    return { width: 80, height: 20, right: this.matches('.away') ? -900 : 120 } as DOMRect;
  });
  return readPage(window.document, { href: HREF });
}

const first = (body: string) => page(body).page.passages[0]?.text;

describe('text that only a style sheet hides', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it.each([
    ['Orbis <span class="gone">said to have </span>sold its ferry.', 'Orbis sold its ferry.'],
    ['Orbis<span class="gone"> quietly</span> sold its ferry.', 'Orbis sold its ferry.'],
    ['<i class="gone">New: </i>Orbis sold its ferry.', 'Orbis sold its ferry.'],
    ['Orbis sold its ferry.<span class="gone"> Again.</span>', 'Orbis sold its ferry.'],
    ['Orbis <b>sold <i class="gone">off </i>its</b> ferry.', 'Orbis sold its ferry.'],
    ['Orbis <span class="gone">one <b>two </b></span>sold its ferry.', 'Orbis sold its ferry.'],
    ['Orbis sold <a href="#">its ferry<span class="dot"> (opens in a new window)</span></a>.', 'Orbis sold its ferry.'],
    ['Orbis <i class="away">quietly </i>sold its ferry.', 'Orbis sold its ferry.'],
    ['Orbis <i class="sliver">quietly </i>sold its ferry.', 'Orbis sold its ferry.'],
    ['Orbis<br><span class="gone">has</span> sold its ferry.', 'Orbis sold its ferry.'],
    ['Orbis sold <span>its</span> ferry.', 'Orbis sold its ferry.'],
    ['Orbis <i class="gone">quietly </i>sold 10<sup>12</sup> ferries.', 'Orbis sold 10^12 ferries.'],
    ['Orbis sold 10<sup class="gone">12</sup> ferries.', 'Orbis sold 10 ferries.'],
  ])('%s', (markup, text) => expect(first(`<p>${markup}</p>`)).toBe(text));

  it('leaves nothing of a paragraph that holds nothing else', () =>
    expect(first('<p><span class="gone">Orbis sold its ferry to the harbour board in the spring.</span></p>')).toMatch(
      /^The harbour board met/,
    ));
  it('cuts nothing off where it stands between two line breaks', () => {
    const { passages } = page(
      '<p>Orbis opened its quay.<br><span class="gone">Opens in a new window</span><br>It sold its <b>ferry</b>.</p>',
    ).page;
    expect(passages.slice(0, 2).map(({ text }) => text)).toEqual(['Orbis opened its quay.', 'It sold its ferry.']);
  });
  it('is not between the words that are found again on the page', () => {
    const found = page(
      '<p>The quay is shut. <i class="gone">It is not. </i>Orbis sold <b>its</b> ferry. Nobody saw.</p>',
    );
    const { text } = found.page.passages[0]!;
    const start = text.indexOf('Orbis');
    expect(seen(found.locate(0, { start, end: text.indexOf(' Nobody') }))).toBe('Orbis sold its ferry.');
  });
});
