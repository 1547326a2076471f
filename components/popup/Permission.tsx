import { t } from '@/lib/locale';
import type { AllowedSite } from '@/lib/sites/allowed';
import type { Act } from '../use-act';
import type { Always, Revoked } from './tab-in-front';

interface RevokedProps extends Pick<Act, 'doing'> {
  revoked: Revoked;
  onAllow: (site: Revoked) => void;
}

/** A listed site that Peel may not read any more. */
export function RevokedSection({ revoked, doing, onAllow }: RevokedProps) {
  return (
    <section class="page revoked" aria-label={t('popup_permission')}>
      <p class="verdict">{t('popup_revoked', { site: revoked.name })}</p>
      <button type="button" class="button primary" aria-disabled={doing !== null} onClick={() => onAllow(revoked)}>
        {t(doing === 'allow' ? 'popup_asking' : 'popup_allow_again')}
      </button>
    </section>
  );
}

interface AlwaysProps extends Pick<Act, 'doing'> {
  always: Always;
  onAllow: (site: Always) => void;
  onStop: (site: AllowedSite) => void;
}

/** A site beyond Peel's list: the reader may let Peel read it by itself, and take that back in the same place. */
export function AlwaysSection({ always, doing, onAllow, onStop }: AlwaysProps) {
  const { name, allowed } = always;
  const busy = doing !== null;
  if (allowed)
    return (
      <section class="page always" aria-label={t('popup_permission')}>
        <p class="quiet">
          {t('popup_allowed', { site: name })}{' '}
          <button type="button" class="link" aria-disabled={busy} onClick={() => onStop(always)}>
            {t(doing === 'stop' ? 'popup_stop_doing' : 'popup_stop')}
          </button>
        </p>
      </section>
    );
  return (
    <section class="page always" aria-label={t('popup_permission')}>
      <button
        type="button"
        class="button"
        aria-disabled={busy}
        aria-describedby="always-asks"
        onClick={() => onAllow(always)}
      >
        {t(doing === 'allow' ? 'popup_asking' : 'popup_always')}
      </button>
      <p id="always-asks" class="quiet">
        {t('popup_always_asks', { site: name })}
      </p>
    </section>
  );
}
