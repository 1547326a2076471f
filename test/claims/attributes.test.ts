import { describe, expect, it } from 'vitest';
import { evidenceOf, modalityOf, numberSourceOf, polarityOf } from '@/lib/claims/attributes';
import { pageContextOf } from '@/lib/claims/context';
import { quantities } from '@/lib/claims/numbers';
import type { Span } from '@/lib/model';
import { pageFixture } from '../page-fixture';
import { claimOf } from './slots-of';

const CLAIM = 'Kelmore says its AI assistant saves every adviser nine hours a week.';

/** Evidence of the sentence at `at` in the passage made of `sentences`. */
function evidence(sentences: string[], at = 0, link?: string) {
  const page = pageFixture([sentences]);
  const passage = page.passages[0]!;
  if (link) {
    const start = passage.text.indexOf(link);
    passage.links = [{ start, end: start + link.length } satisfies Span];
  }
  return evidenceOf(pageContextOf(page).spots[at]!);
}

describe('what a claim shows of its source', () => {
  it.each([
    'In a test of 1,000 letters, the assistant saved nine hours a week.',
    'The assistant saved nine hours a week in its six-month pilot with 300 advisers.',
    'The firm surveyed more than 2,400 advisers and found that they save nine hours.',
    'Advisers were 12% faster in a randomised controlled trial.',
    'It was right in 94 of 100 cases.',
    'It is 12% faster, compared with last year’s baseline.',
    'The assistant was tested by 300 radiologists.',
    'It was tested on thousands of letters.',
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
    'According to a report by the lab, advisers save nine hours.',
    'Advisers save nine hours, according to the report.',
    'A 2025 paper puts it at nine hours.',
    'A study published in a journal puts it at nine hours.',
    'Advisers save nine hours, Kelmore said in a report in March.',
    'In its report, the firm speaks of nine hours.',
    'Vantrell’s first-quarter earnings report puts it at nine hours.',
    'A Vantrell report puts it at nine hours.',
    'A paper from the lab gives the figure.',
    'A new county report warns of mistakes.',
    'Two reports found that advisers save nine hours.',
    'The paper also describes what it gets wrong.',
    'Advisers will save nine hours, the bank estimated in a report.',
    'The report predicts nine hours a week.',
    'The paper argues that advisers save nine hours.',
    'An OECD report puts it at nine hours.',
    'Halo scores 71% on the Vantrell benchmark.',
    'Halo scores 71% on public benchmarks.',
    'Halo leads on benchmarks such as MMLU.',
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
    'The AI cuts the time to write reports by 40%.',
    'Halo turns a messy inbox into a report.',
    'Advisers finish their weekly reports in minutes.',
    'The agent files the daily reports by itself.',
    'The team gets a report by noon.',
    'It sends its reports by email.',
    'Upload a contract or a paper, and Halo explains it.',
    'It makes a report for every pupil.',
    'It spots mistakes in a paper before anyone prints it.',
    'Kelmore’s weekly report writes itself.',
    'Kelmore’s customers report savings of 40%.',
    'New users report that they save nine hours.',
    'The AI reports claims to the adjuster.',
    'The app helps pupils study twice as fast.',
    'That is the premise of its lamp thesis.',
    'The round was led by Benchmark Capital.',
    'Halo beats rivals on every benchmark.',
    'Halo is ahead on most industry benchmarks.',
    'Halo tops every AI benchmark.',
    'Over a period of three years Kelmore will put $2 billion into AI.',
    'Halo was tested by thousands of happy users.',
    'It has been tested by more than a thousand teams.',
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
    expect(evidenceOf(pageContextOf(pageFixture([study, CLAIM])).spots[1]!)).toBe('none');
  });

  it('the lead-in of a list', () => {
    const page = pageFixture(['A survey of the firm’s customers, a study by the lab, found:', CLAIM]);
    page.passages[1] = { ...page.passages[1]!, role: 'item', leadIn: 0 };
    expect(evidenceOf(pageContextOf(page).spots[1]!)).toBe('pointer');
  });
});

it('only “us” speaks for the firm, not “US”', () => {
  const voice = (text: string) => claimOf([text, 'A line.']).voice;
  expect(voice('Halo is the calmest AI model in the US.')).toBe('reported-neutral');
  expect(voice('Halo is the calmest AI model for all of us.')).toBe('first-party');
});

it.each([
  ['The agents work independently and resolve 70% of tickets.', 'self'],
  ['Halo connects to 300 third-party apps.', 'self'],
  ['Independent builders wrote 40 apps with Halo.', 'self'],
  ['It is independently run by 12 people.', 'self'],
  ['An independent study puts it at 70% of tickets.', 'independent'],
  ['Independent researchers found that it resolves 70% of tickets.', 'independent'],
  ['It resolves 70% of tickets, as independently verified in June.', 'independent'],
  ['A third-party audit puts it at 70% of tickets.', 'independent'],
  ['A third-party security audit puts it at 70% of tickets.', 'independent'],
  ['It was tested in an independent clinical trial and resolves 70% of tickets.', 'independent'],
  ['It was independently validated and resolves 70% of tickets.', 'independent'],
  ['It was checked by independent experts, who found that it resolves 70% of tickets.', 'independent'],
  ['An independent agent reviews 70% of tickets.', 'self'],
  ['Third-party apps test 70% of loaves.', 'self'],
  ['It cuts third-party risk assessments by 70%.', 'self'],
  ['Halo passed an independent audit.', 'none'],
  ['It resolves 70% of tickets, says a commissioned study.', 'commissioned'],
  ['A commissioned study praises it.', 'none'],
])('whose figure it is: %s', (text, source) => {
  const attribution = {
    source: 'none',
    quoted: false,
    distanced: false,
    words: '',
    speaker: '',
    role: '',
    span: null,
  } as const;
  expect(numberSourceOf(text, quantities(text), attribution)).toBe(source);
});

it.each([
  ['The assistant may resolve 40% of letters.', 'hedged'],
  ['The assistant launched in May resolves 40% of letters.', 'asserted'],
  ['The assistant resolves up to 40% of letters.', 'asserted'],
  ['Up to 40% of letters are resolved.', 'asserted'],
  ['Kelmore used its assistant to cut response times by 30%', 'asserted'],
  ['Kelmore turned to AI to cut costs by 40%', 'asserted'],
  ['Kelmore deployed agents to replace 700 clerks', 'asserted'],
  ['Kelmore was forced to hire clerks back', 'asserted'],
  ['Kelmore uses AI to cut response times by 30%', 'asserted'],
  ['The tool has helped Kelmore to cut handling time by 40% since launch', 'asserted'],
  ['Kelmore had cut 900 jobs in the spring, to invest in AI', 'asserted'],
  ['It warns staff as soon as it finds an error.', 'asserted'],
  ['Kelmore to cut 900 jobs as AI takes over', 'future'],
  ['Kelmore plans to cut 900 jobs', 'future'],
  ['Kelmore would use AI to cut 900 jobs', 'future'],
  ['AI would be used to cut 900 jobs', 'future'],
  ['Kelmore uses AI to write code, to cut 900 jobs', 'future'],
  ['Kelmore is in talks to invest $10 billion in Vantrell', 'future'],
  ['Kelmore signed a deal to invest $10 billion in Vantrell', 'future'],
  ['Kelmore is trying to replace lawyers', 'future'],
  ['Kelmore has a goal to cut 900 jobs', 'future'],
  ['It was to cut 900 jobs', 'future'],
  ['Kelmore raised $40 million to replace clerks with AI', 'future'],
  ['AI start-up backed by Vantrell to cut 900 jobs', 'future'],
  ['The newly formed company to invest $10 billion in AI', 'future'],
  ['An AI adviser is coming soon.', 'future'],
  ['The bank expects its new AI agents to handle 80% of calls.', 'future'],
])('how firmly it is said: %s', (text, modality) => {
  expect(modalityOf(text)).toBe(modality);
});

it.each([
  ['Halo is not just fast but cheap.', 'promoting'],
  ["It isn't only for bakers, but for all who bake.", 'promoting'],
  ['Halo is not just fast but cheap, but it burns loaves.', 'mixed'],
  ['Halo is fast but burns loaves.', 'mixed'],
])('whether a limitation is admitted: %s', (text, polarity) => {
  expect(polarityOf(text)).toBe(polarity);
});
