/** Where the focus goes when the button that has it is gone with what it did: a row taken off its list, an Undo that was used. */
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

/** What stands nearest to where `last` was: a button of its row, or of the row in its place; else the section's heading. */
function nearest({ around, row }: Last): HTMLElement | null {
  const left = around.find(({ isConnected }) => isConnected);
  const near = left?.matches('ul, ol') ? left.children[Math.min(row, left.children.length - 1)] : left?.closest('li');
  return near?.querySelector('button') ?? headingOf(left);
}

function headingOf(part: HTMLElement | undefined): HTMLElement | null {
  const heading = (part?.closest('main section') ?? document).querySelector<HTMLElement>('h1, h2');
  if (heading) heading.tabIndex = -1;
  return heading;
}

/** True of what stands in the bar at the foot: an Undo. */
const isInBar = ({ around }: Last): boolean => around.some((part) => part.matches('.said'));

/** Keeps the focus on the page: else the next Tab would begin at its top. After an Undo it is where it was before. */
export function useKeptFocus(): void {
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
      const target = wanted?.element.isConnected ? wanted.element : wanted ? nearest(wanted) : headingOf(undefined);
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
  }, []);
}
