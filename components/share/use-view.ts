import { useEffect, useState } from 'preact/hooks';
import { bytesOf } from '@/lib/share/bytes';
import type { ShareJob } from '@/lib/share/job';
import type { Taken } from '@/lib/share/view';

/** The bitmap of the view in a job; null while it is decoded, and where there is none. */
export function useView(job: ShareJob): Taken | null {
  const [taken, setTaken] = useState<Taken | null>(null);
  useEffect(() => {
    if (!job.view) return;
    const { dataUrl, dpr } = job.view;
    let alive = true;
    createImageBitmap(new Blob([bytesOf(dataUrl)])).then(
      (image) => alive && setTaken({ image, dpr }),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [job]);
  return taken;
}
