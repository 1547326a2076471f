import { keyPart, t } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import type { ShareNotice } from '@/lib/share/job';
import { verdictOf } from '../verdict';

/** What kept a picture of a page with this status from being what was asked for, in a plain sentence. */
export function noticeSentence(notice: ShareNotice, status: PageStatus): string {
  return notice === 'nothing-marked' ? verdictOf(status) : t(`notice_${keyPart(notice)}`);
}
