/** What the popup does with the tab in front. */
import { browser } from 'wxt/browser';
import { t } from '@/lib/locale';
import type { PageStatus, ToPage } from '@/lib/messages';
import { withSite } from '@/lib/settings';
import { saveJob } from '@/lib/share/job';
import { type AllowedSite, askToRead, giveBack } from '@/lib/sites/allowed';
import { jumpTo } from '@/lib/tabs/jump';
import { captureView, newJob } from '@/lib/tabs/picture';
import { startIn, statusAtOnce, tellTab, waitForPeel } from '@/lib/tabs/start-in-tab';
import type { Act } from '../use-act';
import type { SettingsHold } from '../use-settings';
import type { Always, Revoked } from './tab-in-front';
import type { PageHold } from './use-page';

type Needs = Pick<Act, 'act'> & Pick<SettingsHold, 'change'> & Pick<PageHold, 'look' | 'setStatus'>;

export interface PageActs {
  tell(tabId: number, message: ToPage): Promise<void>;
  /** Shows the sentence of a claim on the page. */
  jump(tabId: number, id: string): Promise<void>;
  start(tabId: number): Promise<void>;
  /** Takes a picture of the page, opens what is made of it, and closes the popup. */
  share(tabId: number, status: PageStatus): Promise<void>;
  /** Asks the browser to let Peel read a site. */
  allow(tabId: number, site: Revoked | Always): Promise<void>;
  /** Gives that back. */
  stop(site: AllowedSite): Promise<void>;
}

/** Each is done by `act`: one at a time, and what fails ends in a sentence. */
export const pageActs = ({ act, change, look, setStatus }: Needs): PageActs => ({
  tell: (tabId, message) =>
    act(message.type, async () => {
      const status = await tellTab(tabId, message);
      setStatus(status);
      if (status) return;
      await look();
      throw new Error(t('page_no_answer'));
    }),
  jump: (tabId, id) =>
    act('peel:jump', async () => {
      try {
        setStatus(await jumpTo(tabId, id));
      } catch (error) {
        await look();
        throw error;
      }
    }),
  start: (tabId) =>
    act('start', async () => {
      await startIn(tabId);
      await look();
    }),
  share: (tabId, status) =>
    act('share', async () => {
      const picture = await captureView(tabId);
      // As the picture shows it: the page may have moved, or been read further, since this popup last looked.
      const now = (await statusAtOnce(tabId)) ?? status;
      await browser.tabs.create({ url: await saveJob(newJob(tabId, now, null, picture)) });
      window.close();
    }),
  allow: (tabId, { name, origins }) =>
    act('allow', async () => {
      if (!(await askToRead(name, origins))) throw new Error(t('popup_stays_out', { site: name }));
      await change((now) => withSite(now, name, true));
      // The background starts it: this popup may be closed by the browser's question.
      await waitForPeel(tabId);
      await look();
    }),
  stop: (site) =>
    act('stop', async () => {
      await giveBack(site);
      await look();
    }),
});
