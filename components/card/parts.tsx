/** The pieces that cards are made of. */

import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Claim, Note, Straight } from '@/lib/model';
import { bandName } from '@/lib/settings/words';
import { anatomyOf, sumOf } from './anatomy';
import { ClaimStepsContext } from './claim-steps';
import { markedOf } from './marked';
import { whyLines } from './why';

export function Head({ label, underline, onClose }: { label: string; underline: string; onClose(): void }) {
  const steps = useContext(ClaimStepsContext);
  return (
    <div class="head">
      <span class={`key ${underline}`} aria-hidden="true" />
      <h2>{label}</h2>
      {steps && (
        <>
          <button type="button" class="way back" aria-label={t('card_previous')} onClick={steps.previous} />
          <span class="at">{steps.at}</span>
          <button type="button" class="way on" aria-label={t('card_next')} onClick={steps.next} />
        </>
      )}
      <button type="button" class="close" aria-label={t('card_close')} onClick={onClose} />
    </div>
  );
}

export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

export function Record({ receipt }: { receipt: NonNullable<Straight['receipt']> }) {
  return (
    <Part title={t('card_last_time')}>
      <p lang="en">{receipt.line}</p>
      {receipt.caveat && (
        <p class="caveat" lang="en">
          {receipt.caveat}
        </p>
      )}
      <p class="source">
        <a href={receipt.url} target="_blank" rel="noopener noreferrer">
          {receipt.publisher}
        </a>
        , {receipt.date}
      </p>
    </Part>
  );
}

export function Anatomy({ claim }: { claim: Claim }) {
  return (
    <Part title={t(`card_${claim.family}_apart`)}>
      <dl class="anatomy">
        {anatomyOf(claim).map(({ part, label, text, said }) => (
          <div key={label} class={said ? '' : 'missing'}>
            <dt>{label}</dt>
            <dd>{part && said && claim.parts[part] ? <span class={`part-key ${part}`}>{text}</span> : text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

/** `open` is the reader's choice, kept by the card: the sum is drawn anew with every line. */
export function Heat(props: { claim: Claim; open: boolean; onToggle(open: boolean): void }) {
  const { score, band } = props.claim.hype;
  return (
    <details class="part heat" open={props.open} onToggle={(event) => props.onToggle(event.currentTarget.open)}>
      <summary>
        <span class="title">{t('card_hype')}</span>
        <span class="gauge" aria-hidden="true">
          <i style={{ width: `${Math.max(0, Math.min(100, score))}%` }} />
        </span>
        <b>{score}</b> <span>{bandName(band)}</span>
      </summary>
      <ol class="sum">
        {sumOf(props.claim).map(({ points, label, text }) => (
          <li key={label + text}>
            <span class="points">{points}</span>
            <span>
              {label}
              {text && <q>{text}</q>}
            </span>
          </li>
        ))}
        <li class="total">
          <span class="points">{score}</span>
          <span>{t('card_hype_total')}</span>
        </li>
      </ol>
    </details>
  );
}

/** The words that decided, found when this is first shown: it takes the background a moment. */
function Deciding({ ask }: { ask(): Promise<readonly string[] | null> }) {
  const [words, setWords] = useState<readonly string[] | 'waiting' | null>('waiting');
  // Looked up while it can be: there is no answer where the extension is gone.
  const unheard = t('page_unheard');
  useEffect(() => {
    let here = true;
    const show = (found: readonly string[] | null) => {
      if (here) setWords(found);
    };
    ask().then(show, () => show(null));
    return () => {
      here = false;
    };
  }, []);
  if (words === 'waiting') return <>{t('card_deciding')}</>;
  if (words === null) return <>{unheard}</>;
  if (words.length === 0) return <>{t('card_decided_whole')}</>;
  return (
    <>
      {words.map((text) => (
        <q key={text}>{text}</q>
      ))}
    </>
  );
}

interface WhyProps {
  claim: Claim;
  note: Note | null;
  deciding(): Promise<readonly string[] | null>;
}

/** Why the sentence is marked, and why this line stands beside it. */
export function Why({ claim, note, deciding }: WhyProps) {
  const { name, definition, sure, grade } = markedOf(claim);
  return (
    <section class="panel why" aria-label={t('card_why')}>
      <h3>{t('card_why_marked')}</h3>
      <dl class="anatomy">
        <div>
          <dt>{name}</dt>
          <dd>{definition}</dd>
        </div>
        <div>
          <dt>{t('card_decided')}</dt>
          <dd class="deciding" aria-live="polite">
            <Deciding ask={deciding} />
          </dd>
        </div>
        <div>
          <dt>{t('card_sure')}</dt>
          <dd>{sure}</dd>
        </div>
        <div>
          <dt>{t('card_weight')}</dt>
          <dd>{grade}</dd>
        </div>
      </dl>
      {note && (
        <>
          <h3>{t('card_why_line')}</h3>
          {note.working && <p class="working">{note.working}</p>}
          <ul>
            {whyLines(note, claim.family).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p class="caveat">{t('card_line', { line: note.line })}</p>
        </>
      )}
    </section>
  );
}
