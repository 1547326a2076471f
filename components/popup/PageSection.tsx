import type { ComponentChildren } from 'preact';
import type { PageStatus, ToPage } from '@/lib/messages';
import { isOn, normalHost, type Settings, withSite } from '@/lib/settings';
import type { Act } from '../use-act';
import type { Step } from '../use-settings';
import { verdictOf } from '../verdict';
import { ClaimList } from './ClaimList';

interface Props extends Pick<Act, 'doing'> {
  status: PageStatus;
  settings: Settings;
  change: (step: Step) => Promise<unknown>;
  onTell: (message: ToPage) => void;
  onShare: () => void;
  /** What stands below the site's switch. */
  children?: ComponentChildren;
}

/** What the button that reads the page again says. */
const RETRY: Partial<Record<PageStatus['state'], string>> = {
  failed: 'Try again',
  'sat-out': 'Read it after all',
  withdrawn: 'Peel this page only',
};

/** A tab in which Peel is at work: the site's switch, the verdict, what is marked, and what can be done with it. */
export function PageSection({ status, settings, change, doing, onTell, onShare, children }: Props) {
  const found = status.claims.length > 0;
  const busy = doing !== null;
  // A file has no site that could be switched off.
  const site = normalHost(status.host);
  const on = isOn(settings, status.host);
  return (
    <section class="page" aria-label="This page">
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
            {on ? 'On' : 'Off'} on <b>{site}</b>
          </span>
        </label>
      )}
      {children}
      {/* What is off everywhere is said above. */}
      {status.state !== 'all-off' && (
        <p class="verdict" aria-live="polite">
          {verdictOf(status)}
        </p>
      )}
      {status.faded && <p class="sitting-out">This page hides Peel’s notes, or lets them fade.</p>}
      {status.room === 'straight-face' && found && (
        <p class="sitting-out">{status.roomReason || 'Peel sits this one out.'}</p>
      )}
      {found && (
        <div class="actions">
          <button type="button" class="button primary" aria-disabled={busy} onClick={onShare}>
            {doing === 'share' ? 'Taking the picture…' : 'Share a picture'}
          </button>
          <button
            type="button"
            class="button"
            aria-disabled={busy}
            onClick={() => onTell({ type: 'peel:hide', hidden: !status.hidden })}
          >
            {status.hidden ? 'Show notes' : 'Hide notes'}
          </button>
        </div>
      )}
      {RETRY[status.state] && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => onTell({ type: 'peel:retry' })}>
          {doing === 'peel:retry' ? 'Reading…' : RETRY[status.state]}
        </button>
      )}
      {found && <ClaimList claims={status.claims} onJump={(index) => onTell({ type: 'peel:jump', index })} />}
    </section>
  );
}
