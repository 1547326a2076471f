/**
 * What the browser says of a page's document and its elements. By the DOM's rules a form, picture or frame of the page that is named
 * "body" or "title" stands in the place of that property of the document, and a field named "children" or "contains" in the place of
 * that property of its form; the prototype knows nothing of such names. In content scripts browsers keep the document's own
 * properties in place, but Chromium gives the fields of a form; jsdom does the reverse.
 */

/** The property that the browser itself gives `thing`, whatever the page named so. */
export const builtIn = <T extends object, K extends keyof T>(thing: T, name: K): T[K] =>
  Reflect.get(Object.getPrototypeOf(thing), name, thing);

/** The body of `document`; null before the page has one. */
export const bodyOf = (document: Document): HTMLElement | null => builtIn(document, 'body');

/** The title of `document`, '' where it has none. */
export const titleOf = (document: Document): string => builtIn(document, 'title');

/** True where `node` is `other` or holds it. */
export const contains = (node: Node, other: Node | null): boolean => builtIn(node, 'contains').call(node, other);

/** The nearest of `element` and what is around it that the selectors match. */
export const closest = (element: Element, selectors: string): Element | null =>
  builtIn(element, 'closest').call(element, selectors);
