/** Forty invented claims, chosen to strain a card: one word and a hundred, long names, lists, other scripts, emoji. */
import type { StatusClaim } from '@/lib/messages';
import type { Claim, Kind, Level, PartName, Receipt, Slots } from '@/lib/model';

export interface Told {
  kind: Kind;
  quote: string;
  parts?: Partial<Record<PartName, string>>;
  note?: string;
  working?: string;
  question?: string;
  receipt?: [line: string, caveat: string, publisher: string, date: string];
  host?: string;
  caption?: string;
  /** Words of the sentence before and after the quote. */
  around?: [string, string];
}

const LONG_NAME = 'Vantrell International Holdings (Deutschland) Beteiligungsgesellschaft mbH & Co. KGaA';
const RECEIPT: Told['receipt'] = [
  'An invented firm announced the same in 2024 and advertised for 300 agents the year after.',
  'The company says that the two are not connected.',
  'The Example Gazette',
  '2025-05',
];

export const GALLERY: readonly Told[] = [
  {
    kind: 'labour-equivalence',
    quote: 'Kelmore’s AI assistant does the work of 700 full-time agents.',
    parts: { actor: 'Kelmore', technology: 'AI assistant', quantity: '700', workers: 'full-time agents' },
    note: '— Can I talk to a person?\n— You are talking to the equivalent of 700.\n— Can I talk to one?\n— No.',
    question: 'How were the 700 counted, and who answers when the assistant cannot?',
    receipt: RECEIPT,
  },
  {
    kind: 'capability-superlative',
    quote: 'A first.',
    note: 'For whom, it does not say.',
    question: 'The first of what?',
  },
  {
    kind: 'productivity-gain',
    quote: 'Engineers at Lumeric are now up to 40% faster',
    parts: { workers: 'Engineers', actor: 'Lumeric', hedge: 'up to', quantity: '40%' },
    note: 'Zero is up to 40%.',
    question: 'Faster at what, measured by whom?',
    around: ['', ', the company said.'],
  },
  {
    kind: 'workforce-reduction',
    quote: 'Duvessa will reduce its support organisation by 1,200 roles as AI takes on more of the work',
    parts: { actor: 'Duvessa', quantity: '1,200', workers: 'roles' },
    note: '1,200 people have left, and Duvessa would like the software to take the credit.',
    question: 'Which of the 1,200 jobs does the software now do?',
    receipt: RECEIPT,
  },
  {
    kind: 'business-impact',
    quote: 'The assistant will drive $10 million in profit improvement this year, and replaces the work of 700 agents',
    parts: { technology: 'The assistant', quantity: '$10 million', deadline: 'this year', workers: '700 agents' },
    note: 'That is $14,286 an agent. The agents had assumed they were worth more.',
    working: '$10 million ÷ 700 = $14,286',
    question: 'Does the sum include what the assistant costs?',
  },
  {
    kind: 'sweeping-transformation',
    quote: 'AI is transforming every aspect of how people live, work, learn, play, shop, bank, travel and grow',
    parts: { technology: 'AI' },
    note: 'Sleep is being looked into.',
    question: 'Name one aspect, and what it was before.',
  },
  {
    kind: 'agentic-autonomy',
    quote: 'Orbis agents complete the entire claims process end to end without any human intervention',
    parts: {
      actor: 'Orbis',
      technology: 'agents',
      task: 'the entire claims process',
      comparison: 'without any human intervention',
    },
    note: 'The human who intervenes is called Doreen, and she is on page forty.',
    question: 'How often does a person step in?',
    receipt: RECEIPT,
  },
  {
    kind: 'augmentation-reassurance',
    quote: '“This is not about replacing people. It is about giving every colleague superpowers.”',
    note: 'The superpower is invisibility, and it starts on Friday.',
    question: 'How many colleagues will there be in two years?',
  },
  {
    kind: 'benchmark-performance',
    quote: 'Halcyon 3 scores 91.4% on a graduate-level reasoning test, well ahead of Halcyon 2',
    parts: { technology: 'Halcyon 3', quantity: '91.4%', comparison: 'Halcyon 2' },
    note: 'The earlier model, reached for comment, got it wrong.',
    question: 'Were the test questions in the training data?',
  },
  {
    kind: 'human-parity',
    quote: 'Its engine now outperforms experienced radiologists',
    parts: { technology: 'engine', comparison: 'experienced radiologists' },
    question: 'On which images, and who picked them?',
  },
  {
    kind: 'accuracy-reliability',
    quote: 'The system is 94% accurate',
    parts: { technology: 'The system', quantity: '94%' },
    note: '94% accurate. 100% sure.',
    question: 'What happens to the other six in a hundred?',
  },
  {
    kind: 'pricing-access',
    quote: 'We believe that everyone deserves intelligence, starting at $200 a month',
    parts: { actor: 'We', quantity: '$200 a month' },
    note: 'Everyone has been notified of the price.',
    question: 'What does the free tier do?',
  },
  {
    kind: 'adoption-scale',
    quote: 'More than 3 million developers have already embraced Atlas',
    parts: { hedge: 'More than', quantity: '3 million', workers: 'developers', technology: 'Atlas' },
    note: 'Embraced, here, means that it was switched on in an update.',
    question: 'How many of them used it last week?',
  },
  {
    kind: 'societal-benefit',
    quote: 'will help to solve humanity’s greatest challenges',
    note: 'Printers are excluded.',
    question: 'Which challenge, by when?',
    around: ['The new model, its makers wrote, ', ', and it will be out in spring.'],
  },
  {
    kind: 'ai-washed-product',
    quote: 'The AI-powered toothbrush learns how you brush',
    parts: { technology: 'AI-powered toothbrush' },
    note: 'A firmware update is required before use. It is a toothbrush.',
    question: 'What does it do that the last one did not?',
  },
  {
    kind: 'privacy-assurance',
    quote: 'Your data stays yours. We may use it to improve our services',
    parts: { actor: 'We' },
    note: 'Yours to keep; ours to read.',
    question: 'Is it used for training, yes or no?',
  },
  {
    kind: 'human-oversight',
    quote: 'a human is always in the loop',
    parts: { workers: 'a human' },
    note: 'The loop has 4,000 decisions an hour and a pen on a chain.',
    question: 'How long does the human have for each?',
    around: ['It stressed that ', '.'],
  },
  {
    kind: 'safety-responsibility',
    quote: 'Safety is at the heart of everything we do',
    note: 'The heart has been moved to another team.',
    question: 'What was not released because of it?',
  },
  {
    kind: 'funding-partnership',
    quote: 'Sorrel Labs raised $2.3 billion at a $41 billion valuation, led by Halden Bank',
    parts: { actor: 'Sorrel Labs', quantity: '$2.3 billion' },
    note: 'Revenue will be announced separately, by somebody else.',
    question: 'How much of it is credit for the lead investor’s own machines?',
  },
  {
    kind: 'future-promise',
    quote: 'By 2027 most of our code will be written by AI',
    parts: { deadline: 'By 2027', quantity: 'most', actor: 'our' },
    note: 'Most of the comments will be written by lawyers.',
    question: 'How much of it is today?',
  },
  {
    kind: 'strategy-reversal',
    quote: 'Kelmore is hiring people again, so that customers “always have the choice to speak to a human”',
    parts: { actor: 'Kelmore', workers: 'people' },
    note: 'The choice had been in for repair.',
    question: 'How many left, and how many are asked back?',
    receipt: RECEIPT,
  },
  {
    kind: 'workforce-reduction',
    quote: `${LONG_NAME} will part with 3% of its colleagues`,
    parts: { actor: LONG_NAME, quantity: '3%', workers: 'colleagues' },
    note: `The name of ${LONG_NAME} remains fully staffed.`,
    question: 'Which 3%?',
    host: 'newsroom.corporate-communications.vantrell-international-holdings.example.co.uk',
  },
  {
    kind: 'agentic-autonomy',
    quote:
      'Kelmore Pay said on Tuesday that its autonomous agents, which were introduced last spring in eleven markets and have since been trained on several years of anonymised conversations, now take disputes about card payments, refunds, chargebacks and subscriptions from the first message all the way to the final payment without any human intervention, in thirty-one languages, at any hour of the day, at a small fraction of the previous cost and with customer satisfaction on a par with that of its most experienced advisers',
    parts: {
      actor: 'Kelmore Pay',
      technology: 'autonomous agents',
      task: 'disputes about card payments',
      comparison: 'on a par with that of its most experienced advisers',
    },
    note: 'There is a verb in there. It has asked not to be named.',
    question: 'What share of all disputes goes all the way, and how many of those are opened again within a month?',
    receipt: RECEIPT,
  },
  {
    kind: 'capability-superlative',
    quote: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft launches first AI',
    note: 'The AI has been asked to say the name. It is thinking.',
    question: 'The first of which kind?',
  },
  {
    kind: 'adoption-scale',
    quote: 'חברת קלמור אומרת שהעוזר שלה עושה את העבודה של שבע מאות נציגים',
    parts: { actor: 'קלמור', workers: 'שבע מאות נציגים' },
    note: 'Same claim, other direction.',
    question: 'How were they counted?',
  },
  {
    kind: 'labour-equivalence',
    quote: 'تقول كيلمور إن مساعدها يقوم بعمل 700 موظف',
    parts: { quantity: '700', actor: 'كيلمور' },
    note: 'Seven hundred, whichever side one starts from.',
    question: 'How were they counted?',
  },
  {
    kind: 'capability-superlative',
    quote: '🚀 The world’s most powerful model is here 🎉👩🏽‍💻 and it’s 10x better 🔥🔥🔥',
    parts: { quantity: '10x' },
    note: 'The rocket is included in the price.',
    question: 'Ten times what?',
    caption: 'Seen on a Tuesday 👀',
  },
  {
    kind: 'productivity-gain',
    quote:
      '凯尔莫尔表示，其人工智能助手可完成七百名客服人员的工作，并将平均处理时间从十一分钟缩短到两分钟以内，覆盖三十五种语言。',
    note: 'Two minutes, of which one is the greeting.',
    question: 'Which cases does it not take?',
  },
  {
    kind: 'business-impact',
    quote: 'saves $1,234,567,890.12 annually',
    parts: { quantity: '$1,234,567,890.12' },
    note: 'The twelve cents were harder.',
    question: 'Compared with which year?',
    around: ['Atlas ', ''],
  },
  {
    kind: 'future-promise',
    quote: 'General intelligence is two years away',
    parts: { deadline: 'two years' },
    note: 'It has been two years away for some time, and is understood to like it there.',
    question: 'What would show that it had not arrived?',
    receipt: RECEIPT,
    caption: 'For the file. The file is getting thick, and a second caption line is needed to say by how much exactly.',
  },
  {
    kind: 'human-parity',
    quote: 'reasons like a PhD-level expert in every field',
    note: 'That is: at length, and with funding until March.',
    question: 'Examined by whom?',
    around: ['Sorrel 5 ', '.'],
  },
  {
    kind: 'productivity-gain',
    quote: 'Staff save three hours a week, they told a survey that Lumeric paid for',
    parts: { workers: 'Staff', quantity: 'three hours', actor: 'Lumeric' },
    note: 'One of the three was spent on the survey.',
    question: 'Did anybody hold a watch?',
  },
  {
    kind: 'ai-washed-product',
    quote: 'Intelligent socks',
    note: '1. Left.\n2. Right.\n3. A subscription.',
    question: 'What do they know?',
  },
  {
    kind: 'labour-equivalence',
    quote: 'AI now writes 45% of its code',
    parts: { technology: 'AI', quantity: '45%' },
    note: 'AGENDA\n1. Apologies for absence.\n2. The 45%.\n3. Who reviews the 45%.\n4. Whether he can have a second chair.\n5. Any other business, generated.',
    question: 'Is that lines, changes or merged work?',
  },
  {
    kind: 'pricing-access',
    quote: 'free for all students',
    note: 'Until the exam.',
    question: 'And after the trial?',
    around: ['The tutor is ', ' for a year.'],
  },
  {
    kind: 'sweeping-transformation',
    quote: 'We are an AI-first company from the switchboard to the boardroom',
    parts: { actor: 'We' },
    note: 'Nobody answers at either end.',
    question: 'What comes second?',
  },
  {
    kind: 'safety-responsibility',
    quote: 'an independent board will review every release before it reaches the public, with the power to delay it',
    note: 'So far it has used the power to approve.',
    question: 'Who appoints the board, and has it ever said no?',
    around: ['Orbis said ', '.'],
  },
  {
    kind: 'human-oversight',
    quote: 'every answer is checked by qualified nurses',
    parts: { workers: 'qualified nurses' },
    question: 'How many nurses, and how many answers a shift?',
  },
  {
    kind: 'funding-partnership',
    quote:
      'a landmark strategic partnership to co-create value at https://partners.kelmore.example/ecosystem/landmark-strategic-partnership-2026?ref=release',
    note: 'The value will be co-created by whoever is newest.',
    question: 'Who pays whom?',
  },
  {
    kind: 'privacy-assurance',
    quote: 'never sold to third parties',
    note: 'Second parties, it should be said, are a large and welcoming group; they meet on Thursdays, bring their own spreadsheets, and have lately had to move into the bigger hall because so many of them were once third parties.',
    working: '1 + 1 = 2',
    question: 'Given away? Lent? Handed over in a merger?',
    receipt: RECEIPT,
    around: ['Your conversations are ', '.'],
  },
];

const NO_SLOTS: Slots = {
  actor: '',
  actorText: '',
  speaker: '',
  speakerRole: '',
  technology: '',
  technologyNoun: '',
  product: '',
  predicate: '',
  quantities: [],
  workers: '',
  worker: '',
  comparison: '',
  rival: '',
  task: '',
  beneficiary: '',
  deadline: '',
  period: '',
  hedge: '',
  benchmark: '',
  thing: '',
  partner: '',
  place: '',
  plan: '',
  source: '',
  oldBusiness: '',
  euphemism: '',
  quote: '',
  buzzwords: [],
  gone: false,
};

function receiptOf([line, caveat, publisher, date]: NonNullable<Told['receipt']>): Receipt {
  return { id: 'r', line, caveat, publisher, title: 'T', url: 'https://gazette.example/r', date };
}

/** An invented claim as the page's status carries it. */
export function statusClaim(told: Told, index: number, level: Level = 'roast'): StatusClaim {
  const { kind, quote, parts = {}, note, working = '', question = '', receipt, around = ['', ''] } = told;
  const at = around[0].length;
  const spans: Claim['parts'] = {};
  for (const [name, words] of Object.entries(parts) as [PartName, string][]) {
    const start = quote.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in “${quote}”`);
    spans[name] = { start: at + start, end: at + start + words.length };
  }
  const score = (index * 37) % 101;
  const band = (['plain', 'warm', 'frothy', 'heady', 'stratospheric'] as const)[Math.min(4, Math.floor(score / 20))];
  return {
    index,
    painted: true,
    claim: {
      id: `c${index}`,
      kind,
      second: null,
      passage: index,
      sentence: { start: 0, end: at + quote.length + around[1].length },
      span: { start: at, end: at + quote.length },
      quote,
      voice: 'first-party',
      modality: kind === 'future-promise' ? 'future' : 'asserted',
      numberSource: parts.quantity ? 'self' : 'none',
      evidence: 'none',
      polarity: 'promoting',
      slots: {
        ...NO_SLOTS,
        actor: parts.actor ?? '',
        hedge: parts.hedge ?? '',
        comparison: parts.comparison ?? '',
        deadline: parts.deadline ?? '',
        quantities: parts.quantity
          ? [
              {
                text: parts.quantity,
                value: null,
                type: 'count',
                unit: '',
                hedge: parts.hedge ?? '',
                span: { start: 0, end: 0 },
              },
            ]
          : [],
      },
      parts: spans,
      hype: { score, band: band ?? 'plain', cues: [] },
      confidence: 0.9,
      reasons: [],
    },
    straight: { question, receipt: receipt ? receiptOf(receipt) : null, jokes: true, why: '' },
    note: note
      ? {
          claim: index,
          level,
          mechanism: 'm',
          shape: 'statement',
          frame: `f${index}`,
          line: `l${index}`,
          text: note,
          working,
          why: [],
        }
      : null,
  };
}
