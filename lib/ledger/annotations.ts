/**
 * The ledger as W3C Web Annotations: an AnnotationCollection with its one page embedded, one Annotation a row. Each points
 * at the marked words by quote with what stands around it, and by position (Web Annotation Data Model 4.2.4, 4.2.5).
 */

import { language, t } from '../locale';
import { bandName } from '../settings/words';
import type { Sheet, SheetRow } from './sheet';

export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

interface TextQuoteSelector {
  type: 'TextQuoteSelector';
  exact: string;
  prefix?: string;
  suffix?: string;
}
interface TextPositionSelector {
  type: 'TextPositionSelector';
  start: number;
  end: number;
}
interface TextualBody {
  type: 'TextualBody';
  purpose: 'assessing' | 'commenting' | 'describing' | 'questioning' | 'tagging';
  value: string;
  format: 'text/plain';
  language: string;
}
interface LinkBody {
  type: 'SpecificResource';
  purpose: 'linking';
  source: string;
}
export interface Annotation {
  id: string;
  type: 'Annotation';
  motivation: string[];
  created: string;
  creator: { type: 'Software'; name: 'Peel' };
  body: (TextualBody | LinkBody)[];
  target: { source: string; selector: (TextQuoteSelector | TextPositionSelector)[] };
}
export interface AnnotationCollection {
  '@context': typeof CONTEXT;
  id: string;
  type: 'AnnotationCollection';
  label: string;
  created: string;
  total: number;
  first?: { id: string; type: 'AnnotationPage'; partOf: string; startIndex: 0; items: Annotation[] };
  last?: string;
}

/** The namespace of addresses (RFC 9562, 6.6). */
const NAMESPACE = '6ba7b8119dad11d180b400c04fd430c8';

/** A UUID of version 5 as an IRI: the same names give the same one on any machine, so that a tool knows it again. */
async function identity(...names: string[]): Promise<string> {
  const space = Uint8Array.from(NAMESPACE.match(/../g) ?? [], (hex) => Number.parseInt(hex, 16));
  const name = new TextEncoder().encode(names.join('\n'));
  const digest = await crypto.subtle.digest('SHA-1', new Uint8Array([...space, ...name]));
  const bytes = new Uint8Array(digest).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}

const said = (purpose: TextualBody['purpose'], value: string, language = 'en'): TextualBody => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
  language,
});

function bodiesOf({ family, name, hype, note, working, question, receipt }: SheetRow): Annotation['body'] {
  // What Peel calls a thing is in the reader's language; what it says of it is English.
  const ours = language();
  const bodies: Annotation['body'] = [said('tagging', t(`family_${family}`), ours), said('tagging', name, ours)];
  if (hype)
    bodies.push(said('assessing', t('hype_score_band', { score: hype.score, band: bandName(hype.band) }), ours));
  bodies.push(said('questioning', question));
  // Whoever reads this elsewhere must see that it is a joke.
  if (note)
    bodies.push(
      said('commenting', t('ledger_file_satire', { note })),
      said('tagging', t('satire').toLowerCase(), ours),
    );
  if (working) bodies.push(said('describing', working));
  if (receipt) {
    const { line, caveat, publisher, title, date, url } = receipt;
    bodies.push(
      said(
        'describing',
        t('ledger_file_last_time', { receipt: `${line} ${caveat} (${publisher}: ${title}, ${date})` }),
      ),
    );
    bodies.push({ type: 'SpecificResource', purpose: 'linking', source: url });
  }
  return bodies;
}

/** How much of the sentence stands in for the page around the words, where the page could not be asked. */
const AROUND = 32;

function selectorsOf({ place, sentence, quote }: SheetRow): Annotation['target']['selector'] {
  if (place) {
    const { start, end, exact, prefix, suffix } = place;
    return [
      { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
      { type: 'TextPositionSelector', start, end },
    ];
  }
  const at = sentence.indexOf(quote);
  const prefix = at > 0 ? [...sentence.slice(0, at)].slice(-AROUND).join('') : '';
  const suffix = at >= 0 ? [...sentence.slice(at + quote.length)].slice(0, AROUND).join('') : '';
  return [{ type: 'TextQuoteSelector', exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) }];
}

/** `sheet` as a collection; one without rows has, as the model wants it, no page. */
export async function annotationsOf({ title, link, made, rows }: Sheet): Promise<AnnotationCollection> {
  const id = await identity(link, made);
  const page = await identity(link, made, 'page');
  const items = await Promise.all(
    rows.map(
      async (row): Promise<Annotation> => ({
        id: await identity(link, row.id),
        type: 'Annotation',
        motivation: row.note ? ['questioning', 'commenting'] : ['questioning'],
        created: made,
        creator: { type: 'Software', name: 'Peel' },
        body: bodiesOf(row),
        target: { source: link, selector: selectorsOf(row) },
      }),
    ),
  );
  return {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: t('ledger_file_label', { title }),
    created: made,
    total: items.length,
    ...(items.length > 0 && {
      first: { id: page, type: 'AnnotationPage', partOf: id, startIndex: 0, items },
      last: page,
    }),
  };
}
