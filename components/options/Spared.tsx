import { t } from '@/lib/locale';
import { normalPhrase, SPARED, withPhrase } from '@/lib/settings';
import { AddForm } from './AddForm';
import { Section, type SectionProps } from './Section';

/** Phrases and companies that are never marked. */
export function Spared({ settings, change }: SectionProps) {
  const add = (typed: string) => {
    if (settings.spared.length >= SPARED.most) return t('spared_full');
    const phrase = normalPhrase(typed);
    if (phrase === null) return t('spared_wrong', { most: SPARED.longest });
    return change((now) => withPhrase(now, phrase, true), t('spared_done', { phrase }));
  };
  return (
    <Section title={t('spared_heading')}>
      <p class="quiet">{t('spared_about')}</p>
      <ul class="plain">
        {settings.spared.map((phrase) => (
          <li key={phrase}>
            <span>{phrase}</span>
            <button
              type="button"
              class="link"
              aria-label={t('spared_back_named', { phrase })}
              onClick={() => change((now) => withPhrase(now, phrase, false), t('spared_back_done', { phrase }))}
            >
              {t('spared_back')}
            </button>
          </li>
        ))}
      </ul>
      <AddForm label={t('spared_label')} placeholder={t('spared_placeholder')} button={t('spared_add')} onAdd={add} />
    </Section>
  );
}
