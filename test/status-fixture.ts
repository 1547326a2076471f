import type { PageStatus } from '@/lib/messages';

/** What a page answers, with nothing on it unless asked for. */
export const statusFixture = (over: Partial<PageStatus> = {}): PageStatus => ({
  state: 'annotated',
  reason: null,
  host: 'www.example.com',
  address: 'https://www.example.com/a',
  title: 'A',
  paragraphs: 34,
  level: 'roast',
  density: 'normal',
  room: 'open',
  roomReason: null,
  hidden: false,
  faded: false,
  score: 50,
  supported: 0,
  claims: [],
  ...over,
});
