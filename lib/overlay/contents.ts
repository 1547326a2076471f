import { type ComponentChild, h } from 'preact';
import { Card, LooseCard } from '@/components/card/Card';
import { copyLoose, copyText } from './copy';
import type { Entry } from './scene';
import type { OverlayActions } from './types';

/** What an entry's card says and does. `close` closes it and gives the focus back. */
export function cardContent(entry: Entry, address: string, actions: OverlayActions, close: () => void): ComponentChild {
  const { item, label, paragraphs, family } = entry;
  if (!item) {
    const onCopy = () => actions.copied(copyLoose(address, paragraphs.join(' ')));
    return h(LooseCard, { label, paragraphs, onClose: close, onCopy });
  }
  const { index, claim, straight, note } = item;
  const away = (act: () => void) => () => {
    close();
    act();
  };
  return h(Card, {
    claim,
    straight,
    note,
    family,
    actions: {
      close,
      another: async () => (await actions.another(index)) !== null,
      copy: () => actions.copied(copyText(address, claim.quote, note, straight)),
      share: () => actions.share(index),
      less: () => note && actions.less(note.mechanism),
      kindOff: away(() => actions.kindOff(claim.kind)),
      sitOut: away(() => actions.sitOut()),
      siteOff: away(() => actions.siteOff()),
    },
  });
}
