// @vitest-environment jsdom
import { h, render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { anatomyOf, sumOf } from '@/components/card/anatomy';
import { Card, type CardActions } from '@/components/card/Card';
import { lineClass, linesOf } from '@/components/card/lines';
import { whyLines } from '@/components/card/why';
import type { Claim, Kind, Level, Note, NoteReason, Quantity, Straight } from '@/lib/model';
import { kindDefinition, kindName } from '@/lib/settings';
import { claim, note, straight } from './fixtures';

const quantity = (over: Partial<Quantity>): Quantity => ({
  text: '700',
  value: 700,
  type: 'count',
  unit: 'agents',
  hedge: '',
  span: { start: 0, end: 3 },
  ...over,
});

function show(
  over: {
    claim?: Claim;
    note?: Note | null;
    straight?: Straight;
    earlier?: boolean;
    level?: Level;
    actions?: Partial<CardActions>;
  } = {},
) {
  const nothing = () => undefined;
  const actions: CardActions = {
    close: nothing,
    another: async () => null,
    text: () => 'the text',
    copy: async () => true,
    share: async () => true,
    deciding: async () => [],
    earlier: () => false,
    less: async () => '',
    wrong: nothing,
    kindOff: nothing,
    sitOut: nothing,
    siteOff: nothing,
    ...over.actions,
  };
  const root = document.body.appendChild(document.createElement('div'));
  const joke = over.note === undefined ? note() : over.note;
  const props = {
    claim: over.claim ?? claim(),
    straight: over.straight ?? straight(),
    note: joke,
    earlier: over.earlier ?? false,
    jokes: over.straight?.jokes ?? true,
    level: over.level ?? 'roast',
    underline: 'work',
    actions,
  };
  render(h(Card, props), root);
  const redraw = (other: Note | null, level = props.level) => render(h(Card, { ...props, note: other, level }), root);
  const button = (name: string) => [...root.querySelectorAll('button')].find((each) => each.textContent === name);
  return { root, button, redraw, text: () => root.textContent ?? '' };
}

afterEach(() => document.body.replaceChildren());

describe('the card', () => {
  it('shows the joke, marked as satire, and the straight question', () => {
    const { root, text } = show();
    expect(root.querySelector('.joke .line')?.textContent).toBe('A joke about a queue.');
    expect(root.querySelector('.joke .satire')?.textContent).toBe('Satire');
    expect(text()).toContain('Equivalent by whose count?');
  });

  it('has no joke and no joke buttons without a note, and says why where none belongs', () => {
    const { root, button, text } = show({
      note: null,
      straight: straight({ jokes: false, why: { topic: 'illness', where: 'nearby' } }),
    });
    expect(root.querySelector('.joke')).toBeNull();
    expect(text()).toContain(
      'No joke here. The page speaks of illness or of people in medical danger. That stands right beside this.',
    );
    for (const name of ['Another one', 'Less like this']) expect(button(name)).toBeUndefined();
    expect(button('Copy')).toBeDefined();
  });

  it('links the record to its source in a tab of its own, with its caveat', () => {
    const receipt = {
      id: 'r',
      line: 'In May the firm began to hire again.',
      caveat: 'The assistant stayed.',
      publisher: 'The Ledger',
      title: 'Hiring again',
      url: 'https://ledger.example/1',
      date: '2025-05',
    };
    const { root, text } = show({ straight: straight({ receipt }) });
    const link = root.querySelector<HTMLAnchorElement>('.source a');
    expect(link?.href).toBe('https://ledger.example/1');
    expect(link?.target).toBe('_blank');
    expect(link?.rel).toContain('noopener');
    expect(text()).toContain('The assistant stayed.');
  });

  it('lists points that add up to the score', () => {
    const { root } = show();
    const points = [...root.querySelectorAll('.sum li:not(.total) .points')].map((each) => Number(each.textContent));
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(38);
  });

  it('says so when no other line is left, and does not ask again', async () => {
    const another = vi.fn(async () => null);
    const { button, text } = show({ actions: { another } });
    button('Another one')?.click();
    await vi.waitFor(() => expect(text()).toContain('That shelf is empty.'));
    expect(button('Another one')?.getAttribute('aria-disabled')).toBe('true');
    button('Another one')?.click();
    expect(another).toHaveBeenCalledTimes(1);
  });

  it('asks again once another line stands there, as when the level is changed', async () => {
    const another = vi.fn(async () => null);
    const { button, redraw } = show({ actions: { another } });
    button('Another one')?.click();
    await vi.waitFor(() => expect(button('Another one')?.getAttribute('aria-disabled')).toBe('true'));
    redraw(note({ level: 'onion', line: 'house/labour-equivalence#7' }));
    await vi.waitFor(() => expect(button('Another one')?.getAttribute('aria-disabled')).toBe('false'));
    button('Another one')?.click();
    expect(another).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['does not answer', async () => undefined],
    ['is gone', () => Promise.reject(new Error('gone'))],
  ])('says so when the background %s, and asks again', async (_, answer) => {
    let reply: () => void = () => undefined;
    const another = vi.fn(() => new Promise<void>((done) => (reply = done)).then(answer));
    const { button, text } = show({ actions: { another } });
    for (const times of [1, 2]) {
      button('Another one')?.click();
      expect(another).toHaveBeenCalledTimes(times);
      await vi.waitFor(() => expect(text()).not.toContain('No answer'));
      reply();
      await vi.waitFor(() => expect(text()).toContain('No answer: reload this page.'));
      expect(button('Another one')?.getAttribute('aria-disabled')).toBe('false');
    }
  });

  it('keeps the focus on “Another one” when the line changes, and reads the new line aloud', async () => {
    let found: (next: Note) => void = () => undefined;
    const another = () => new Promise<Note>((done) => (found = done));
    const { root, button, redraw } = show({ actions: { another } });
    const live = root.querySelector('.joke[aria-live="polite"]');
    const before = button('Another one');
    before?.focus();
    before?.click();
    const next = note({ line: 'house/labour-equivalence#2', text: 'Another joke.' });
    redraw(next);
    found(next);
    await vi.waitFor(() => expect(live?.textContent).toContain('Another joke.'));
    expect(button('Another one')).not.toBe(before);
    expect(document.activeElement).toBe(button('Another one'));
  });

  it('leaves the focus where the reader has put it while the line was on its way', async () => {
    let found: (next: Note) => void = () => undefined;
    const another = () => new Promise<Note>((done) => (found = done));
    const { button, redraw, text } = show({ actions: { another } });
    button('Another one')?.focus();
    button('Another one')?.click();
    const search = document.body.appendChild(document.createElement('input'));
    search.focus();
    const next = note({ line: 'house/labour-equivalence#2', text: 'Another joke.' });
    redraw(next);
    found(next);
    await vi.waitFor(() => expect(text()).toContain('Another joke.'));
    expect(document.activeElement).toBe(search);
  });

  it('says “Copied.” only when the clipboard took it, else shows the text to copy by hand', async () => {
    const copy = vi.fn(async () => true);
    const { root, button, text } = show({ actions: { copy } });
    button('Copy')?.click();
    await vi.waitFor(() => expect(text()).toContain('Copied.'));
    expect(copy).toHaveBeenCalledWith('the text');
    copy.mockResolvedValue(false);
    button('Copy')?.click();
    await vi.waitFor(() => expect(root.querySelector('textarea')?.value).toBe('the text'));
    expect(text()).not.toContain('Copied.');
    expect(text()).toContain('did not let Peel copy');
    await vi.waitFor(() => expect(document.activeElement).toBe(root.querySelector('textarea')));
  });

  it('says so when the page for pictures does not open, and nothing when it does', async () => {
    const share = vi.fn(async () => false);
    const { root, button } = show({ actions: { share } });
    const said = () => root.querySelector('.said')?.textContent;
    button('Share')?.click();
    await vi.waitFor(() => expect(said()).toContain('did not open'));
    share.mockResolvedValue(true);
    button('Share')?.click();
    await vi.waitFor(() => expect(said()).toBe(''));
    share.mockRejectedValue(new Error('gone'));
    button('Share')?.click();
    await vi.waitFor(() => expect(said()).toContain('did not open'));
  });

  it('offers to write one where there is no joke and one may be, and says when none fits', async () => {
    const another = vi.fn(async () => null);
    const { button, text } = show({ note: null, actions: { another } });
    expect(button('Another one')).toBeUndefined();
    button('Write one')?.focus();
    button('Write one')?.click();
    await vi.waitFor(() => expect(text()).toContain('No line fits this one.'));
    // The button is gone, and the keyboard is with what stands for it.
    expect(button('Write one')).toBeUndefined();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('No line fits this one.'));
    expect(
      show({ note: null, straight: straight({ jokes: false, why: { topic: 'illness', where: 'page' } }) }).button(
        'Write one',
      ),
    ).toBe(undefined);
  });

  it('offers again to write one at another level, where none stands either', async () => {
    const { button, redraw } = show({ note: null });
    button('Write one')?.click();
    await vi.waitFor(() => expect(button('Write one')).toBeUndefined());
    redraw(null, 'onion');
    await vi.waitFor(() => expect(button('Write one')?.getAttribute('aria-disabled')).toBe('false'));
  });

  it('does not take an answer for one level for the answer of the next', async () => {
    let answer: (found: null) => void = () => {};
    const another = () => new Promise<null>((done) => (answer = done));
    const { button, redraw, text } = show({ note: null, level: 'eyebrow', actions: { another } });
    button('Write one')?.click();
    redraw(null, 'onion');
    answer(null);
    await vi.waitFor(() => expect(button('Write one')?.getAttribute('aria-disabled')).toBe('false'));
    expect(text()).not.toContain('No line fits this one.');
  });

  it('says that no line fits, and offers none, where none does at the level', () => {
    const { text, button, redraw } = show({
      note: null,
      level: 'eyebrow',
      straight: straight({ noLineAt: ['straight', 'eyebrow'] }),
    });
    expect(text()).toContain('No line fits this one.');
    expect(button('Write one')).toBeUndefined();
    redraw(null, 'roast');
    expect(text()).not.toContain('No line fits this one.');
    expect(button('Write one')).toBeDefined();
  });

  it('has a way back to the line before, and keeps the focus there', async () => {
    const earlier = vi.fn(() => true);
    expect(show().button('The one before')).toBeUndefined();
    const { button, redraw } = show({ earlier: true, actions: { earlier } });
    button('The one before')?.focus();
    button('The one before')?.click();
    expect(earlier).toHaveBeenCalledOnce();
    redraw(note({ line: 'house/labour-equivalence#2' }));
    await vi.waitFor(() => expect(document.activeElement).toBe(button('The one before')));
  });

  it('says what “Less like this” did, and takes it back', async () => {
    const less = vi.fn(async () => '');
    const { root, button } = show({ actions: { less } });
    const said = () => root.querySelector('.said [role=status]')?.textContent;
    button('Less like this')?.click();
    await vi.waitFor(() => expect(said()).toBe('Fewer like that from now on.'));
    await vi.waitFor(() => expect(document.activeElement).toBe(button('Undo')));
    button('Undo')?.click();
    await vi.waitFor(() => expect(said()).toBe('As before.'));
    expect(less.mock.calls).toEqual([[true], [false]]);
    expect(button('Undo')).toBeUndefined();
    less.mockResolvedValueOnce('Peel did not answer.');
    button('Less like this')?.click();
    await vi.waitFor(() => expect(said()).toBe('Peel did not answer.'));
    expect(button('Undo')).toBeUndefined();
  });

  it.each([
    ['labour-equivalence', 'Not a claim'],
    ['launch', 'Not an announcement'],
  ] as const)('lets the reader say that it is none: %s', (kind, words) => {
    const wrong = vi.fn();
    show({ claim: claim({ kind }), actions: { wrong } })
      .button(words)
      ?.click();
    expect(wrong).toHaveBeenCalledOnce();
  });

  it('opens one panel at a time: why this line, or where not', async () => {
    const sitOut = vi.fn();
    const { root, button } = show({ note: note({ working: '$10 ÷ 2 = $5' }), actions: { sitOut } });
    button('Why this?')?.click();
    await vi.waitFor(() => expect(root.querySelector('.why')?.textContent).toContain('$10 ÷ 2 = $5'));
    button('Not here')?.click();
    await vi.waitFor(() => expect(root.querySelector('.away')).not.toBeNull());
    expect(root.querySelector('.why')).toBeNull();
    button('Not on this page')?.click();
    expect(sitOut).toHaveBeenCalledOnce();
  });
});

describe('the card of an announcement', () => {
  const launch = (over: Parameters<typeof claim>[0] = {}) => claim({ kind: 'launch', ...over });

  it('is named and taken apart as one, and shows no hype', () => {
    const { root, text } = show({ claim: launch() });
    expect(root.querySelector('h2')?.textContent).toBe('Launch');
    expect(text()).toContain('The announcement, taken apart');
    expect(root.querySelector('.heat')).toBeNull();
    expect(text()).not.toMatch(/hype/i);
    const claimed = show();
    expect(claimed.root.querySelector('.heat')).not.toBeNull();
    expect(claimed.text()).toContain('The claim, taken apart');
  });

  it('misses neither comparison nor source in a price, but both in a figure it gives of itself', () => {
    const slots = { quantities: [quantity({})] };
    const missing = (kind: Kind) =>
      anatomyOf(claim({ kind, numberSource: 'none', slots })).flatMap(({ label, said }) => (said ? [] : [label]));
    expect(missing('money-in')).toEqual(['Who']);
    expect(missing('figure')).toEqual(['Who', 'Compared with', 'Number from']);
  });
});

describe('a card whose kind is in doubt', () => {
  const unsure = claim({ kind: 'funding-partnership', kindSure: false, group: 'money' });

  it('names what it is about, never the kind, and does not offer to ask the kind away', async () => {
    const { root, button, text } = show({ claim: unsure });
    expect(root.querySelector('h2')?.textContent).toBe('Something about money');
    button('Why this?')?.click();
    await vi.waitFor(() => expect(root.querySelector('.why')?.textContent).toContain('Something about money'));
    expect(root.querySelector('.why')?.textContent).toContain('one of several kinds');
    expect(text()).not.toContain(kindName('funding-partnership'));
    expect(text()).not.toContain(kindDefinition('funding-partnership'));
    button('Not here')?.click();
    await vi.waitFor(() => expect(button('Not on this page')).toBeDefined());
    expect(text()).not.toContain('No more');
  });

  it('offers it where the kind is sure', async () => {
    const kindOff = vi.fn();
    const { button } = show({ claim: { ...unsure, kindSure: true }, actions: { kindOff } });
    button('Not here')?.click();
    await vi.waitFor(() => expect(button('No more “Money or alliance as proof”')).toBeDefined());
    button('No more “Money or alliance as proof”')?.click();
    expect(kindOff).toHaveBeenCalledOnce();
  });
});

describe('why it is marked', () => {
  it('quotes the words that decided, in their order, and says how sure, how clear and what the kind is', async () => {
    const deciding = vi.fn(async () => ['work', '700']);
    const { root, button } = show({ claim: claim({ confidence: 0.7, grade: 1 }), actions: { deciding } });
    expect(deciding).not.toHaveBeenCalled();
    button('Why this?')?.click();
    await vi.waitFor(() => expect(root.querySelectorAll('.deciding q')).toHaveLength(2));
    expect(deciding).toHaveBeenCalledOnce();
    expect([...root.querySelectorAll('.deciding q')].map((each) => each.textContent)).toEqual(['work', '700']);
    const said = root.querySelector('.why')?.textContent ?? '';
    expect(said).toMatch(/How sure.?fairly sure.?Weight.?minor/);
    expect(said).toContain(kindDefinition('labour-equivalence'));
    expect(said).toContain('Line house/labour-equivalence#1');
  });

  it('says that it is being found out, and what it could not find out', async () => {
    let answer: ((words: string[] | null) => void) | undefined;
    const deciding = () => new Promise<string[] | null>((resolve) => (answer = resolve));
    const { root, button } = show({ actions: { deciding } });
    const said = () => root.querySelector('.deciding')?.textContent;
    button('Why this?')?.click();
    // The words are there before they are acted upon.
    await vi.waitFor(() => expect(answer).toBeDefined());
    expect(said()).toBe('Leaving out word by word…');
    answer?.(null);
    await vi.waitFor(() => expect(said()).toBe('No answer: reload this page.'));
    const failing = show({ actions: { deciding: () => Promise.reject(new Error('gone')) } });
    failing.button('Why this?')?.click();
    await vi.waitFor(() =>
      expect(failing.root.querySelector('.deciding')?.textContent).toBe('No answer: reload this page.'),
    );
  });

  it('is said without a note, too, and without words where none stood out', async () => {
    const { root, button } = show({ note: null, claim: claim({ confidence: 0.3 }) });
    button('Why this?')?.click();
    await vi.waitFor(() => expect(root.querySelector('.why')?.textContent).toMatch(/How sure.?leaning.?Weight.?major/));
    await vi.waitFor(() => expect(root.querySelector('.deciding')?.textContent).toMatch(/^No single word/));
    expect(root.querySelector('.why')?.textContent).not.toContain('Why this line');
  });
});

describe('anatomyOf', () => {
  const rowsOf = (given: Claim) => Object.fromEntries(anatomyOf(given).map((row) => [row.label, row]));

  it('names the parts as written, with the firm behind “the company”', () => {
    const rows = rowsOf(
      claim({
        slots: {
          actor: 'Kelmore',
          actorText: 'the company',
          technology: 'The assistant',
          quantities: [quantity({})],
          hedge: 'up to',
        },
      }),
    );
    expect(rows.Who).toMatchObject({ text: 'the company (Kelmore)', part: 'actor', said: true });
    expect(rows.Number?.text).toBe('700 agents');
    expect(rows.Hedge?.text).toBe('up to');
    expect(rows['Number from']).toMatchObject({ text: 'its own count', said: true });
  });

  it('says of a time how long it is, and of hedges each once', () => {
    const quantities = [quantity({ text: 'three', type: 'duration', unit: 'months', hedge: 'nearly' })];
    const rows = rowsOf(claim({ slots: { quantities, hedge: 'Nearly' } }));
    expect(rows.Number?.text).toBe('three months');
    expect(rows.Hedge?.text).toBe('nearly');
  });

  it('never calls a verb’s object a deed', () => {
    const label = (task: string) => anatomyOf(claim({ slots: { task } })).find(({ part }) => part === 'task')?.label;
    expect(label('conversations')).toBe('On what');
    expect(label('reviewing contracts')).toBe('On what');
    expect(label('to bring the bot to banks')).toBe('In order');
    expect(anatomyOf(claim({ slots: { task: 'conversations' } })).map((row) => row.label)).not.toContain('Does');
  });

  it('does not miss who says so where the number is said to be somebody’s own', () => {
    const labels = (numberSource: Claim['numberSource'], number = true) =>
      anatomyOf(claim({ numberSource, slots: { quantities: number ? [quantity({})] : [] } })).map(
        ({ label, text }) => `${label}: ${text}`,
      );
    expect(labels('self')).toContain('Number from: its own count');
    expect(labels('self').join()).not.toContain('Who');
    expect(labels('none')).toContain('Who: not said');
    expect(labels('self', false)).toContain('Who: not said');
  });

  it('shows what is missing where a reader would ask, and only there', () => {
    const bare = rowsOf(claim({ modality: 'future', numberSource: 'none' }));
    expect(bare.Who).toMatchObject({ text: 'not said', said: false });
    expect(bare['By when']).toMatchObject({ said: false });
    expect(bare['Compared with']).toBeUndefined();
    expect(bare['Number from']).toBeUndefined();
    const counted = rowsOf(claim({ numberSource: 'none', slots: { quantities: [quantity({})] } }));
    expect(counted['Compared with']).toMatchObject({ text: 'not said', said: false });
    expect(counted['Number from']).toMatchObject({ text: 'not said', said: false });
    expect(counted['By when']).toBeUndefined();
  });
});

describe('sumOf', () => {
  it('accounts for what the ends of the scale cut', () => {
    const { hype } = claim();
    expect(sumOf(claim({ hype: { ...hype, score: 30 } })).at(-1)).toEqual({
      points: '−8',
      label: 'kept between 0 and 100',
      text: '',
    });
    expect(sumOf(claim({ hype }))).toHaveLength(3);
  });
});

describe('linesOf', () => {
  it('sets a dialogue by speaker and a list by item, and changes no word', () => {
    const talk = '— Can I talk to a person? — No. — To 700? — Yes.';
    expect(linesOf({ shape: 'dialogue', text: talk })).toHaveLength(4);
    expect(linesOf({ shape: 'dialogue', text: talk }).join(' ')).toBe(talk);
    expect(linesOf({ shape: 'list', text: 'It does not: 1. Listen. 2. Wait.' })).toEqual([
      'It does not:',
      '1. Listen.',
      '2. Wait.',
    ]);
    expect(linesOf({ shape: 'statement', text: 'One — two 3. three' })).toEqual(['One — two 3. three']);
  });

  it('begins an item only where the count goes on', () => {
    const items = ['1. Trim the jet.', '2. Go by 1.', '3. Reconsider 1 through 2.', '4. Trim 700 people by May 12.'];
    const list = (...lines: string[]) => linesOf({ shape: 'list', text: lines.join(' ') });
    expect(list('How to fund it:', ...items)).toEqual(['How to fund it:', ...items]);
    expect(list(...items, '5. Rest.')).toEqual([...items, '5. Rest.']);
  });

  it('hangs what opens with a dash or a number', () => {
    expect(lineClass('— No.')).toContain('hang');
    expect(lineClass('12. Wait.')).toContain('hang');
    expect(lineClass('2026 was fine.')).not.toContain('hang');
  });
});

describe('whyLines', () => {
  it('says in sentences what decided, and leaves out what only its makers read', () => {
    const why: NoteReason[] = [
      { because: 'compares', slot: 'n', op: '>=', value: 10 },
      { because: 'says', words: ['equivalent'], near: false },
      { because: 'hedge', word: 'up to' },
      { because: 'uses', slot: 'n' },
      { because: 'uses', slot: 'workers' },
      { because: 'kind', kinds: ['any'] },
      { because: 'uses', slot: 'gag' },
    ];
    expect(whyLines({ why }, 'claim')).toEqual([
      'The claim says “equivalent” and “up to”.',
      'The number is at least 10.',
      'The line takes from it the number and whose work it is.',
    ]);
    expect(whyLines({ why }, 'announcement')[0]).toBe('The announcement says “equivalent” and “up to”.');
    expect(whyLines({ why: [] }, 'claim')).toEqual([]);
  });
});
