/** Saved pages and labelled documents of others: not part of this repository, and nothing here needs them. */
import { dirname, join } from 'node:path';
import { ROOT } from './build';

/** The folder of the saved pages: what PEEL_CORPUS names, or where training looks for them. */
export const SAVED_PAGES = process.env.PEEL_CORPUS ?? join(ROOT, '../shared/corpus/pages');

/** The folder in which the labels stand, beside the pages; what is measured besides lies in folders beside that one. */
export const CORPUS = dirname(SAVED_PAGES);
export const CLAIMS = join(CORPUS, '../claims');
export const SATIRE = join(CORPUS, '../satire');
