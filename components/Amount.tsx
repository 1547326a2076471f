import { t } from '@/lib/locale';
import { DENSITIES, type Density } from '@/lib/model';
import { densityName, densityPromise } from '@/lib/settings/words';

interface Props {
  density: Density;
  onTurn: (density: Density) => void;
}

/** How much of a page is marked: three stops in a row. Native radio buttons, as in the dial. */
export function Amount({ density, onTurn }: Props) {
  return (
    <fieldset class="amount">
      <legend>{t('amount_legend')}</legend>
      {DENSITIES.map((stop) => (
        <label key={stop} title={densityPromise(stop)}>
          <input type="radio" name="density" value={stop} checked={stop === density} onChange={() => onTurn(stop)} />
          <span class="amount-name">{densityName(stop)}</span>
        </label>
      ))}
    </fieldset>
  );
}
