import type { PageStatus } from '@/lib/messages';
import { counted, STATE_WORDS } from '@/lib/settings/words';

/** How many claims there are and how many of them show where they have it from; empty where there are none. */
function claimWords(claims: number, supported: number): string {
  if (claims === 0) return '';
  const count = counted(claims, 'claim');
  if (claims === 1) return `${count}, and it shows ${supported ? 'its' : 'no'} source`;
  const shown = supported === 0 ? 'none shows its' : supported === 1 ? '1 shows its' : `${supported} show their`;
  return `${count}, ${shown} source`;
}

/** What was read, where nothing was found in it. */
function nothingWords(paragraphs: number): string {
  if (paragraphs === 0) return STATE_WORDS['no-claims'];
  const read = paragraphs === 1 ? 'Read 1 paragraph; it makes no' : `Read ${paragraphs} paragraphs; none makes a`;
  return `${read} claim or announcement about AI.`;
}

/** The popup's one-line verdict on a page: "9 claims, 2 show their source; 6 announcements." */
export function verdictOf(status: PageStatus): string {
  const { claims: marks, supported, state, reason } = status;
  if (state === 'no-claims') return reason || nothingWords(status.paragraphs);
  if (state !== 'annotated') return reason || STATE_WORDS[state];
  const claims = marks.filter(({ claim }) => claim.family === 'claim').length;
  const others = marks.length - claims;
  const parts = [claimWords(claims, supported), others > 0 ? counted(others, 'announcement') : ''].filter(Boolean);
  return parts.length > 0 ? `${parts.join('; ')}.` : nothingWords(status.paragraphs);
}
