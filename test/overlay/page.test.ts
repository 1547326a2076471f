// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_KINDS, CLAIM_KINDS, type Claim, GROUPS, KINDS, type Kind } from '@/lib/model';
import { rootLevel } from '@/lib/overlay/column';
import { boxAt, isInteractive, rangeAt } from '@/lib/overlay/hit-test';
import { luminance, paintOf, parseColour, toneAt } from '@/lib/overlay/tone';
import { UNDERLINES, underlineOf } from '@/lib/overlay/underlines';
import { claimFixture } from '../claim-fixture';

afterEach(() => document.body.replaceChildren());

function element(name: string, style = '', parent: Element = document.body): HTMLElement {
  const made = document.createElement(name);
  made.style.cssText = style;
  return parent.appendChild(made);
}

describe('hit-testing', () => {
  it('finds the line under a point, with a little slack between lines', () => {
    const lines = [
      { left: 0, right: 100, top: 0, bottom: 20 },
      { left: 0, right: 50, top: 24, bottom: 44 },
    ];
    expect(boxAt(lines, 10, 22)).not.toBeNull();
    expect(boxAt(lines, 70, 30)).toBeNull();
    expect(boxAt(lines, 101, 10)).toBeNull();
  });

  it('does not reach through what covers the text', () => {
    const paragraph = element('p');
    paragraph.textContent = 'A claim.';
    const menu = element('div');
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    range.getClientRects = () => [new DOMRect(0, 0, 100, 20)] as unknown as DOMRectList;
    const item = { range };
    expect(rangeAt([item], 10, 10, paragraph)).toBe(item);
    expect(rangeAt([item], 10, 10, menu)).toBeNull();
    expect(rangeAt([item], 10, 10, null)).toBeNull();
    expect(rangeAt([item], 200, 10, paragraph)).toBeNull();
  });

  it('leaves clicks that mean something to the page alone', () => {
    const link = element('a');
    link.setAttribute('href', '#');
    expect(isInteractive(element('b', '', link))).toBe(true);
    expect(isInteractive(element('button'))).toBe(true);
    expect(isInteractive(element('p'))).toBe(false);
    expect(isInteractive(null)).toBe(false);
  });
});

describe('light and dark', () => {
  it('reads every way a computed colour is written', () => {
    expect(parseColour('rgb(255, 0, 0)')).toMatchObject({ r: 255, g: 0, a: 1 });
    expect(parseColour('rgba(0, 0, 0, 0)')).toMatchObject({ a: 0 });
    expect(parseColour('rgb(10 20 30 / 0.5)')).toMatchObject({ b: 30, a: 0.5 });
    expect(luminance(parseColour('oklch(0.2 0.1 200)')!)).toBeLessThan(0.1);
    expect(luminance(parseColour('lab(95 0 0)')!)).toBeGreaterThan(0.7);
    expect(luminance(parseColour('color(srgb 1 1 1)')!)).toBeCloseTo(1);
    expect(luminance(parseColour('oklch(1 0 0)')!)).toBeCloseTo(1);
    expect(luminance(parseColour('lab(50 0 0)')!)).toBeCloseTo(0.184, 3);
    expect(luminance(parseColour('lab(5 0 0)')!)).toBeCloseTo(0.0055, 3);
    expect(luminance(parseColour('lab(0.8 0 0)')!)).toBeLessThan(0.002);
    expect(parseColour('rubbish')).toBeNull();
    expect(parseColour('')).toBeNull();
  });

  it.each([
    // As rgb: 79 57 246; 0 122 85; 21 93 252; 98 116 142. White reads better on each.
    ['oklch(0.511 0.262 276.966)', 'dark'],
    ['oklch(0.508 0.118 165.612)', 'dark'],
    ['oklch(0.546 0.245 262.881)', 'dark'],
    ['oklch(0.554 0.046 257.417)', 'dark'],
    // 0 166 244; 144 161 185.
    ['oklch(0.685 0.169 237.323)', 'light'],
    ['oklch(0.704 0.04 256.788)', 'light'],
  ])('takes %s for %s, as its luminance is', (backgroundColor, tone) => {
    expect(paintOf({ backgroundImage: 'none', backgroundColor } as CSSStyleDeclaration)).toBe(tone);
  });

  it('goes by the nearest background that is painted', () => {
    const night = element('div', 'background-color: rgb(20, 20, 24)');
    const clear = element('p', 'background-color: rgba(255, 255, 255, 0.05)', night);
    expect(toneAt(clear)).toBe('dark');
    const sheet = element('div', 'background-color: rgb(255, 250, 240)', night);
    expect(toneAt(element('p', '', sheet))).toBe('light');
  });

  it('goes by the text where a picture is behind it', () => {
    const photo = element('div', 'background-image: url(about:blank); color: rgb(250, 250, 250)');
    expect(toneAt(element('p', 'color: rgb(250, 250, 250)', photo))).toBe('dark');
    expect(toneAt(null)).toBe('light');
  });
});

describe('rootLevel', () => {
  it('is the outermost z-index the article stands in, and at least 1', () => {
    const outer = element('div', 'position: relative; z-index: 40');
    const inner = element('div', 'position: relative; z-index: 900', outer);
    expect(rootLevel(element('p', '', inner))).toBe(40);
    expect(rootLevel(element('p'))).toBe(1);
    expect(rootLevel(null)).toBe(1);
  });
});

describe('underlines', () => {
  const css = readFileSync('entrypoints/content/highlights.css', 'utf8');
  const of = (kind: Kind, over: Partial<Claim> = {}) => underlineOf(claimFixture({ kind, ...over }));
  /** Form, without the colour: what is left for those who do not see it. */
  const formOf = (name: string) => {
    const [, line = ''] = new RegExp(`::highlight\\(${name}\\)[^{}]*\\{[^}]*text-decoration: ([^;]+);`).exec(css) ?? [];
    return line.replace(/#[0-9a-f]{6}/, '').replace(/\s+/g, ' ');
  };

  it('give every kind a look, and every look to some kind', () => {
    const looks = KINDS.map((kind) => of(kind));
    expect([...new Set(looks)].sort()).toEqual([...UNDERLINES].sort());
  });

  it('tell announcements from claims', () => {
    for (const kind of ANNOUNCEMENT_KINDS) expect(of(kind)).toBe('news');
    for (const kind of CLAIM_KINDS) expect(of(kind)).not.toBe('news');
  });

  it('go by what a claim is about where its kind is in doubt', () => {
    expect(of('funding-partnership')).toBe('shine');
    expect(of('funding-partnership', { kindSure: false, group: 'money' })).toBe('number');
    expect(of('launch', { kindSure: false, group: 'money' })).toBe('news');
    for (const group of GROUPS) expect(of('future-promise', { kindSure: false, group })).not.toBe('news');
  });

  it.each(['', '-dark'])('differ in form and not in colour alone (peel-…%s)', (tone) => {
    const forms = UNDERLINES.map((underline) => formOf(`peel-${underline}${tone}`));
    expect(forms.every((form) => form.startsWith('underline '))).toBe(true);
    expect(new Set(forms).size).toBe(UNDERLINES.length);
    // Of marks that touch, every second has the same form a step lower.
    expect(UNDERLINES.map((underline) => formOf(`peel-${underline}-2${tone}`))).toEqual(forms);
    for (const underline of UNDERLINES)
      expect(css).toMatch(
        new RegExp(`highlight\\(peel-${underline}-2${tone}\\)[^{}]*\\{\\s*text-underline-offset: 7px`),
      );
  });

  it('are all seen in forced colours', () => {
    const forced = css.slice(css.indexOf('forced-colors'));
    for (const underline of UNDERLINES)
      for (const tone of ['', '-2', '-dark', '-2-dark'])
        expect(forced).toContain(`::highlight(peel-${underline}${tone})`);
  });
});

it.each(['mark', 'mark tab', 'mark under', 'mark badge'])(
  'a %s has the system’s colour where colours are forced',
  (shape) => {
    const style = document.head.appendChild(document.createElement('style'));
    style.textContent = readFileSync('lib/overlay/overlay.css', 'utf8').replace('(forced-colors: active)', 'all');
    const [mark, link] = ['button', 'i'].map((name) => element(name, ''));
    mark!.className = shape;
    link!.style.background = 'LinkText';
    expect(getComputedStyle(mark!).backgroundColor).toBe(getComputedStyle(link!).backgroundColor);
    style.remove();
  },
);
