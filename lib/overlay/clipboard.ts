/** Puts text on the clipboard, also where the browser keeps its clipboard to secure pages; the page has no say in it. */
import { isTrusted } from './trusted';

/** The page's own selection, to be put back as it was: copying by selecting moves it. */
function keepSelection(document: Document): () => void {
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) => selection?.getRangeAt(i));
  return () => {
    selection?.removeAllRanges();
    for (const range of ranges) if (range) selection?.addRange(range);
  };
}

/**
 * Asks the browser for a copy, and sets what is copied where the event comes by first, before most of the page's handlers
 * and in place of the rest. One that came earlier may have put in words of its own: they are taken out.
 * @returns false where the browser refused, or a handler of the page kept the event from getting here.
 */
function copyAsText(document: Document, text: string): boolean {
  const view = document.defaultView;
  if (!view) return false;
  let ours = false;
  const setText = (event: ClipboardEvent) => {
    // One that the page made up would pass for the browser's.
    if (!isTrusted(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const data = event.clipboardData;
    data?.clearData();
    data?.setData('text/plain', text);
    ours = data?.getData('text/plain') === text && data.types.length === 1;
  };
  view.addEventListener('copy', setText, true);
  try {
    return document.execCommand('copy') && ours;
  } catch {
    // A browser that has dropped the command.
    return false;
  } finally {
    view.removeEventListener('copy', setText, true);
  }
}

/** Selects the text in a field of Peel's own and copies, as a hand would. */
function copyBySelecting(root: ShadowRoot, text: string): boolean {
  const document = root.ownerDocument;
  const focused = root.activeElement ?? document.activeElement;
  const putBack = keepSelection(document);
  const field = document.createElement('textarea');
  field.className = 'live';
  field.readOnly = true;
  field.value = text;
  root.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const done = copyAsText(document, text);
  field.remove();
  putBack();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/** Copies `text`; to be called from the reader's own press. @returns true only if the clipboard took it, and it alone. */
export async function copyToClipboard(root: ShadowRoot, text: string): Promise<boolean> {
  const document: Document & { featurePolicy?: { allowsFeature(name: string): boolean } } = root.ownerDocument;
  const clipboard = document.defaultView?.navigator.clipboard;
  // To try where the page's policy forbids it would be reported to the page.
  if (clipboard && document.featurePolicy?.allowsFeature('clipboard-write') !== false) {
    try {
      // No event of the page comes of this.
      await clipboard.writeText(text);
      return true;
    } catch {
      // Refused, as where the window is not in front.
    }
  }
  return copyBySelecting(root, text);
}
