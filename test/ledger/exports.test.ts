import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Annotation, annotationsOf } from '@/lib/ledger/annotations';
import { csvOf } from '@/lib/ledger/csv';
import { FORMATS, fileOf } from '@/lib/ledger/file';
import { markdownOf } from '@/lib/ledger/markdown';
import { rowsOf } from '@/lib/ledger/rows';
import { type Sheet, sheetOf } from '@/lib/ledger/sheet';
import type { PageStatus } from '@/lib/messages';
import fc from '../property';
import { marks, statusOf, TOLD } from './fixture';

const MADE = new Date('2026-03-04T05:06:07Z');

function sheet(over: Partial<PageStatus> = {}): Sheet {
  const status = statusOf(over);
  return sheetOf(rowsOf(status), status, MADE);
}
/** A sheet whose first sentence, note and question are `text`. */
function saying(text: string): Sheet {
  const [first] = TOLD;
  if (!first) throw new Error('no row');
  return sheet({
    claims: marks([{ ...first, quote: text, parts: {}, around: ['', ''], note: text, question: text }]),
    title: text,
  });
}

/** RFC 4180 read back by its own grammar; throws where the text breaks it. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error('this is no CSV');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
const column = (text: string, name: string) => {
  const [head = [], ...rows] = parsed(text);
  return rows.map((row) => row[head.indexOf(name)]);
};

describe('CSV', () => {
  it('reads back as what the rows say, with as many fields in every line', () => {
    const text = csvOf(sheet());
    const [head = [], ...rows] = parsed(text);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head.length]));
    expect(column(text, 'number')).toEqual(['1', '2', '3', '4']);
    expect(column(text, 'family')).toEqual(['claim', 'announcement', 'claim', 'announcement']);
    expect(column(text, 'hype')).toEqual(['0', '', '74', '']);
    expect(column(text, 'note (satire)')[0]).toBe('Seven hundred agents could not be reached, “having been told”.');
    expect(column(text, 'receipt')[0]).toBe('Kelmore hired people again. It says this was planned.');
    expect(column(text, 'address')[2]).toMatch(/^https:\/\/www\.example\.com\/a#:~:text=/);
    expect(column(text, 'page')).toEqual(Array(4).fill('Kelmore says so'));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '=HYPERLINK("http://x.example","a, b")', ' =1'])(
    'makes no formula of %j',
    (text) => {
      const read = parsed(csvOf(saying(text))).flat();
      for (const cell of read) expect(cell).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r]/);
      expect(read).toContain(`'${text.trim()}`);
    },
  );

  it('holds whatever a page says, and loses none of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const made = saying(text);
        const [cell = ''] = column(csvOf(made), 'note (satire)');
        expect([made.rows[0]?.note, `'${made.rows[0]?.note}`]).toContain(cell);
      }),
      { numRuns: 40 },
    );
  });
});

describe('Markdown', () => {
  it('has a heading for each row, the sentence as a quotation, and says that notes are satire', () => {
    const text = markdownOf(sheet());
    expect(text.match(/^## \d\. .+$/gm)).toHaveLength(4);
    expect(text).toContain('> On Monday it was said that The assistant does the work of 700 agents, Kelmore said.');
    expect(text.match(/Note \(satire\): /g)).toHaveLength(3);
    expect(text).toContain('[The Gazette: T](<https://gazette.example/r>), 2025-05');
    expect(text).toContain('2 claims, 2 announcements');
    expect(text.endsWith('\n')).toBe(true);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '[press](javascript:alert(1))',
    '# Heading',
    '- item',
    '1. item',
    '**bold** and _more_ `code`',
    '| a | b |',
    'a\n\n# b',
    '&lt;b&gt;',
  ])('shows %j as it is', (text) => {
    const lines = markdownOf(saying(text)).split('\n');
    const quoted = lines.find((line) => line.startsWith('> ')) ?? '';
    expect(quoted.slice(2)).not.toMatch(/(?<!\\)[<>[\]`*_|&#]|^(?:[-+]|\d+[.)])/);
    expect(quoted.slice(2).replace(/\\(.)/g, '$1')).toBe(text.replace(/\s+/g, ' '));
    // One for the title, one for the row: what the page says adds none.
    expect(lines.filter((line) => /^#{1,6} /.test(line))).toHaveLength(2);
  });

  it('makes no link of an address that is none of the web', () => {
    const text = markdownOf(sheet({ address: 'file:///home/x/a.html', title: 'A' }));
    expect(text).toMatch(/^a\\?\.html$/m);
    expect(text).not.toMatch(/file:|\/home/);
  });

  it('says of a sentence that has left the page that it has', () => {
    const claims = marks().map((one) => ({ ...one, painted: false }));
    expect(markdownOf(sheet({ claims })).match(/No longer on the page/g)).toHaveLength(4);
  });
});

const IRI = /^(?:urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|https?:\/\/\S+)$/;

/** The page's text with an astral character, a line break in the quote, and the same words twice. */
const BODY = `😀 Kelmore launched Halcyon 3 and said: Kelmore\n  launched Halcyon 3 today. And so on.`;
const at = BODY.indexOf('Kelmore\n');
const EXACT = 'Kelmore\n  launched Halcyon 3';
const points = (text: string) => [...text].length;
const PLACE = {
  index: 1,
  start: points(BODY.slice(0, at)),
  end: points(BODY.slice(0, at + EXACT.length)),
  exact: EXACT,
  prefix: BODY.slice(Math.max(0, at - 32), at),
  suffix: BODY.slice(at + EXACT.length, at + EXACT.length + 32),
};
const selectorsOf = (one: Annotation | undefined) => {
  const all = one?.target.selector ?? [];
  return {
    quote: all.find(({ type }) => type === 'TextQuoteSelector') as { exact: string; prefix?: string; suffix?: string },
    position: all.find(({ type }) => type === 'TextPositionSelector') as { start: number; end: number } | undefined,
  };
};

describe('Web Annotations', () => {
  it('are a collection with its page embedded, as the model requires', async () => {
    const made = await annotationsOf(sheet());
    expect(made).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'AnnotationCollection',
      total: 4,
      label: expect.stringContaining('Kelmore says so'),
      last: made.first?.id,
      first: { type: 'AnnotationPage', partOf: made.id, startIndex: 0 },
    });
    // An embedded page should not have a context of its own.
    expect(made.first).not.toHaveProperty('@context');
    const items = made.first?.items ?? [];
    expect(items).toHaveLength(4);
    const ids = [made.id, made.first?.id ?? '', ...items.map(({ id }) => id)];
    for (const id of ids) expect(id).toMatch(IRI);
    expect(new Set(ids).size).toBe(ids.length);
    for (const item of items) {
      expect(item.type).toBe('Annotation');
      expect(item.target.source).toBe('https://www.example.com/a');
      expect(item.created).toBe('2026-03-04T05:06:07.000Z');
      for (const body of item.body)
        if (body.type === 'TextualBody') expect(body.value).not.toBe('');
        else expect(body.source).toMatch(IRI);
    }
  });

  it('call every note satire, and carry question, receipt and tags', async () => {
    const { first } = await annotationsOf(sheet());
    const bodies = first?.items[0]?.body ?? [];
    const values = (purpose: string) => bodies.flatMap((b) => (b.purpose === purpose && 'value' in b ? [b.value] : []));
    expect(values('tagging')).toEqual(['claim', 'Work counted in people', 'satire']);
    expect(values('commenting')).toEqual([expect.stringMatching(/\(satire\)$/)]);
    expect(values('questioning')).toEqual(['By whose count?']);
    expect(bodies).toContainEqual({
      type: 'SpecificResource',
      purpose: 'linking',
      source: 'https://gazette.example/r',
    });
    expect(first?.items[1]?.motivation).toEqual(['questioning']);
  });

  it('find their words again by position in code points, and by quotation', async () => {
    const { first } = await annotationsOf(sheet({ places: [PLACE] }));
    const { quote, position } = selectorsOf(first?.items[1]);
    expect([...BODY].slice(position?.start, position?.end).join('')).toBe(quote.exact);
    const whole = `${quote.prefix ?? ''}${quote.exact}${quote.suffix ?? ''}`;
    expect(BODY.split(whole)).toHaveLength(2);
    expect(BODY.indexOf(whole) + (quote.prefix ?? '').length).toBe(at);
  });

  it('have the quotation alone where the page says no place, or the place of other words', async () => {
    for (const places of [[], [{ ...PLACE, exact: 'Kelmore closed' }], [{ ...PLACE, index: 7 }]]) {
      const { first } = await annotationsOf(sheet({ places }));
      const { quote, position } = selectorsOf(first?.items[1]);
      expect(position).toBeUndefined();
      expect(quote).toEqual({ type: 'TextQuoteSelector', exact: 'Kelmore launched Halcyon 3', suffix: ' today.' });
    }
  });

  it('cut no character in two', async () => {
    const halves = { ...PLACE, prefix: `\ude00${PLACE.prefix}`, suffix: `${PLACE.suffix}\ud83d` };
    const { first } = await annotationsOf(sheet({ places: [halves] }));
    const { quote } = selectorsOf(first?.items[1]);
    expect(quote).toMatchObject({ prefix: PLACE.prefix, suffix: PLACE.suffix });
  });

  it('are the same annotations when exported again, and not those of another page', async () => {
    const ids = async (over?: Partial<PageStatus>, made = MADE) => {
      const status = statusOf(over);
      const { first } = await annotationsOf(sheetOf(rowsOf(status), status, made));
      return first?.items.map(({ id }) => id);
    };
    expect(await ids({}, new Date(0))).toEqual(await ids());
    expect(await ids({ address: 'https://www.example.com/b' })).not.toEqual(await ids());
  });

  it('have no page where there is nothing', async () => {
    const made = await annotationsOf(sheet({ claims: [] }));
    expect(made.total).toBe(0);
    expect(made).not.toHaveProperty('first');
  });
});

describe('a sheet', () => {
  it('hands on the address that says which page it is, and nothing of who reads it', () => {
    expect(sheet({ href: 'https://www.example.com/a?id=42&utm_source=x&token=y#comments' }).link).toBe(
      'https://www.example.com/a?id=42',
    );
  });

  it('does with the address without a query where that is all there is', () => {
    expect(sheet({ href: '' }).link).toBe('https://www.example.com/a');
  });

  it('takes out what no file of text may hold', () => {
    const [row] = saying('A\u0000B\ud800C\u0007').rows;
    expect(row?.note).toBe('AB\ufffdC');
  });
});

describe('the day', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['Asia/Tokyo', '2026-03-04T20:00:00Z', '2026-03-05'],
    ['America/Los_Angeles', '2026-03-04T05:06:07Z', '2026-03-03'],
  ])('is that of the reader’s own clock: %s', async (zone, time, day) => {
    vi.stubEnv('TZ', zone);
    const status = statusOf();
    const made = sheetOf(rowsOf(status), status, new Date(time));
    expect((await fileOf(made, 'markdown')).name).toBe(`peel-ledger-example.com-${day}.md`);
    expect(markdownOf(made)).toContain(day);
    // Of a table and of data the time stays exact.
    expect(csvOf(made)).toContain(new Date(time).toISOString());
    expect((await annotationsOf(made)).first?.items[0]?.created).toBe(new Date(time).toISOString());
  });
});

describe('files', () => {
  beforeEach(() => void vi.stubEnv('TZ', 'UTC'));
  afterEach(() => vi.unstubAllEnvs());

  it.each(FORMATS)('%s: a name of its own, and what is in it is UTF-8', async (format) => {
    const { name, blob } = await fileOf(sheet(), format);
    expect(name).toMatch(/^peel-ledger-example\.com-2026-03-04\.(?:md|csv|jsonld)$/);
    expect(blob.type).toMatch(/^[\w+]+\/[\w+]+;/);
    expect(await blob.text()).toContain('having been told');
  });

  it('has the mark that spreadsheets know UTF-8 by in the CSV, and in no other', async () => {
    const start = async (format: (typeof FORMATS)[number]) => {
      const { blob } = await fileOf(sheet(), format);
      return [...new Uint8Array(await blob.arrayBuffer()).slice(0, 3)];
    };
    expect(await start('csv')).toEqual([0xef, 0xbb, 0xbf]);
    expect(await start('markdown')).not.toContain(0xef);
    expect(JSON.parse(await (await fileOf(sheet(), 'annotations')).blob.text())).toHaveProperty('@context');
  });

  it('has a name for a page without a host', async () => {
    const { name } = await fileOf(sheet({ address: '', host: '' }), 'csv');
    expect(name).toBe('peel-ledger-2026-03-04.csv');
  });
});
