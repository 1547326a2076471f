/** Where the focus goes when the button that has it is gone with what it did: a row taken off its list, an Undo that was used, a page started. */
import { useEffect } from 'preact/hooks';

/** What had the focus last, and where it stood. */
interface Last {
  element: HTMLElement;
  /** Everything around it, from the inside out. */
  around: HTMLElement[];
  /** Which row of its list it stood in; -1 where in none. */
  row: number;
}

function lastAt(element: HTMLElement): Last {
  const around: HTMLElement[] = [];
  for (let up = element.parentElement; up; up = up.parentElement) around.push(up);
  const row = element.closest('li');
  return { element, around, row: row ? [...(row.parentElement?.children ?? [])].indexOf(row) : -1 };
}

/** What stands nearest to where `last` was: a button of its row, or of the row in its place; else what `regionOf` finds. */
function nearest({ around, row }: Last, fallback: string): HTMLElement | null {
  const left = around.find(({ isConnected }) => isConnected);
  const near = left?.matches('ul, ol') ? left.children[Math.min(row, left.children.length - 1)] : left?.closest('li');
  return near?.querySelector<HTMLElement>('button:enabled') ?? regionOf(left, fallback);
}

/** The heading of the section around `part`, or a section without one itself: a second press of the same key does nothing there. */
function regionOf(part: HTMLElement | undefined, fallback: string): HTMLElement | null {
  const section = part?.closest<HTMLElement>('main section, main search');
  const region =
    section?.querySelector<HTMLElement>('h1, h2') ?? section ?? document.querySelector<HTMLElement>(fallback);
  if (region) region.tabIndex = -1;
  return region;
}

/** True of what stands in the bar at the foot: an Undo. */
const isInBar = ({ around }: Last): boolean => around.some((part) => part.matches('.said'));

/**
 * Keeps the focus on the page: else the next Tab would begin at its top. After an Undo it is where it was before.
 * @param fallback what gets it, as a selector, where its whole section is gone.
 */
export function useKeptFocus(fallback = 'h1, h2'): void {
  useEffect(() => {
    let last: Last | null = null;
    let outsideBar: Last | null = null;
    const know = (next: Last | null) => {
      last = next;
      if (next && !isInBar(next)) outsideBar = next;
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) know(lastAt(target));
    };
    // Who presses beside everything wants the focus nowhere. What has it already gets no new one by a press.
    const onPress = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && last?.element.contains(target))) know(null);
    };
    const observer = new MutationObserver(() => {
      if (!last || document.activeElement !== document.body) return;
      const wanted = last.element.isConnected || !isInBar(last) ? last : outsideBar;
      // A row that was moved has lost it, too.
      const target = wanted?.element.isConnected
        ? wanted.element
        : wanted
          ? nearest(wanted, fallback)
          : regionOf(undefined, fallback);
      target?.focus();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', onPress);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [fallback]);
}
