import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, follow, readPage } from '@/lib/article';
import { nameFields } from '../named-fields';
import { dom, FILLER, HREF } from './dom';

const TEXT =
  'Kelmore said that its AI assistant now does the work of 700 support agents, to polite applause in the hall.';
const PARAGRAPHS = `${TEXT} `.repeat(3);

/** A followed document under fake time; mutations are delivered as microtasks, as in a browser. */
function setUp(result: () => unknown = () => true, body = FILLER, verify?: () => boolean) {
  const jsdom = dom(`<!doctype html><html lang="en"><body>${body}</body></html>`, { visible: true });
  const { window } = jsdom;
  const { document } = window;
  const changes: Change['reason'][] = [];
  // A window of jsdom takes only signals of its own.
  const controller = new window.AbortController();
  const host = document.createElement('peel-margin');
  const watchTrees = follow(document, {
    signal: controller.signal,
    onChange: ({ reason }) => {
      changes.push(reason);
      return result();
    },
    isOwn: (node) => node === host || host.contains(node),
    ...(verify && { verify }),
  });
  const add = (text: string, parent: Element = document.body) => {
    const p = document.createElement('p');
    p.textContent = text;
    parent.append(p);
    return p;
  };
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { jsdom, window, document, changes, controller, host, add, wait, watchTrees };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an edited claim', () => {
  /** A paragraph whose figure is one text node, as frameworks make them. */
  function claimed(fruitful = () => false) {
    let told = '';
    const world = setUp(fruitful, FILLER, () => figure.data !== told && told !== '');
    const p = world.document.createElement('p');
    const figure = world.document.createTextNode('60');
    p.append('Kelmore says that its AI does the work of ', figure, ' analysts.');
    world.document.body.append(p);
    const edit = (figures: string) => {
      told = figure.data;
      figure.data = figures;
    };
    return { ...world, edit, settle: () => world.wait(120_000) };
  }

  it('is read again at once, even two characters of it and while the follower rests', async () => {
    const { add, changes, edit, settle, wait } = claimed();
    await settle();
    for (let i = 0; i < 5; i++) {
      add(TEXT);
      await wait(20_000);
    }
    add(TEXT);
    await wait(300);
    const before = changes.length;
    edit('90');
    await wait(300);
    expect(changes.slice(before)).toEqual(['content']);
  });

  it.each([
    ['ticks like a clock', 1_000, true],
    ['ticks like a slow clock', 10_000, true],
    ['is drawn anew all the time', 1_000, false],
  ])('is left alone ever longer where it %s', async (_what, every, fruitful) => {
    const { changes, edit, settle, wait } = claimed(() => fruitful);
    await settle();
    const before = changes.length;
    for (let at = 0; at < 120_000; at += every) {
      edit(String(1_000_000 + at));
      await wait(every);
    }
    expect(changes.length - before).toBeGreaterThan(0);
    expect(changes.length - before).toBeLessThan(10);
  });

  it('is read again at once each time that it is drawn anew with the same words, as by a page that polls', async () => {
    const { changes, edit, settle, wait } = claimed();
    await settle();
    for (let i = 0; i < 10; i++) {
      const before = changes.length;
      // What the test compares; to the pass they are the same words.
      edit(i % 2 ? '60' : '60 ');
      await wait(300);
      expect(changes.slice(before)).toEqual(['content']);
      await wait(9_700);
    }
  });

  it('is told from short text that no note stands beside', async () => {
    const verify = vi.fn(() => false);
    const { changes, document, wait } = setUp(() => true, FILLER, verify);
    const clock = document.createElement('p');
    document.body.append(clock);
    await wait(2_000);
    const before = changes.length;
    clock.textContent = '12:01';
    await wait(60_000);
    expect(verify).toHaveBeenCalled();
    expect(changes.length).toBe(before);
  });
});

describe('follow', () => {
  it('asks once for a burst', async () => {
    const { add, changes, wait } = setUp();
    for (let i = 0; i < 30; i++) add(TEXT);
    expect(changes).toEqual([]);
    await wait(300);
    expect(changes).toEqual(['content']);
    await wait(60_000);
    expect(changes).toEqual(['content']);
  });

  it('does not wait for ever while changes keep coming', async () => {
    const { add, changes, wait } = setUp();
    for (let i = 0; i < 14; i++) {
      add(TEXT);
      await wait(100);
    }
    expect(changes.length).toBeGreaterThanOrEqual(1);
    expect(changes.length).toBeLessThanOrEqual(3);
  });

  it.each<[string, (s: ReturnType<typeof setUp>) => void]>([
    [
      'our own host coming and going',
      ({ document, host }) => {
        document.documentElement.append(host);
        host.remove();
      },
    ],
    [
      'changes inside our own host',
      ({ document, host, add }) => {
        document.documentElement.append(host);
        add(TEXT, host);
      },
    ],
    [
      'scripts and styles',
      ({ document }) => {
        for (const tag of ['script', 'style', 'link']) {
          const e = document.createElement(tag);
          if (tag === 'style') e.textContent = `p { content: "${TEXT}" }`;
          document.head.append(e);
        }
      },
    ],
    ['boxes without text', ({ document }) => document.body.append(document.createElement('div'))],
    [
      'a counter',
      ({ add }) => {
        add('12,345');
      },
    ],
    [
      'a text box',
      ({ document, add }) => {
        const box = document.createElement('div');
        box.setAttribute('contenteditable', '');
        document.body.append(box);
        add(TEXT, box);
      },
    ],
    [
      'navigation',
      ({ document, add }) => {
        const nav = document.createElement('nav');
        document.body.append(nav);
        add(TEXT, nav);
      },
    ],
    ['attributes that show nothing new', ({ document }) => document.body.setAttribute('class', 'scrolled')],
  ])('is not moved by %s', async (_what, change) => {
    const s = setUp();
    change(s);
    await s.wait(60_000);
    expect(s.changes).toEqual([]);
  });

  it.each<[string, (s: ReturnType<typeof setUp>) => void]>([
    [
      'text edited in place',
      ({ document }) => {
        (document.querySelector('p')!.firstChild as Text).data = TEXT;
      },
    ],
    ['text taken out', ({ document }) => document.querySelector('p')!.remove()],
    [
      'a body replaced',
      ({ document }) => {
        const body = document.createElement('body');
        body.innerHTML = FILLER;
        document.body.replaceWith(body);
      },
    ],
    [
      'a host with a shadow root',
      ({ document }) => {
        const e = document.createElement('x-story');
        e.attachShadow({ mode: 'open' }).append(TEXT);
        document.body.append(e);
      },
    ],
    ...['form', 'pre'].map((tag): [string, (s: ReturnType<typeof setUp>) => void] => [
      `text in a ${tag}, which may be the article`,
      ({ document, add }) => {
        const holder = document.createElement(tag);
        document.body.append(holder);
        add(TEXT, holder);
      },
    ]),
    [
      'text in a form whose fields are called as what is asked of it',
      ({ document, add }) => {
        const form = document.createElement('form');
        nameFields(form, ['closest', 'matches']);
        add(TEXT, form);
        document.body.append(form);
      },
    ],
  ])('is moved by %s', async (_what, change) => {
    const s = setUp();
    change(s);
    await s.wait(2_000);
    expect(s.changes).toEqual(['content']);
  });

  it('rests after fruitless passes, longer each time', async () => {
    const { add, changes, wait } = setUp(() => false);
    for (let i = 0; i < 600; i++) {
      add('A line of no use to anybody.');
      await wait(100);
      if (i % 3 === 2) for (const p of [...(add('').parentElement?.children ?? [])].slice(-3)) p.remove();
    }
    // A minute of chatter: without rest it would be some 60 to 300 passes.
    expect(changes.length).toBeGreaterThan(2);
    expect(changes.length).toBeLessThan(45);
    const before = changes.length;
    await wait(120_000);
    expect(changes.length).toBeLessThanOrEqual(before + 1);
  });

  it('does not rest through a paragraph of news', async () => {
    const { add, changes, wait } = setUp(() => false);
    for (let i = 0; i < 8; i++) {
      await wait(40_000);
      add('A line of no use to anybody.');
    }
    // A pass has just been, and its rest has begun.
    await wait(2_000);
    const before = changes.length;
    add('Another line of no use.');
    await wait(2_000);
    expect(changes.length).toBe(before);
    add(PARAGRAPHS);
    await wait(2_000);
    expect(changes.length).toBe(before + 1);
  });

  it.each<[string, (s: ReturnType<typeof setUp>, text: string) => void]>([
    [
      'a sentence that ticks',
      ({ document }, text) => {
        (document.querySelector('p')!.firstChild as Text).data = text;
      },
    ],
    [
      'a sentence that is put anew',
      ({ document }, text) => {
        document.querySelector('p')!.textContent = text;
      },
    ],
    [
      'a title that blinks',
      ({ document }, text) => {
        document.title = text;
      },
    ],
  ])('rests through %s', async (_what, change) => {
    const s = setUp(() => false);
    for (let i = 0; i < 120; i++) {
      change(s, `${PARAGRAPHS} Updated ${i % 2 ? `${i} seconds` : 'a while'} ago.`);
      await s.wait(1_000);
    }
    expect(s.changes.length).toBeGreaterThan(2);
    expect(s.changes.length).toBeLessThan(12);
  });

  it.each<[string, (s: ReturnType<typeof setUp>) => void]>([
    [
      'that takes the place of others elsewhere, as in a feed of so many entries',
      ({ document, add }) => {
        add(PARAGRAPHS);
        document.querySelector('p')!.remove();
      },
    ],
    [
      'that streams into a line which is there',
      ({ document }) => {
        const line = [...document.querySelectorAll('p')].at(-1)!.firstChild as Text;
        line.data += PARAGRAPHS;
      },
    ],
  ])('does not rest through text %s', async (_what, change) => {
    const s = setUp(() => false);
    s.document.querySelector('p')!.textContent = PARAGRAPHS;
    for (let i = 0; i < 8; i++) {
      await s.wait(40_000);
      s.add('A line of no use to anybody.');
    }
    await s.wait(2_000);
    const before = s.changes.length;
    change(s);
    await s.wait(2_000);
    expect(s.changes.length).toBe(before + 1);
  });

  it('is eager again after a fruitful pass', async () => {
    let fruitful = false;
    const { add, changes, wait } = setUp(() => fruitful);
    for (let i = 0; i < 6; i++) {
      add('A line of no use to anybody.');
      await wait(40_000);
    }
    fruitful = true;
    add(TEXT);
    await wait(40_000);
    const before = changes.length;
    add('A line of no use to anybody.');
    await wait(300);
    expect(changes.length).toBe(before + 1);
  });

  it('notes another address and waits for its content', async () => {
    const { add, changes, wait, window } = setUp();
    window.history.pushState(null, '', '/business/vantrell');
    add(TEXT);
    await wait(300);
    expect(changes).toEqual(['navigation']);
  });

  it('is told of a navigation before the content is there', async () => {
    const { add, changes, wait, window } = setUp();
    window.history.pushState(null, '', '/business/vantrell');
    window.dispatchEvent(new window.Event('popstate'));
    await wait(50);
    add(TEXT);
    await wait(1_500);
    expect(changes[0]).toBe('navigation');
  });

  it('takes a new fragment for the same page', async () => {
    const { changes, wait, window } = setUp();
    window.history.pushState(null, '', '#notes');
    window.dispatchEvent(new window.Event('hashchange'));
    await wait(5_000);
    expect(changes).toEqual([]);
  });

  it('waits while the tab is hidden', async () => {
    const { add, changes, document, wait, window } = setUp();
    const hide = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new window.Event('visibilitychange'));
    };
    hide(true);
    add(TEXT);
    await wait(60_000);
    expect(changes).toEqual([]);
    hide(false);
    await wait(300);
    expect(changes).toEqual(['content']);
  });

  function comeBack(window: ReturnType<typeof setUp>['window']) {
    const event = new window.Event('pageshow');
    Object.defineProperty(event, 'persisted', { value: true });
    window.dispatchEvent(event);
  }

  it('looks again when the page comes back from the cache', async () => {
    const { changes, wait, window } = setUp();
    comeBack(window);
    await wait(300);
    expect(changes).toEqual(['restored']);
  });

  it('still knows that the page came back where it changes at once', async () => {
    const { add, changes, wait, window } = setUp();
    comeBack(window);
    add(TEXT);
    await wait(300);
    window.history.pushState(null, '', '/business/vantrell');
    window.dispatchEvent(new window.Event('popstate'));
    comeBack(window);
    await wait(300);
    expect(changes).toEqual(['restored', 'restored']);
  });

  it('does not rest when the page comes back', async () => {
    const { add, changes, wait, window } = setUp(() => false);
    for (let i = 0; i < 6; i++) {
      add('A line of no use to anybody.');
      await wait(40_000);
    }
    add('A line of no use to anybody.');
    await wait(300);
    comeBack(window);
    await wait(300);
    expect(changes.at(-1)).toBe('restored');
  });

  it('sees folded text come out', async () => {
    const { changes, document, wait } = setUp(
      undefined,
      `<article>${FILLER}<details><summary>More</summary><p>${TEXT}</p></details></article>`,
    );
    readPage(document, { href: HREF });
    document.querySelector('details')!.setAttribute('open', '');
    await wait(1_000);
    expect(changes).toEqual(['shown']);
  });

  it('sees text come out while something moves by script', async () => {
    const { changes, document, wait } = setUp(
      undefined,
      `<article>${FILLER}<p id="rest" class="more">${TEXT}</p></article><b>Ticker</b>`,
    );
    const rest = document.querySelector('#rest')!;
    rest.checkVisibility = () => rest.className === '';
    readPage(document, { href: HREF });
    rest.className = '';
    for (let i = 0; i < 20; i++) {
      document.querySelector('b')!.style.transform = `translateX(${i}px)`;
      await wait(50);
    }
    expect(changes[0]).toBe('shown');
  });

  const HIDDEN: [string, (e: HTMLElement) => void][] = [
    ['hidden', (e) => e.removeAttribute('hidden')],
    ['inert', (e) => e.removeAttribute('inert')],
    ['style="display: none"', (e) => e.style.removeProperty('display')],
    ['style="visibility: hidden"', (e) => e.style.removeProperty('visibility')],
    ['class="d-none"', (e) => e.classList.remove('d-none')],
    ['class="rest is-hidden"', (e) => e.classList.remove('is-hidden')],
  ];
  it.each(HIDDEN)('sees text come out that was held back by %s', async (held, show) => {
    const { changes, document, wait } = setUp(
      undefined,
      `<article>${FILLER}<p id="rest" ${held}>${TEXT}</p></article>`,
    );
    readPage(document, { href: HREF });
    document.body.setAttribute('class', 'scrolled');
    await wait(1_000);
    expect(changes).toEqual([]);
    show(document.querySelector('#rest')!);
    await wait(1_000);
    expect(changes).toEqual(['shown']);
    readPage(document, { href: HREF });
    document.body.setAttribute('class', '');
    await wait(60_000);
    expect(changes).toEqual(['shown']);
  });

  it.each([
    ['goes', ({ document }: ReturnType<typeof setUp>) => document.querySelector('style')!.remove()],
    [
      'is switched on',
      ({ document }: ReturnType<typeof setUp>) => document.querySelector('link')!.setAttribute('media', 'all'),
    ],
    [
      'has come',
      ({ document, window }: ReturnType<typeof setUp>) =>
        document.querySelector('link')!.dispatchEvent(new window.Event('load')),
    ],
  ])('sees text come out where a style sheet %s', async (_what, change) => {
    const s = setUp(undefined, `<style>p { visibility: hidden }</style><article>${FILLER}</article>`);
    let shown = false;
    for (const p of s.document.querySelectorAll('p')) p.checkVisibility = () => shown;
    readPage(s.document, { href: HREF });
    s.document.head.append(s.document.createElement('style'), s.document.createElement('link'));
    await s.wait(1_000);
    expect(s.changes).toEqual([]);
    shown = true;
    change(s);
    await s.wait(1_000);
    expect(s.changes).toEqual(['shown']);
  });

  it('rests through slides that turn and bring nothing to read', async () => {
    const { changes, document, wait } = setUp(
      () => false,
      `<article>${FILLER}<div id="one" hidden>${TEXT}</div><div id="two">${TEXT}</div></article>`,
    );
    const slides = ['#one', '#two'].map((id) => document.querySelector(id)!);
    for (let turn = 0; turn < 60; turn++) {
      readPage(document, { href: HREF });
      for (const [i, slide] of slides.entries()) slide.toggleAttribute('hidden', (turn + i) % 2 === 1);
      await wait(2_000);
    }
    expect(changes.length).toBeGreaterThan(2);
    expect(changes.length).toBeLessThan(30);
  });

  it('sees a whole article come out from behind a notice', async () => {
    const { changes, document, wait } = setUp(
      undefined,
      `<div><div>${FILLER}</div></div><div><article inert>${`<p>${TEXT}</p>`.repeat(5)}</article></div>`,
    );
    readPage(document, { href: HREF });
    document.querySelector('article')!.removeAttribute('inert');
    await wait(1_000);
    expect(changes).toEqual(['shown']);
  });

  it('is not moved by a menu, a label or a dialog that opens', async () => {
    const { changes, document, wait } = setUp(
      undefined,
      `<div><div hidden><p>${TEXT}</p></div></div><main><div role="dialog" hidden>${FILLER}</div>` +
        `<article>${FILLER}<p>Harbour <b hidden>the board’s own</b></p></article></main>`,
    );
    readPage(document, { href: HREF });
    for (const element of document.querySelectorAll('[hidden]')) element.removeAttribute('hidden');
    await wait(60_000);
    expect(changes).toEqual([]);
  });

  it('sees changes inside the shadow roots that were read', async () => {
    const { add, changes, controller, document, wait, watchTrees } = setUp();
    const host = document.createElement('x-story');
    const shadow = host.attachShadow({ mode: 'open' });
    for (let i = 0; i < 3; i++) shadow.append(Object.assign(document.createElement('p'), { textContent: TEXT }));
    document.body.append(host);
    await wait(1_000);
    expect(changes).toEqual(['content']);
    // Nobody but whoever read it can tell.
    readPage(document, { href: HREF });
    watchTrees();
    add(TEXT, shadow.querySelector('p')!);
    await wait(1_000);
    expect(changes).toEqual(['content', 'content']);
    controller.abort();
    watchTrees();
    add(TEXT, shadow.querySelector('p')!);
    await wait(1_000);
    expect(changes).toHaveLength(2);
  });

  it.each([0, 3_000, 10_000])('sees a shadow tree that an element has got %i ms after it was read', async (late) => {
    const body = `<x-story></x-story><article>${FILLER}</article>`;
    const { changes, document, wait, watchTrees } = setUp(() => read(), body);
    const read = () => {
      readPage(document, { href: HREF });
      watchTrees();
      return true;
    };
    read();
    await wait(late);
    const p = document.createElement('p');
    p.textContent = TEXT;
    document.querySelector('x-story')!.attachShadow({ mode: 'open' }).append(p);
    expect(changes).toEqual([]);
    await wait(15_000);
    expect(changes).toEqual(['shown']);
    // What is in it is followed from then on.
    p.append(TEXT);
    await wait(60_000);
    expect(changes).toEqual(['shown', 'content']);
  });

  it('never runs two passes at once, and keeps what came meanwhile', async () => {
    let running = 0;
    let most = 0;
    const slow = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      running--;
      return true;
    };
    const { add, changes, wait } = setUp(slow);
    add(TEXT);
    await wait(500);
    add(TEXT);
    await wait(10_000);
    expect(most).toBe(1);
    expect(changes).toHaveLength(2);
  });

  it('survives a pass that fails', async () => {
    const { add, changes, wait } = setUp(() => Promise.reject(new Error('no')));
    add(TEXT);
    await wait(500);
    add(PARAGRAPHS);
    await wait(3_000);
    expect(changes).toHaveLength(2);
  });

  it('ends with its signal', async () => {
    const { add, changes, controller, wait, window } = setUp();
    add(TEXT);
    controller.abort();
    add(TEXT);
    window.history.pushState(null, '', '/business/vantrell');
    window.dispatchEvent(new window.Event('popstate'));
    await wait(60_000);
    expect(changes).toEqual([]);
  });

  it('does nothing for a signal that has ended already', async () => {
    const { AbortSignal, document } = dom(FILLER, { visible: true }).window;
    const onChange = vi.fn();
    follow(document, { signal: AbortSignal.abort(), onChange, isOwn: () => false });
    document.body.append(TEXT);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onChange).not.toHaveBeenCalled();
  });
});
