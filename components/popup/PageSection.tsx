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
}

/** A tab in which Peel is at work: the site's switch, the verdict, what is marked, and what can be done with it. */
export function PageSection({ status, settings, change, doing, onTell, onShare }: Props) {
  const found = status.claims.length > 0;
  const busy = doing !== null;
  // A file has no site that could be switched off.
  const site = normalHost(status.host);
  const retry = status.state === 'failed' ? 'Try again' : 'Read it after all';
  return (
    <section class="page" aria-label="This page">
      {site !== null && (
        <label class="switch site">
          <input
            type="checkbox"
            role="switch"
            checked={isOn(settings, status.host)}
            disabled={!settings.enabled}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              void change((now) => withSite(now, status.host, on));
            }}
          />
          <span title={status.host}>
            On <b>{site}</b>
          </span>
        </label>
      )}
      <p class="verdict" aria-live="polite">
        {verdictOf(status)}
      </p>
      {status.faded && <p class="sitting-out">This page hides Peel’s notes, or lets them fade.</p>}
      {status.room === 'straight-face' && found && <p class="sitting-out">Sitting this one out. {status.roomReason}</p>}
      {found && <ClaimList claims={status.claims} onJump={(index) => onTell({ type: 'peel:jump', index })} />}
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
      {(status.state === 'failed' || status.state === 'sat-out') && (
        <button type="button" class="button" aria-disabled={busy} onClick={() => onTell({ type: 'peel:retry' })}>
          {doing === 'peel:retry' ? 'Reading…' : retry}
        </button>
      )}
    </section>
  );
}
