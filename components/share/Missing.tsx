import { canCapture } from '@/lib/share/camera';
import type { Picture } from '@/lib/share/choices';

/** What stands in the place of a picture that is not there: why, and what to do. */
export function Missing({ picture, waiting, taking }: { picture: Picture; waiting: boolean; taking: boolean }) {
  return <p class="missing">{wordsFor(picture, waiting, taking)}</p>;
}

function wordsFor(picture: Picture, waiting: boolean, taking: boolean): string {
  if (taking) return 'Peel is scrolling through the page. Leave it in front until it is done; Escape stops it.';
  if (waiting) return 'Unpacking the picture.';
  if (picture !== 'view' && picture !== 'article') return 'Setting type.';
  if (!canCapture())
    return 'This browser lets no extension take pictures of a page. Take a screenshot with the device itself, or choose one of the pictures that Peel composes.';
  return picture === 'article'
    ? 'Peel will go to the page, scroll through it once, and come back here with one long picture.'
    : 'There is no picture of the page yet. Go to it, press Peel’s toolbar button and choose “Share a picture”: only then does the browser allow one.';
}
