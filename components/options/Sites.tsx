import { t, tCount } from '@/lib/locale';
import { levelName, withSite, withSiteLevel } from '@/lib/settings';
import { typedHost } from '@/lib/sites/allowed';
import { SITES } from '@/lib/sites/sites';
import { SiteForm } from './AddForm';
import { AllowedSites } from './AllowedSites';
import { Section, type SectionProps } from './Section';

interface Props extends SectionProps {
  /** False where the browser does not show the settings. */
  readable: boolean;
}

/** Where Peel works: what it reads by itself, what the reader added, and what the reader switched off. */
export function Sites({ settings, readable, change }: Props) {
  const addOff = (typed: string) => {
    const host = typedHost(typed);
    if (host === null) return t('typed_no_site');
    return change((now) => withSite(now, host, false), t('sites_off_done', { site: host }));
  };
  const levels = Object.entries(settings.siteLevels).sort(([a], [b]) => a.localeCompare(b));
  return (
    <Section title={t('sites_heading')}>
      <AllowedSites settings={settings} change={change} />
      <h3 id="off">{t('sites_off_heading')}</h3>
      {settings.sitesOff.length === 0 && <p class="quiet">{t(readable ? 'sites_off_none' : 'store_unshown')}</p>}
      <ul class="plain" aria-labelledby="off">
        {settings.sitesOff.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              type="button"
              class="link"
              aria-label={t('sites_switch_on_named', { site: host })}
              onClick={() => change((now) => withSite(now, host, true), t('sites_on_done', { site: host }))}
            >
              {t('sites_switch_on')}
            </button>
          </li>
        ))}
      </ul>
      <SiteForm label={t('sites_off_add')} onAdd={addOff} />
      {levels.length > 0 && (
        <>
          <h3 id="dials">{t('sites_dial_heading')}</h3>
          <ul class="plain" aria-labelledby="dials">
            {levels.map(([host, level]) => (
              <li key={host}>
                <span>{t('sites_dial', { site: host, level: levelName(level) })}</span>
                <button
                  type="button"
                  class="link"
                  aria-label={t('sites_dial_drop_named', { site: host })}
                  onClick={() => change((now) => withSiteLevel(now, host, null), t('sites_dial_done', { site: host }))}
                >
                  {t('sites_dial_drop')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <details>
        <summary>{tCount('sites_listed', SITES.length)}</summary>
        <p class="quiet">{t('sites_elsewhere')}</p>
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
