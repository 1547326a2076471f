import { LEVELS, type Level } from '@/lib/model';
import { LEVEL_WORDS } from '@/lib/settings/words';

interface Props {
  level: Level;
  onTurn: (level: Level) => void;
  /** The site in front, where it may have a dial of its own. */
  site?: { name: string; own: boolean; onOwn: (own: boolean) => void } | null;
}

/** The dial: four stops, one promise. Native radio buttons, so that arrows, Home and screen readers work as everywhere. */
export function Dial({ level, onTurn, site = null }: Props) {
  return (
    <fieldset class="dial">
      <legend>How much satire</legend>
      {site && (
        <label class="own">
          <input type="checkbox" checked={site.own} onChange={(event) => site.onOwn(event.currentTarget.checked)} />
          <span>
            on <b>{site.name}</b> alone
          </span>
        </label>
      )}
      <div class="stops" style={{ '--at': LEVELS.indexOf(level) }}>
        {LEVELS.map((stop) => (
          <label key={stop} class="stop">
            <input type="radio" name="level" value={stop} checked={stop === level} onChange={() => onTurn(stop)} />
            <span class="knob" aria-hidden="true" />
            <span class="stop-name">{LEVEL_WORDS[stop].name}</span>
          </label>
        ))}
      </div>
      <p class="promise" aria-live="polite">
        {LEVEL_WORDS[level].promise}
      </p>
    </fieldset>
  );
}
