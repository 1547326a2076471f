/** What each kind of mark is, in one plain line. Apart from the names (words.ts), which more screens need. */
import { keyPart, t } from '../locale';
import type { Kind } from '../model';

/** What a kind of mark is, in one plain line. */
export const kindDefinition = (kind: Kind): string => t(`definition_${keyPart(kind)}`);
