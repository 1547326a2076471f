import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Claim, Level, Note, Straight } from '@/lib/model';
import { markName } from './anatomy';
import { Away, CardButtons, type Panel } from './CardButtons';
import { lineClass, linesOf } from './lines';
import { noJokesSentence } from './no-jokes';
import { Anatomy, Head, Heat, Part, Record, Why } from './parts';
import { ByHand, Said, useSaid } from './Said';
import { useOtherLines } from './use-other-lines';

/** What the reader can press on a card. */
export interface CardActions {
  close(): void;
  /** Asks for another line; null when there is none, undefined where nobody answers. */
  another(): Promise<Note | null | undefined>;
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

export interface CardProps {
  claim: Claim;
  straight: Straight;
  note: Note | null;
  /** Another line stood here before. */
  earlier: boolean;
  /** A joke may be written here. */
  jokes: boolean;
  /** At which the page is shown. */
  level: Level;
  underline: string;
  actions: CardActions;
}

/** Everything about one mark: the joke, the question behind it, the record, the sentence's parts, and a claim's heat. */
export function Card(props: CardProps) {
  const { claim, straight, note, underline, actions } = props;
  const [panel, setPanel] = useState<Panel>('none');
  const [heat, setHeat] = useState(!note);
  const saying = useSaid(actions.copy);
  const lines = useOtherLines(props, saying.say);
  const opened = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const card = opened.current?.closest('.card');
    if (card && panel !== 'none') card.scrollTop = card.scrollHeight;
  }, [panel]);
  return (
    <>
      <Head label={markName(claim)} underline={underline} onClose={actions.close} />
      {note && <Joke note={note} />}
      {/* Drawn anew with every line: what is new does not move, so nothing jumps. */}
      <div key={note?.line ?? ''} ref={opened}>
        {!straight.jokes && straight.why && (
          <p class="sits-out">{t('card_no_joke', { why: noJokesSentence(straight.why) })}</p>
        )}
        {lines.none && (
          <p class="sits-out" ref={lines.noneSaid} tabIndex={-1}>
            {t('card_no_line')}
          </p>
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
        <CardButtons {...props} {...saying} lines={lines} panel={panel} onPanel={setPanel} />
        {panel === 'why' && <Why claim={claim} note={note} deciding={actions.deciding} />}
        {panel === 'away' && <Away claim={claim} actions={actions} />}
        {/* Last, so that nothing gives way to it. */}
        <ByHand text={saying.said.byHand} />
      </div>
    </>
  );
}

function Joke({ note }: { note: Note }) {
  return (
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
