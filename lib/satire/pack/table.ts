/**
 * A parsed pack as a table: what the build puts in the place of the house's texts. Reading six thousand jokes from text takes 0.17
 * seconds whenever the browser has let the background sleep (in Node, on an idle machine); from a table, 0.05.
 */
import { shortHash } from '../hash';
import type { Line, Pack } from '../types';
import { assignFrames } from './shape';
import { alternates } from './template';

/** A joke once, whatever number of sections it stands in. */
type Joke = Omit<Line, 'id' | 'section' | 'texts' | 'frame' | 'unanchored' | 'at'> & {
  /** Name of the pack that its writer gave the file: it stands in the id. */
  source: string;
  sections: Line['section'][];
  /** Only where it is true: seldom. */
  unanchored?: true;
};

/** By column, so that what is alike stands together and packs well. Plain JSON. */
export interface PackTable {
  head: Omit<Pack, 'lines'>;
  columns: { [Column in keyof Joke]-?: Joke[Column][] };
}

const COLUMNS = [
  'source',
  'sections',
  'topic',
  'level',
  'mechanism',
  'tone',
  'conditions',
  'rated',
  'ownFrame',
  'shape',
  'text',
  'unanchored',
  'quotes',
] as const satisfies (keyof Joke)[];

/** @returns the table that `readTable` turns into the same pack again, but for the numbers of its lines in their files */
export function tableOf({ lines, ...head }: Pack): PackTable {
  const jokes = new Map<string, Joke>();
  for (const line of lines) {
    const { id, section, texts: _, frame: __, at, unanchored, ...rest } = line;
    const source = id.slice(0, id.lastIndexOf(`/${section}#`));
    // A joke written for several kinds stands on one line of one file; the same words on another line may have other conditions.
    const key = JSON.stringify([source, rest, at]);
    const known = jokes.get(key);
    if (known) known.sections.push(section);
    else jokes.set(key, { source, ...rest, sections: [section], ...(unanchored && { unanchored }) });
  }
  const rows = [...jokes.values()];
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, rows.map((row) => row[name] ?? 0)]));
  return { head, columns: columns as unknown as PackTable['columns'] };
}

/** @returns the pack of a table, framed; `at` of its lines is 0 */
export function readTable({ head, columns }: PackTable): Pack {
  const jokes = columns.text.map((text, row) => ({
    topic: columns.topic[row]!,
    level: columns.level[row]!,
    mechanism: columns.mechanism[row]!,
    tone: columns.tone[row]!,
    conditions: columns.conditions[row]!,
    rated: columns.rated[row]!,
    ownFrame: columns.ownFrame[row]!,
    frame: '',
    shape: columns.shape[row]!,
    text,
    texts: alternates(text) ?? [],
    unanchored: Boolean(columns.unanchored[row]),
    quotes: columns.quotes[row]!,
    at: 0,
  }));
  // The same words in another section share its frame anyway.
  assignFrames(jokes);
  const lines = jokes.flatMap((joke, row) => {
    const name = shortHash(joke.text);
    return columns.sections[row]!.map(
      (section): Line => ({ ...joke, id: `${columns.source[row]}/${section}#${name}`, section }),
    );
  });
  return { ...head, lines };
}
