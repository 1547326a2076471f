import { t } from '@/lib/locale';
import type { Claim } from '@/lib/model';
import { markName } from './anatomy';
import type { CardActions, CardProps } from './Card';
import { Said, type useSaid } from './Said';
import type { useOtherLines } from './use-other-lines';

/** What is unfolded below the buttons. */
export type Panel = 'none' | 'why' | 'away';

interface Props
  extends Pick<CardProps, 'claim' | 'note' | 'earlier' | 'jokes' | 'actions'>,
    ReturnType<typeof useSaid> {
  lines: ReturnType<typeof useOtherLines>;
  panel: Panel;
  onPanel: (panel: Panel) => void;
}

/** The buttons of a card. What they do is kept outside: they are drawn anew with every line. */
export function CardButtons({ claim, note, earlier, jokes, lines, panel, onPanel, actions, said, say, copy }: Props) {
  // Looked up while they can be: what fails may fail because the extension is gone.
  const [failed, noShare] = [t('failed'), t('card_no_share')];
  const less = async () => {
    const wrong = await actions.less(true).catch(() => failed);
    const undo = async () => say((await actions.less(false).catch(() => failed)) || t('card_less_undone'));
    say(wrong || t('card_less_done'), wrong ? null : () => void undo());
  };
  const share = async () => {
    say('');
    const done = await actions.share().catch(() => false);
    if (!done) say(noShare);
  };
  const unfold = (which: Panel, words: string) => (
    <button type="button" aria-expanded={panel === which} onClick={() => onPanel(panel === which ? 'none' : which)}>
      {words}
    </button>
  );
  return (
    <div class="actions">
      {(note || jokes) && !lines.none && (
        <button type="button" ref={lines.anotherButton} onClick={lines.another} aria-disabled={lines.idle}>
          {t(note ? 'card_another' : 'card_write')}
        </button>
      )}
      {note && earlier && (
        <button type="button" ref={lines.earlierButton} onClick={lines.earlier}>
          {t('card_before')}
        </button>
      )}
      <button type="button" onClick={() => copy(actions.text())}>
        {t('card_copy')}
      </button>
      <button type="button" onClick={share}>
        {t('card_share')}
      </button>
      {unfold('why', t('card_why'))}
      {note && (
        <button type="button" onClick={less}>
          {t('card_less')}
        </button>
      )}
      <button type="button" onClick={actions.wrong}>
        {t(`card_not_${claim.family}`)}
      </button>
      {unfold('away', t('card_away'))}
      <Said said={said} />
    </div>
  );
}

interface AwayProps {
  claim: Claim;
  actions: Pick<CardActions, 'kindOff' | 'sitOut' | 'siteOff'>;
}

/** What the reader may have taken away. */
export function Away({ claim, actions }: AwayProps) {
  return (
    <fieldset class="panel away" aria-label={t('card_away')}>
      {/* What is not named cannot be asked away. */}
      {claim.kindSure && (
        <button type="button" onClick={actions.kindOff}>
          {t('card_away_kind', { kind: markName(claim) })}
        </button>
      )}
      <button type="button" onClick={actions.sitOut}>
        {t('card_away_page')}
      </button>
      <button type="button" onClick={actions.siteOff}>
        {t('card_away_site')}
      </button>
    </fieldset>
  );
}
