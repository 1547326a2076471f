import { t } from '../locale';

/** How long a word to the reader stays up, and how long one that can be taken back; milliseconds. */
const STAY = { plain: 2_800, undo: 12_000 };

export interface Saying {
  text: string;
  /** Takes back what was said; null where there is nothing to take back. */
  undo: (() => void) | null;
  /** Puts the focus on Undo: for those who came by keys, which are at home nowhere any more. */
  focus: boolean;
  tone: 'light' | 'dark';
}

/**
 * Says something in a corner of the window. With a way back it stays longer, and as long as the pointer or the keyboard is on it.
 *
 * @param done called when it has gone.
 * @returns takes it away at once, without calling `done`.
 */
export function toast(mount: HTMLElement, { text, undo, focus, tone }: Saying, done: () => void): () => void {
  const document = mount.ownerDocument;
  const box = document.createElement('div');
  box.className = `toast ${tone}`;
  const words = document.createElement('p');
  words.textContent = text;
  box.append(words);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const remove = () => {
    gone = true;
    clearTimeout(timer);
    box.remove();
  };
  const end = () => {
    remove();
    done();
  };
  const wait = () => {
    clearTimeout(timer);
    // What is taken away loses the focus, too.
    if (!gone) timer = setTimeout(end, undo ? STAY.undo : STAY.plain);
  };
  if (undo) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = t('undo');
    button.addEventListener('click', () => {
      end();
      undo();
    });
    box.append(button);
    // Of pointer and keyboard, so many are on it. `:hover` is no help: Firefox changes it after the pointer was said to leave.
    let holders = 0;
    const hold = () => {
      holders += 1;
      clearTimeout(timer);
    };
    const release = () => {
      holders = Math.max(0, holders - 1);
      if (holders === 0) wait();
    };
    box.addEventListener('pointerenter', hold);
    box.addEventListener('pointerleave', release);
    box.addEventListener('focusin', hold);
    box.addEventListener('focusout', release);
    box.addEventListener('keydown', (event) => event.key === 'Escape' && end());
  }
  mount.replaceChildren(box);
  wait();
  if (focus) box.querySelector('button')?.focus({ preventScroll: true });
  return remove;
}
