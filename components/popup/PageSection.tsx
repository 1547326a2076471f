import type { ComponentChildren } from 'preact';
import { type PlainKey, t } from '@/lib/locale';
import type { PageStatus, ToPage } from '@/lib/messages';
import { isOn, normalHost, type Settings, withSite } from '@/lib/settings';
import { sittingOut } from '../card/no-jokes';
import type { Act } from '../use-act';
import type { Step } from '../use-settings';
import { verdictOf } from '../verdict';
import { woven } from '../woven';
import { ClaimList } from './ClaimList';

interface Props extends Pick<Act, 'doing'> {
  status: PageStatus;
  settings: Settings;
  change: (step: Step) => Promise<unknown>;
  onTell: (message: ToPage) => void;
  onJump: (id: string) => void;
  onShare: () => void;
  /** What stands below the site's switch. */
  children?: ComponentChildren;
}

/** What the button that reads the page again says. */
const RETRY: Partial<Record<PageStatus['state'], PlainKey>> = {
  failed: 'page_retry',
  'sat-out': 'page_after_all',
  withdrawn: 'popup_start_only',
};

/** A tab in which Peel is at work: the site's switch, the verdict, what is marked, and what can be done with it. */
export function PageSection({ status, settings, change, doing, onTell, onJump, onShare, children }: Props) {
  const found = status.claims.length > 0;
  const retry = RETRY[status.state];
  const busy = doing !== null;
  // A file has no site that could be switched off.
  const site = normalHost(status.host);
  const on = isOn(settings, status.host);
  return (
    <section class="page" aria-label={t('popup_page')}>
      {site !== null && (
        <label class="switch site">
          <input
            type="checkbox"
            role="switch"
            checked={on}
            disabled={!settings.enabled}
            onChange={(event) => {
              const next = event.currentTarget.checked;
              void change((now) => withSite(now, status.host, next));
            }}
          />
          <span title={status.host}>
            {woven((name) => t(on ? 'popup_on_site' : 'popup_off_site', { site: name }), <b>{site}</b>)}
          </span>
        </label>
      )}
      {children}
      {/* What is off everywhere is said above; a page that is off by itself says why. */}
      {(status.state !== 'all-off' || (settings.enabled && status.reason !== null)) && (
        <p class="verdict" aria-live="polite">
          {verdictOf(status)}
        </p>
      )}
      {status.faded && <p class="sitting-out">{t('popup_faded')}</p>}
      {status.room === 'straight-face' && found && <p class="sitting-out">{sittingOut(status.roomReason)}</p>}
      {found && (
        <div class="actions">
          <button type="button" class="button primary" aria-disabled={busy} onClick={onShare}>
            {t(doing === 'share' ? 'popup_picturing' : 'popup_share')}
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={() => onTell({ type: 'peel:hide', hidden: !status.hidden })}
          >
            {t(status.hidden ? 'popup_show_notes' : 'popup_hide_notes')}
          </button>
        </div>
      )}
      {retry && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => onTell({ type: 'peel:retry' })}>
          {t(doing === 'peel:retry' ? 'popup_reading' : retry)}
        </button>
      )}
      {found && <ClaimList claims={status.claims} onJump={onJump} />}
    </section>
  );
}
