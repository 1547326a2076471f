import { afterEach, describe, expect, it, vi } from 'vitest';
import { read } from '@/lib/claims';
import { judgePage } from '@/lib/claims/judge';
import { readNetwork } from '@/lib/cli/evaluation/network';
import type { PageText } from '@/lib/model';
import { pageFixture } from '../page-fixture';
import { encoder } from './network';

const STRONG =
  'Our AI assistant is the most advanced model we have ever built and resolves 72% of customer tickets without any human involvement.';
const PLAIN = 'The council will mend the road beside the canal in spring.';

const marks = async (page: PageText, density?: 'fewer' | 'normal' | 'all') =>
  (await read(page, encoder, density ? { density } : {})).claims;

afterEach(() => void vi.restoreAllMocks());

describe('read', () => {
  it('reads candidates only', async () => {
    const page = pageFixture([STRONG]);
    expect(await marks(page)).toHaveLength(1);
    page.passages[0]!.sentences[0]!.candidate = false;
    expect(await read(page, encoder)).toEqual({ claims: [], score: 0, supported: 0 });
  });

  it('is pure: the same page gives the same reading and is left as it was', async () => {
    const page = pageFixture([STRONG, 'Kelmore Pay said its assistant does the work of 700 support agents.']);
    const before = JSON.stringify(page);
    // Another network, since one keeps what it has judged.
    expect(await read(page, encoder)).toEqual(await read(page, readNetwork()));
    expect(JSON.stringify(page)).toBe(before);
  });

  it('gives exact offsets with typographic quotes, dashes, no-break spaces and emoji', async () => {
    const text =
      '🎉\u00a0“Our AI\u00a0agents closed 640,000 tickets last quarter — the work of 900 people,” said Kelmore’s chief executive.';
    const [claim] = await marks(pageFixture([text]));
    expect(claim).toBeDefined();
    expect(text.slice(claim!.span.start, claim!.span.end)).toBe(claim!.quote);
    for (const q of claim!.slots.quantities) expect(text.slice(q.span.start, q.span.end)).toBe(q.text);
    for (const part of Object.values(claim!.parts)) expect(part!.end).toBeGreaterThan(part!.start);
  });

  it('marks no more than a fair share of a page, in page order, and fewer or more as the reader wishes', async () => {
    const page = pageFixture(
      Array.from({ length: 40 }, (_, i) => (i % 2 ? PLAIN : STRONG.replace('72%', `${40 + i}%`))),
    );
    const [fewer, normal, all] = [await marks(page, 'fewer'), await marks(page, 'normal'), await marks(page, 'all')];
    expect(normal.length).toBe(12);
    expect(fewer.length).toBeLessThan(normal.length);
    expect(all.length).toBeGreaterThan(normal.length);
    expect(normal.map((c) => c.passage)).toEqual([...normal.map((c) => c.passage)].sort((a, b) => a - b));
  });

  it('keeps the best where a page has more than its share', async () => {
    const page = pageFixture(Array.from({ length: 40 }, (_, i) => STRONG.replace('72%', `${40 + i}%`)));
    const kept = await marks(page);
    const others = (await marks(page, 'all')).filter((one) => !kept.some(({ id }) => id === one.id));
    expect(others.length).toBeGreaterThan(0);
    const least = Math.min(...kept.map(({ confidence }) => confidence));
    for (const { confidence } of others) expect(confidence).toBeLessThanOrEqual(least + 0.02);
  });

  it('marks the reporter’s distance and the speaker of a quotation', async () => {
    const [far] = await marks(
      pageFixture(['Kelmore Pay claims that its AI assistant does the work of 700 full-time support agents.']),
    );
    expect(far?.voice).toBe('reported-distanced');
    const [said] = await marks(
      pageFixture([
        '“Our AI agents closed 640,000 tickets last quarter, the work of 900 people,” said Dana Osei, chief executive of Kelmore.',
      ]),
    );
    expect(said).toMatchObject({
      voice: 'spokesperson-quote',
      slots: { speaker: 'Dana Osei', speakerRole: 'chief executive' },
    });
  });

  it('tells the two families apart, and scores claims alone', async () => {
    const [claim] = await marks(pageFixture([STRONG]));
    expect(claim).toMatchObject({ family: 'claim', grade: 2 });
    expect(claim!.hype.cues.length).toBeGreaterThan(0);
    const page = pageFixture([
      'Vantrell on Tuesday raised $200 million at a valuation of $3 billion for its AI agents.',
    ]);
    const reading = await read(page, encoder);
    expect(reading.claims[0]).toMatchObject({ family: 'announcement', kind: 'money-in' });
    expect(reading).toMatchObject({ score: 0, supported: 0 });
  });
});

describe('bad input', () => {
  const long = `Our AI assistant ${'transforms every industry and saves 40% of the time, '.repeat(100)}`.slice(0, 5000);
  it.each([
    ['empty', ''],
    ['one letter', 'A'],
    ['5,000 characters', long],
    ['5,000 words', 'artificial '.repeat(5000)],
    ['a word of 5,000 letters', 'a'.repeat(5000)],
    ['no letters', '… — 40 % 70 ☃ !!! ((('],
    ['other scripts', '人工智能助手完成了七百名客服的工作。Наш помощник делает работу 700 человек. عملنا'],
    ['control and invisible characters', 'Our\u0000 AI\u200b\u00ad as\u200dsis\ufefftant\u0007 saves 40% of time'],
    ['emoji', '🚀🚀 Our AI 👩🏽‍💻 saves 40 % of time 🎉🎉'],
    ['capitals', 'KELMORE LAUNCHES WORLD’S FIRST AI ADVISER THAT DOES THE WORK OF 700 AGENTS'],
    ['mixed case', 'oUr Ai AsSiStAnT dOeS tHe WoRk Of 700 aGeNtS'],
    ['unbalanced quotes', '“Our AI is the “best ever” model, said the “founder'],
    ['right to left', '\u202e\u200fOur AI does the work of 700 agents\u202c \u05d0\u05d1\u05d2'],
    ['entities', 'Our AI &amp; our people &lt;b&gt;save 40%&nbsp;of time&lt;/b&gt;'],
    ['table as text', 'Model | MMLU | GPQA | Price\tHalcyon 3 | 88.4 | 71.0 | $3\tRival | 80.1 | 60.2 | $5'],
    ['lone surrogate', 'Our AI \ud83d saves 40% of time'],
    ['brackets and stars', '((((*** AI [[[ {{{ ??? \\ $1 $& ^'],
    ['transcript', '00:01 SPEAKER 1: So, uh, our AI agents, they, they do like the work of 700 people. 00:09'],
  ])('%s: no exception', async (_, text) => {
    for (const c of await marks(pageFixture([text]), 'all')) expect(text.slice(c.span.start, c.span.end)).toBe(c.quote);
  });

  it('survives a title of 10 kB', async () => {
    expect(await marks(pageFixture([STRONG], { title: 'AI news '.repeat(1300) }))).toHaveLength(1);
  });

  it('survives sentence offsets outside the text', async () => {
    const page = pageFixture(['Our AI saves 40% of time.']);
    page.passages[0]!.sentences.push({ start: 90, end: 400, candidate: true });
    const { claims } = await read(page, encoder);
    expect(claims.every(({ sentence }) => sentence.start === 0)).toBe(true);
  });

  it('reads a book no further than an article goes, and asks the network nothing about it again', async () => {
    const page = pageFixture(Array.from({ length: 2_000 }, (_, i) => `${PLAIN} ${i}`));
    const network = readNetwork();
    // What the network says is another test's matter, and it says it slowly.
    const answer = network.run(network.encode({ text: PLAIN, previous: '', title: '' }));
    const run = vi.spyOn(network, 'run').mockReturnValue(answer);
    const judged = await judgePage(page, network);
    expect(judged.length).toBe(800);
    expect(run).toHaveBeenCalledTimes(800);
    expect(await judgePage(page, network)).toEqual(judged);
    expect(run).toHaveBeenCalledTimes(800);
  });

  it('stops where nobody waits for the page any more, and goes on from there when it is asked again', async () => {
    const page = pageFixture(Array.from({ length: 30 }, (_, i) => `${PLAIN} Said ${i} times.`));
    const network = readNetwork();
    const answer = network.run(network.encode({ text: PLAIN, previous: '', title: '' }));
    const gone = new AbortController();
    const run = vi.spyOn(network, 'run').mockImplementation(() => {
      if (run.mock.calls.length === 10) gone.abort();
      return answer;
    });
    await expect(judgePage(page, network, gone.signal)).rejects.toThrow('abort');
    expect(run).toHaveBeenCalledTimes(10);
    await expect(read(page, network, { signal: gone.signal })).rejects.toThrow('abort');
    expect(run).toHaveBeenCalledTimes(10);
    const judged = await judgePage(page, network);
    expect(run).toHaveBeenCalledTimes(judged.length);
    expect(judged).toHaveLength(30);
  });

  it('gives way to others while it reads', async () => {
    const page = pageFixture(Array.from({ length: 60 }, (_, i) => `${PLAIN} It is turn ${i}.`));
    // A clock on which each look takes 25 ms, whatever the machine: every other look is beyond the longest stretch.
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (now += 25));
    const turn = vi.spyOn(globalThis, 'setTimeout');
    await read(page, encoder);
    expect(turn.mock.calls.length).toBeGreaterThan(20);
  });
});
