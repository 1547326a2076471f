/**
 * What the margin remembers of what a reader has seen, so that jokes do not come round again: kept by page, so that the
 * same page reads the same on every visit (a page is compared only with the pages seen before it).
 */
import { browser } from 'wxt/browser';

export const MEMORY_KEY = 'memory';
/** Pages remembered: about 200 notes at six a page (packformat: last 200 lines). */
const PAGES = 40;
/** "Less like this" mutes a mechanism for this many pages (levels: small controls). */
const MUTE_PAGES = 20;

export interface SeenPage {
  address: string;
  lines: string[];
  frames: string[];
  shapes: string[];
}

export interface Memory {
  pages: SeenPage[];
  /** Mechanism → pages left to be muted. */
  muted: Record<string, number>;
  /** Chapters of the running gag already told. */
  gag: number;
}

const emptyMemory = (): Memory => ({ pages: [], muted: {}, gag: 0 });

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string').slice(0, 60) : [];

/** Reads anything that may lie in storage. Never throws. */
export function parseMemory(value: unknown): Memory {
  if (typeof value !== 'object' || value === null) return emptyMemory();
  const { pages, muted, gag } = value as Record<string, unknown>;
  return {
    pages: (Array.isArray(pages) ? pages : [])
      .filter((page): page is Record<string, unknown> => typeof page?.address === 'string')
      .map((page) => ({
        address: page.address as string,
        lines: strings(page.lines),
        frames: strings(page.frames),
        shapes: strings(page.shapes),
      }))
      .slice(-PAGES),
    muted: Object.fromEntries(
      Object.entries(typeof muted === 'object' && muted !== null ? muted : {}).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
      ),
    ),
    gag: Number.isInteger(gag) && (gag as number) >= 0 ? (gag as number) : 0,
  };
}

/** The lines, frames and shapes that a page must avoid: those of the pages seen before it. */
export function recentFor(memory: Memory, address: string): { lines: string[]; frames: string[]; shapes: string[] } {
  const at = memory.pages.findIndex((page) => page.address === address);
  const before = at < 0 ? memory.pages : memory.pages.slice(0, at);
  return {
    lines: before.flatMap((page) => page.lines).slice(-200),
    frames: before.flatMap((page) => page.frames).slice(-40),
    shapes: before.flatMap((page) => page.shapes).slice(-10),
  };
}

/** `memory` with a page's notes added; a page seen before keeps its place, and mutes run down only on new pages. */
export function remember(memory: Memory, page: SeenPage): Memory {
  const at = memory.pages.findIndex((seen) => seen.address === page.address);
  if (at >= 0) return { ...memory, pages: memory.pages.with(at, page) };
  const muted = Object.entries(memory.muted).flatMap(([name, left]) => (left > 1 ? [[name, left - 1] as const] : []));
  return { ...memory, pages: [...memory.pages, page].slice(-PAGES), muted: Object.fromEntries(muted) };
}

/** `memory` with one joke mechanism muted for the next twenty pages. */
export function mute(memory: Memory, mechanism: string): Memory {
  return { ...memory, muted: { ...memory.muted, [mechanism]: MUTE_PAGES } };
}

/** What storage remembers; an empty memory where it cannot be read. */
export async function loadMemory(): Promise<Memory> {
  try {
    return parseMemory((await browser.storage.local.get(MEMORY_KEY))[MEMORY_KEY]);
  } catch {
    return emptyMemory();
  }
}

/** Saves `memory`. A full disk is no reason to lose a page's notes: failure is ignored. */
export async function saveMemory(memory: Memory): Promise<void> {
  await browser.storage.local.set({ [MEMORY_KEY]: memory }).catch(() => undefined);
}
