/** Storage that takes what it is asked and never answers, under everything that a reader presses or opens. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerUnwanted } from '@/lib/background/unwanted';
import { addCorrection, dropCorrections, loadCorrections, putBack, readCorrections } from '@/lib/memory/corrections';
import { forget, loadMemory, mute, updateMemory, withMemory } from '@/lib/memory/memory';
import type { WrongMark } from '@/lib/model';
import {
  defaultSettings,
  dropDamagedRecord,
  keepPacks,
  loadPacks,
  loadPause,
  newPack,
  pause,
  readPacks,
  resume,
  updateSettings,
} from '@/lib/settings';
import { exported } from '@/lib/settings/portable';
import { clearShared, readSync, switchSync, syncNow } from '@/lib/settings/sync';
import { loadChoices, parseChoices } from '@/lib/share/choices';
import { saveJob } from '@/lib/share/job';
import { newlyAsked } from '@/lib/sites/permissions';
import { statusFixture } from '../status-fixture';

const { local, session, sync } = fakeBrowser.storage;
const areas = [local, session, sync];
const never = () => new Promise<never>(() => undefined) as never;
const hangWriting = () => {
  for (const area of areas) for (const way of ['set', 'remove'] as const) vi.spyOn(area, way).mockImplementation(never);
};
const hangReading = () => {
  for (const area of areas) vi.spyOn(area, 'get').mockImplementation(never);
};
/** What comes of `work`, however often it waits for the clock; what is no storage (digests, locks) takes its own time. */
async function atLast<T>(work: Promise<T>): Promise<T> {
  let waits = true;
  const done = () => {
    waits = false;
  };
  work.then(done, done);
  for (let turns = 0; waits && turns < 5000; turns += 1) {
    await vi.advanceTimersByTimeAsync(100);
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (waits) throw new Error('still waiting');
  return work;
}

const mark: WrongMark = { title: 'A story', text: 'The lift is out.', start: 0, end: 16, kind: 'launch' };
const pack = newPack('One', 'joke one');
const job = {
  version: 1,
  made: '2026-11-23T12:00:00Z',
  tabId: 3,
  status: statusFixture(),
  index: null,
  view: null,
} as const;
const away = { type: 'peel:unwanted', away: true } as const;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ permissions: ['storage'] } as never);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('what the browser never says it has stored', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['a choice', () => updateSettings((now) => ({ ...now, badge: false }))],
    ['a damaged record that is thrown away', dropDamagedRecord],
    ['a pause', () => pause('hour')],
    ['the end of a pause', resume],
    ['a pack', () => keepPacks([pack])],
    ['a sentence that is no claim', () => addCorrection(mark, 'a.example')],
    ['corrections that are dropped', () => dropCorrections('all')],
    ['corrections that are put back', () => putBack([])],
    ['a joke that is muted', () => updateMemory((memory) => mute(memory, 'list'))],
    ['what is forgotten', forget],
    ['sync that is switched on', () => switchSync(true)],
    ['what is taken out of sync', clearShared],
    ['a picture to share', () => saveJob(job)],
  ])('ends in a sentence, and the next one goes through: %s', async (_, write) => {
    hangWriting();
    await expect(atLast(write())).rejects.toThrow(
      'The browser has not said that this is done. It may be yet: look again in a moment.',
    );
    vi.restoreAllMocks();
    await atLast(write());
  });

  it.each([
    ['less like this', { ...away, unwanted: { what: 'jokes', mechanism: 'mock_law', address: 'https://a.example/' } }],
    ['no claim', { ...away, unwanted: { what: 'mark', mark } }],
    ['not on this site', { ...away, unwanted: { what: 'site' } }],
  ] as const)('is said to a card, by “%s”', async (_, message) => {
    hangWriting();
    expect(await atLast(answerUnwanted(message, 'a.example', false))).toContain('has not said that this is done');
    vi.restoreAllMocks();
    expect(await atLast(answerUnwanted(message, 'a.example', false))).toBe('');
  });

  it('holds up neither the next page nor what is pressed on it', async () => {
    hangWriting();
    expect(await atLast(withMemory(() => ({ made: 7, change: (memory) => mute(memory, 'list') })))).toBe(7);
    vi.restoreAllMocks();
    await atLast(updateMemory((memory) => mute(memory, 'other')));
    expect(Object.keys((await loadMemory()).muted)).toEqual(['other']);
  });

  it('does not hold up sync, which says what did not get through', async () => {
    await atLast(switchSync(true));
    vi.spyOn(sync, 'set').mockImplementation(never);
    await atLast(updateSettings((now) => ({ ...now, badge: false })));
    await atLast(syncNow());
    expect((await readSync())?.problem).toMatch(/did not take your last choices/);
  });

  it('does not hold up the greeting of a new reader', async () => {
    hangWriting();
    expect(await atLast(newlyAsked())).toEqual([]);
  });
});

describe('what the browser never hands out', () => {
  it('is not written over, and the reader is told', async () => {
    await atLast(keepPacks([pack]));
    await atLast(addCorrection(mark, 'a.example'));
    await atLast(updateMemory((memory) => mute(memory, 'list')));
    await atLast(pause('restart'));
    const before = await local.get(null);
    const set = vi.spyOn(local, 'set');
    hangReading();
    await expect(atLast(keepPacks([newPack('Two', 'joke two')], [pack.id]))).rejects.toThrow(/would not show .* packs/);
    await expect(atLast(readPacks([pack.id]))).rejects.toThrow(/would not show .* packs/);
    await expect(atLast(addCorrection({ ...mark, end: 8 }, ''))).rejects.toThrow(/would not show .* corrections/);
    await expect(atLast(readCorrections())).rejects.toThrow(/would not show .* corrections/);
    await expect(atLast(updateMemory((memory) => mute(memory, 'other')))).rejects.toThrow(/would not keep this/);
    await expect(atLast(exported({ ...defaultSettings(), packs: [pack.id] }))).rejects.toThrow(/would not show/);
    expect(set).not.toHaveBeenCalled();
    vi.restoreAllMocks();
    expect(await local.get(null)).toEqual(before);
  });

  it('is as if it were not there for those who only act on it', async () => {
    hangReading();
    expect(await atLast(loadPacks([pack.id]))).toEqual([]);
    expect(await atLast(loadCorrections())).toEqual([]);
    expect(await atLast(loadMemory())).toMatchObject({ pages: [], muted: {}, unread: true });
    expect(await atLast(loadPause())).toBeNull();
    expect(await atLast(loadChoices())).toEqual(parseChoices(null));
  });
});
