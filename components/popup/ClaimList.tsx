import { t } from '@/lib/locale';
import type { StatusClaim } from '@/lib/messages';
import { bandName, markName } from '@/lib/settings/words';

interface Props {
  claims: StatusClaim[];
  onJump: (id: string) => void;
}

/** The page's claims and announcements in reading order; each jumps to its place. */
export function ClaimList({ claims, onJump }: Props) {
  return (
    <ol class="claims" aria-label={t('page_marked')}>
      {claims.map(({ claim, painted, note }) => (
        <li key={claim.id}>
          <button
            type="button"
            class={`claim ${claim.family}`}
            disabled={!painted}
            title={painted ? [claim.quote, note?.text].filter(Boolean).join('\n\n') : t('popup_gone')}
            onClick={() => onJump(claim.id)}
          >
            <span class="claim-head">
              <span class="claim-kind">
                {markName(claim)}
                {painted ? '' : ` · ${t('popup_gone_mark')}`}
              </span>
              {claim.family === 'claim' ? (
                <span class={`heat ${claim.hype.band}`} title={t('hype_score', { score: claim.hype.score })}>
                  <span class="visually-hidden">{t('family_claim')}, </span>
                  {bandName(claim.hype.band)}
                </span>
              ) : (
                <span class="heat">{t('family_announcement')}</span>
              )}
            </span>
            <span class="claim-quote" dir="auto">
              {claim.quote}
            </span>
            {note && (
              <span class="claim-note" lang="en" dir="auto">
                <span class="visually-hidden">{t('popup_satire_follows')} </span>
                {note.text}
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
