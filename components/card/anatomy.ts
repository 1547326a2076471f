/** What a claim or an announcement is made of, in the words of the card. */
import { keyPart, t } from '@/lib/locale';
import type { Claim, HypeCue, NumberSource, PartName } from '@/lib/model';

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

/** Whose number it is. */
const sourceName = (source: NumberSource): string =>
  source === 'none' ? t('part_not_said') : t(`source_${keyPart(source)}`);

/** One after the other, each once, however it is written. */
const joined = (...texts: string[]) =>
  [
    ...new Map(texts.filter((text) => text.trim()).map((text) => [text.trim().toLowerCase(), text.trim()])).values(),
  ].join(', ');

function whoSaid({ slots }: Claim): string {
  const name = slots.actorText || slots.actor;
  return slots.actor && name.toLowerCase() !== slots.actor.toLowerCase() ? `${name} (${slots.actor})` : name;
}

function numbers({ slots }: Claim): string {
  return joined(
    ...slots.quantities.map(({ text, unit, type }) =>
      unit && (type === 'count' || type === 'duration') && !text.toLowerCase().includes(unit.toLowerCase())
        ? `${text} ${unit}`
        : text,
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
  add('actor', t('part_who'), whoSaid(claim), number && numberSource !== 'none' ? '' : t('part_not_said'));
  add('speaker', t('part_says'), joined(slots.speaker, slots.speakerRole));
  add('technology', t('part_what'), slots.technology || slots.product || slots.technologyNoun);
  // The verb's object, or its purpose: never a deed in itself.
  add('task', t(/^to\s/i.test(slots.task) ? 'part_in_order' : 'part_on_what'), slots.task);
  add('workers', t('part_whose_work'), slots.workers);
  add('beneficiary', t('part_for_whom'), slots.beneficiary);
  add('quantity', t('part_number'), number);
  add(
    'comparison',
    t('part_compared'),
    joined(slots.comparison, slots.rival),
    number && proves ? t('part_not_said') : '',
  );
  add('hedge', t('part_hedge'), joined(slots.hedge, ...slots.quantities.map(({ hedge }) => hedge)));
  if (number) {
    const known = numberSource !== 'none';
    add(null, t('part_from'), known ? sourceName(numberSource) : '', proves ? sourceName('none') : '');
  }
  add('deadline', t('part_by_when'), slots.deadline, modality === 'future' ? t('part_not_said') : '');
  return rows;
}

function cueName({ id, text }: HypeCue, source: NumberSource): string {
  if (id === 'T2') return t(text ? 'cue_T2_distant' : 'cue_T2_none');
  if (id === 'G6' && source !== 'independent') return t(`cue_G6_${keyPart(source)}`);
  return id === 'G6' ? '' : t(`cue_${id}`);
}

/** The cues as counted, so that a reader can check the sum; what an end of the scale cut off has a line of its own. */
export function sumOf(claim: Pick<Claim, 'hype' | 'numberSource'>): { points: string; label: string; text: string }[] {
  const { cues, score } = claim.hype;
  const sign = (points: number) => (points < 0 ? `−${-points}` : `+${points}`);
  const lines = cues.map((cue) => ({
    points: sign(cue.points),
    label: cueName(cue, claim.numberSource),
    text: cue.text,
  }));
  const sum = cues.reduce((total, { points }) => total + points, 0);
  if (sum !== score) lines.push({ points: sign(score - sum), label: t('card_hype_kept'), text: '' });
  return lines;
}
