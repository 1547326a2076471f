import { useState } from 'preact/hooks';
import { normalHost, SITES, withSite } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

export function Sites({ settings, change }: SectionProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const host = normalHost(typed.replace(/^https?:\/\//i, '').replace(/\/.*$/, ''));
    setWrong(host === null);
    if (host === null) return;
    setTyped('');
    change((now) => withSite(now, host, false), `Peel is off on ${host}.`);
  };
  return (
    <Section title="Sites">
      <h3>Switched off by you</h3>
      {settings.sitesOff.length === 0 && (
        <p class="quiet">None. The popup has a switch for the site in front of you.</p>
      )}
      <ul class="plain">
        {settings.sitesOff.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              type="button"
              class="link"
              onClick={() => change((now) => withSite(now, host, true), `Peel is on again on ${host}.`)}
            >
              Switch on again
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label>
          <span>Switch Peel off on </span>
          <input
            type="text"
            value={typed}
            placeholder="example.com"
            aria-invalid={wrong}
            aria-describedby={wrong ? 'wrong-site' : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>{' '}
        <button type="submit" class="button" disabled={typed.trim() === ''}>
          Add
        </button>
        {wrong && (
          <p id="wrong-site" role="alert">
            That is not a site's address. Try something like example.com.
          </p>
        )}
      </form>
      <details>
        <summary>The {SITES.length} sites that Peel reads by itself</summary>
        <p class="quiet">Anywhere else, press the toolbar button and choose “Peel this page”.</p>
        <ul class="columns">
          {SITES.map((site) => (
            <li key={site.host}>
              {site.name} <span class="quiet">{site.host}</span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
