/** What the editor of a picture does between paintings: steps back, the focus of its boxes, and the drag of a pointer. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '@/lib/share/box';
import type { Edits } from '@/lib/share/view';
import { pushed, type Size } from './boxes';

/** Smallest box that a press and a drag make, in pixels of the screen; less is a slip of the hand. */
const SLIP = 6;

/** Makes the next edits. Presses of a key that push the same box, named by `key`, count as one step. */
export type Change = (next: Edits, key?: string) => void;

/** Steps that can be taken back. */
export function useUndo(edits: Edits, onEdits: (edits: Edits) => void) {
  const past = useRef<Edits[]>([]);
  const lastKey = useRef('');
  const change: Change = (next, key = '') => {
    if (!key || key !== lastKey.current) past.current.push(edits);
    lastKey.current = key;
    onEdits(next);
  };
  const undo = () => {
    lastKey.current = '';
    const before = past.current.pop();
    if (before) onEdits(before);
  };
  return { change, undo, empty: past.current.length === 0 };
}

/** Calls `onUndo` upon Ctrl+Z inside `editor`, where the target of the press is handed over. */
export function useUndoKey(
  editor: RefObject<HTMLElement | null>,
  idle: boolean,
  onUndo: (from: Element) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey) || idle) return;
      event.preventDefault();
      onUndo(event.target as Element);
    };
    const element = editor.current;
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  });
}

/** Which box of `stage` has the focus after the next painting; -1 is the toolbar. */
export function useNextBox(stage: RefObject<HTMLElement | null>): { current: number | null } {
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const boxes = stage.current?.querySelectorAll<HTMLElement>('.box');
    const to = boxes?.[Math.min(next.current, boxes.length - 1)];
    const bar = stage.current?.parentElement?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]');
    (to ?? bar)?.focus();
    next.current = null;
  });
  return next;
}

/** A black box as it was when the pointer took hold of it. */
interface Held {
  mask: number;
  box: Box;
}

interface Grip {
  from: { x: number; y: number };
  /** null where a new box is drawn. */
  held: Held | null;
  /** The place on the screen, and how far the stage was scrolled. */
  clientY: number;
  scrolled: number;
}

interface DragOptions {
  canvas: RefObject<HTMLCanvasElement | null>;
  stage: RefObject<HTMLElement | null>;
  image: Size;
  /** A drag scrolls instead, which a finger cannot do otherwise where it draws. */
  scrolls: boolean;
  /** A new box was drawn. */
  onDrawn: (box: Box) => void;
  /** A black box is dragged to `box`; `key` names the drag. */
  onDragged: (mask: number, box: Box, key: string) => void;
}

/** Draws a new box, drags a black one, or scrolls, as the pointer goes over `stage`. */
export function useDrag({ canvas, stage, image, scrolls, onDrawn, onDragged }: DragOptions) {
  const [drawn, setDrawn] = useState<Box | null>(null);
  const grip = useRef<Grip | null>(null);
  const place = (event: PointerEvent) => {
    const edge = canvas.current?.getBoundingClientRect();
    if (!edge?.width) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - edge.left) / edge.width) * image.width,
      y: ((event.clientY - edge.top) / edge.height) * image.height,
    };
  };
  const grab = (event: PointerEvent, held: Held | null) => {
    if (event.button !== 0) return;
    stage.current?.setPointerCapture(event.pointerId);
    grip.current = { from: place(event), held, clientY: event.clientY, scrolled: stage.current?.scrollTop ?? 0 };
  };
  const letGo = () => {
    grip.current = null;
    setDrawn(null);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!grip.current) return;
    const { from, held, clientY, scrolled } = grip.current;
    if (scrolls) {
      stage.current?.scrollTo({ top: scrolled + clientY - event.clientY });
      return;
    }
    const to = place(event);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (held) onDragged(held.mask, pushed(held.box, dx, dy, image), `drag${held.mask} ${from.x} ${from.y}`);
    else setDrawn({ ...from, w: dx, h: dy });
  };
  const onPointerUp = () => {
    const scale = (canvas.current?.clientWidth ?? 1) / image.width;
    if (drawn && Math.abs(drawn.w * scale) >= SLIP && Math.abs(drawn.h * scale) >= SLIP) onDrawn(drawn);
    letGo();
  };
  return { drawn, grab, handlers: { onPointerMove, onPointerUp, onPointerCancel: letGo } };
}
