import { useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { copyText } from '@/lib/share/deliver';
import type { useSay } from './use-say';

/** The reader's own line in a picture. */
export function Caption({ value, onInput }: { value: string; onInput: (caption: string) => void }) {
  return (
    <label class="field">
      <span>{t('share_caption')}</span>
      <input
        type="text"
        maxLength={200}
        value={value}
        placeholder={t('share_caption_placeholder')}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

interface DescriptionOf {
  alt: string;
  /** The words are the reader's. */
  isOwn: boolean;
  /** null has Peel describe the picture again. */
  setOwn: (alt: string | null) => void;
}

/** What describes the picture that `key` names: `made`, until the reader says it in other words. */
export function useDescription(key: string, made: string): DescriptionOf {
  const [own, setOwn] = useState<{ of: string; text: string } | null>(null);
  // The reader's own words belong to one picture: another claim gets its own description.
  const isOwn = own?.of === key;
  return {
    alt: isOwn ? own.text : made,
    isOwn,
    setOwn: (text) => setOwn(text === null ? null : { of: key, text }),
  };
}

/** The description of the picture, to change and to copy. */
export function Description({
  alt,
  isOwn,
  setOwn,
  attempt,
}: DescriptionOf & { attempt: ReturnType<typeof useSay>[2] }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    if (await copyText(alt)) return t('share_alt_copied');
    field.current?.focus();
    field.current?.select();
    return t('share_alt_by_hand');
  };
  return (
    <>
      <label class="field">
        <span>{t('share_alt')}</span>
        <textarea ref={field} rows={5} value={alt} onInput={(event) => setOwn(event.currentTarget.value)} />
      </label>
      <button type="button" class="link" onClick={() => attempt(copy)}>
        {t('share_alt_copy')}
      </button>
      {isOwn && (
        <button type="button" class="link" onClick={() => setOwn(null)}>
          {t('share_alt_anew')}
        </button>
      )}
    </>
  );
}
