import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { type Choices, loadChoices } from '@/lib/share/choices';
import { loadFaces } from '@/lib/share/fonts';
import { dropJob, isKept, keepJob, loadJob, type ShareJob } from '@/lib/share/job';
import { Studio } from './Studio';

/** How long the browser may take to hand out the picture before the reader is told, in ms. */
const PATIENCE_MS = 3000;

interface Start {
  job: ShareJob;
  choices: Choices;
  /** The reader chose to keep the picture, before the page was loaded again. */
  kept: boolean;
}

/** Loads what was handed over under `id` (the part of the address after #). */
export function SharePage({ id }: { id: string }) {
  const [start, setStart] = useState<Start | 'gone' | 'silent' | null>(null);
  // Until storage has said so: a page that is loaded again and again must not lose what the reader keeps.
  const keep = useRef(true);
  useEffect(() => {
    const silence = setTimeout(() => setStart('silent'), PATIENCE_MS);
    const keeping = isKept(id).then((kept) => {
      keep.current = kept;
      return kept;
    });
    const loading = Promise.all([loadJob(id), keeping]).finally(() => clearTimeout(silence));
    void Promise.all([loading, loadChoices(), loadFaces()]).then(([[job, kept], choices]) =>
      setStart(job ? { job, choices, kept } : 'gone'),
    );
    const leave = () => {
      if (!keep.current) void dropJob(id);
    };
    // Firefox cuts an extension page off from its storage before pagehide; beforeunload may be missed elsewhere.
    const events = ['beforeunload', 'pagehide'];
    for (const event of events) window.addEventListener(event, leave);
    return () => {
      clearTimeout(silence);
      for (const event of events) window.removeEventListener(event, leave);
    };
  }, [id]);
  if (start === null) return <main class="share" aria-busy="true" />;
  if (start === 'gone' || start === 'silent')
    return (
      <main class="share gone" aria-busy={start === 'silent'}>
        <h1>Peel</h1>
        <p role="status">{t(start === 'gone' ? 'share_gone' : 'share_silent')}</p>
      </main>
    );
  return (
    <Studio
      job={start.job}
      first={start.choices}
      kept={start.kept}
      onKeep={(kept) => {
        keep.current = kept;
        void keepJob(id, kept);
      }}
    />
  );
}
