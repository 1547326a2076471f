/** The pieces that cards are made of. */
import type { ComponentChildren } from 'preact';
import type { Claim, Note, Straight } from '@/lib/model';
import { BAND_WORDS } from '@/lib/settings/words';
import { anatomyOf, sumOf } from './anatomy';
import { whyLines } from './why';

export function Head({ label, family, onClose }: { label: string; family: string; onClose(): void }) {
  return (
    <div class="head">
      <span class={`key ${family}`} aria-hidden="true" />
      <h2>{label}</h2>
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
    <Part title="The claim, taken apart">
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
        <b>{score}</b> <span>{BAND_WORDS[band]}</span>
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

export function Why({ note, claim }: { note: Note; claim: Claim }) {
  return (
    <section class="panel why" aria-label="Why this?">
      {note.working && <p class="working">{note.working}</p>}
      <ul>
        {whyLines(note, claim).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p class="caveat">Line {note.line}</p>
    </section>
  );
}
