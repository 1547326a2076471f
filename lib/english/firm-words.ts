/** Words that stand around the name of a firm, and tell that it is one or what it has to do with the rest. */
import { anyOf } from './word-list';

/** Behind its name, what it does. */
export const DOES = anyOf(
  'said|says|told|was|will|claims|plans?|expects|announce[sd]|unveil(?:s|ed)|launche[sd]|introduce[sd]|raise[sd]|cuts?',
  'sold|bought|paid|acquire[sd]|saved|owns|holds|agreed|makes|deploys|joins|estimates|reports|promised|vows|combines',
  'unlocks|redefines|delivers',
);

/** Behind its name and "to", what a headline says that it will do. */
export const WILL_DO = anyOf('cut|axe|hire|invest|launch|replace|lay|buy|open');

/** Before its name, that it is only what another is measured by: "an alternative to Orbis". */
export const MEASURED_BY = anyOf(
  String.raw`alternatives? to|than|versus|vs\.?|rivals?|compared (?:to|with)|against|such as|like|including`,
);
