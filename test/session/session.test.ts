import { describe, expect, it, vi } from 'vitest';
import type { PageReport } from '@/lib/model';
import { ReadFailure, type SessionDeps } from '@/lib/session';
import { defaultSettings } from '@/lib/settings';
import { claim, lastView, pageOf, passageOf, reportOf, sentence, setUp } from './page-world';

describe('a pass', () => {
  it('paints the claims with the notes of the level', async () => {
    const { session, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    expect(lastView(overlay)).toMatchObject({
      level: 'roast',
      items: [{ index: 0, note: { text: 'A note at roast.' } }],
    });
    expect(session.status()).toMatchObject({ state: 'annotated', claims: [{ painted: true, sentence }] });
    expect(deps.shown).toHaveBeenLastCalledWith(1);
  });

  it('shows what the top of a page says while the rest is read, and calls the page read when it is', async () => {
    const second = { ...claim, id: 'c2' };
    let finish: (report: PageReport) => void = () => undefined;
    const ask = vi.fn<SessionDeps['ask']>((_page, _pass, _without, _signal, onOpening) => {
      onOpening?.(reportOf([claim]));
      return new Promise((resolve) => (finish = resolve));
    });
    const { session, overlay, deps, world } = setUp({ ask });
    const passed = session.apply(defaultSettings());
    await vi.waitFor(() => expect(overlay.paint).toHaveBeenCalledOnce());
    expect(lastView(overlay)?.items).toHaveLength(1);
    // The popup lists what is on the page already, and says that it is being read.
    expect(session.status()).toMatchObject({ state: 'reading', claims: [{ painted: true, sentence }] });
    expect(deps.shown).toHaveBeenLastCalledWith(1);
    // What is asked on its card is answered.
    expect(await session.another(0)).toMatchObject({ text: 'Another one.' });
    finish(reportOf([claim, second]));
    await passed;
    expect(lastView(overlay)?.items).toMatchObject([{ note: { text: 'Another one.' } }, { index: 1 }]);
    expect(session.status()).toMatchObject({ state: 'annotated', claims: [{}, {}] });
    expect(deps.shown).toHaveBeenLastCalledWith(2);
    // The top of a page that shows something already is nothing to wait for.
    world.page = pageOf([passageOf(`${sentence} It is new.`)]);
    const again = session.pass();
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    expect(ask.mock.lastCall?.[4]).toBeUndefined();
    finish(reportOf([claim]));
    await again;
  });

  it('does not wait for the end of a page that comes in the place of another, once the notes of that are gone', async () => {
    const { session, overlay, deps, world } = setUp();
    await session.apply(defaultSettings());
    overlay.verify.mockReturnValueOnce([0]);
    session.verify();
    world.page = pageOf([passageOf(`${sentence} It is new.`)], { address: 'https://example.com/next', title: 'Next' });
    let finish: (report: PageReport) => void = () => undefined;
    deps.ask.mockImplementationOnce((_page, _pass, _without, _signal, onOpening) => {
      onOpening?.(reportOf([{ ...claim, id: 'c2' }]));
      return new Promise((resolve) => (finish = resolve));
    });
    const passed = session.pass();
    await vi.waitFor(() => expect(overlay.paint).toHaveBeenCalledTimes(2));
    expect(session.status()).toMatchObject({ state: 'reading', title: 'Next', claims: [{ claim: { id: 'c2' } }] });
    finish(reportOf([{ ...claim, id: 'c2' }]));
    expect(await passed).toBe(true);
  });

  it('reads a page anew of which only the top was read when the pass was cut short', async () => {
    const ask = vi.fn<SessionDeps['ask']>(
      (_page, _pass, _without, signal, onOpening) =>
        new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(new DOMException('superseded', 'AbortError')));
          onOpening?.(reportOf([claim]));
          if (!onOpening) resolve(reportOf([claim, { ...claim, id: 'c2' }]));
        }),
    );
    const { session, overlay } = setUp({ ask });
    const cut = session.apply(defaultSettings());
    await vi.waitFor(() => expect(overlay.paint).toHaveBeenCalledOnce());
    await Promise.all([session.pass(), cut]);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(session.status()).toMatchObject({ state: 'annotated', claims: [{}, {}] });
  });

  it('takes the top of a page away again where its end cannot be read', async () => {
    const ask = vi.fn<SessionDeps['ask']>(async (_page, _pass, _without, _signal, onOpening) => {
      onOpening?.(reportOf([claim]));
      throw new ReadFailure('tripped');
    });
    const { session, overlay, deps } = setUp({ ask });
    await session.apply(defaultSettings());
    expect(overlay.clear).toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'failed', reason: 'tripped' });
    expect(deps.shown).toHaveBeenLastCalledWith(0);
  });

  it('is not over when what its top says is shown anew, or taken away', async () => {
    let finish: (report: PageReport) => void = () => undefined;
    const ask = vi.fn<SessionDeps['ask']>((_page, _pass, _without, _signal, onOpening) => {
      onOpening?.(reportOf([claim]));
      return new Promise((resolve) => (finish = resolve));
    });
    const { session, overlay, deps } = setUp({ ask });
    void session.apply(defaultSettings());
    await vi.waitFor(() => expect(overlay.paint).toHaveBeenCalledOnce());
    const status = () => session.status();
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(lastView(overlay)?.level).toBe('onion');
    expect(status()).toMatchObject({ state: 'reading', level: 'onion', claims: [{}] });
    await session.another(0);
    expect(status().state).toBe('reading');
    session.earlier(0);
    expect(status().state).toBe('reading');
    overlay.verify.mockReturnValueOnce([0]);
    expect(session.verify()).toBe(true);
    expect(status()).toMatchObject({ state: 'reading', claims: [] });
    expect(ask).toHaveBeenCalledOnce();
    // Its only mark is none: it goes at once, and the page is asked about without it.
    session.earlier(0);
    deps.keep.mockImplementationOnce(async () => {
      expect(status()).toMatchObject({ state: 'reading', claims: [] });
      expect(overlay.clear).toHaveBeenCalled();
      return '';
    });
    const put = session.put(true, { what: 'mark', id: 'c1' });
    await vi.waitFor(() => expect(ask).toHaveBeenCalledTimes(2));
    expect(ask.mock.lastCall?.[2]).toEqual(['c1']);
    finish(reportOf([{ ...claim, id: 'c2' }]));
    await put;
    expect(status()).toMatchObject({ state: 'annotated', claims: [{}] });
  });

  it('says nothing yet where the words at the top are gone', async () => {
    let finish: (report: PageReport) => void = () => undefined;
    const ask = vi.fn<SessionDeps['ask']>((_page, _pass, _without, _signal, onOpening) => {
      onOpening?.(reportOf([claim]));
      return new Promise((resolve) => (finish = resolve));
    });
    const { session, overlay, world } = setUp({ ask });
    world.located = false;
    const passed = session.apply(defaultSettings());
    await vi.waitFor(() => expect(ask).toHaveBeenCalled());
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status().state).toBe('reading');
    finish(reportOf([claim]));
    await passed;
    expect(session.status().state).toBe('no-claims');
  });

  it('never wakes the background for a page without a candidate', async () => {
    const { session, world, deps, overlay } = setUp();
    world.page = pageOf([passageOf('The museum opens at nine.', false)]);
    await session.apply(defaultSettings());
    expect(deps.ask).not.toHaveBeenCalled();
    expect(deps.shown).not.toHaveBeenCalled();
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status().state).toBe('no-claims');
  });

  it.each([
    ['no-article', pageOf([])],
    ['not-english', pageOf([passageOf('Un assistant.', false)], { language: 'fr' })],
  ] as const)('says %s where that is so', async (state, page) => {
    const { session, world } = setUp();
    world.page = page;
    await session.apply(defaultSettings());
    expect(session.status().state).toBe(state);
  });

  it('does not ask again about a text it has read', async () => {
    const { session, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    expect(await session.pass()).toBe(false);
    expect(deps.ask).toHaveBeenCalledTimes(1);
    expect(overlay.paint).toHaveBeenCalledTimes(2);
  });

  it('asks again when something comes to stand around a claim, and finds nothing new where the marks are the same', async () => {
    const { session, world, deps, overlay } = setUp();
    await session.apply(defaultSettings());
    const told = passageOf('Two of the agents died last week when the building burned.', false);
    world.page = pageOf([passageOf(sentence), { ...told, index: 1 }]);
    deps.ask.mockResolvedValueOnce({ ...reportOf([claim]), room: 'straight-face' });
    expect(await session.pass()).toBe(false);
    expect(lastView(overlay)?.room).toBe('straight-face');
    // The same words elsewhere are another page, too: a heading is no paragraph.
    world.page = pageOf([passageOf(sentence), { ...told, index: 1, role: 'heading' }]);
    deps.ask.mockResolvedValueOnce(reportOf([claim, { ...claim, id: 'c2' }]));
    expect(await session.pass()).toBe(true);
    expect(deps.ask).toHaveBeenCalledTimes(3);
  });

  it('drops a claim whose text has left the page', async () => {
    const { session, world, overlay } = setUp();
    world.located = false;
    await session.apply(defaultSettings());
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'no-claims', claims: [] });
  });

  it('paints nothing beside words that are not the claim', async () => {
    const { session, world, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    // The same candidates further down: what stands at the old place now is another sentence.
    const moved = { ...passageOf(sentence), index: 1 };
    world.page = pageOf([passageOf('A paragraph that came in above, with nothing to claim.', false), moved]);
    deps.ask.mockResolvedValueOnce(reportOf([{ ...claim, passage: 1 }]));
    await session.pass();
    expect(deps.ask).toHaveBeenCalledTimes(2);
    expect(lastView(overlay)?.items[0]?.claim.passage).toBe(1);
  });

  it('paints nothing where the report quotes what the page does not say', async () => {
    const { session, overlay, deps } = setUp();
    deps.ask.mockResolvedValueOnce(reportOf([{ ...claim, quote: claim.quote.replace('700', '7') }]));
    await session.apply(defaultSettings());
    expect(deps.ask).toHaveBeenCalledOnce();
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'no-claims', claims: [] });
  });

  it('ends below the first story, where others come after', async () => {
    const { session, world, overlay, deps } = setUp();
    const after = ['The first story ends here.', 'The second begins.'].map((text, n) => ({
      ...passageOf(text, false),
      index: n + 1,
    }));
    const end = { sentences: ['That was it.'], lines: ['end#1'] };
    const report = reportOf([claim]);
    report.editions.roast.end = end;
    deps.ask.mockResolvedValue(report);
    world.page = pageOf([passageOf(sentence), ...after], { stories: [2] });
    world.locate = (passage) => ({ passage }) as unknown as Range;
    await session.apply(defaultSettings());
    expect(lastView(overlay)?.end).toMatchObject({ note: end, anchor: { passage: 1 } });
  });

  it('keeps nothing of the last page when reading the next one fails', async () => {
    const { session, world, deps } = setUp();
    await session.apply(defaultSettings());
    world.page = pageOf([passageOf(`Elsewhere, ${sentence}`)], { address: 'https://example.com/next' });
    deps.ask.mockRejectedValueOnce(new ReadFailure('tripped'));
    await session.pass();
    expect(session.status()).toMatchObject({ state: 'failed', claims: [] });
    deps.ask.mockResolvedValue(reportOf([]));
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(session.status().claims).toEqual([]);
  });

  it('ignores the answer to an earlier pass', async () => {
    const answers: ((report: PageReport) => void)[] = [];
    const ask = vi.fn<SessionDeps['ask']>(() => new Promise((resolve) => answers.push(resolve)));
    const { session, world, overlay } = setUp({ ask });
    const first = session.apply(defaultSettings());
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    world.page = pageOf([passageOf(`${sentence} Here, too.`)]);
    const second = session.pass();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.(reportOf([{ ...claim, id: 'new' }]));
    answers[0]?.(reportOf([{ ...claim, id: 'stale' }]));
    await Promise.all([first, second]);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    expect(lastView(overlay)?.items[0]?.claim.id).toBe('new');
  });

  it('is silent on the page and plain in the popup when reading fails', async () => {
    const ask = vi.fn<SessionDeps['ask']>().mockRejectedValueOnce(new ReadFailure('tripped'));
    ask.mockResolvedValue(reportOf([claim]));
    const { session, overlay } = setUp({ ask });
    await session.apply(defaultSettings());
    expect(overlay.paint).not.toHaveBeenCalled();
    expect(session.status()).toMatchObject({ state: 'failed', reason: 'tripped' });
    await session.retry();
    expect(session.status().state).toBe('annotated');
  });
});

describe('an application that takes another address', () => {
  const A = 'https://example.com/story?id=1';
  const B = 'https://example.com/story?id=2';
  const first = pageOf([passageOf(sentence)], { title: 'The first', published: '2031-05-04' });
  const second = pageOf([passageOf(`Elsewhere, ${sentence}`), passageOf('The end.', false)], { title: 'The second' });
  const begin = async () => {
    const { world, ...rest } = setUp();
    Object.assign(world, { page: first, href: A });
    await rest.session.apply(defaultSettings());
    return { world, ...rest };
  };

  it('keeps what was read and the name of its page together while the next one is being read', async () => {
    const { session, world, deps, overlay } = await begin();
    const old = {
      href: A,
      title: 'The first',
      published: '2031-05-04',
      paragraphs: 1,
      claims: [{ claim: { id: 'c1' } }],
    };
    expect(session.status()).toMatchObject(old);
    let answer = (_: PageReport) => {};
    deps.ask.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    Object.assign(world, { page: second, href: B });
    const pass = session.pass();
    await vi.waitFor(() => expect(deps.ask).toHaveBeenCalledTimes(2));
    expect(session.status()).toMatchObject(old);
    answer(reportOf([{ ...claim, id: 'c2', span: { start: 11, end: 52 } }]));
    await pass;
    expect(session.status()).toMatchObject({ href: B, title: 'The second', published: null, paragraphs: 2 });
    expect(session.status().claims.map((one) => one.claim.id)).toEqual(['c2']);
    expect(lastView(overlay)?.href).toBe(B);
  });

  it('does not give the old text the new address and title, which often come before the new text', async () => {
    const { session, world, deps, overlay } = await begin();
    Object.assign(world, { page: { ...first, title: 'The second', published: null }, href: B });
    await session.pass();
    expect(session.status()).toMatchObject({ href: A, title: 'The first', published: '2031-05-04' });
    expect(lastView(overlay)?.href).toBe(A);
    expect(deps.ask).toHaveBeenCalledTimes(1);
    world.page = second;
    deps.ask.mockResolvedValueOnce(reportOf([{ ...claim, span: { start: 11, end: 52 } }]));
    await session.pass();
    expect(session.status()).toMatchObject({ href: B, title: 'The second' });
  });

  it('goes by the new address at once where a page only tidies it', async () => {
    const { session, world, deps } = await begin();
    Object.assign(world, { href: B });
    await session.pass();
    expect(session.status()).toMatchObject({ href: B, title: 'The first' });
    expect(deps.ask).toHaveBeenCalled();
  });

  it('finds the old text again where it stands by then', async () => {
    const { session, world } = await begin();
    Object.assign(world, { page: { ...first, title: 'The second' }, href: B, located: false });
    await session.pass();
    expect(session.status()).toMatchObject({ state: 'no-claims', claims: [] });
  });

  it('takes a title that comes late, at the same address', async () => {
    const { session, world } = await begin();
    world.page = { ...first, title: 'The first, at last' };
    await session.pass();
    expect(session.status()).toMatchObject({ href: A, title: 'The first, at last' });
  });

  it('has the address of a page that makes no claim', async () => {
    const { session, world } = await begin();
    Object.assign(world, { page: pageOf([passageOf('The museum opens at nine.', false)]), href: B });
    await session.pass();
    expect(session.status()).toMatchObject({ href: B, title: 'A story', claims: [] });
  });
});

describe('the count on the toolbar', () => {
  it('is told once, and again after the toolbar lost it', async () => {
    const { deps, session } = setUp();
    await session.apply(defaultSettings());
    await session.pass();
    expect(deps.shown.mock.calls).toEqual([[1]]);
    session.forgetCount();
    await session.pass();
    expect(deps.shown.mock.calls).toEqual([[1], [1]]);
  });
});

describe('verify', () => {
  it('passes on that the page lets the notes fade', async () => {
    const { overlay, session } = setUp();
    await session.pass();
    expect(session.status().faded).toBe(false);
    overlay.isFaded.mockReturnValue(true);
    expect(session.status().faded).toBe(true);
  });

  it('takes what the overlay dropped off the count and the list at once', async () => {
    const { deps, overlay, session } = setUp();
    await session.apply(defaultSettings());
    expect(session.verify()).toBe(false);
    expect(session.status().state).toBe('annotated');
    overlay.verify.mockReturnValueOnce([0]);
    expect(session.verify()).toBe(true);
    expect(deps.shown).toHaveBeenLastCalledWith(0);
    expect(session.status().claims).toEqual([]);
  });
});

describe('a permission that is taken back', () => {
  it('takes the notes off at once, stays quiet, and comes back on retry', async () => {
    const { session, overlay, deps } = setUp();
    await session.apply(defaultSettings());
    session.withdraw();
    expect(session.status()).toMatchObject({ state: 'withdrawn', claims: [] });
    expect(deps.shown).toHaveBeenLastCalledWith(0);
    await session.pass();
    await session.apply({ ...defaultSettings(), level: 'onion' });
    expect(session.status().state).toBe('withdrawn');
    expect(deps.ask).toHaveBeenCalledTimes(1);
    expect(overlay.paint).toHaveBeenCalledTimes(1);
    await session.retry();
    expect(session.status().state).toBe('annotated');
  });

  it('is not given again by having back a page that was sat out', async () => {
    const { session, overlay } = setUp();
    await session.apply(defaultSettings());
    await session.put(true, { what: 'page' });
    session.withdraw();
    await session.put(false, { what: 'page' });
    expect(session.status().state).toBe('withdrawn');
    expect(overlay.paint).toHaveBeenCalledTimes(1);
  });
});

describe('a page with nothing to show', () => {
  it('tells a reader who switched Peel off from storage that does not say', async () => {
    const { session } = setUp();
    await session.apply({ ...defaultSettings(), enabled: false });
    expect(session.status()).toMatchObject({ state: 'all-off', reason: null });
    await session.apply({ ...defaultSettings(), enabled: false, unread: true });
    expect(session.status()).toMatchObject({ state: 'all-off', reason: 'settings-unread' });
  });

  it('says how much was read, and when all that was found is unwanted', async () => {
    const { session } = setUp();
    await session.apply({ ...defaultSettings(), kindsOff: [claim.kind] });
    expect(session.status()).toMatchObject({ state: 'no-claims', paragraphs: 1 });
    expect(session.status().reason).toBe('all-unwanted');
  });
});
