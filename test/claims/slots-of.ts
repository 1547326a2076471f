import { assemble } from '@/lib/claims/assemble';
import { pageContextOf } from '@/lib/claims/context';
import type { Judgement } from '@/lib/claims/judge';
import { phrasesIn } from '@/lib/claims/keys';
import { KIND_SPECS } from '@/lib/claims/kinds';
import { fold } from '@/lib/english/fold';
import type { Claim, Kind, PageText, Slots } from '@/lib/model';
import { pageFixture } from '../page-fixture';

/** A sentence of a page judged to be a sure mark of one kind. */
export function judgedAs(page: PageText, kind: Kind, at = 0): Judgement {
  const [found] = page.passages
    .flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })))
    .slice(at);
  return {
    ...found!,
    fair: 0.9,
    prime: 0.8,
    claim: 0.9,
    announcement: 0.1,
    kinds: new Map([[kind, 1]]),
  };
}

/** The first kind whose turn of phrase a sentence has. */
function kindByPhrase(text: string): Kind {
  return KIND_SPECS.find((spec) => phrasesIn(spec, fold(text)).length > 0)?.id ?? 'capability-superlative';
}

/** The claim that a paragraph of a page makes when it is marked, of the kind given or else that of its turn of phrase. */
export function claimOf(paragraphs: string[], more: Partial<PageText> = {}, at = 0, kind?: Kind): Claim {
  const page = pageFixture(paragraphs, more);
  const mark = judgedAs(page, kind ?? kindByPhrase(paragraphs[at] ?? ''), at);
  const context = pageContextOf(page);
  return assemble(context, context.spots.find(({ sentence }) => sentence === mark.sentence)!, mark);
}

/** The slots of a sentence that stands alone. */
export const slotsOf = (text: string, kind?: Kind, more: Partial<PageText> = {}): Slots =>
  claimOf([text], more, 0, kind).slots;

export const actorOf = (paragraphs: string[], more: Partial<PageText>, at = 0): string =>
  claimOf(paragraphs, more, at).slots.actor;
