/** Boxes over a picture: where they lie, and the button that stands for each. */
import type { Box } from '@/lib/share/box';
import { inside } from '@/lib/share/view';

export type Tool = 'mask' | 'crop';
export type Size = { width: number; height: number };

/** The same box with positive sides. */
export const normal = ({ x, y, w, h }: Box): Box => ({
  x: Math.min(x, x + w),
  y: Math.min(y, y + h),
  w: Math.abs(w),
  h: Math.abs(h),
});

/** The box's place in per cent of the picture. */
export const styleOf = ({ x, y, w, h }: Box, { width, height }: Size) => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
  width: `${(w / width) * 100}%`,
  height: `${(h / height) * 100}%`,
});

/** `box` pushed by (dx, dy) as far as the picture goes. */
export const pushed = (box: Box, dx: number, dy: number, { width, height }: Size): Box => ({
  ...box,
  x: Math.min(Math.max(0, box.x + dx), Math.max(0, width - box.w)),
  y: Math.min(Math.max(0, box.y + dy), Math.max(0, height - box.h)),
});

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key makes of a box: null takes it away, undefined is no such key. */
export function keyed(event: KeyboardEvent, box: Box, image: Size): Box | null | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.key === 'Delete' || event.key === 'Backspace') return null;
  const step = STEPS[event.key];
  if (!step) return undefined;
  // A hundredth of the width a press; with Alt a single pixel.
  const by = event.altKey ? 1 : Math.max(1, Math.round(image.width / 100));
  const [dx, dy] = [step[0] * by, step[1] * by];
  const next = event.shiftKey
    ? { ...box, w: Math.max(1, box.w + dx), h: Math.max(1, box.h + dy) }
    : pushed(box, dx, dy, image);
  return inside(next, image.width, image.height) ?? box;
}

interface HandleProps {
  kind: Tool;
  name: string;
  box: Box;
  image: Size;
  /** null takes the box away. */
  onBox: (box: Box | null) => void;
  onGrab?: (event: PointerEvent) => void;
}

/** One box over the picture, a button that keys and the mouse move. */
export function Handle({ kind, name, box, image, onBox, onGrab }: HandleProps) {
  return (
    <button
      type="button"
      class={`box ${kind}`}
      style={styleOf(box, image)}
      aria-label={name}
      aria-describedby="edit-hint"
      onPointerDown={onGrab}
      onKeyDown={(event) => {
        const next = keyed(event, box, image);
        if (next === undefined) return;
        event.preventDefault();
        onBox(next);
      }}
    />
  );
}
