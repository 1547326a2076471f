import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageStatus, ToPage } from '@/lib/messages';
import { captureView, newJob } from '@/lib/session/picture';
import { isOn, loadSettings, type Settings, updateSettings, watchSettings, withSite } from '@/lib/settings';
import { saveJob } from '@/lib/share/job';
import { ClaimList } from './ClaimList';
import { Dial } from './Dial';
import { lookAtPage, type PageView, startIn, tellTab } from './page-link';
import { verdictOf } from './verdict';

/** How often a page that is being read is asked again, in ms: quick enough to look live, slow enough to cost nothing. */
const POLL_MS = 250;

function useSettings(): [Settings | null, (change: (settings: Settings) => Settings) => void, string] {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const controller = new AbortController();
    void loadSettings().then(setSettings);
    watchSettings(setSettings, controller.signal);
    return () => controller.abort();
  }, []);
  const change = useCallback((step: (settings: Settings) => Settings) => {
    setProblem('');
    updateSettings(step).then(setSettings, (error: Error) => setProblem(error.message));
  }, []);
  return [settings, change, problem];
}

function usePage(settings: Settings | null): [PageView, () => Promise<void>, (status: PageStatus | null) => void] {
  const [view, setView] = useState<PageView>({ kind: 'asking' });
  const look = useCallback(async () => setView(await lookAtPage()), []);
  const waiting = view.kind === 'page' && (view.status.state === 'starting' || view.status.state === 'reading');
  useEffect(() => {
    if (settings) void look();
  }, [settings, look]);
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [waiting, look]);
  const setStatus = (status: PageStatus | null) => {
    if (status && view.kind === 'page') setView({ ...view, status });
  };
  return [view, look, setStatus];
}

/** What the toolbar button opens: the dial, this site's switch, what was found here, and a way to share it. */
export function Popup() {
  const [settings, change, problem] = useSettings();
  const [view, look, setStatus] = usePage(settings);
  const [failure, setFailure] = useState('');
  if (!settings) return <main class="popup" aria-busy="true" />;

  const act = async (work: () => Promise<unknown>) => {
    setFailure('');
    try {
      await work();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'That did not work.');
    }
  };
  const tell = (message: ToPage) =>
    view.kind === 'page' ? tellTab(view.tabId, message).then(setStatus) : Promise.resolve();
  const start = (tabId: number) =>
    act(async () => {
      await startIn(tabId);
      await look();
      setTimeout(look, POLL_MS);
    });
  const share = (tabId: number, status: PageStatus) =>
    act(async () => {
      const picture = await captureView(tabId);
      await browser.tabs.create({ url: await saveJob(newJob(tabId, status, null, picture)) });
      window.close();
    });

  return (
    <main class="popup">
      <header>
        <h1>Peel</h1>
        <MasterSwitch settings={settings} change={change} />
      </header>
      <Dial level={settings.level} onTurn={(level) => change((now) => ({ ...now, level }))} />
      {view.kind === 'page' && (
        <PageSection
          status={view.status}
          settings={settings}
          change={change}
          tell={tell}
          onShare={() => share(view.tabId, view.status)}
        />
      )}
      {view.kind === 'absent' && (
        <section class="page" aria-label="This page">
          <p class="verdict">{view.place.sentence}</p>
          {view.place.canStart && view.tabId !== null && (
            <button type="button" class="button primary" onClick={() => view.tabId !== null && start(view.tabId)}>
              Peel this page
            </button>
          )}
        </section>
      )}
      {(failure || problem) && (
        <p class="problem" role="alert">
          {failure || problem}
        </p>
      )}
      <footer>
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          Options
        </button>
        <span class="quiet">Everything stays on your machine.</span>
      </footer>
    </main>
  );
}

interface ChangeProps {
  settings: Settings;
  change: (step: (settings: Settings) => Settings) => void;
}

function MasterSwitch({ settings, change }: ChangeProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={settings.enabled}
        onChange={(event) => {
          const enabled = event.currentTarget.checked;
          change((now) => ({ ...now, enabled }));
        }}
      />
      <span>{settings.enabled ? 'On' : 'Off'}</span>
    </label>
  );
}

interface PageProps extends ChangeProps {
  status: PageStatus;
  tell: (message: ToPage) => Promise<void>;
  onShare: () => void;
}

function PageSection({ status, settings, change, tell, onShare }: PageProps) {
  const found = status.claims.length > 0;
  return (
    <section class="page" aria-label="This page">
      <label class="switch site">
        <input
          type="checkbox"
          role="switch"
          checked={isOn(settings, status.host)}
          disabled={!settings.enabled}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            change((now) => withSite(now, status.host, on));
          }}
        />
        <span>
          On <b>{status.host.replace(/^www\./, '')}</b>
        </span>
      </label>
      <p class="verdict" aria-live="polite">
        {verdictOf(status)}
      </p>
      {status.room === 'straight-face' && found && <p class="sitting-out">Sitting this one out. {status.roomReason}</p>}
      {found && <ClaimList claims={status.claims} onJump={(index) => tell({ type: 'peel:jump', index })} />}
      {found && (
        <div class="actions">
          <button type="button" class="button primary" onClick={onShare}>
            Share a picture
          </button>
          <button type="button" class="button" onClick={() => tell({ type: 'peel:hide', hidden: !status.hidden })}>
            {status.hidden ? 'Show notes' : 'Hide notes'}
          </button>
        </div>
      )}
      {(status.state === 'failed' || status.state === 'sat-out') && (
        <button type="button" class="button" onClick={() => tell({ type: 'peel:retry' })}>
          {status.state === 'failed' ? 'Try again' : 'Read it after all'}
        </button>
      )}
    </section>
  );
}
