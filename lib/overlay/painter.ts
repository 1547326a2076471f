/** Paints text through the CSS Custom Highlight API. The registry belongs to the page too: only own names are touched. */
import type { PartName } from '@/lib/model';
import { steppedOf } from './adjacent';
import { createShadowRules } from './shadow-rules';
import type { Tone } from './tone';
import type { OverlayItem } from './types';
import { UNDERLINES, underlineOf } from './underlines';

const PARTS: readonly PartName[] = [
  'actor',
  'technology',
  'quantity',
  'workers',
  'comparison',
  'hedge',
  'deadline',
  'speaker',
  'task',
  'beneficiary',
];
const TONES: readonly Tone[] = ['light', 'dark'];
/** Of marks that touch, every second is painted this way, so that they do not melt into one. */
const STEP = '-2';
const nameOf = (what: string, tone: Tone) => (tone === 'dark' ? `peel-${what}-dark` : `peel-${what}`);

export interface Painter {
  /** Paints the marks, given in the order of the page; an `active` one stands out, and its parts are coloured if `taken apart`. */
  paint(items: readonly OverlayItem[], tone: Tone): void;
  activate(item: OverlayItem | null, parts: boolean): void;
  /** Puts back what the page may have cleared. @returns true if anything was missing. */
  restore(): boolean;
  clear(): void;
}

/** A painter that does nothing where the browser has no highlights (Firefox before 140, tests without a browser). */
export function createPainter(): Painter {
  const registry = globalThis.CSS?.highlights;
  const shown = new Map<string, Highlight>();
  const rules = createShadowRules();
  let tone: Tone = 'light';

  const put = (what: string, ranges: readonly Range[], priority: number) => {
    const name = nameOf(what, tone);
    if (!registry || ranges.length === 0) return;
    const highlight = new Highlight(...ranges);
    // Below zero: what the page or another extension highlights stays on top.
    highlight.priority = priority;
    shown.set(name, highlight);
    registry.set(name, highlight);
    rules.carry(name, ranges);
  };
  const drop = (what: string) => {
    for (const each of TONES) {
      const name = nameOf(what, each);
      if (registry && shown.has(name) && registry.get(name) === shown.get(name)) registry.delete(name);
      shown.delete(name);
    }
  };
  const dropMarks = () => {
    for (const underline of UNDERLINES) for (const name of [underline, underline + STEP]) drop(name);
  };
  const deactivate = () => {
    drop('active');
    for (const part of PARTS) drop(`part-${part}`);
  };

  return {
    paint(items, pageTone) {
      dropMarks();
      if (tone !== pageTone) deactivate();
      tone = pageTone;
      // Trees that hold no claim any more are let go.
      rules.clear();
      const stepped = steppedOf(items.map(({ range }) => range));
      for (const underline of UNDERLINES) {
        const own = items.flatMap(({ claim, range }) => (underlineOf(claim) === underline ? [range] : []));
        put(
          underline,
          own.filter((range) => !stepped.has(range)),
          -3,
        );
        put(
          underline + STEP,
          own.filter((range) => stepped.has(range)),
          -3,
        );
      }
    },
    activate(item, parts) {
      deactivate();
      if (!item) return;
      put('active', [item.range], -2);
      if (!parts) return;
      const found = PARTS.flatMap((part) => {
        const range = item.parts[part];
        return range && !range.collapsed ? [{ part, range, length: range.toString().length }] : [];
      });
      // Of two in one place the later is on top: a number is seen within the work that it counts.
      for (const { part, range } of found.sort((a, b) => b.length - a.length)) put(`part-${part}`, [range], -1);
    },
    restore() {
      let missing = rules.restore();
      for (const [name, highlight] of shown) {
        if (registry?.has(name)) continue;
        registry?.set(name, highlight);
        missing = true;
      }
      return missing;
    },
    clear() {
      deactivate();
      dropMarks();
      rules.clear();
    },
  };
}
