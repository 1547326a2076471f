import { useRef } from 'preact/hooks';
import { t } from '@/lib/locale';
import { canCopyImage, canShare, copyImage, copyText, download, share } from '@/lib/share/deliver';

interface Props {
  /** False while there is no finished picture. */
  ready: boolean;
  name: string;
  copied: string;
  png: () => Promise<Blob>;
  attempt: (work: () => Promise<string | undefined>) => Promise<void>;
}

/** The ways out: file, clipboard, the system's share sheet. What this browser lacks is left out, with the next best way. */
export function Actions({ ready, name, copied, png, attempt }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const copyable = canCopyImage();
  const handOver = async () => {
    download(await png(), name);
    return t('share_downloaded', { name });
  };
  const text = async () => {
    if (await copyText(copied)) return t('share_copied_text');
    const details = box.current?.closest('details');
    if (details) details.open = true;
    box.current?.focus();
    box.current?.select();
    return t('share_text_by_hand');
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="button primary" disabled={!ready} onClick={() => attempt(handOver)}>
          {t('share_download')}
        </button>
        {copyable && (
          <button
            type="button"
            class="button"
            disabled={!ready}
            onClick={() => attempt(() => copyImage(png()).then(() => t('share_copied_image')))}
          >
            {t('share_copy_image')}
          </button>
        )}
        <button type="button" class="button" onClick={() => attempt(text)}>
          {t('share_copy_text')}
        </button>
        {canShare() && (
          <button
            type="button"
            class="button"
            disabled={!ready}
            onClick={() => attempt(async () => share(await png(), name, copied))}
          >
            {t('share_hand_over')}
          </button>
        )}
      </div>
      {!copyable && <p class="quiet">{t('share_no_clipboard')}</p>}
      <details>
        <summary>{t('share_text_heading')}</summary>
        <textarea ref={box} readOnly rows={6} value={copied} aria-label={t('share_text')} />
      </details>
    </>
  );
}
