// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSurface } from '@/lib/overlay/surface';
import { IN_CARD, watchOwn, watchPage, watchPointer } from '@/lib/overlay/watch';

let controller = new AbortController();
beforeEach(() => {
  controller = new AbortController();
});
afterEach(() => {
  controller.abort();
  document.querySelector('peel-margin')?.remove();
});

describe('what grows on the page', () => {
  /** Who is observed, and the way to say that they grew. */
  const observed = new Set<Element>();
  let grow: (...targets: Element[]) => void = () => {};
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(seen: (entries: { target: Element }[]) => void) {
          grow = (...targets) => seen(targets.map((target) => ({ target })));
        }
        observe = (element: Element) => observed.add(element);
        unobserve = (element: Element) => observed.delete(element);
        disconnect = () => observed.clear();
      },
    );
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    document.body.replaceChildren();
  });

  it('is looked at where body and scroller keep their size: what is in them, what comes and what goes', async () => {
    document.body.innerHTML = '<div><main><p>Story</p></main></div><footer></footer>';
    const [app, scroller, story, footer] = [...document.querySelectorAll('div,main,p,footer')] as Element[];
    const events = { layout: vi.fn(), settled: vi.fn(), switched: vi.fn(), fits: () => true };
    watchPage(document, { ...events, scroller: () => scroller! }, controller.signal);
    expect(observed).toEqual(new Set([document.body, app, footer, scroller, story]));
    grow(...observed);
    await vi.advanceTimersByTimeAsync(500);
    expect([events.layout, events.settled].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    for (let i = 0; i < 3; i++) grow(story!);
    await vi.advanceTimersByTimeAsync(500);
    expect([events.layout, events.settled].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
    grow(app!, document.body);
    await vi.advanceTimersByTimeAsync(500);
    expect([events.layout, events.settled].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    const notice = document.createElement('aside');
    footer!.replaceWith(notice);
    await vi.advanceTimersByTimeAsync(500);
    expect(observed.has(notice)).toBe(true);
    expect(observed.has(footer!)).toBe(false);
    expect([events.layout, events.settled].map(({ mock }) => mock.calls.length)).toEqual([1, 2]);
    controller.abort();
    expect(observed.size).toBe(0);
  });

  it('waits until the page has come to rest, and is not watched one by one where it is many', async () => {
    document.body.innerHTML = `<div></div>${'<p></p>'.repeat(500)}`;
    const events = { layout: vi.fn(), settled: vi.fn(), switched: vi.fn(), fits: () => true };
    watchPage(document, { ...events, scroller: () => null }, controller.signal);
    expect(observed).toEqual(new Set([document.body]));
    grow(document.body);
    for (let i = 0; i < 20; i++) {
      document.dispatchEvent(new Event('scroll'));
      document.body.append(document.createElement('p'));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(observed.size).toBe(1);
    expect(events.settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(500);
    expect(events.settled).toHaveBeenCalledOnce();
  });
});

it('places are set anew when two fingers change what is seen of the window', async () => {
  vi.useFakeTimers();
  const seen = new EventTarget();
  vi.stubGlobal('visualViewport', seen);
  const events = { layout: vi.fn(), settled: vi.fn(), switched: vi.fn(), fits: () => true };
  watchPage(document, { ...events, scroller: () => null }, controller.signal);
  seen.dispatchEvent(new Event('resize'));
  await vi.advanceTimersByTimeAsync(500);
  expect(events.layout).toHaveBeenCalled();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe.each(['transitionend', 'animationend'])('at %s', (type) => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('positions are looked at, also where one ends after the other all the time', async () => {
    const events = { layout: vi.fn(), settled: vi.fn(), switched: vi.fn(), fits: () => true };
    watchPage(document, { ...events, scroller: () => null }, controller.signal);
    await vi.advanceTimersByTimeAsync(500);
    expect(events.settled).not.toHaveBeenCalled();
    for (let i = 0; i < 10; i++) {
      document.body.dispatchEvent(new Event(type, { bubbles: true }));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(events.settled.mock.calls.length).toBeGreaterThan(2);
    expect(events.settled.mock.calls.length).toBeLessThan(10);
  });
});

describe('what is done on the page', () => {
  const events = () => ({
    find: () => 'c0',
    hover: vi.fn(),
    click: vi.fn(),
    escape: vi.fn(),
    isOwn: () => false,
    isInteractive: () => false,
  });

  it('is not heard where a script pretends it', async () => {
    const heard = events();
    watchPointer(document, heard, controller.signal);
    document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    document.body.dispatchEvent(new MouseEvent('pointermove', { bubbles: true }));
    document.dispatchEvent(new Event('pointerleave'));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await new Promise((done) => requestAnimationFrame(done));
    for (const each of [heard.hover, heard.click, heard.escape]) expect(each).not.toHaveBeenCalled();
  });

  /** What the reader does, by type: jsdom's own events are all made up. */
  function byHand(heard: ReturnType<typeof events>) {
    const listeners = new Map<string, (event: object) => void>();
    const fake = {
      defaultView: window,
      getSelection: () => null,
      addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    } as unknown as Document;
    watchPointer(fake, heard, controller.signal);
    return listeners;
  }

  it('is heard where the reader does it', () => {
    const heard = events();
    const listeners = byHand(heard);
    const real = { isTrusted: true, button: 0, target: document.body, composedPath: () => [document.body] };
    listeners.get('click')?.({ ...real, clientX: 1, clientY: 1 });
    listeners.get('keydown')?.({ ...real, key: 'Escape' });
    listeners.get('pointerleave')?.(real);
    expect(heard.click).toHaveBeenCalledWith('c0');
    expect(heard.escape).toHaveBeenCalledOnce();
    expect(heard.hover).toHaveBeenCalledWith(null);
  });

  it('is known by where the pointer was last in a frame, and by what it was on there', async () => {
    const heard = { ...events(), find: vi.fn(() => 'c0') };
    const listeners = byHand(heard);
    const [menu, text] = [document.createElement('nav'), document.createElement('p')];
    const move = (target: Element, clientX: number) =>
      listeners.get('pointermove')?.({
        isTrusted: true,
        buttons: 0,
        target,
        clientX,
        clientY: 5,
        composedPath: () => [target],
      });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    move(menu, 10);
    move(text, 200);
    await frame();
    expect(heard.find.mock.calls).toEqual([[200, 5, text]]);
    heard.hover.mockClear();
    move(text, 201);
    listeners.get('pointerleave')?.({ isTrusted: true });
    await frame();
    expect(heard.hover.mock.calls).toEqual([[null]]);
  });
});

describe('what is done in Peel’s own root', () => {
  it('is told by where it was done, also where that is gone by then, and never by what the page is called', () => {
    const host = document.body.appendChild(document.createElement('div'));
    host.className = 'card';
    host.dataset.key = 'page';
    const root = host.attachShadow({ mode: 'closed' });
    root.innerHTML = '<p></p><div data-key="c1"><b></b></div><div class="card"><div><button></button></div></div>';
    const events = { hover: vi.fn(), click: vi.fn(), focus: vi.fn(), escape: vi.fn() };
    watchOwn(root, events, controller.signal);
    const button = root.querySelector('button')!;
    button.addEventListener('click', () => button.parentElement!.remove());
    for (const name of ['p', 'b', 'button'])
      root.querySelector(name)!.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    expect(events.click.mock.calls).toEqual([
      [null, false],
      ['c1', false],
      [IN_CARD, true],
    ]);
    host.remove();
  });
});

describe('the surface', () => {
  const PRESSES = [
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'click',
    'auxclick',
    'contextmenu',
    'touchstart',
  ];
  it.each([...PRESSES, 'touchend', 'keydown', 'keyup', 'input', 'focusin'])('keeps %s from the page', (type) => {
    const surface = createSurface(document, controller.signal);
    surface.attach();
    const inside = vi.fn();
    const outside = vi.fn();
    const button = surface.sheet.appendChild(document.createElement('button'));
    button.addEventListener(type, inside);
    for (const target of [document, window, surface.host])
      target.addEventListener(type, outside, { signal: controller.signal });
    button.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    expect(inside).toHaveBeenCalledOnce();
    expect(outside).not.toHaveBeenCalled();
    // Sanity: they do listen.
    document.dispatchEvent(new Event(type, { bubbles: true }));
    expect(outside).toHaveBeenCalled();
  });

  it('knows when the page hides it, lets it fade or throws it out', () => {
    const surface = createSurface(document, controller.signal);
    expect(surface.faded()).toBe(false);
    surface.attach();
    expect(surface.faded()).toBe(false);
    for (const [name, value] of [
      ['opacity', '0.05'],
      ['visibility', 'hidden'],
      ['display', 'none'],
      ['transform', 'translateX(-9999px)'],
    ] as const) {
      const before = surface.host.style.cssText;
      surface.host.style.setProperty(name, value, 'important');
      expect(surface.faded(), name).toBe(true);
      surface.host.style.cssText = before;
      expect(surface.faded()).toBe(false);
    }
    surface.remove();
    expect(surface.faded()).toBe(false);
  });
});
