/** What a claim or an announcement is made of, in the words of the card. */
import type { Claim, Hype, NumberSource, PartName } from '@/lib/model';

/** What a card and a note call a mark. */
export { markName } from '@/lib/settings/words';

/** One line of the anatomy. `part` ties it to the colour of those words in the sentence. */
export interface Row {
  part: PartName | null;
  label: string;
  text: string;
  /** False where the claim leaves it out and a careful reader would ask. */
  said: boolean;
}

const SOURCE_WORDS: Record<NumberSource, string> = {
  none: 'not said',
  self: 'its own count',
  commissioned: 'a study it paid for',
  customer: 'its customer',
  partner: 'its partner',
  'perception-survey': 'a survey of impressions',
  independent: 'someone independent',
};

const joined = (...texts: string[]) => [...new Set(texts.map((text) => text.trim()).filter(Boolean))].join(', ');

function whoSaid({ slots }: Claim): string {
  const name = slots.actorText || slots.actor;
  return slots.actor && name.toLowerCase() !== slots.actor.toLowerCase() ? `${name} (${slots.actor})` : name;
}

function numbers({ slots }: Claim): string {
  return joined(
    ...slots.quantities.map(({ text, unit, type }) =>
      unit && type === 'count' && !text.toLowerCase().includes(unit.toLowerCase()) ? `${text} ${unit}` : text,
    ),
  );
}

/**
 * The sentence taken apart: who, what, number, compared with, hedge, source of the number, deadline. What is neither there
 * nor missed gives no row: nobody misses a comparison in the price of a firm that was bought.
 */
export function anatomyOf(claim: Claim): Row[] {
  const { slots, numberSource, modality, family, kind } = claim;
  const proves = family === 'claim' || kind === 'figure';
  const number = numbers(claim);
  const rows: Row[] = [];
  const add = (part: PartName | null, label: string, text: string, missing = '') => {
    if (text || missing) rows.push({ part, label, text: text || missing, said: text !== '' });
  };
  // Where a number is somebody's, somebody is said: the page names who counted, if not here.
  add('actor', 'Who', whoSaid(claim), number && numberSource !== 'none' ? '' : 'not said');
  add('speaker', 'Says', joined(slots.speaker, slots.speakerRole));
  add('technology', 'What', slots.technology || slots.product || slots.technologyNoun);
  // The verb's object, or its purpose: never a deed in itself.
  add('task', /^to\s/i.test(slots.task) ? 'In order' : 'On what', slots.task);
  add('workers', 'Whose work', slots.workers);
  add('beneficiary', 'For whom', slots.beneficiary);
  add('quantity', 'Number', number);
  add('comparison', 'Compared with', joined(slots.comparison, slots.rival), number && proves ? 'not said' : '');
  add('hedge', 'Hedge', joined(slots.hedge, ...slots.quantities.map(({ hedge }) => hedge)));
  if (number) {
    const known = numberSource !== 'none';
    add(null, 'Number from', known ? SOURCE_WORDS[numberSource] : '', proves ? SOURCE_WORDS.none : '');
  }
  add('deadline', 'By when', slots.deadline, modality === 'future' ? 'not said' : '');
  return rows;
}

/** The cues as counted and what they come to, so that a reader can check the sum. `cut` if an end of the scale cut it. */
export function sumOf({ cues, score }: Hype): { points: string; label: string; text: string }[] {
  const sign = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);
  const lines = cues.map(({ points, label, text }) => ({ points: sign(points), label, text }));
  const sum = cues.reduce((total, { points }) => total + points, 0);
  if (sum !== score) lines.push({ points: sign(score - sum), label: 'kept between 0 and 100', text: '' });
  return lines;
}
