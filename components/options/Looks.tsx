import type { Side } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

const SIDES: Record<Side, string> = { auto: 'Where there is more room', left: 'Left', right: 'Right' };

export function Looks({ settings, change }: SectionProps) {
  return (
    <Section title="On the page">
      <label class="row">
        <span>Notes stand</span>
        <select
          value={settings.side}
          onChange={(event) => {
            const side = event.currentTarget.value as Side;
            change((now) => ({ ...now, side }), 'The notes have moved.');
          }}
        >
          {(Object.keys(SIDES) as Side[]).map((side) => (
            <option key={side} value={side}>
              {SIDES[side]}
            </option>
          ))}
        </select>
      </label>
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
    </Section>
  );
}
