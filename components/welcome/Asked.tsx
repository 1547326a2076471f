import { Fragment } from 'preact';
import { browser } from 'wxt/browser';
import { t, tCount } from '@/lib/locale';
import { PERMISSIONS, permissionWords } from '@/lib/sites/permissions';
import { SITES } from '@/lib/sites/sites';

/** What was asked for and why. `fresh` is what an update asks for that the version before did not. */
export function Asked({ fresh }: { fresh: string[] }) {
  const isFresh = (name: string) => fresh.includes(name);
  const { permissions = [] } = browser.runtime.getManifest();
  const newSites = fresh.filter((one) => one.includes('://'));
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">{t('welcome_asked')}</h2>
      <dl>
        <dt>
          {tCount('welcome_sites', SITES.length)}
          {newSites.length > 0 && <New />}
        </dt>
        <dd>{t('welcome_sites_why')}</dd>
        {PERMISSIONS.filter((name) => (permissions as string[]).includes(name)).map((name) => (
          <Fragment key={name}>
            <dt>
              <code>{name}</code>
              {isFresh(name) && <New />}
            </dt>
            <dd>{permissionWords(name)}</dd>
          </Fragment>
        ))}
        <dt>{t('welcome_other_sites')}</dt>
        <dd>{t('welcome_other_sites_why')}</dd>
      </dl>
    </section>
  );
}

const New = () => <strong class="new"> {t('welcome_new')}</strong>;
