import { type ComponentChild, h } from 'preact';
import { markName } from '@/components/card/anatomy';
import { Card, LooseCard } from '@/components/card/Card';
import type { Unwanted } from '@/lib/model';
import { aroundOf } from '../link';
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

const siteName = (address: string): string => {
  try {
    return new URL(address).hostname.replace(/^www\./, '') || 'this site';
  } catch {
    return 'this site';
  }
};

/** What an entry's card says and does. */
export function cardContent(entry: Entry, { address, actions, close, say, copy }: CardMeans): ComponentChild {
  const { item, label, paragraphs, underline, range, jokes } = entry;
  if (!item) {
    const text = () => copyLoose(address, paragraphs.join(' '));
    return h(LooseCard, { label, paragraphs, onClose: close, text, copy });
  }
  const { index, claim, straight, note, earlier } = item;
  /** Takes away what the card stands beside, and the card with it; what was done is said where it can still be seen. */
  const away = (unwanted: Unwanted, words: string) => async () => {
    close();
    const failed = await actions.put(true, unwanted);
    // A mark goes whatever is remembered of it.
    const gone = !failed || unwanted.what === 'mark';
    const said = failed && gone ? `Gone until this page is left. ${failed}` : failed || words;
    say(said, gone ? () => void actions.put(false, unwanted) : null);
  };
  return h(Card, {
    claim,
    straight,
    note,
    earlier,
    jokes,
    underline,
    actions: {
      close,
      another: async () => (await actions.another(index)) !== null,
      earlier: () => actions.earlier(index),
      deciding: () => actions.deciding(index),
      text: () => copyText(address, claim.quote, note, straight, aroundOf(range)),
      copy,
      share: () => actions.share(index),
      less: async (less) => (note ? actions.put(less, { what: 'jokes', mechanism: note.mechanism }) : ''),
      wrong: away(
        { what: 'mark', id: claim.id },
        `${claim.family === 'claim' ? 'No claim' : 'No announcement'}, then. This sentence will not be marked again.`,
      ),
      kindOff: away({ what: 'kind', kind: claim.kind }, `No more “${markName(claim)}”, on any page.`),
      sitOut: away({ what: 'page' }, 'Peel sits this page out.'),
      siteOff: away({ what: 'site' }, `Peel is off on ${siteName(address)}.`),
    },
  });
}
