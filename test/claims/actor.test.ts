import { describe, expect, it } from 'vitest';
import { pageContextOf } from '@/lib/claims/context';
import { pageFixture } from '../page-fixture';
import { actorOf, claimOf } from './slots-of';

const CLAIM = 'The assistant closes nine in ten claims without a call.';

describe('whose page it is', () => {
  it.each([
    ['a report that quotes who sells', 'ovens.example', 'Dana Osei is vice president of product marketing at Kelmore.'],
    [
      'a report that names its newspaper once',
      'inquirer.net',
      'Bakers like the assistant, Dana Osei told the Inquirer.',
    ],
    ['a report on the US', 'brindle.com', 'In the US, Brindle readers of the US edition say, US bakers sleep.'],
    [
      'a newsroom by its own name on another’s host',
      'spectrum.ieee.org',
      'IEEE Spectrum asked IEEE members of the IEEE.',
    ],
  ])('%s is no house organ', (_, host, text) => {
    expect(pageContextOf(pageFixture([text], { host })).house).toBe('news');
  });

  it.each([
    ['keeps naming itself', 'Brindle sells ovens. Brindle asks bakers, and Brindle knows.'],
    ['says we', 'Our bakers sleep, and we at Brindle know.'],
  ])('whoever %s is one', (_, text) => {
    expect(pageContextOf(pageFixture([text], { host: 'brindle.com' })).house).toBe('company');
  });
});

describe('actor: the firm that gains from being believed', () => {
  it.each([
    ['the page’s own firm, not the name of its site', 'Brindle.com', 'www.brindle.com', 'Brindle'],
    ['without the newsroom', 'Brindle Newsroom', 'newsroom.brindle.com', 'Brindle'],
    ['spelt as the text spells it', null, 'brindleworks.ai', 'BrindleWorks'],
    ['a product’s address stands for its maker', null, 'claude.com', 'Anthropic'],
    ['a firm’s own top-level domain', null, 'blog.google', 'Google'],
  ])('%s', (_, publisher, host, want) => {
    const said = ['Brindle and BrindleWorks are read by bakers.', CLAIM];
    const text = host.startsWith('brindleworks') ? ['BrindleWorks sells ovens.', CLAIM] : said;
    expect(actorOf(text, { kind: 'company', host, publisher }, 1)).toBe(want);
  });

  it('on a press wire the firm that announces, not the wire', () => {
    const wire = { kind: 'company', host: 'www.prnewswire.com', publisher: 'PR Newswire' } as const;
    const page = [
      'BERGEN, May 4, 2031 /PRNewswire/ -- Brindle sells ovens.',
      `“We bake,” and PRNewswire tells. ${CLAIM}`,
    ];
    expect(actorOf(page, { ...wire, title: 'Brindle launches an assistant for bakers' }, 1)).toBe('Brindle');
    expect(actorOf(page, { ...wire, title: 'An assistant for bakers' }, 1)).toBe('');
  });

  it('stays with the house where others are named', () => {
    const page = [
      'Brindle sells ovens.',
      'In Kelmore’s own test, our baker beats the bot of Microsoft, and Nvidia knows.',
    ];
    expect(actorOf(page, { kind: 'company', host: 'brindle.com' }, 1)).toBe('Brindle');
  });

  it('a report: the one who acts, not the one compared with', () => {
    const text = 'Unlike rivals such as Microsoft, Salesforce says its agents close nine in ten tickets.';
    expect(actorOf([text], { kind: 'news' })).toBe('Salesforce');
  });

  it('a product alone stands for its maker', () => {
    expect(actorOf(['ChatGPT closes nine in ten tickets without help.'], { kind: 'news' })).toBe('OpenAI');
  });

  it.each([
    'Earlier said to be a year away, the assistant closes nine in ten claims.',
    'Contestants will use an AI that closes nine in ten claims.',
    'Paid plans today include an assistant that closes nine in ten claims.',
  ])('no word that only opens its sentence: %s', (text) => {
    expect(actorOf([text], { kind: 'news' })).toBe('');
  });

  it.each([
    ['Target customers are found by agents that close nine in ten tickets.', ''],
    ['Snap judgments are over: agents close nine in ten tickets.', ''],
    ['Harvey Quill, chief executive of a bank, said agents close nine in ten tickets.', ''],
    ['A Meta-analysis of 40 trials found that agents close nine in ten tickets.', ''],
    ['Visa applications are read by agents that close nine in ten tickets.', ''],
    ['Target says its agents close nine in ten tickets.', 'Target'],
    ['Slack users have agents that close nine in ten tickets.', 'Slack'],
    ['Zoom calls are taken by agents that close nine in ten tickets.', 'Zoom'],
    ['Snap users have agents that close nine in ten tickets, the company said.', 'Snap'],
    ['Visa customers have agents that close nine in ten tickets.', 'Visa'],
    ['Harvey, which sells agents, says they close nine in ten tickets.', 'Harvey'],
  ])('no firm that is a word or a first name here: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe(want);
  });

  it('a word that opens its sentence where the page has it as a name', () => {
    const page = ['The ovens of Bright are new.', 'Bright says its agents close nine in ten tickets.'];
    expect(actorOf(page, { kind: 'news' }, 1)).toBe('Bright');
  });

  it.each([
    'The U.S. AI Kindness Institute Consortium is announcing a model that closes nine in ten tickets.',
    'Larch 3 Pro is the most capable model for oven claims.',
    'Cut Claim Time from Minutes to Seconds',
    "Norway's ministry said agents close nine in ten tickets.",
    'Oven spokesperson Yaska Vorgen said its agents close nine in ten tickets.',
    'Nothing is closed without an agent that reads all tickets.',
    "Bakers limit the Larch Archive's access to their agents.",
  ])('no half name: %s', (text) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe('');
  });

  it.each([
    ['a known firm that acts on the page of another', 'Adobe has drawn a line for ovens.', 'Adobe'],
    ['the house, where its guest uses its product', 'Adobe says Claude closes nine in ten tickets.', 'Anthropic'],
    ['the house, where it says we', 'Our agents beat those of Adobe in nine of ten claims.', 'Anthropic'],
  ])('%s', (_, text, want) => {
    const house = { kind: 'company', host: 'anthropic.com' } as const;
    expect(actorOf(['Anthropic likes ovens.', text], house, 1)).toBe(want);
  });

  it.each([
    ['a person on a page about a firm', 'Valcourt said agents close nine in ten tickets.'],
    ['she', 'She added that agents close nine in ten tickets.'],
  ])('nobody, where one who may be of any firm speaks: %s', (_, text) => {
    expect(actorOf([text], { kind: 'news', title: 'Adobe closes nine in ten tickets' })).toBe('');
  });

  it.each([
    ['Adobe closes nine in ten tickets', 'Adobe'],
    ['How Adobe and Nvidia close nine in ten tickets', ''],
    ['A bank sells its stake in Nvidia', ''],
  ])('the firm of the title, where it is one and acts: %s', (title, want) => {
    expect(actorOf(['Agents close nine in ten tickets.'], { kind: 'news', title })).toBe(want);
  });

  it('who acts, rather than whom the page is about', () => {
    const title = 'Nvidia at ten';
    expect(actorOf(['Adobe uses the agents of Nvidia for claims.'], { kind: 'news', title })).toBe('Adobe');
  });

  it.each([
    ['The company buys chips from Nvidia for its agents.', 'Adobe'],
    ['We sell agents to Nvidia and Klarna.', 'Adobe'],
    ['We sell agents to Adobe and Klarna.', ''],
    ['Larchbank sold its stake in Nvidia agents.', 'Larchbank'],
    ['The agents close nine in ten US tickets.', 'Adobe'],
  ])('who acts, not whom it is done with: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'Adobe closes nine in ten tickets' })).toBe(want);
  });

  it.each([
    ['Amazon-backed Brightlane said its agents close nine in ten tickets.', 'Brightlane'],
    ['Google-owned Vantrell launched agents that close nine in ten tickets.', 'Vantrell'],
    ["OpenAI's biggest backer, Microsoft, plans to let agents close nine in ten tickets.", 'Microsoft'],
    ['Slack owner Salesforce will let agents close nine in ten tickets.', 'Salesforce'],
    ["Slack's owner, Salesforce, plans to let agents close nine in ten tickets.", 'Salesforce'],
    ["Klarna's lender Brightlane cut the time to close tickets.", 'Brightlane'],
    ["Klarna's largest outside lender closes nine in ten tickets.", ''],
    ['Apple supplier Lumeric will let agents close nine in ten tickets.', 'Lumeric'],
    ["Kelmore's rival Vantrell launched agents that close nine in ten tickets.", ''],
    ['Former Google engineer Ada Quill raised $20 million for agents.', ''],
    ['The ex-OpenAI team behind Brightlane closes nine in ten tickets.', ''],
    ['Former Kelmore boss Ada Quill says agents close nine in ten tickets.', ''],
    ['Google bought rival Vantrell to close nine in ten tickets.', 'Google'],
    ["Amazon's customer service agents close nine in ten tickets.", 'Amazon'],
  ])('whose own claim it is, not by whom the claimant is known: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe(want);
  });

  it.each([
    ['Tesla owners will let agents close nine in ten tickets.', 'Tesla'],
    ['Slack-native agents close nine in ten tickets.', 'Slack'],
    ['Slack-powered agents close nine in ten tickets.', 'Slack'],
    ['Slack-based agents close nine in ten tickets.', 'Slack'],
  ])('the firm whose customers or things act: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe(want);
  });

  it.each([
    'Brindle, which was bought by Microsoft last year, says its agents close nine in ten tickets.',
    'Brindle, backed by OpenAI and Microsoft, says its agents close nine in ten tickets.',
    'Brindle, owned by Alphabet, says its agents close nine in ten tickets.',
    'Brindle, which counts Amazon among its investors, says its agents close nine in ten tickets.',
    'Brindle, a software division of Siemens, says its agents close nine in ten tickets.',
  ])('the firm of the title, not its owner or backer: %s', (text) => {
    expect(actorOf([text], { kind: 'news', title: 'Brindle says agents close nine in ten tickets' })).toBe('Brindle');
  });

  it.each([
    ['Unlike rivals such as Microsoft and Google, Salesforce says its agents close nine in ten tickets.', 'Salesforce'],
    ['Last month, after Microsoft cut 9,000 jobs, Salesforce said agents close nine in ten tickets.', 'Salesforce'],
    ['Nvidia shares rose 5% after OpenAI said its agents close nine in ten tickets.', 'OpenAI'],
    ['Nvidia shares rose 5% after it said its agents close nine in ten tickets.', 'Nvidia'],
    ['A year after Google laid off 12,000 people, Brindle says agents close nine in ten tickets.', ''],
    ['After Google laid off 12,000 people, it said agents close nine in ten tickets.', 'Google'],
    ['While Google says its agents close nine in ten tickets, the bank said bakers sleep.', 'Google'],
    ['Last May Brindle unveiled agents that close nine in ten tickets.', 'Brindle'],
    ['As part of Microsoft’s plan, agents close nine in ten tickets.', 'Microsoft'],
    ['After Microsoft cut 9,000 jobs, the company said agents close nine in ten tickets.', 'Microsoft'],
    ['As Amazon unveils agents, the retailer expects to close nine in ten tickets.', 'Amazon'],
    ['After Klarna unveiled agents, Dana Osei said they close nine in ten tickets.', 'Klarna'],
    ['Since Klarna unveiled its agents, Valcourt said it closes nine in ten tickets.', 'Klarna'],
    ['After Google cut its prices, Vantrell launched agents that close nine in ten tickets.', 'Vantrell'],
    ['While OpenAI waits, Vantrell Health announced an agent that closes nine in ten tickets.', 'Vantrell Health'],
    ['After Klarna unveiled agents, Huang said they close nine in ten tickets.', 'Klarna'],
    ['Klarna shares soared after Idris Valcourt said its agents close nine in ten tickets.', 'Klarna'],
    ['Klarna shares soared after Klarna said its agents close nine in ten tickets.', 'Klarna'],
    ['As Klarna cuts staff, a small start-up says its agents close nine in ten tickets.', ''],
  ])('who stands aside and who does not: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe(want);
  });

  it.each([
    'Grendel Research said agents close nine in ten tickets.',
    'Agents close nine in ten tickets, according to a survey by Grendel Research.',
    'A survey by Grendel found that agents close nine in ten tickets.',
    'Research firm Grendel said agents close nine in ten tickets.',
    'Gartner said agents close nine in ten tickets.',
    'Goldman Sachs estimates that agents close nine in ten tickets.',
    'Goldman Sachs economists said agents close nine in ten tickets.',
    'Gartner released a new report: agents close nine in ten tickets.',
    'A McKinsey survey found that agents close nine in ten tickets.',
    'McKinsey predicts that agents will close nine in ten tickets.',
  ])('nobody, where analysts or pollsters tell of others: %s', (text) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe('');
  });

  const JOBS = 'AI could replace 300 million jobs';
  it.each([
    `${JOBS}, Goldman Sachs said.`,
    `“${JOBS},” Goldman Sachs warned in a note on Tuesday.`,
    `Goldman Sachs, the investment bank, said ${JOBS}.`,
    `AI, Goldman Sachs said, could replace 300 million jobs.`,
    `According to Goldman Sachs, ${JOBS}.`,
    `Goldman Sachs says ${JOBS}`,
    `Goldman Sachs: ${JOBS}`,
    `${JOBS}: Goldman Sachs`,
    `Goldman Sachs said it expects AI to replace 300 million jobs.`,
    `In a note to clients, Morgan Stanley said humanoid robots could fill 63 million jobs in the US.`,
    `European banks could shed 200,000 jobs to AI by 2030, Morgan Stanley has said.`,
    `The market for humanoid robots will reach $5 trillion by 2050, Morgan Stanley said.`,
    `Global spending on AI data centers will reach $3 trillion by 2028, Morgan Stanley says.`,
    `Two-thirds of jobs in the US are exposed to AI, Deutsche Bank said.`,
    `Artificial intelligence may lift global GDP by 7%, Wells Fargo has said.`,
    `Most companies have yet to see a return on AI, Boston Consulting Group found.`,
    `McKinsey said AI agents could handle most customer service calls by 2030.`,
    `Accenture said AI will transform 40% of all working hours across industries.`,
    `Bank of America analysts wrote that AI spending would top $600 billion next year.`,
    `Economists at Goldman Sachs said agents close nine in ten tickets.`,
    `Agents close nine in ten tickets, analysts at Larch Partners said.`,
    `Brokerage Larch said ${JOBS}.`,
    `Larch Securities said ${JOBS}.`,
    `The World Economic Forum said AI will displace 92 million jobs by 2030.`,
    `The International Monetary Fund said AI will affect 40% of jobs.`,
  ])('nobody, where a bank, a consultancy or an agency only foresees what becomes of others: %s', (text) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe('');
  });

  it.each([
    ['Goldman Sachs said its AI could replace 300 million hours of work.', 'Goldman Sachs'],
    ['Goldman Sachs said it will replace 3,000 jobs with AI.', 'Goldman Sachs'],
    ['Goldman Sachs said AI could replace 300 million jobs and that it would cut 1,000 of its own.', 'Goldman Sachs'],
    ['AI could replace 3,000 jobs at the bank, Goldman Sachs said.', 'Goldman Sachs'],
    ['AI will replace 3,000 of its jobs, Goldman Sachs said.', 'Goldman Sachs'],
    ['Our agents could replace 300 million jobs, Goldman Sachs said.', 'Goldman Sachs'],
    ['Goldman Sachs said an AI assistant is open to 46,000 employees worldwide.', 'Goldman Sachs'],
    ['Goldman Sachs said agents close nine in ten tickets.', 'Goldman Sachs'],
    ['JPMorgan Chase said AI will save $2 billion a year.', 'JPMorgan Chase'],
    ['AI could save $2 billion a year, JPMorgan Chase said.', 'JPMorgan Chase'],
    ['JPMorgan Chase expects AI to cut operations headcount by 10%.', 'JPMorgan Chase'],
    ['AI will take over the work of 4,000 people, Morgan Stanley said.', 'Morgan Stanley'],
    ['AI agents will answer customer calls from May, Morgan Stanley said.', 'Morgan Stanley'],
    ['Deutsche Bank said AI will review a third of all calls by traders.', 'Deutsche Bank'],
    ['Accenture said demand for AI lifted bookings to $18 billion.', 'Accenture'],
    ['McKinsey says AI agents now do 30% of the work of a junior consultant.', 'McKinsey'],
    ['Larch Bank said its AI could replace 300 million jobs.', 'Larch Bank'],
    [`${JOBS}, OpenAI said.`, 'OpenAI'],
    ['Goldman Sachs said Klarna could replace 700 agents with AI.', 'Klarna'],
  ])('whoever tells of what is its own, or sells the AI: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe(want);
  });

  it.each([
    ['Agents close nine in ten tickets.', ''],
    ['AI could replace a quarter of all jobs in Europe, the bank said.', ''],
    ['The bank said its agents close nine in ten tickets.', 'Goldman Sachs'],
  ])('nor on the page about what it foresees, unless it tells of its own: %s', (text, want) => {
    const page = ['Goldman Sachs, Goldman said.', 'At Goldman Sachs they count.', 'Goldman Sachs is a bank.', text];
    expect(actorOf(page, { kind: 'news', title: `Goldman Sachs says ${JOBS}` }, 3)).toBe(want);
  });

  it('nor where the title names it for another reason', () => {
    expect(actorOf([`${JOBS}.`], { kind: 'news', title: 'Goldman Sachs at a crossroads' })).toBe('');
  });

  it.each([
    ['Gartner predicts that agents will close nine in ten tickets.', ''],
    [`${JOBS}, Goldman Sachs said.`, ''],
    ['Gartner predicts that the company will close nine in ten tickets.', 'Klarna'],
    ['Agents close nine in ten tickets.', 'Klarna'],
  ])('nor the title’s firm, unless they tell of it: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'Klarna trusts agents' })).toBe(want);
  });

  it('nobody, where the title’s firm only observes', () => {
    const more = { kind: 'news', title: 'Grendel Research says agents close tickets' } as const;
    expect(actorOf(['Agents close nine in ten tickets.'], more)).toBe('');
  });

  it.each([
    ['Grendel Research said Kelmore’s agents close nine in ten tickets.', 'Kelmore'],
    ['Grendel Research said its agents close nine in ten tickets.', 'Grendel Research'],
    ['A survey by Larch AI of its own customers found that agents close nine in ten tickets.', 'Larch'],
    ['A survey commissioned by Larch found that agents close nine in ten tickets.', 'Larch'],
    ['AI research firm Larch said its agents close nine in ten tickets.', 'Larch'],
    ['Microsoft Research said its agents close nine in ten tickets.', 'Microsoft'],
    ['Nous Research said agents close nine in ten tickets.', 'Nous Research'],
    ['Facebook AI Research unveiled agents that close nine in ten tickets.', 'Facebook AI Research'],
    ['Grendel Research said on Tuesday its agents close nine in ten tickets.', 'Grendel Research'],
    ['Gartner launched agents that close nine in ten tickets.', 'Gartner'],
    ['Gemini Deep Research closes nine in ten tickets.', 'Google'],
    ['Goldman Sachs said its agents close nine in ten tickets.', 'Goldman Sachs'],
    ['Goldman Sachs estimates that its agents close nine in ten tickets.', 'Goldman Sachs'],
    ['Goldman Sachs analysts use agents that close nine in ten tickets.', 'Goldman Sachs'],
    ['Microsoft’s survey found that agents close nine in ten tickets.', 'Microsoft'],
  ])('the firm whose own things are told of: %s', (text, want) => {
    expect(actorOf([text], { kind: 'news', title: 'A report' })).toBe(want);
  });

  it('nobody, where the title’s firm only tells who another is', () => {
    const title = 'Klarna closes nine in ten tickets';
    expect(actorOf(["Klarna's lender closes nine in ten tickets."], { kind: 'news', title })).toBe('');
  });

  it('whom a product helps is not its maker', () => {
    const { actor, actorText } = claimOf(
      ['Anthropic likes ovens.', 'Claude helps us close nine in ten tickets.'],
      {
        kind: 'company',
        host: 'anthropic.com',
      },
      1,
    ).slots;
    expect([actor, actorText]).toEqual(['Anthropic', '']);
  });
});
