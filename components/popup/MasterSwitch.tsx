import { type Pause, pause, resume, type Settings } from '@/lib/settings';
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
      <span aria-hidden="true">{on ? 'On' : 'Off'}</span>
    </label>
  );
}

type Length = 'good' | 'hour' | 'restart';
const LENGTHS: Record<Length, string> = { good: 'until I say', hour: 'for an hour', restart: 'until a restart' };

const clock = (time: number) => new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(time);

function offWords(paused: Pause | null): string {
  if (paused === null) return 'Peel is off everywhere until you switch it on.';
  if (paused.until === 'restart') return 'Peel is off everywhere until the browser starts anew.';
  return `Peel is off everywhere until ${clock(paused.until)}.`;
}

/** For how long Peel is off; shown while it is. The switch above takes it back. */
export function OffFor({ settings, paused, change, act }: Props) {
  if (settings.enabled && paused === null) return null;
  const length: Length = paused === null ? 'good' : paused.until === 'restart' ? 'restart' : 'hour';
  const choose = (next: Length) =>
    act('switch', async () => {
      // In this order, so that Peel is off at every moment between.
      if (next !== 'good') await pause(next);
      await change((now) => ({ ...now, enabled: next !== 'good' }));
      if (next === 'good') await resume();
    });
  return (
    <fieldset class="amount off-for">
      <legend>Off</legend>
      {(Object.keys(LENGTHS) as Length[]).map((each) => (
        <label key={each}>
          <input type="radio" name="off" value={each} checked={each === length} onChange={() => void choose(each)} />
          <span class="amount-name">{LENGTHS[each]}</span>
        </label>
      ))}
      <p class="quiet" aria-live="polite">
        {offWords(paused)}
      </p>
    </fieldset>
  );
}
