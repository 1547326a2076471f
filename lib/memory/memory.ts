/**
 * What the margin remembers of what a reader has seen, so that jokes do not come round again: kept by page, so that the
 * same page reads the same on every visit (a page is compared only with the pages seen before it).
 */

import { browser } from 'wxt/browser';
import { digest } from '../hash';
import { t } from '../locale';
import { saved, storedAt } from '../storage/local';
import { exclusively } from '../storage/lock';

export const MEMORY_KEY = 'memory';
/** Pages remembered. */
const PAGES = 40;
/** Lines compared: those of all pages remembered, at five notes, a headline card and an end note a page. */
const LINES = 400;
/** A page of several stories has at most so many lines. */
const MOST = 80;
/** "Less like this" mutes a mechanism for this many pages. */
const MUTE_PAGES = 20;

export interface SeenPage {
  /**
   * A salted digest of the page's address (`pageKey`): enough to know a page again, not enough to tell where a reader was. The opening of a
   * long page and its rest go by the same one: pages read at once may come between them.
   */
  key: string;
  lines: string[];
  frames: string[];
  shapes: string[];
  /** Mechanisms that were muted when it was first read: a mute that comes or ends later does not change what it says. */
  muted: string[];
}

export interface Memory {
  /** Goes into every page's key, and is another in every copy of Peel: no list of addresses made beforehand tells a key. */
  salt: string;
  pages: SeenPage[];
  /** Mechanism → pages left to be muted. */
  muted: Record<string, number>;
  /** Storage gave no answer: this stands for a memory that is not known, and is never written over it. */
  unread?: true;
}

const newSalt = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');
const emptyMemory = (): Memory => ({ salt: newSalt(), pages: [], muted: {} });

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string').slice(0, MOST) : [];

/** The last pages, each with its opening and its rest. */
function newest(pages: readonly SeenPage[]): SeenPage[] {
  const keys = new Set([...new Set(pages.map(({ key }) => key))].slice(-PAGES));
  return pages.filter(({ key }) => keys.has(key));
}

/**
 * Reads anything that may lie in storage. Never throws. A memory from before there was a salt gets one, and its pages keep
 * their places: their plain digests are salted as those of new pages are.
 */
export function parseMemory(value: unknown): Memory {
  if (typeof value !== 'object' || value === null) return emptyMemory();
  const { salt: found, pages, muted } = value as Record<string, unknown>;
  const salt = typeof found === 'string' && found !== '' ? found.slice(0, 64) : newSalt();
  const keyOf = (key: string) => (salt === found ? key : salted(key, salt));
  return {
    salt,
    pages: newest(
      (Array.isArray(pages) ? pages : [])
        .filter((page): page is Record<string, unknown> => typeof page?.key === 'string')
        .map((page) => ({
          key: keyOf(page.key as string),
          lines: strings(page.lines),
          frames: strings(page.frames),
          shapes: strings(page.shapes),
          muted: strings(page.muted),
        })),
    ),
    muted: Object.fromEntries(
      Object.entries(typeof muted === 'object' && muted !== null ? muted : {}).filter(
        (entry): entry is [string, number] => typeof entry[1] === 'number' && entry[1] > 0,
      ),
    ),
  };
}

/** The lines, frames and shapes that a page must avoid: those of the pages seen before it. */
export function recentFor(memory: Memory, key: string): { lines: string[]; frames: string[]; shapes: string[] } {
  const at = memory.pages.findIndex((page) => page.key === key);
  const before = at < 0 ? memory.pages : memory.pages.slice(0, at);
  return {
    lines: before.flatMap((page) => page.lines).slice(-LINES),
    frames: before.flatMap((page) => page.frames).slice(-40),
    shapes: before.flatMap((page) => page.shapes).slice(-10),
  };
}

/** The mechanisms that a page does without: those muted when it was first read, or those muted now. */
export function mutedFor(memory: Memory, key: string): string[] {
  return memory.pages.find((page) => page.key === key)?.muted ?? Object.keys(memory.muted);
}

/** What a page is known by in a memory with this salt: no address, nor to be had from one without the salt. */
export function pageKey(address: string, { salt }: Pick<Memory, 'salt'>): string {
  return salted(digest(address), salt);
}

const salted = (key: string, salt: string): string => digest(`${salt} ${key}`);

/**
 * `memory` with a page's notes added; a page seen before keeps its place, and mutes run down only on new pages.
 * @param parts all of the page; or its opening, and its rest where that is read by now, each of which has a place of its own
 */
export function remember(memory: Memory, ...parts: SeenPage[]): Memory {
  const pages = [...memory.pages];
  const key = parts[0]?.key;
  const places = [...pages.keys()].filter((i) => pages[i]?.key === key);
  parts.forEach((part, i) => {
    pages[places[i] ?? pages.length] = part;
  });
  if (places.length > 0) return { ...memory, pages };
  const muted = Object.entries(memory.muted).flatMap(([name, left]) => (left > 1 ? [[name, left - 1] as const] : []));
  return { ...memory, pages: newest(pages), muted: Object.fromEntries(muted) };
}

/** `memory` with the mechanisms of one page changed: what it says when it is read again. */
function withPage(memory: Memory, key: string, change: (muted: string[]) => string[]): Memory {
  const pages = memory.pages.map((page) => (page.key === key ? { ...page, muted: change(page.muted) } : page));
  return { ...memory, pages };
}

/** `memory` with one joke mechanism muted: on the page known as `key`, and on the next twenty that are new. */
export function mute(memory: Memory, mechanism: string, key = ''): Memory {
  const next = withPage(memory, key, (muted) => [...new Set([...muted, mechanism])]);
  return { ...next, muted: { ...memory.muted, [mechanism]: MUTE_PAGES } };
}

/** `memory` with a mute taken back; pages read meanwhile stay as they are, but for the one known as `key`. */
export function unmute(memory: Memory, mechanism: string, key = ''): Memory {
  const { [mechanism]: _, ...muted } = memory.muted;
  return { ...withPage(memory, key, (own) => own.filter((other) => other !== mechanism)), muted };
}

const stored = () => storedAt(MEMORY_KEY);

/** `memory` with mutes that were forgotten put back, each for the pages that it had left; what was muted since stands. */
export const mutedAgain = (memory: Memory, muted: Memory['muted']): Memory => ({
  ...memory,
  muted: { ...muted, ...memory.muted },
});

/** What storage remembers; an empty memory where it cannot be read. */
export async function loadMemory(): Promise<Memory> {
  try {
    return parseMemory(await stored());
  } catch {
    return { ...emptyMemory(), unread: true };
  }
}

/** Saves `memory`, unless it stands for one that could not be read. @throws Error with a sentence for the reader. */
async function saveMemory(memory: Memory): Promise<void> {
  if (memory.unread) throw new Error(t('memory_not_saved'));
  await saved(() => browser.storage.local.set({ [MEMORY_KEY]: memory }), 'memory_not_saved');
}

/** Applies `change` to what is remembered now, one writer at a time. @throws Error with a sentence for the reader; nothing is lost then. */
export function updateMemory(change: (memory: Memory) => Memory): Promise<void> {
  return exclusively('memory', async () => saveMemory(change(await loadMemory())));
}

/** No page loses its notes because they could not be remembered. */
const quietly = (saving: Promise<void>): Promise<void> => saving.catch(() => undefined);

/** How long a page waits for its turn, in ms. */
const TURN_MS = 2000;

/**
 * What `work` makes of the memory; it says what to remember too, which is saved when the answer is out. One page after the
 * other: two that are read at once would not know of each other's lines now, but would on the next visit. A page whose
 * turn does not come goes without one.
 * @throws what `work` throws.
 */
export function withMemory<T>(work: (memory: Memory) => { made: T; change: (memory: Memory) => Memory }): Promise<T> {
  return new Promise((resolve, reject) => {
    const turn = async () => {
      const memory = await loadMemory();
      try {
        const { made, change } = work(memory);
        resolve(made);
        return { memory, change };
      } catch (error) {
        reject(error);
        return null;
      }
    };
    const taken = exclusively(
      'memory',
      async () => {
        const done = await turn();
        const next = done?.change(done.memory);
        if (next && next !== done?.memory) await quietly(saveMemory(next));
      },
      { patience: TURN_MS },
    );
    taken.catch(async () => {
      const done = await turn();
      if (done) await quietly(updateMemory(done.change));
    });
  });
}

/** Forgets every page and every mute. @returns the mutes, for `mutedAgain`. @throws Error with a sentence for the reader. */
export function forget(): Promise<Memory['muted']> {
  return exclusively('memory', async () => {
    const { muted } = await loadMemory();
    await saved(() => browser.storage.local.remove(MEMORY_KEY), 'memory_refused');
    return muted;
  });
}
