/**
 * A page may hold several stories: endless pages load the next one as the reader comes to the end of the first. Each is read
 * and written by itself, so that it has seats, a room and a plan of its own whatever stands above it, and does not change
 * what stands there already; together they make one report. A page of one story is read and written as it is.
 */
import { pageScore, read } from '../claims';
import { type Edition, LEVELS, type Level, type Note, type PageReport, type PageText, type Reading } from '../model';
import { another, type WriteOptions, write } from '../satire';

/** Most claims of a page that never ends: five stories full of them. What comes after is left alone. */
const MOST = 60;

/** One story, its passages counted from 0, and where it begins on its page. */
export interface Story {
  page: PageText;
  from: number;
}

export interface StoryRead extends Story {
  reading: Reading;
}

/** Cuts a page into its stories; what stands above the second one's headline is the first's. */
export function storiesOf(page: PageText): Story[] {
  const { passages, stories = [] } = page;
  const starts = stories.filter((start, i) => passages[start] && start > (stories[i - 1] ?? 0));
  return [0, ...starts].map((from, i) => {
    if (starts.length === 0) return { page, from };
    const own = passages.slice(from, starts[i]).map((passage) => ({
      ...passage,
      index: passage.index - from,
      leadIn: passage.leadIn !== null && passage.leadIn >= from ? passage.leadIn - from : null,
    }));
    const [first] = own;
    if (i === 0 || !first) return { page: { ...page, passages: own }, from };
    // What the page states of title and date, it states of its first story.
    const rest = own.slice(1).map((one) => (one.role === 'headline' ? { ...one, role: 'heading' as const } : one));
    return {
      page: { ...page, title: first.text, published: null, passages: [{ ...first, role: 'headline' }, ...rest] },
      from,
    };
  });
}

/** Reads story after story until the page has all it can bear. */
export function readStories(page: PageText): StoryRead[] {
  const out: StoryRead[] = [];
  let claims = 0;
  for (const story of storiesOf(page)) {
    if (claims >= MOST) break;
    const reading = read(story.page);
    claims += reading.claims.length;
    out.push({ ...story, reading });
  }
  return out;
}

/** Writes story after story, none with a line that stands beside one before it, and makes one report of them. */
export function writeStories(stories: readonly StoryRead[], options: Partial<WriteOptions> = {}): PageReport {
  const [first, ...more] = stories;
  if (!first) throw new RangeError('a page holds a story');
  const report = write(first.page, first.reading, options);
  if (more.length === 0) return report;
  let told = options;
  let merged = report.room === 'closed' ? without(report) : report;
  for (const story of more) {
    told = { ...told, gag: 0, recent: withSeen(told.recent, merged) };
    const next = write(story.page, story.reading, told);
    if (next.room !== 'closed' && next.reading.claims.length > 0) merged = joined(merged, next, story.from);
  }
  return merged;
}

/** As `another` of lib/satire, in the story that the claim stands in. */
export function anotherOf(
  page: PageText,
  report: PageReport,
  index: number,
  level: Level,
  used: readonly string[],
  options: Partial<WriteOptions> = {},
): Note | null {
  const passage = report.reading.claims[index]?.passage ?? -1;
  const story = storiesOf(page).findLast(({ from }) => passage >= from);
  if (!story) return null;
  const { from } = story;
  const here = (at: number) => at >= from && at < from + story.page.passages.length;
  const first = report.reading.claims.findIndex((claim) => here(claim.passage));
  const claims = report.reading.claims.filter((claim) => here(claim.passage));
  const notes = (edition: Edition) =>
    edition.notes.flatMap((note) => (claims[note.claim - first] ? [{ ...note, claim: note.claim - first }] : []));
  const own: PageReport = {
    ...report,
    reading: { ...report.reading, claims: claims.map((claim) => ({ ...claim, passage: claim.passage - from })) },
    straight: report.straight.slice(first, first + claims.length),
    editions: byLevel((l) => ({ ...report.editions[l], notes: notes(report.editions[l]) })),
  };
  const elsewhere = report.editions[level].notes.map((note) => note.line);
  const note = another(story.page, own.reading, own, index - first, level, [...used, ...elsewhere], options);
  return note && { ...note, claim: index };
}

function byLevel(edition: (level: Level) => Edition): Record<Level, Edition> {
  return Object.fromEntries(LEVELS.map((level) => [level, edition(level)])) as Record<Level, Edition>;
}

/** The report of a first story of which nothing may be painted. */
function without(report: PageReport): PageReport {
  return { ...report, reading: { claims: [], score: 0, supported: 0 }, straight: [] };
}

function withSeen(recent: WriteOptions['recent'] | undefined, report: PageReport): WriteOptions['recent'] {
  const notes = LEVELS.flatMap((level) => report.editions[level].notes);
  return {
    lines: [...(recent?.lines ?? []), ...notes.map((note) => note.line)],
    frames: [...(recent?.frames ?? []), ...notes.map((note) => note.frame)],
    shapes: recent?.shapes ?? [],
  };
}

/** One report more, its claims counted on from those before and its passages from `from`. */
function joined(a: PageReport, b: PageReport, from: number): PageReport {
  const before = a.reading.claims.length;
  const claims = [
    ...a.reading.claims,
    ...b.reading.claims.map((claim) => ({ ...claim, passage: claim.passage + from })),
  ];
  // The room of a page is its widest story's; in a narrower one every claim says why it has no joke.
  const open = a.room === 'open' ? a : b;
  const straight = (of: PageReport) =>
    of.straight.map((one) => (of.room === 'open' ? one : { ...one, jokes: false, why: one.why || of.roomReason }));
  return {
    reading: {
      claims,
      score: pageScore(claims.map((claim) => claim.hype.score)),
      supported: a.reading.supported + b.reading.supported,
    },
    room: open.room,
    roomReason: open.roomReason,
    straight: [...straight(a), ...straight(b)],
    editions: byLevel((level) => ({
      ...a.editions[level],
      notes: [
        ...a.editions[level].notes,
        ...b.editions[level].notes.map((note) => ({ ...note, claim: note.claim + before })),
      ],
    })),
  };
}
