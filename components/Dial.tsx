import { t } from '@/lib/locale';
import { LEVELS, type Level } from '@/lib/model';
import { levelName, levelPromise } from '@/lib/settings/words';
import { woven } from './woven';

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
      <legend>{t('dial_legend')}</legend>
      {site && (
        <label class="own">
          <input type="checkbox" checked={site.own} onChange={(event) => site.onOwn(event.currentTarget.checked)} />
          <span>{woven((name) => t('dial_own', { site: name }), <b>{site.name}</b>)}</span>
        </label>
      )}
      <div class="stops" style={{ '--at': LEVELS.indexOf(level) }}>
        {LEVELS.map((stop) => (
          <label key={stop} class="stop">
            <input type="radio" name="level" value={stop} checked={stop === level} onChange={() => onTurn(stop)} />
            <span class="knob" aria-hidden="true" />
            <span class="stop-name">{levelName(stop)}</span>
          </label>
        ))}
      </div>
      <p class="promise" aria-live="polite">
        {levelPromise(level)}
      </p>
    </fieldset>
  );
}
