/** The background's half of a pass: reads a page, writes its notes, remembers them. Keeps nothing between calls. */
import { type Encoder, ModelError } from '../claims';
import { isReadRequest, type ReadAnswer, type ToBackground } from '../messages';
import type { Edition, Note, PageReport } from '../model';
import { another, type WriteOptions } from '../satire';
import { MECHANISMS } from '../satire/pack/shape';
import {
  loadMemory,
  type Memory,
  mute,
  mutedFor,
  pageKey,
  recentFor,
  remember,
  type SeenPage,
  updateMemory,
  withMemory,
} from '../settings/memory';
import type { Settings } from '../settings/settings';
import { loadSettings } from '../settings/store';
import { withoutSpared } from './spared';
import { readStories, writeStories } from './stories';

function optionsFor(memory: Memory, settings: Settings, address: string): Partial<WriteOptions> {
  const key = pageKey(address, memory);
  return {
    recent: recentFor(memory, key),
    mutedMechanisms: mutedFor(memory, key),
    kindsOff: settings.kindsOff,
  };
}

/** The edition whose lines count as seen: the one the reader's dial shows. */
function seenIn({ notes }: Edition, memory: Memory, key: string): SeenPage {
  return {
    key,
    muted: mutedFor(memory, key),
    lines: notes.map((note) => note.line),
    frames: notes.map((note) => note.frame),
    shapes: notes.map((note) => note.shape),
  };
}

/**
 * Answers one message of a read port; anything that is no request is ignored (null).
 * @param secret the page is in a private window: nothing of it is remembered.
 * @param encoder loads the network.
 * @param bringMargin puts the margin on the page; asked as soon as there is a claim, so that it comes while the notes are written.
 * @returns a report, or one plain sentence where reading failed. Never throws.
 */
export async function answerRead(
  message: unknown,
  secret: boolean,
  encoder: () => Promise<Encoder>,
  bringMargin: () => Promise<unknown>,
): Promise<ReadAnswer | null> {
  if (!isReadRequest(message)) return null;
  const { page, pass, bare } = message;
  try {
    const [settings, network] = await Promise.all([loadSettings(), encoder()]);
    const stories = withoutSpared(await readStories(page, network, settings.density), settings.spared);
    const found = stories.some(({ reading }) => reading.claims.length > 0);
    // Where it fails the page asks once more, and then says why it shows nothing.
    const margin = bare && found ? bringMargin().catch(() => undefined) : null;
    const report = await withMemory((memory) => {
      const made: PageReport = writeStories(stories, optionsFor(memory, settings, page.address));
      const edition = made.editions[settings.level];
      const seen = seenIn(edition, memory, pageKey(page.address, memory));
      const kept = seen.lines.length > 0 && !secret;
      return { made, change: (now) => (kept ? remember(now, seen) : now) };
    });
    await margin;
    return { type: 'report', pass, report };
  } catch (error) {
    const plain = 'Something on this page tripped Peel up, so it stayed out of it.';
    return { type: 'failed', pass, reason: error instanceof ModelError ? error.message : plain };
  }
}

/** Another line for one claim, or null when the shelf is empty. Never throws. */
export async function answerAnother(message: Extract<ToBackground, { type: 'peel:another' }>): Promise<Note | null> {
  const { page, report, index, level, used } = message;
  try {
    const [memory, settings] = await Promise.all([loadMemory(), loadSettings()]);
    const options = optionsFor(memory, settings, page.address);
    // Whoever asks for another asks now: what is unwanted by now does not come.
    const mutedMechanisms = [...new Set([...(options.mutedMechanisms ?? []), ...Object.keys(memory.muted)])];
    return another(page, report.reading, report, index, level, used, { ...options, mutedMechanisms });
  } catch {
    return null;
  }
}

/** Mutes a mechanism of the packs for a while; a word that is none is ignored. Never throws. */
export async function answerLess(mechanism: string): Promise<void> {
  if (Object.hasOwn(MECHANISMS, mechanism)) await updateMemory((memory) => mute(memory, mechanism));
}
