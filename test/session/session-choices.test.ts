import { describe, expect, it, vi } from 'vitest';
import type { Note, PageReport } from '@/lib/model';
import type { Session, SessionDeps } from '@/lib/session';
import { defaultSettings } from '@/lib/settings';
import { claim, lastView, noteAt, pageOf, passageOf, reportOf, sentence, setUp } from './page-world';

describe('how much is marked', () => {
  const more = { ...defaultSettings(), density: 'all' } as const;

  it('is asked for anew when it changes, and only then', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    deps.ask.mockResolvedValueOnce(reportOf([claim, { ...claim, id: 'c2', kind: 'launch', family: 'announcement' }]));
    await session.apply(more);
    expect(deps.ask).toHaveBeenCalledTimes(2);
    expect(lastView(overlay)?.items.map((item) => item.claim.id)).toEqual(['c1', 'c2']);
    expect(deps.shown).toHaveBeenLastCalledWith(2);
    await session.apply({ ...more, level: 'onion' });
    await session.pass();
    expect(deps.ask).toHaveBeenCalledTimes(2);
  });

  it('leaves the old notes until the new report is there, and says meanwhile what they were read for', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    let answer: (report: PageReport) => void = () => undefined;
    deps.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const turned = session.apply(more);
    await vi.waitFor(() => expect(deps.ask).toHaveBeenCalledTimes(2));
    expect(session.status()).toMatchObject({ state: 'annotated', density: 'normal', claims: [{ painted: true }] });
    expect(overlay.clear).not.toHaveBeenCalled();
    expect(deps.shown).toHaveBeenCalledTimes(1);
    answer(reportOf([{ ...claim, id: 'new' }]));
    await turned;
    expect(overlay.clear).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'annotated', density: 'all', claims: [{ claim: { id: 'new' } }] });
  });

  it('drops the answer for what was turned away from', async () => {
    const answers: ((report: PageReport) => void)[] = [];
    const ask = vi.fn<SessionDeps['ask']>(() => new Promise((resolve) => answers.push(resolve)));
    const { session, overlay } = setUp({ ask });
    const first = session.apply(defaultSettings());
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    const second = session.apply(more);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[0]?.(reportOf([{ ...claim, id: 'stale' }]));
    answers[1]?.(reportOf([{ ...claim, id: 'new' }]));
    await Promise.all([first, second]);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    expect(lastView(overlay)?.items[0]?.claim.id).toBe('new');
  });

  it('never leaves the popup waiting where nothing is shown', async () => {
    const { session } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    await session.apply(more);
    expect(session.status()).toMatchObject({ state: 'sat-out', density: 'all' });
  });

  it('may find nothing, and more again', async () => {
    const { session, deps } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([]));
    await session.apply({ ...defaultSettings(), density: 'fewer' });
    expect(session.status()).toMatchObject({ state: 'no-claims', density: 'fewer' });
    await session.apply(more);
    expect(session.status()).toMatchObject({ state: 'annotated', density: 'all' });
  });
});

describe('what is said of the marks', () => {
  it('counts the source of claims alone', async () => {
    const { session, deps } = setUp();
    const shown = { ...claim, evidence: 'pointer' } as const;
    const launch = { ...shown, id: 'l', kind: 'launch', family: 'announcement' } as const;
    deps.ask.mockResolvedValueOnce(reportOf([shown, launch, launch, { ...claim, id: 'c2' }]));
    await session.apply(defaultSettings());
    expect(session.status()).toMatchObject({ supported: 1 });
    expect(session.status().claims).toHaveLength(4);
  });

  it('asks for the words that decided when the card does, of a claim that it has', async () => {
    const { session, deps, world } = setUp();
    await session.apply(defaultSettings());
    expect(deps.deciding).not.toHaveBeenCalled();
    expect(await session.deciding(0)).toEqual(['work']);
    expect(deps.deciding).toHaveBeenCalledWith(world.page, claim);
    expect(await session.deciding(7)).toBeNull();
  });
});

describe('choices', () => {
  it('turns the level without reading again', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(deps.find).toHaveBeenCalledTimes(1);
    expect(deps.ask).toHaveBeenCalledTimes(1);
    expect(lastView(overlay)).toMatchObject({ level: 'onion', items: [{ note: { text: 'A note at onion.' } }] });
  });

  it('clears a site that is switched off, and comes back', async () => {
    const { session, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    await session.apply({ ...defaultSettings(), sitesOff: ['example.com'] });
    expect(overlay.clear).toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'site-off', claims: [] });
    expect(deps.shown).toHaveBeenLastCalledWith(0);
    await session.apply(defaultSettings());
    expect(session.status().state).toBe('annotated');
  });

  it('says that it is off everywhere rather than only here', async () => {
    const { session } = setUp();
    await session.apply({ ...defaultSettings(), enabled: false });
    expect(session.status().state).toBe('all-off');
  });

  it('leaves out the kinds the reader does not want', async () => {
    const { session, overlay } = setUp();
    await session.apply({ ...defaultSettings(), kindsOff: ['labour-equivalence'] });
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status().claims).toEqual([]);
  });

  it('keeps another note through a repaint, and tells the writer what was used', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.another(0);
    await session.pass();
    expect(lastView(overlay)?.items[0]?.note?.text).toBe('Another one.');
    expect(deps.another.mock.lastCall?.slice(3)).toEqual(['roast', ['roast#1']]);
  });

  it.each<[string, (session: Session) => Promise<unknown>]>([
    ['paused', (session) => session.apply({ ...defaultSettings(), enabled: false })],
    ['sat out', (session) => session.put(true, { what: 'page' })],
  ])('paints nothing on a page that is %s by the time another note is there, or a mark is had back', async (_, off) => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    let answer: (note: Note) => void = () => undefined;
    deps.another.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const asked = session.another(0);
    await off(session);
    answer(noteAt('roast', 'Another one.'));
    await asked;
    await session.put(false, { what: 'mark', id: 'c1' });
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    expect(session.status().claims).toEqual([]);
  });

  it.each([null, undefined])('hands on that there is no other note, or no answer: %s', async (answer) => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    deps.another.mockResolvedValueOnce(answer);
    expect(await session.another(0)).toBe(answer);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
  });

  it('sits a page out until the reader goes elsewhere', async () => {
    const { session, world, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    await session.pass();
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(session.status().state).toBe('sat-out');
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    world.page = pageOf([passageOf(sentence)], { address: 'https://example.com/next' });
    await session.pass();
    expect(session.status().state).toBe('annotated');
  });

  it('hides and shows without forgetting', async () => {
    const { session, overlay } = setUp();
    await session.apply(defaultSettings());
    session.hide('toggle');
    expect(session.status().hidden).toBe(true);
    session.hide('toggle');
    expect(overlay.hide).toHaveBeenLastCalledWith(false);
  });
});
