import { keyPart, t } from '@/lib/locale';
import type { ShareJob } from '@/lib/share/job';
import { verdictOf } from '../verdict';

/** What kept a picture from being what was asked for, in a plain sentence; empty where nothing did. */
export function noticeSentence({ notice, status }: Pick<ShareJob, 'notice' | 'status'>): string {
  if (!notice) return '';
  return notice === 'nothing-marked' ? verdictOf(status) : t(`notice_${keyPart(notice)}`);
}
