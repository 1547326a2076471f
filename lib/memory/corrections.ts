/**
 * Sentences that the reader said are marked wrongly: kept on this machine to leave them alone from then on, and to be handed
 * on as a file that training reads.
 */

import { browser } from 'wxt/browser';
import { t } from '../locale';
import { KINDS, type Kind, type WrongMark } from '../model';
import { normalHost } from '../settings/settings';
import { saved, storedAt } from '../storage/local';
import { exclusively } from '../storage/lock';

export const CORRECTIONS_KEY = 'corrections';
/** Most corrections kept, and the most that is kept of one, in UTF-16 units: together about a megabyte. */
export const MOST_CORRECTIONS = 500;
const LONGEST = { text: 2000, title: 300 };

/** One sentence in its paragraph. */
export interface Correction extends WrongMark {
  /** Names the sentence: a digest of its words, whatever the white space between them. */
  id: string;
  /** Site on which it was read; empty where the page has none. */
  host: string;
}

/** The first 16 hex digits of the SHA-256 of a sentence with its white space collapsed, as training names sentences. */
export async function sentenceId(sentence: string): Promise<string> {
  const words = new TextEncoder().encode(sentence.split(/\s+/).filter(Boolean).join(' '));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', words));
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const isWhole = (value: unknown): value is number => Number.isInteger(value);

function parseOne(value: unknown): Correction[] {
  if (typeof value !== 'object' || value === null) return [];
  const { id, host, title, text, start, end, kind } = value as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[0-9a-f]{16}$/.test(id) || typeof text !== 'string') return [];
  if (text.length > LONGEST.text || !isWhole(start) || !isWhole(end) || start < 0 || start >= end || end > text.length)
    return [];
  if (!KINDS.includes(kind as Kind)) return [];
  return [
    {
      id,
      host: typeof host === 'string' && normalHost(host) === host ? host : '',
      title: typeof title === 'string' ? title.slice(0, LONGEST.title) : '',
      text,
      start,
      end,
      kind: kind as Kind,
    },
  ];
}

/** Reads anything that may lie in storage; what is no correction is left out. Never throws. */
export function parseCorrections(value: unknown): Correction[] {
  if (!Array.isArray(value)) return [];
  const byId = new Map(value.flatMap(parseOne).map((one) => [one.id, one] as const));
  return [...byId.values()].slice(-MOST_CORRECTIONS);
}

/** `mark` as it is kept: a long paragraph is cut down to the sentence. Null where it names no words. */
async function correctionOf({ title, text, start, end, kind }: WrongMark, host: string): Promise<Correction | null> {
  const sentence = text.slice(start, end);
  if (!sentence.trim()) return null;
  const id = await sentenceId(sentence);
  const own = text.length <= LONGEST.text ? { text, start, end } : cut(sentence);
  return { id, host: normalHost(host) ?? '', title: title.slice(0, LONGEST.title), kind, ...own };
}

function cut(sentence: string): { text: string; start: number; end: number } {
  const text = sentence.slice(0, LONGEST.text).toWellFormed();
  return { text, start: 0, end: text.length };
}

/** All corrections, the oldest first, for those who show them. @throws Error with a sentence for the reader. */
export async function readCorrections(): Promise<Correction[]> {
  try {
    return parseCorrections(await storedAt(CORRECTIONS_KEY));
  } catch {
    throw new Error(t('corrections_unreadable'));
  }
}

/** As `readCorrections`, for those who only act on them; none where storage cannot be read. */
export async function loadCorrections(): Promise<Correction[]> {
  return readCorrections().catch(() => []);
}

/** @throws Error with a sentence for the reader; nothing is changed then. */
function change(step: (list: Correction[]) => Correction[]): Promise<void> {
  return exclusively('corrections', async () => {
    const after = step(await readCorrections());
    await saved(() => browser.storage.local.set({ [CORRECTIONS_KEY]: after }), 'corrections_refused');
  });
}

/**
 * Remembers a sentence as marked wrongly. One without words is ignored.
 * @throws Error with a sentence for the reader where storage refuses or the list is full.
 */
export async function addCorrection(mark: WrongMark, host: string): Promise<void> {
  const one = await correctionOf(mark, host);
  if (one) await putBack([one]);
}

/** Puts corrections back that were taken off the list. @throws as `addCorrection`. */
export function putBack(gone: readonly Correction[]): Promise<void> {
  return change((list) => {
    const ids = new Set(gone.map(({ id }) => id));
    const after = [...list.filter(({ id }) => !ids.has(id)), ...gone];
    if (after.length > MOST_CORRECTIONS) throw new Error(t('corrections_full'));
    return after;
  });
}

/** Takes a sentence off the list. @throws Error with a sentence for the reader. */
export async function dropCorrection({ text, start, end }: Pick<WrongMark, 'text' | 'start' | 'end'>): Promise<void> {
  await dropCorrections([await sentenceId(text.slice(start, end))]);
}

/** Takes the named ones off the list, or all. @throws Error with a sentence for the reader. */
export function dropCorrections(ids: readonly string[] | 'all'): Promise<void> {
  return change((list) => (ids === 'all' ? [] : list.filter(({ id }) => !ids.includes(id))));
}

/**
 * The corrections as labelled documents, one JSON object a line: what `npm run eval` scores and training reads. Offsets are
 * UTF-16 units in the paragraph.
 */
export function labelledLines(list: readonly Correction[]): string {
  return list
    .map(({ id, host, title, text, start, end, kind }) => {
      const sentences = [{ p: 0, start, end, claim: false, marked: kind }];
      return `${JSON.stringify({ id: `correction-${id}`, host, title, page: 'news', paragraphs: [text], sentences })}\n`;
    })
    .join('');
}
