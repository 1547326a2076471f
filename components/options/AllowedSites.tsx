import { useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { type AllowedSite, askableSite, askToRead, giveBack, listedSite, typedHost } from '@/lib/settings';
import { SiteForm } from './AddForm';
import { useAllowed } from './use-allowed';

/**
 * The sites beyond Peel's list that the reader allowed. The browser keeps this list and asks before it grows, so the bar at the
 * foot has no part in it: what was taken off can be asked for again in its place.
 */
export function AllowedSites() {
  const { allowed, look } = useAllowed();
  const [gone, setGone] = useState<AllowedSite | null>(null);
  const [said, setSaid] = useState('');
  /** Does `work`, which asks the browser, and says what came of it. */
  const tell = async (work: Promise<string>) => {
    setSaid('');
    setSaid(await work.catch((error: Error) => error.message));
    await look();
  };
  const ask = async ({ name, origins }: AllowedSite) => {
    if (!(await askToRead(name, origins)))
      return name === null ? t('allowed_stays_out_all') : t('allowed_stays_out', { site: name });
    setGone(null);
    return name === null ? t('allowed_done_all') : t('allowed_done', { site: name });
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
      void tell(ask(site));
      return null;
    }
    const host = typedHost(typed);
    const listed = host === null ? null : listedSite(host);
    return listed ? t('allowed_listed', { site: listed.name }) : t('typed_no_site');
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
