import type { PageStatus } from '@/lib/messages';
import { STATE_WORDS } from '@/lib/settings/words';

/** The popup's one-line verdict on a page: "11 claims. 2 show how the figure was obtained." */
export function verdictOf(status: PageStatus): string {
  const { claims, supported, state, reason } = status;
  if (state !== 'annotated') return reason || STATE_WORDS[state];
  const count = claims.length === 1 ? '1 claim.' : `${claims.length} claims.`;
  if (claims.length === 1) {
    return `${count} ${supported ? 'It shows' : 'It does not show'} how anyone would know.`;
  }
  const shown = supported === 0 ? 'None shows' : supported === 1 ? '1 shows' : `${supported} show`;
  return `${count} ${shown} how anyone would know.`;
}
