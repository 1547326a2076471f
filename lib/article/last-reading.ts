/*
 * What the last reading of a document saw beside the text, for the follower: where to look for changes that a
 * MutationObserver on the document does not report.
 */

/** A shadow root, or an element that may get one and had none. */
export type Rooted = Node & { readonly shadowRoot?: ShadowRoot | null };

/** What the follower keeps an eye on. */
export interface LastReading {
  /**
   * Open shadow roots that were read; a MutationObserver does not look into them by itself. And the elements with names of their own
   * that had none: when a script defines them they may get one, which no observer is told of.
   */
  roots: readonly Rooted[];
  /** Folded `details`, and what was hidden in or around the article: their text waits until they show. */
  hidden: readonly Element[];
}

const readings = new WeakMap<Document, LastReading>();

/** Keeps what a reading saw until the next one of the same document. */
export function rememberReading(document: Document, reading: LastReading): void {
  readings.set(document, reading);
}

/** What the last reading saw; undefined before there was one. */
export const lastReading = (document: Document): LastReading | undefined => readings.get(document);

/** True where the element shows. Without layout (no window, saved pages) everything not marked hidden counts as shown. */
export const isVisible = (element: Element): boolean =>
  !element.checkVisibility || element.checkVisibility({ visibilityProperty: true });
