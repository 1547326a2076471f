/**
 * What the browser says of a page's document and its elements. By the DOM's rules a form, picture or frame of the page that is named
 * "body" or "title" stands in the place of that property of the document, and a field named "children" or "contains" in the place of
 * that property of its form; the prototype knows nothing of such names. Browsers hide the former from content scripts, jsdom does not;
 * the latter Chromium shows them, jsdom does not.
 */

/** A property of `thing` as the browser has it. */
export const own = <T extends object, K extends keyof T>(thing: T, name: K): T[K] =>
  Reflect.get(Object.getPrototypeOf(thing), name, thing);

/** The body of `document`; null before the page has one. */
export const bodyOf = (document: Document): HTMLElement | null => own(document, 'body');

/** The title of `document`, '' where it has none. */
export const titleOf = (document: Document): string => own(document, 'title');

/** True where `node` is `other` or holds it. */
export const contains = (node: Node, other: Node | null): boolean => own(node, 'contains').call(node, other);

/** The nearest of `element` and what is around it that the selectors match. */
export const closest = (element: Element, selectors: string): Element | null =>
  own(element, 'closest').call(element, selectors);
