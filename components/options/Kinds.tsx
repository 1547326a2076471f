import { t } from '@/lib/locale';
import { ANNOUNCEMENT_KINDS, CLAIM_KINDS, type Kind } from '@/lib/model';
import { KIND_EXAMPLES, kindDefinition, kindName, withKind } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

export function Kinds({ settings, change }: SectionProps) {
  return (
    <Section title={t('kinds_heading')}>
      <p class="quiet">{t('kinds_about')}</p>
      <h3>{t('kinds_claims')}</h3>
      <KindList kinds={CLAIM_KINDS} settings={settings} change={change} />
      <h3>{t('kinds_announcements')}</h3>
      <KindList kinds={ANNOUNCEMENT_KINDS} settings={settings} change={change} />
    </Section>
  );
}

function KindList({ kinds, settings, change }: SectionProps & { kinds: readonly Kind[] }) {
  return (
    <ul class="columns checks">
      {kinds.map((kind) => (
        <li key={kind}>
          <label>
            <input
              type="checkbox"
              checked={!settings.kindsOff.includes(kind)}
              aria-describedby={`kind-${kind}`}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                void change(
                  (now) => withKind(now, kind, on),
                  t(on ? 'kinds_on_done' : 'kinds_off_done', { kind: kindName(kind) }),
                );
              }}
            />{' '}
            {kindName(kind)}
          </label>
          <p id={`kind-${kind}`} class="quiet">
            {kindDefinition(kind)}
            <q class="example" lang="en" dir="ltr">
              {KIND_EXAMPLES[kind]}
            </q>
          </p>
        </li>
      ))}
    </ul>
  );
}
