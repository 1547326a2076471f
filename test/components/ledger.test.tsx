// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Ledger } from '@/components/ledger/Ledger';
import { OpenLedger } from '@/components/OpenLedger';
import type { PageStatus, ToPage } from '@/lib/messages';
import { copyText, download } from '@/lib/share/deliver';
import { marks, statusOf } from '../ledger/fixture';
import { button, close, draw, field, screen, tidyUp } from './screen';

vi.mock('@/lib/share/deliver', () => ({ copyText: vi.fn(async () => true), download: vi.fn() }));

type Answer = (message: ToPage, tabId: number) => Promise<PageStatus | undefined>;
let answer: Answer;
let front: { id?: number; url?: string; status?: string }[];
const sent: ToPage[] = [];
const verdict = () => document.querySelector('.verdict')?.textContent;
const rows = () => [...document.querySelectorAll('.rows > li')];
const jumps = () => [...document.querySelectorAll<HTMLButtonElement>('[data-jump]')];
const nobody = () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));

/** What the browser tells of its tabs. */
type Hear = (tabId: number, change: { status?: string }) => void;
const events = new Map<string, Set<Hear>>();
const eventOf = (name: string) => {
  const told = new Set<Hear>();
  events.set(name, told);
  return { addListener: (hear: Hear) => told.add(hear), removeListener: (hear: Hear) => told.delete(hear) };
};
const tell = (name: string, change = {}, tabId = 5) => {
  for (const hear of events.get(name) ?? []) hear(tabId, change);
};

const open = () => draw(<Ledger />, () => document.querySelector('main[aria-busy="false"]'));
/** Chooses in the select or types into the field with this label, as a reader does. */
function choose(label: string, value: string): void {
  const found = field(label);
  found.value = value;
  found.dispatchEvent(new Event(found.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
}

beforeEach(() => {
  fakeBrowser.reset();
  sent.length = 0;
  vi.mocked(download).mockClear();
  vi.mocked(copyText).mockClear();
  front = [{ id: 5, url: 'https://www.example.com/a' }];
  answer = async () => statusOf();
  Object.assign(fakeBrowser.tabs, {
    onActivated: eventOf('activated'),
    onUpdated: eventOf('updated'),
    onReplaced: eventOf('replaced'),
    onAttached: eventOf('attached'),
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => front) as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (tabId: number, message: ToPage) => {
    sent.push(message);
    return answer(message, tabId);
  }) as never);
});
afterEach(tidyUp);

describe('the ledger', () => {
  it('lists every mark with its sentence, note, question and receipt, each under its own name', async () => {
    await open();
    expect(verdict()).toBe('2 claims, none shows its source; 2 announcements.');
    expect(rows()).toHaveLength(4);
    const [first] = rows();
    expect(document.getElementById(first?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Work counted in peopleclaim, plain (hype 0 of 100)',
    );
    expect(first?.querySelector('blockquote')?.textContent).toBe(
      'On Monday it was said that The assistant does the work of 700 agents, Kelmore said.',
    );
    expect(first?.querySelector('mark')?.textContent).toBe('The assistant does the work of 700 agents');
    const terms = [...(first?.querySelectorAll('dt') ?? [])].map(({ textContent }) => textContent);
    expect(terms).toEqual(['Note (satire)', 'The sum', 'Question', 'The last time']);
    expect(first?.querySelector('a')?.href).toBe('https://gazette.example/r');
    expect(first?.querySelectorAll('.note')).toHaveLength(1);
    expect(rows()[1]?.textContent).toContain('announcement');
    expect(rows()[1]?.textContent).not.toContain('hype');
  });

  it('does not say that the reader switched Peel off where the page was not shown the settings', async () => {
    answer = async () => statusOf({ state: 'all-off' });
    await open();
    expect(verdict()).toBe('You switched Peel off everywhere.');
    answer = async () => statusOf({ state: 'all-off', reason: 'settings-unread' });
    await open();
    expect(verdict()).toMatch(/did not show Peel your settings .* Reload the page to ask again\.$/);
  });

  it('says of a page that fell silent that it did, and lists it again once it is there', async () => {
    await open();
    answer = nobody;
    tell('updated');
    await vi.waitFor(() => expect(screen()).toContain('The page does not answer. It may be busy, or it has crashed'));
    expect(rows()).toHaveLength(0);
    front = [{ id: 5, url: 'https://other.example/b' }];
    tell('updated');
    await vi.waitFor(() => expect(screen()).not.toContain('does not answer'));
    front = [{ id: 5, url: 'https://www.example.com/a' }];
    answer = async () => statusOf();
    tell('updated');
    await vi.waitFor(() => expect(rows()).toHaveLength(4));
  });

  it('says of a page that is loaded again that it waits, and then how Peel is started there', async () => {
    await open();
    answer = nobody;
    front = [{ id: 5, url: 'https://www.example.com/a', status: 'loading' }];
    tell('updated', { status: 'loading' });
    await vi.waitFor(() => expect(rows()).toHaveLength(0));
    expect(screen()).not.toContain('does not answer');
    front = [{ id: 5, url: 'https://www.example.com/a', status: 'complete' }];
    tell('updated', { status: 'complete' });
    await vi.waitFor(() => expect(document.querySelector('main')?.getAttribute('aria-busy')).toBe('false'));
    expect(screen()).not.toContain('does not answer');
    expect(rows()).toHaveLength(0);
  });

  it('does not wait for ever for a page that never finishes loading', async () => {
    answer = nobody;
    front = [{ id: 5, url: 'https://www.example.com/a', status: 'loading' }];
    document.body.replaceChildren();
    render(<Ledger />, document.body.appendChild(document.createElement('div')));
    await vi.waitFor(() => expect(screen()).toContain('Waiting'));
    // It is looked at again every two seconds.
    await vi.waitFor(() => expect(screen()).not.toContain('Waiting'), { timeout: 8_000 });
    expect(document.querySelector('main')?.getAttribute('aria-busy')).toBe('false');
  });

  it('searches, chooses and sorts, says how many are listed, and lists all again', async () => {
    await open();
    choose('Show', 'announcement');
    await vi.waitFor(() => expect(rows()).toHaveLength(2));
    expect(screen()).toContain('2 of 4 listed.');
    choose('Search', 'halcyon');
    await vi.waitFor(() => expect(rows()).toHaveLength(1));
    choose('Search', 'zeppelin');
    await vi.waitFor(() => expect(screen()).toContain('None of them is listed.'));
    expect(button('Download')).toBeUndefined();
    button('List all').click();
    await vi.waitFor(() => expect(rows()).toHaveLength(4));
    choose('Order', 'hype');
    await vi.waitFor(() => expect(rows()[0]?.textContent).toContain('hype 74 of 100'));
  });

  it('keeps a kind that another page does not have, and says that nothing is listed', async () => {
    await open();
    choose('Kind', 'Launch');
    await vi.waitFor(() => expect(rows()).toHaveLength(1));
    answer = async () => statusOf({ claims: marks().slice(2) });
    tell('updated');
    await vi.waitFor(() => expect(screen()).toContain('None of them is listed.'));
    expect(screen()).toContain('Launch (0)');
  });

  it('jumps to the sentence, whatever its number has become', async () => {
    await open();
    answer = async () => statusOf({ claims: marks().map((one) => ({ ...one, index: one.index + 10 })) });
    jumps()[2]?.click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:jump', index: 12 }));
    await vi.waitFor(() => expect(screen()).toContain('Shown on the page.'));
  });

  it('says so when the sentence, or the page, is gone by then', async () => {
    await open();
    answer = async () => statusOf({ claims: [] });
    jumps()[0]?.click();
    await vi.waitFor(() => expect(screen()).toContain('That sentence has left the page.'));
    expect(sent.some(({ type }) => type === 'peel:jump')).toBe(false);
  });

  it('leads nowhere from a sentence that has left the page, but can be reached by keys and says why', async () => {
    answer = async () => statusOf({ claims: marks().map((one) => ({ ...one, painted: false })) });
    await open();
    const [first] = jumps();
    expect(first?.textContent).toBe('This sentence has left the page');
    expect(first?.getAttribute('aria-disabled')).toBe('true');
    expect(first?.disabled).toBe(false);
    const before = sent.length;
    first?.click();
    expect(sent).toHaveLength(before);
  });

  it('goes from row to row by the arrow keys', async () => {
    await open();
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const at = () => jumps().indexOf(document.activeElement as HTMLButtonElement);
    jumps()[0]?.focus();
    const way = ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'ArrowDown', 'Home', 'ArrowUp', 'a'].map((key) => {
      press(key);
      return at();
    });
    expect(way).toEqual([1, 2, 1, 3, 3, 0, 0, 0]);
  });

  it('keeps the focus where a button was that is gone with its press', async () => {
    answer = async () => statusOf({ state: 'failed', reason: 'tripped', claims: [] });
    await open();
    answer = async () => statusOf();
    const press = async (label: string) => {
      button(label).focus();
      button(label).click();
      await vi.waitFor(() => expect(button(label)).toBeUndefined());
    };
    await press('Try again');
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
    choose('Search', 'agents');
    await vi.waitFor(() => expect(button('List all')).toBeDefined());
    await press('List all');
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('SEARCH'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('What is listed');
  });
});

describe('what the ledger says of a page', () => {
  it.each<[string, Partial<PageStatus>, string]>([
    ['that is being read', { state: 'reading', claims: [] }, 'Reading the page.'],
    [
      'with nothing found',
      { state: 'no-claims', claims: [] },
      'Read 12 paragraphs; none makes a claim or announcement about AI.',
    ],
    ['without an article', { state: 'no-article', claims: [] }, 'There is no article here for Peel to read.'],
    ['switched off', { state: 'site-off', claims: [] }, 'You switched Peel off on this site.'],
    [
      'that failed',
      { state: 'failed', reason: 'tripped', claims: [] },
      'Something on this page tripped Peel up, so it stayed out of it.',
    ],
    ['that was sat out', { state: 'sat-out', claims: [] }, 'You asked Peel to sit this page out.'],
  ])('%s', async (_what, over, words) => {
    answer = async () => statusOf(over);
    await open();
    expect(verdict()).toBe(words);
    expect(rows()).toHaveLength(0);
    expect(button('Download')).toBeUndefined();
  });

  it('on which jokes do not belong: why, with the questions all the same', async () => {
    answer = async () => statusOf({ room: 'straight-face', roomReason: 'death' });
    await open();
    expect(screen()).toContain('The page speaks of death. Peel sits this one out.');
    expect(rows()).toHaveLength(4);
  });

  it('on which jokes do not belong, and nothing is marked: only that', async () => {
    answer = async () => statusOf({ room: 'straight-face', roomReason: 'death', state: 'no-claims', claims: [] });
    await open();
    expect(verdict()).not.toBe('');
    expect(screen()).not.toContain('this one out');
  });

  it('that is none of its own: why, from the address where the browser tells it', async () => {
    answer = nobody;
    await open();
    expect(verdict()).toContain('example.com is not among the sites that Peel reads by itself.');
    front = [{ id: 5 }];
    tell('activated');
    await vi.waitFor(() => expect(verdict()).toContain('Press its toolbar button there'));
    front = [{ id: 5, url: 'chrome://settings' }];
    tell('activated');
    await vi.waitFor(() => expect(verdict()).toContain('belongs to the browser'));
    front = [{ id: 5, url: 'https://example.com/report.pdf' }];
    tell('activated');
    await vi.waitFor(() => expect(verdict()).toBe('This is a PDF. Peel reads web pages only.'));
    front = [];
    tell('activated');
    await vi.waitFor(() => expect(verdict()).toContain('not at work'));
  });

  it('that does not answer, and goes on when it does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      let letGo = (_status: PageStatus) => {};
      answer = () => new Promise((resolve) => (letGo = resolve));
      document.body.replaceChildren();
      render(<Ledger />, document.body.appendChild(document.createElement('div')));
      await vi.advanceTimersByTimeAsync(100);
      expect(verdict()).toBe('Waiting for the page to answer.');
      // Other tabs go on meanwhile.
      for (let seconds = 0; seconds < 12; seconds += 1) {
        await vi.advanceTimersByTimeAsync(1000);
        tell('updated', { status: 'complete' }, 6);
      }
      expect(verdict()).toContain('The page does not answer.');
      // It is not asked again while it has not answered.
      expect(sent).toHaveLength(1);
      letGo(statusOf());
      await vi.advanceTimersByTimeAsync(100);
      expect(rows()).toHaveLength(4);
    } finally {
      vi.useRealTimers();
    }
  });

  it('offers another try after a failure', async () => {
    answer = async () => statusOf({ state: 'failed', reason: 'tripped', claims: [] });
    await open();
    answer = async () => statusOf();
    button('Try again').click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:retry' }));
    await vi.waitFor(() => expect(rows()).toHaveLength(4));
  });
});

describe('the ledger follows', () => {
  it('the tab in front, and an answer that comes too late is not shown', async () => {
    await open();
    let late = (_status: PageStatus) => {};
    answer = (_message, tabId) =>
      tabId === 6
        ? new Promise((resolve) => (late = resolve))
        : Promise.resolve(statusOf({ title: 'Third', claims: marks().slice(0, 1) }));
    front = [{ id: 6 }];
    tell('activated');
    await vi.waitFor(() => expect(vi.mocked(fakeBrowser.tabs.sendMessage).mock.lastCall?.[0]).toBe(6));
    front = [{ id: 7 }];
    tell('activated');
    await vi.waitFor(() => expect(screen()).toContain('Third'));
    late(statusOf({ title: 'Second' }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(screen()).toContain('Third');
    expect(rows()).toHaveLength(1);
  });

  it('a page that gives way to one that Peel does not read', async () => {
    await open();
    answer = nobody;
    front = [{ id: 5, url: 'https://www.example.com/b' }];
    tell('updated');
    await vi.waitFor(() => expect(rows()).toHaveLength(0));
    expect(verdict()).toContain('example.com is not among the sites');
  });

  it('a page that is read, until it has been', async () => {
    answer = async () => statusOf({ state: 'reading', claims: [] });
    await open();
    answer = async () => statusOf();
    await vi.waitFor(() => expect(rows()).toHaveLength(4), { timeout: 3000 });
  });

  it.each(['a tab', 'none'])(
    'by the clock, too, after two signs at once, the first late or the last without a tab (%s)',
    async (found) => {
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
      try {
        render(<Ledger />, document.body.appendChild(document.createElement('div')));
        await vi.advanceTimersByTimeAsync(100);
        const query = vi.mocked(fakeBrowser.tabs.query);
        let late = () => {};
        if (found === 'a tab')
          query.mockImplementationOnce((() => new Promise((done) => (late = () => done(front as never)))) as never);
        else answer = () => new Promise(() => {});
        tell('updated');
        await vi.advanceTimersByTimeAsync(10);
        if (found === 'none') query.mockImplementationOnce((async () => []) as never);
        tell('updated');
        await vi.advanceTimersByTimeAsync(10);
        late();
        await vi.advanceTimersByTimeAsync(10);
        const before = sent.length;
        answer = async () => statusOf();
        await vi.advanceTimersByTimeAsync(5_000);
        expect(sent.length).toBeGreaterThan(before);
        expect(rows()).toHaveLength(4);
      } finally {
        vi.useRealTimers();
      }
    },
  );

  it('nothing once it is closed', async () => {
    await open();
    close();
    await vi.waitFor(() => expect([...events.values()].every((told) => told.size === 0)).toBe(true));
  });
});

describe('taking it along', () => {
  const place = { index: 1, start: 3, end: 29, exact: 'Kelmore launched Halcyon 3', prefix: '', suffix: ' today.' };

  it('hands over what is listed, in its order, with the places that the page says', async () => {
    const href = 'https://www.example.com/a?id=2';
    answer = async () => statusOf({ href });
    await open();
    answer = async () => statusOf({ href, places: [place] });
    choose('Show', 'announcement');
    choose('Format', 'annotations');
    await vi.waitFor(() => expect(screen()).toContain('Take these 2 along'));
    button('Download').click();
    await vi.waitFor(() => expect(download).toHaveBeenCalledTimes(1));
    const [blob, name] = vi.mocked(download).mock.lastCall ?? [];
    expect(name).toMatch(/^peel-ledger-example\.com-.*\.jsonld$/);
    const { first } = JSON.parse((await blob?.text()) ?? '');
    expect(first.items.map((one: { target: object }) => one.target)).toMatchObject([
      { source: 'https://www.example.com/a?id=2', selector: [{ type: 'TextQuoteSelector' }, { start: 3, end: 29 }] },
      { selector: [{ exact: 'Kelmore raised $10 million' }] },
    ]);
    await vi.waitFor(() => expect(screen()).toContain('Some of it has no position'));
  });

  it('loses nothing when the page is gone by then', async () => {
    await open();
    answer = nobody;
    button('Download').click();
    await vi.waitFor(() => expect(download).toHaveBeenCalledTimes(1));
    expect(await vi.mocked(download).mock.lastCall?.[0].text()).toContain('Kelmore launched Halcyon 3');
  });

  it.each<[string, Partial<PageStatus>]>([
    ['stands at another address', { address: 'https://www.example.com/b', href: 'https://www.example.com/b' }],
    ['differs in the query only', { href: 'https://www.example.com/a?id=3', places: [place] }],
    ['differs in the route behind the hash', { href: 'https://www.example.com/a?id=2#/news/3' }],
    ['makes other claims', { claims: marks().slice(2) }],
  ])('names the page that is listed, though what has been read by then %s', async (_what, over) => {
    const href = 'https://www.example.com/a?id=2';
    answer = async () => statusOf({ href, claims: marks().slice(0, 2) });
    await open();
    answer = async () => statusOf({ href, title: 'Another article', ...over });
    button('Copy').click();
    await vi.waitFor(() => expect(screen()).toContain('Copied.'));
    const [copied] = vi.mocked(copyText).mock.lastCall ?? [];
    expect(copied).toContain('Kelmore launched Halcyon 3');
    expect(copied).toContain('Kelmore says so');
    expect(copied).toContain('<https://www.example.com/a?id=2>');
    expect(copied).not.toMatch(/Another article|example\.com\/b|news\/3|id=3/);
  });

  it('copies, and gives the text to copy by hand where the clipboard is shut', async () => {
    await open();
    button('Copy').click();
    await vi.waitFor(() => expect(screen()).toContain('Copied.'));
    expect(vi.mocked(copyText).mock.lastCall?.[0]).toContain('## 1. Work counted in people');
    vi.mocked(copyText).mockResolvedValueOnce(false);
    button('Copy').click();
    await vi.waitFor(() => expect(document.querySelector('textarea')?.value).toContain('## 1. '));
    expect(document.querySelector('textarea')?.getAttribute('aria-label')).toBe('Text to copy');
    // The same page, asked again, changes nothing of it.
    const asked = sent.length;
    tell('updated');
    await vi.waitFor(() => expect(sent.length).toBeGreaterThan(asked));
    expect(document.querySelector('textarea')).not.toBeNull();
    choose('Format', 'csv');
    await vi.waitFor(() => expect(document.querySelector('textarea')).toBeNull());
    expect(document.querySelector('.said')?.textContent).toBe('');
    button('Copy').click();
    await vi.waitFor(() => expect(document.querySelector('.said')?.textContent).toBe('Copied.'));
    choose('Show', 'announcement');
    await vi.waitFor(() => expect(document.querySelector('.said')?.textContent).toBe(''));
  });
});

describe('the way in', () => {
  const show = (act = async (_name: string, work: () => Promise<unknown>) => void (await work())) => {
    document.body.replaceChildren();
    render(<OpenLedger act={act} />, document.body.appendChild(document.createElement('div')));
    return button('Open the ledger');
  };
  const none = { sidePanel: undefined, sidebarAction: undefined };
  beforeEach(() => void Object.assign(fakeBrowser, none));
  afterEach(() => void Object.assign(fakeBrowser, none));

  it('is not there where the browser has no panels', () => {
    expect(show()).toBeUndefined();
  });

  it('opens right in the press, in its own window', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    vi.spyOn(fakeBrowser.windows, 'getCurrent').mockResolvedValue({ id: 42 } as never);
    const open = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { sidePanel: { open } });
    const link = show();
    await vi.waitFor(() => expect(fakeBrowser.windows.getCurrent).toHaveBeenCalled());
    await Promise.resolve();
    link.click();
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 42 });
    await vi.waitFor(() => expect(close).toHaveBeenCalled());
    Object.assign(fakeBrowser, { sidePanel: undefined, sidebarAction: { open } });
    show().click();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('says where else to look when the browser will not', async () => {
    Object.assign(fakeBrowser, { sidebarAction: { open: () => Promise.reject(new Error('no')) } });
    let problem = '';
    show(async (_name, work) => {
      await work().catch((error: Error) => {
        problem = error.message;
      });
    }).click();
    await vi.waitFor(() => expect(problem).toMatch(/side panels/));
  });
});
