import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { type Choices, saveChoices } from '@/lib/share/choices';
import { pngOf } from '@/lib/share/deliver';
import type { ShareJob } from '@/lib/share/job';
import { type Edits, isEdited, NO_EDITS } from '@/lib/share/view';
import { siteName } from '@/lib/share/words';
import { Actions } from './Actions';
import { Controls } from './Controls';
import { Caption, Description, useDescription } from './Description';
import { Editor } from './Editor';
import { noticeSentence } from './notice';
import { PictureCanvas, Progress } from './PictureCanvas';
import { useArticle } from './use-article';
import { useNextFocus } from './use-next-focus';
import { type Picturing, picturesFor, usePicturing } from './use-picturing';
import { usePlaces } from './use-places';
import { useSay } from './use-say';
import { useView } from './use-view';

/** The choice to begin with: what the reader asked for, as far as this page has it. */
function firstChoices(job: ShareJob, choices: Choices): Choices {
  const possible = picturesFor(job);
  // There is no picture of the whole article before it is taken: what was seen stands in for it.
  const seen = choices.picture === 'view' || choices.picture === 'article';
  const last = seen ? (job.view ? 'view' : 'claim') : choices.picture;
  const wanted = job.index !== null ? 'claim' : last;
  return { ...choices, picture: possible.includes(wanted) ? wanted : (possible[0] ?? 'view') };
}

/** The claim to begin with, by its index: the one that the reader asked for, or the first with a note. */
const firstIndex = ({ index, status: { claims } }: ShareJob): number =>
  index ?? claims.find(({ note }) => note)?.index ?? claims[0]?.index ?? 0;

/** The canvas on which `picturing` is drawn, whether there is anything on it, and its file. */
function useCanvas(picturing: Picturing, alt: string, editing: boolean) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [painted, setPainted] = useState(false);
  // Before anything else happens: what is downloaded or copied must be what the words beside it say.
  useLayoutEffect(() => {
    if (canvas.current) setPainted(picturing.draw(canvas.current));
  }, [picturing, editing]);
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
  return { canvas, painted, png };
}

/** What is chosen and made in a studio. */
function useStudio(job: ShareJob, first: Choices) {
  const [choices, setChoices] = useState(() => firstChoices(job, first));
  const [index, setIndex] = useState(() => firstIndex(job));
  const [caption, setCaption] = useState('');
  const [editing, setEditing] = useState(false);
  const [edits, setEdits] = useState<{ view: Edits; article: Edits }>({ view: NO_EDITS, article: NO_EDITS });
  const [said, say, attempt] = useSay();
  const next = useNextFocus();
  const view = useView(job);
  const whole = useArticle(job, next, () => {
    setEdits((now) => ({ ...now, article: NO_EDITS }));
    return isEdited(edits.article);
  });
  const { picture } = choices;
  const own = picture === 'article' ? 'article' : 'view';
  const taken = own === 'article' ? whole.article : view;
  const places = usePlaces(job);
  const shown = own === 'article' ? whole.articleJob : job;
  const picturing = usePicturing({ job: shown, places, choices, index, caption, taken, edits: edits[own] });
  const description = useDescription(`${picture}:${picture === 'claim' ? index : ''}`, picturing.alt);
  const onCanvas = useCanvas(picturing, description.alt, editing);
  const choose = (next: Choices) => {
    if (next.picture !== picture) {
      setEditing(false);
      say('');
    }
    setChoices(next);
    void saveChoices(next);
  };
  return {
    ...whole,
    ...onCanvas,
    taking: whole.progress !== null,
    ofPage: picture === 'view' || picture === 'article',
    edits: edits[own],
    job,
    choices,
    choose,
    index,
    setIndex,
    caption,
    setCaption,
    description,
    picturing,
    said,
    attempt,
    taken,
    editing,
    setEditing,
    setEdits: (next: Edits) => setEdits((now) => ({ ...now, [own]: next })),
    endEditing() {
      next.current = '.edit';
      setEditing(false);
    },
  };
}

type StudioState = ReturnType<typeof useStudio>;

interface StudioProps {
  job: ShareJob;
  first: Choices;
  /** Whether the picture is kept to begin with. */
  kept: boolean;
  onKeep: (kept: boolean) => void;
}

/** Where a picture is chosen, cut, described and handed on. */
export function Studio({ job, first, kept, onKeep }: StudioProps) {
  const studio = useStudio(job, first);
  const { painted, editing, taking, picturing, png, attempt } = studio;
  return (
    <main class="share">
      <header>
        <h1>Peel</h1>
        <p class="quiet">
          {job.status.title || t('share_page')} · {siteName(job.status.host)}
        </p>
      </header>
      <Preview {...studio} />
      <section class="controls" aria-label={t('share_controls')}>
        {job.notices?.map((notice) => (
          <p key={notice}>{noticeSentence(notice, job.status)}</p>
        ))}
        <Controls
          status={job.status}
          pictures={picturesFor(job)}
          choices={studio.choices}
          onChoices={studio.choose}
          index={studio.index}
          onIndex={studio.setIndex}
        />
        <PageButtons {...studio} />
        <Caption value={studio.caption} onInput={studio.setCaption} />
        <Description {...studio.description} attempt={attempt} />
        <Actions
          ready={painted && !editing && !taking}
          name={picturing.name}
          copied={picturing.copied}
          png={png}
          attempt={attempt}
        />
        <p class="said" role="status">
          {studio.said}
        </p>
        <label class="keep">
          <input type="checkbox" defaultChecked={kept} onChange={(event) => onKeep(event.currentTarget.checked)} />
          {t('share_keep')}
        </label>
        <p class="quiet">{t('share_promise')}</p>
      </section>
    </main>
  );
}

/** The picture as it will be, or the editor over it. */
function Preview(studio: StudioState) {
  const { job, taken, editing, painted, progress } = studio;
  return (
    <section
      class="preview"
      aria-label={t('share_preview')}
      tabIndex={studio.ofPage && painted && !editing ? 0 : undefined}
    >
      {editing && taken ? (
        <Editor taken={taken} edits={studio.edits} onEdits={studio.setEdits} onDone={studio.endEditing} />
      ) : (
        <PictureCanvas
          canvas={studio.canvas}
          choices={studio.choices}
          alt={studio.description.alt}
          painted={painted}
          unpacking={job.view !== null}
          taking={studio.taking}
        />
      )}
      {progress !== null && <Progress progress={progress} onStop={studio.stop} />}
    </section>
  );
}

/** What can be done with a picture of the page itself. */
function PageButtons({ choices, article, taken, ofPage, editing, taking, setEditing, attempt, take }: StudioState) {
  return (
    <>
      {choices.picture === 'article' && !editing && !taking && (
        <button type="button" class="button take" onClick={() => attempt(take)}>
          {t(article ? 'share_take_again' : 'share_take')}
        </button>
      )}
      {ofPage && taken && !editing && !taking && (
        <button type="button" class="button edit" onClick={() => setEditing(true)}>
          {t('share_edit')}
        </button>
      )}
    </>
  );
}
