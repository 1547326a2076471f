import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type PlainKey, t } from '@/lib/locale';
import { levelOn, normalHost, type Settings, withSiteLevel } from '@/lib/settings';
import { Amount } from '../Amount';
import { Dial } from '../Dial';
import { OpenLedger } from '../OpenLedger';
import { type Act, useAct } from '../use-act';
import { useKeptFocus } from '../use-kept-focus';
import { type SettingsHold, useSettings, useSlow } from '../use-settings';
import { useSync } from '../use-sync';
import { MasterSwitch, OffFor } from './MasterSwitch';
import { PageInFront } from './PageInFront';
import { pageActs } from './page-acts';
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

/** True once the popup has been blank for as long as it may be. */
function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** What the toolbar button opens: the dial, this site's switch, what was found here, and a way to share it. */
export function Popup() {
  const { settings, readable, trouble, problem, saving, ...hold } = useSettings();
  const paused = usePause();
  const sync = useSync();
  const { view, look, setStatus } = usePage(settings, paused);
  useKeptFocus('.page');
  const failures = useMenuTrouble();
  const [failure, say] = failures;
  const { doing, act } = useAct(failures);
  // Switching off waits for nothing that a page is busy with.
  const master = useAct(failures);
  const change: SettingsHold['change'] = (step) => {
    say('');
    return hold.change(step);
  };
  const slow = useSlow(doing !== null || master.doing !== null || saving);
  const late = useLate();
  if (!settings || ((view.kind === 'asking' || sync === undefined) && !late)) {
    return (
      <main class="popup" aria-busy="true">
        {late && <p class="verdict waking">{t('popup_waking')}</p>}
      </main>
    );
  }

  const masterProps = { settings, paused, change, act: master.act };
  return (
    <main class="popup">
      <header>
        <h1 id="peel">Peel</h1>
        <MasterSwitch {...masterProps} />
      </header>
      {readable && <OffFor {...masterProps} />}
      <LevelDial
        settings={settings}
        host={view.kind === 'page' ? normalHost(view.status.host) : null}
        change={change}
      />
      <Amount density={settings.density} onTurn={(density) => void change((now) => ({ ...now, density }))} />
      <PageInFront
        view={view}
        settings={{ ...settings, enabled: settings.enabled && paused === null }}
        change={change}
        doing={doing}
        acts={pageActs({ act, change, look, setStatus })}
      />
      <Foot problem={failure || problem || trouble} words={footOf(slow, doing ?? master.doing, sync)} act={act} />
    </main>
  );
}

interface LevelDialProps extends Pick<SettingsHold, 'change'> {
  settings: Settings;
  /** The site in front; null where there is none that could have a level of its own. */
  host: string | null;
}

/** The dial, which turns for all sites or, where the reader wants that, for this one. */
function LevelDial({ settings, host, change }: LevelDialProps) {
  const own = host !== null && Object.hasOwn(settings.siteLevels, host);
  const level = host === null ? settings.level : levelOn(settings, host);
  return (
    <Dial
      level={level}
      onTurn={(next) => void change((now) => (own ? withSiteLevel(now, host, next) : { ...now, level: next }))}
      site={
        host === null
          ? null
          : { name: host, own, onOwn: (keep) => void change((now) => withSiteLevel(now, host, keep ? level : null)) }
      }
    />
  );
}

interface FootProps extends Pick<Act, 'act'> {
  /** What went wrong, in a sentence; else empty. */
  problem: string;
  words: string;
}

function Foot({ problem, words, act }: FootProps) {
  return (
    <div class="foot">
      <p class="problem" role="alert">
        {problem}
      </p>
      <footer>
        <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
          {t('popup_options')}
        </button>
        <OpenLedger act={act} />
        <span class="quiet" role="status">
          {words}
        </span>
      </footer>
    </div>
  );
}
