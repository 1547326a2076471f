// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOverlay, type OverlayActions, type OverlayItem, type OverlayView } from '@/lib/overlay';
import { fakeCopying } from './copying';
import { actions, claim, note, straight } from './fixtures';

vi.mock('@/lib/overlay/trusted', async () => ({ isTrusted: (await import('./copying')).isTrusted }));

/** A page has no sizes here: each text node is a line of its own, 40 pixels apart, in a column from 400 to 1000. */
function rectOf(range: Range): DOMRect {
  const texts = [...document.body.querySelectorAll('p')];
  const row = texts.findIndex((each) => each.contains(range.startContainer));
  return new DOMRect(left, 100 + row * 40, 600, 20);
}
let left = 400;
let root: ShadowRoot;
let page: string;
let controller = new AbortController();
const serialised = () => document.documentElement.outerHTML;
const host = () => document.querySelector('peel-margin');
const notes = () => [...root.querySelectorAll<HTMLElement>('[data-key]')];

function rangeOf(paragraph: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  return range;
}

function view(over: Partial<OverlayView> = {}): OverlayView {
  const items = [...document.querySelectorAll('p')].map(
    (paragraph, index): OverlayItem => ({
      index,
      claim: claim({ id: `c${index}`, quote: paragraph.textContent ?? '' }),
      range: rangeOf(paragraph),
      parts: {},
      straight: straight(),
      note: index === 1 ? null : note({ claim: index, text: `Joke ${index}.` }),
      earlier: false,
    }),
  );
  const href = 'http://localhost/a?id=1';
  return { href, level: 'roast', room: 'open', side: 'auto', print: false, items, headline: null, end: null, ...over };
}

function start(over: Partial<OverlayActions> = {}) {
  controller = new AbortController();
  return { overlay: createOverlay(document, actions(over), controller.signal), controller };
}

beforeEach(() => {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    expect(init.mode).toBe('closed');
    root = attach.call(this, init);
    return root;
  });
  const proto = Range.prototype as { getClientRects?: unknown; getBoundingClientRect?: unknown };
  proto.getClientRects = function (this: Range) {
    return this.collapsed || !this.startContainer.isConnected ? [] : [rectOf(this)];
  };
  proto.getBoundingClientRect = function (this: Range) {
    return rectOf(this);
  };
  Element.prototype.scrollIntoView = () => undefined;
  vi.spyOn(window, 'scrollBy').mockImplementation(() => undefined);
  Object.defineProperty(document.documentElement, 'clientWidth', { value: 1440, configurable: true });
  Object.defineProperty(document.documentElement, 'scrollHeight', { value: 2000, configurable: true });
  const texts = ['It does the work of 700.', 'It saves time.', 'It never sleeps.'];
  document.body.replaceChildren(
    ...texts.map((text) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
  page = serialised();
});
afterEach(() => {
  controller.abort();
  host()?.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('paper', () => {
  const lines = () => [...root.querySelectorAll('.paper-note')].map((each) => each.textContent?.trim());
  it('gets the notes in the order of the page, each after its words, and only where they are wanted', () => {
    document.body.innerHTML = '<p>One claim.</p><p>Two claims.</p><p>Three claims.</p>';
    const { overlay } = start();
    overlay.paint(view());
    expect(lines()).toEqual([]);
    overlay.paint(view({ print: true }));
    expect(lines()).toEqual(['“One claim.” Joke 0.', '“Three claims.” Joke 2.']);
    overlay.hide(true);
    expect(lines()).toEqual([]);
    overlay.hide(false);
    expect(lines()).toHaveLength(2);
    overlay.paint(view({ print: true, level: 'straight' }));
    expect(lines()).toEqual([]);
    controller.abort();
  });
});

it('takes the heights of notes anew when the reader has changed the size of text', () => {
  let size = 1;
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(() => 100 * size);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, 0, 200, 20 * size));
  const { overlay } = start();
  const tops = () =>
    [...root.querySelectorAll<HTMLElement>('.note')].map(({ style }) =>
      Number(/, ([\d.]+)px/.exec(style.transform)?.[1]),
    );
  const apart = () => {
    overlay.paint(view());
    const [first = 0, second = 0] = tops();
    return second - first;
  };
  const before = apart();
  expect(before).toBeGreaterThanOrEqual(100);
  size = 2;
  expect(apart()).toBe(before + 100);
});

describe('a new report on the same page', () => {
  /** As if a mark had come in before all others: each sentence counts one more. */
  const recounted = () => {
    const { items, ...rest } = view();
    return { ...rest, items: items.map((item) => ({ ...item, index: item.index + 1 })) };
  };
  const card = () => root.querySelector<HTMLElement>('.card');

  it('leaves an open card with its sentence, as it was pressed', async () => {
    const deciding = vi.fn(async () => ['700']);
    const { overlay } = start({ deciding });
    overlay.paint(view());
    overlay.open(2);
    const before = card();
    expect(before?.getAttribute('aria-label')).toContain('It never sleeps.');
    [...before!.querySelectorAll('button')].find(({ textContent }) => textContent === 'Why this?')?.click();
    await vi.waitFor(() => expect(before?.querySelector('.deciding')?.textContent).toBe('700'));
    overlay.paint(recounted());
    expect(card()).toBe(before);
    expect(card()?.getAttribute('aria-label')).toContain('It never sleeps.');
    expect(card()?.querySelector('.why')).not.toBeNull();
    expect(card()?.querySelector('.deciding')?.textContent).toBe('700');
    expect(deciding.mock.calls).toEqual([[2]]);
    overlay.next();
    expect(card()?.getAttribute('aria-label')).toContain('It does the work of 700.');
  });

  it('leaves the keyboard on the note that it was on, and takes it back there from a card', () => {
    const { overlay } = start();
    overlay.paint(view());
    const button = root.querySelector<HTMLElement>('[data-key="c2"] button')!;
    button.focus();
    overlay.paint(recounted());
    expect(root.activeElement).toBe(button);
    button.click();
    expect(root.activeElement).toBe(card());
    overlay.paint(view());
    card()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(root.activeElement).toBe(button);
  });

  it.each(['another is counted so', 'none is'])(
    'closes the card of a sentence that is no longer marked, and gives the keyboard back: %s',
    (how) => {
      const { overlay } = start();
      const link = document.body.appendChild(document.createElement('a'));
      link.href = '#';
      link.focus();
      overlay.paint(view());
      overlay.open(2);
      expect(root.activeElement).toBe(card());
      const { items, ...rest } = view();
      const more = how === 'none is' ? 0 : 1;
      overlay.paint({ ...rest, items: items.slice(0, 2).map((item) => ({ ...item, index: item.index + more })) });
      expect(card()).toBeNull();
      expect(document.activeElement).toBe(link);
    },
  );
});

describe('a card that peeks', () => {
  const label = () => root.querySelector('.card')?.getAttribute('aria-label') ?? null;
  const over = (key: string) =>
    root.querySelector(`[data-key="${key}"]`)?.dispatchEvent(new Event('pointerover', { bubbles: true }));
  beforeEach(() => vi.useFakeTimers());

  it('makes room for that of the next mark, which stays', () => {
    const { overlay } = start();
    overlay.paint(view({ level: 'straight' }));
    over('c0');
    vi.advanceTimersByTime(300);
    expect(label()).toContain('It does the work of 700.');
    over('c1');
    vi.advanceTimersByTime(300);
    expect(label()).toContain('It saves time.');
    vi.advanceTimersByTime(1_000);
    expect(label()).toContain('It saves time.');
    root.querySelector('.list')?.dispatchEvent(new Event('pointerover', { bubbles: true }));
    vi.advanceTimersByTime(300);
    expect(label()).not.toBeNull();
    vi.advanceTimersByTime(100);
    expect(label()).toBeNull();
  });

  it('is that of the sentence under the pointer, also when it is counted anew meanwhile', () => {
    const { overlay } = start();
    const { items, ...rest } = view({ level: 'straight' });
    overlay.paint({ ...rest, items });
    over('c1');
    vi.advanceTimersByTime(100);
    overlay.paint({ ...rest, items: items.map((item) => ({ ...item, index: item.index + 1 })) });
    vi.advanceTimersByTime(300);
    expect(label()).toContain('It saves time.');
  });
});

describe('what it puts on the page', () => {
  it('is nothing before there is something to show', () => {
    const { overlay } = start();
    expect(serialised()).toBe(page);
    overlay.paint(view({ items: [] }));
    expect(serialised()).toBe(page);
  });

  it('is one element outside the body, with a closed shadow root', () => {
    const { overlay } = start();
    const body = document.body.outerHTML;
    overlay.paint(view());
    expect(document.body.outerHTML).toBe(body);
    expect(document.querySelectorAll('peel-margin')).toHaveLength(1);
    expect(host()?.parentElement).toBe(document.documentElement);
    expect(host()?.shadowRoot).toBeNull();
    expect(overlay.isOwn(host()!)).toBe(true);
    expect(overlay.isOwn(root.querySelector('.list')!)).toBe(true);
    expect(overlay.isOwn(document.body)).toBe(false);
  });

  it.each(['clear', 'abort'])('leaves no trace after %s', (how) => {
    const { overlay, controller } = start();
    overlay.paint(view());
    overlay.open(0);
    if (how === 'clear') overlay.clear();
    else controller.abort();
    expect(serialised()).toBe(page);
    if (how === 'abort') overlay.paint(view());
    expect(host()).toBeNull();
  });

  it('comes back when the page throws it out, and gives up in the end, with every underline', async () => {
    const highlights = new Map<string, unknown>();
    vi.stubGlobal('CSS', { highlights });
    vi.stubGlobal('Highlight', class {});
    const { overlay } = start();
    overlay.paint(view());
    expect(highlights.size).toBeGreaterThan(0);
    let times = 0;
    while (host() && times < 20) {
      host()?.remove();
      times += 1;
      await new Promise((done) => setTimeout(done, 5));
    }
    expect(times).toBeGreaterThan(1);
    expect(times).toBeLessThan(8);
    expect(() => overlay.next()).not.toThrow();
    expect(highlights.size).toBe(0);
    overlay.paint(view());
    expect(highlights.size).toBe(0);
  });
});

describe('notes', () => {
  it('stand in the order of the page, whatever order they come in', () => {
    const { overlay } = start();
    const given = view();
    overlay.paint({ ...given, items: given.items.toReversed() });
    expect(notes().map((each) => each.dataset.key)).toEqual(['c0', 'c1', 'c2']);
    expect(root.querySelector('section')?.getAttribute('aria-label')).toContain('Peel');
  });

  it('are marked as satire, each of them, at every level that jokes', () => {
    const { overlay } = start();
    for (const level of ['eyebrow', 'roast', 'onion'] as const) {
      overlay.paint(
        view({
          level,
          headline: { card: { text: 'Other', line: 'x' }, anchor: rangeOf(document.querySelector('p')!) },
        }),
      );
      const jokes = [...root.querySelectorAll('.note')];
      expect(jokes).toHaveLength(3);
      for (const joke of jokes) expect(joke.querySelector('.satire')?.textContent).toBe('Satire');
    }
  });

  it('are none at Straight Face and in a room without jokes', () => {
    const { overlay } = start();
    overlay.paint(view({ level: 'straight' }));
    expect(root.textContent).not.toContain('Joke');
    overlay.paint(view({ room: 'straight-face' }));
    expect(root.textContent).not.toContain('Joke');
    overlay.open(0);
    expect(root.querySelector('.card')?.textContent).not.toContain('Joke');
  });

  it.each([
    ['by a switch of its own', (page: HTMLElement) => page.setAttribute('style', 'background-color: rgb(0, 0, 0)')],
    [
      'with the system',
      (page: HTMLElement, scheme: EventTarget) => {
        for (const each of page.children) (each as HTMLElement).style.backgroundColor = 'rgb(0, 0, 0)';
        scheme.dispatchEvent(new Event('change'));
      },
    ],
  ])('turn dark where the page does, %s, and the open card with them', async (_, darken) => {
    vi.useFakeTimers();
    const scheme = new EventTarget();
    vi.stubGlobal('matchMedia', () => scheme);
    const { overlay } = start();
    overlay.paint(view());
    overlay.open(0);
    expect(root.querySelector('.cards')?.className).toContain('light');
    const measured = vi.spyOn(Range.prototype, 'getClientRects');
    document.documentElement.dataset.scrolled = 'far';
    await vi.advanceTimersByTimeAsync(500);
    delete document.documentElement.dataset.scrolled;
    expect(measured).not.toHaveBeenCalled();
    darken(document.body, scheme);
    await vi.advanceTimersByTimeAsync(500);
    expect(root.querySelector('.cards')?.className).toContain('dark');
    expect(measured).toHaveBeenCalled();
    document.body.removeAttribute('style');
    vi.unstubAllGlobals();
  });

  it('go along with a column that slides sideways', () => {
    vi.useFakeTimers();
    const { overlay } = start();
    overlay.paint(view());
    const places = () => notes().map(({ style }) => style.transform);
    const before = places();
    left = 300;
    document.body.dispatchEvent(new Event('transitionend', { bubbles: true }));
    vi.advanceTimersByTime(500);
    left = 400;
    expect(places()).not.toEqual(before);
  });

  it('are dropped beside words that changed, and no others', () => {
    const { overlay } = start();
    overlay.paint(view());
    expect(overlay.verify()).toEqual([]);
    (document.querySelector('p')!.firstChild as Text).data = 'It does the work of 7.';
    document.querySelectorAll('p')[2]!.remove();
    expect(overlay.verify()).toEqual([0, 2]);
    expect(notes().map((each) => each.dataset.key)).toEqual(['c1']);
    expect(overlay.verify()).toEqual([]);
  });

  it('are drawn whole where the one that has the focus is taken away, of which Chromium tells in the middle of it', async () => {
    const { overlay } = start();
    overlay.paint(view());
    const first = () => root.querySelector<HTMLElement>('[data-key="c0"] button')!;
    const { remove } = Element.prototype;
    vi.spyOn(Element.prototype, 'remove').mockImplementation(function (this: Element) {
      if (this.contains(root.activeElement))
        root.activeElement!.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
      remove.call(this);
    });
    first().focus();
    expect(notes()[0]?.className).toContain('lit');
    overlay.paint(view({ level: 'eyebrow' }));
    await Promise.resolve();
    overlay.paint(view({ level: 'onion' }));
    expect(root.querySelectorAll('section.margin')).toHaveLength(1);
    expect(notes()[0]?.className).toContain('onion');
    expect(notes()[0]?.className).not.toContain('lit');
    overlay.clear();
    expect(root.querySelectorAll('section.margin')).toHaveLength(0);
  });

  it('take the page off and put it back, and say so once', () => {
    vi.useFakeTimers();
    const { overlay } = start();
    overlay.paint(view());
    overlay.hide(true);
    expect(notes()).toHaveLength(0);
    expect(root.querySelector('.live')?.textContent).toContain('hidden');
    vi.advanceTimersByTime(5_000);
    expect(serialised()).toBe(page);
    overlay.paint(view());
    expect(serialised()).toBe(page);
    overlay.hide(false);
    expect(notes()).toHaveLength(3);
    // Words that come onto the page with what holds them are not read out.
    const live = () => root.querySelector('.live')?.textContent;
    expect(live()).not.toContain('are back');
    vi.advanceTimersByTime(200);
    expect(live()).toContain('are back');
    overlay.hide(true);
    overlay.hide(false);
    expect(live()).toContain('are back');
    overlay.hide(true);
    vi.advanceTimersByTime(5_000);
    // The last word counts, however soon it comes.
    overlay.hide(false);
    overlay.hide(true);
    vi.advanceTimersByTime(200);
    expect(live()).toContain('hidden');
    vi.advanceTimersByTime(5_000);
    expect(live()).toBe('');
    overlay.hide(false);
    vi.advanceTimersByTime(200);
    expect(live()).toContain('are back');
    vi.advanceTimersByTime(10_000);
    expect(live()).toBe('');
    expect(notes()).toHaveLength(3);
  });
});

describe('the card', () => {
  const card = () => root.querySelector<HTMLElement>('.card');

  it('is a labelled dialog that takes the focus and gives it back', () => {
    const { overlay } = start();
    const link = document.body.appendChild(document.createElement('a'));
    link.href = '#';
    link.focus();
    overlay.paint(view());
    overlay.open(0);
    expect(card()?.getAttribute('role')).toBe('dialog');
    expect(card()?.getAttribute('aria-label')).toContain('It does the work of 700.');
    expect(root.activeElement).toBe(card());
    card()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(card()).toBeNull();
    expect(document.activeElement).toBe(link);
  });

  it('goes round with next and previous', () => {
    const { overlay } = start();
    overlay.paint(view());
    const labels: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      overlay.next();
      labels.push(card()?.getAttribute('aria-label') ?? '');
    }
    expect(labels[0]).toContain('700');
    expect(labels[2]).toContain('never sleeps');
    expect(labels[3]).toBe(labels[0]);
    overlay.previous();
    expect(card()?.getAttribute('aria-label')).toBe(labels[2]);
  });

  it('stays open with a new line when the page is painted again, and closes with its claim', () => {
    const { overlay } = start();
    overlay.paint(view());
    overlay.open(0);
    const given = view();
    const [first, ...rest] = given.items;
    overlay.paint({ ...given, items: [{ ...first!, note: note({ text: 'Another.' }) }, ...rest] });
    expect(card()?.textContent).toContain('Another.');
    overlay.paint({ ...given, items: rest });
    expect(card()).toBeNull();
  });

  it('opens for a note that is pressed and closes when it is pressed again', () => {
    const { overlay } = start();
    overlay.paint(view());
    const tag = root.querySelector<HTMLElement>('[data-key="c0"] button')!;
    tag.click();
    expect(card()).not.toBeNull();
    root.querySelector<HTMLElement>('[data-key="c0"] button')?.click();
    expect(card()).toBeNull();
  });

  it('hands over marked text and a link to the sentence', async () => {
    const writeText = vi.fn(async (_: string) => undefined);
    vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
    const { overlay } = start();
    overlay.paint(view());
    overlay.open(0);
    [...root.querySelectorAll('button')].find((each) => each.textContent === 'Copy')?.click();
    await vi.waitFor(() => expect(card()?.textContent).toContain('Copied.'));
    expect(writeText.mock.calls[0]?.[0]).toMatch(
      /^“It does the work of 700\.”\nJoke 0\. \(satire\)\nhttp:\/\/localhost\/a\?id=1#:~:text=/,
    );
    vi.unstubAllGlobals();
  });

  it.each([true, false])(
    'copies by selecting where there is no clipboard (which works: %s), leaving the page’s selection alone',
    async (works) => {
      const copying = fakeCopying(() => root, works);
      const paragraph = document.querySelector('p')!;
      document.getSelection()?.setBaseAndExtent(paragraph.firstChild!, 0, paragraph.firstChild!, 5);
      const { overlay } = start();
      overlay.paint(view());
      overlay.open(0);
      [...root.querySelectorAll('button')].find((each) => each.textContent === 'Copy')?.click();
      await vi.waitFor(() => expect(card()?.textContent).toContain(works ? 'Copied.' : 'did not let Peel copy'));
      if (works) expect(copying.clipboard.get('text/plain')).toContain('Joke 0. (satire)');
      copying.end();
      expect(document.getSelection()?.toString()).toBe('It do');
      expect(root.querySelectorAll('textarea')).toHaveLength(works ? 0 : 1);
    },
  );

  describe('what is asked away', () => {
    const press = (name: string) =>
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    const said = () => root.querySelector('.toast p')?.textContent ?? null;
    const begin = async (put: OverlayActions['put'], button: string) => {
      const { overlay } = start({ put: (away, unwanted) => (away ? put(away, unwanted) : Promise.resolve('')) });
      overlay.paint(view());
      overlay.open(0);
      if (button !== 'Not a claim') {
        press('Not here');
        await vi.waitFor(() => expect(root.querySelector('.away')).not.toBeNull());
      }
      press(button);
      return overlay;
    };

    it.each([
      ['Not a claim', { what: 'mark', id: 'c0' }, 'No claim, then. This sentence will not be marked again.'],
      ['Not on this page', { what: 'page' }, 'Peel sits this page out.'],
      ['Not on this site', { what: 'site' }, 'Peel is off on localhost.'],
      [
        'No more “Work counted in people”',
        { what: 'kind', kind: 'labour-equivalence' },
        'No more “Work counted in people”, on any page.',
      ],
    ])('is said, and taken back: %s', async (button, unwanted, words) => {
      const put = vi.fn<OverlayActions['put']>(async () => '');
      const overlay = await begin(put, button);
      expect(put).toHaveBeenCalledWith(true, unwanted);
      await vi.waitFor(() => expect(said()).toBe(words));
      expect(card()).toBeNull();
      await vi.waitFor(() => expect(root.querySelector('.live')?.textContent).toContain(words));
      // What was asked for clears the page: the way back stays, and then nothing does.
      overlay.clear();
      expect(root.querySelector('.note')).toBeNull();
      expect(host()).not.toBeNull();
      press('Undo');
      expect(serialised()).toBe(page);
    });

    it('stays in sight where more is left, and goes with Peel', async () => {
      const overlay = await begin(async () => '', 'Not a claim');
      await vi.waitFor(() => expect(said()).not.toBeNull());
      overlay.paint(view());
      expect(said()).not.toBeNull();
      expect(root.querySelector('.note')).not.toBeNull();
      controller.abort();
      expect(serialised()).toBe(page);
    });

    it('says so where it could not be taken back', async () => {
      const { overlay } = start({ put: async (away) => (away ? '' : 'No answer: reload this page.') });
      overlay.paint(view());
      overlay.open(0);
      press('Not a claim');
      await vi.waitFor(() => expect(said()).toContain('No claim, then.'));
      press('Undo');
      await vi.waitFor(() => expect(said()).toBe('No answer: reload this page.'));
      expect(root.querySelector('.toast button')).toBeNull();
    });

    it('offers no way back from what could not be done, but for a mark, which went in any case', async () => {
      await begin(async () => 'The list is full.', 'Not on this site');
      await vi.waitFor(() => expect(said()).toBe('The list is full.'));
      expect(root.querySelector('.toast button')).toBeNull();
      controller.abort();
      await begin(async () => 'The list is full.', 'Not a claim');
      await vi.waitFor(() => expect(said()).toBe('Gone until this page is left. The list is full.'));
      expect(root.querySelector('.toast button')).not.toBeNull();
    });
  });

  it('shows a joke that was asked for on the card alone where the reader wants a straight face', () => {
    const { overlay } = start();
    overlay.paint(view({ level: 'straight' }));
    expect(root.querySelector('.note')).toBeNull();
    overlay.open(0);
    expect(card()?.querySelector('.joke')?.textContent).toContain('Joke 0.');
    overlay.open(1);
    expect([...card()!.querySelectorAll('button')].map(({ textContent }) => textContent)).toContain('Write one');
    overlay.paint(view({ level: 'straight', room: 'straight-face' }));
    overlay.open(0);
    expect(card()?.querySelector('.joke')).toBeNull();
    expect(card()?.textContent).not.toContain('Write one');
  });

  it('ignores calls for claims that are not there', () => {
    const { overlay } = start();
    for (const call of [() => overlay.open(9), () => overlay.next(), () => overlay.verify()]) {
      expect(call).not.toThrow();
    }
    overlay.paint(view());
    overlay.open(9);
    expect(card()).toBeNull();
  });
});

describe('in a narrow window', () => {
  const card = () => root.querySelector<HTMLElement>('.card');
  const way = (name: string) => root.querySelector<HTMLElement>(`.way.${name}`);
  beforeEach(() => {
    vi.stubGlobal('innerWidth', 390);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('the card lies on a sheet, and leads to the neighbours and back', () => {
    const { overlay } = start();
    overlay.paint(view());
    overlay.open(0);
    expect(card()?.classList.contains('low')).toBe(true);
    expect(root.querySelector('.at')?.textContent).toBe('1 of 3');
    way('on')?.click();
    expect(card()?.getAttribute('aria-label')).toContain('It saves time.');
    expect(root.activeElement).toBe(way('on'));
    expect(root.querySelector('.at')?.textContent).toBe('2 of 3');
    way('back')?.click();
    way('back')?.click();
    expect(card()?.getAttribute('aria-label')).toContain('It never sleeps.');
    expect(root.activeElement).toBe(way('back'));
    root.querySelector<HTMLElement>('.close')?.click();
    expect(card()).toBeNull();
  });

  it('a lone claim has no ways, and a wide window no sheet', () => {
    const { overlay } = start();
    const given = view();
    overlay.paint({ ...given, items: given.items.slice(0, 1) });
    overlay.open(0);
    expect(card()?.classList.contains('low')).toBe(true);
    expect(way('on')).toBeNull();
    root.querySelector<HTMLElement>('.close')?.click();
    vi.stubGlobal('innerWidth', 1440);
    overlay.paint(view());
    overlay.open(0);
    expect(card()?.classList.contains('low')).toBe(false);
    expect(way('on')).toBeNull();
  });

  it.each([true, false])(
    'the page goes to the claim above the sheet, at once where nothing is to move: %s',
    (still) => {
      vi.stubGlobal('innerHeight', 180);
      vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
      const page = document.documentElement;
      Object.defineProperty(document, 'scrollingElement', { value: page, configurable: true });
      page.scrollBy = vi.fn();
      const { overlay } = start();
      overlay.paint(view({ still }));
      root.querySelector<HTMLElement>('[data-key="c2"] button')?.click();
      expect(card()?.classList.contains('low')).toBe(true);
      expect(page.scrollBy).toHaveBeenCalledExactlyOnceWith({
        top: expect.any(Number),
        behavior: still ? 'instant' : 'smooth',
      });
      Reflect.deleteProperty(document, 'scrollingElement');
      Reflect.deleteProperty(page, 'scrollBy');
    },
  );

  it('says so when the page hides it', () => {
    const { overlay } = start();
    expect(overlay.isFaded()).toBe(false);
    overlay.paint(view());
    expect(overlay.isFaded()).toBe(false);
    (host() as HTMLElement).style.setProperty('opacity', '0', 'important');
    expect(overlay.isFaded()).toBe(true);
  });
});
