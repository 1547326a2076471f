import { t } from '@/lib/locale';
import type { PageStatus } from '@/lib/messages';
import type { Choices, Picture } from '@/lib/share/choices';
import { FORMATS, type Format } from '@/lib/share/frame';

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

/** A sentence as a list has room for it. */
const shortened = (quote: string) => (quote.length > 90 ? `${quote.slice(0, 88)}…` : quote);

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
        legend={t('share_picture')}
        options={pictures.map((value) => ({ value, words: t(`share_picture_${value}`) }))}
        value={picture}
        onChange={(value) => set({ picture: value })}
      />
      {picture === 'claim' && (
        <label class="field">
          <span>{t('share_sentence')}</span>
          <select value={String(index)} onChange={(event) => onIndex(Number(event.currentTarget.value))}>
            {status.claims.map(({ index: at, claim, note }) => (
              <option key={at} value={String(at)}>
                {note ? shortened(claim.quote) : t('share_sentence_bare', { quote: shortened(claim.quote) })}
              </option>
            ))}
          </select>
        </label>
      )}
      {composed && (
        <Choice
          legend={t('share_shape')}
          options={(Object.keys(FORMATS) as Format[]).map((value) => ({
            value,
            words: t(`share_shape_${value}`),
            hint: `${FORMATS[value].width} × ${FORMATS[value].height}`,
          }))}
          value={choices.format}
          onChange={(format) => set({ format })}
        />
      )}
      <Choice
        legend={t(composed ? 'share_paper' : 'share_strip')}
        options={[
          { value: 'light', words: t('theme_light') },
          { value: 'dark', words: t('theme_dark') },
        ]}
        value={choices.tone}
        onChange={(tone) => set({ tone })}
      />
      {picture === 'claim' && (
        <fieldset class="choice">
          <legend>{t('share_with')}</legend>
          <label class="chip">
            <input
              type="checkbox"
              checked={choices.question}
              onChange={(event) => set({ question: event.currentTarget.checked })}
            />
            {t('share_with_question')}
          </label>
          <label class="chip">
            <input
              type="checkbox"
              checked={choices.receipt && one?.straight.receipt != null}
              disabled={!one?.straight.receipt}
              onChange={(event) => set({ receipt: event.currentTarget.checked })}
            />
            {t('share_with_receipt')}
            {!one?.straight.receipt && <span class="quiet"> {t('share_no_receipt')}</span>}
          </label>
        </fieldset>
      )}
    </>
  );
}
