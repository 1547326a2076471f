import { useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { withSite } from '@/lib/settings';
import { type AllowedSite, askableSite, askToRead, giveBack, mayRead, typedHost } from '@/lib/sites/allowed';
import { listedSite, type Site, sitePatterns } from '@/lib/sites/sites';
import { SiteForm } from './AddForm';
import type { SectionProps } from './Section';
import { useAllowed } from './use-allowed';

/**
 * The sites beyond Peel's list that the reader allowed. The browser keeps this list and asks before it grows, so the bar at the
 * foot has no part in it: what was taken off can be asked for again in its place. Only that a site is switched off is Peel's own.
 */
export function AllowedSites({ settings, change }: SectionProps) {
  const { allowed, look } = useAllowed();
  const [gone, setGone] = useState<AllowedSite | null>(null);
  const [said, setSaid] = useState('');
  /** Does `work`, which asks the browser, and says what came of it: nothing where the bar says that it failed. True where it was done. */
  const tell = async (work: Promise<string>): Promise<boolean> => {
    setSaid('');
    let done = true;
    const sentence = await work.catch((error: Error) => {
      done = false;
      return error.message;
    });
    setSaid(sentence);
    await look();
    return done && sentence !== '';
  };
  const ask = async ({ name, origins }: AllowedSite) => {
    if (!(await askToRead(name, origins)))
      throw new Error(name === null ? t('allowed_stays_out_all') : t('allowed_stays_out', { site: name }));
    // A site that was switched off is not read, whatever the browser allows.
    const off = name !== null && settings.sitesOff.includes(name);
    if (off && !(await change((now) => withSite(now, name, true), t('sites_on_done', { site: name })))) return '';
    setGone(null);
    if (name === null) return t('allowed_done_all');
    return t('allowed_done', { site: name });
  };
  const askForListed = async (site: Site) => {
    // Asked at the same time: the browser puts its question only right in the reader's press, and none where it need not.
    const origins = sitePatterns([site]);
    const [may, said] = await Promise.all([mayRead(origins), ask({ name: site.host, origins })]);
    return may && !settings.sitesOff.includes(site.host) ? t('allowed_listed', { site: site.name }) : said;
  };
  const remove = async (site: AllowedSite) => {
    await giveBack(site);
    setGone(site);
    return site.name === null ? t('allowed_removed_all') : t('allowed_removed', { site: site.name });
  };
  const add = (typed: string) => {
    const site = askableSite(typed);
    if (site?.name) {
      setGone(null);
      return tell(ask(site));
    }
    const host = typedHost(typed);
    const listed = host === null ? null : listedSite(host);
    return listed ? tell(askForListed(listed)) : t('typed_no_site');
  };
  return (
    <>
      <h3 id="allowed">{t('allowed_heading')}</h3>
      <p class="quiet">{t('allowed_about')}</p>
      {allowed.length === 0 && <p class="quiet">{t('allowed_none')}</p>}
      <ul class="plain" aria-labelledby="allowed">
        {allowed.map((site) => (
          <li key={site.origins.join()}>
            <span>{site.name ?? t('allowed_every')}</span>
            <button
              type="button"
              class="link"
              aria-label={site.name === null ? t('allowed_remove_all') : t('allowed_remove_named', { site: site.name })}
              onClick={() => void tell(remove(site))}
            >
              {t('allowed_remove')}
            </button>
          </li>
        ))}
      </ul>
      <SiteForm label={t('allowed_add')} onAdd={add} />
      <p role="status" class="quiet told">
        {said}{' '}
        {gone && (
          <button type="button" class="link" onClick={() => void tell(ask(gone))}>
            {t('allowed_again')}
          </button>
        )}
      </p>
    </>
  );
}
