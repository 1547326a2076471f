import { describe, expect, it, vi } from 'vitest';
import type { PageReport } from '@/lib/model';
import { defaultSettings } from '@/lib/settings';
import { claim, lastView, noteAt, reportOf, sentence, setUp } from './page-world';

describe('what the reader does not want', () => {
  const other = { ...claim, id: 'c2', kind: 'launch', family: 'announcement' } as const;
  const without = (report: PageReport, leftOut = 1): PageReport => ({ ...report, leftOut });

  it('is gone at once where it is a kind, and what is left is written anew', async () => {
    const { session, deps, overlay } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.apply(defaultSettings());
    let answer: (report: PageReport) => void = () => undefined;
    deps.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const done = session.apply({ ...defaultSettings(), kindsOff: ['launch'] });
    expect(session.status().claims.map(({ claim: { id } }) => id)).toEqual(['c1']);
    expect(deps.shown).toHaveBeenLastCalledWith(1);
    expect(lastView(overlay)?.items).toHaveLength(1);
    await vi.waitFor(() => expect(deps.ask).toHaveBeenCalledTimes(2));
    answer(without({ ...reportOf([claim]), reading: { claims: [claim], score: 7, supported: 0 } }));
    await done;
    expect(session.status()).toMatchObject({ state: 'annotated', score: 7 });
    // And back.
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.apply(defaultSettings());
    expect(session.status().claims).toHaveLength(2);
  });

  it('may be all there was: the popup says so', async () => {
    const { session, deps } = setUp();
    deps.ask.mockResolvedValueOnce(without(reportOf([])));
    await session.apply(defaultSettings());
    expect(session.status()).toMatchObject({
      state: 'no-claims',
      reason: 'all-unwanted',
    });
  });

  it('is a mark that is none: hidden before anything is remembered, left out from then on, and had back', async () => {
    const { session, deps, overlay } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.apply(defaultSettings());
    let kept: (said: string) => void = () => undefined;
    deps.keep.mockImplementationOnce(() => new Promise((resolve) => (kept = resolve)));
    deps.ask.mockResolvedValueOnce(without(reportOf([other])));
    const done = session.put(true, { what: 'mark', id: 'c1' });
    expect(lastView(overlay)?.items.map((item) => item.claim.id)).toEqual(['c2']);
    expect(deps.keep).toHaveBeenCalledWith(true, {
      what: 'mark',
      mark: { title: 'A story', text: sentence, ...claim.sentence, kind: claim.kind },
    });
    kept('');
    expect(await done).toBe('');
    expect(deps.ask.mock.lastCall?.[2]).toEqual(['c1']);
    expect(session.status().claims).toHaveLength(1);
    // Its claim is in no report by now; its words are still known.
    deps.ask.mockResolvedValueOnce(reportOf([claim, other]));
    await session.put(false, { what: 'mark', id: 'c1' });
    expect(deps.keep.mock.lastCall?.[0]).toBe(false);
    expect(deps.keep.mock.lastCall?.[1]).toMatchObject({ mark: { text: sentence } });
    expect(deps.ask.mock.lastCall?.[2]).toEqual([]);
    expect(session.status().claims).toHaveLength(2);
  });

  it('stays hidden where it cannot be remembered, and says why', async () => {
    const { session, deps } = setUp();
    await session.apply(defaultSettings());
    deps.keep.mockResolvedValueOnce('No room.');
    deps.ask.mockResolvedValueOnce(without(reportOf([])));
    expect(await session.put(true, { what: 'mark', id: 'c1' })).toBe('No room.');
    expect(session.status()).toMatchObject({ state: 'no-claims', claims: [] });
    expect(await session.put(true, { what: 'mark', id: 'no such claim' })).toBe('');
  });

  it('is a sort of joke: its notes go at once, also one that was asked for, and come back', async () => {
    const { session, deps, overlay } = setUp();
    const dry = (text: string) => ({ ...noteAt('roast', text), mechanism: 'hedge' });
    deps.another.mockResolvedValueOnce(dry('Asked for.'));
    await session.apply(defaultSettings());
    await session.another(0);
    const shown = () => lastView(overlay)?.items[0]?.note?.text ?? null;
    expect(shown()).toBe('Asked for.');
    await session.put(true, { what: 'jokes', mechanism: 'hedge' });
    expect(deps.keep).toHaveBeenLastCalledWith(true, {
      what: 'jokes',
      mechanism: 'hedge',
      address: 'https://example.com/story',
    });
    expect(deps.ask).toHaveBeenCalledTimes(2);
    expect(shown()).toBe('A note at roast.');
    await session.put(false, { what: 'jokes', mechanism: 'hedge' });
    expect(shown()).toBe('Asked for.');
  });

  it('is this page, until it is asked for after all', async () => {
    const { session } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    expect(session.status().state).toBe('sat-out');
    await session.put(false, { what: 'page' });
    expect(session.status().state).toBe('annotated');
  });

  it.each([{ what: 'site' }, { what: 'kind', kind: 'launch' }] as const)(
    'is for the settings to bring about: %j',
    async (unwanted) => {
      const { session, deps } = setUp();
      await session.apply(defaultSettings());
      deps.keep.mockResolvedValueOnce('The list is full.');
      expect(await session.put(true, unwanted)).toBe('The list is full.');
      expect(deps.keep).toHaveBeenCalledWith(true, unwanted);
      expect(deps.ask).toHaveBeenCalledTimes(1);
      expect(session.status().state).toBe('annotated');
    },
  );
});

describe('another line', () => {
  const written = (text: string, line: string) => ({ ...noteAt('roast', text), line });

  it('has a way back to each before it, and none is offered again', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    const item = () => lastView(overlay)?.items[0];
    expect(item()?.earlier).toBe(false);
    expect(session.earlier(0)).toBe(false);
    for (const n of [2, 3]) {
      deps.another.mockResolvedValueOnce(written(`Line ${n}.`, `roast#${n}`));
      await session.another(0);
    }
    expect(item()).toMatchObject({ earlier: true, note: { text: 'Line 3.' } });
    expect(session.earlier(0)).toBe(true);
    expect(item()).toMatchObject({ earlier: true, note: { text: 'Line 2.' } });
    expect(session.earlier(0)).toBe(true);
    expect(item()).toMatchObject({ earlier: false, note: { text: 'A note at roast.' } });
    await session.another(0);
    expect(new Set(deps.another.mock.lastCall?.[4])).toEqual(new Set(['roast#1', 'roast#2', 'roast#3']));
    expect(session.earlier(7)).toBe(false);
  });

  const sortOf = (line: string, mechanism: string) => ({ ...written(`Line ${line}.`, line), mechanism });
  const less = (mechanism: string) => ({ what: 'jokes', mechanism }) as const;

  it('has a way back to none that stands there already, since the one before it is gone', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    const item = () => lastView(overlay)?.items[0];
    for (const [line, mechanism] of [
      ['B', 'hedge'],
      ['C', 'self_own'],
    ] as const) {
      deps.another.mockResolvedValueOnce(sortOf(line, mechanism));
      await session.another(0);
    }
    await session.put(true, less('self_own'));
    expect(item()).toMatchObject({ earlier: true, note: { text: 'Line B.' } });
    expect(session.earlier(0)).toBe(true);
    expect(item()).toMatchObject({ earlier: false, note: { text: 'A note at roast.' } });
    expect(session.earlier(0)).toBe(false);
  });

  it('is not the planned one that stood there where the others are gone', async () => {
    const { session, deps, overlay } = setUp();
    const planned = (note: ReturnType<typeof sortOf>) => {
      const report = reportOf([claim]);
      report.editions.roast.notes = [note];
      return report;
    };
    deps.ask.mockResolvedValueOnce(planned(sortOf('A', 'hedge')));
    await session.apply(defaultSettings());
    deps.another.mockResolvedValueOnce(sortOf('B', 'hedge'));
    await session.another(0);
    deps.ask.mockResolvedValueOnce(planned(sortOf('P', 'self_own')));
    await session.put(true, less('hedge'));
    const item = () => lastView(overlay)?.items[0];
    expect(item()).toMatchObject({ earlier: false, note: { text: 'Line P.' } });
    for (const line of ['D', 'E']) {
      deps.another.mockResolvedValueOnce(sortOf(line, 'dialogue'));
      await session.another(0);
    }
    expect(deps.another.mock.lastCall?.[4]).toContain('P');
    expect(session.earlier(0)).toBe(true);
    expect(session.earlier(0)).toBe(true);
    expect(item()).toMatchObject({ earlier: false, note: { text: 'Line P.' } });
  });

  it('is none that stands beside another claim since it was asked for there', async () => {
    const { session, deps } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([claim, { ...claim, id: 'c2' }]));
    await session.apply(defaultSettings());
    deps.another.mockResolvedValueOnce(written('Line 2.', 'roast#2'));
    await session.another(0);
    await session.another(1);
    expect(deps.another.mock.lastCall?.[4]).toContain('roast#2');
  });

  it('is the first one where there is none', async () => {
    const { session, deps, overlay } = setUp();
    const bare = reportOf([claim]);
    bare.editions.roast.notes = [];
    deps.ask.mockResolvedValueOnce(bare);
    await session.apply(defaultSettings());
    expect(lastView(overlay)?.items[0]?.note).toBeNull();
    await session.another(0);
    expect(lastView(overlay)?.items[0]).toMatchObject({ earlier: false, note: { text: 'Another one.' } });
  });
});
