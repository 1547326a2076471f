import { LEVELS, type Level } from '@/lib/model';
import { LEVEL_WORDS } from '@/lib/settings/words';

/** The dial: four stops, one promise. Native radio buttons, so that arrows, Home and screen readers work as everywhere. */
export function Dial({ level, onTurn }: { level: Level; onTurn: (level: Level) => void }) {
  return (
    <fieldset class="dial">
      <legend>How much satire</legend>
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
