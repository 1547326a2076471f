import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface ToolbarItem {
  words: ComponentChildren;
  act: () => void;
  /** For one of several that exclude each other: whether it is the one. */
  pressed?: boolean;
  /** Says that it would do nothing now. It keeps the focus all the same. */
  idle?: boolean;
  primary?: boolean;
}

/** A toolbar as WAI-ARIA has it: one stop of the Tab key, left and right arrow, Home and End inside. Takes the focus at first. */
export function Toolbar({ label, items }: { label: string; items: readonly ToolbarItem[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const focus = (index: number) => {
    const to = (index + items.length) % items.length;
    setAt(to);
    bar.current?.querySelectorAll('button')[to]?.focus();
  };
  useEffect(() => focus(0), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focus(to);
  };
  return (
    <div class="tools" role="toolbar" aria-label={label} ref={bar} onKeyDown={onKeyDown}>
      {items.map(({ words, act, pressed, idle = false, primary = false }, i) => (
        <button
          key={i}
          type="button"
          class={`button${primary ? ' primary' : ''}`}
          tabIndex={i === at ? 0 : -1}
          aria-pressed={pressed}
          aria-disabled={idle || undefined}
          onFocus={() => setAt(i)}
          onClick={() => !idle && act()}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
