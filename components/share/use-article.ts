import { useEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '@/lib/locale';
import { cameraFor } from '@/lib/share/camera';
import type { ShareJob } from '@/lib/share/job';
import { stitch } from '@/lib/share/stitch';
import type { Taken } from '@/lib/share/view';
import { statusAtOnce } from '@/lib/tabs/start-in-tab';
import type { useNextFocus } from './use-next-focus';

/** "40%", as the language has it. */
const percent = (part: number) => new Intl.NumberFormat(language(), { style: 'percent' }).format(part);

/**
 * The picture of the whole article that `job` is about: null until it is taken. `progress` is what part of it is there, while it
 * is being taken. `onTaken` throws away what was cut and blacked out of the one before, and answers whether there was anything.
 */
export function useArticle(job: ShareJob, next: ReturnType<typeof useNextFocus>, onTaken: () => boolean) {
  const { tabId, status } = job;
  const [article, setArticle] = useState<Taken | null>(null);
  /** The job with the page as it was when its picture was taken. */
  const [articleJob, setArticleJob] = useState(job);
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const stop = () => running.current?.abort();
  useEffect(() => stop, []);
  // The page itself is in front meanwhile: the name of this tab says how far it is.
  useEffect(() => {
    document.title = progress === null ? t('share_title') : t('share_progress', { percent: percent(progress) });
  }, [progress === null ? null : Math.round(progress * 100)]);
  const take = async (): Promise<string> => {
    const controller = new AbortController();
    running.current = controller;
    next.current = '.stop';
    setProgress(0);
    try {
      const result = await stitch(cameraFor(tabId), status.address, controller.signal, setProgress);
      if (!result) return t('share_stopped');
      // It may have been read further, or have other notes, since this page opened.
      const now = await statusAtOnce(tabId);
      setArticleJob(now?.address === status.address ? { ...job, status: now } : job);
      const lost = onTaken();
      setArticle({ image: result.canvas, dpr: result.dpr });
      return lost ? t('share_edits_lost', { extent: result.words }) : result.words;
    } finally {
      next.current = '.take';
      setProgress(null);
      running.current = null;
    }
  };
  return { article, articleJob, progress, take, stop };
}
