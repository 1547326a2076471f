// @vitest-environment jsdom
/** Every component in pseudo-English: no key is missing, and no plain English is left on a screen. */

import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Card, LooseCard } from '@/components/card/Card';
import { ClaimStepsContext } from '@/components/card/claim-steps';
import { Margin, type MarginEntry } from '@/components/card/Margin';
import { Ledger } from '@/components/ledger/Ledger';
import { Options } from '@/components/options/Options';
import { PackReport } from '@/components/options/PackReport';
import { Popup } from '@/components/popup/Popup';
import { SharePage } from '@/components/share/SharePage';
import { Welcome } from '@/components/welcome/Welcome';
import { addCorrection } from '@/lib/memory/corrections';
import { mute, updateMemory } from '@/lib/memory/memory';
import type { PageStatus, StatusClaim } from '@/lib/messages';
import { PAGE_STATES } from '@/lib/messages/schema';
import { pause, SETTINGS_KEY, updateSettings } from '@/lib/settings';
import { switchSync } from '@/lib/settings/sync';
import type { ShareJob } from '@/lib/share/job';
import english from '@/public/_locales/en/messages.json';
import { type ClaimParts, claimFixture } from '../claim-fixture';
import { tidyUp } from '../components/screen';
import { statusFixture } from '../status-fixture';
import { type Catalogue, lookUp } from './catalogue';
import { pseudo } from './pseudo';

vi.mock('@/lib/share/fonts', async (original) => ({ ...(await original<object>()), loadFaces: async () => true }));

const jobs = new Map<string, unknown>();
vi.mock('@/lib/share/job', async (original) => ({
  ...(await original<object>()),
  loadJob: async (id: string) => jobs.get(id) ?? null,
}));

/** What the page and the jokes say: in letters that no message has, so that whatever is English is ours. */
const DATA = 'Данные';
const receipt = { id: '1', line: DATA, caveat: DATA, publisher: DATA, title: DATA, date: '2024', url: 'https://1.2/3' };
const note = {
  claim: 0,
  level: 'roast',
  mechanism: 'dialogue',
  shape: 'statement',
  frame: '1',
  line: '1#1',
  text: DATA,
  working: DATA,
  why: [
    { because: 'says', words: [DATA, DATA] },
    { because: 'counts', what: DATA },
    { because: 'about', what: DATA },
    { because: 'uses', slot: 'co' },
    { because: 'compares', slot: 'n', op: '>=', value: 50 },
  ],
} as const;
const hype = { score: 44, band: 'frothy', cues: [{ id: 'base', points: 10, label: DATA, text: DATA }] } as const;
const slots = {
  actor: DATA,
  actorText: DATA,
  speaker: DATA,
  technology: DATA,
  task: DATA,
  workers: DATA,
  beneficiary: DATA,
  hedge: DATA,
  deadline: DATA,
  quantities: [{ text: '700', value: 700, type: 'count', unit: '', hedge: '', span: { start: 0, end: 3 } }],
} as const;
const markOf = (index: number, over: ClaimParts = {}): StatusClaim => ({
  index,
  claim: claimFixture({
    id: `${index}`,
    quote: DATA,
    numberSource: 'self',
    hype: hype as never,
    slots: slots as never,
    ...over,
  }),
  sentence: DATA,
  straight: { question: DATA, receipt, jokes: true, why: null },
  note: index === 0 ? (note as never) : null,
  painted: index !== 1,
});
const statusOf = (over: Partial<PageStatus> = {}): PageStatus =>
  statusFixture({
    host: '10.0.0.1',
    address: 'https://10.0.0.1/1',
    title: DATA,
    claims: [markOf(0), markOf(1), markOf(2, { kind: 'launch' })],
    supported: 1,
    ...over,
  });

const missing: string[] = [];
const inPseudo = lookUp(pseudo(english as Catalogue));

/** Content that is English everywhere, and what stands on keys and in code. */
const SKIPPED = '.example, article, code, kbd, pre, details .columns, .at';

/** What is plain English in what a reader of `root` sees or hears. */
function plainIn(root: ParentNode): string[] {
  const said: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.closest(SKIPPED)) continue;
    for (const node of element.childNodes) if (node.nodeType === 3) said.push(node.textContent ?? '');
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) said.push(element.getAttribute(name) ?? '');
  }
  // The name, an address that stands for any, and keys are the same in every language.
  return said.filter((text) => /[a-z]{2}/i.test(text.replace(/^Peel$|example\.com/g, '')));
}

async function drawn(what: ComponentChild, ready: string): Promise<HTMLElement> {
  const root = document.body.appendChild(document.createElement('div'));
  render(what, root);
  await vi.waitFor(() => expect(root.querySelector(ready)).not.toBeNull());
  return root;
}

const events = { addListener: () => undefined, removeListener: () => undefined };
let answer: PageStatus | undefined;
let url: string;

beforeEach(() => {
  fakeBrowser.reset();
  missing.length = 0;
  answer = statusOf();
  url = 'https://10.0.0.1/1';
  Object.assign(fakeBrowser, {
    i18n: {
      getMessage: (key: string, values: string[]) => {
        const text = inPseudo(key, values);
        // A category that English has not is no fault.
        if (text === '' && !/_(?:zero|two|few|many)$/.test(key)) missing.push(key);
        return text;
      },
    },
  });
  Object.assign(fakeBrowser.permissions, {
    contains: async () => true,
    getAll: async () => ({ origins: ['https://10.0.0.2/*', '<all_urls>'] }),
    onAdded: events,
    onRemoved: events,
  });
  Object.assign(fakeBrowser.tabs, { onActivated: events, onUpdated: events, onReplaced: events, onAttached: events });
  Object.assign(fakeBrowser.commands, {
    getAll: async () => [
      { name: '1', shortcut: 'Alt+Shift+O' },
      { name: '2', shortcut: '' },
    ],
  });
  Object.assign(fakeBrowser, { sidePanel: { open: async () => undefined } });
  Object.assign(fakeBrowser.action, { getUserSettings: async () => ({ isOnToolbar: false }) });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation(
    () => ({ permissions: ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage'] }) as never,
  );
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [{ id: 5, url }]) as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async () => answer) as never);
});
afterEach(async () => {
  await tidyUp();
  expect(missing).toEqual([]);
});

describe('in pseudo-English', () => {
  it('the pseudo-language is longer, and keeps its placeholders', () => {
    expect(inPseudo('dial_own', [DATA])).toMatch(/^\[!! öñ Данные åļöñé ~+.* !!\]$/);
    const lengths = (catalogue: Catalogue) =>
      Object.values(catalogue).reduce((sum, { message }) => sum + message.length, 0);
    expect(lengths(pseudo(english as Catalogue)) / lengths(english as Catalogue)).toBeGreaterThan(1.4);
  });

  it.each<[string, Partial<PageStatus> | null]>([
    ['with marks', {}],
    ['hidden', { hidden: true, faded: true, room: 'straight-face', roomReason: 'disaster' }],
    ...PAGE_STATES.filter((state) => state !== 'annotated').map((state): [string, Partial<PageStatus>] => [
      state,
      { state, claims: [] },
    ]),
    ['absent', null],
  ])('the popup says nothing in plain English: %s', async (_, over) => {
    answer = over ? statusOf(over) : undefined;
    expect(plainIn(await drawn(<Popup />, '.page'))).toEqual([]);
  });

  it('nor off for an hour, with damaged settings', async () => {
    await pause('hour');
    await switchSync(true);
    await fakeBrowser.storage.local.set({ [SETTINGS_KEY]: { version: 1, level: 7 } });
    expect(plainIn(await drawn(<Popup />, '.off-for'))).toEqual([]);
  });

  it('nor do the options, with something in every list', async () => {
    await updateSettings((now) => ({
      ...now,
      sitesOff: ['10.0.0.3'],
      siteLevels: { '10.0.0.4': 'onion' },
      spared: [DATA],
    }));
    await updateMemory((memory) => mute(memory, 'dialogue', 'page'));
    await addCorrection({ title: DATA, text: DATA, start: 0, end: 6, kind: 'launch' }, '10.0.0.5');
    const root = await drawn(<Options />, '.corrections li');
    await vi.waitFor(() => expect(root.querySelectorAll('kbd').length).toBe(1));
    expect(root.querySelectorAll('section').length).toBeGreaterThan(8);
    expect(plainIn(root)).toEqual([]);
  });

  it('nor the report on a pack', async () => {
    const pack = {
      pack: { name: DATA, writer: DATA },
      usable: 2,
      problems: [
        { line: 3, name: 'topic', values: { topics: DATA, word: DATA }, advice: true },
        { line: 0, name: 'twin', values: { line: '3' }, advice: false },
      ],
      samples: [{ sentence: DATA, notes: [{ level: 'roast' as const, text: DATA }], why: null }],
    };
    const report = (
      <PackReport label={DATA} heading={DATA} answer={pack as never} onTry={() => undefined}>
        {DATA}
      </PackReport>
    );
    expect(plainIn(await drawn(report, 'form'))).toEqual([]);
  });

  it.each<[string, PageStatus | undefined]>([
    ['with rows', statusOf({ room: 'straight-face', roomReason: 'disaster' })],
    ['that failed', statusOf({ state: 'failed', claims: [] })],
    ['of a page that is not read', undefined],
  ])('nor the ledger %s', async (_, status) => {
    answer = status;
    expect(plainIn(await drawn(<Ledger />, 'main[aria-busy=false]'))).toEqual([]);
  });

  it('nor the welcome page, new and after an update', async () => {
    const start = (_: Document, _settings: unknown, tell: (status: PageStatus) => void) => {
      tell(statusOf({ state: 'failed', claims: [] }));
      return { apply: async () => undefined, retry: async () => undefined, stop: () => undefined };
    };
    for (const fresh of [[], ['scripting', 'https://1.2/*']])
      expect(plainIn(await drawn(<Welcome start={start as never} fresh={fresh} />, '.out'))).toEqual([]);
  });

  it('nor the page that makes pictures, with a job and without', async () => {
    Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
    const job: ShareJob = {
      version: 1,
      made: '2026-11-23T09:00:00Z',
      tabId: 5,
      status: statusOf(),
      index: null,
      view: null,
    };
    jobs.set('1', job);
    const root = await drawn(<SharePage id="1" />, '.controls');
    const pictures = root.querySelectorAll<HTMLInputElement>('fieldset.choice input[type=radio]');
    expect(pictures.length).toBeGreaterThan(4);
    for (let i = 0; i < 5; i++) {
      pictures[i]?.click();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(plainIn(root)).toEqual([]);
    }
    expect(plainIn(await drawn(<SharePage id="gone" />, '.gone'))).toEqual([]);
  });

  it('nor that page, and the popup, while storage gives no answer', async () => {
    jobs.set('slow', new Promise(() => undefined));
    vi.spyOn(fakeBrowser.storage.local, 'get').mockReturnValue(new Promise(() => undefined) as never);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const roots = [<SharePage key="" id="slow" />, <Popup key="" />].map((page) => {
      const root = document.body.appendChild(document.createElement('div'));
      render(page, root);
      return root;
    });
    await vi.advanceTimersByTimeAsync(4000);
    vi.useRealTimers();
    expect(roots.map((root) => plainIn(root))).toEqual([[], []]);
    expect(roots.map((root) => root.querySelectorAll('.gone p, .problem').length)).toEqual([1, 1]);
  });

  it('nor a card, nor what it says of itself', async () => {
    const nothing = () => undefined;
    const actions = {
      close: nothing,
      another: async () => null,
      earlier: () => false,
      text: () => '',
      copy: async () => false,
      share: async () => false,
      less: async () => '',
      wrong: nothing,
      kindOff: nothing,
      sitOut: nothing,
      siteOff: nothing,
      deciding: async () => [],
    };
    const steps = { at: '', previous: nothing, next: nothing };
    for (const { claim, straight } of [markOf(0), markOf(2, { kind: 'launch', numberSource: 'none', slots: {} })]) {
      const root = await drawn(
        <ClaimStepsContext.Provider value={steps}>
          <Card
            claim={claim}
            straight={straight}
            note={note as never}
            earlier
            jokes
            level="roast"
            underline="1"
            actions={actions}
          />
        </ClaimStepsContext.Provider>,
        '.actions',
      );
      const count = root.querySelectorAll('.actions button').length;
      for (let i = 0; i < count; i++) {
        root.querySelectorAll<HTMLButtonElement>('.actions button')[i]?.click();
        await new Promise((resolve) => setTimeout(resolve, 5));
        expect(plainIn(root)).toEqual([]);
      }
    }
    const loose = { label: DATA, paragraphs: [DATA], onClose: nothing, text: () => DATA, copy: async () => true };
    expect(plainIn(await drawn(<LooseCard {...loose} />, '.actions'))).toEqual([]);
  });

  it('nor the margin', async () => {
    const entry = (over: Partial<MarginEntry>): MarginEntry => ({
      key: '1',
      id: '1',
      role: 'note',
      label: DATA,
      underline: '',
      paragraphs: [DATA],
      quote: DATA,
      place: { left: 0, top: 0, width: 200 },
      mark: { left: 0, top: 0 },
      shape: 'dot',
      seen: true,
      behind: 'light',
      leader: null,
      moved: false,
      lit: false,
      open: false,
      ...over,
    });
    const entries = [
      entry({}),
      entry({ key: '2', moved: true }),
      entry({ key: '3', place: null }),
      entry({ key: '4', role: 'end', place: null }),
      entry({ key: '5', role: 'headline' }),
    ];
    const root = await drawn(
      <Margin entries={entries} level="roast" tone="light" depth={1} width={900} height={900} measuring={false} />,
      'li',
    );
    expect(plainIn(root)).toEqual([]);
  });
});
