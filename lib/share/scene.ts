/** A picture as a list of strokes, laid out without a canvas and painted by `paint`. All lengths in pixels. */

import { INKS, type Ink, type Tone } from './colours';
import { cssFont } from './fonts';
import { type Font, isMixed, type Measure, type SetText, setText } from './text';

export type Stroke =
  | { op: 'fill'; x: number; y: number; w: number; h: number; colour: string }
  /** `x` is the left end of the line, also where it reads from right to left; `y` its baseline. */
  | { op: 'text'; x: number; y: number; w: number; text: string; font: Font; colour: string; rtl: boolean }
  | { op: 'path'; points: [number, number][]; width: number; colour: string }
  | { op: 'ring'; x: number; y: number; rx: number; ry: number; turn: number; width: number; colour: string };

export interface Scene {
  width: number;
  height: number;
  strokes: Stroke[];
  /** True if some text had to be shortened with an ellipsis. */
  cut: boolean;
}

/** How words of the page are marked: a highlighter, a rule beneath, or a wavy rule. */
export interface Mark {
  start: number;
  end: number;
  look: 'wash' | 'line' | 'wave';
}

export interface Prose {
  text: string;
  font: Font;
  colour: string;
  /** Line height in multiples of the size. */
  leading: number;
  centred?: boolean;
  marks?: readonly Mark[];
}

/** Share of the size that stands above the baseline, with which a line box is centred; the same for every face, so that
 * a picture has one shape on every machine. */
const ASCENT = 0.74;
const DESCENT = 0.24;

/** A desk on which one picture is laid out: strokes gather in `strokes`. */
export class Sheet {
  readonly strokes: Stroke[] = [];
  readonly ink: Ink;
  cut = false;
  /** Texts set so far: a layout tries the same text at the same size again and again. */
  private readonly known = new Map<string, SetText>();

  constructor(
    readonly width: number,
    readonly height: number,
    tone: Tone,
    readonly measure: Measure,
  ) {
    this.ink = INKS[tone];
    this.fill(0, 0, width, height, this.ink.paper);
  }

  fill(x: number, y: number, w: number, h: number, colour: string): void {
    this.strokes.push({ op: 'fill', x, y, w, h, colour });
  }

  /** One line of text at baseline `y`, shortened to `width` where it must be; `align` says which end `x` is. */
  line(
    text: string,
    font: Font,
    colour: string,
    x: number,
    y: number,
    width: number,
    align: 'left' | 'right' = 'left',
  ) {
    const set = setText(text, font, width, this.measure, 1);
    const [line] = set.lines;
    if (!line?.text) return 0;
    if (set.cut) this.cut = true;
    const left = align === 'left' ? x : x - line.width;
    this.strokes.push({ op: 'text', x: left, y, w: line.width, text: line.text, font, colour, rtl: set.rtl });
    return line.width;
  }

  private set({ font, text }: Prose, width: number): SetText {
    const key = `${font.size} ${font.weight}${font.italic ? 'i' : ''}|${width}|${text}`;
    const set = this.known.get(key) ?? setText(text, font, width, this.measure);
    this.known.set(key, set);
    return set;
  }

  /** Height that `prose` needs in a column of `width`. */
  heightOf(prose: Prose, width: number): number {
    return this.set(prose, width).lines.length * prose.font.size * prose.leading;
  }

  /** Width of each line of `prose` in a column of `width`. */
  widthsOf(prose: Prose, width: number): number[] {
    return this.set(prose, width).lines.map((line) => line.width);
  }

  /** True if a word of `prose` must be broken in a column of `width`. */
  tears(prose: Prose, width: number): boolean {
    return this.set(prose, width).torn;
  }

  /** Sets `prose` with its top at `y` in `room` pixels of height; returns the height used. */
  prose(prose: Prose, x: number, y: number, width: number, room = Infinity): number {
    const { font, leading, text, colour } = prose;
    const step = font.size * leading;
    const set = setText(text, font, width, this.measure, Math.max(1, Math.floor((room + 0.5) / step)));
    if (set.cut) this.cut = true;
    const drop = (step - font.size * (ASCENT + DESCENT)) / 2 + font.size * ASCENT;
    const marks: Stroke[] = [];
    const words: Stroke[] = [];
    set.lines.forEach((line, i) => {
      if (!line.text) return;
      const baseline = y + i * step + drop;
      const left = prose.centred
        ? x + (width - line.width) / 2
        : set.rtl
          ? x + width - line.width - line.indent
          : x + line.indent;
      this.marksOf(prose, set, i, left, baseline, marks);
      words.push({ op: 'text', x: left, y: baseline, w: line.width, text: line.text, font, colour, rtl: set.rtl });
    });
    marks.sort((a, b) => Number(a.op === 'path') - Number(b.op === 'path'));
    this.strokes.push(...marks, ...words);
    return set.lines.length * step;
  }

  private marksOf(
    { marks = [], font }: Prose,
    set: SetText,
    at: number,
    left: number,
    baseline: number,
    out: Stroke[],
  ) {
    const line = set.lines[at];
    if (!line) return;
    const { accent, mark: wash } = this.ink;
    for (const mark of marks) {
      const start = Math.max(mark.start, line.start);
      const end = Math.min(mark.end, line.end);
      const whole = start === line.start && end === line.end;
      if (end <= start || (isMixed(line.text) && !whole)) continue;
      const before = this.measure(line.text.slice(0, start - line.start), font);
      const w = this.measure(line.text.slice(0, end - line.start), font) - before;
      const x = set.rtl ? left + line.width - before - w : left + before;
      const { size } = font;
      if (mark.look === 'wash') {
        const pad = Math.min(size * 0.07, 5);
        // As a marker pen leaves it: over the foot of the letters, not behind all of them.
        out.push({ op: 'fill', x: x - pad, y: baseline - size * 0.36, w: w + 2 * pad, h: size * 0.54, colour: wash });
        continue;
      }
      const y = baseline + size * 0.19;
      const width = Math.max(2, size * 0.045);
      const points: [number, number][] =
        mark.look === 'line'
          ? [
              [x, y],
              [x + w, y],
            ]
          : wave(x, y, w, size * 0.06);
      out.push({ op: 'path', points, width, colour: accent });
    }
  }

  /** A circle or ellipse in the accent colour, turned by `turn` radians. */
  ring(x: number, y: number, rx: number, ry: number, width: number, turn = 0): void {
    this.strokes.push({ op: 'ring', x, y, rx, ry, turn, width, colour: this.ink.accent });
  }

  /** A horizontal rule whose top is at `y`. */
  rule(x: number, y: number, w: number, h: number, colour = this.ink.rule): void {
    this.fill(x, y, w, h, colour);
  }

  done(): Scene {
    const { width, height, strokes, cut } = this;
    return { width, height, strokes, cut };
  }
}

function wave(x: number, y: number, w: number, swing: number): [number, number][] {
  const steps = Math.max(2, Math.round(w / (swing * 2.5)));
  return Array.from({ length: steps + 1 }, (_, i) => [x + (w * i) / steps, y + (i % 2 ? -swing : swing)]);
}

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

function useFont(context: Context, font: Font): void {
  context.font = cssFont(font);
  context.letterSpacing = `${(font.track ?? 0) * font.size}px`;
}

/** Measures with a canvas; widths of the same text and font are asked for once. */
export function measureWith(context: Context): Measure {
  const known = new Map<string, number>();
  return (text, font) => {
    const key = `${font.size} ${font.weight}${font.italic ? 'i' : ''}${font.track ?? 0}|${text}`;
    let width = known.get(key);
    if (width === undefined) {
      useFont(context, font);
      width = context.measureText(text).width;
      known.set(key, width);
    }
    return width;
  };
}

/** Paints `scene` with its top left corner at (0, 0). */
export function paint(context: Context, scene: Scene): void {
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const stroke of scene.strokes) {
    if (stroke.op === 'fill') {
      context.fillStyle = stroke.colour;
      context.fillRect(stroke.x, stroke.y, stroke.w, stroke.h);
    } else if (stroke.op === 'text') {
      useFont(context, stroke.font);
      context.fillStyle = stroke.colour;
      context.direction = stroke.rtl ? 'rtl' : 'ltr';
      context.textAlign = 'left';
      context.fillText(stroke.text, stroke.x, stroke.y);
    } else {
      context.strokeStyle = stroke.colour;
      context.lineWidth = stroke.width;
      context.beginPath();
      if (stroke.op === 'ring') context.ellipse(stroke.x, stroke.y, stroke.rx, stroke.ry, stroke.turn, 0, 2 * Math.PI);
      else for (const [x, y] of stroke.points) context.lineTo(x, y);
      context.stroke();
    }
  }
}
