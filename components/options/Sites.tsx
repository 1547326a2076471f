import { LEVEL_WORDS, SITES, typedHost, withSite, withSiteLevel } from '@/lib/settings';
import { NO_SITE, SiteForm } from './AddForm';
import { AllowedSites } from './AllowedSites';
import { Section, type SectionProps } from './Section';

/** Where Peel works: what it reads by itself, what the reader added, and what the reader switched off. */
export function Sites({ settings, change }: SectionProps) {
  const addOff = (typed: string) => {
    const host = typedHost(typed);
    if (host === null) return NO_SITE;
    change((now) => withSite(now, host, false), `Peel is off on ${host}.`);
    return null;
  };
  const levels = Object.entries(settings.siteLevels).sort(([a], [b]) => a.localeCompare(b));
  return (
    <Section title="Sites">
      <AllowedSites />
      <h3 id="off">Switched off by you</h3>
      {settings.sitesOff.length === 0 && (
        <p class="quiet">None. The popup has a switch for the site in front of you.</p>
      )}
      <ul class="plain" aria-labelledby="off">
        {settings.sitesOff.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              type="button"
              class="link"
              onClick={() => change((now) => withSite(now, host, true), `Peel is on again on ${host}.`)}
            >
              Switch on again<span class="visually-hidden"> on {host}</span>
            </button>
          </li>
        ))}
      </ul>
      <SiteForm label="Switch Peel off on" onAdd={addOff} />
      {levels.length > 0 && (
        <>
          <h3 id="dials">With a dial of their own</h3>
          <ul class="plain" aria-labelledby="dials">
            {levels.map(([host, level]) => (
              <li key={host}>
                <span>
                  {host}: {LEVEL_WORDS[level].name}
                </span>
                <button
                  type="button"
                  class="link"
                  onClick={() => change((now) => withSiteLevel(now, host, null), `${host} follows the dial above.`)}
                >
                  Follow the dial above<span class="visually-hidden"> on {host}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>The {SITES.length} sites that Peel reads by itself</summary>
        <p class="quiet">Anywhere else, press the toolbar button: this page only, or always on that site.</p>
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
