// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Popup } from '@/components/popup/Popup';
import { verdictOf } from '@/components/popup/verdict';
import type { PageStatus, StatusClaim } from '@/lib/messages';
import { loadSettings, SETTINGS_KEY } from '@/lib/settings';

vi.mock('@/lib/share/job', () => ({ saveJob: vi.fn() }));

const claimOf = (index: number): StatusClaim =>
  ({
    index,
    claim: {
      id: `c${index}`,
      kind: 'labour-equivalence',
      quote: `Claim ${index}`,
      hype: { score: 44, band: 'frothy' },
    },
    straight: { question: 'By whose count?', receipt: null, jokes: true, why: '' },
    note: null,
    painted: index !== 2,
  }) as unknown as StatusClaim;

const statusOf = (over: Partial<PageStatus>): PageStatus => ({
  state: 'annotated',
  reason: '',
  host: 'www.example.com',
  address: 'https://www.example.com/a',
  title: 'A',
  level: 'roast',
  room: 'open',
  roomReason: '',
  hidden: false,
  score: 50,
  supported: 0,
  claims: [],
  ...over,
});

let answer: () => Promise<unknown>;
const sent: unknown[] = [];
const screen = () => document.body.textContent ?? '';

async function open(): Promise<void> {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  render(<Popup />, root);
  await vi.waitFor(() => expect(document.querySelector('.page')).not.toBeNull());
}

beforeEach(() => {
  fakeBrowser.reset();
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
  for (const root of document.body.children) render(null, root);
  vi.restoreAllMocks();
  // Preact's hooks settle up to 35 ms after the last frame; the page must still be there then.
  await new Promise((resolve) => setTimeout(resolve, 50));
});

describe('popup', () => {
  it('lists the claims, says what they add up to, and jumps to one', async () => {
    answer = async () => statusOf({ claims: [claimOf(0), claimOf(1), claimOf(2)], supported: 1 });
    await open();
    expect(screen()).toContain('3 claims. 1 shows how anyone would know.');
    const buttons = document.querySelectorAll<HTMLButtonElement>('.claim');
    expect(buttons).toHaveLength(3);
    expect(buttons[2]?.disabled).toBe(true);
    buttons[1]?.click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:jump', index: 1 }));
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
    answer = async () => statusOf({ state: 'failed', reason: 'Too odd.' });
    await open();
    expect(screen()).toContain('Too odd.');
    [...document.querySelectorAll('button')].find((button) => button.textContent === 'Try again')?.click();
    await vi.waitFor(() => expect(sent).toContainEqual({ type: 'peel:retry' }));
  });
});

describe('verdictOf', () => {
  it.each([
    [1, 0, '1 claim. It does not show how anyone would know.'],
    [1, 1, '1 claim. It shows how anyone would know.'],
    [4, 0, '4 claims. None shows how anyone would know.'],
    [4, 3, '4 claims. 3 show how anyone would know.'],
  ])('says of %i claims, %i of them supported: %s', (claims, supported, words) => {
    expect(
      verdictOf(statusOf({ claims: Array.from({ length: claims }, (_, index) => claimOf(index)), supported })),
    ).toBe(words);
  });
});
