import { type ComponentChild, h } from 'preact';
import { Card, LooseCard } from '@/components/card/Card';
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
  /** False if the clipboard refused. */
  copy(text: string): Promise<boolean>;
}

/** What an entry's card says and does. */
export function cardContent(entry: Entry, { address, actions, close, copy }: CardMeans): ComponentChild {
  const { item, label, paragraphs, underline, range } = entry;
  if (!item) {
    const text = () => copyLoose(address, paragraphs.join(' '));
    return h(LooseCard, { label, paragraphs, onClose: close, text, copy });
  }
  const { index, claim, straight, note, deciding } = item;
  const away = (act: () => void) => () => {
    close();
    act();
  };
  return h(Card, {
    claim,
    straight,
    note,
    underline,
    deciding,
    actions: {
      close,
      another: async () => (await actions.another(index)) !== null,
      text: () => copyText(address, claim.quote, note, straight, aroundOf(range)),
      copy,
      share: () => actions.share(index),
      less: () => note && actions.less(note.mechanism),
      kindOff: away(() => actions.kindOff(claim.kind)),
      sitOut: away(() => actions.sitOut()),
      siteOff: away(() => actions.siteOff()),
    },
  });
}
