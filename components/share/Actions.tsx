import { useRef } from 'preact/hooks';
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
    return `Handed to your downloads as ${name}.`;
  };
  const text = async () => {
    if (await copyText(copied)) return 'The text is on the clipboard.';
    const details = box.current?.closest('details');
    if (details) details.open = true;
    box.current?.focus();
    box.current?.select();
    return 'The browser kept the clipboard shut. The text is selected in the box below: copy it by hand (Ctrl+C, or ⌘C).';
  };
  return (
    <>
      <div class="actions">
        <button type="button" class="button primary" disabled={!ready} onClick={() => attempt(handOver)}>
          Download
        </button>
        {copyable && (
          <button
            type="button"
            class="button"
            disabled={!ready}
            onClick={() => attempt(() => copyImage(png()).then(() => 'The picture is on the clipboard.'))}
          >
            Copy image
          </button>
        )}
        <button type="button" class="button" onClick={() => attempt(text)}>
          Copy text
        </button>
        {canShare() && (
          <button
            type="button"
            class="button"
            disabled={!ready}
            onClick={() => attempt(async () => share(await png(), name, copied))}
          >
            Share…
          </button>
        )}
      </div>
      {!copyable && (
        <p class="quiet">This browser takes no pictures on its clipboard. Download it, or right-click the preview.</p>
      )}
      <details>
        <summary>The text that “Copy text” copies</summary>
        <textarea ref={box} readOnly rows={6} value={copied} aria-label="Text to copy" />
      </details>
    </>
  );
}
