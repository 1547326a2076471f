import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';
import { woven } from '../woven';
import { Section } from './Section';

/** "Alt+Shift+Period" with the signs that stand on the keys. */
const keysAsPrinted = (shortcut: string) =>
  shortcut.replace(/\b(Comma|Period)\b/, (name) => (name === 'Comma' ? ',' : '.'));

export function Keys() {
  const [keys, setKeys] = useState<{ name: string; description: string; shortcut: string }[]>([]);
  useEffect(() => {
    const list = async () => {
      const all = await browser.commands.getAll();
      setKeys(
        all.map(({ name = '', description, shortcut = '' }) => ({
          name,
          description: description || t('keys_popup'),
          shortcut,
        })),
      );
    };
    list().catch(() => undefined);
  }, []);
  return (
    <Section title={t('keys_heading')}>
      <ul class="plain">
        {keys.map(({ name, description, shortcut }) => (
          <li key={name}>
            <span>{description}</span>
            {shortcut ? <kbd dir="ltr">{keysAsPrinted(shortcut)}</kbd> : <span class="quiet">{t('keys_none')}</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">
        {woven(
          (chrome, firefox) => t('keys_change', { chrome, firefox }),
          <code dir="ltr">chrome://extensions/shortcuts</code>,
          <code dir="ltr">about:addons</code>,
        )}
      </p>
    </Section>
  );
}
