import { t } from '@/lib/locale';
import type { Settings } from '@/lib/settings';
import type { Act } from '../use-act';
import type { SettingsHold } from '../use-settings';
import { PageSection } from './PageSection';
import { AlwaysSection, RevokedSection } from './Permission';
import type { PageActs } from './page-acts';
import type { PageView } from './tab-in-front';

interface Props extends Pick<Act, 'doing'>, Pick<SettingsHold, 'change'> {
  view: PageView;
  /** As they hold now: switched off while Peel is paused. */
  settings: Settings;
  acts: PageActs;
}

/** All that the popup says of the tab in front. */
export function PageInFront({ view, settings, change, doing, acts }: Props) {
  if (view.kind === 'asking')
    return (
      <section class="page" aria-label={t('popup_page')} aria-busy="true">
        <p class="verdict">{t('page_waiting')}</p>
      </section>
    );
  const { tabId } = view;
  const revoked = tabId === null ? null : view.revoked;
  // Whoever is told that the permission is gone need not be told that the notes are.
  const gone = view.kind === 'page' && view.status.state === 'withdrawn' && revoked !== null;
  const always = tabId !== null && view.always && (
    <AlwaysSection always={view.always} doing={doing} onAllow={(site) => acts.allow(tabId, site)} onStop={acts.stop} />
  );
  return (
    <>
      {tabId !== null && revoked && (
        <RevokedSection revoked={revoked} doing={doing} onAllow={(site) => acts.allow(tabId, site)} />
      )}
      {view.kind === 'page' && !gone && (
        <PageSection
          status={view.status}
          settings={settings}
          change={change}
          doing={doing}
          onTell={(message) => acts.tell(view.tabId, message)}
          onJump={(id) => acts.jump(view.tabId, id)}
          onShare={() => acts.share(view.tabId, view.status)}
        >
          {always}
        </PageSection>
      )}
      {view.kind === 'absent' && <Absent view={view} doing={doing} onStart={acts.start} />}
      {view.kind === 'absent' && always}
    </>
  );
}

interface AbsentProps extends Pick<Act, 'doing'> {
  view: Extract<PageView, { kind: 'absent' }>;
  onStart: (tabId: number) => void;
}

/** A tab in which Peel is not at work: why, and the button that changes it where one can. */
function Absent({ view, doing, onStart }: AbsentProps) {
  const { availability, tabId, revoked } = view;
  return (
    <section class="page" aria-label={t('popup_page')}>
      {!revoked && <p class="verdict">{availability.sentence}</p>}
      {availability.canStart && tabId !== null && (
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
