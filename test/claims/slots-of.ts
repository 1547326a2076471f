import { assemble } from '@/lib/claims/assemble';
import { readPage } from '@/lib/claims/context';
import { judgePage } from '@/lib/claims/judge';
import type { Claim, Kind, PageText, Slots } from '@/lib/model';
import { pageOf } from './pages';

/** The claim that a paragraph of a page would make, whether or not it would be called one. */
export function claimOf(paragraphs: string[], more: Partial<PageText> = {}, at = 0, kind?: Kind): Claim {
  const context = readPage(pageOf(paragraphs, more));
  const { spot, verdict } = judgePage(context)[at]!;
  return assemble(context, spot, kind ? { ...verdict, kind } : verdict);
}

/** The slots of a sentence that stands alone. */
export const slotsOf = (text: string, kind?: Kind, more: Partial<PageText> = {}): Slots =>
  claimOf([text], more, 0, kind).slots;

export const actorOf = (paragraphs: string[], more: Partial<PageText>, at = 0): string =>
  claimOf(paragraphs, more, at).slots.actor;
