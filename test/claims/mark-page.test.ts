import { describe, expect, it, vi } from 'vitest';
import { read } from '@/lib/claims';
import { markPage } from '@/lib/claims/mark-page';
import { readNetwork } from '@/lib/cli/evaluation/network';
import type { Claim, Reading } from '@/lib/model';
import { pageFixture } from '../page-fixture';

const CLAIM = (n: number) =>
  `Kelmore’s AI assistant now does the work of ${n} customer service agents, the company said.`;
const PLAIN = (n: number) => `The harbor office counted ${n} boats on Tuesday and went home early.`;

/** A page of one sentence a paragraph; those at `claims` claim something. */
const pageOf = (length: number, claims: readonly number[]) =>
  pageFixture(Array.from({ length }, (_, i) => (claims.includes(i) ? CLAIM(700 + i) : PLAIN(i))));

const real = readNetwork();
const outputs = [CLAIM(1), PLAIN(1)].map((text) => real.run(real.encode({ text, previous: '', title: '' })));

/** A network that says of every claim, and of every other sentence, what the real one says of one by itself. */
function networkOfTwoMinds() {
  const network = readNetwork();
  let isClaim = false;
  const { encode } = network;
  vi.spyOn(network, 'encode').mockImplementation((input) => {
    isClaim = input.text.includes('agents');
    return encode.call(network, input);
  });
  const run = vi.spyOn(network, 'run').mockImplementation(() => outputs[isClaim ? 0 : 1]!);
  return { network, run };
}

/** What a page says, its openings, and how much of it was judged by then. */
async function readWith(page: ReturnType<typeof pageOf>) {
  const { network, run } = networkOfTwoMinds();
  const openings: { reading: Reading; judged: number }[] = [];
  const reading = await read(page, network, {
    onOpening: async (opening) => {
      openings.push({ reading: opening, judged: run.mock.calls.length });
    },
  });
  return { reading, openings, judged: run.mock.calls.length };
}

const textsOf = (page: ReturnType<typeof pageOf>, claims: readonly Claim[]) =>
  claims.map(({ passage }) => page.passages[passage]?.text);

describe('the opening of a long page', () => {
  it('is told before the rest is judged, and the whole reading begins with it', async () => {
    const page = pageOf(40, [2, 5, 30]);
    const { reading, openings, judged } = await readWith(page);
    expect(openings).toHaveLength(1);
    const [opening] = openings;
    expect(textsOf(page, opening!.reading.claims)).toEqual([CLAIM(702), CLAIM(705)]);
    expect(opening!.reading.opening).toBe(2);
    expect(opening!.judged).toBe(8);
    expect(judged).toBe(40);
    expect(textsOf(page, reading.claims)).toEqual([CLAIM(702), CLAIM(705), CLAIM(730)]);
    expect(reading.claims.slice(0, 2)).toEqual(opening!.reading.claims);
    expect(reading.opening).toBe(2);
  });

  it('is the same whether or not anybody waits for it', async () => {
    const page = pageOf(40, [2, 5, 30]);
    const { reading } = await readWith(page);
    expect(await read(page, networkOfTwoMinds().network)).toEqual(reading);
  });

  it('grows where its first sentences claim nothing', async () => {
    const page = pageOf(60, [15, 50]);
    const { openings, reading } = await readWith(page);
    expect(openings.map(({ judged }) => judged)).toEqual([24]);
    expect(textsOf(page, openings[0]!.reading.claims)).toEqual([CLAIM(715)]);
    expect(textsOf(page, reading.claims)).toEqual([CLAIM(715), CLAIM(750)]);
  });

  it.each([
    ['the page is short', pageOf(19, [2, 15]), 2],
    ['nothing is claimed before the end', pageOf(40, [38]), 1],
    ['nothing is claimed at all', pageOf(40, []), 0],
  ])('does not come where %s', async (_, page, marks) => {
    const { openings, reading } = await readWith(page);
    expect(openings).toEqual([]);
    expect(reading.opening).toBeUndefined();
    expect(reading.claims).toHaveLength(marks);
  });

  it('takes its part of what the page can bear', async () => {
    const page = pageOf(
      30,
      Array.from({ length: 30 }, (_, i) => i),
    );
    const { marks, opening } = await markPage(page, networkOfTwoMinds().network, 'normal');
    expect(opening).toBe(6);
    expect(marks).toHaveLength(9);
    expect(marks.slice(6).every(({ passage }) => passage.index >= 8)).toBe(true);
  });

  it('is not told to a page that is closed, and the rest is not judged', async () => {
    const gone = new AbortController();
    const { network, run } = networkOfTwoMinds();
    const reading = read(pageOf(40, [2, 30]), network, {
      signal: gone.signal,
      onOpening: async () => gone.abort(),
    });
    await expect(reading).rejects.toThrow('abort');
    expect(run).toHaveBeenCalledTimes(8);
  });
});
