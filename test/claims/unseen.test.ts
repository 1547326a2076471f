import { describe, expect, it } from 'vitest';
import { read } from '@/lib/claims';
import { groupOf } from '@/lib/claims/network/groups';
import type { Kind, PageText } from '@/lib/model';
import { pageFixture } from '../page-fixture';
import kinds from './fixtures/unseen-kinds.json';
import names from './fixtures/unseen-names.json';
import nearMisses from './fixtures/unseen-near-misses.json';
import { encoder } from './network';

/*
 * Sentences written by someone who had not seen the reader, nor any text that it learnt from. They are measured on and never
 * learnt from: lib/claims/training does not read this folder. The threshold of lone sentences (calibration.ts) was set by them once.
 */

interface Written {
  text: string;
  previous: string;
  title: string;
}

/** The sentence behind the one before it, on a page of its title; only it is asked about. */
function pageWith({ text, previous, title }: Written): PageText {
  const page = pageFixture(previous ? [previous, text] : [text], { title });
  if (previous) page.passages[0]!.sentences[0]!.candidate = false;
  return page;
}

const markOf = async (one: Written) => (await read(pageWith(one), encoder)).claims[0];

describe('sentences nobody tuned the reader to', () => {
  it('of each of the 33 kinds: 85 in 100 are marked', async () => {
    const missed: string[] = [];
    for (const one of kinds) if (!(await markOf(one))) missed.push(`${one.kind}: ${one.text}`);
    expect(kinds.length).toBe(99);
    expect(1 - missed.length / kinds.length, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
  });

  it('that only look like it: no more than 15 in 100 are marked', async () => {
    const marked: string[] = [];
    for (const one of nearMisses) if (await markOf(one)) marked.push(`${one.near}: ${one.text}`);
    expect(nearMisses.length).toBe(99);
    expect(marked.length / nearMisses.length, marked.join('\n')).toBeLessThanOrEqual(0.15);
  });

  it('have the kind or a neighbour of it in three of five', async () => {
    let right = 0;
    let all = 0;
    const wrong: string[] = [];
    for (const one of kinds) {
      const mark = await markOf(one);
      if (!mark) continue;
      all++;
      const wanted = [one.kind, (one as { second?: string }).second];
      const near = groupOf(mark.kind) === groupOf(one.kind as Kind);
      if (wanted.includes(mark.kind) || wanted.includes(mark.second ?? '-') || near) right++;
      else wrong.push(`${one.kind} read as ${mark.kind}: ${one.text}`);
    }
    expect(right / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.6);
  });
});

describe('the plainest of announcements, alone under a title that says only what the page is about', () => {
  const PLAIN = [
    'Our assistant does the work of 700 agents.',
    'The company is cutting 200 content roles as it becomes AI-first.',
    'Starting Monday every team must show why AI cannot do a job before asking for a hire.',
    'The start-up, which has no product yet, raised $2 billion at a valuation of $10 billion.',
    'The firm will spend $80 billion on data centres this year.',
    'Its chief executive said half of entry-level office jobs may vanish within five years.',
    'The assistant will be switched on by default for all subscribers, who will pay 30 % more.',
    'The company paused the feature after it invented news headlines.',
    'The new model scores 92 % on the bar exam.',
    'Developers finish tasks 55 % faster with it, according to the company.',
    'Members’ posts will train the model unless they opt out by 23 September.',
    'The chatbot was put back under human agents a year after it replaced them.',
    'The browser can now shop for you.',
    'We take safety very seriously.',
  ];

  it.each(['normal', 'all'] as const)('are marked, every one of them: %s', async (density) => {
    const missed: string[] = [];
    for (const text of PLAIN) {
      const { claims } = await read(pageWith({ text, previous: '', title: 'AI news' }), encoder, { density });
      if (claims.length === 0) missed.push(text);
    }
    expect(missed).toEqual([]);
  });
});

describe('no proper name decides', () => {
  /** Names to exchange for, by what they are the name of. */
  const OTHERS: Record<string, string[]> = {
    firm: ['Brandlewick', 'Oskavia', 'Tenmarch', 'Yarrowfield', 'Dunvale Systems', 'Quessant'],
    product: ['Marlin', 'Pebble 4', 'Oriel', 'Tansy', 'Harrier'],
    person: ['Ines Okafor', 'Tomas Lindqvist', 'Priya Raman', 'Joon Park', 'Ruth Adler'],
    place: ['Eastmere', 'Port Callow', 'Vasternas', 'Little Hame'],
    other: ['Aldergate', 'Bexley', 'Corvane', 'Draymond'],
  };

  it('exchanged in 200 sentences, they move the grade by 0.05 at the median and 0.2 at the 95th percentile', () => {
    const fair = (one: Written) => {
      const { grade } = encoder.run(encoder.encode(one));
      return grade[1] + grade[2];
    };
    const moved = names.map((one, i) => {
      let { text } = one;
      one.names.forEach((name, n) => {
        const others = OTHERS[one.types[n] ?? 'other'] ?? OTHERS.other!;
        const other = others.filter((o) => o !== name)[(i + n) % (others.length - 1)]!;
        text = text.replaceAll(name, other);
      });
      expect(text).not.toBe(one.text);
      return Math.abs(fair({ ...one, text }) - fair(one));
    });
    moved.sort((a, b) => a - b);
    expect(moved.length).toBe(200);
    expect(moved[100]).toBeLessThanOrEqual(0.05);
    expect(moved[190]).toBeLessThanOrEqual(0.2);
  });
});
