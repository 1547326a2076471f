// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '@/components/popup/Popup';
import { verdictOf } from '@/components/verdict';
import type { StatusClaim } from '@/lib/messages';
import { loadPause, loadSettings, pause, SETTINGS_KEY, updateSettings } from '@/lib/settings';
import { switchSync } from '@/lib/settings/sync';
import { saveJob } from '@/lib/share/job';
import { type ClaimParts, claimFixture } from '../claim-fixture';
import { statusFixture } from '../status-fixture';
import { fakeToolbarButton } from '../toolbar-button';
import { button, draw, screen, tidyUp } from './screen';

vi.mock('@/lib/share/job', async (original) => ({ ...(await original<object>()), saveJob: vi.fn() }));

const claimOf = (index: number, over: ClaimParts = {}): StatusClaim => ({
  index,
  claim: claimFixture({
    id: `c${index}`,
    quote: `Claim ${index}`,
    hype: { score: 44, band: 'frothy', cues: [] },
    ...over,
  }),
  sentence: `Claim ${index}`,
  straight: { question: 'By whose count?', receipt: null, jokes: true, why: null },
  note: null,
  painted: index !== 2,
});
const launchOf = (index: number, over: ClaimParts = {}) =>
  claimOf(index, { kind: 'launch', hype: { score: 0, band: 'plain', cues: [] }, ...over });

const statusOf = statusFixture;

let answer: () => Promise<unknown>;
const sent: unknown[] = [];

const open = () => draw(<Popup />, () => document.querySelector('.page'));

const permissions = fakeBrowser.permissions as unknown as {
  contains: unknown;
  request: unknown;
  onRemoved: unknown;
  onAdded: unknown;
};
/** What the browser tells of permissions: nothing in the fake by itself. */
const told = new Set<() => void>();
const events = {
  addListener: (hear: () => void) => told.add(hear),
  removeListener: (hear: () => void) => told.delete(hear),
};

beforeEach(() => {
  fakeBrowser.reset();
  told.clear();
  Object.assign(permissions, { contains: async () => true, onRemoved: events, onAdded: events });
  sent.length = 0;
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [
    { id: 5, url: 'https://www.example.com/a' },
  ]) as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async (_tab, message) => {
    sent.push(message);
    return answer();
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await tidyUp();
});

describe('popup', () => {
  it('lists the claims, says what they add up to, and jumps to one', async () => {
    answer = async () => statusOf({ claims: [claimOf(0), claimOf(1), claimOf(2)], supported: 1 });
    await open();
    expect(screen()).toContain('3 claims, 1 shows its source.');
    const buttons = document.querySelectorAll<HTMLButtonElement>('.claim');
    expect(buttons).toHaveLength(3);
    expect(buttons[2]?.disabled).toBe(true);
    buttons[1]?.click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:jump', index: 1 }));
  });

  it('jumps to the sentence that was pressed, whatever its number has become, and says so where it is gone', async () => {
    answer = async () => statusOf({ claims: [claimOf(0), claimOf(1)] });
    await open();
    const press = (row: number) => document.querySelectorAll<HTMLButtonElement>('.claim')[row]?.click();
    answer = async () => statusOf({ claims: [claimOf(0), claimOf(7), { ...claimOf(1), index: 8 }] });
    press(1);
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:jump', index: 8 }));
    await vi.waitFor(() => expect(document.querySelectorAll('.claim')).toHaveLength(3));
    answer = async () => statusOf({ claims: [claimOf(0)] });
    press(1);
    await vi.waitFor(() => expect(screen()).toContain('That sentence has left the page.'));
    expect(document.querySelectorAll('.claim')).toHaveLength(1);
    expect(sent.filter((one) => (one as { type: string }).type === 'peel:jump')).toHaveLength(1);
  });

  it('says once what a press in the menu could not do, and the button counts again', async () => {
    const toolbar = fakeToolbarButton();
    toolbar.reset();
    toolbar.titles.set(5, 'Peel: The list is full.');
    toolbar.badges.set(5, '!');
    answer = async () => statusOf({ claims: [claimOf(0), claimOf(1), claimOf(2)] });
    await open();
    await vi.waitFor(() => expect(document.querySelector('[role="alert"]')?.textContent).toBe('The list is full.'));
    expect(toolbar.titles.get(5)).toBe('Peel');
    await vi.waitFor(() => expect(toolbar.badges.get(5)).toBe('2'));
    // A page that is busy keeps nobody from reading it.
    toolbar.titles.set(5, 'Peel: Not now.');
    answer = () => new Promise(() => undefined);
    await open();
    await vi.waitFor(() => expect(document.querySelector('[role="alert"]')?.textContent).toBe('Not now.'));
    expect(screen()).toContain('Waiting for the page to answer.');
  });

  it.each([
    ['a press', () => button('Hide notes').click()],
    ['a change', () => document.querySelector<HTMLInputElement>('input[value="onion"]')?.click()],
    ['the switch of the site', () => document.querySelector<HTMLInputElement>('.site input')?.click()],
  ])('says no more what the menu could not do after %s, which may have put it right', async (_, press) => {
    const toolbar = fakeToolbarButton();
    toolbar.reset();
    toolbar.titles.set(5, 'Peel: You switched Peel off on this site.');
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    const alert = () => document.querySelector('[role="alert"]')?.textContent;
    await vi.waitFor(() => expect(alert()).toBe('You switched Peel off on this site.'));
    press();
    await vi.waitFor(() => expect(alert()).toBe(''));
  });

  it('makes a picture of the page as it is at the press, not as the popup found it', async () => {
    vi.spyOn(fakeBrowser.tabs, 'create').mockImplementation((async () => ({})) as never);
    vi.spyOn(window, 'close').mockImplementation(() => undefined);
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    answer = async () => statusOf({ claims: [claimOf(0), claimOf(1)] });
    button('Share a picture').click();
    await vi.waitFor(() => expect(window.close).toHaveBeenCalled());
    expect(vi.mocked(saveJob).mock.lastCall?.[0].status.claims).toHaveLength(2);
    // A page that answers no more is as it was.
    answer = async () => undefined;
    button('Share a picture').click();
    await vi.waitFor(() => expect(window.close).toHaveBeenCalledTimes(2));
    expect(vi.mocked(saveJob).mock.lastCall?.[0].status.claims).toHaveLength(1);
    // Nor does one that is stuck keep the picture.
    answer = () => new Promise(() => undefined);
    button('Share a picture').click();
    await vi.waitFor(() => expect(window.close).toHaveBeenCalledTimes(3), { timeout: 3_000 });
  });

  it('says so where the page hides the notes, and only there', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    expect(screen()).not.toContain('hides Peel’s notes');
    answer = async () => statusOf({ claims: [claimOf(0)], faded: true });
    await open();
    await vi.waitFor(() => expect(screen()).toContain('This page hides Peel’s notes, or lets them fade.'));
  });

  it('tells claims from announcements in the list, and names what is in doubt by what it is about', async () => {
    const unsure = launchOf(1, { kind: 'money-in', kindSure: false, group: 'money' });
    answer = async () => statusOf({ claims: [claimOf(0), unsure, launchOf(3)] });
    await open();
    const rows = [...document.querySelectorAll('.claim')];
    const said = rows.map((row) => row.querySelector('.claim-head')?.textContent);
    expect(said).toEqual([
      'Work counted in peopleclaim, frothy',
      'Something about moneyannouncement',
      'Launchannouncement',
    ]);
    expect(rows.map((row) => row.querySelector('[title^="Hype"]') !== null)).toEqual([true, false, false]);
    expect(screen()).toContain('1 claim, and it shows no source; 2 announcements.');
  });

  it('stores how much is to be marked, from three stops that keys and screen readers know', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    const stops = [...document.querySelectorAll<HTMLInputElement>('.amount input')];
    expect(stops.map(({ type, name }) => `${type} ${name}`)).toEqual(Array(3).fill('radio density'));
    expect(stops.map((stop) => stop.labels?.[0]?.textContent)).toEqual(['Fewer', 'Normal', 'All']);
    expect(stops.map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(document.querySelector('.amount legend')?.textContent).toBe('How much to mark');
    stops[2]?.click();
    await vi.waitFor(async () => expect((await loadSettings()).density).toBe('all'));
    await vi.waitFor(() => expect(stops[2]?.checked).toBe(true));
  });

  it('keeps the old list until the page has been read anew, and then shows the new one', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    document.querySelector<HTMLInputElement>('input[value="all"]')?.click();
    await vi.waitFor(async () => expect((await loadSettings()).density).toBe('all'));
    expect(document.querySelectorAll('.claim')).toHaveLength(1);
    answer = async () => statusOf({ density: 'all', claims: [claimOf(0), launchOf(1)] });
    await vi.waitFor(() => expect(document.querySelectorAll('.claim')).toHaveLength(2));
    const asked = sent.length;
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(sent).toHaveLength(asked);
  });

  it('stores the level that is turned to', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    document.querySelector<HTMLInputElement>('input[value="onion"]')?.click();
    await vi.waitFor(async () => expect((await loadSettings()).level).toBe('onion'));
    expect(screen()).toContain('Will make you cry.');
  });

  it('switches this site off and on again', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    const site = () => document.querySelector<HTMLInputElement>('.site input');
    site()?.click();
    await vi.waitFor(async () => expect((await loadSettings()).sitesOff).toEqual(['example.com']));
    await vi.waitFor(() => expect(site()?.checked).toBe(false));
    site()?.click();
    await vi.waitFor(async () => expect((await loadSettings()).sitesOff).toEqual([]));
  });

  it('says why nothing runs here and offers to start where it may', async () => {
    answer = () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));
    await open();
    expect(screen()).toContain('example.com is not among the sites that Peel reads by itself.');
    expect(screen()).toContain('Peel this page');
  });

  it('offers nothing on the pages of the browser', async () => {
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [
      { id: 5, url: 'chrome://settings' },
    ]) as never);
    answer = () => Promise.reject(new Error('no'));
    await open();
    expect(screen()).toContain('belongs to the browser');
    expect(screen()).not.toContain('Peel this page');
  });

  it('opens with the defaults when storage holds rubbish', async () => {
    await fakeBrowser.storage.local.set({ [SETTINGS_KEY]: 'rubbish' });
    answer = async () => statusOf({ state: 'no-claims' });
    await open();
    expect(document.querySelector<HTMLInputElement>('input[value="roast"]')?.checked).toBe(true);
  });

  it('says in words that a choice could not be saved', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    document.querySelector<HTMLInputElement>('input[value="onion"]')?.click();
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toMatch(/would not save/));
  });

  it('offers another try after a failure', async () => {
    answer = async () => statusOf({ state: 'failed', reason: 'tripped' });
    await open();
    expect(screen()).toContain('Something on this page tripped Peel up, so it stayed out of it.');
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'Try again')?.click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:retry' }));
  });
});

describe('a popup for this site and this hour', () => {
  const master = () => document.querySelector<HTMLInputElement>('header input') as HTMLInputElement;
  const length = (value: string) => document.querySelector<HTMLInputElement>(`.off-for input[value=${value}]`);

  it('shows every claim, with its joke under it', async () => {
    const note = {
      claim: 0,
      level: 'roast',
      mechanism: 'hedge',
      shape: 'statement',
      frame: 'f',
      line: 'x#1',
      text: 'A chair is not needed.',
      working: '',
      why: [],
    } as const;
    const claims = Array.from({ length: 9 }, (_, i) => ({ ...claimOf(i), note: { ...note, why: [] } }));
    answer = async () => statusOf({ claims });
    await open();
    expect(document.querySelectorAll('.claim')).toHaveLength(9);
    expect([...document.querySelectorAll('.claim-note')].map((each) => each.textContent)).toEqual(
      Array(9).fill('Satire: A chair is not needed.'),
    );
  });

  it('says that the site is off when it is', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    const label = () => document.querySelector('.site')?.textContent;
    expect(label()).toBe('On at example.com');
    answer = async () => statusOf({ state: 'site-off' });
    document.querySelector<HTMLInputElement>('.site input')?.click();
    await vi.waitFor(() => expect(label()).toBe('Off at example.com'));
    await vi.waitFor(() => expect(screen()).toContain('You switched Peel off on this site.'));
  });

  it('is off for an hour, until a restart or for good, and on again with the same switch', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    expect(document.querySelector('.off-for')).toBeNull();
    answer = async () => statusOf({ state: 'all-off' });
    master().click();
    await vi.waitFor(() => expect(screen()).toContain('off everywhere until you switch it on'));
    expect((await loadSettings()).enabled).toBe(false);
    length('hour')?.click();
    await vi.waitFor(() => expect(screen()).toMatch(/off everywhere until \d/));
    await vi.waitFor(() => expect(document.querySelector('.site')?.textContent).toBe('Off at example.com'));
    expect((await loadSettings()).enabled).toBe(true);
    expect(await loadPause()).not.toBeNull();
    length('restart')?.click();
    await vi.waitFor(() => expect(screen()).toContain('until the browser starts anew'));
    // Said once.
    expect(screen()).not.toContain('You switched Peel off everywhere');
    answer = async () => statusOf({ claims: [claimOf(0)] });
    master().click();
    await vi.waitFor(() => expect(document.querySelector('.off-for')).toBeNull());
    expect(await loadPause()).toBeNull();
    expect((await loadSettings()).enabled).toBe(true);
  });

  it('is off for good where it is that and paused, too', async () => {
    await pause('hour');
    await updateSettings((now) => ({ ...now, enabled: false }));
    answer = async () => statusOf({ state: 'all-off' });
    await open();
    await vi.waitFor(() => expect(screen()).toContain('off everywhere until you switch it on'));
    expect(length('good')?.checked).toBe(true);
  });

  it('stays off where “until I say” cannot be saved', async () => {
    answer = async () => statusOf({ state: 'all-off' });
    await open();
    master().click();
    await vi.waitFor(() => expect(document.querySelector('.off-for')).not.toBeNull());
    length('hour')?.click();
    await vi.waitFor(() => expect(screen()).toMatch(/off everywhere until \d/));
    await vi.waitFor(async () => expect((await loadSettings()).enabled).toBe(true));
    const full = vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('full'));
    length('good')?.click();
    await vi.waitFor(() => expect(document.querySelector('.problem')?.textContent).not.toBe(''));
    full.mockRestore();
    expect(await loadPause()).not.toBeNull();
    expect(screen()).toMatch(/off everywhere until \d/);
  });

  it('no longer says what failed once something else was done', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    vi.mocked(saveJob).mockRejectedValueOnce(new Error('There is no room for the picture.'));
    await open();
    const problem = () => document.querySelector('.problem')?.textContent;
    button('Share a picture').click();
    await vi.waitFor(() => expect(problem()).toBe('There is no room for the picture.'));
    master().click();
    await vi.waitFor(() => expect(problem()).toBe(''));
  });

  it('keeps the dial for this site alone, and lets it follow the other again', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    const own = () => document.querySelector<HTMLInputElement>('.own input');
    expect(document.querySelector('.own')?.textContent).toBe('on example.com alone');
    own()?.click();
    await vi.waitFor(async () => expect((await loadSettings()).siteLevels).toEqual({ 'example.com': 'roast' }));
    await vi.waitFor(() => expect(own()?.checked).toBe(true));
    document.querySelector<HTMLInputElement>('input[value="onion"]')?.click();
    await vi.waitFor(async () =>
      expect(await loadSettings()).toMatchObject({ level: 'roast', siteLevels: { 'example.com': 'onion' } }),
    );
    own()?.click();
    await vi.waitFor(async () => expect((await loadSettings()).siteLevels).toEqual({}));
    await vi.waitFor(() =>
      expect(document.querySelector<HTMLInputElement>('input[value="roast"]')?.checked).toBe(true),
    );
  });

  it('says what is sent: nothing, or the choices where sync is on, and no more than it knows', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    const foot = () => document.querySelector('footer [role=status]')?.textContent;
    await open();
    expect(foot()).toBe('Nothing is sent anywhere.');
    await switchSync(true);
    await vi.waitFor(() => expect(foot()).toBe('Only your choices are sent, by your browser’s own sync.'));
    await open();
    expect(foot()).toBe('Only your choices are sent, by your browser’s own sync.');
    await switchSync(false);
    await vi.waitFor(() => expect(foot()).toBe('Nothing is sent anywhere.'));
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    await open();
    expect(foot()).toBe('Nothing that you read is sent anywhere.');
  });

  it('opens with the defaults where storage gives no answer, changes nothing, and takes the answer when it comes', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await updateSettings((now) => ({ ...now, level: 'onion' }));
    const kept = await fakeBrowser.storage.local.get(null);
    vi.useFakeTimers();
    let come = (_: object) => {};
    const hanging = vi
      .spyOn(fakeBrowser.storage.local, 'get')
      .mockReturnValue(new Promise((resolve) => (come = resolve)) as never);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set');
    render(<Popup />, document.body.appendChild(document.createElement('div')));
    await vi.advanceTimersByTimeAsync(4000);
    const level = () => document.querySelector<HTMLInputElement>('.dial .stop input:checked')?.value;
    const alert = () => document.querySelector('[role=alert]')?.textContent;
    await vi.waitFor(() =>
      expect(alert()).toBe('The browser does not show Peel your settings. Peel stays off until it does.'),
    );
    expect([level(), master().checked, document.querySelector('.off-for')]).toEqual(['roast', false, null]);
    document.querySelector<HTMLInputElement>('input[value="eyebrow"]')?.click();
    await vi.advanceTimersByTimeAsync(4000);
    await vi.waitFor(() => expect(alert()).toMatch(/nothing was changed/));
    hanging.mockRestore();
    come(kept);
    await vi.waitFor(() => expect(level()).toBe('onion'));
    expect(set).not.toHaveBeenCalled();
  });

  it('says once that it sits a page out', async () => {
    answer = async () => statusOf({ room: 'straight-face', roomReason: 'death', claims: [claimOf(0)] });
    await open();
    expect(document.querySelector('.sitting-out')?.textContent).toBe(
      'The page speaks of death. Peel sits this one out.',
    );
    expect(screen().match(/this one out/g)).toHaveLength(1);
  });
});

describe('a popup on a site beyond the list', () => {
  let given: string[];
  /** The page hears of it from the background, which has work to do before: the popup may have looked by then. */
  const later = (status: Parameters<typeof statusOf>[0]) => {
    setTimeout(() => (answer = async () => statusOf(status)), 100);
  };
  beforeEach(() => {
    given = [];
    Object.assign(permissions, {
      getAll: async () => ({ origins: given }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => given.includes(one)),
      request: vi.fn(async ({ origins }: { origins: string[] }) => {
        given = [...given, ...origins];
        later({ claims: [claimOf(0)] });
        for (const hear of told) hear();
        return true;
      }),
      remove: vi.fn(async ({ origins }: { origins: string[] }) => {
        given = given.filter((one) => !origins.includes(one));
        later({ state: 'withdrawn' });
        for (const hear of told) hear();
        return true;
      }),
    });
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(() => ({}) as never);
  });

  it('asks for that site alone, says so first, and takes it back in the same place', async () => {
    answer = () => Promise.reject(new Error('Receiving end does not exist.'));
    await updateSettings((now) => ({ ...now, sitesOff: ['example.com'] }));
    await open();
    await vi.waitFor(() => expect(screen()).toContain('whether Peel may read example.com: this site alone'));
    button('Always on this site').click();
    await vi.waitFor(() => expect(screen()).toContain('by itself, because you allowed it'));
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://example.com/*', 'https://www.example.com/*'],
    });
    await vi.waitFor(async () => expect((await loadSettings()).sitesOff).toEqual([]));
    await vi.waitFor(() => expect(button('Stop that').getAttribute('aria-disabled')).toBe('false'));
    button('Stop that').click();
    await vi.waitFor(() => expect(screen()).toContain('may no longer read this site'));
    expect(given).toEqual([]);
    expect(button('Always on this site')).toBeDefined();
    button('Peel this page only').click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:retry' }));
    await vi.waitFor(() => expect(button('Always on this site').getAttribute('aria-disabled')).toBe('false'));
    button('Always on this site').click();
    await vi.waitFor(() => expect(document.querySelectorAll('.claim')).toHaveLength(1));
    expect(screen()).not.toContain('may no longer read this site');
    expect(screen()).toContain('by itself, because you allowed it');
  });

  it('does not say that an allowed site is none, where the tab is older than that', async () => {
    given = ['https://www.example.com/*'];
    answer = () => Promise.reject(new Error('no'));
    await open();
    await vi.waitFor(() => expect(screen()).toContain('it was open before you allowed example.com'));
    expect(screen()).not.toContain('not among the sites');
    expect(button('Peel this page')).toBeDefined();
  });

  it('takes a no for an answer', async () => {
    answer = () => Promise.reject(new Error('no'));
    Object.assign(permissions, { request: async () => false });
    await open();
    await vi.waitFor(() => expect(button('Always on this site')).toBeDefined());
    button('Always on this site').click();
    await vi.waitFor(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toBe('Peel stays out of example.com.'),
    );
  });
});

describe('a popup in trouble', () => {
  const nobody = () => Promise.reject(new Error('Receiving end does not exist.'));
  const at = (url: string) =>
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 5, url }]) as never);
  const scripting = (execute: (details: { files?: string[] }) => Promise<unknown>) =>
    Object.assign(fakeBrowser.scripting, { insertCSS: async () => undefined, executeScript: execute });

  it('starts once, however often the button is pressed, and says that it is starting', async () => {
    answer = nobody;
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const run = vi.fn(async (details: { files?: string[] }) => {
      if (!details.files) return [{ result: 'text/html' }];
      await gate;
      answer = async () => statusOf({ state: 'no-claims' });
      return [];
    });
    scripting(run);
    await open();
    const start = button('Peel this page');
    start.click();
    start.click();
    await vi.waitFor(() => expect(button('Starting…')?.getAttribute('aria-disabled')).toBe('true'));
    button('Starting…').click();
    letGo();
    await vi.waitFor(() => expect(screen()).toContain('Read 34 paragraphs; none makes a claim'));
    expect(run.mock.calls.filter(([details]) => details.files)).toHaveLength(1);
  });

  it('is switched off while the page is still busy', async () => {
    answer = nobody;
    scripting(() => new Promise(() => undefined));
    await open();
    button('Peel this page').click();
    await vi.waitFor(() => expect(button('Starting…')).toBeDefined());
    document.querySelector<HTMLInputElement>('[role=switch]')?.click();
    await vi.waitFor(async () => expect((await loadSettings()).enabled).toBe(false));
  });

  it('says after a second that it is still at it', async () => {
    answer = nobody;
    scripting(() => new Promise(() => undefined));
    await open();
    button('Peel this page').click();
    await vi.waitFor(() => expect(document.querySelector('footer [role=status]')?.textContent).toMatch(/Starting/), {
      timeout: 2500,
    });
  });

  it('says that a PDF is none of its business, whatever its address', async () => {
    answer = nobody;
    const run = vi.fn(async () => [{ result: 'application/pdf' }]);
    scripting(run);
    await open();
    button('Peel this page').click();
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('This is a PDF.'));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('says at once of a PDF that it is one, and of a page about one that it can be read', async () => {
    answer = nobody;
    at('https://wiki.example/File:Report.pdf');
    Object.assign(permissions, { contains: async () => false });
    const pdfs = [
      async () => [{ result: 'application/pdf' }],
      () => Promise.reject(new Error('Missing host permission')),
    ];
    for (const pdf of pdfs) {
      scripting(pdf);
      await open();
      expect(screen()).toContain('This is a PDF.');
      expect(button('Peel this page')).toBeUndefined();
      expect(document.querySelector('.always')).toBeNull();
    }
    scripting(async () => [{ result: 'text/html' }]);
    await open();
    expect(screen()).not.toContain('This is a PDF.');
    expect(button('Peel this page')).toBeDefined();
  });

  it('says so when the browser refuses', async () => {
    answer = nobody;
    scripting(() => Promise.reject(new Error('Cannot access contents of the page')));
    await open();
    button('Peel this page').click();
    await vi.waitFor(() =>
      expect(document.querySelector('[role=alert]')?.textContent).toMatch(/does not let Peel run/),
    );
    expect(button('Peel this page').getAttribute('aria-disabled')).toBe('false');
  });

  it('says when a permission was taken back, also while it is open, and asks for it again', async () => {
    at('https://www.techcrunch.com/a');
    answer = async () => statusOf({ claims: [claimOf(0)], host: 'www.techcrunch.com' });
    let allowed = true;
    const request = vi.fn(async () => {
      allowed = true;
      return true;
    });
    Object.assign(permissions, { contains: async () => allowed, request });
    await open();
    expect(screen()).not.toContain('permission');
    allowed = false;
    for (const hear of told) hear();
    await vi.waitFor(() => expect(screen()).toContain('may no longer read techcrunch.com'));
    button('Allow it again').click();
    await vi.waitFor(() => expect(screen()).not.toContain('may no longer'));
    expect(request).toHaveBeenCalledExactlyOnceWith({
      origins: ['https://techcrunch.com/*', 'https://www.techcrunch.com/*'],
    });
  });

  it('does not say so where only the other of a site’s two names may be read no more', async () => {
    at('https://www.techcrunch.com/a');
    answer = async () => statusOf({ claims: [claimOf(0)], host: 'www.techcrunch.com' });
    const left = ['https://www.techcrunch.com/*'];
    Object.assign(permissions, {
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => left.includes(one)),
    });
    await open();
    expect(screen()).not.toContain('may no longer');
  });

  it('takes a no to that question for an answer', async () => {
    at('https://techcrunch.com/a');
    answer = nobody;
    Object.assign(permissions, { contains: async () => false, request: async () => false });
    await open();
    button('Allow it again').click();
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('stays out of'));
  });

  it('says so when the page went away under a press', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    answer = nobody;
    button('Hide notes').click();
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toMatch(/did not answer/));
    expect(screen()).toContain('Peel this page');
  });

  it('leaves switch and dial where they were when nothing could be saved', async () => {
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    document.querySelector<HTMLInputElement>('input[value="onion"]')?.click();
    await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toMatch(/nothing was changed/));
    expect(document.querySelector<HTMLInputElement>('input[value="roast"]')?.checked).toBe(true);
    document.querySelector<HTMLInputElement>('.site input')?.click();
    await vi.waitFor(() => expect(document.querySelector<HTMLInputElement>('.site input')?.checked).toBe(true));
  });

  it('stays off and says why where settings cannot be read', async () => {
    vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValue(new Error('broken'));
    answer = async () => statusOf({ state: 'all-off' });
    await open();
    expect(document.querySelector('[role=alert]')?.textContent).toMatch(/does not show Peel your settings/);
  });

  it('says why a page is off that was not shown the settings, where the popup was', async () => {
    answer = async () => statusOf({ state: 'all-off', reason: 'settings-unread' });
    await open();
    await vi.waitFor(() => expect(document.body.textContent).toContain('Reload the page to ask again'));
  });

  it('says that it waits for a page that is busy', async () => {
    answer = () => new Promise(() => undefined);
    await open();
    expect(screen()).toContain('Waiting for the page to answer.');
  });
});

describe('a popup under the keys', () => {
  const focused = () => document.activeElement as HTMLElement;
  const press = (label: string) => {
    button(label).focus();
    button(label).click();
  };
  /** The button is gone, and the focus is where it stood: in the part of that name, and on nothing that a second press would set off. */
  const standsIn = (label: string, gone: string) =>
    vi.waitFor(() => {
      expect(button(gone)).toBeUndefined();
      expect(focused().closest('section')?.getAttribute('aria-label')).toBe(label);
      expect(focused().matches('button, input')).toBe(false);
    });

  it('keeps the focus at the page that was started', async () => {
    answer = () => Promise.reject(new Error('Receiving end does not exist.'));
    const execute = async ({ files }: { files?: string[] }) => {
      if (!files) return [{ result: 'text/html' }];
      answer = async () => statusOf({ claims: [claimOf(0)] });
      return [];
    };
    Object.assign(fakeBrowser.scripting, { insertCSS: async () => undefined, executeScript: execute });
    await open();
    press('Peel this page');
    await standsIn('This page', 'Peel this page');
  });

  it('keeps the focus at the page that was read again', async () => {
    answer = async () => statusOf({ state: 'failed', reason: 'tripped' });
    await open();
    answer = async () => statusOf({ claims: [claimOf(0)] });
    press('Try again');
    await standsIn('This page', 'Try again');
  });

  it('keeps the focus at the permission that was given, and at that taken back', async () => {
    let given: string[] = [];
    Object.assign(permissions, {
      getAll: async () => ({ origins: given }),
      contains: async ({ origins }: { origins: string[] }) => origins.every((one) => given.includes(one)),
      request: async ({ origins }: { origins: string[] }) => {
        given = origins;
        return true;
      },
      remove: async () => {
        given = [];
        return true;
      },
    });
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(() => ({}) as never);
    answer = async () => statusOf({ claims: [claimOf(0)] });
    await open();
    await vi.waitFor(() => expect(button('Always on this site')).toBeDefined());
    press('Always on this site');
    await standsIn('Permission', 'Always on this site');
    await vi.waitFor(() => expect(button('Stop that').getAttribute('aria-disabled')).toBe('false'));
    press('Stop that');
    await standsIn('Permission', 'Stop that');
  });

  it('keeps the focus at the page whose permission came back', async () => {
    let allowed = false;
    const request = async () => {
      allowed = true;
      return true;
    };
    vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [
      { id: 5, url: 'https://www.techcrunch.com/a' },
    ]) as never);
    Object.assign(permissions, { contains: async () => allowed, request });
    answer = async () => statusOf({ claims: [claimOf(0)], host: 'www.techcrunch.com' });
    await open();
    press('Allow it again');
    await standsIn('This page', 'Allow it again');
  });
});

describe('verdictOf', () => {
  it.each([
    [1, 0, 0, '1 claim, and it shows no source.'],
    [1, 1, 0, '1 claim, and it shows its source.'],
    [4, 0, 0, '4 claims, none shows its source.'],
    [4, 1, 1, '4 claims, 1 shows its source; 1 announcement.'],
    [9, 2, 6, '9 claims, 2 show their source; 6 announcements.'],
    [0, 0, 1, '1 announcement.'],
    [0, 0, 2, '2 announcements.'],
    [0, 0, 0, 'Read 34 paragraphs; none makes a claim or announcement about AI.'],
  ])('says of %i claims, %i of them supported, and %i announcements: %s', (claims, supported, others, words) => {
    const marks = Array.from({ length: claims + others }, (_, i) => (i < claims ? claimOf(i) : launchOf(i)));
    expect(verdictOf(statusOf({ claims: marks, supported }))).toBe(words);
  });

  it('gives the reason where nothing is shown', () => {
    expect(verdictOf(statusOf({ state: 'failed', reason: 'slow' }))).toBe(
      'Reading took too long. Try again, or reload.',
    );
    expect(verdictOf(statusOf({ state: 'no-claims', reason: 'all-unwanted' }))).toBe(
      'You asked not to see what Peel found here.',
    );
  });

  it.each([
    [0, 'Peel found no claim and no announcement about AI here.'],
    [1, 'Read 1 paragraph; it makes no claim or announcement about AI.'],
    [34, 'Read 34 paragraphs; none makes a claim or announcement about AI.'],
  ])('says of %i paragraphs in which nothing was found what was read', (paragraphs, words) => {
    expect(verdictOf(statusOf({ state: 'no-claims', paragraphs }))).toBe(words);
  });
});
