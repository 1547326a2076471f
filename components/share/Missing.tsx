import { t } from '@/lib/locale';
import { canCapture } from '@/lib/share/camera';
import type { Picture } from '@/lib/share/choices';

/** What stands in the place of a picture that is not there: why, and what to do. */
export function Missing({ picture, waiting, taking }: { picture: Picture; waiting: boolean; taking: boolean }) {
  return <p class="missing">{wordsFor(picture, waiting, taking)}</p>;
}

function wordsFor(picture: Picture, waiting: boolean, taking: boolean): string {
  if (taking) return t('share_scrolling');
  if (waiting) return t('share_unpacking');
  if (picture !== 'view' && picture !== 'article') return t('share_setting');
  if (!canCapture()) return t('share_unable');
  return picture === 'article' ? t('share_before_article') : t('share_no_view');
}
