/** A page of one claim, and a session over it whose text, background and overlay the test holds. */
import { vi } from 'vitest';
import type { Article } from '@/lib/article';
import type { Claim, Edition, Level, Note, PageReport, PageText, Passage } from '@/lib/model';
import type { Overlay, OverlayView } from '@/lib/overlay';
import { createSession, type SessionDeps } from '@/lib/session';
import { defaultSettings } from '@/lib/settings';
import { claimFixture } from '../claim-fixture';
import { pageFixture, passageFixture } from '../page-fixture';

export const sentence = 'The assistant does the work of 700 agents, Kelmore said.';
const quote = sentence.slice(0, 41);

export const passageOf = (text: string, candidate = true): Passage =>
  passageFixture(text, { sentences: [{ start: 0, end: text.length, candidate }] });

export const pageOf = (passages: Passage[], over: Partial<PageText> = {}): PageText =>
  pageFixture(passages, { address: 'https://example.com/story', host: 'example.com', title: 'A story', ...over });

export const claim = claimFixture({
  id: 'c1',
  quote,
  sentence: { start: 0, end: sentence.length },
});
export const noteAt = (level: Level, text: string) => ({ claim: 0, level, text, line: `${level}#1` }) as Note;

export function reportOf(claims: Claim[]): PageReport {
  const edition = (level: Level): Edition => ({
    level,
    notes: level === 'straight' || claims.length === 0 ? [] : [noteAt(level, `A note at ${level}.`)],
    headline: null,
    end: null,
  });
  return {
    reading: { claims, score: 40, supported: 0 },
    room: 'open',
    roomReason: null,
    straight: claims.map(() => ({ question: 'By whose count?', receipt: null, jokes: true, why: null })),
    editions: {
      straight: edition('straight'),
      eyebrow: edition('eyebrow'),
      roast: edition('roast'),
      onion: edition('onion'),
    },
  };
}

/** A session over a fake page whose text, background and overlay the test holds. */
export function setUp(over: { ask?: ReturnType<typeof vi.fn<SessionDeps['ask']>> } = {}) {
  const world = {
    page: pageOf([passageOf(sentence)]),
    href: 'https://example.com/story',
    located: true,
    locate: (_passage: number) => ({}) as Range,
  };
  const overlay = {
    paint: vi.fn<(view: OverlayView) => void>(),
    clear: vi.fn(),
    hide: vi.fn(),
    verify: vi.fn<() => number[]>(() => []),
    notes: () => [],
    isFaded: vi.fn(() => false),
    places: () => [],
  };
  const deps = {
    host: () => 'example.com',
    find: vi.fn(async (): Promise<Article> => {
      const { page, href, located, locate } = world;
      return { page, href, locate: (passage) => (located ? locate(passage) : null) };
    }),
    mark: async (page: PageText) => page.passages.flatMap((p) => p.sentences).filter((s) => s.candidate).length,
    ask: vi.fn<SessionDeps['ask']>(async () => reportOf([claim])),
    another: vi.fn<SessionDeps['another']>(async () => noteAt('roast', 'Another one.')),
    deciding: vi.fn<SessionDeps['deciding']>(async () => ['work']),
    keep: vi.fn<SessionDeps['keep']>(async () => ''),
    overlay: overlay as unknown as Overlay,
    shown: vi.fn(),
    ...over,
  } satisfies SessionDeps;
  return { world, overlay, deps, session: createSession(deps, defaultSettings()) };
}

export const lastView = (overlay: { paint: { mock: { lastCall?: [OverlayView] | undefined } } }) =>
  overlay.paint.mock.lastCall?.[0];
