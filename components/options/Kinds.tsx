import { ANNOUNCEMENT_KINDS, CLAIM_KINDS, type Kind } from '@/lib/model';
import { KIND_DEFINITIONS, KIND_EXAMPLES, KIND_WORDS, withKind } from '@/lib/settings';
import { Section, type SectionProps } from './Section';

export function Kinds({ settings, change }: SectionProps) {
  return (
    <Section title="What is marked">
      <p class="quiet">What you untick is neither underlined nor annotated. The examples are of invented companies.</p>
      <h3>Claims: something said to the credit of an AI or its maker</h3>
      <KindList kinds={CLAIM_KINDS} settings={settings} change={change} />
      <h3>Announcements: what a company does about AI, told as news</h3>
      <KindList kinds={ANNOUNCEMENT_KINDS} settings={settings} change={change} />
    </Section>
  );
}

function KindList({ kinds, settings, change }: SectionProps & { kinds: readonly Kind[] }) {
  return (
    <ul class="columns checks">
      {kinds.map((kind) => (
        <li key={kind}>
          <label>
            <input
              type="checkbox"
              checked={!settings.kindsOff.includes(kind)}
              aria-describedby={`kind-${kind}`}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                change(
                  (now) => withKind(now, kind, on),
                  `“${KIND_WORDS[kind]}” is ${on ? 'shown again' : 'no longer shown'}.`,
                );
              }}
            />{' '}
            {KIND_WORDS[kind]}
          </label>
          <p id={`kind-${kind}`} class="quiet">
            {KIND_DEFINITIONS[kind]}
            <q class="example">{KIND_EXAMPLES[kind]}</q>
          </p>
        </li>
      ))}
    </ul>
  );
}
