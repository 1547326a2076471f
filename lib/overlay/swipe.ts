/** A finger drawn across the sheet goes to the neighbour. */

/** A finger that went this far, and this much farther across than up or down, meant it. */
const FAR = 48;
const FLAT = 2;

/**
 * Calls back with 1 for a finger that went to the left, as to a next page, and with -1 for one that went to the right. Up
 * and down stays the browser's, which says so by ending the pointer (the style sheet gives it that direction alone).
 */
export function watchSwipe(root: ShadowRoot, onSwipe: (by: 1 | -1) => void, signal: AbortSignal): void {
  let start: { id: number; x: number; y: number } | null = null;
  const listen = (type: string, listener: (event: PointerEvent) => void) =>
    root.addEventListener(type, (event) => listener(event as PointerEvent), { signal, passive: true });
  listen('pointerdown', ({ target, pointerType, isPrimary, pointerId: id, clientX: x, clientY: y }) => {
    const on = target instanceof Element && target.closest('.low') && !target.closest('textarea');
    start = on && pointerType === 'touch' && isPrimary ? { id, x, y } : null;
  });
  listen('pointercancel', () => {
    start = null;
  });
  listen('pointerup', ({ pointerId, clientX, clientY }) => {
    const from = start;
    start = null;
    if (from?.id !== pointerId) return;
    const across = clientX - from.x;
    if (Math.abs(across) < FAR || Math.abs(across) < FLAT * Math.abs(clientY - from.y)) return;
    onSwipe(across < 0 ? 1 : -1);
  });
}
