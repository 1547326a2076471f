/** What is exported: the chosen rows of a page, the page they are from, and where they stand in its text. */

import { flat } from '../english/fold';
import { pageLink } from '../link';
import { t } from '../locale';
import type { PageStatus } from '../messages';
import type { TextPlace } from '../model';
import { bandName, counted } from '../settings/words';
import type { LedgerRow } from './rows';

export interface SheetRow extends LedgerRow {
  /** Null where the page does not say it any more, or could not be asked. */
  place: TextPlace | null;
}

export interface Sheet {
  title: string;
  /** The page's address as it may be handed on. */
  link: string;
  /** When it was made, in ISO 8601. */
  made: string;
  rows: SheetRow[];
}

/** Control characters have no place in a file of text, and half a character is none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const clean = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
const tidy = (text: string) => flat(clean(text));

/** A pair of code units that was cut in two, at the beginning or the end. */
const whole = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** `place` where it is the place of `quote` and not of what stands there by now. */
function placeFor(quote: string, place: TextPlace | null | undefined): TextPlace | null {
  // A page may break a word with characters that no reader sees; the marked words have none.
  const seen = (text: string) => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff\s]+/g, '');
  if (!place || seen(place.exact) !== seen(quote)) return null;
  return { ...place, prefix: whole(place.prefix), suffix: whole(place.suffix) };
}

/**
 * @param rows what to export, in this order.
 * @param status the page's latest answer; to `peel:places`, where the places are to be exported too.
 * @param made the time of it.
 */
export function sheetOf(rows: readonly LedgerRow[], status: PageStatus, made: Date): Sheet {
  const places = new Map(
    status.claims.map(({ index, claim }) => [claim.id, status.places?.find((place) => place.index === index)]),
  );
  return {
    title: tidy(status.title) || status.host,
    link: pageLink(status.href || status.address),
    made: made.toISOString(),
    rows: rows.map((row) => ({
      ...row,
      sentence: tidy(row.sentence),
      quote: tidy(row.quote),
      note: tidy(row.note),
      working: tidy(row.working),
      question: tidy(row.question),
      place: placeFor(row.quote, places.get(row.id)),
    })),
  };
}

/** "9 claims, 6 announcements"; what there is none of is left out. */
export function tally(rows: readonly Pick<LedgerRow, 'family'>[]): string {
  const claims = rows.filter(({ family }) => family === 'claim').length;
  const others = rows.length - claims;
  const [first, second] = [
    claims > 0 ? counted(claims, 'claim') : '',
    others > 0 ? counted(others, 'announcement') : '',
  ];
  return first && second ? t('ledger_file_tally', { claims: first, announcements: second }) : first || second;
}

/** "claim, frothy (44 of 100)", "announcement". */
export function heatWords({ family, hype }: Pick<LedgerRow, 'family' | 'hype'>): string {
  return hype ? t('ledger_heat_claim', { band: bandName(hype.band), score: hype.score }) : t(`family_${family}`);
}
