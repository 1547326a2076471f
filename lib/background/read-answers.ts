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

/**
 * What counts as seen of the edition that the reader's dial shows: all of it, or the notes of the opening and then the rest. A page that is read meanwhile
 * knows of the one and not of the other, and so it is when both are read again.
 */
function seenIn({ notes, headline, end }: Edition, opening: number, page: Pick<SeenPage, 'key' | 'muted'>): SeenPage[] {
  const part = (own: readonly Note[], lines: readonly string[] = []): SeenPage => ({
    ...page,
    lines: [...lines, ...own.map((note) => note.line)],
    frames: own.map((note) => note.frame),
    shapes: own.map((note) => note.shape),
  });
  const around = [...(headline ? [headline.line] : []), ...(end?.lines ?? [])];
  if (opening === 0) return [part(notes, around)];
  const [first, rest] = [notes.filter(({ claim }) => claim < opening), notes.filter(({ claim }) => claim >= opening)];
  return [part(first), part(rest, around)];
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

/**
 * Writes a page, its opening first where that is told, and remembers what of it the reader sees.
 * @param secret nothing of it is remembered
 */
function writerFor({ address }: PageText, settings: Settings, packs: readonly Pack[], secret: boolean) {
  let chosen: Partial<WriteOptions> | null = null;
  return (stories: readonly StoryRead[], isWhole: boolean): Promise<PageReport> =>
    withMemory((memory) => {
      // What other pages show meanwhile changes nothing of what stands here already.
      const options = chosen ?? optionsFor(memory, settings, packs, address);
      const made = writeStories(stories, options);
      const key = pageKey(address, memory);
      const opening = stories[0]?.reading.opening ?? 0;
      const parts = seenIn(made.editions[settings.level], opening, { key, muted: mutedFor(memory, key) });
      const isSeen = parts.some(({ lines }) => lines.length > 0);
      // An opening that shows no joke takes no place among the pages seen; the whole then knows of all that came before it.
      if (isSeen || secret) chosen = options;
      const kept = isSeen && !secret;
      return { made, change: (now) => (kept ? remember(now, ...(isWhole ? parts : parts.slice(0, 1))) : now) };
    });
}

async function reportOn(
  { page, pass, bare, opening: isOpeningWanted, without }: ReadRequest,
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

  const written = writerFor(page, settings, packs, secret);
  const tellOpening = async (read: StoryRead[]): Promise<void> => {
    const stories = await wanted(read);
    if (!bring(stories)) return;
    const report = await written(stories, false);
    await margin;
    signal.throwIfAborted();
    onOpening?.(answer('opening', asOpening(report), true));
  };

  const all = await readStories(
    page,
    network,
    { density: settings.density, signal },
    isOpeningWanted ? tellOpening : undefined,
  );
  signal.throwIfAborted();
  const stories = await wanted(all);
  const found = bring(stories);
  const report = await written(stories, true);
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
