import { useState } from 'preact/hooks';
import { normalPhrase, SPARED, withPhrase } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

/** Phrases and companies that are never marked. */
export function Spared({ settings, change }: SectionProps) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const add = (event: Event) => {
    event.preventDefault();
    const phrase = normalPhrase(typed);
    const full = settings.spared.length >= SPARED.most;
    setWrong(full ? 'The list is full. Take one off it first.' : phrase === null ? WRONG : '');
    if (phrase === null || full) return;
    setTyped('');
    change((now) => withPhrase(now, phrase, true), `What names “${phrase}” is left alone.`);
  };
  return (
    <Section title="Left alone">
      <p class="quiet">
        A sentence that names one of these is never marked, nor what a company of that name says of itself. Whole words;
        capitals do not matter.
      </p>
      <ul class="plain">
        {settings.spared.map((phrase) => (
          <li key={phrase}>
            <span>{phrase}</span>
            <button
              type="button"
              class="link"
              aria-label={`Mark again: ${phrase}`}
              onClick={() => change((now) => withPhrase(now, phrase, false), `“${phrase}” is marked again.`)}
            >
              Mark again
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label>
          <span>Leave alone </span>
          <input
            type="text"
            value={typed}
            placeholder="a company or a phrase"
            aria-invalid={wrong !== ''}
            aria-describedby={wrong ? 'wrong-phrase' : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>{' '}
        <button type="submit" class="button" disabled={typed.trim() === ''}>
          Add phrase
        </button>
        {wrong && (
          <p id="wrong-phrase" role="alert">
            {wrong}
          </p>
        )}
      </form>
    </Section>
  );
}

const WRONG = `A phrase has two letters or more and at most ${SPARED.longest} characters.`;
