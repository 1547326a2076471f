import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Claim, Note, Straight } from '@/lib/model';
import { BAND_WORDS, KIND_WORDS } from '@/lib/settings/words';
import { anatomyOf, sumOf } from './anatomy';
import { lineClass, linesOf } from './lines';

/** What the reader can press on a card. */
export interface CardActions {
  close(): void;
  /** Asks for another line; false when there is none. */
  another(): Promise<boolean>;
  copy(): void;
  share(): void;
  less(): void;
  kindOff(): void;
  sitOut(): void;
  siteOff(): void;
}

interface Props {
  claim: Claim;
  straight: Straight;
  note: Note | null;
  family: string;
  actions: CardActions;
}

type Panel = 'none' | 'why' | 'away';

/** Everything about one claim: the joke, the question behind it, the record, the claim's parts, the heat. */
export function Card({ claim, straight, note, family, actions }: Props) {
  const [panel, setPanel] = useState<Panel>('none');
  const [said, setSaid] = useState('');
  const [asking, setAsking] = useState(false);
  const [empty, setEmpty] = useState(false);
  const toggle = (next: Panel) => setPanel(panel === next ? 'none' : next);
  const another = async () => {
    setAsking(true);
    const found = await actions.another().catch(() => false);
    setAsking(false);
    setEmpty(!found);
    setSaid(found ? '' : 'That shelf is empty.');
  };
  const act = (work: () => void, word: string) => () => {
    work();
    setSaid(word);
  };
  return (
    <>
      <Head label={KIND_WORDS[claim.kind] ?? 'A claim'} family={family} onClose={actions.close} />
      {note && (
        <div class="joke">
          {linesOf(note).map((text, i) => (
            <p key={i} class={lineClass(text)}>
              {text}
            </p>
          ))}
          <span class="satire">Satire</span>
        </div>
      )}
      {!straight.jokes && straight.why && <p class="sits-out">No joke here. {straight.why}</p>}
      {straight.question && (
        <Part title="The straight question">
          <p class="question">{straight.question}</p>
        </Part>
      )}
      {straight.receipt && <Record receipt={straight.receipt} />}
      <Anatomy claim={claim} />
      <Heat claim={claim} open={!note} />
      <div class="actions">
        {note && (
          <button type="button" onClick={another} disabled={asking || empty}>
            Another one
          </button>
        )}
        <button type="button" onClick={act(actions.copy, 'Copied.')}>
          Copy
        </button>
        <button type="button" onClick={actions.share}>
          Share
        </button>
        {note && (
          <button type="button" aria-expanded={panel === 'why'} onClick={() => toggle('why')}>
            Why this?
          </button>
        )}
        {note && (
          <button type="button" onClick={act(actions.less, 'Fewer of these from now on.')}>
            Less like this
          </button>
        )}
        <button type="button" aria-expanded={panel === 'away'} onClick={() => toggle('away')}>
          Not here
        </button>
      </div>
      {panel === 'why' && note && <Why note={note} claim={claim} />}
      {panel === 'away' && (
        <fieldset class="panel away" aria-label="Not here">
          <button type="button" onClick={actions.kindOff}>
            No more “{KIND_WORDS[claim.kind]}”
          </button>
          <button type="button" onClick={actions.sitOut}>
            Not on this page
          </button>
          <button type="button" onClick={actions.siteOff}>
            Not on this site
          </button>
        </fieldset>
      )}
      <p class="said" role="status">
        {said}
      </p>
    </>
  );
}

/** The card of a headline or an end note: the words, their mark, and a way to take them along. */
export function LooseCard(props: { label: string; paragraphs: string[]; onClose(): void; onCopy(): void }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    props.onCopy();
    setCopied(true);
  };
  return (
    <>
      <Head label={props.label} family="loose" onClose={props.onClose} />
      <div class="joke">
        {props.paragraphs.map((text) => (
          <p key={text} class="line">
            {text}
          </p>
        ))}
        <span class="satire">Satire</span>
      </div>
      <div class="actions">
        <button type="button" onClick={copy}>
          Copy
        </button>
      </div>
      <p class="said" role="status">
        {copied ? 'Copied.' : ''}
      </p>
    </>
  );
}

function Head({ label, family, onClose }: { label: string; family: string; onClose(): void }) {
  return (
    <div class="head">
      <span class={`key ${family}`} aria-hidden="true" />
      <h2>{label}</h2>
      <button type="button" class="close" aria-label="Close" onClick={onClose} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Record({ receipt }: { receipt: NonNullable<Straight['receipt']> }) {
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

function Anatomy({ claim }: { claim: Claim }) {
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

function Heat({ claim, open }: { claim: Claim; open: boolean }) {
  const { score, band } = claim.hype;
  return (
    <details class="part heat" open={open}>
      <summary>
        <span class="title">Hype</span>
        <span class="gauge" aria-hidden="true">
          <i style={{ width: `${Math.max(0, Math.min(100, score))}%` }} />
        </span>
        <b>{score}</b> <span>{BAND_WORDS[band]}</span>
      </summary>
      <ol class="sum">
        {sumOf(claim.hype).map(({ points, label, text }) => (
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

function Why({ note, claim }: { note: Note; claim: Claim }) {
  return (
    <section class="panel why" aria-label="Why this?">
      {note.working && <p class="working">{note.working}</p>}
      <ul>
        {[...new Set([...note.why, ...claim.reasons])].map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p class="caveat">Line {note.line}</p>
    </section>
  );
}
