import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { language, t } from '@/lib/locale';
import { cameraFor } from '@/lib/share/camera';
import { type Choices, loadChoices, saveChoices } from '@/lib/share/choices';
import { copyText, pngOf } from '@/lib/share/deliver';
import { loadFaces } from '@/lib/share/fonts';
import { dropJob, loadJob, type ShareJob } from '@/lib/share/job';
import { stitch } from '@/lib/share/stitch';
import { type Edits, NO_EDITS, type Taken } from '@/lib/share/view';
import { siteOf } from '@/lib/share/words';
import { Actions } from './Actions';
import { Controls } from './Controls';
import { Editor } from './Editor';
import { Missing } from './Missing';
import { noticeSentence } from './notice';
import { picturesFor, useNextFocus, usePicturing, usePlaces, useSay, useView } from './useShare';

/** How long the browser may take to hand out the picture before the reader is told, in ms. */
const PATIENCE_MS = 3000;

/** Loads what was handed over under `id` (the part of the address after #). */
export function SharePage({ id }: { id: string }) {
  const [start, setStart] = useState<{ job: ShareJob; choices: Choices } | 'gone' | 'silent' | null>(null);
  const keep = useRef(false);
  useEffect(() => {
    const silence = setTimeout(() => setStart('silent'), PATIENCE_MS);
    const loading = loadJob(id).finally(() => clearTimeout(silence));
    void Promise.all([loading, loadChoices(), loadFaces()]).then(([job, choices]) =>
      setStart(job ? { job, choices } : 'gone'),
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
      onKeep={(kept) => {
        keep.current = kept;
      }}
    />
  );
}

/** "40%", as the language has it. */
const percent = (part: number) => new Intl.NumberFormat(language(), { style: 'percent' }).format(part);

/** The choice to begin with: what the reader asked for, as far as this page has it. */
function firstChoices(job: ShareJob, choices: Choices): Choices {
  const possible = picturesFor(job);
  // There is no picture of the whole article before it is taken: what was seen stands in for it.
  const seen = choices.picture === 'view' || choices.picture === 'article';
  const last = seen ? (job.view ? 'view' : 'claim') : choices.picture;
  const wanted = job.index !== null ? 'claim' : last;
  return { ...choices, picture: possible.includes(wanted) ? wanted : (possible[0] ?? 'view') };
}

function Studio({ job, first, onKeep }: { job: ShareJob; first: Choices; onKeep: (kept: boolean) => void }) {
  const { status } = job;
  const [choices, setChoices] = useState(() => firstChoices(job, first));
  const [index, setIndex] = useState(
    job.index ?? status.claims.find(({ note }) => note)?.index ?? status.claims[0]?.index ?? 0,
  );
  const [caption, setCaption] = useState('');
  const [ownAlt, setOwnAlt] = useState<{ of: string; text: string } | null>(null);
  const [editing, setEditing] = useState(false);
  const [edits, setEdits] = useState<{ view: Edits; article: Edits }>({ view: NO_EDITS, article: NO_EDITS });
  const [article, setArticle] = useState<Taken | null>(null);
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const [said, say, attempt] = useSay();
  const view = useView(job);
  const canvas = useRef<HTMLCanvasElement>(null);
  const description = useRef<HTMLTextAreaElement>(null);
  const [painted, setPainted] = useState(false);

  const { picture } = choices;
  const taken = picture === 'article' ? article : view;
  const own = picture === 'article' ? 'article' : 'view';
  const places = usePlaces(job);
  const picturing = usePicturing({ job, places, choices, index, caption, taken, edits: edits[own] });
  // The reader's own words belong to one picture: another claim gets its own description.
  const altKey = `${picture}:${picture === 'claim' ? index : ''}`;
  const alt = ownAlt?.of === altKey ? ownAlt.text : picturing.alt;
  const ofPage = picture === 'view' || picture === 'article';

  // Before anything else happens: what is downloaded or copied must be what the words beside it say.
  useLayoutEffect(() => {
    if (canvas.current) setPainted(picturing.draw(canvas.current));
  }, [picturing, editing]);
  useEffect(() => () => running.current?.abort(), []);
  // The page itself is in front meanwhile: the name of this tab says how far it is.
  useEffect(() => {
    document.title = progress === null ? t('share_title') : t('share_progress', { percent: percent(progress) });
  }, [progress === null ? null : Math.round(progress * 100)]);
  const next = useNextFocus();

  const choose = (next: Choices) => {
    if (next.picture !== picture) {
      setEditing(false);
      say('');
    }
    setChoices(next);
    void saveChoices(next);
  };
  const png = (): Promise<Blob> =>
    canvas.current
      ? pngOf(canvas.current, {
          Title: picturing.title,
          Source: picturing.source,
          Comment: 'Satire',
          Description: alt,
          Software: 'Peel',
        })
      : Promise.reject(new Error(t('share_none_yet')));
  const copyAlt = async () => {
    if (await copyText(alt)) return t('share_alt_copied');
    description.current?.focus();
    description.current?.select();
    return t('share_alt_by_hand');
  };
  const takeArticle = () =>
    attempt(async () => {
      const controller = new AbortController();
      running.current = controller;
      next.current = '.stop';
      setProgress(0);
      try {
        const result = await stitch(cameraFor(job.tabId), controller.signal, setProgress);
        if (!result) return t('share_stopped');
        setEdits((now) => ({ ...now, article: NO_EDITS }));
        setArticle({ image: result.canvas, dpr: result.dpr });
        return result.words;
      } finally {
        next.current = '.take';
        setProgress(null);
        running.current = null;
      }
    });

  const ready = painted && !editing && progress === null;
  return (
    <main class="share">
      <header>
        <h1>Peel</h1>
        <p class="quiet">
          {status.title || t('share_page')} · {siteOf(status.host)}
        </p>
      </header>
      <section class="preview" aria-label={t('share_preview')} tabIndex={ofPage && painted && !editing ? 0 : undefined}>
        {editing && taken ? (
          <Editor
            taken={taken}
            edits={edits[own]}
            onEdits={(next) => setEdits((now) => ({ ...now, [own]: next }))}
            onDone={() => {
              next.current = '.edit';
              setEditing(false);
            }}
          />
        ) : (
          <>
            <canvas
              ref={canvas}
              role="img"
              aria-label={alt}
              hidden={!painted}
              class={ofPage ? 'page-picture' : choices.format}
            />
            {!painted && (
              <Missing picture={picture} waiting={picture === 'view' && job.view !== null} taking={progress !== null} />
            )}
          </>
        )}
        {progress !== null && (
          <div class="progress">
            <progress max={1} value={progress} aria-label={t('share_taking')} />
            <button type="button" class="button stop" onClick={() => running.current?.abort()}>
              {t('share_cancel')}
            </button>
          </div>
        )}
      </section>
      <section class="controls" aria-label={t('share_controls')}>
        {job.notice && <p>{noticeSentence(job)}</p>}
        <Controls
          status={status}
          pictures={picturesFor(job)}
          choices={choices}
          onChoices={choose}
          index={index}
          onIndex={setIndex}
        />
        {picture === 'article' && progress === null && (
          <button type="button" class="button take" onClick={takeArticle}>
            {t(article ? 'share_take_again' : 'share_take')}
          </button>
        )}
        {ofPage && taken && !editing && progress === null && (
          <button type="button" class="button edit" onClick={() => setEditing(true)}>
            {t('share_edit')}
          </button>
        )}
        <label class="field">
          <span>{t('share_caption')}</span>
          <input
            type="text"
            maxLength={200}
            value={caption}
            placeholder={t('share_caption_placeholder')}
            onInput={(event) => setCaption(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{t('share_alt')}</span>
          <textarea
            ref={description}
            rows={5}
            value={alt}
            onInput={(event) => setOwnAlt({ of: altKey, text: event.currentTarget.value })}
          />
        </label>
        <button type="button" class="link" onClick={() => attempt(copyAlt)}>
          {t('share_alt_copy')}
        </button>
        {ownAlt?.of === altKey && (
          <button type="button" class="link" onClick={() => setOwnAlt(null)}>
            {t('share_alt_anew')}
          </button>
        )}
        <Actions ready={ready} name={picturing.name} copied={picturing.copied} png={png} attempt={attempt} />
        <p class="said" role="status">
          {said}
        </p>
        <label class="keep">
          <input type="checkbox" onChange={(event) => onKeep(event.currentTarget.checked)} />
          {t('share_keep')}
        </label>
        <p class="quiet">{t('share_promise')}</p>
      </section>
    </main>
  );
}
