import { t, tCount } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import { counted, stateSentence } from '@/lib/settings/words';
import { reasonSentence } from './page-reason';

/** How many claims there are and how many of them show where they have it from; empty where there are none. */
function claimWords(count: number, supported: number): string {
  if (count === 0) return '';
  if (count === 1) return t(supported ? 'verdict_one_supported' : 'verdict_one_unsupported');
  const claims = counted(count, 'claim');
  return supported === 0 ? t('verdict_none_supported', { claims }) : tCount('verdict_supported', supported, { claims });
}

/** What was read, where nothing was found in it. */
function nothingWords(paragraphs: number): string {
  return paragraphs === 0 ? stateSentence('no-claims') : tCount('verdict_nothing', paragraphs);
}

/** The popup's one-line verdict on a page: "9 claims, 2 show their source; 6 announcements." */
export function verdictOf(status: PageStatus): string {
  const { claims: marks, supported, state, reason } = status;
  if (state === 'no-claims') return reason ? reasonSentence(reason) : nothingWords(status.paragraphs);
  if (state !== 'annotated') return reason ? reasonSentence(reason) : stateSentence(state);
  const count = marks.filter(({ claim }) => claim.family === 'claim').length;
  const others = marks.length - count;
  const claims = claimWords(count, supported);
  const announcements = others > 0 ? counted(others, 'announcement') : '';
  if (claims && announcements) return t('verdict_both', { claims, announcements });
  const found = claims || announcements;
  return found ? t('verdict_single', { found }) : nothingWords(status.paragraphs);
}
