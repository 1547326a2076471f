import type { PageStatus } from '@/lib/messages';
import type { Choices, Picture } from '@/lib/share/choices';
import { FORMATS, type Format } from '@/lib/share/frame';

const PICTURE_WORDS: Record<Picture, string> = {
  claim: 'One sentence',
  view: 'What you saw',
  article: 'The whole article',
  bingo: 'Bingo card',
  verdict: 'The verdict',
};

const FORMAT_WORDS: Record<Format, string> = { wide: 'Wide', square: 'Square', story: 'Tall' };

interface Props {
  status: PageStatus;
  pictures: readonly Picture[];
  choices: Choices;
  onChoices: (choices: Choices) => void;
  index: number;
  onIndex: (index: number) => void;
}

interface Option<T extends string> {
  value: T;
  words: string;
  hint?: string;
}

/** A row of native radio buttons. */
function Choice<T extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  legend: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="chip">
          <input
            type="radio"
            name={legend}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.words}
          {option.hint && <span class="quiet"> {option.hint}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** What picture, of which sentence, in which shape. */
export function Controls({ status, pictures, choices, onChoices, index, onIndex }: Props) {
  const { picture } = choices;
  const set = (some: Partial<Choices>) => onChoices({ ...choices, ...some });
  const composed = picture !== 'view' && picture !== 'article';
  const one = status.claims.find((claim) => claim.index === index);
  return (
    <>
      <Choice
        legend="Picture"
        options={pictures.map((value) => ({ value, words: PICTURE_WORDS[value] }))}
        value={picture}
        onChange={(value) => set({ picture: value })}
      />
      {picture === 'claim' && (
        <label class="field">
          <span>Sentence</span>
          <select value={String(index)} onChange={(event) => onIndex(Number(event.currentTarget.value))}>
            {status.claims.map(({ index: at, claim, note }) => (
              <option key={at} value={String(at)}>
                {claim.quote.length > 90 ? `${claim.quote.slice(0, 88)}…` : claim.quote}
                {note ? '' : ' (no note)'}
              </option>
            ))}
          </select>
        </label>
      )}
      {composed && (
        <Choice
          legend="Shape"
          options={(Object.keys(FORMATS) as Format[]).map((value) => ({
            value,
            words: FORMAT_WORDS[value],
            hint: `${FORMATS[value].width} × ${FORMATS[value].height}`,
          }))}
          value={choices.format}
          onChange={(format) => set({ format })}
        />
      )}
      <Choice
        legend={composed ? 'Paper' : 'Strip'}
        options={[
          { value: 'light', words: 'Light' },
          { value: 'dark', words: 'Dark' },
        ]}
        value={choices.tone}
        onChange={(tone) => set({ tone })}
      />
      {picture === 'claim' && (
        <fieldset class="choice">
          <legend>With</legend>
          <label class="chip">
            <input
              type="checkbox"
              checked={choices.question}
              onChange={(event) => set({ question: event.currentTarget.checked })}
            />
            the question not asked
          </label>
          <label class="chip">
            <input
              type="checkbox"
              checked={choices.receipt && one?.straight.receipt != null}
              disabled={!one?.straight.receipt}
              onChange={(event) => set({ receipt: event.currentTarget.checked })}
            />
            what happened last time
            {!one?.straight.receipt && <span class="quiet"> (nothing on record)</span>}
          </label>
        </fieldset>
      )}
    </>
  );
}
