/**
 * A page may hold several stories: endless pages load the next one as the reader comes to the end of the first. Each is read
 * and written by itself, so that it has seats, a room and a plan of its own whatever stands above it, and does not change
 * what stands there already; together they make one report. A page of one story is read and written as it is.
 */
import { type Encoder, type ReadOptions, read } from '../claims';
import { summarise } from '../claims/summary';
import { type Claim, LEVELS, type PageReport, type PageText, type Reading, type Straight } from '../model';
import { type WriteOptions, write } from '../satire';

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

/** `story` with just these of its claims: the very same where they are all of them. */
export function withClaims(story: StoryRead, claims: Claim[]): StoryRead {
  const { claims: all, opening } = story.reading;
  if (claims.length === all.length) return story;
  const first = new Set(all.slice(0, opening ?? 0));
  return { ...story, reading: summarise(claims, claims.filter((claim) => first.has(claim)).length) };
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

/**
 * A page and its report cut down to the story that holds the claim at `index`, as it was written: counted from its beginning.
 * The notes beside other stories stay, beside no claim of it.
 */
export function storyOf(
  page: PageText,
  report: PageReport,
  index: number,
): { page: PageText; report: PageReport; index: number } {
  const { claims } = report.reading;
  const stories = storiesOf(page);
  const holding = (passage: number) => stories.findLast(({ from }) => from <= passage);
  const story = holding(claims[index]?.passage ?? -1);
  if (!story || stories.length === 1) return { page, report, index };
  const own = claims.flatMap(({ passage }, i) => (holding(passage) === story ? [i] : []));
  const editions = { ...report.editions };
  for (const level of LEVELS) {
    const notes = editions[level].notes.map((note) => ({ ...note, claim: own.indexOf(note.claim) }));
    editions[level] = { ...editions[level], notes };
  }
  const reading = summarise(
    own.flatMap((i) => claims[i] ?? []).map((claim) => ({ ...claim, passage: claim.passage - story.from })),
    story === stories[0] ? report.reading.opening : 0,
  );
  const straight = own.flatMap((i) => report.straight[i] ?? []);
  return { page: story.page, report: { ...report, reading, straight, editions }, index: own.indexOf(index) };
}

/**
 * Reads story after story until the page has all it can bear.
 * @param onOpening gets the top of the first story as soon as it is read; the rest waits for it
 */
export async function readStories(
  page: PageText,
  encoder: Encoder,
  options: Omit<ReadOptions, 'onOpening'>,
  onOpening?: (opening: StoryRead[]) => Promise<void>,
): Promise<StoryRead[]> {
  const out: StoryRead[] = [];
  let claims = 0;
  for (const story of storiesOf(page)) {
    if (claims >= MOST) break;
    const tell = onOpening && ((opening: Reading) => onOpening([{ ...story, reading: opening }]));
    const reading = await read(story.page, encoder, { ...options, onOpening: out.length === 0 ? tell : undefined });
    claims += reading.claims.length;
    out.push({ ...story, reading });
  }
  return out;
}

/**
 * Writes story after story, none with a line that stands beside one before it, and makes one report of them: claims and
 * passages counted through, opening, headline card and end note of the first.
 */
export function writeStories(stories: readonly StoryRead[], options: Partial<WriteOptions> = {}): PageReport {
  const taste = { ...options };
  const reports = stories.map(({ page, reading }) => {
    const report = write(page, reading, taste);
    taste.taken = Object.fromEntries(
      LEVELS.map((level) => [
        level,
        [...(taste.taken?.[level] ?? []), ...report.editions[level].notes.map((n) => n.frame)],
      ]),
    );
    return report;
  });
  const [first] = reports;
  if (!first) throw new RangeError('a page holds a story');
  if (reports.length === 1) return first;
  // The page's room is its widest story's. In a narrower one each claim says why it has no joke.
  const { room, roomReason } = reports.find((one) => one.room === 'open') ?? first;
  const claims: Claim[] = [];
  const straight: Straight[] = [];
  const { editions } = first;
  for (const [i, report] of reports.entries()) {
    const before = claims.length;
    const from = stories[i]?.from ?? 0;
    claims.push(...report.reading.claims.map((claim) => ({ ...claim, passage: claim.passage + from })));
    straight.push(...report.straight);
    if (report !== first)
      for (const level of LEVELS)
        editions[level].notes.push(
          ...report.editions[level].notes.map((note) => ({ ...note, claim: note.claim + before })),
        );
  }
  return { reading: summarise(claims, first.reading.opening), room, roomReason, straight, editions };
}
