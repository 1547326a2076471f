import { t } from '@/lib/locale';
import { MOTIONS, SIDES, THEMES } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

interface PickProps<T extends string> {
  label: string;
  value: T;
  values: readonly T[];
  nameOf: (value: T) => string;
  onPick: (value: T) => void;
}

function Pick<T extends string>({ label, value, values, nameOf, onPick }: PickProps<T>) {
  return (
    <label class="row">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value as T)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Looks({ settings, change }: SectionProps) {
  return (
    <Section title={t('looks_heading')}>
      <Pick
        label={t('looks_side')}
        value={settings.side}
        values={SIDES}
        nameOf={(one) => t(`side_${one}`)}
        onPick={(side) => change((now) => ({ ...now, side }), t('looks_side_done'))}
      />
      <label class="row">
        <span>{t('looks_badge')}</span>
        <input
          type="checkbox"
          checked={settings.badge}
          onChange={(event) => {
            const badge = event.currentTarget.checked;
            void change((now) => ({ ...now, badge }), t(badge ? 'looks_badge_on_done' : 'looks_badge_off_done'));
          }}
        />
      </label>
      <label class="row">
        <span>{t('looks_print')}</span>
        <input
          type="checkbox"
          checked={settings.print}
          onChange={(event) => {
            const print = event.currentTarget.checked;
            void change((now) => ({ ...now, print }), t(print ? 'looks_print_on_done' : 'looks_print_off_done'));
          }}
        />
      </label>
      <Pick
        label={t('looks_motion')}
        value={settings.motion}
        values={MOTIONS}
        nameOf={(one) => t(`motion_${one}`)}
        onPick={(motion) => change((now) => ({ ...now, motion }), t(`looks_motion_${motion}_done`))}
      />
      <Pick
        label={t('looks_theme')}
        value={settings.theme}
        values={THEMES}
        nameOf={(one) => t(`theme_${one}`)}
        onPick={(theme) => change((now) => ({ ...now, theme }), t('looks_theme_done'))}
      />
      <p class="quiet">{t('looks_about')}</p>
    </Section>
  );
}
