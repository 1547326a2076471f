/** How long a word to the reader stays up; milliseconds. */
const STAY = 2_800;
const EDGE = 24;

/**
 * Says something once in a corner of the window, inside the sheet.
 *
 * @param done called when it has gone.
 * @returns takes it away at once, without calling `done`.
 */
export function toast(sheet: HTMLElement, mount: HTMLElement, text: string, done: () => void): () => void {
  const view = sheet.ownerDocument.defaultView;
  if (!view) return () => undefined;
  const box = sheet.ownerDocument.createElement('p');
  box.className = 'toast';
  box.textContent = text;
  mount.replaceChildren(box);
  const origin = sheet.getBoundingClientRect();
  const left = Math.max(8, view.innerWidth - box.offsetWidth - EDGE) - origin.left;
  const top = view.innerHeight - box.offsetHeight - EDGE - origin.top;
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  const timer = setTimeout(() => {
    box.remove();
    done();
  }, STAY);
  return () => {
    clearTimeout(timer);
    box.remove();
  };
}
