/** What the background does while the reader waits, without a browser. */
import nlp from 'compromise';
import { read } from '@/lib/claims';
import { candidatesOf, judgePage } from '@/lib/claims/judge';
import type { PageText } from '@/lib/model';
import { write } from '@/lib/satire';
import { readNetwork } from '../evaluation/network';
import { median } from '../statistics';
import { ms, row, say } from './report';

/** Measures the background's half of `page` in Node, the same modules on the same engine as Chromium's, and prints it. */
export async function reading(page: PageText, name: string): Promise<void> {
  const sentences = page.passages.flatMap(({ text, sentences: all }) =>
    all.filter(({ candidate }) => candidate).map(({ start, end }) => text.slice(start, end)),
  );
  say(`\nin the background: ${name}, ${sentences.length} candidate sentences`);
  if (sentences.length === 0) return;
  const started = performance.now();
  const encoder = readNetwork();
  const start = performance.now() - started;
  // An encoder keeps what it made of a sentence: each round has one of its own.
  const fresh = [readNetwork(), readNetwork(), readNetwork()];
  const firstJudging = median(await times(fresh.length, () => judgePage(page, fresh.pop() ?? encoder)));
  const judging = median(await times(5, () => judgePage(page, encoder)));
  const whole = median(await times(5, () => read(page, encoder)));
  const found = await read(page, encoder);
  const marked = found.claims.map(({ passage, sentence }) =>
    (page.passages[passage]?.text ?? '').slice(sentence.start, sentence.end),
  );
  const parse = median(await times(5, async () => marked.map((text) => nlp(text))));
  const writing = median(await times(5, async () => write(page, found)));
  row('loading the network, once', ms(start));
  row('judging, a sentence', ms(firstJudging / [...candidatesOf(page)].length), 'budget 12 ms');
  const each = Math.max(1, marked.length);
  row('yardstick: compromise alone, a marked sentence', ms(parse / each));
  row('parts, a marked sentence', ms((whole - judging) / each), 'budget 4 ms');
  row(`writing all levels, ${found.claims.length} marks`, ms(writing));
}

async function times(count: number, run: () => Promise<unknown>): Promise<number[]> {
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    const since = performance.now();
    await run();
    out.push(performance.now() - since);
  }
  return out;
}
