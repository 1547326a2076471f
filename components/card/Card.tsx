import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Claim, Note, Straight } from '@/lib/model';
import { markName } from './anatomy';
import { lineClass, linesOf } from './lines';
import { noJokesSentence } from './no-jokes';
import { Anatomy, Head, Heat, Part, Record, Why } from './parts';
import { ByHand, Said, useSaid } from './Said';

/** What the reader can press on a card. */
export interface CardActions {
  close(): void;
  /** Asks for another line; false when there is none. */
  another(): Promise<boolean>;
  /** Puts the line before back; false when there is none. */
  earlier(): boolean;
  /** The words that decided that the sentence is marked, the weightiest first; null where nobody answers. */
  deciding(): Promise<readonly string[] | null>;
  /** What Copy copies. */
  text(): string;
  /** False if the clipboard refused. */
  copy(text: string): Promise<boolean>;
  /** False if the page that makes pictures did not open. */
  share(): Promise<boolean>;
  /** Fewer jokes like this one, or as many as before. Says what it could not do, or ''. */
  less(less: boolean): Promise<string>;
  /** What is marked is nothing of the sort. */
  wrong(): void;
  kindOff(): void;
  sitOut(): void;
  siteOff(): void;
}

interface Props {
  claim: Claim;
  straight: Straight;
  note: Note | null;
  /** Another line stood here before. */
  earlier: boolean;
  /** A joke may be written here. */
  jokes: boolean;
  underline: string;
  actions: CardActions;
}

type Panel = 'none' | 'why' | 'away';

/** Everything about one mark: the joke, the question behind it, the record, the sentence's parts, and a claim's heat. */
export function Card({ claim, straight, note, earlier, jokes, underline, actions }: Props) {
  const [panel, setPanel] = useState<Panel>('none');
  const [heat, setHeat] = useState(!note);
  const [asking, setAsking] = useState(false);
  const [empty, setEmpty] = useState(false);
  const { said, say, copy } = useSaid(actions.copy);
  const anotherOne = useRef<HTMLButtonElement>(null);
  const before = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'another' | 'earlier' | null>(null);
  const opened = useRef<HTMLDivElement>(null);
  // Looked up while they can be: what fails may fail because the extension is gone.
  const [failed, noShare, noLine] = [t('failed'), t('card_no_share'), t(note ? 'card_shelf_empty' : 'card_no_line')];
  const toggle = (next: Panel) => setPanel(panel === next ? 'none' : next);
  useLayoutEffect(() => {
    // The buttons are new; whoever pressed one stays on it.
    if (pressed.current) {
      const button = pressed.current === 'earlier' ? before.current : null;
      (button ?? anotherOne.current)?.focus({ preventScroll: true });
    }
    pressed.current = null;
  }, [note?.line]);
  useLayoutEffect(() => {
    const card = opened.current?.closest('.card');
    if (card && panel !== 'none') card.scrollTop = card.scrollHeight;
  }, [panel]);
  const another = async () => {
    if (asking || empty) return;
    setAsking(true);
    pressed.current = 'another';
    const found = await actions.another().catch(() => false);
    if (!found) pressed.current = null;
    setAsking(false);
    setEmpty(!found);
    say(found ? '' : noLine);
  };
  const back = () => {
    pressed.current = 'earlier';
    if (actions.earlier()) say('');
    else pressed.current = null;
  };
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
  return (
    <>
      <Head label={markName(claim)} underline={underline} onClose={actions.close} />
      {note && (
        <div class="joke" aria-live="polite">
          <div key={note.line}>
            {linesOf(note).map((text, i) => (
              <p key={i} class={lineClass(text)} lang="en">
                {text}
              </p>
            ))}
            <span class="satire">{t('satire')}</span>
          </div>
        </div>
      )}
      {/* Drawn anew with every line: what is new does not move, so nothing jumps. */}
      <div key={note?.line ?? ''} ref={opened}>
        {!straight.jokes && straight.why && (
          <p class="sits-out">{t('card_no_joke', { why: noJokesSentence(straight.why) })}</p>
        )}
        {straight.question && (
          <Part title={t('card_question')}>
            <p class="question" lang="en">
              {straight.question}
            </p>
          </Part>
        )}
        {straight.receipt && <Record receipt={straight.receipt} />}
        <Anatomy claim={claim} />
        {claim.family === 'claim' && <Heat claim={claim} open={heat} onToggle={setHeat} />}
        <div class="actions">
          {(note || jokes) && (
            <button type="button" ref={anotherOne} onClick={another} aria-disabled={asking || empty}>
              {t(note ? 'card_another' : 'card_write')}
            </button>
          )}
          {note && earlier && (
            <button type="button" ref={before} onClick={back}>
              {t('card_before')}
            </button>
          )}
          <button type="button" onClick={() => copy(actions.text())}>
            {t('card_copy')}
          </button>
          <button type="button" onClick={share}>
            {t('card_share')}
          </button>
          <button type="button" aria-expanded={panel === 'why'} onClick={() => toggle('why')}>
            {t('card_why')}
          </button>
          {note && (
            <button type="button" onClick={less}>
              {t('card_less')}
            </button>
          )}
          <button type="button" onClick={actions.wrong}>
            {t(`card_not_${claim.family}`)}
          </button>
          <button type="button" aria-expanded={panel === 'away'} onClick={() => toggle('away')}>
            {t('card_away')}
          </button>
          <Said said={said} />
        </div>
        {panel === 'why' && <Why claim={claim} note={note} deciding={actions.deciding} />}
        {panel === 'away' && (
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
        )}
        {/* Last, so that nothing gives way to it. */}
        <ByHand text={said.byHand} />
      </div>
    </>
  );
}

interface LooseProps {
  label: string;
  paragraphs: string[];
  onClose(): void;
  /** What Copy copies. */
  text(): string;
  /** False if the clipboard refused. */
  copy(text: string): Promise<boolean>;
}

/** The card of a headline or an end note: the words, their mark, and a way to take them along. */
export function LooseCard(props: LooseProps) {
  const { said, copy } = useSaid(props.copy);
  return (
    <>
      <Head label={props.label} underline="loose" onClose={props.onClose} />
      <div class="joke">
        {props.paragraphs.map((text) => (
          <p key={text} class="line" lang="en">
            {text}
          </p>
        ))}
        <span class="satire">{t('satire')}</span>
      </div>
      <div class="actions">
        <button type="button" onClick={() => copy(props.text())}>
          {t('card_copy')}
        </button>
        <Said said={said} />
      </div>
      <ByHand text={said.byHand} />
    </>
  );
}
