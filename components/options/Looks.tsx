import type { Motion, Side, Theme } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

const SIDES: Record<Side, string> = { auto: 'Where there is more room', left: 'Left', right: 'Right' };

const THEME_NAMES: Record<Theme, string> = { system: 'As the system has it', light: 'Light', dark: 'Dark' };
const MOTION_NAMES: Record<Motion, string> = { system: 'As the system has it', never: 'Never' };

interface PickProps<T extends string> {
  label: string;
  value: T;
  names: Record<T, string>;
  onPick: (value: T) => void;
}

function Pick<T extends string>({ label, value, names, onPick }: PickProps<T>) {
  return (
    <label class="row">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value as T)}>
        {(Object.keys(names) as T[]).map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Looks({ settings, change }: SectionProps) {
  return (
    <Section title="Looks">
      <Pick
        label="Notes stand"
        value={settings.side}
        names={SIDES}
        onPick={(side) => change((now) => ({ ...now, side }), 'The notes have moved.')}
      />
      <label class="row">
        <span>Count on the toolbar button</span>
        <input
          type="checkbox"
          checked={settings.badge}
          onChange={(event) => {
            const badge = event.currentTarget.checked;
            change((now) => ({ ...now, badge }), `The count is ${badge ? 'on' : 'off'}.`);
          }}
        />
      </label>
      <label class="row">
        <span>Print the notes under the page</span>
        <input
          type="checkbox"
          checked={settings.print}
          onChange={(event) => {
            const print = event.currentTarget.checked;
            change(
              (now) => ({ ...now, print }),
              print ? 'Notes are printed.' : 'Pages print as if Peel were not there.',
            );
          }}
        />
      </label>
      <Pick
        label="Things move"
        value={settings.motion}
        names={MOTION_NAMES}
        onPick={(motion) =>
          change(
            (now) => ({ ...now, motion }),
            motion === 'never' ? 'Nothing of Peel’s moves.' : 'Peel moves as the system does.',
          )
        }
      />
      <Pick
        label="Colours of Peel’s own pages"
        value={settings.theme}
        names={THEME_NAMES}
        onPick={(theme) => change((now) => ({ ...now, theme }), 'The colours have changed.')}
      />
      <p class="quiet">Notes in the margin always take the colours of the page they stand on.</p>
    </Section>
  );
}
