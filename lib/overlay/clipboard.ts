/** Puts text on the clipboard, also where the browser keeps its clipboard to secure pages. */

/** The page's own selection, to be put back as it was: copying by selecting moves it. */
function keepSelection(document: Document): () => void {
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) => selection?.getRangeAt(i));
  return () => {
    selection?.removeAllRanges();
    for (const range of ranges) if (range) selection?.addRange(range);
  };
}

/** Selects the text in a field of Peel's own and asks for a copy, as a hand would. */
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
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    // A browser that has dropped the command.
  }
  field.remove();
  putBack();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/** Copies `text`; to be called from the reader's own press. @returns true only if the clipboard took it. */
export async function copyToClipboard(root: ShadowRoot, text: string): Promise<boolean> {
  const clipboard = root.ownerDocument.defaultView?.navigator.clipboard;
  if (clipboard) {
    try {
      await clipboard.writeText(text);
      return true;
    } catch {
      // Refused: by the page's own policy, or because the window is not in front.
    }
  }
  return copyBySelecting(root, text);
}
