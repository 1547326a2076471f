import { Fragment } from 'preact';
import { browser } from 'wxt/browser';
import { PERMISSION_WORDS, SITES } from '@/lib/settings';

/** What was asked for and why. `fresh` is what an update asks for that the version before did not. */
export function Asked({ fresh }: { fresh: string[] }) {
  const isFresh = (name: string) => fresh.includes(name);
  const { permissions = [] } = browser.runtime.getManifest();
  const newSites = fresh.filter((one) => one.includes('://'));
  return (
    <section aria-labelledby="asked">
      <h2 id="asked">What was asked for, and why</h2>
      <dl>
        <dt>
          {SITES.length} sites
          {newSites.length > 0 && <New />}
        </dt>
        <dd>
          Technology news and company newsrooms, where Peel reads by itself. The browser warned you of these. The whole
          list is in the options, and each can be switched off.
        </dd>
        {Object.entries(PERMISSION_WORDS)
          .filter(([name]) => (permissions as string[]).includes(name))
          .map(([name, why]) => (
            <Fragment key={name}>
              <dt>
                <code>{name}</code>
                {isFresh(name) && <New />}
              </dt>
              <dd>{why}</dd>
            </Fragment>
          ))}
        <dt>Any other site</dt>
        <dd>Not now. If you want Peel there, press its button: the browser asks you about that one site.</dd>
      </dl>
    </section>
  );
}

const New = () => <strong class="new"> new</strong>;
