/** An invented claim told in a few words, and the same as the page's status carries it. */
import type { StatusClaim } from '@/lib/messages';
import type { Claim, Kind, Level, PartName, Receipt } from '@/lib/model';
import { claimFixture } from '../claim-fixture';

export interface Told {
  kind: Kind;
  quote: string;
  parts?: Partial<Record<PartName, string>>;
  note?: string;
  working?: string;
  question?: string;
  receipt?: [line: string, caveat: string, publisher: string, date: string];
  host?: string;
  caption?: string;
  /** Words of the sentence before and after the quote. */
  around?: [string, string];
}

function receiptOf([line, caveat, publisher, date]: NonNullable<Told['receipt']>): Receipt {
  return { id: 'r', line, caveat, publisher, title: 'T', url: 'https://gazette.example/r', date };
}

/** An invented claim as the page's status carries it. */
export function statusClaim(told: Told, index: number, level: Level = 'roast'): StatusClaim {
  const { kind, quote, parts = {}, note, working = '', question = '', receipt, around = ['', ''] } = told;
  const at = around[0].length;
  const spans: Claim['parts'] = {};
  for (const [name, words] of Object.entries(parts) as [PartName, string][]) {
    const start = quote.indexOf(words);
    if (start < 0) throw new Error(`“${words}” is not in “${quote}”`);
    spans[name] = { start: at + start, end: at + start + words.length };
  }
  const score = (index * 37) % 101;
  const band = (['plain', 'warm', 'frothy', 'heady', 'stratospheric'] as const)[Math.min(4, Math.floor(score / 20))];
  return {
    index,
    painted: true,
    sentence: around.join(quote),
    claim: claimFixture({
      id: `c${index}`,
      kind,
      passage: index,
      sentence: { start: 0, end: at + quote.length + around[1].length },
      span: { start: at, end: at + quote.length },
      quote,
      modality: kind === 'future-promise' ? 'future' : 'asserted',
      numberSource: parts.quantity ? 'self' : 'none',
      slots: {
        actor: parts.actor ?? '',
        hedge: parts.hedge ?? '',
        comparison: parts.comparison ?? '',
        deadline: parts.deadline ?? '',
        quantities: parts.quantity
          ? [
              {
                text: parts.quantity,
                value: null,
                type: 'count',
                unit: '',
                hedge: parts.hedge ?? '',
                span: { start: 0, end: 0 },
              },
            ]
          : [],
      },
      parts: spans,
      hype: { score, band: band ?? 'plain', cues: [] },
    }),
    straight: { question, receipt: receipt ? receiptOf(receipt) : null, jokes: true, why: null },
    note: note
      ? {
          claim: index,
          level,
          mechanism: 'm',
          shape: 'statement',
          frame: `f${index}`,
          line: `l${index}`,
          text: note,
          working,
          why: [],
        }
      : null,
  };
}
