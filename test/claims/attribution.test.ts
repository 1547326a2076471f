import { describe, expect, it } from 'vitest';
import { attributionOf, type Source } from '@/lib/claims/attribution';
import { pageContextOf } from '@/lib/claims/context';
import { pageFixture } from '../page-fixture';

/** Who is heard in a sentence that stands alone, and in which of its words. */
function heard(text: string): [Source, string] {
  const context = pageContextOf(pageFixture([text], { title: 'A report' }));
  const { source, span } = attributionOf(context, context.spots[0]!);
  return [source, span ? text.slice(span.start, span.end) : ''];
}

describe('who is heard', () => {
  it.each<[string, Source, string]>([
    ['According to Grendel Research, agents answer.', 'independent', 'According to Grendel Research,'],
    [
      'According to a new report from Forrester, agents answer.',
      'independent',
      'According to a new report from Forrester,',
    ],
    ['According to a survey of 1,200 banks, agents answer.', 'independent', 'According to a survey of 1,200 banks,'],
    ['According to the vendor, agents answer.', 'company', 'According to the vendor,'],
    ['Grendel Research said agents answer.', 'independent', 'Grendel Research said'],
    ['A survey by Grendel found that agents answer.', 'independent', 'A survey by Grendel found that'],
    ['Gartner predicts that agents will answer.', 'independent', 'Gartner predicts that'],
    [
      'Market tracker Grand Vista Research forecasts that agents will answer.',
      'independent',
      'Market tracker Grand Vista Research forecasts that',
    ],
    ['Gartner said on Tuesday its agents answer.', 'company', 'Gartner said on Tuesday'],
    ['Gartner announced agents that answer.', 'company', 'Gartner announced'],
    ['Gartner announced a survey: agents answer.', 'independent', 'Gartner announced'],
    ['Chipmaker Lam Research said agents answer.', 'person', 'Chipmaker Lam Research said'],
    ['Deep Research reports answer.', 'person', 'Deep Research reports'],
    ['Projects that agents finished were found to leak.', 'none', ''],
    ['Gartner forecasts agents will answer.', 'independent', 'Gartner forecasts'],
    ['The market research firm expects agents to answer.', 'independent', 'The market research firm expects'],
    ['The research firm said agents answer.', 'independent', 'The research firm said'],
    ['McKinsey estimates that agents will answer.', 'independent', 'McKinsey estimates that'],
    ['Goldman Sachs said its agents answer.', 'company', 'Goldman Sachs said'],
    ['Goldman Sachs said AI could replace 300 million jobs.', 'independent', 'Goldman Sachs said'],
    ['AI could replace 300 million jobs, Goldman Sachs said.', 'independent', ', Goldman Sachs said.'],
    ['AI could replace 3,000 of its jobs, Morgan Stanley said.', 'person', ', Morgan Stanley said.'],
    ['The OECD said AI puts 27% of jobs at risk.', 'independent', 'The OECD said'],
    ['Microsoft Research said its agents answer.', 'company', 'Microsoft Research said'],
    ['AI research firm Larch said its agents answer.', 'company', 'AI research firm Larch said'],
    [
      'A survey by Larch of its own customers found that agents answer.',
      'company',
      'A survey by Larch of its own customers found that',
    ],
    ['The AI analyst found leaks.', 'none', ''],
    ['Its study mode shows pupils the answers.', 'none', ''],
    ['The company’s new survey found agents answer.', 'company', 'The company’s new survey found'],
    ['Google’s study found that agents answer.', 'company', 'Google’s study found that'],
    ['A Microsoft survey found that agents answer.', 'company', 'A Microsoft survey found that'],
    ['A survey from OpenAI shows agents answer.', 'company', 'A survey from OpenAI shows'],
    [
      'A study by OpenAI and Harwick University found agents answer.',
      'independent',
      'A study by OpenAI and Harwick University found',
    ],
    ['The research firm OpenAI said agents answer.', 'company', 'The research firm OpenAI said'],
    ['The founder predicted that agents would answer.', 'insider', 'The founder predicted that'],
    ['The assistant finds and forecasts leaks.', 'none', ''],
    ['In our study we found that agents answer.', 'none', ''],
  ])('%s', (text, source, words) => {
    expect(heard(text)).toEqual([source, words]);
  });
});
