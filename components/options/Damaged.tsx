import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { damagedRecord, dropDamagedRecord, type Settings } from '@/lib/settings';
import { useLatest } from '../use-latest';
import { Section } from './Section';

/** Settings that were damaged and set aside: shown so that nothing a reader chose is lost without a trace. */
export function Damaged({ settings, onFail }: { settings: Settings; onFail: (sentence: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  const latest = useLatest();
  useEffect(() => {
    void latest(damagedRecord(), setText);
  }, [settings, latest]);
  if (text === null) return null;
  const drop = () =>
    dropDamagedRecord().then(
      () => setText(null),
      (error: Error) => onFail(error.message),
    );
  return (
    <Section title={t('damaged_heading')}>
      <p class="quiet">{t('damaged_about')}</p>
      <pre>{text}</pre>
      <button type="button" class="button" onClick={drop}>
        {t('damaged_drop')}
      </button>
    </Section>
  );
}
