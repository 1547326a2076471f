/** The months, to be put between the brackets of a pattern. */
export const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
