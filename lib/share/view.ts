/** The page as seen, cut and blacked out where the reader says so, with the footer strip that no picture goes without. */
import { t } from '../locale';
import type { Box } from './box';
import { INKS, type Tone } from './colours';
import { cssFont } from './fonts';
import { endOf, type Font, setText } from './text';

/** `box` in whole pixels inside a picture of the given size; null if nothing of it is left. */
export function inside(box: Box, width: number, height: number): Box | null {
  const x = Math.max(0, Math.floor(Math.min(box.x, box.x + box.w)));
  const y = Math.max(0, Math.floor(Math.min(box.y, box.y + box.h)));
  const right = Math.min(width, Math.ceil(Math.max(box.x, box.x + box.w)));
  const bottom = Math.min(height, Math.ceil(Math.max(box.y, box.y + box.h)));
  return right > x && bottom > y ? { x, y, w: right - x, h: bottom - y } : null;
}

/** What the reader cut and blacked out of a picture, in its pixels. */
export interface Edits {
  crop: Box | null;
  masks: readonly Box[];
}

/** A picture as it was taken. */
export const NO_EDITS: Edits = { crop: null, masks: [] };

/** True if something was cut or blacked out. */
export const isEdited = ({ crop, masks }: Edits): boolean => crop !== null || masks.length > 0;

/**
 * The notes, by the index of their claim, that are whole in a picture of the window: none that was out of sight, cut off or
 * blacked out. The boxes of `notes` are in shares of the window.
 */
export function notesIn(
  notes: readonly (Box & { index: number })[],
  size: { width: number; height: number },
  { crop, masks }: Edits,
): number[] {
  const part = (crop && inside(crop, size.width, size.height)) ?? { x: 0, y: 0, w: size.width, h: size.height };
  return notes.flatMap(({ index, ...box }) => {
    const [x, w] = [box.x * size.width, box.w * size.width];
    const [y, h] = [box.y * size.height, box.h * size.height];
    // Boxes are no whole pixels.
    const whole = x >= part.x - 1 && y >= part.y - 1 && x + w <= part.x + part.w + 1 && y + h <= part.y + part.h + 1;
    const masked = masks.some((mask) => mask.x < x + w && x < mask.x + mask.w && mask.y < y + h && y < mask.y + mask.h);
    return whole && !masked ? [index] : [];
  });
}

/** Height in pixels of the footer strip under a picture of `width` pixels at `dpr`. */
export function stripHeight(width: number, dpr: number): number {
  return Math.round(stripUnit(width, dpr) * 2.9);
}

/** Type size of the strip: as large as the page's own small print, and never wider than the picture can hold. */
const stripUnit = (width: number, dpr: number) => Math.max(9, Math.min(15 * dpr, width / 26));

/** The words of the strip. */
export interface ViewText {
  host: string;
  date: string;
  caption: string;
}

/** Most lines that a caption may take in the strip. */
const CAPTION = 2;

/** A picture of the page itself, and how many of its pixels are one of CSS. */
export interface Taken {
  image: CanvasImageSource & { width: number; height: number };
  dpr: number;
}

/**
 * Paints a picture at full resolution on `canvas`, which takes its size: what was cut out of it, with the rest blacked out for
 * good, and the strip beneath.
 */
export function paintView(
  canvas: HTMLCanvasElement,
  { image, dpr }: Taken,
  { crop, masks }: Edits,
  tone: Tone,
  { host, date, caption }: ViewText,
): void {
  const part = (crop && inside(crop, image.width, image.height)) ?? { x: 0, y: 0, w: image.width, h: image.height };
  const unit = stripUnit(part.w, dpr);
  const strip = stripHeight(part.w, dpr);
  const lines = caption ? captionLines(canvas, caption, part.w, unit) : [];
  const above = lines.length * unit * 1.5 + (lines.length > 0 ? unit * 0.9 : 0);
  canvas.width = part.w;
  canvas.height = Math.round(part.h + strip + above);
  const context = canvas.getContext('2d');
  if (!context) return;
  const ink = INKS[tone];
  context.drawImage(image, part.x, part.y, part.w, part.h, 0, 0, part.w, part.h);
  context.fillStyle = '#000000';
  for (const mask of masks) {
    const box = inside(mask, image.width, image.height);
    if (box) context.fillRect(box.x - part.x, box.y - part.y, box.w, box.h);
  }
  context.fillStyle = ink.paper;
  context.fillRect(0, part.h, canvas.width, canvas.height - part.h);
  context.fillStyle = ink.ink;
  context.fillRect(0, part.h, canvas.width, Math.max(1, Math.round(dpr)));
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.direction = 'ltr';
  const edge = unit * 1.2;
  context.font = cssFont(captionFont(unit));
  lines.forEach((line, i) => {
    context.fillText(line, edge, part.h + unit * (2 + i * 1.5));
  });
  const base = part.h + above + strip / 2 + unit * 0.36;
  const strong: Font = { size: unit, weight: 600 };
  const plain: Font = { ...strong, weight: 400 };
  const measure = (text: string, font: Font) => {
    context.font = cssFont(font);
    return context.measureText(text).width;
  };
  const mark = t('picture_mark');
  const tail = ` · ${date}`;
  const markWidth = measure(mark, strong);
  context.fillStyle = ink.accent;
  context.fillText(mark, edge, base);
  const room = part.w - 2 * edge - markWidth - measure(tail, plain) - measure(' · ', plain);
  const words = `${room > unit * 4 ? ` · ${endOf(host, plain, room, measure)}` : ''}${tail}`;
  context.font = cssFont(plain);
  context.fillStyle = ink.soft;
  // A very narrow cut squeezes the words rather than losing the date.
  context.fillText(words, edge + markWidth, base, Math.max(1, part.w - edge - markWidth - edge * 0.5));
}

const captionFont = (unit: number): Font => ({ size: unit * 1.15, weight: 400 });

function captionLines(canvas: HTMLCanvasElement, caption: string, width: number, unit: number): string[] {
  const context = canvas.getContext('2d');
  if (!context) return [];
  const font = captionFont(unit);
  const measure = (text: string, of: Font) => {
    context.font = cssFont(of);
    return context.measureText(text).width;
  };
  return setText(caption, font, width - unit * 2.4, measure, CAPTION).lines.map(({ text }) => text);
}
