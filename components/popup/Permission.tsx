import type { AllowedSite } from '@/lib/settings';
import type { Act } from '../use-act';
import type { Always, Revoked } from './page-link';

interface RevokedProps extends Pick<Act, 'doing'> {
  revoked: Revoked;
  onAllow: (site: Revoked) => void;
}

/** A listed site that Peel may not read any more. */
export function RevokedSection({ revoked, doing, onAllow }: RevokedProps) {
  return (
    <section class="page revoked" aria-label="Permission">
      <p class="verdict">
        Peel may no longer read {revoked.name} by itself: the permission was taken back in the browser.
      </p>
      <button type="button" class="button primary" aria-disabled={doing !== null} onClick={() => onAllow(revoked)}>
        {doing === 'allow' ? 'Asking…' : 'Allow it again'}
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
      <section class="page always" aria-label="Permission">
        <p class="quiet">
          Peel reads {name} by itself, because you allowed it.{' '}
          <button type="button" class="link" aria-disabled={busy} onClick={() => onStop(always)}>
            {doing === 'stop' ? 'Stopping…' : 'Stop that'}
          </button>
        </p>
      </section>
    );
  return (
    <section class="page always" aria-label="Permission">
      <button
        type="button"
        class="button"
        aria-disabled={busy}
        aria-describedby="always-asks"
        onClick={() => onAllow(always)}
      >
        {doing === 'allow' ? 'Asking…' : 'Always on this site'}
      </button>
      <p id="always-asks" class="quiet">
        The browser will ask whether Peel may read {name}: this site alone, and you can take it back here.
      </p>
    </section>
  );
}
