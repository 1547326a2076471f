import { keyPart, t } from '@/lib/locale';
import type { PageReason } from '@/lib/messages';

/** Why a page shows no notes, where its state alone does not say it, in a plain sentence. */
export function reasonSentence(reason: PageReason): string {
  return t(`reason_${keyPart(reason)}`);
}
