/** The background's half of a pass: reads a page, writes its notes, remembers them. Keeps nothing between calls. */
import { decidingWords, type Encoder, ModelError } from '../claims';
import {
  loadMemory,
  type Memory,
  mutedFor,
  pageKey,
  recentFor,
  remember,
  type SeenPage,
  withMemory,
} from '../memory/memory';
import type { ReadAnswer, ReadRequest, ToBackground } from '../messages';
import { check, is } from '../messages/check';
import type { Edition, Level, Note, PageReport, PageText } from '../model';
import { another, type Pack, type WriteOptions } from '../satire';
import { askedAt } from '../satire/levels';
import type { Settings } from '../settings/settings';
import { loadSettingsFor } from '../settings/site-settings';
import { leaveTrace } from './leave-trace';
import { marginWords } from './margin-words';
import { packsFor } from './packs';
import { withoutSpared } from './spared';
import { readStories, type StoryRead, storyOf, writeStories } from './stories';
import { withoutUnwanted } from './unwanted';

/** The page's host as settings know it: without a port. */
function hostOf({ address, host }: PageText): string {
  return URL.canParse(address) ? new URL(address).hostname : host;
}

function optionsFor(
  memory: Memory,
  settings: Settings,
  packs: readonly Pack[],
  address: string,
): Partial<WriteOptions> {
  const key = pageKey(address, memory);
  return {
    recent: recentFor(memory, key),
    mutedMechanisms: mutedFor(memory, key),
    kindsOff: settings.kindsOff,
    packs,
  };
}

const marksIn = (stories: readonly StoryRead[]): number =>
  stories.reduce((sum, { reading }) => sum + reading.claims.length, 0);

/** The edition whose lines count as seen: the one the reader's dial shows. */
function seenIn({ notes, headline, end }: Edition, memory: Memory, key: string): SeenPage {
  return {
    key,
    muted: mutedFor(memory, key),
    lines: [...(headline ? [headline.line] : []), ...(end?.lines ?? []), ...notes.map((note) => note.line)],
    frames: notes.map((note) => note.frame),
    shapes: notes.map((note) => note.shape),
  };
}

/** For whom a page is read, and with what. */
export interface ReadFor {
  /** The page is in a private window: nothing of it is remembered. */
  secret: boolean;
  /** Aborted when the page has gone or asks for something else. */
  signal: AbortSignal;
  /** Loads the network. */
  encoder(): Promise<Encoder>;
  /** Puts the margin on the page; asked as soon as there is a claim, so that it comes while the notes are written. */
  bringMargin(): Promise<unknown>;
  /** Gets the answer about the top of a long page, where the page wants one, while the rest is being read. */
  onOpening?: (answer: ReadAnswer) => void;
}

/** A page whose end is not read yet: what is said there has to wait. */
function asOpening(report: PageReport): PageReport {
  const { editions } = report;
  return { ...report, editions: { ...editions, onion: { ...editions.onion, end: null } } };
}

/**
 * Answers one message of a read port; anything that is no request is ignored (null), and so is one that nobody waits for any
 * more.
 * @returns a report, or why reading failed. Never throws.
 */
export async function answerRead(message: unknown, reader: ReadFor): Promise<ReadAnswer | null> {
  if (!is('readRequest', message)) return null;
  try {
    return await reportOn(message, reader);
  } catch (error) {
    if (reader.signal.aborted) return null;
    const { pass } = message;
    if (error instanceof ModelError) return { type: 'failed', pass, reason: `reader-${error.problem}` };
    leaveTrace(error);
    return { type: 'failed', pass, reason: 'tripped' };
  }
}

async function reportOn(
  { page, pass, bare, opening, without }: ReadRequest,
  { secret, signal, encoder, bringMargin, onOpening }: ReadFor,
): Promise<ReadAnswer> {
  const [settings, network] = await Promise.all([loadSettingsFor(hostOf(page)), encoder()]);
  const packs = await packsFor(settings);
  const wanted = (stories: readonly StoryRead[]) =>
    withoutUnwanted(withoutSpared(stories, settings.spared), { kinds: settings.kindsOff, ids: without });
  let margin: Promise<unknown> | null = null;
  const bring = (stories: readonly StoryRead[]): boolean => {
    const found = marksIn(stories) > 0;
    // Where it fails the page asks once more, and then says why it shows nothing.
    if (bare && found) margin ??= bringMargin().catch(() => undefined);
    return found;
  };
  const answer = (type: 'opening' | 'report', report: PageReport, found: boolean): ReadAnswer =>
    // The page takes it as it comes.
    check('readAnswer', { type, pass, report, ...(found && { words: marginWords() }) });

  let chosen: Partial<WriteOptions> | null = null;
  const optionsIn = (memory: Memory) => {
    // What other pages show meanwhile changes nothing of what stands here already.
    chosen ??= optionsFor(memory, settings, packs, page.address);
    return chosen;
  };
  const tellOpening = async (read: StoryRead[]): Promise<void> => {
    const stories = await wanted(read);
    if (!bring(stories)) return;
    const report = writeStories(stories, optionsIn(await loadMemory()));
    await margin;
    signal.throwIfAborted();
    onOpening?.(answer('opening', asOpening(report), true));
  };

  const all = await readStories(
    page,
    network,
    { density: settings.density, signal },
    opening ? tellOpening : undefined,
  );
  signal.throwIfAborted();
  const stories = await wanted(all);
  const found = bring(stories);
  const report = await withMemory((memory) => {
    const made: PageReport = writeStories(stories, optionsIn(memory));
    const edition = made.editions[settings.level];
    const seen = seenIn(edition, memory, pageKey(page.address, memory));
    const kept = seen.lines.length > 0 && !secret;
    return { made, change: (now) => (kept ? remember(now, seen) : now) };
  });
  await margin;
  const leftOut = marksIn(all) - marksIn(stories);
  return answer('report', leftOut > 0 ? { ...report, leftOut } : report, found);
}

function withoutNotes(report: PageReport, level: Level): PageReport {
  return { ...report, editions: { ...report.editions, [level]: { ...report.editions[level], notes: [] } } };
}

/** Another line for one claim, or a first one; null when the shelf is empty. Never throws. */
export async function answerAnother(message: Extract<ToBackground, { type: 'peel:another' }>): Promise<Note | null> {
  const { page, report, index, used } = message;
  const level = askedAt(message.level);
  try {
    const [memory, settings] = await Promise.all([loadMemory(), loadSettingsFor(hostOf(page))]);
    const options = optionsFor(memory, settings, await packsFor(settings), page.address);
    // Whoever asks for another asks now: what is unwanted by now does not come.
    const mutedMechanisms = [...new Set([...(options.mutedMechanisms ?? []), ...Object.keys(memory.muted)])];
    const planned = report.editions[level].notes.find(({ claim }) => claim === index);
    if (planned && !used.includes(planned.line) && !mutedMechanisms.includes(planned.mechanism)) return planned;
    const story = storyOf(page, report, index);
    const ask = (of: PageReport) => another({ ...story, report: of, level, used }, { ...options, mutedMechanisms });
    // Where none is shown, rather one that the plan has for another claim than none.
    const note = ask(story.report) ?? (message.level === 'straight' ? ask(withoutNotes(story.report, level)) : null);
    return check('anotherAnswer', { note: note && { ...note, claim: index } }).note;
  } catch (error) {
    leaveTrace(error);
    return null;
  }
}

/** The words that decided that a sentence is marked; none where it cannot be told. Never throws. */
export async function answerDeciding(
  { page, passage, sentence, kind }: Extract<ToBackground, { type: 'peel:deciding' }>,
  encoder: () => Promise<Encoder>,
): Promise<string[]> {
  try {
    return await decidingWords(page, { passage, sentence, kind }, await encoder());
  } catch (error) {
    leaveTrace(error);
    return [];
  }
}
