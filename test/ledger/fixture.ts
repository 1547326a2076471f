/** A page with a ledger's worth of marks, as the page's own status tells it. */
import type { PageStatus, StatusClaim } from '@/lib/messages';
import { statusClaim, type Told } from '../share/status-claim';
import { statusFixture } from '../status-fixture';

export const TOLD: Told[] = [
  {
    kind: 'labour-equivalence',
    quote: 'The assistant does the work of 700 agents',
    around: ['On Monday it was said that ', ', Kelmore said.'],
    note: 'Seven hundred agents could not be reached, “having been told”.',
    working: '$10 million ÷ 700 = $14,286',
    question: 'By whose count?',
    receipt: ['Kelmore hired people again.', 'It says this was planned.', 'The Gazette', '2025-05'],
  },
  { kind: 'launch', quote: 'Kelmore launched Halcyon 3', question: 'What does it do?', around: ['', ' today.'] },
  {
    kind: 'human-parity',
    quote: 'It matches café owners at coffee',
    question: 'Which ones?',
    note: 'It does not drink.',
  },
  { kind: 'money-in', quote: 'Kelmore raised $10 million', question: 'From whom?', note: 'Ten. Million.' },
];

export const marks = (told: readonly Told[] = TOLD): StatusClaim[] => told.map((one, index) => statusClaim(one, index));

export const statusOf = (over: Partial<PageStatus> = {}): PageStatus =>
  statusFixture({ title: 'Kelmore says so', paragraphs: 12, claims: marks(), ...over });
