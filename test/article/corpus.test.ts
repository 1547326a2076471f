import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markCandidates, readPage } from '@/lib/article';
import { CORPUS, SAVED_PAGES } from '@/lib/cli/corpus';
import type { PageText } from '@/lib/model';
import { missing } from '../missing';
import { articleFixture, pageFixture, passageFixture } from '../page-fixture';
import { dom, holds } from './dom';

const MANIFEST = join(CORPUS, 'manifest.tsv');
const GOLD = join(CORPUS, 'gold-dev.jsonl');
const WITHOUT_AI = join(CORPUS, 'sentences-neg-dev.tsv');

interface Labelled {
  host: string;
  title: string;
  page: PageText['kind'];
  paragraphs: string[];
  sentences: { p: number; start: number; end: number; claim: boolean }[];
}

describe('real pages', () => {
  const unread = missing('reading real pages', SAVED_PAGES, MANIFEST);
  it.skipIf(unread)('lead back to their text, every passage, and only English is marked', { timeout: 300_000 }, () => {
    const rows = readFileSync(MANIFEST, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const column = (name: string) => rows[0]!.indexOf(name);
    const empty: string[] = [];
    for (const name of readdirSync(SAVED_PAGES)) {
      const row = rows.find((r) => r[0] === `pages/${name}`)!;
      const jsdom = dom(readFileSync(join(SAVED_PAGES, name), 'utf8'), { url: 'https://localhost/' });
      const found = readPage(jsdom.window.document, { href: row[column('url')]! });
      for (const passage of found.page.passages) {
        const range = found.locate(passage.index, { start: 0, end: passage.text.length });
        expect(holds(range?.toString() ?? '', passage.text), `${name}: ${passage.text.slice(0, 60)}`).toBe(true);
      }
      const marked = markCandidates(found.page);
      if (row[column('group')] === 'nonenglish') expect(marked, name).toBe(0);
      if (row[column('group')] === 'plain') expect(marked, name).toBeLessThanOrEqual(3);
      if (['plain', 'ai', 'corp'].includes(row[column('group')]!) && found.page.passages.length === 0) empty.push(name);
      jsdom.window.close();
    }
    // Two topic pages and one blog's front page are filed under these groups; nothing else may be empty.
    expect(empty.length, empty.join(' ')).toBeLessThanOrEqual(4);
  });

  it.skipIf(missing('the recall of the gate', GOLD))('the gate keeps 98% of the labelled claims', () => {
    let claims = 0;
    let kept = 0;
    for (const line of readFileSync(GOLD, 'utf8').trim().split('\n')) {
      const doc: Labelled = JSON.parse(line);
      const page = articleFixture(doc.paragraphs, { host: doc.host, title: doc.title, kind: doc.page });
      markCandidates(page);
      for (const { p, start, end, claim } of doc.sentences) {
        if (!claim) continue;
        claims++;
        const overlap = (s: { start: number; end: number }) => Math.min(s.end, end) - Math.max(s.start, start);
        if (page.passages[p]!.sentences.some((s) => s.candidate && overlap(s) > (end - start) / 2)) kept++;
      }
    }
    expect(kept / claims).toBeGreaterThanOrEqual(0.98);
  });

  const unknown = missing('the gate on sentences without AI', WITHOUT_AI);
  it.skipIf(unknown)('sentences that never mention AI are left alone', () => {
    const [head, ...lines] = readFileSync(WITHOUT_AI, 'utf8').trim().split('\n');
    const at = head!.split('\t').findIndex((name) => /sentence|text/.test(name));
    const texts = lines.map((line) => line.split('\t')[at] ?? '');
    expect(texts.length).toBeGreaterThan(5_000);
    const pageOf = (text: string) => {
      const sentences = [{ start: 0, end: text.length, candidate: false }];
      return pageFixture([passageFixture(text, { sentences })], { title: 'News of the day' });
    };
    // Four of them speak of robotaxis.
    const marked = texts.filter((text) => markCandidates(pageOf(text)) > 0);
    expect(marked.length).toBeLessThan(texts.length * 0.001);
  });
});
