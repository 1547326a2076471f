import { describe, expect, it } from 'vitest';
import { storiesOf } from '@/lib/background/stories';
import type { PageStatus } from '@/lib/messages';
import { is } from '@/lib/messages/check';
import { isToPage } from '@/lib/messages/in-page';
import { KINDS, LEVELS, type Note, type PageReport } from '@/lib/model';
import { claimFixture } from '../claim-fixture';
import { pageFixture } from '../page-fixture';
import fc, { runs } from '../property';
import { statusFixture } from '../status-fixture';

const page = pageFixture(['A sentence.']);

function reportOf(claim: PageReport['reading']['claims'][number]) {
  const editions = Object.fromEntries(LEVELS.map((level) => [level, { level, notes: [], headline: null, end: null }]));
  const straight = [{ question: 'By whose count?', receipt: null, jokes: true, why: null }];
  const reading = { claims: [claim], score: 0, supported: 0 };
  return { type: 'report', pass: 1, report: { reading, room: 'open', roomReason: null, straight, editions } };
}
const unwanted = (what: object) => ({ type: 'peel:unwanted', away: true, unwanted: what });
const mark = { title: 'T', text: 'A sentence.', start: 0, end: 11, kind: 'launch' };
const another = { type: 'peel:another', page, index: 0, level: 'roast', used: [] };

const note: Note = {
  claim: 0,
  level: 'roast',
  mechanism: 'hedge',
  shape: 'statement',
  frame: 'f',
  line: 'house#1',
  text: 'So it says.',
  working: '',
  why: [],
};
const status = statusFixture({
  claims: [
    {
      index: 0,
      claim: claimFixture(),
      sentence: 'A sentence.',
      straight: { question: 'By whose count?', receipt: null, jokes: true, why: null },
      note,
      painted: true,
    } as PageStatus['claims'][number],
  ],
});

const place = { index: 0, start: 3, end: 5, exact: 'AI', prefix: '', suffix: '.' };

describe('answers', () => {
  it('are known when they are well formed', () => {
    expect(is('pageStatus', status)).toBe(true);
    expect(is('pageStatus', { ...status, published: null, notes: [{ index: 0, x: 1, y: -2, w: 3, h: 4 }] })).toBe(true);
    expect(is('pageStatus', { ...status, claims: [{ ...status.claims[0], note: null }] })).toBe(true);
    expect(is('pageStatus', { ...status, href: 'https://example.com/?id=1', places: [place] })).toBe(true);
    expect(is('anotherAnswer', { note })).toBe(true);
    expect(is('anotherAnswer', { note: null })).toBe(true);
  });

  it.each([
    { state: 'asleep' },
    { claims: 'none' },
    { claims: [{ index: 0 }] },
    { claims: [{ ...status.claims[0], painted: 'yes' }] },
    { claims: [{ ...status.claims[0], sentence: undefined }] },
    { places: [{ ...place, start: -1 }] },
    { places: 'everywhere' },
    { href: 7 },
    { claims: [{ ...status.claims[0], note: { text: 'A joke.' } }] },
    { claims: [{ ...status.claims[0], straight: { question: 'Why?' } }] },
    { hidden: undefined },
    { paragraphs: -1 },
    { density: 'most' },
    { host: 7 },
    { published: 7 },
    { notes: [{ index: 0 }] },
  ])('that are no status are refused: %j', (wrong) => {
    expect(is('pageStatus', { ...status, ...wrong })).toBe(false);
  });

  it.each([
    undefined,
    null,
    {},
    { note: 'A joke.' },
    { note: { ...note, why: 'because' } },
    { note: { ...note, why: ['uses n'] } },
    { note: [] },
  ])('that are no note are refused: %j', (wrong) => {
    expect(is('anotherAnswer', wrong)).toBe(false);
  });
});

describe('messages', () => {
  it('knows its own', () => {
    expect(isToPage({ type: 'peel:status' })).toBe(true);
    expect(isToPage({ type: 'peel:places' })).toBe(true);
    expect(isToPage({ type: 'peel:jump', index: 0 })).toBe(true);
    expect(is('toBackground', { type: 'peel:share', index: null })).toBe(true);
    expect(is('toBackground', unwanted({ what: 'kind', kind: 'future-promise' }))).toBe(true);
    expect(is('toBackground', unwanted({ what: 'site' }))).toBe(true);
    expect(is('toBackground', unwanted({ what: 'mark', mark }))).toBe(true);
    expect(is('readRequest', { type: 'read', pass: 1, page, bare: true, without: [] })).toBe(true);
    expect(is('readRequest', { type: 'read', pass: 1, page, bare: true })).toBe(false);
    expect(is('readRequest', { type: 'read', pass: 1, page, without: [] })).toBe(false);
    expect(is('readAnswer', { type: 'failed', pass: 1, reason: 'slow' })).toBe(true);
    expect(is('readAnswer', { type: 'failed', pass: 1, reason: 'Why.' })).toBe(false);
  });

  it.each([
    { type: 'peel:jump', index: -1 },
    { type: 'peel:jump', index: '0' },
    { type: 'peel:hide' },
    unwanted({ what: 'kind', kind: 'no-such-kind' }),
    unwanted({ what: 'kind', kind: ['future-promise'] }),
    unwanted({ what: 'page' }),
    unwanted({ what: '__proto__' }),
    unwanted({ what: 'jokes', mechanism: 'hedge' }),
    unwanted({ what: 'mark', mark: { ...mark, end: 12 } }),
    unwanted({ what: 'mark', mark: { ...mark, start: 11 } }),
    { type: 'peel:unwanted', unwanted: { what: 'site' } },
    { type: 'constructor' },
    { type: '__proto__' },
    { type: 7 },
    null,
    'peel:status',
  ])('ignores %j from anyone', (message) => {
    expect(isToPage(message)).toBe(false);
    expect(is('toPage', message)).toBe(false);
    expect(is('toBackground', message)).toBe(false);
  });

  it('refuses a page whose sentences are no spans', () => {
    const broken = { ...page, passages: [{ ...page.passages[0], sentences: [{ start: 'x' }] }] };
    const linked = (links: unknown) => ({ ...page, passages: [{ ...page.passages[0], links }] });
    expect(
      is('readRequest', { type: 'read', pass: 1, page: linked([{ start: 0, end: 4 }]), bare: true, without: [] }),
    ).toBe(true);
    expect(is('readRequest', { type: 'read', pass: 1, page: linked([{ start: 0 }]), bare: true, without: [] })).toBe(
      false,
    );
    expect(is('readRequest', { type: 'read', pass: 1, page: broken, bare: true, without: [] })).toBe(false);
  });

  it('knows the report of a mark of either family', () => {
    expect(is('readAnswer', reportOf(claimFixture()))).toBe(true);
    const kinds = (['launch', 'deal', 'people'] as const).map((kind) => ({ kind, weight: 0.3 }));
    const launch = claimFixture({ kind: 'launch', second: 'deal', grade: 1, kindSure: false, kinds });
    expect(launch.family).toBe('announcement');
    // The sum of two shares that a network gives as 32-bit floats.
    expect(is('readAnswer', reportOf(claimFixture({ confidence: 1.0000001192092896 })))).toBe(true);
    expect(is('readAnswer', reportOf(launch))).toBe(true);
    expect(is('toBackground', { ...another, report: reportOf(launch).report })).toBe(true);
  });

  it.each([
    ['family', 'rumour'],
    ['family', undefined],
    ['grade', 0],
    ['grade', 3],
    ['grade', '2'],
    ['kind', 'no-such-kind'],
    ['second', 'no-such-kind'],
    ['second', undefined],
    ['kinds', undefined],
    ['kinds', [{ kind: 'no-such-kind', weight: 0.5 }]],
    ['kinds', [{ kind: 'launch', weight: 1.5 }]],
    ['kinds', Array(4).fill({ kind: 'launch', weight: 0.1 })],
    ['group', 'sports'],
    ['kindSure', 'yes'],
    ['confidence', 85],
    ['confidence', Number.NaN],
  ])('refuses a report of a mark whose %s is %j', (field, value) => {
    const { report } = reportOf({ ...claimFixture(), [field]: value } as never);
    expect(is('readAnswer', { type: 'report', pass: 1, report })).toBe(false);
    expect(is('toBackground', { ...another, report })).toBe(false);
  });

  /** A good message with any one of its parts replaced by anything. */
  const spoilt = (good: object) => {
    const places: (string | number)[][] = [];
    const visit = (value: unknown, path: (string | number)[]) => {
      if (path.length > 0) places.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
    };
    visit(good, []);
    return fc.tuple(fc.constantFrom(...places), fc.anything({ maxDepth: 2 })).map(([path, value]) => {
      const copy = structuredClone(good);
      const last = path.at(-1) ?? '';
      const holder = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, copy);
      Reflect.set(holder, last, value);
      return copy;
    });
  };

  it('finds its way through a message with one thing wrong', () => {
    const read = { type: 'read', pass: 1, page: { ...page, stories: [0] }, bare: true, without: [] };
    const report = reportOf(claimFixture());
    let passed = 0;
    fc.assert(
      fc.property(fc.oneof(spoilt(read), spoilt(report), spoilt({ ...another, report: report.report })), (message) => {
        const accepted = is('readRequest', message) || is('readAnswer', message) || is('toBackground', message);
        if (accepted) passed += 1;
        // What is let by can be worked with: it is what the types say.
        if (is('readRequest', message)) storiesOf(message.page);
        if (is('readAnswer', message) && message.type === 'report')
          for (const { kind, quote } of message.report.reading.claims)
            expect([KINDS.includes(kind), typeof quote]).toEqual([true, 'string']);
      }),
      { numRuns: runs(300) },
    );
    // Some things may be anything; most may not.
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThan(runs(300) / 2);
  });
});
