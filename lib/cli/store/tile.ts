/** The small tile that Chrome and Edge show in their lists: drawn from what ships, the typeface, the inks and the onion. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INKS } from '@/lib/share/colours';
import { ROOT } from '../build';
import { drawIcon, indexedPng } from '../packaging/icon';

export const TILE = { width: 440, height: 280 } as const;

const data = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`;
const face = (name: string, weight: number, style: string) =>
  `@font-face{font-family:Peel;font-weight:${weight};font-style:${style};src:url(${data('font/woff2', readFileSync(join(ROOT, 'public/fonts', `${name}.woff2`)))})}`;

/** The tile as a page of its own; the claim and the note are those of our demonstration. */
export function tileHtml(): string {
  const { paper, tint, ink, rule, accent, mark } = INKS.light;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Peel</title><style>
${face('regular', 400, 'normal')}${face('italic', 400, 'italic')}${face('semibold', 600, 'normal')}
body{margin:0;width:${TILE.width}px;height:${TILE.height}px;overflow:hidden;background:${paper};color:${ink};font:400 27px/1.3 Peel,serif;display:grid;grid-template-columns:1fr 1fr}
div{box-sizing:border-box;padding:24px 18px 20px 24px;display:flex;flex-direction:column;justify-content:space-between}
div+div{background:${tint};border-left:1px solid ${rule};font-style:italic;justify-content:center;gap:14px;font-size:36px;line-height:1.15;padding:0 16px 0 24px}
small{font:600 13px/1 Peel,serif;letter-spacing:.1em;color:${accent}}
h1{margin:0;font:600 44px/1 Peel,serif;display:flex;align-items:center;gap:12px}
p{margin:0}mark{background:${mark};color:inherit;border-bottom:3px solid ${accent}}
</style><div><h1><img src="${data('image/png', indexedPng(drawIcon(60)))}" alt="">Peel</h1><p>“the work of <mark>700 full-time agents</mark>”</p></div><div><small>SATIRE</small><p>Can I talk<br>to one?</p><p>No.</p></div></html>`;
}
