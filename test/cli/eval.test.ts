import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '@/lib/cli/eval';
import { readLabelled } from '@/lib/cli/evaluation/labelled';
import { averagePrecision, intervals, markFigures, type Scored } from '@/lib/cli/evaluation/metrics';

const scored = (merit: number, grade: number, marked: boolean, kind = 'launch', goldKind = 'launch'): Scored => ({
  merit,
  marked,
  kind,
  second: null,
  grade,
  goldKind: grade > 0 ? goldKind : '',
  goldSecond: '',
});

describe('the figures of marks', () => {
  it('average precision: the mean of the precision at each positive', () => {
    const ranked = [true, false, true, false].map((positive, i) => ({ score: 1 - i / 10, positive }));
    expect(averagePrecision(ranked)).toBeCloseTo((1 + 2 / 3) / 2);
    expect(averagePrecision([{ score: 1, positive: false }])).toBeNaN();
  });

  it('precision over fair marks, recall over prime sentences, kinds over right marks, pages by their sentences', () => {
    const figures = markFigures([
      [scored(0.9, 2, true), scored(0.8, 1, true, 'deal'), scored(0.7, 0, true), scored(0.2, 2, false)],
      [scored(0.1, 0, false)],
      [scored(0.6, 0, true)],
    ]);
    expect(figures).toMatchObject({ fair: 3, prime: 2, marks: 4, precision: 0.5, recall: 0.5, f: 0.5, kind: 0.5 });
    expect(figures).toMatchObject({ pages_hit: 1, pages_clean: 0.5 });
  });

  it('average precision of one ranking, the one that marks are chosen by', () => {
    const figures = markFigures([
      [scored(0.9, 1, true), scored(0.8, 2, true), scored(0.7, 0, false), scored(0.6, 2, false)],
    ]);
    expect(figures.ap_fair).toBeCloseTo((1 + 1 + 3 / 4) / 3);
    expect(figures.ap_prime).toBeCloseTo((1 / 2 + 2 / 4) / 2);
  });

  it('leave ungraded sentences out', () => {
    const figures = markFigures([[{ ...scored(0.9, 0, true), grade: null }, scored(0.8, 2, true)]]);
    expect(figures.precision).toBe(1);
  });

  it('have intervals that are the same each time and hold the figure', () => {
    const docs = Array.from({ length: 40 }, (_, i) => [scored(0.9, i % 3 === 0 ? 0 : 2, true)]);
    const [low, high] = intervals(docs, markFigures).precision;
    const whole = markFigures(docs).precision;
    expect(low).toBeLessThan(whole);
    expect(high).toBeGreaterThan(whole);
    expect(intervals(docs, markFigures)).toEqual(intervals(docs, markFigures));
  });
});

describe('eval', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peel-eval-'));
  const text = 'Our AI assistant does the work of 700 agents.';
  const doc = {
    id: 'A1',
    host: 'news.example',
    title: 'AI news',
    page: 'news',
    paragraphs: [text, 'The canal was cleaned in May.'],
    sentences: [
      {
        p: 0,
        start: 0,
        end: text.length,
        claim: true,
        kind: 'labour-equivalence',
        grade: 2,
        gkind: 'labour-equivalence',
      },
      { p: 1, start: 0, end: 29, claim: false, grade: 0 },
    ],
  };
  const file = (name: string, ...lines: unknown[]) => {
    const path = join(folder, name);
    writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return path;
  };
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => vi.restoreAllMocks());

  it('ends with one JSON object that holds its counts and shares', async () => {
    expect(await main([file('plain.jsonl', doc)])).toBe(0);
    const last = JSON.parse(said.at(-1)!);
    expect(Object.keys(last)).toEqual(
      expect.arrayContaining([
        'documents',
        'sentences',
        'claims',
        'precision',
        'recall',
        'f1',
        'kind_accuracy',
        'marks',
      ]),
    );
    expect(last).toMatchObject({ documents: 1, sentences: 2, claims: 1, marks: { fair: 1, prime: 1, recall: 1 } });
  });

  it('prints a count as a number, however small, and a share with its interval', async () => {
    expect(await main([file('counts.jsonl', doc)])).toBe(0);
    const rows = said.flatMap((line) => /^ {2}(\w+) +(\S.*)$/.exec(line)?.slice(1, 3) ?? []).join(' ');
    expect(rows).toMatch(/\bclaims 1 .*\blost_at_gate 0 .*\bprime 1 /);
    expect(rows).toMatch(/\brecall \d\.\d{3} +95 % within/);
  });

  it('of sealed documents prints totals, no kinds, no sentence, and refuses --errors', async () => {
    const sealed = file('sealed.jsonl', { ...doc, sealed: true });
    expect(await main([sealed, '--errors'])).toBe(2);
    expect(said.join('\n')).toMatch(/sealed/);
    said.length = 0;
    expect(await main([sealed])).toBe(0);
    expect(said.join('\n')).not.toMatch(/700|canal|A1|labour-equivalence/);
  });

  it.each([
    ['no JSON', ['{"paragraphs": ['], /broken\.jsonl:1: not JSON/],
    ['no sentences', [{ paragraphs: [] }], /broken\.jsonl:1: no paragraphs or sentences/],
    ['null', ['null'], /broken\.jsonl:1: no paragraphs or sentences/],
    [
      'offsets past the end',
      [doc, { ...doc, sentences: [{ p: 0, start: 0, end: 999, claim: false }] }],
      /:2: sentence 0/,
    ],
    ['no sentence', [{ ...doc, sentences: [null] }], /:1: sentence 0/],
    ['an unknown paragraph', [{ ...doc, sentences: [{ p: 9, start: 0, end: 3, claim: false }] }], /:1: sentence 0/],
    [
      'an unknown kind',
      [{ ...doc, sentences: [{ p: 0, start: 0, end: 9, claim: true, kind: 'bragging' }] }],
      /unknown kind, bragging/,
    ],
  ])('names the line of a broken file: %s', (_, lines, message) => {
    expect(() => readLabelled(file('broken.jsonl', ...lines))).toThrow(message);
  });

  it('reads a table that a spreadsheet on Windows has saved', async () => {
    const table = ['label\ttype\tsentence', `claim\tlabour-equivalence\t${text}`];
    expect(await main([file('windows.tsv', table.join('\r\n'))])).toBe(0);
    expect(JSON.parse(said.at(-1)!)).toMatchObject({ sentences: 1, claims: 1 });
  });

  it('says what is wrong with its arguments', async () => {
    expect(await main([])).toBe(2);
    expect(await main(['nowhere.jsonl'])).toBe(2);
    expect(await main([file('plain.jsonl', doc), '--density', 'some'])).toBe(2);
    expect(await main([file('plain.jsonl', doc), '--model', join(folder, 'none.bin')])).toBe(2);
    expect(await main([folder])).toBe(2);
    expect(await main([file('plain.jsonl', doc), '--model', folder])).toBe(2);
    expect(said.filter((line) => line.includes('is a folder'))).toHaveLength(2);
    expect(await main([file('other.tsv', 'grade\ttext', '2\tIt turned.')])).toBe(2);
    expect(said.join('\n')).toMatch(/is a folder[\s\S]*no column “sentence”/);
    expect(said.join('\n')).toMatch(/no file given[\s\S]*no file nowhere[\s\S]*no such density[\s\S]*no network at/);
  });
});
