import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import type { Settings } from '@/lib/settings';
import { Dial } from '../Dial';
import { useSettings } from '../use-settings';
import { verdictOf } from '../verdict';
import { Asked } from './Asked';
import { Pin } from './Pin';
import { SampleArticle } from './SampleArticle';
import type { Sample, startSample } from './sample';

interface Props {
  /** Starts Peel on this page; the entry point hands it in. */
  start: typeof startSample;
  /** What an update asks for that the version before did not; empty on the first day. */
  fresh: string[];
}

/** Peel on the page's own article, as the reader's settings have it. */
function useSample(start: typeof startSample, settings: Settings | null) {
  const [status, setStatus] = useState<PageStatus | null>(null);
  const sample = useRef<Sample | null>(null);
  useEffect(() => {
    if (!settings) return;
    sample.current ??= start(document, settings, setStatus);
    void sample.current.apply(settings);
  }, [start, settings]);
  useEffect(() => () => sample.current?.stop(), []);
  return { status, retry: () => void sample.current?.retry() };
}

/** The first thing that a new reader sees: Peel at work, the dial, what it may and what it never does; then a way out. */
export function Welcome({ start, fresh }: Props) {
  const { settings, trouble, problem, change } = useSettings();
  const { status, retry } = useSample(start, settings);
  const leave = async () => {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  };
  if (!settings) return <div class="welcome" aria-busy="true" />;
  const again = status?.state === 'failed' ? t('page_retry') : status?.state === 'sat-out' ? t('page_after_all') : null;
  return (
    // Peel tells an article from what stands around it by such landmarks, here as anywhere.
    <div class="welcome">
      <header class="top">
        <h1>{t(fresh.length > 0 ? 'welcome_asks' : 'welcome_installed')}</h1>
      </header>
      <aside class="top">
        <p>{t('welcome_what')}</p>
        <p class="quiet">{t('welcome_sample')}</p>
        <Dial level={settings.level} onTurn={(level) => void change((now) => ({ ...now, level }))} />
        <p class="state" role="status">
          {status === null ? t('welcome_reading') : verdictOf(status)}{' '}
          {again && (
            <button type="button" class="link" onClick={retry}>
              {again}
            </button>
          )}
        </p>
        <p class="problem" role="alert">
          {problem || trouble}
        </p>
      </aside>
      <main>
        <SampleArticle />
      </main>
      <footer class="terms">
        <Pin />
        <Asked fresh={fresh} />
        <section aria-labelledby="never">
          <h2 id="never">{t('welcome_never')}</h2>
          <ul>
            <li>{t('welcome_never_sent')}</li>
            <li>{t('welcome_never_edited')}</li>
            <li>{t('welcome_never_read')}</li>
            <li>{t('welcome_never_jokes')}</li>
          </ul>
        </section>
        <p class="out">
          <button type="button" class="button primary" onClick={() => void leave()}>
            {t('welcome_close')}
          </button>
          <button type="button" class="link" onClick={() => browser.runtime.openOptionsPage()}>
            {t('popup_options')}
          </button>
        </p>
      </footer>
    </div>
  );
}
