import { DENSITIES, type Density } from '@/lib/model';
import { DENSITY_WORDS } from '@/lib/settings/words';

interface Props {
  density: Density;
  onTurn: (density: Density) => void;
}

/** How much of a page is marked: three stops in a row. Native radio buttons, as in the dial. */
export function Amount({ density, onTurn }: Props) {
  return (
    <fieldset class="amount">
      <legend>How much to mark</legend>
      {DENSITIES.map((stop) => (
        <label key={stop} title={DENSITY_WORDS[stop].promise}>
          <input type="radio" name="density" value={stop} checked={stop === density} onChange={() => onTurn(stop)} />
          <span class="amount-name">{DENSITY_WORDS[stop].name}</span>
        </label>
      ))}
    </fieldset>
  );
}
