import type { LedgerRow } from '@/lib/ledger/rows';
import { heatWords } from '@/lib/ledger/sheet';
import { t } from '@/lib/locale';
import { linesOf } from '../card/lines';

interface Props {
  rows: readonly LedgerRow[];
  onJump: (id: string) => void;
}

/** Up, Down, Home and End go from row to row; Tab goes through everything, as anywhere. */
function step(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-jump]')];
  const at = stops.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (at < 0 || to === undefined) return;
  event.preventDefault();
  stops[to]?.focus();
}

/** What is marked, one item each: what it is, the sentence, and all that Peel has to say of it. */
export function Rows({ rows, onJump }: Props) {
  return (
    <ol class="rows" aria-label={t('page_marked')} onKeyDown={step}>
      {rows.map((row) => (
        <li key={row.id} class={row.family} aria-labelledby={`name-${row.id}`}>
          <Row row={row} onJump={onJump} />
        </li>
      ))}
    </ol>
  );
}

function Row({ row, onJump }: { row: LedgerRow; onJump: (id: string) => void }) {
  const { id, name, sentence, quote, note, shape, working, question, receipt, painted, hype } = row;
  const at = sentence.indexOf(quote);
  return (
    <>
      <h2 id={`name-${id}`}>
        {name}
        <span class={`heat ${hype?.band ?? ''}`}>{heatWords(row)}</span>
      </h2>
      <blockquote dir="auto">
        {sentence.slice(0, at)}
        <mark>{quote}</mark>
        {sentence.slice(at + quote.length)}
      </blockquote>
      <dl>
        {note && (
          <div>
            <dt>{t('ledger_note')}</dt>
            {linesOf({ text: note, shape }).map((line) => (
              <dd key={line} class="note" lang="en" dir="ltr">
                {line}
              </dd>
            ))}
          </div>
        )}
        {working && (
          <div>
            <dt>{t('ledger_sum')}</dt>
            <dd lang="en">{working}</dd>
          </div>
        )}
        <div>
          <dt>{t('ledger_question')}</dt>
          <dd lang="en">{question}</dd>
        </div>
        {receipt && (
          <div>
            <dt>{t('ledger_last_time')}</dt>
            <dd>
              {receipt.line} {receipt.caveat}{' '}
              <a href={receipt.url} target="_blank" rel="noopener noreferrer">
                {receipt.publisher}
              </a>
              , {receipt.date}
            </dd>
          </div>
        )}
      </dl>
      {/* Still a stop for the keys: a reader must be able to find out why it does nothing. */}
      <button
        type="button"
        class="link"
        data-jump
        aria-disabled={!painted}
        aria-label={painted ? t('ledger_jump_named', { quote }) : undefined}
        onClick={() => painted && onJump(id)}
      >
        {t(painted ? 'ledger_jump' : 'ledger_left')}
      </button>
    </>
  );
}
