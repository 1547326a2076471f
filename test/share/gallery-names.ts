/** What several claims of the gallery have in common. */
import type { Told } from './status-claim';

export const LONG_NAME = 'Vantrell International Holdings (Deutschland) Beteiligungsgesellschaft mbH & Co. KGaA';
export const RECEIPT: NonNullable<Told['receipt']> = [
  'An invented firm announced the same in 2024 and advertised for 300 agents the year after.',
  'The company says that the two are not connected.',
  'The Example Gazette',
  '2025-05',
];
