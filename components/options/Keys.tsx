import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
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
          description: description || 'Open the popup',
          shortcut,
        })),
      );
    };
    list().catch(() => undefined);
  }, []);
  return (
    <Section title="Keys">
      <ul class="plain">
        {keys.map(({ name, description, shortcut }) => (
          <li key={name}>
            <span>{description}</span>
            {shortcut ? <kbd>{keysAsPrinted(shortcut)}</kbd> : <span class="quiet">none</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">
        To change them: in Chrome, open <code>chrome://extensions/shortcuts</code>; in Firefox, open{' '}
        <code>about:addons</code>, the gear, “Manage Extension Shortcuts”.
      </p>
    </Section>
  );
}
