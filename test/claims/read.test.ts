import { describe, expect, it } from 'vitest';
import { read, warm } from '@/lib/claims';
import { pageOf } from './pages';

const STRONG =
  'Our AI assistant is the most advanced model we have ever built and resolves 72% of customer tickets without any human involvement.';

describe('read', () => {
  it('reads candidates only', () => {
    const page = pageOf([STRONG]);
    expect(read(page).claims).toHaveLength(1);
    page.passages[0]!.sentences[0]!.candidate = false;
    expect(read(page)).toEqual({ claims: [], score: 0, supported: 0 });
  });

  it('is pure: the same page gives the same reading and is left as it was', () => {
    warm();
    const page = pageOf([STRONG, 'Kelmore Pay said its assistant does the work of 700 support agents.']);
    const before = JSON.stringify(page);
    expect(read(page)).toEqual(read(page));
    expect(JSON.stringify(page)).toBe(before);
  });

  it('gives exact offsets with typographic quotes, dashes, no-break spaces and emoji', () => {
    const text =
      '🎉\u00a0“Our AI\u00a0agents closed 640,000 tickets last quarter — the work of 900 people,” said Kelmore’s chief executive.';
    const [claim] = read(pageOf([text])).claims;
    expect(claim).toBeDefined();
    expect(text.slice(claim!.span.start, claim!.span.end)).toBe(claim!.quote);
    for (const q of claim!.slots.quantities) expect(text.slice(q.span.start, q.span.end)).toBe(q.text);
    for (const part of Object.values(claim!.parts)) expect(part!.end).toBeGreaterThan(part!.start);
  });

  it('keeps twelve claims a page and three of a kind, in page order; the caps can be switched off', () => {
    const page = pageOf(Array.from({ length: 30 }, (_, i) => STRONG.replace('72%', `${40 + i}%`)));
    const { claims } = read(page);
    expect(claims.length).toBeLessThanOrEqual(12);
    const counts = new Map<string, number>();
    for (const c of claims) counts.set(c.kind, (counts.get(c.kind) ?? 0) + 1);
    expect(Math.max(...counts.values())).toBeLessThanOrEqual(3);
    expect(claims.map((c) => c.passage)).toEqual([...claims.map((c) => c.passage)].sort((a, b) => a - b));
    expect(read(page, { caps: false }).claims.length).toBe(30);
  });

  it('refuses questions, denials and what was taken back', () => {
    for (const sentence of [
      'Does the AI assistant really do the work of 700 agents?',
      'The bank apologised and withdrew the claim that its AI does the work of 700 agents.',
      'The union doubted that the AI assistant does the work of 700 agents.',
    ])
      expect(read(pageOf([sentence])).claims).toEqual([]);
  });

  it('marks the reporter’s distance and the speaker of a quotation', () => {
    const [far] = read(
      pageOf(['Kelmore Pay claims that its AI assistant does the work of 700 full-time support agents.']),
    ).claims;
    expect(far?.voice).toBe('reported-distanced');
    const [said] = read(
      pageOf([
        '“Our AI agents closed 640,000 tickets last quarter, the work of 900 people,” said Dana Osei, chief executive of Kelmore.',
      ]),
    ).claims;
    expect(said).toMatchObject({
      voice: 'spokesperson-quote',
      slots: { speaker: 'Dana Osei', speakerRole: 'chief executive' },
    });
  });

  it('gives every claim reasons', () => {
    for (const claim of read(pageOf([STRONG])).claims) expect(claim.reasons.length).toBeGreaterThan(1);
  });
});

describe('bad input', () => {
  const long = `Our AI assistant ${'transforms every industry and saves 40% of the time, '.repeat(100)}`.slice(0, 5000);
  it.each([
    ['empty', ''],
    ['one letter', 'A'],
    ['5,000 characters', long],
    ['capitals', 'KELMORE LAUNCHES WORLD’S FIRST AI ADVISER THAT DOES THE WORK OF 700 AGENTS'],
    ['unbalanced quotes', '“Our AI is the “best ever” model, said the “founder'],
    ['right to left', '\u202e\u200fOur AI does the work of 700 agents\u202c \u05d0\u05d1\u05d2'],
    ['entities', 'Our AI &amp; our people &lt;b&gt;save 40%&nbsp;of time&lt;/b&gt;'],
    ['table as text', 'Model | MMLU | GPQA | Price\tHalcyon 3 | 88.4 | 71.0 | $3\tRival | 80.1 | 60.2 | $5'],
    ['lone surrogate', 'Our AI \ud83d saves 40% of time'],
    ['brackets and stars', '((((*** AI [[[ {{{ ??? \\ $1 $& ^'],
    ['transcript', '00:01 SPEAKER 1: So, uh, our AI agents, they, they do like the work of 700 people. 00:09'],
  ])('%s: no exception', (_, text) => {
    const { claims } = read(pageOf([text]));
    for (const c of claims) expect(text.slice(c.span.start, c.span.end)).toBe(c.quote);
  });

  it('survives sentence offsets outside the text', () => {
    const page = pageOf(['Our AI saves 40% of time.']);
    page.passages[0]!.sentences.push({ start: 90, end: 400, candidate: true });
    expect(() => read(page)).not.toThrow();
  });

  it('takes linear time: four times the sentences, less than eight times the time', () => {
    warm();
    const time = (n: number) => {
      const page = pageOf(Array.from({ length: n }, (_, i) => `${STRONG} ${i}`));
      const start = performance.now();
      read(page);
      return performance.now() - start;
    };
    time(50);
    expect(time(400) / time(100)).toBeLessThan(8);
  });
});
