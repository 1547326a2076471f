import { describe, expect, it } from 'vitest';
import { evidenceOf } from '@/lib/claims/attributes';
import { readPage } from '@/lib/claims/context';
import type { Span } from '@/lib/model';
import { pageOf } from './pages';

const CLAIM = 'Kelmore says its AI assistant saves every adviser nine hours a week.';

/** Evidence of the sentence at `at` in the passage made of `sentences`. */
function evidence(sentences: string[], at = 0, link?: string) {
  const page = pageOf([sentences]);
  const passage = page.passages[0]!;
  if (link) {
    const start = passage.text.indexOf(link);
    passage.links = [{ start, end: start + link.length } satisfies Span];
  }
  return evidenceOf(readPage(page).spots[at]!);
}

describe('what a claim shows of its source', () => {
  it.each([
    'In a test of 1,000 letters, the assistant saved nine hours a week.',
    'The assistant saved nine hours a week in its six-month pilot with 300 advisers.',
    'The firm surveyed more than 2,400 advisers and found that they save nine hours.',
    'Advisers were 12% faster in a randomised controlled trial.',
    'It was right in 94 of 100 cases.',
    'It is 12% faster, compared with last year’s baseline.',
  ])('a method: %s', (text) => {
    expect(evidence([text])).toBe('method');
  });

  it.each([
    'A 2031 survey from Kelmore finds that advisers save nine hours a week.',
    'Advisers save nine hours a week, according to Vantrell’s latest annual report.',
    'Advisers save nine hours a week, the firm said in a regulatory filing.',
    'According to figures from the lab, advisers save nine hours a week.',
    'Halo tops the open leaderboard.',
    'Its system card gives the error rate.',
    'Researchers published in a journal what it gets wrong.',
  ])('a named piece of writing: %s', (text) => {
    expect(evidence([text])).toBe('pointer');
  });

  it.each([
    CLAIM,
    'Halo pulls data from every form and points it to another form.',
    'The assistant drafts a weekly report for every branch.',
    'It can summarize a long paper in a second.',
    'Advisers report directly to the assistant.',
    'The app keeps cheats off its leaderboard pages.',
    'Studies show that people like lamps.',
    'It works on paper forms and on the shop floor.',
    'The game has randomized elements that test the assistant.',
    'The assistant handled 40,000 letters in May.',
    'In a test in 2031 it worked.',
  ])('nothing: %s', (text) => {
    expect(evidence([text])).toBe('none');
  });

  it('a link in the sentence or in the one beside it', () => {
    const rest = ['The board met on Monday.', 'It agreed on the lamps.'];
    expect(evidence([CLAIM], 0, 'nine hours')).toBe('pointer');
    expect(evidence([CLAIM, ...rest], 0, 'met on Monday')).toBe('pointer');
    expect(evidence([...rest, CLAIM], 2, 'agreed on')).toBe('pointer');
    expect(evidence([CLAIM, ...rest], 0, 'lamps')).toBe('none');
  });

  it('a study or a method beside it, and not in another passage', () => {
    const study = 'The figure comes from a study by the lab.';
    expect(evidence([CLAIM, study])).toBe('pointer');
    expect(evidence([study, CLAIM], 1)).toBe('pointer');
    expect(evidence([CLAIM, 'It was measured in a trial with 1,200 advisers.'])).toBe('method');
    expect(evidenceOf(readPage(pageOf([study, CLAIM])).spots[1]!)).toBe('none');
  });

  it('the lead-in of a list', () => {
    const page = pageOf(['A survey of the firm’s customers, a study by the lab, found:', CLAIM]);
    page.passages[1] = { ...page.passages[1]!, role: 'item', leadIn: 0 };
    expect(evidenceOf(readPage(page).spots[1]!)).toBe('pointer');
  });
});
