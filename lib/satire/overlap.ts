import { plain } from '../english/fold';
import { stem } from '../english/stems';

/** Words that every sentence has: they tie a joke to none. “AI” and “company” are in every claim. */
const COMMON = new Set(
  (
    'about above after again against all also and another any anything are because been before being between both but can could did does ' +
    'doing down during each else every few first for from further had has have having her here him his how into its itself just last less ' +
    'like made make makes making many may might more most much must never new next nor not now off often one once only other our out over own ' +
    'part per same say says said she should since some still such than that the their them then there these they thing things this those ' +
    'through today too toward two under until upon use used uses using very want was way were what when where which while who whom whose why ' +
    'will with within without would yet you your yours company companies firm people'
  ).split(' '),
);

/** The words of a text that tell it from other texts, as stems; figures as they stand. */
export function keyWords(text: string): Set<string> {
  const found = plain(text)
    .replace(/'s\b/g, '')
    .match(/[\p{L}\p{N}](?:[\p{L}\p{N}]|[.,](?=\p{N}))*/gu);
  return new Set(
    (found ?? [])
      .filter((w) => (w.length > 2 || /\d/.test(w)) && !COMMON.has(w))
      .map((w) => (/\d/.test(w) ? w : stem(w))),
  );
}

/** Words that two notes of a page may both say without telling the same joke: a tired sub-editor's own, and those of his trade. */
const USUAL = [
  'already anybody anyone answer ask back been before being best better call came come day done everybody everyone everything far feel find found four',
  'get given goes good half hard hear help hour keep kept knew know later least left less let look mean meant meet met mind minute month morning move',
  'named need nobody none nothing number old open other page paid person place put question read reader right seen see sentence set several show shown',
  'small somebody someone something somewhere start still take taken tell ten thank think thought three time told took try turn twice verb wait week',
  'whole wish word work worked worth write wrong year yesterday',
];
let usual: ReadonlySet<string> | null = null;

/** Their stems, made at first use. */
function usualStems(): ReadonlySet<string> {
  usual ??= new Set(USUAL.flatMap((row) => row.split(' ').map(stem)));
  return usual;
}

/** How many of the key words of a claim a joke says again. */
export function countOverlap(joke: ReadonlySet<string>, claim: ReadonlySet<string>): number {
  let count = 0;
  for (const word of joke) if (claim.has(word)) count++;
  return count;
}

/**
 * What a joke brings along that its claim does not speak of, the cake or the ficus.
 * @param joke, claim their key words
 * @returns the joke's without the claim's, without figures and without the usual ones
 */
export function imagesOf(joke: ReadonlySet<string>, claim: ReadonlySet<string>): string[] {
  const common = usualStems();
  return [...joke].filter((word) => word.length > 2 && !claim.has(word) && !common.has(word) && !/\d/.test(word));
}
