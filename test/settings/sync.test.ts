import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { LEVELS } from '@/lib/model';
import {
  DAMAGED_KEY,
  defaultSettings,
  loadSettings,
  SETTINGS_KEY,
  type Settings,
  updateSettings,
  withPhrase,
  withSite,
} from '@/lib/settings';
import { type Choice, type Choices, stamped } from '@/lib/settings/choice-times';
import { clearShared, parseSync, readSync, reconcile, SYNC_KEY, switchSync, syncNow } from '@/lib/settings/sync';
import fc from '../property';

const { local, sync } = fakeBrowser.storage;
const shared = async (): Promise<Record<string, { value: unknown; at: number }>> =>
  (await sync.get(null)) as Record<string, { value: unknown; at: number }>;

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Sets the clock, which stands still from then on. */
const clock = (now: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(now);
};

/** Browsers that share: each with settings and what it knows, all with the same store. */
function browsers(count: number) {
  const store: Record<string, unknown> = {};
  return {
    store,
    all: Array.from({ length: count }, () => {
      let settings = defaultSettings();
      let known: Choices = {};
      return {
        settings: () => settings,
        /** @param now when, as `updateSettings` notes it; undefined for what changes the settings in another way. */
        choose: (over: Partial<Settings>, now?: number) => {
          const before = settings;
          settings = { ...settings, ...over };
          if (now) ({ known } = stamped({ on: true, known }, before, settings, now) as { known: Choices });
        },
        meet: (now: number) => {
          const done = reconcile(settings, known, store, now);
          ({ settings, known } = done);
          for (const [field, choice] of Object.entries(done.send)) store[`choice:${field}`] = choice;
          return done;
        },
      };
    }),
  };
}

function two() {
  const [a, b] = browsers(2).all;
  if (!a || !b) throw new Error('two browsers were asked for');
  return [a, b] as const;
}

/** Two browsers that have shared what they had. */
function met() {
  const [a, b] = two();
  a.meet(1);
  b.meet(1);
  return [a, b] as const;
}

/** Some choices, and not the others. */
const anyChoices: fc.Arbitrary<Partial<Settings>> = fc.record(
  {
    level: fc.constantFrom(...LEVELS),
    badge: fc.boolean(),
    sitesOff: fc.subarray(['a.example', 'b.example', 'c.example']),
    spared: fc.subarray(['Acme', 'Initech']),
  },
  { requiredKeys: [] },
);
/** What of `next` differs from what stood before it. */
const changed = (before: Partial<Settings>, next: Partial<Settings>): Partial<Settings> => {
  const stood = { ...defaultSettings(), ...before };
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(stood[field as keyof Settings]);
  return Object.fromEntries(Object.entries(next).filter(differs));
};

describe('choices shared', () => {
  it('reach the other, each by itself, and come to rest', () => {
    const [a, b] = two();
    a.meet(1);
    expect(b.meet(2)).toMatchObject({ came: [], send: {} });
    a.choose({ level: 'onion' });
    b.choose({ spared: ['Acme'] });
    a.meet(3);
    expect(b.meet(4).came).toEqual(['level']);
    expect(a.meet(5).came).toEqual(['spared']);
    expect(a.settings()).toEqual({ ...defaultSettings(), level: 'onion', spared: ['Acme'] });
    expect(b.settings()).toEqual(a.settings());
    for (const one of [a, b]) expect(one.meet(6)).toMatchObject({ came: [], send: {} });
  });

  it('differ: the later stays', () => {
    const [a, b] = met();
    a.choose({ level: 'onion' });
    b.choose({ level: 'eyebrow' });
    a.meet(10);
    b.meet(11);
    a.meet(12);
    expect([a.settings().level, b.settings().level]).toEqual(['eyebrow', 'eyebrow']);
  });

  it('are not outvoted for ever by a clock that goes ahead', () => {
    const [a, b] = met();
    a.choose({ level: 'onion' });
    a.meet(1_000_000);
    b.meet(20);
    b.choose({ level: 'eyebrow' });
    b.meet(30);
    a.meet(1_000_001);
    expect(a.settings().level).toBe('eyebrow');
    b.choose({ level: 'straight' }, 40);
    b.meet(41);
    a.meet(1_000_002);
    expect(a.settings().level).toBe('straight');
  });

  it('made at the same moment end the same everywhere', () => {
    const [a, b] = met();
    a.choose({ level: 'onion' });
    b.choose({ level: 'eyebrow' });
    a.meet(10);
    b.meet(10);
    a.meet(11);
    b.meet(11);
    expect(a.settings().level).toBe(b.settings().level);
  });

  it('are taken by a browser that joins, and completed by it', () => {
    const { all } = browsers(3);
    const [a, b] = all as [(typeof all)[0], (typeof all)[0]];
    a.choose({ level: 'onion' });
    a.meet(1);
    b.choose({ level: 'eyebrow', badge: false });
    expect(b.meet(100).came).toEqual(['level']);
    // Nobody there ever chose a badge: that it stands at its default is no choice to give way to.
    expect(a.meet(101).came).toEqual(['badge']);
    expect(a.settings()).toEqual({ ...defaultSettings(), level: 'onion', badge: false });
    expect(b.settings()).toEqual(a.settings());
    // The next one that joins finds a choice there.
    const c = all[2] as typeof a;
    c.choose({ badge: false, sitesOff: ['quiet.example'] });
    expect(c.meet(102).came).toEqual(['level']);
    expect(b.meet(103).settings.sitesOff).toEqual(['quiet.example']);
  });

  it('end with the last one that was made, in whatever order browsers meet', () => {
    const step = fc.record({ who: fc.nat(2), chosen: fc.option(fc.constantFrom(...LEVELS)) });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 12 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (steps, last) => {
          const { all } = browsers(3);
          const one = (who: number) => all[who] as (typeof all)[0];
          for (const [at, who] of [0, 1, 2].entries()) one(who).meet(100 + at);
          let level: Settings['level'] = 'roast';
          for (const [at, { who, chosen }] of steps.entries()) {
            if (chosen === null || one(who).settings().level === chosen) one(who).meet(1000 + at);
            else {
              one(who).choose({ level: chosen }, 1000 + at);
              level = chosen;
            }
          }
          for (const who of [...last, ...last]) one(who).meet(9000 + who);
          expect(all.map(({ settings }) => settings().level)).toEqual([level, level, level]);
        },
      ),
    );
  });

  it('come to the same in whatever order a browser hears of them', () => {
    const choice = fc.record({ value: fc.constantFrom(...LEVELS), at: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(choice, fc.array(choice, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (own, heard, order) => {
        const hearing = (list: Choice[]) => {
          let settings = { ...defaultSettings(), level: own.value };
          let known: Choices = { level: own };
          for (const level of list) ({ settings, known } = reconcile(settings, known, { 'choice:level': level }, 9));
          return [settings, known.level];
        };
        const shuffled = heard.map((one) => [order.next().value, one] as const).sort(([a], [b]) => a - b);
        expect(hearing(shuffled.map(([, one]) => one))).toEqual(hearing(heard));
      }),
    );
  });

  it('made while a browser did not share are new when it does so again, and nothing else is', () => {
    fc.assert(
      fc.property(anyChoices, anyChoices, anyChoices, (first, here, elsewhere) => {
        const [a, b] = two();
        a.choose(first);
        a.meet(1000);
        b.meet(1001);
        b.choose(elsewhere);
        b.meet(2000);
        a.choose(here);
        a.meet(3000);
        b.meet(4000);
        expect(b.settings()).toEqual(a.settings());
        expect(a.settings()).toEqual({ ...defaultSettings(), ...first, ...elsewhere, ...changed(first, here) });
      }),
    );
  });

  it('are not outvoted by the defaults of a browser that joined before they reached it', () => {
    const [a, b] = two();
    const [early] = browsers(1).all;
    if (!early) throw new Error('a browser was asked for');
    a.choose({ level: 'onion', sitesOff: ['quiet.example'] });
    a.meet(1000);
    // What A gave is on its way: B finds an empty store and gives its own.
    const late = early.meet(2000).send;
    expect(b.meet(2000).settings.level).toBe('onion');
    const again = reconcile(
      a.settings(),
      { level: { value: 'onion', at: 2 }, sitesOff: { value: ['quiet.example'], at: 2 } },
      Object.fromEntries(Object.entries(late).map(([field, choice]) => [`choice:${field}`, choice])),
      3000,
    );
    expect(again).toMatchObject({ came: [], settings: { level: 'onion', sitesOff: ['quiet.example'] } });
    expect(again.send).toMatchObject({ level: { value: 'onion' }, sitesOff: { value: ['quiet.example'] } });
  });

  it('too long to carry stay, whatever the others have, until they are shorter', () => {
    const [a, b] = two();
    const long = Array.from({ length: 500 }, (_, n) => `a-rather-long-site-${String(n).padStart(3, '0')}.com`);
    a.choose({ sitesOff: long });
    expect(a.meet(1).tooLong).toEqual(['sitesOff']);
    b.choose({ sitesOff: ['quiet.example'] });
    b.meet(2);
    expect(a.meet(3)).toMatchObject({ came: [], tooLong: ['sitesOff'], settings: { sitesOff: long } });
    a.choose({ sitesOff: long.slice(0, 2) });
    a.meet(4);
    expect(b.meet(5).settings.sitesOff).toEqual(long.slice(0, 2));
  });

  it('that a newer Peel made are left to it until something else is chosen here', () => {
    const { all, store } = browsers(1);
    const [a] = all as [(typeof all)[0]];
    a.meet(1);
    store['choice:level'] = { value: 'scorched', at: 9 };
    expect(a.meet(10)).toMatchObject({ came: [], send: {} });
    a.choose({ level: 'eyebrow' }, 11);
    expect(a.meet(12).send).toEqual({ level: { value: 'eyebrow', at: 11 } });
    expect(a.meet(13).send).toEqual({});
    // One that was made elsewhere since is later than it.
    store['choice:level'] = { value: 'scorched', at: 14 };
    expect(a.meet(15).send).toEqual({});
    // Also where it was there before this browser joined.
    const [b] = browsers(1).all;
    const newer = { 'choice:level': { value: 'scorched', at: 9 } };
    const joined = reconcile(b!.settings(), {}, newer, 20);
    expect(joined.send).not.toHaveProperty('level');
    expect(reconcile({ ...joined.settings, level: 'onion' }, joined.known, newer, 21).send).toHaveProperty('level', {
      value: 'onion',
      at: 21,
    });
  });

  it.each([(now: number) => now, () => undefined])(
    'that a newer Peel made are not left to it for ever where its clock goes ahead',
    (noted) => {
      for (const joins of [true, false]) {
        const { all, store } = browsers(1);
        const [a] = all as [(typeof all)[0]];
        if (!joins) a.meet(1);
        store['choice:level'] = { value: 'scorched', at: 1_000_000 };
        expect(a.meet(10).send).not.toHaveProperty('level');
        a.choose({ level: 'eyebrow' }, noted(11));
        const { level } = a.meet(12).send;
        expect(level?.value).toBe('eyebrow');
        expect(level?.at).toBeGreaterThan(1_000_000);
      }
    },
  );

  it('that a newer Peel made are taken once they are understood', () => {
    const [a] = two();
    const theirs = { value: 'onion', at: 9 };
    const unknown = { 'choice:level': { value: 'scorched', at: 9 } };
    for (const known of [{}, { level: { value: 'roast', at: 3 } }]) {
      const left = reconcile(a.settings(), known, unknown, 20);
      expect(reconcile(left.settings, left.known, { 'choice:level': theirs }, 30).came).toEqual(['level']);
    }
  });

  it('never carry packs or the main switch, and rubbish is left alone', () => {
    const { all, store } = browsers(1);
    Object.assign(store, {
      'choice:level': { value: 'scorched', at: 9 },
      'choice:enabled': { value: false, at: 9 },
      'choice:badge': 'x',
      other: 7,
    });
    const [a] = all as [(typeof all)[0]];
    a.choose({ enabled: true, packs: ['a'], packsOff: ['a'] });
    const { send } = a.meet(10);
    expect(a.settings()).toEqual({ ...defaultSettings(), packs: ['a'], packsOff: ['a'] });
    expect(Object.keys(send)).not.toEqual(expect.arrayContaining(['packs']));
    for (const field of ['enabled', 'packs', 'packsOff']) expect(send).not.toHaveProperty(field);
    expect(store.other).toBe(7);
  });
});

describe('sync', () => {
  it('is off, and carries nothing, until it is switched on', async () => {
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    await syncNow();
    expect(await readSync())?.toMatchObject({ on: false });
    expect(await shared()).toEqual({});
    await switchSync(true);
    expect((await shared())['choice:level']).toMatchObject({ value: 'onion' });
  });

  it('takes what another browser has put there, and says what came', async () => {
    await switchSync(true);
    await sync.set({ 'choice:level': { value: 'eyebrow', at: Date.now() + 1000 } });
    await syncNow();
    expect((await loadSettings()).level).toBe('eyebrow');
    expect((await readSync())?.came?.fields).toEqual(['level']);
  });

  it('writes nothing where nothing is new', async () => {
    await switchSync(true);
    const sets = [vi.spyOn(local, 'set'), vi.spyOn(sync, 'set')];
    await syncNow();
    for (const set of sets) expect(set).not.toHaveBeenCalled();
  });

  it('says so where the browser takes nothing, and offers it again', async () => {
    const full = vi.spyOn(sync, 'set').mockRejectedValue(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    await switchSync(true);
    expect((await readSync())?.problem).toMatch(/did not take/);
    full.mockRestore();
    await syncNow();
    expect((await readSync())?.problem).toBe('');
    expect((await shared())['choice:level']).toBeDefined();
  });

  it('keeps a list here that is too long to carry, says so, and carries the rest', async () => {
    const sitesOff = Array.from({ length: 500 }, (_, n) => `a-rather-long-site-${String(n).padStart(3, '0')}.com`);
    await updateSettings((now) => ({ ...now, sitesOff }));
    await switchSync(true);
    expect((await readSync())?.problem).toMatch(/too long/);
    expect(await shared()).not.toHaveProperty('choice:sitesOff');
    expect(await shared()).toHaveProperty('choice:level');
    expect((await loadSettings()).sitesOff).toEqual(sitesOff);
  });

  it('changes nothing where settings or sync cannot be read', async () => {
    await switchSync(true);
    await sync.set({ 'choice:level': { value: 'eyebrow', at: Date.now() + 1000 } });
    const silent = vi.spyOn(sync, 'get').mockRejectedValue(new Error('no'));
    await syncNow();
    expect((await readSync())?.problem).toMatch(/does not show/);
    silent.mockRestore();
    vi.spyOn(local, 'get').mockRejectedValue(new Error('no'));
    expect(await readSync()).toBeNull();
    await syncNow();
    vi.restoreAllMocks();
    expect((await loadSettings()).level).toBe('roast');
  });

  it('goes when it is switched off, and what was shared goes when asked', async () => {
    await switchSync(true);
    await switchSync(false);
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    await syncNow();
    expect((await shared())['choice:level']?.value).toBe('roast');
    await sync.set({ other: 1 });
    await clearShared();
    expect(await shared()).toEqual({ other: 1 });
  });

  it.each<[string, () => Promise<void>]>([
    ['here', () => switchSync(false).then(clearShared)],
    ['in another', () => sync.clear().then(syncNow)],
  ])('is as of when it was chosen where it is shared again after it was deleted %s', async (_, deleted) => {
    clock(1000);
    await switchSync(true);
    clock(3000);
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    await syncNow();
    await deleted();
    expect(await shared()).toEqual({});
    clock(4000);
    await switchSync(true);
    // One that did not share meanwhile, and chose before.
    const other = { ...defaultSettings(), level: 'eyebrow' } as const;
    const known = { level: { value: 'eyebrow', at: 2000 } };
    expect(reconcile(other, known, await shared(), 5000)).toMatchObject({
      came: ['level'],
      settings: { level: 'onion' },
    });
  });

  it('says that nothing was deleted only where that is so', async () => {
    await switchSync(true);
    const refused = vi.spyOn(sync, 'remove').mockRejectedValue(new Error('no'));
    await expect(clearShared()).rejects.toThrow(/would not delete/);
    expect(await shared()).toHaveProperty('choice:level');
    refused.mockRestore();
    for (const way of ['get', 'set'] as const) vi.spyOn(local, way).mockRejectedValue(new Error('no'));
    await clearShared();
    expect(await shared()).toEqual({});
  });

  it('holds up no choice while the browser takes its time to delete', async () => {
    let remove = () => {};
    vi.spyOn(sync, 'remove').mockReturnValue(new Promise((resolve) => (remove = () => resolve(undefined))) as never);
    const deleted = clearShared();
    await vi.waitFor(() => expect(sync.remove).toHaveBeenCalled());
    let chosen = false;
    const choosing = updateSettings((now) => ({ ...now, level: 'onion' })).then(() => {
      chosen = true;
    });
    await vi.waitFor(() => expect(chosen).toBe(true));
    remove();
    await Promise.all([deleted, choosing]);
  });

  /** Storage in which the background ends after `writes` more of its own: those after it come to nothing. */
  const endAfter = (writes: number) => {
    let left = writes;
    for (const area of [local, sync]) {
      const set = area.set.bind(area);
      vi.spyOn(area, 'set').mockImplementation(async (items) => {
        left -= 1;
        if (left < 0) throw new Error('gone');
        await set(items);
      });
    }
  };

  it.each([0, 1, 2, 3])(
    'never takes an old choice for a new one, if the background ends after %i writes',
    async (writes) => {
      clock(1000);
      await switchSync(true);
      clock(2000);
      await updateSettings((now) => ({ ...now, level: 'onion' }));
      endAfter(writes);
      await syncNow();
      vi.restoreAllMocks();
      // Another browser, later.
      await sync.set({ 'choice:level': { value: 'eyebrow', at: 3000 } });
      clock(4000);
      await syncNow();
      expect((await loadSettings()).level).toBe('eyebrow');
      expect((await shared())['choice:level']).toEqual({ value: 'eyebrow', at: 3000 });
    },
  );

  it.each([0, 1, 2])('never takes for its own what came from others, if it ends after %i writes', async (writes) => {
    clock(1000);
    await switchSync(true);
    await sync.set({ 'choice:level': { value: 'eyebrow', at: 2000 } });
    clock(3000);
    endAfter(writes);
    await syncNow();
    vi.restoreAllMocks();
    await sync.set({ 'choice:level': { value: 'onion', at: 4000 } });
    clock(5000);
    await syncNow();
    expect((await loadSettings()).level).toBe('onion');
    expect((await shared())['choice:level']).toEqual({ value: 'onion', at: 4000 });
  });

  it.each([0, 1, 2])(
    'is on, and gives what there is, also if it ends after %i writes of the first time',
    async (writes) => {
      await updateSettings((now) => ({ ...now, level: 'onion' }));
      await local.set({ [SYNC_KEY]: { on: true } });
      endAfter(writes);
      await syncNow();
      vi.restoreAllMocks();
      await syncNow();
      expect(await readSync()).toMatchObject({ on: true, met: true, problem: '' });
      expect((await shared())['choice:level']).toEqual({ value: 'onion', at: 2 });
    },
  );

  it('offers what was refused as of when it was chosen', async () => {
    clock(1000);
    await switchSync(true);
    clock(2000);
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    vi.spyOn(sync, 'set').mockRejectedValue(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    await syncNow();
    vi.restoreAllMocks();
    clock(3000);
    await syncNow();
    expect((await shared())['choice:level']).toEqual({ value: 'onion', at: 2000 });
  });

  it('notes the time of a choice in the write that keeps it', async () => {
    clock(1000);
    await switchSync(true);
    const set = vi.spyOn(local, 'set');
    clock(2000);
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    expect(set).toHaveBeenCalledOnce();
    expect(set.mock.calls[0]?.[0]).toMatchObject({
      [SETTINGS_KEY]: { level: 'onion' },
      [SYNC_KEY]: { known: { level: { value: 'onion', at: 2000 }, badge: { value: true, at: 1 } } },
    });
  });

  it('notes no times where choices were never shared', async () => {
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    await switchSync(false);
    await updateSettings((now) => ({ ...now, level: 'eyebrow' }));
    expect((await readSync())?.known).toEqual({});
  });

  it('notes no times of packs and the main switch', async () => {
    await switchSync(true);
    await updateSettings((now) => ({ ...now, enabled: false, packs: ['a'], packsOff: ['a'] }));
    const record = (await local.get())[SYNC_KEY] as { known: object };
    for (const field of ['enabled', 'packs', 'packsOff']) expect(record.known).not.toHaveProperty(field);
  });

  describe('where the settings are damaged', () => {
    const chosen = { level: 'eyebrow', sitesOff: ['a.example', 'b.example'] } as const;
    /** Shares `chosen`; then the record of the settings is as `over` says. */
    const damage = async (over: unknown) => {
      clock(1000);
      await updateSettings((now) => ({ ...now, ...chosen, sitesOff: [...chosen.sitesOff] }));
      await switchSync(true);
      const { [SETTINGS_KEY]: record } = await local.get(SETTINGS_KEY as never);
      const there = await shared();
      const damaged = typeof over === 'object' ? { ...(record as object), ...over } : over;
      await local.set({ [SETTINGS_KEY]: damaged });
      clock(2000);
      return { there, damaged };
    };
    const rubbish = { sitesOff: 'rubbish', level: 7 };

    it.each([rubbish, { sitesOff: ['a.example', 7], level: null }, { sitesOff: undefined, level: undefined }, 'gone'])(
      'tells the others nothing of it, and restores what was chosen: %j',
      async (over) => {
        const { there } = await damage(over);
        await syncNow();
        expect(await shared()).toEqual(there);
        expect(await loadSettings()).toMatchObject(chosen);
        expect(await readSync()).toMatchObject({ on: true, came: null });
      },
    );

    it('restores them also where the whole record is gone', async () => {
      const { there } = await damage(rubbish);
      await local.remove(SETTINGS_KEY);
      await syncNow();
      expect(await shared()).toEqual(there);
      expect(await loadSettings()).toMatchObject(chosen);
    });

    it('sets the damaged record aside', async () => {
      const { damaged } = await damage(rubbish);
      await syncNow();
      expect(await local.get(DAMAGED_KEY as never)).toEqual({ [DAMAGED_KEY]: damaged });
    });

    it('takes what another browser chose since', async () => {
      await damage(rubbish);
      await sync.set({ 'choice:sitesOff': { value: ['c.example'], at: 1500 } });
      await syncNow();
      expect(await loadSettings()).toMatchObject({ level: 'eyebrow', sitesOff: ['c.example'] });
      expect((await readSync())?.came?.fields).toEqual(['sitesOff']);
    });

    it('changes what was chosen, not what was left of it, and shares no repair', async () => {
      const { there } = await damage(rubbish);
      const { before } = await updateSettings((now) => withSite(now, 'c.example', false));
      expect(before).toMatchObject(chosen);
      const sitesOff = [...chosen.sitesOff, 'c.example'];
      expect(await loadSettings()).toMatchObject({ level: 'eyebrow', sitesOff });
      await syncNow();
      expect(await shared()).toEqual({ ...there, 'choice:sitesOff': { value: sitesOff, at: 2000 } });
    });

    it('shares no repair either where it happened while sharing was off', async () => {
      const { there } = await damage({});
      await switchSync(false);
      await local.set({ [SETTINGS_KEY]: rubbish });
      await updateSettings((now) => ({ ...now, badge: false }));
      await switchSync(true);
      expect(await loadSettings()).toMatchObject({ ...chosen, badge: false });
      expect(await shared()).toEqual({ ...there, 'choice:badge': { value: false, at: 2000 } });
    });

    it('takes what the others have where its own record of it is damaged too', async () => {
      const { there } = await damage(rubbish);
      const { [SYNC_KEY]: record } = (await local.get(SYNC_KEY as never)) as { [SYNC_KEY]: { known: object } };
      await local.set({
        [SYNC_KEY]: { ...record, known: { ...record.known, level: 7, sitesOff: { value: 8, at: 9 } } },
      });
      await updateSettings((now) => now);
      await syncNow();
      expect(await loadSettings()).toMatchObject(chosen);
      expect(await shared()).toEqual(there);
    });

    it('keeps a list that is too long to carry, not the one that the others have', async () => {
      const sitesOff = Array.from({ length: 500 }, (_, n) => `a-rather-long-site-${String(n).padStart(3, '0')}.com`);
      await sync.set({ 'choice:sitesOff': { value: ['quiet.example'], at: 500 } });
      await switchSync(true);
      await updateSettings((now) => ({ ...now, sitesOff }));
      await syncNow();
      await local.set({ [SETTINGS_KEY]: rubbish });
      await syncNow();
      expect((await loadSettings()).sitesOff).toEqual(sitesOff);
      expect((await shared())['choice:sitesOff']?.value).toEqual(['quiet.example']);
    });
  });

  it('rolls nothing back when it is switched off and on again', async () => {
    await updateSettings((now) => withSite(now, 'a.example', false));
    await switchSync(true);
    await switchSync(false);
    await updateSettings((now) => withPhrase(withSite({ ...now, level: 'onion' }, 'b.example', false), 'Acme', true));
    const chosen = await loadSettings();
    await switchSync(true);
    expect(await loadSettings()).toEqual(chosen);
    expect(await readSync()).toMatchObject({ on: true, came: null, problem: '' });
    const there = await shared();
    for (const field of ['level', 'sitesOff', 'spared'] as const)
      expect(there[`choice:${field}`]?.value).toEqual(chosen[field]);
  });

  it('takes when it is switched on again what others changed later, and no more', async () => {
    clock(1000);
    await switchSync(true);
    await switchSync(false);
    clock(2000);
    await updateSettings((now) => ({ ...now, level: 'onion', badge: false, print: true }));
    await sync.set({
      'choice:level': { value: 'eyebrow', at: 3000 },
      'choice:theme': { value: 'dark', at: 3000 },
      'choice:print': { value: false, at: 1500 },
    });
    clock(4000);
    await switchSync(true);
    expect(await loadSettings()).toMatchObject({ level: 'eyebrow', theme: 'dark', badge: false, print: true });
    expect((await readSync())?.came?.fields).toEqual(['level', 'theme']);
    expect(await shared()).toMatchObject({ 'choice:badge': { value: false, at: 2000 }, 'choice:print': { at: 2000 } });
  });

  it('keeps the sites of a browser that joins where nobody chose any', async () => {
    const sitesOff = Array.from({ length: 50 }, (_, n) => `site-${n}.example`);
    await sync.set({ 'choice:sitesOff': { value: [], at: 1 } });
    await updateSettings((now) => ({ ...now, sitesOff }));
    await switchSync(true);
    expect((await loadSettings()).sitesOff).toEqual(sitesOff);
    expect((await shared())['choice:sitesOff']).toEqual({ value: sitesOff, at: 2 });
  });

  it('is not switched where storage does not say how it stands', async () => {
    await switchSync(true);
    const before = await local.get(null);
    vi.spyOn(local, 'get').mockRejectedValue(new Error('no'));
    await expect(switchSync(false)).rejects.toThrow(/nothing was changed/);
    vi.restoreAllMocks();
    expect(await local.get(null)).toEqual(before);
    expect(await shared()).toHaveProperty('choice:level');
  });

  it('gives again what was deleted while it was off, with what was chosen since', async () => {
    await switchSync(true);
    await switchSync(false);
    await sync.clear();
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    await switchSync(true);
    expect(await readSync()).toMatchObject({ on: true, problem: '' });
    expect((await shared())['choice:level']?.value).toBe('onion');
  });

  it('is switched off by another browser that deletes what was shared', async () => {
    await switchSync(true);
    await sync.clear();
    await syncNow();
    expect(await shared()).toEqual({});
    expect(await readSync()).toMatchObject({ on: false, problem: expect.stringMatching(/deleted/) });
    await switchSync(true);
    expect((await readSync())?.problem).toBe('');
    expect((await shared())['choice:level']).toBeDefined();
  });

  it('reads rubbish as off', () => {
    for (const rubbish of [null, 7, 'x', { on: 'yes', known: 3, met: 1, came: { at: 'x' }, problem: 4 }])
      expect(parseSync(rubbish)).toEqual({ on: false, known: {}, met: false, came: null, problem: '' });
    expect(SYNC_KEY).toBe('sync');
  });
});
