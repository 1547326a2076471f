import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageStatus, ToPage } from '@/lib/messages';
import { captureView, newJob } from '@/lib/session/picture';
import { answerIn, startIn, tellTab } from '@/lib/session/start-in';
import type { Settings } from '@/lib/settings';
import { saveJob } from '@/lib/share/job';
import { Amount } from '../Amount';
import { Dial } from '../Dial';
import { OpenLedger } from '../OpenLedger';
import { type Act, useAct } from '../use-act';
import { type Step, useSettings, useSlow } from '../use-settings';
import { PageSection } from './PageSection';
import { askAgain, type PageView, type Revoked } from './page-link';
import { usePage } from './use-page';

/** How long the popup stays blank for a page's answer, in ms, so that it opens in one piece and does not jump. */
const PATIENCE_MS = 200;

/** What the reader is told of work that takes longer than a second. */
const PROGRESS: Record<string, string> = {
  start: 'Starting Peel here…',
  allow: 'Waiting for the browser’s question…',
  share: 'Taking the picture…',
  ledger: 'Opening the ledger…',
  'peel:jump': 'Waiting for the page…',
  'peel:hide': 'Waiting for the page…',
  'peel:retry': 'Reading the page again…',
};

/** What the toolbar button opens: the dial, this site's switch, what was found here, and a way to share it. */
export function Popup() {
  const { settings, trouble, problem, saving, change } = useSettings();
  const { view, look, setStatus } = usePage(settings);
  const { doing, failure, act } = useAct();
  const slow = useSlow(doing !== null || saving);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!settings || (view.kind === 'asking' && !late)) {
    return (
      <main class="popup" aria-busy="true">
        {late && <p class="verdict waking">Peel is waking up.</p>}
      </main>
    );
  }

  const tell = async (tabId: number, message: ToPage) => {
    const status = await tellTab(tabId, message);
    setStatus(status);
    if (status) return;
    await look();
    throw new Error('The page did not answer. It may have been closed or loaded anew.');
  };
  const start = (tabId: number) =>
    act('start', async () => {
      await startIn(tabId);
      await look();
    });
  const share = (tabId: number, status: PageStatus) =>
    act('share', async () => {
      const picture = await captureView(tabId);
      await browser.tabs.create({ url: await saveJob(newJob(tabId, status, null, picture)) });
      window.close();
    });
  const allow = (revoked: Revoked, tabId: number) =>
    act('allow', async () => {
      if (!(await askAgain(revoked))) throw new Error(`Peel stays out of ${revoked.name}.`);
      // The background starts it: this popup may be closed by the browser's question.
      await answerIn(tabId);
      await look();
    });

  const wrong = failure || problem || trouble;
  return (
    <main class="popup">
      <header>
        <h1 id="peel">Peel</h1>
        <MasterSwitch settings={settings} change={change} />
      </header>
      <Dial level={settings.level} onTurn={(level) => void change((now) => ({ ...now, level }))} />
      <Amount density={settings.density} onTurn={(density) => void change((now) => ({ ...now, density }))} />
      {view.kind === 'asking' && (
        <section class="page" aria-label="This page" aria-busy="true">
          <p class="verdict">Waiting for the page to answer.</p>
        </section>
      )}
      {view.kind === 'page' && (
        <PageSection
          status={view.status}
          settings={settings}
          change={change}
          doing={doing}
          onTell={(message) => act(message.type, () => tell(view.tabId, message))}
          onShare={() => share(view.tabId, view.status)}
        />
      )}
      {view.kind !== 'asking' && view.revoked && view.tabId !== null && (
        <RevokedSection revoked={view.revoked} tabId={view.tabId} doing={doing} onAllow={allow} />
      )}
      {view.kind === 'absent' && <Absent view={view} doing={doing} onStart={start} />}
      <p class="problem" role="alert">
        {wrong}
      </p>
      <footer>
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          Options
        </button>
        <OpenLedger act={act} />
        <span class="quiet" role="status">
          {slow ? (doing ? PROGRESS[doing] : 'Saving…') : 'Nothing is sent anywhere.'}
        </span>
      </footer>
    </main>
  );
}

interface ChangeProps {
  settings: Settings;
  change: (step: Step) => Promise<unknown>;
}

function MasterSwitch({ settings, change }: ChangeProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-labelledby="peel"
        checked={settings.enabled}
        onChange={(event) => {
          const enabled = event.currentTarget.checked;
          void change((now) => ({ ...now, enabled }));
        }}
      />
      <span aria-hidden="true">{settings.enabled ? 'On' : 'Off'}</span>
    </label>
  );
}

interface AbsentProps extends Pick<Act, 'doing'> {
  view: Extract<PageView, { kind: 'absent' }>;
  onStart: (tabId: number) => void;
}

/** A tab in which Peel is not at work: why, and the button that changes it where one can. */
function Absent({ view, doing, onStart }: AbsentProps) {
  const { place, tabId, revoked } = view;
  return (
    <section class="page" aria-label="This page">
      {!revoked && <p class="verdict">{place.sentence}</p>}
      {place.canStart && tabId !== null && (
        <button
          type="button"
          class={revoked ? 'button' : 'button primary'}
          aria-disabled={doing !== null}
          onClick={() => onStart(tabId)}
        >
          {doing === 'start' ? 'Starting…' : revoked ? 'Peel this page only' : 'Peel this page'}
        </button>
      )}
    </section>
  );
}

interface RevokedProps extends Pick<Act, 'doing'> {
  revoked: Revoked;
  tabId: number;
  onAllow: (revoked: Revoked, tabId: number) => void;
}

/** A listed site that Peel may not read any more. */
function RevokedSection({ revoked, tabId, doing, onAllow }: RevokedProps) {
  return (
    <section class="page revoked" aria-label="Permission">
      <p class="verdict">
        Peel may no longer read {revoked.name} by itself: the permission was taken back in the browser.
      </p>
      <button
        type="button"
        class="button primary"
        aria-disabled={doing !== null}
        onClick={() => onAllow(revoked, tabId)}
      >
        {doing === 'allow' ? 'Asking…' : 'Allow it again'}
      </button>
    </section>
  );
}
