/** The pieces that cards are made of. */
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Claim, Note, Straight } from '@/lib/model';
import { bandName } from '@/lib/settings/words';
import { anatomyOf, sumOf } from './anatomy';
import { markedOf } from './marked';
import { WaysContext } from './ways';
import { whyLines } from './why';

export function Head({ label, underline, onClose }: { label: string; underline: string; onClose(): void }) {
  const ways = useContext(WaysContext);
  return (
    <div class="head">
      <span class={`key ${underline}`} aria-hidden="true" />
      <h2>{label}</h2>
      {ways && (
        <>
          <button type="button" class="way back" aria-label="Previous claim" onClick={ways.previous} />
          <span class="at">{ways.at}</span>
          <button type="button" class="way on" aria-label="Next claim" onClick={ways.next} />
        </>
      )}
      <button type="button" class="close" aria-label="Close" onClick={onClose} />
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
    <Part title="The last time">
      <p>{receipt.line}</p>
      {receipt.caveat && <p class="caveat">{receipt.caveat}</p>}
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
    <Part title={`The ${claim.family}, taken apart`}>
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
        <span class="title">Hype</span>
        <span class="gauge" aria-hidden="true">
          <i style={{ width: `${Math.max(0, Math.min(100, score))}%` }} />
        </span>
        <b>{score}</b> <span>{bandName(band)}</span>
      </summary>
      <ol class="sum">
        {sumOf(props.claim.hype).map(({ points, label, text }) => (
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
          <span>of 100: heat of the wording, not a verdict on its truth</span>
        </li>
      </ol>
    </details>
  );
}

/** The words that decided, found when this is first shown: it takes the background a moment. */
function Deciding({ ask }: { ask(): Promise<readonly string[] | null> }) {
  const [words, setWords] = useState<readonly string[] | 'waiting' | null>('waiting');
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
  if (words === 'waiting') return <>Leaving out word by word…</>;
  if (words === null) return <>No answer: reload this page.</>;
  if (words.length === 0) return <>No single word: the sentence as a whole.</>;
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
    <section class="panel why" aria-label="Why this?">
      <h3>Why it is marked</h3>
      <dl class="anatomy">
        <div>
          <dt>{name}</dt>
          <dd>{definition}</dd>
        </div>
        <div>
          <dt>What decided</dt>
          <dd class="deciding" aria-live="polite">
            <Deciding ask={deciding} />
          </dd>
        </div>
        <div>
          <dt>How sure</dt>
          <dd>{sure}</dd>
        </div>
        <div>
          <dt>Weight</dt>
          <dd>{grade}</dd>
        </div>
      </dl>
      {note && (
        <>
          <h3>Why this line</h3>
          {note.working && <p class="working">{note.working}</p>}
          <ul>
            {whyLines(note, claim.family).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p class="caveat">Line {note.line}</p>
        </>
      )}
    </section>
  );
}
