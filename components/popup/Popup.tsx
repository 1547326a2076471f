import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type PlainKey, t } from '@/lib/locale';
import type { PageStatus, ToPage } from '@/lib/messages';
import { captureView, newJob } from '@/lib/session/picture';
import { startIn, tellTab, waitForPeel } from '@/lib/session/start-in-tab';
import { type AllowedSite, askToRead, giveBack, levelOn, normalHost, withSite, withSiteLevel } from '@/lib/settings';
import { saveJob } from '@/lib/share/job';
import { Amount } from '../Amount';
import { Dial } from '../Dial';
import { OpenLedger } from '../OpenLedger';
import { type Act, useAct } from '../use-act';
import { useSettings, useSlow } from '../use-settings';
import { useSync } from '../use-sync';
import { MasterSwitch, OffFor } from './MasterSwitch';
import { PageSection } from './PageSection';
import { AlwaysSection, RevokedSection } from './Permission';
import type { Always, PageView, Revoked } from './page-link';
import { useMenuTrouble } from './use-menu-trouble';
import { usePage } from './use-page';
import { usePause } from './use-pause';

/** How long the popup stays blank for a page's answer, in ms, so that it opens in one piece and does not jump. */
const PATIENCE_MS = 200;

/** What the reader is told of work that takes longer than a second. */
const PROGRESS: Record<string, PlainKey> = {
  start: 'popup_starting',
  allow: 'popup_allowing',
  stop: 'popup_stopping',
  share: 'popup_picturing',
  ledger: 'popup_ledger_opening',
  'peel:jump': 'popup_page_slow',
  'peel:hide': 'popup_page_slow',
  'peel:retry': 'popup_reading_again',
};

/** What is said at the foot: what takes long, or else what is sent, which is more than nothing only where the reader wanted it. */
function footOf(slow: boolean, doing: string | null, sync: ReturnType<typeof useSync>): string {
  if (slow) return t((doing !== null && PROGRESS[doing]) || 'saving');
  if (!sync) return t('popup_nothing_read_sent');
  return t(sync.on ? 'popup_choices_sent' : 'popup_nothing_sent');
}

/** What the toolbar button opens: the dial, this site's switch, what was found here, and a way to share it. */
export function Popup() {
  const { settings, readable, trouble, problem, saving, change } = useSettings();
  const paused = usePause();
  const sync = useSync();
  const { view, look, setStatus } = usePage(settings, paused);
  const menuTrouble = useMenuTrouble(view.kind === 'asking' ? null : view.tabId);
  const { doing, failure, act } = useAct();
  const slow = useSlow(doing !== null || saving);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!settings || ((view.kind === 'asking' || sync === undefined) && !late)) {
    return (
      <main class="popup" aria-busy="true">
        {late && <p class="verdict waking">{t('popup_waking')}</p>}
      </main>
    );
  }

  const tell = async (tabId: number, message: ToPage) => {
    const status = await tellTab(tabId, message);
    setStatus(status);
    if (status) return;
    await look();
    throw new Error(t('page_no_answer'));
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
  const allow = ({ name, origins }: Revoked | Always, tabId: number) =>
    act('allow', async () => {
      if (!(await askToRead(name, origins))) throw new Error(t('popup_stays_out', { site: name }));
      await change((now) => withSite(now, name, true));
      // The background starts it: this popup may be closed by the browser's question.
      await waitForPeel(tabId);
      await look();
    });
  const stop = (site: AllowedSite) =>
    act('stop', async () => {
      await giveBack(site);
      await look();
    });

  const wrong = failure || problem || trouble || menuTrouble;
  const host = view.kind === 'page' ? normalHost(view.status.host) : null;
  const own = host !== null && Object.hasOwn(settings.siteLevels, host);
  const level = host === null ? settings.level : levelOn(settings, host);
  const master = { settings, paused, change, act };
  const asking = view.kind === 'asking' || view.tabId === null ? null : view;
  const always = asking?.always && (
    <AlwaysSection
      always={asking.always}
      doing={doing}
      onAllow={(site) => allow(site, asking.tabId as number)}
      onStop={stop}
    />
  );
  // Whoever is told that the permission is gone need not be told that the notes are.
  const gone = asking?.kind === 'page' && asking.status.state === 'withdrawn' && asking.revoked !== null;
  return (
    <main class="popup">
      <header>
        <h1 id="peel">Peel</h1>
        <MasterSwitch {...master} />
      </header>
      {readable && <OffFor {...master} />}
      <Dial
        level={level}
        onTurn={(next) => void change((now) => (own ? withSiteLevel(now, host, next) : { ...now, level: next }))}
        site={
          host === null
            ? null
            : { name: host, own, onOwn: (keep) => void change((now) => withSiteLevel(now, host, keep ? level : null)) }
        }
      />
      <Amount density={settings.density} onTurn={(density) => void change((now) => ({ ...now, density }))} />
      {view.kind === 'asking' && (
        <section class="page" aria-label={t('popup_page')} aria-busy="true">
          <p class="verdict">{t('page_waiting')}</p>
        </section>
      )}
      {asking?.revoked && (
        <RevokedSection
          revoked={asking.revoked}
          doing={doing}
          onAllow={(site) => allow(site, asking.tabId as number)}
        />
      )}
      {view.kind === 'page' && !gone && (
        <PageSection
          status={view.status}
          settings={{ ...settings, enabled: settings.enabled && paused === null }}
          change={change}
          doing={doing}
          onTell={(message) => act(message.type, () => tell(view.tabId, message))}
          onShare={() => share(view.tabId, view.status)}
        >
          {always}
        </PageSection>
      )}
      {view.kind === 'absent' && <Absent view={view} doing={doing} onStart={start} />}
      {view.kind === 'absent' && always}
      <div class="foot">
        <p class="problem" role="alert">
          {wrong}
        </p>
        <footer>
          <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
            {t('popup_options')}
          </button>
          <OpenLedger act={act} />
          <span class="quiet" role="status">
            {footOf(slow, doing, sync)}
          </span>
        </footer>
      </div>
    </main>
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
    <section class="page" aria-label={t('popup_page')}>
      {!revoked && <p class="verdict">{place.sentence}</p>}
      {place.canStart && tabId !== null && (
        <button
          type="button"
          class={revoked ? 'button' : 'button primary'}
          aria-disabled={doing !== null}
          onClick={() => onStart(tabId)}
        >
          {t(doing === 'start' ? 'popup_start_doing' : revoked ? 'popup_start_only' : 'popup_start')}
        </button>
      )}
    </section>
  );
}
