/** The background's half of a pass: reads a page, writes its notes, remembers them. Keeps nothing between calls. */
import { read } from '../claims';
import { isReadRequest, type ReadAnswer, type ToBackground } from '../messages';
import type { Edition, Note, PageReport } from '../model';
import { another, type WriteOptions, write } from '../satire';
import { loadMemory, type Memory, recentFor, remember, saveMemory } from '../settings/memory';
import type { Settings } from '../settings/settings';
import { loadSettings } from '../settings/store';

function optionsFor(memory: Memory, settings: Settings, address: string): Partial<WriteOptions> {
  return {
    recent: recentFor(memory, address),
    mutedMechanisms: Object.keys(memory.muted),
    kindsOff: settings.kindsOff,
    gag: memory.gag,
  };
}

/** The edition whose lines count as seen: the one the reader's dial shows. */
function seenIn(edition: Edition, address: string) {
  const { notes } = edition;
  return {
    address,
    lines: notes.map((note) => note.line),
    frames: notes.map((note) => note.frame),
    shapes: notes.map((note) => note.shape),
  };
}

/**
 * Answers one message of a read port; anything that is no request is ignored (null).
 * @returns a report, or one plain sentence where reading failed. Never throws.
 */
export async function answerRead(message: unknown): Promise<ReadAnswer | null> {
  if (!isReadRequest(message)) return null;
  const { page, pass } = message;
  try {
    const [memory, settings] = await Promise.all([loadMemory(), loadSettings()]);
    const report: PageReport = write(page, read(page), optionsFor(memory, settings, page.address));
    const seen = seenIn(report.editions[settings.level], page.address);
    if (seen.lines.length > 0) await saveMemory(remember(memory, seen));
    return { type: 'report', pass, report };
  } catch {
    return { type: 'failed', pass, reason: 'Something on this page tripped Peel up, so it stayed out of it.' };
  }
}

/** Another line for one claim, or null when the shelf is empty. Never throws. */
export async function answerAnother(message: Extract<ToBackground, { type: 'peel:another' }>): Promise<Note | null> {
  const { page, report, index, level, used } = message;
  try {
    const [memory, settings] = await Promise.all([loadMemory(), loadSettings()]);
    return another(page, report.reading, report, index, level, used, optionsFor(memory, settings, page.address));
  } catch {
    return null;
  }
}
