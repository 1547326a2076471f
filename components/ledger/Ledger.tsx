import { useState } from 'preact/hooks';
import { chosenRows, EVERYTHING, rowsOf } from '@/lib/ledger/rows';
import { t } from '@/lib/locale';
import type { PageStatus, ToPage } from '@/lib/messages';
import { jumpTo } from '@/lib/tabs/jump';
import { tellTab } from '@/lib/tabs/start-in-tab';
import { sittingOut } from '../card/no-jokes';
import { useAct } from '../use-act';
import { useKeptFocus } from '../use-kept-focus';
import { verdictOf } from '../verdict';
import { Choices } from './Choices';
import { Export } from './Export';
import { Rows } from './Rows';
import { type TabView, useTab } from './use-tab';

/** The side panel: everything that is marked on the page in front, to search, sort, find on the page and take along. */
export function Ledger() {
  const { view, look } = useTab();
  const { doing, failure, act } = useAct();
  useKeptFocus();
  const [choice, setChoice] = useState(EVERYTHING);
  const [done, setDone] = useState('');
  const status = view.kind === 'page' ? view.status : null;
  const rows = status ? rowsOf(status) : [];
  const chosen = chosenRows(rows, choice);

  const tell = (message: ToPage) =>
    act(message.type, async () => {
      if (view.kind !== 'page') return;
      setDone('');
      if (!(await tellTab(view.tabId, message))) throw new Error(t('page_no_answer'));
      await look();
    });
  const jump = (id: string) =>
    act('jump', async () => {
      if (view.kind !== 'page') return;
      setDone('');
      await jumpTo(view.tabId, id);
      setDone(t('ledger_shown'));
    });

  return (
    <main class="ledger" aria-busy={view.kind === 'asking'}>
      <header>
        <h1>{t('ledger_heading')}</h1>
        {status?.title && <p class="title">{status.title}</p>}
        <p class="verdict" aria-live="polite">
          {sentenceOf(view)}
        </p>
        {status && <Room status={status} />}
        {status && (status.state === 'failed' || status.state === 'sat-out') && (
          <button
            type="button"
            class="button"
            aria-disabled={doing !== null}
            onClick={() => tell({ type: 'peel:retry' })}
          >
            {t(status.state === 'failed' ? 'page_retry' : 'page_after_all')}
          </button>
        )}
      </header>
      {rows.length > 0 && <Choices rows={rows} shown={chosen.length} choice={choice} onChoose={setChoice} />}
      {rows.length > 0 && <Rows rows={chosen} onJump={jump} />}
      <p class="problem" role="alert">
        {failure}
      </p>
      <p class="visually-hidden" role="status">
        {done}
      </p>
      {status && chosen.length > 0 && view.kind === 'page' && (
        <Export rows={chosen} tabId={view.tabId} status={status} />
      )}
    </main>
  );
}

/** What the panel says of the page in one line, whatever has become of it. */
function sentenceOf(view: TabView): string {
  if (view.kind === 'asking') return t('page_waiting');
  if (view.kind === 'silent') return t('ledger_silent');
  return view.kind === 'absent' ? view.sentence : verdictOf(view.status);
}

/** A page on which jokes do not belong says so, where there is something to joke about. */
function Room({ status: { room, roomReason, claims } }: { status: PageStatus }) {
  return room === 'straight-face' && claims.length > 0 ? <p class="sitting-out">{sittingOut(roomReason)}</p> : null;
}
