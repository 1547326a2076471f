/**
 * What the browser says of a page's document. By the DOM's rules a form, picture or frame of the page that is named "body" or
 * "title" stands in the place of that property; the prototype knows nothing of such names. Browsers hide them from content scripts,
 * jsdom does not.
 */
const own = <K extends keyof Document>(document: Document, name: K): Document[K] =>
  Reflect.get(Object.getPrototypeOf(document), name, document);

/** The body of `document`; null before the page has one. */
export const bodyOf = (document: Document): HTMLElement | null => own(document, 'body');

/** The title of `document`, '' where it has none. */
export const titleOf = (document: Document): string => own(document, 'title');
