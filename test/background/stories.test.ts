import { beforeAll, describe, expect, it } from 'vitest';
import { markCandidates } from '@/lib/article';
import { readStories as readAll, storiesOf, storyOf, writeStories } from '@/lib/background/stories';
import { read } from '@/lib/claims';
import { LEVELS, type PageText } from '@/lib/model';
import { another, write } from '@/lib/satire';
import { encoder } from '../claims/network';
import { foundFixture, pageFixture } from '../page-fixture';

const readStories = (page: PageText) => readAll(page, encoder, { density: 'normal' });

/** One story: its headline, and six paragraphs of one kind of claim, more than a page has seats for. */
const story = (firm: string, crew: number) => [
  `${firm} puts an AI agent in charge`,
  ...['planners', 'clerks', 'drivers', 'pickers', 'buyers', 'porters'].map(
    (workers, i) =>
      `${firm} said on Tuesday that its AI agent does the work of ${crew + i} ${workers}. The yard beside the canal was built for cotton, and its lift was replaced last year after an inspection by the county that took all of two days and cost nobody anything.`,
  ),
];

function pageOf(...stories: string[][]): PageText {
  const starts = stories.map((_, i) => stories.slice(0, i).flat().length);
  const passages = stories.flat().map((text, index) =>
    foundFixture(text, {
      role: index === 0 ? 'headline' : starts.includes(index) ? 'heading' : 'paragraph',
      leadIn: starts.includes(index) ? null : starts.findLast((start) => start < index)!,
    }),
  );
  const page = pageFixture(passages, {
    address: 'https://courier.example/kelmore',
    host: 'courier.example',
    title: stories[0]?.[0] ?? '',
    published: '2026-03-04',
    publisher: 'The Courier',
    stories: starts.slice(1),
  });
  markCandidates(page);
  return page;
}

/** A page of one story has room for so many marks. */
const SEATS = 6;

const alone = pageOf(story('Kelmore', 700));
const both = pageOf(story('Kelmore', 700), story('Lumeric', 40));
const grief = [
  'Lumeric mourns the dead of its yard',
  'Three people were killed and nine injured in an explosion at the yard on Monday, the county said. The dead were named as two brothers and their father.',
  'Lumeric said that its AI agent does the work of 45 planners. The victims’ families were told on Tuesday, and a funeral is to be held on Friday.',
];

const stories = await readStories(both);

describe('a page of two stories', () => {
  const report = writeStories(stories);
  const first = storiesOf(both)[0]!.page.passages.length;
  let lone: ReturnType<typeof write>;
  beforeAll(async () => {
    lone = write(alone, await read(alone, encoder));
  });

  it('gives each its own seats, and a page of one no more than before', () => {
    const perStory = stories.map(({ reading }) => reading.claims.length);
    expect(lone.reading.claims.length).toBe(SEATS);
    expect(perStory).toEqual([SEATS, SEATS]);
    expect(report.reading.claims.map(({ quote, passage }) => both.passages[passage]?.text.includes(quote))).toEqual(
      Array(2 * SEATS).fill(true),
    );
    expect(report.straight.length).toBe(2 * SEATS);
  });

  it('leaves what stands beside the first as it is without the second', () => {
    expect(report.reading.claims.slice(0, SEATS)).toEqual(lone.reading.claims);
    for (const level of LEVELS) {
      const { notes, headline, end } = report.editions[level];
      expect(notes.filter(({ claim }) => claim < SEATS)).toEqual(lone.editions[level].notes);
      expect({ headline, end }).toEqual({ headline: lone.editions[level].headline, end: lone.editions[level].end });
    }
  });

  it('writes beside both, and no line twice', () => {
    for (const level of LEVELS.slice(1)) {
      const { notes } = report.editions[level];
      // The two stories say the same, and Raised Eyebrow has no more dry lines for it than the first takes.
      if (level !== 'eyebrow') expect(notes.some(({ claim }) => claim >= SEATS)).toBe(true);
      expect(new Set(notes.map(({ line }) => line)).size).toBe(notes.length);
    }
    expect(report.reading.claims.some(({ passage }) => passage >= first)).toBe(true);
  });

  it('finds another line for a claim of the second, which no claim of either has', () => {
    const { notes } = report.editions.roast;
    const others = notes
      .filter(({ claim }) => claim >= SEATS)
      .flatMap(({ claim, line }) => {
        const other = another({ page: both, report, index: claim, level: 'roast', used: [line] });
        return other ? [{ claim, other }] : [];
      });
    expect(others.length).toBeGreaterThan(0);
    for (const { claim, other } of others) {
      expect(other.claim).toBe(claim);
      expect(notes.map(({ line }) => line)).not.toContain(other.line);
    }
  });
});

it('the opening of a page of stories is the first one’s, also where a claim is looked at again', () => {
  const read = stories.map((one) => ({ ...one, reading: { ...one.reading, opening: 2 } }));
  const report = writeStories(read);
  expect(report.reading.opening).toBe(2);
  expect(storyOf(both, report, 0).report.reading).toEqual(read[0]?.reading);
  expect(storyOf(both, report, SEATS).report.reading.opening).toBeUndefined();
});

describe('the room of a page of stories', () => {
  it('is hushed in the one that mourns alone, whichever comes first', async () => {
    const alone = write(pageOf(grief), await read(pageOf(grief), encoder));
    expect(alone.room).not.toBe('open');
    for (const page of [pageOf(story('Kelmore', 700), grief), pageOf(grief, story('Kelmore', 700))]) {
      const report = writeStories(await readStories(page));
      expect(report.room).toBe('open');
      const sad = report.reading.claims.flatMap(({ quote }, i) => (quote.includes('45 planners') ? [i] : []));
      const joked = LEVELS.flatMap((level) => report.editions[level].notes.map(({ claim }) => claim));
      expect(joked.length).toBeGreaterThan(0);
      expect(joked.filter((claim) => sad.includes(claim))).toEqual([]);
      for (const i of sad) expect(report.straight[i]).toMatchObject({ jokes: false });
    }
  });
});

describe('storiesOf', () => {
  it('hands a page of one story on as it is', () => {
    expect(storiesOf(alone)).toEqual([{ page: alone, from: 0 }]);
    const { stories, ...plain } = alone;
    expect(stories).toEqual([]);
    expect(storiesOf(plain)).toEqual([{ page: plain, from: 0 }]);
  });
  it('counts passages from each beginning and knows no date for the later', () => {
    const [one, two] = storiesOf(both);
    expect(two?.from).toBe(one?.page.passages.length);
    expect(two?.page).toMatchObject({ title: 'Lumeric puts an AI agent in charge', published: null });
    expect(two?.page.passages.map(({ index, leadIn, role }) => [index, leadIn, role]).slice(0, 2)).toEqual([
      [0, null, 'headline'],
      [1, 0, 'paragraph'],
    ]);
  });
  it('leaves out beginnings that are none', () =>
    expect(storiesOf({ ...both, stories: [0, -1, 2.5, 7, 7, 3, 999] }).map(({ from }) => from)).toEqual([0, 7]));
  it('reads no further than a page can bear', async () => {
    const many = pageOf(
      ...Array.from({ length: 30 }, (_, i) => story(`Kelmore${'abcdefghijklmnopqrstuvwxyzABCD'[i]}`, 40 + i)),
    );
    const count = (await readStories(many)).flatMap(({ reading }) => reading.claims).length;
    expect(count).toBeGreaterThanOrEqual(60);
    expect(count).toBeLessThan(72);
  });
});
