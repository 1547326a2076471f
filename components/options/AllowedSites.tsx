import { useState } from 'preact/hooks';
import { type AllowedSite, askableSite, askToRead, giveBack, listedSite, typedHost } from '@/lib/settings';
import { NO_SITE, SiteForm } from './AddForm';
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
  const ask = async (name: string, origins: string[]) => {
    if (!(await askToRead(name, origins))) return `Peel stays out of ${name}.`;
    setGone(null);
    return `Peel reads ${name} by itself from now on.`;
  };
  const remove = async (site: AllowedSite) => {
    await giveBack(site);
    setGone(site);
    return `Peel reads ${site.name ?? 'every site'} only when you ask.`;
  };
  const add = (typed: string) => {
    const site = askableSite(typed);
    if (site?.name) {
      void tell(ask(site.name, site.origins));
      return null;
    }
    const host = typedHost(typed);
    const listed = host === null ? null : listedSite(host);
    return listed ? `${listed.name} is among the sites that Peel reads in any case.` : NO_SITE;
  };
  return (
    <>
      <h3 id="allowed">Always on, because you allowed it</h3>
      <p class="quiet">
        Peel asks for one site at a time, and the browser asks you. Whatever is here can also be taken back in the
        browser’s own list of extensions.
      </p>
      {allowed.length === 0 && <p class="quiet">None. The popup offers it on any page.</p>}
      <ul class="plain" aria-labelledby="allowed">
        {allowed.map((site) => (
          <li key={site.origins.join()}>
            <span>{site.name ?? 'Every site: so it is set in the browser'}</span>
            <button type="button" class="link" onClick={() => void tell(remove(site))}>
              Take back<span class="visually-hidden"> {site.name ?? 'every site'}</span>
            </button>
          </li>
        ))}
      </ul>
      <SiteForm label="Always read" onAdd={add} />
      <p role="status" class="quiet told">
        {said}{' '}
        {gone && (
          <button type="button" class="link" onClick={() => void tell(ask(gone.name ?? 'every site', gone.origins))}>
            Allow it again
          </button>
        )}
      </p>
    </>
  );
}
