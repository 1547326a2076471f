/** What the chosen picture is, says and is called, and which pictures there are to choose from. */
import { useMemo } from 'preact/hooks';
import { anatomyOf } from '@/components/card/anatomy';
import { linesOf } from '@/components/card/lines';
import { verdictOf } from '@/components/verdict';
import type { StatusClaim } from '@/lib/messages';
import { kindName, markName } from '@/lib/settings/words';
import { altOfBingo, bingoWords, layBingo, squaresOf } from '@/lib/share/bingo';
import { type CardText, layCard } from '@/lib/share/card';
import type { Choices, Picture } from '@/lib/share/choices';
import { linkOf, type ShareJob } from '@/lib/share/job';
import type { Places } from '@/lib/share/places';
import { measureWith, paint, type Scene } from '@/lib/share/scene';
import { altOfVerdict, layVerdict, scoreWords, verdictText } from '@/lib/share/verdict';
import { type Edits, isEdited, notesIn, paintView, type Taken } from '@/lib/share/view';
import {
  altOfClaim,
  altOfView,
  cardText,
  copiedPage,
  copiedText,
  datedAs,
  fileName,
  siteName,
  titleOf,
} from '@/lib/share/words';

/** Everything about the picture that is chosen now. */
export interface Picturing {
  /** The page's address as it may be handed on; '' where there is none, as for a saved page. */
  source: string;
  alt: string;
  copied: string;
  name: string;
  title: string;
  /** Paints the picture on `canvas`, which takes its size. False where there is nothing to paint yet. */
  draw: (canvas: HTMLCanvasElement) => boolean;
}

/** Pictures that can be made of this job, in the order shown. */
export function picturesFor(job: ShareJob): Picture[] {
  const some = job.status.claims.length > 0;
  return [...(some ? (['claim'] as const) : []), 'view', 'article', ...(some ? (['bingo', 'verdict'] as const) : [])];
}

function drawScene(canvas: HTMLCanvasElement, lay: (context: CanvasRenderingContext2D) => Scene): boolean {
  const context = canvas.getContext('2d');
  if (!context) return false;
  const scene = lay(context);
  canvas.width = scene.width;
  canvas.height = scene.height;
  paint(context, scene);
  return true;
}

/** The sentence with its note broken into turns and items, as the page's margin sets it. */
const asSet = (one: StatusClaim): StatusClaim =>
  one.note ? { ...one, note: { ...one.note, text: linesOf(one.note).join('\n') } } : one;

function claimCard(job: ShareJob, one: StatusClaim, choices: Choices, caption: string): CardText {
  const { host, published } = job.status;
  const page = { host, made: job.made, published, title: titleOf(job.status.title, host) };
  return cardText(one, page, markName, anatomyOf(one.claim), { ...choices, caption });
}

/** The claims whose notes are to be read in a picture of the page. */
function notesShown({ status, view }: ShareJob, whole: boolean, edits: Edits): number[] {
  const { notes = [] } = status;
  if (!whole) return view ? notesIn(notes, view, edits) : [];
  // Where in the whole article a note stands is not known: where something was cut off it may be the note.
  return isEdited(edits) ? [] : notes.map(({ index }) => index);
}

/** What a picture is made of. */
interface PictureParts {
  job: ShareJob;
  places: Places | null;
  choices: Choices;
  /** Of the claim that is chosen, in its page. */
  index: number;
  caption: string;
  /** The picture of the page itself, where there is one yet. */
  taken: Taken | null;
  edits: Edits;
}

/** What the chosen picture is, says and is called. */
export function usePicturing({ job, places, choices, index, caption, taken, edits }: PictureParts): Picturing {
  const { picture, format, tone } = choices;
  return useMemo(() => {
    const { made } = job;
    const status = { ...job.status, claims: job.status.claims.map(asSet) };
    const title = titleOf(status.title, status.host);
    const page = { host: siteName(status.host), date: datedAs(status.published, made), title, caption: caption.trim() };
    const link = linkOf(status);
    // Where a page is saved says what the reader is called, and leads nobody to it.
    const source = /^https?:/i.test(link) ? link : '';
    const common = { source, title: status.title, name: fileName(status.host, made, picture) };
    const one = status.claims.find((claim) => claim.index === index) ?? status.claims[0];
    if (picture === 'claim' && one) {
      const card = claimCard(job, one, choices, caption);
      return {
        ...common,
        name: fileName(status.host, made, one.claim.family),
        alt: altOfClaim(card),
        copied: copiedText(card, source, one.claim.quote, places?.[status.claims.indexOf(one)] ?? null),
        draw: (canvas) => drawScene(canvas, (context) => layCard(card, format, tone, measureWith(context))),
      };
    }
    if (picture === 'bingo') {
      const squares = squaresOf(status, kindName);
      return {
        ...common,
        alt: altOfBingo(page, squares),
        copied: copiedPage(page, `${bingoWords(squares)}.`, source),
        draw: (canvas) => drawScene(canvas, (context) => layBingo(page, squares, format, tone, measureWith(context))),
      };
    }
    if (picture === 'verdict') {
      const verdict = verdictText(status, page, markName, verdictOf(status));
      return {
        ...common,
        alt: altOfVerdict(verdict),
        copied: copiedPage(page, [scoreWords(verdict), verdict.tally].filter(Boolean).join('. '), source),
        draw: (canvas) => drawScene(canvas, (context) => layVerdict(verdict, format, tone, measureWith(context))),
      };
    }
    const shown = notesShown(job, picture === 'article', edits);
    return {
      ...common,
      alt: altOfView(status, page, picture === 'article', shown),
      copied: copiedPage(page, '', source, shown.length > 0),
      draw: (canvas) => {
        if (!taken) return false;
        paintView(canvas, taken, edits, tone, page);
        return true;
      },
    };
  }, [job, places, choices, picture, format, tone, index, caption, taken, edits]);
}
