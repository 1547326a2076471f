/**
 * The onion, as shapes and as pictures of any size. Drawn here and not by a browser or a picture program, so that every
 * machine draws the same, and small enough that the package does not feel it: a handful of flat colours, indexed.
 */
import { crc32, deflateSync } from 'node:zlib';

/** Colours that stand off from a white toolbar and from a nearly black one alike (3 to 1 or nearly); a test computes it. */
export const INK = { skin: '#c6598f', shade: '#a94577', flesh: '#fff1d2' } as const;

interface Layer {
  ink: keyof typeof INK;
  /** Absolute moves, lines and cubic curves, as in SVG. */
  path: string;
}

interface Drawing {
  /** The box that the paths are drawn in. */
  box: number;
  layers: readonly Layer[];
}

const ONION: Drawing = {
  box: 128,
  layers: [
    {
      ink: 'skin',
      path: 'M 61 4 L 67 4 C 68 18 71 24 82 27 C 104 33 122 51 122 77 C 122 104 97 123 64 123 C 31 123 6 104 6 77 C 6 51 24 33 46 27 C 57 24 60 18 61 4',
    },
    {
      ink: 'shade',
      path: 'M 82 27 C 104 33 122 51 122 77 C 122 104 97 123 64 123 C 92 118 106 100 106 76 C 106 54 96 38 82 27',
    },
    {
      ink: 'flesh',
      path: 'M 64 36 C 82 48 96 60 96 79 C 96 99 81 112 64 115 C 47 112 32 99 32 79 C 32 60 46 48 64 36',
    },
    { ink: 'skin', path: 'M 64 56 C 74 64 81 71 81 83 C 81 96 73 104 64 106 C 55 104 47 96 47 83 C 47 71 54 64 64 56' },
    { ink: 'flesh', path: 'M 64 72 C 69 77 72 81 72 87 C 72 94 69 98 64 100 C 59 98 56 94 56 87 C 56 81 59 77 64 72' },
  ],
};

/** For toolbars: one ring fewer, set on whole pixels, no shade. */
const SMALL: Drawing = {
  box: 16,
  layers: [
    {
      ink: 'skin',
      path: 'M 7 0 L 9 0 C 9 2 9.4 2.7 10.6 3.1 C 13.8 4.2 16 6.5 16 9.6 C 16 13.2 12.6 16 8 16 C 3.4 16 0 13.2 0 9.6 C 0 6.5 2.2 4.2 5.4 3.1 C 6.6 2.7 7 2 7 0',
    },
    {
      ink: 'flesh',
      path: 'M 8 4.2 C 10.6 6 12.4 7.6 12.4 10 C 12.4 12.6 10.4 14.3 8 14.6 C 5.6 14.3 3.6 12.6 3.6 10 C 3.6 7.6 5.4 6 8 4.2',
    },
    {
      ink: 'skin',
      path: 'M 8 7.4 C 9.4 8.5 10 9.4 10 10.6 C 10 11.9 9.2 12.7 8 12.9 C 6.8 12.7 6 11.9 6 10.6 C 6 9.4 6.6 8.5 8 7.4',
    },
  ],
};

/** A picture of straight RGBA, row by row. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

type Point = [number, number];

/** The outline of a path as a polygon. */
function outline(path: string): Point[] {
  const points: Point[] = [];
  for (const [, command, rest = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const n = rest.trim().split(/\s+/).map(Number) as [number, number, number, number, number, number];
    if (command !== 'C') points.push([n[0], n[1]]);
    else {
      const [x0, y0] = points.at(-1) as Point;
      for (let step = 1; step <= 24; step += 1) {
        const t = step / 24;
        const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        points.push([a * x0 + b * n[0] + c * n[2] + d * n[4], a * y0 + b * n[1] + c * n[3] + d * n[5]]);
      }
    }
  }
  return points;
}

/** Where a polygon is crossed at height `y`, from left to right. */
function crossings(points: readonly Point[], y: number): number[] {
  return points
    .flatMap(([x1, y1], index) => {
      const [x2, y2] = points[(index + 1) % points.length] as Point;
      return y1 <= y !== y2 <= y ? [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)] : [];
    })
    .sort((a, b) => a - b);
}

/** [red, green, blue] of a colour written #rrggbb. */
export const rgb = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** Looks at each pixel so many times across and down. */
const FINE = 8;
/** Steps of transparency and of mixed colours: more would be seen by nobody and weigh more. */
const STEP = 17;

/**
 * The onion, `size` pixels wide and high.
 *
 * @param margin clear pixels on every side.
 */
export function drawIcon(size: number, margin = 0): Raster {
  const { box, layers } = size <= 24 ? SMALL : ONION;
  const scale = (size - 2 * margin) / box;
  const shapes = layers.map(({ ink, path }) => ({ colour: rgb(INK[ink]), points: outline(path) }));
  const sums = new Float64Array(size * size * 4);
  for (let row = 0; row < size * FINE; row += 1) {
    const y = ((row + 0.5) / FINE - margin) / scale;
    const cut = shapes
      .map(({ colour, points }) => ({ colour, at: crossings(points, y) }))
      .filter(({ at }) => at.length);
    for (let column = 0; column < size * FINE && cut.length > 0; column += 1) {
      const x = ((column + 0.5) / FINE - margin) / scale;
      const top = cut.findLast(({ at }) => at.filter((edge) => edge < x).length % 2 === 1);
      if (!top) continue;
      const pixel = (Math.floor(row / FINE) * size + Math.floor(column / FINE)) * 4;
      top.colour.forEach((value, channel) => {
        sums[pixel + channel] = (sums[pixel + channel] ?? 0) + value;
      });
      sums[pixel + 3] = (sums[pixel + 3] ?? 0) + 1;
    }
  }
  const data = new Uint8Array(sums.length);
  for (let pixel = 0; pixel < sums.length; pixel += 4) {
    const seen = sums[pixel + 3] ?? 0;
    const alpha = Math.round((seen / FINE ** 2) * (255 / STEP)) * STEP;
    if (alpha === 0) continue;
    const mixed = [0, 1, 2].map((channel) => (sums[pixel + channel] ?? 0) / seen);
    const flat = shapes.find(({ colour }) =>
      colour.every((value, channel) => Math.abs(value - (mixed[channel] ?? 0)) < 1),
    );
    mixed.forEach((value, channel) => {
      data[pixel + channel] = flat ? (flat.colour[channel] ?? 0) : Math.min(255, Math.round(value / STEP) * STEP);
    });
    data[pixel + 3] = alpha;
  }
  return { width: size, height: size, data };
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}

/** An indexed PNG. @throws Error where the picture has more than 256 colours. */
export function indexedPng({ width, height, data }: Raster): Buffer {
  const colours = new Map<number, number>();
  const view = new DataView(data.buffer, data.byteOffset);
  // The clear ones first: only they need a place in the table of transparency.
  const all = [...new Set(Array.from({ length: width * height }, (_, at) => view.getUint32(at * 4)))];
  for (const colour of all.sort((a, b) => (a & 255) - (b & 255) || a - b)) colours.set(colour, colours.size);
  if (colours.size > 256) throw new Error(`The picture has ${colours.size} colours, and 256 are the most.`);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + x + 1] = colours.get(view.getUint32((y * width + x) * 4)) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const keys = [...colours.keys()];
  const palette = Buffer.from(keys.flatMap((colour) => [colour >>> 24, (colour >>> 16) & 255, (colour >>> 8) & 255]));
  const clear = Buffer.from(keys.map((colour) => colour & 255).filter((alpha) => alpha < 255));
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('tRNS', clear),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
