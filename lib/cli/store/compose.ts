/** Puts pictures together as a browser's window does: a popup over its page, a panel beside it. Pure, on pictures in memory. */
import { PNG } from 'pngjs';

/** The thin line around and between a browser's parts. */
export const EDGE = [178, 170, 160] as const;

/** Puts `part` into `whole` with its upper left corner at a point; what does not fit is cut off. */
export function put(whole: PNG, part: PNG, left: number, top: number): void {
  const width = Math.min(part.width, whole.width - left);
  const height = Math.min(part.height, whole.height - top);
  if (width > 0 && height > 0) PNG.bitblt(part, whole, 0, 0, width, height, left, top);
}

/** Fills a rectangle with a colour, mixed with what is there where `share` is below 1. */
export function fill(
  whole: PNG,
  box: { left: number; top: number; width: number; height: number },
  colour: readonly [number, number, number],
  share = 1,
): void {
  for (let y = Math.max(0, box.top); y < Math.min(whole.height, box.top + box.height); y += 1)
    for (let x = Math.max(0, box.left); x < Math.min(whole.width, box.left + box.width); x += 1) {
      const at = (y * whole.width + x) * 4;
      colour.forEach((value, channel) => {
        const before = whole.data[at + channel] ?? 0;
        whole.data[at + channel] = Math.round(before + (value - before) * share);
      });
      whole.data[at + 3] = 255;
    }
}

/** An empty picture of one colour. */
export function ground(width: number, height: number, colour: readonly [number, number, number]): PNG {
  const whole = new PNG({ width, height });
  fill(whole, { left: 0, top: 0, width, height }, colour);
  return whole;
}

/** A popup over a page, near the upper right corner, with the shadow that browsers give it. */
export function withPopup(page: PNG, popup: PNG, scale: number): PNG {
  const whole = new PNG({ width: page.width, height: page.height });
  put(whole, page, 0, 0);
  // Below the toolbar button, which is not the last in its row.
  const left = page.width - popup.width - 36 * scale;
  const top = 24 * scale;
  for (let step = 10 * scale; step > 0; step -= 1) {
    const box = {
      left: left - step,
      top: top - step + 3 * scale,
      width: popup.width + 2 * step,
      height: popup.height + 2 * step,
    };
    fill(whole, box, [0, 0, 0], 0.022 / scale);
  }
  fill(
    whole,
    { left: left - scale, top: top - scale, width: popup.width + 2 * scale, height: popup.height + 2 * scale },
    EDGE,
  );
  put(whole, popup, left, top);
  return whole;
}
