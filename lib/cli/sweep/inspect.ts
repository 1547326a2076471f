/** Looks at a page with Peel on it: where everything stands. What runs in the page stands alone in one function each. */

import type { Highlights, Tab } from '../browser/driver';
import type { OpenCard, PageThing, Rect, Standing } from './checks';

/** Where Peel's notes, marks and leaders stand, in the page's coordinates; null where Peel has nothing on the page. */
export function standing(tab: Tab): Promise<Standing | null> {
  return tab.inOverlay((root) => {
    const view = root.ownerDocument.defaultView ?? window;
    const boxed = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const { scrollX: x, scrollY: y } = view;
      return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
    };
    const keyed = (selector: string) =>
      [...root.querySelectorAll<HTMLElement>(selector)].map((element) => ({
        key: element.closest<HTMLElement>('[data-key]')?.dataset.key ?? '',
        box: boxed(element),
      }));
    const leaders = [...root.querySelectorAll<SVGPathElement>('.leaders path')].map((path) => {
      const points: [number, number][] = [];
      const matrix = path.getScreenCTM();
      const length = path.getTotalLength();
      for (let at = 0; matrix && at <= length; at += 3) {
        const { x, y } = path.getPointAtLength(at);
        points.push([
          matrix.a * x + matrix.c * y + matrix.e + view.scrollX,
          matrix.b * x + matrix.d * y + matrix.f + view.scrollY,
        ]);
      }
      return points;
    });
    const keys = keyed('[data-key]').map(({ key }) => key);
    return { notes: keyed('.note'), marks: keyed('.spot.seen .mark'), leaders, keys };
  });
}

/** The rectangles in which something of the page's own matters: around notes and leaders. */
function zonesOf({ notes, leaders }: Standing): Rect[] {
  return [
    ...notes.map(({ box }) => box),
    ...leaders.map((points) => ({
      left: Math.min(...points.map(([x]) => x)),
      right: Math.max(...points.map(([x]) => x)) + 1,
      top: Math.min(...points.map(([, y]) => y)),
      bottom: Math.max(...points.map(([, y]) => y)) + 1,
    })),
  ];
}

/**
 * Text, line by line, and pictures of the page that a reader sees where Peel's notes and leaders stand. What is fixed to
 * the window counts at every height, unless it lies across the article: then it covers the article as well.
 */
export async function thingsUnder(tab: Tab, seen: Standing): Promise<PageThing[]> {
  const zones = zonesOf(seen);
  if (zones.length === 0) return [];
  return tab.evaluate((areas: Rect[]) => {
    const registry = CSS.highlights as Highlights;
    const claims = [...registry].flatMap(([name, ranges]) => (name.startsWith('peel-') ? [...ranges] : []));
    const middles = claims
      .map((range) => range.getBoundingClientRect())
      .map(({ left, right }) => (left + right) / 2)
      .sort((a, b) => a - b);
    const middle = middles[Math.floor(middles.length / 2)] ?? innerWidth / 2;
    const things: { what: string; box: Rect }[] = [];
    const up = (element: Element): Element | null =>
      element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
    /** The part of a box that no ancestor cuts off, in the page's coordinates; null where nothing is left. */
    const visible = (box: DOMRect, holder: Element): Rect | null => {
      let { left, top, right, bottom } = box;
      let pinned: Element | null = null;
      let escapes = false;
      for (let at: Element | null = holder; at; at = up(at)) {
        const style = getComputedStyle(at);
        if (at !== document.body && at !== document.documentElement && !escapes) {
          const frame = at.getBoundingClientRect();
          const inline = style.display === 'inline' || style.display === 'contents';
          if (style.overflowX !== 'visible' && !inline)
            [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
          if (style.overflowY !== 'visible' && !inline)
            [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
          if (/^rect\(|inset\(50%/.test(`${style.clip} ${style.clipPath}`)) return null;
        }
        if (style.position === 'fixed') pinned = at;
        if (style.position === 'fixed') escapes = true;
      }
      if (right - left < 3 || bottom - top < 3) return null;
      if (pinned) {
        const frame = pinned.getBoundingClientRect();
        if (frame.left < middle && frame.right > middle) return null;
        return { left: left + scrollX, right: right + scrollX, top: -1e6, bottom: 1e6 };
      }
      return { left: left + scrollX, right: right + scrollX, top: top + scrollY, bottom: bottom + scrollY };
    };
    const near = (box: DOMRect) =>
      areas.some(
        (area) => box.left + scrollX < area.right && box.right + scrollX > area.left && box.height > 0 && box.width > 0,
      );
    const look = (what: string, box: DOMRect, holder: Element) => {
      const part = near(box) ? visible(box, holder) : null;
      if (
        part &&
        areas.some((a) => part.left < a.right && part.right > a.left && part.top < a.bottom && part.bottom > a.top)
      )
        things.push({ what, box: part });
    };
    const range = document.createRange();
    const walk = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node && things.length < 300; node = walker.nextNode()) {
        if (node.nodeType === Node.ELEMENT_NODE) {
          const element = node as Element;
          if (element.shadowRoot) walk(element.shadowRoot);
          if (!/^(?:IMG|IFRAME|VIDEO|CANVAS)$/.test(element.tagName)) continue;
          const box = element.getBoundingClientRect();
          if (box.width < 8 || box.height < 8 || !near(box)) continue;
          if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
            look(element.tagName, box, element);
          continue;
        }
        const holder = node.parentElement;
        if (!holder || !/\S/.test((node as Text).data)) continue;
        range.selectNodeContents(node);
        if (!near(range.getBoundingClientRect())) continue;
        if (!holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        for (const box of range.getClientRects()) look((node as Text).data.trim(), box, holder);
      }
    };
    walk(document.body);
    return things;
  }, zones);
}

/** Opens the card of the claim with these words as a reader would, brought into view first, and tells where it stands. */
export async function openCard(tab: Tab, key: string, quote: string): Promise<OpenCard> {
  await tab.evaluate(async (words: string) => {
    const registry = CSS.highlights as Highlights;
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    const found = [...registry]
      .flatMap(([name, ranges]) => (name.startsWith('peel-') ? [...ranges] : []))
      .find((range) => plain(range.toString()) === plain(words));
    found?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    // A long paragraph in the middle of the window may have its claim outside of it.
    const { top = 0, bottom = 0 } = found?.getBoundingClientRect() ?? {};
    if (top < innerHeight * 0.15 || bottom > innerHeight * 0.85)
      scrollBy({ top: (top + bottom - innerHeight) / 2, behavior: 'instant' });
    await new Promise((done) => setTimeout(done, 120));
  }, quote);
  await tab.inOverlay((root, name) => root.querySelector<HTMLElement>(`[data-key="${name}"] button`)?.click(), key);
  // Its lines as they stand once the page has come to rest: a sheet has it scrolled.
  const lines = await tab.evaluate(async (words: string) => {
    const registry = CSS.highlights as Highlights;
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    const found = [...registry]
      .flatMap(([name, ranges]) => (name.startsWith('peel-') ? [...ranges] : []))
      .find((range) => plain(range.toString()) === plain(words));
    let before = Number.NaN;
    for (let still = 0, looks = 0; still < 3 && looks < 40; looks++) {
      await new Promise((done) => setTimeout(done, 50));
      const { top = 0 } = found?.getBoundingClientRect() ?? {};
      still = Math.abs(top - before) < 0.5 ? still + 1 : 0;
      before = top;
    }
    return [...(found?.getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
  }, quote);
  const card = await tab.inOverlay((root) => {
    const view = root.ownerDocument.defaultView ?? window;
    const rect = root.querySelector('.card')?.getBoundingClientRect();
    const size = {
      width: view.visualViewport?.width ?? view.innerWidth,
      height: view.visualViewport?.height ?? view.innerHeight,
    };
    if (!rect) return { box: null, view: size };
    const { left, top, right, bottom } = rect;
    return { box: { left, top, right, bottom }, view: size };
  });
  return { key, lines, box: card?.box ?? null, view: card?.view ?? { width: 0, height: 0 } };
}
