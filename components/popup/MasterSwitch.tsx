import { t } from '@/lib/locale';
import { offWords, type Pause, pause, resume, type Settings } from '@/lib/settings';
import type { Act } from '../use-act';
import type { Step } from '../use-settings';

interface Props extends Pick<Act, 'act'> {
  settings: Settings;
  paused: Pause | null;
  change: (step: Step) => Promise<unknown>;
}

/** On or off, everywhere. */
export function MasterSwitch({ settings, paused, change, act }: Props) {
  const on = settings.enabled && paused === null;
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        aria-labelledby="peel"
        checked={on}
        onChange={(event) => {
          const enabled = event.currentTarget.checked;
          void act('switch', async () => {
            if (enabled) await resume();
            await change((now) => ({ ...now, enabled }));
          });
        }}
      />
      <span aria-hidden="true">{t(on ? 'popup_on' : 'popup_off')}</span>
    </label>
  );
}

const LENGTHS = ['good', 'hour', 'restart'] as const;
type Length = (typeof LENGTHS)[number];

/** For how long Peel is off; shown while it is. The switch above takes it back. */
export function OffFor({ settings, paused, change, act }: Props) {
  if (settings.enabled && paused === null) return null;
  // What is off for good stays off when a pause is over.
  const pausing = settings.enabled ? paused : null;
  const length: Length = pausing === null ? 'good' : pausing.until === 'restart' ? 'restart' : 'hour';
  const choose = (next: Length) =>
    act('switch', async () => {
      // In this order, so that Peel is off at every moment between.
      if (next !== 'good') await pause(next);
      const done = await change((now) => ({ ...now, enabled: next !== 'good' }));
      if (next === 'good' && done) await resume();
    });
  return (
    <fieldset class="amount off-for">
      <legend>{t('popup_off')}</legend>
      {LENGTHS.map((each) => (
        <label key={each}>
          <input type="radio" name="off" value={each} checked={each === length} onChange={() => void choose(each)} />
          <span class="amount-name">{t(`popup_off_${each}`)}</span>
        </label>
      ))}
      <p class="quiet" aria-live="polite">
        {offWords(pausing)}
      </p>
    </fieldset>
  );
}
