import { type ComponentChild, h } from 'preact';
import { markName } from '@/components/card/anatomy';
import { Card, LooseCard } from '@/components/card/Card';
import type { Unwanted } from '@/lib/model';
import { aroundOf } from '../link';
import { t } from '../locale';
import { copyLoose, copyText } from './copy';
import type { Entry } from './scene';
import type { OverlayActions } from './types';

export interface CardMeans {
  /** Of the page. */
  address: string;
  actions: OverlayActions;
  /** Closes the card and gives the focus back. */
  close(): void;
  /** Says something beside the card, with a way to take back what it is about. */
  say(text: string, undo: (() => void) | null): void;
  /** False if the clipboard refused. */
  copy(text: string): Promise<boolean>;
}

/** The site at an address; empty for what is on none. */
const siteName = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';

/** What an entry's card says and does. */
export function cardContent(entry: Entry, { address, actions, close, say, copy }: CardMeans): ComponentChild {
  const { item, label, paragraphs, underline, range, jokes, level } = entry;
  if (!item) {
    const text = () => copyLoose(address, paragraphs.join(' '));
    return h(LooseCard, { label, paragraphs, onClose: close, text, copy });
  }
  const { index, claim, straight, note, earlier } = item;
  const site = siteName(address);
  /** Takes away what the card stands beside, and the card with it; what was done is said where it can still be seen. */
  const away = (unwanted: Unwanted, words: string) => async () => {
    close();
    const failed = await actions.put(true, unwanted);
    // A mark goes whatever is remembered of it.
    const gone = !failed || unwanted.what === 'mark';
    const said = failed && gone ? t('toast_gone_until', { failed }) || failed : failed || words;
    const undo = async () => {
      const refused = await actions.put(false, unwanted);
      if (refused) say(refused, null);
    };
    say(said, gone ? () => void undo() : null);
  };
  return h(Card, {
    claim,
    straight,
    note,
    earlier,
    jokes,
    level,
    underline,
    actions: {
      close,
      another: () => actions.another(index),
      earlier: () => actions.earlier(index),
      deciding: () => actions.deciding(index),
      text: () => copyText(address, claim.quote, note, straight, aroundOf(range)),
      copy,
      share: () => actions.share(index),
      less: async (less) => (note ? actions.put(less, { what: 'jokes', mechanism: note.mechanism }) : ''),
      wrong: away({ what: 'mark', id: claim.id }, t(`toast_no_${claim.family}`)),
      kindOff: away({ what: 'kind', kind: claim.kind }, t('toast_kind_off', { kind: markName(claim) })),
      sitOut: away({ what: 'page' }, t('toast_page_off')),
      siteOff: away({ what: 'site' }, site ? t('toast_site_off', { site }) : t('toast_this_site_off')),
    },
  });
}
