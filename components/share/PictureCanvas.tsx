import type { RefObject } from 'preact';
import { t } from '@/lib/locale';
import type { Choices } from '@/lib/share/choices';
import { Missing } from './Missing';

interface PictureCanvasProps {
  canvas: RefObject<HTMLCanvasElement | null>;
  choices: Choices;
  alt: string;
  /** There is a picture on the canvas. */
  painted: boolean;
  /** The page was photographed, and that is being unpacked. */
  unpacking: boolean;
  /** The whole article is being photographed. */
  taking: boolean;
}

/** The finished picture, or what keeps it. */
export function PictureCanvas({ canvas, choices, alt, painted, unpacking, taking }: PictureCanvasProps) {
  const { picture, format } = choices;
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={alt}
        hidden={!painted}
        class={picture === 'view' || picture === 'article' ? 'page-picture' : format}
      />
      {!painted && <Missing picture={picture} waiting={picture === 'view' && unpacking} taking={taking} />}
    </>
  );
}

/** How far the picture of the whole article is, and a way to stop it. */
export function Progress({ progress, onStop }: { progress: number; onStop: () => void }) {
  return (
    <div class="progress">
      <progress max={1} value={progress} aria-label={t('share_taking')} />
      <button type="button" class="button stop" onClick={onStop}>
        {t('share_cancel')}
      </button>
    </div>
  );
}
