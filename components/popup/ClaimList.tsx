import type { StatusClaim } from '@/lib/messages';
import { markName } from '@/lib/settings/words';

interface Props {
  claims: StatusClaim[];
  onJump: (index: number) => void;
}

/** The page's claims and announcements in reading order; each jumps to its place. */
export function ClaimList({ claims, onJump }: Props) {
  return (
    <ol class="claims" aria-label="Marked on this page">
      {claims.map(({ index, claim, painted, note }) => (
        <li key={claim.id}>
          <button
            type="button"
            class={`claim ${claim.family}`}
            disabled={!painted}
            title={
              painted ? [claim.quote, note?.text].filter(Boolean).join('\n\n') : 'This sentence has left the page.'
            }
            onClick={() => onJump(index)}
          >
            <span class="claim-head">
              <span class="claim-kind">
                {markName(claim)}
                {painted ? '' : ' · gone from the page'}
              </span>
              {claim.family === 'claim' ? (
                <span class={`heat ${claim.hype.band}`} title={`Hype ${claim.hype.score} of 100`}>
                  <span class="visually-hidden">claim, </span>
                  {claim.hype.band}
                </span>
              ) : (
                <span class="heat">announcement</span>
              )}
            </span>
            <span class="claim-quote">{claim.quote}</span>
            {note && (
              <span class="claim-note">
                <span class="visually-hidden">Satire: </span>
                {note.text}
              </span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}
