// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SharePage } from '@/components/share/SharePage';
import type { PageStatus } from '@/lib/messages';
import type { CaptureAnswer, CaptureMessage } from '@/lib/share/capture-page';
import { loadJob, type ShareJob, saveJob } from '@/lib/share/job';
import { GALLERY, statusClaim } from '../share/gallery';
import { statusFixture } from '../status-fixture';
import { button, close, draw, tidyUp } from './screen';

const WINDOW = { width: 800, height: 600 };
const SHOT = 'data:image/png;base64,AAAA';

/** What the page answers: one that keeps still, two screens long. */
function asked(message: CaptureMessage): CaptureAnswer {
  const y = message.type === 'step' ? Math.min(message.y, WINDOW.height) : 0;
  const { address } = statusFixture();
  return { ...WINDOW, y, innerWidth: 800, dpr: 1, total: 1200, address, stopped: false, boxed: false };
}

/** A canvas that takes whatever is drawn on it; every letter is ten pixels wide. */
const context = new Proxy<Record<string, unknown>>(
  {},
  {
    get: (set, name) =>
      set[String(name)] ?? (name === 'measureText' ? (text: string) => ({ width: text.length * 10 }) : () => undefined),
  },
);

const jobOf = (over: Partial<PageStatus> = {}): ShareJob => ({
  version: 1,
  made: '2026-11-23T12:00:00Z',
  tabId: 5,
  status: statusFixture({ claims: GALLERY.slice(0, 3).map((told, index) => statusClaim(told, index)), ...over }),
  index: null,
  view: { dataUrl: SHOT, dpr: 1, ...WINDOW },
});

/** Opens the share page of a job in storage. */
const open = (id: string) => draw(<SharePage id={id} />, () => document.querySelector('.controls'));
const stored = async (job: ShareJob) => (await saveJob(job)).split('#')[1] ?? '';

const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
const press = async (label: string): Promise<void> => {
  await vi.waitFor(() => expect(button(label)).toBeDefined());
  await act(() => button(label).click());
};
const choose = async (picture: string): Promise<void> => {
  await act(() => document.querySelector<HTMLInputElement>(`input[value="${picture}"]`)?.click());
};
/** What the page says once it has said anything new. */
const said = (): Promise<string> =>
  vi.waitFor(() => {
    const words = document.querySelector('.said')?.textContent ?? '';
    expect(words).not.toBe('');
    return words;
  });

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('createImageBitmap', async () => ({ ...WINDOW, close: () => undefined }));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context as never);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(WINDOW.width);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(WINDOW.height);
  vi.spyOn(browser.tabs, 'update').mockImplementation(async () => ({}) as never);
  vi.spyOn(browser.tabs, 'get').mockImplementation(async () => ({ active: true, windowId: 1 }) as never);
  vi.spyOn(browser.tabs, 'getCurrent').mockImplementation(async () => undefined);
  Object.assign(browser.tabs, { captureVisibleTab: async () => SHOT });
  const executeScript = async ({ args: [message] = [] }: { args?: CaptureMessage[] }) => [
    { result: message?.type ? asked(message) : undefined },
  ];
  Object.assign(browser, { scripting: { executeScript } });
});
afterEach(async () => {
  await tidyUp();
  vi.unstubAllGlobals();
});

describe('the whole article, taken again', () => {
  it('says that what was blacked out is gone with the old picture', async () => {
    await open(await stored(jobOf()));
    await choose('article');
    await press('Take the whole article');
    expect(await said()).toBe('The whole article is in the picture.');
    await press('Take it again');
    expect(await said()).toBe('The whole article is in the picture.');
    await press('Crop and black out');
    await press('Add a black-out');
    await press('Done');
    await press('Take it again');
    expect(await said()).toBe(
      'The whole article is in the picture. Your black-outs and crop are gone with the old picture: draw them again.',
    );
    await press('Crop and black out');
    expect(document.querySelectorAll('.box')).toHaveLength(0);
  });

  it('is described as the page was when it was taken, not when the share page opened', async () => {
    const told = (note: string) => [
      statusClaim({ kind: 'launch', quote: 'Halcyon 3', question: 'What is it?', note }, 0),
    ];
    const notes = [{ index: 0, x: 0, y: 0, w: 10, h: 10 }];
    const alt = () => document.querySelector('canvas')?.getAttribute('aria-label');
    await open(await stored(jobOf({ claims: told('The old joke.'), notes })));
    const answer = vi.spyOn(browser.tabs, 'sendMessage');
    answer.mockImplementation(async () => statusFixture({ claims: told('The new joke.'), notes }) as never);
    await choose('article');
    await press('Take the whole article');
    await said();
    expect(alt()).toContain('The new joke.');
    // A page that went on to another article says nothing of the one in the picture.
    answer.mockImplementation(async () => statusFixture({ claims: [], address: 'https://www.example.com/b' }) as never);
    await press('Take it again');
    await vi.waitFor(() => expect(alt()).toContain('The old joke.'));
  });

  it('is not offered while the old one is edited', async () => {
    await open(await stored(jobOf()));
    await choose('article');
    await press('Take the whole article');
    await press('Crop and black out');
    expect(buttons()).not.toContain('Take it again');
    await press('Done');
    expect(buttons()).toContain('Take it again');
  });
});

describe('a step taken back by key', () => {
  /** Presses a key on what has the focus, and answers what has it then. */
  const key = async (name: string, held: object = {}): Promise<string | null | undefined> => {
    const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...held });
    await act(() => {
      document.activeElement?.dispatchEvent(event);
    });
    return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
  };
  const focus = (label: string) => document.querySelector<HTMLElement>(`.box[aria-label="${label}"]`)?.focus();
  const back = () => key('z', { ctrlKey: true });

  it('leaves the focus on the box that it came from', async () => {
    await open(await stored(jobOf()));
    await press('Crop and black out');
    for (let n = 0; n < 3; n++) await press('Add a black-out');
    focus('Black-out 1 of 3');
    await key('ArrowUp');
    expect(await back()).toBe('Black-out 1 of 3');
    // The step is the third box itself: the one before it is nearest.
    focus('Black-out 3 of 3');
    expect(await back()).toBe('Black-out 2 of 2');
  });

  it('leaves it on the crop, however many black-outs come back', async () => {
    await open(await stored(jobOf()));
    await press('Crop and black out');
    await press('Crop to what is in sight');
    await press('Add a black-out');
    await key('Delete');
    focus('Crop');
    expect(await back()).toBe('Crop');
    expect(document.querySelectorAll('.box.mask')).toHaveLength(1);
    await back();
    expect(await back()).toBe('Draw black-outs');
  });
});

describe('what is copied beside a picture', () => {
  const copied = async (picture: string, over: Partial<PageStatus>) => {
    await open(await stored(jobOf(over)));
    await choose(picture);
    return document.querySelector<HTMLTextAreaElement>('details textarea')?.value;
  };

  it.each(['claim', 'view', 'bingo', 'verdict'])(
    'leads to the page, and never to where it is saved: %s',
    async (picture) => {
      const address = 'https://www.example.com/a';
      expect(await copied(picture, { address })).toContain(`\n${address}`);
      const saved = await copied(picture, { address: 'file:/home/reader/saved.html' });
      expect(saved).toContain('(');
      expect(saved).not.toMatch(/reader|file:|\n$/);
    },
  );
});

it('what is copied leads to the page that was read, though its tab is at another by now', async () => {
  const other = { href: 'https://www.example.com/a?id=2', around: [] };
  Object.assign(fakeBrowser, { scripting: { executeScript: async () => [{ result: other }] } });
  await open(await stored(jobOf({ href: 'https://www.example.com/a?id=1' })));
  await choose('verdict');
  expect(document.querySelector<HTMLTextAreaElement>('details textarea')?.value).toContain('/a?id=1');
});

describe('a picture that is kept', () => {
  const box = () => document.querySelector<HTMLInputElement>('.keep input');
  /** Goes as a page does that is closed or loaded again. */
  const leave = async () => {
    window.dispatchEvent(new Event('beforeunload'));
    close();
    await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('stays kept when its page is loaded again, until the reader says otherwise', async () => {
    const id = await stored(jobOf());
    await open(id);
    expect(box()?.checked).toBe(false);
    await act(() => box()?.click());
    await leave();
    await open(id);
    expect(box()?.checked).toBe(true);
    // What is chosen besides draws the page anew, and leaves the box alone.
    await choose('bingo');
    expect(box()?.checked).toBe(true);
    await leave();
    await open(id);
    await act(() => box()?.click());
    await choose('verdict');
    expect(box()?.checked).toBe(false);
    await leave();
    expect(await loadJob(id)).toBeNull();
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});
