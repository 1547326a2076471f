/** Why a sentence was marked: what the reader of pages was sure of, in the words of the card. */
import { t } from '@/lib/locale';
import type { Claim } from '@/lib/model';
import { kindDefinition } from '@/lib/settings/definitions';
import { gradeWords, markName, sureWords } from '@/lib/settings/words';

export interface Marked {
  /** The kind, or the wider group where the kind is in doubt. */
  name: string;
  definition: string;
  sure: string;
  grade: string;
}

export function markedOf(claim: Pick<Claim, 'kind' | 'kindSure' | 'group' | 'confidence' | 'grade'>): Marked {
  return {
    name: markName(claim),
    definition: claim.kindSure ? kindDefinition(claim.kind) : t('card_in_doubt'),
    sure: sureWords(claim.confidence),
    grade: gradeWords(claim.grade),
  };
}
