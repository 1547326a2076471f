import { useEffect, useRef } from 'preact/hooks';

/** The part of the page (a selector) that gets the focus after the next painting: what had it may be gone by then. */
export function useNextFocus(): { current: string | null } {
  const next = useRef<string | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const found = document.querySelector<HTMLElement>(next.current);
    if (!found) return;
    found.focus();
    next.current = null;
  });
  return next;
}
