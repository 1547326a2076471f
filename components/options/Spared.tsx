import { normalPhrase, SPARED, withPhrase } from '@/lib/settings';
import { AddForm } from './AddForm';
import { Section, type SectionProps } from './Section';

/** Phrases and companies that are never marked. */
export function Spared({ settings, change }: SectionProps) {
  const add = (typed: string) => {
    if (settings.spared.length >= SPARED.most) return 'The list is full. Take one off it first.';
    const phrase = normalPhrase(typed);
    if (phrase === null) return WRONG;
    change((now) => withPhrase(now, phrase, true), `What names “${phrase}” is left alone.`);
    return null;
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
      <AddForm label="Leave alone" placeholder="a company or a phrase" button="Add phrase" onAdd={add} />
    </Section>
  );
}

const WRONG = `A phrase has two letters or more and at most ${SPARED.longest} characters.`;
