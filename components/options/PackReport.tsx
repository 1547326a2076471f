import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t, tCount } from '@/lib/locale';
import type { PackAnswer } from '@/lib/messages';
import { levelName } from '@/lib/settings';
import { sittingOut } from '../card/no-jokes';
import { problemWords } from './try-pack';

/** Problems shown at first; a writer mends the first ones first. */
const SHOWN = 12;

interface Props {
  /** Names the report for screen readers. */
  label: string;
  heading: string;
  answer: PackAnswer;
  onTry: (sentence: string) => void;
  /** What can be done about it. */
  children: ComponentChildren;
}

/** What was found in a pack, and what it says of a few sentences or of one that is typed. */
export function PackReport({ label, heading, answer, onTry, children }: Props) {
  const errors = answer.problems.filter(({ advice }) => !advice);
  const advice = answer.problems.filter((problem) => problem.advice);
  return (
    <section class="looked" aria-label={label}>
      <div role="status">
        <h3>{heading}</h3>
      </div>
      {errors.length > 0 && <Problems title={t('packs_wrong')} list={errors} />}
      {answer.usable > 0 && <Samples answer={answer} onTry={onTry} />}
      {advice.length > 0 && <Problems title={t('packs_advice')} list={advice} />}
      {children}
    </section>
  );
}

function Problems({ title, list }: { title: string; list: PackAnswer['problems'] }) {
  const [all, setAll] = useState(false);
  const firstOfRest = useRef<HTMLLIElement>(null);
  // The button is gone with its press: who came by keyboard goes on with what it brought. Before the focus is missed (use-kept-focus.ts).
  useLayoutEffect(() => {
    if (all) firstOfRest.current?.focus();
  }, [all]);
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {(all ? list : list.slice(0, SHOWN)).map((problem, n) => (
          <li key={`${problem.line} ${problemWords(problem)}`} {...(n === SHOWN && { ref: firstOfRest, tabIndex: -1 })}>
            {problemWords(problem)}
          </li>
        ))}
      </ul>
      {!all && list.length > SHOWN && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {tCount('packs_all_problems', list.length)}
        </button>
      )}
    </>
  );
}

/** Why a pack says nothing of a sentence, in a plain sentence. */
function silence(why: NonNullable<PackAnswer['samples'][number]['why']>): string {
  if (why === 'not-marked') return t('packs_not_marked');
  return why === 'no-joke-fits' ? t('packs_no_joke') : sittingOut(why);
}

function Samples({ answer, onTry }: { answer: PackAnswer; onTry: (sentence: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <>
      <h4>{t('packs_samples')}</h4>
      {answer.samples.map(({ sentence, notes, why }) => (
        <figure key={sentence}>
          <q class="example" dir="auto">
            {sentence}
          </q>
          {why && <p class="quiet">{silence(why)}</p>}
          <ul>
            {notes.map(({ level, text }) => (
              <li key={text}>
                {text} <span class="quiet">{levelName(level)}</span>
              </li>
            ))}
          </ul>
        </figure>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onTry(typed);
        }}
      >
        <label>
          <span>{t('packs_try_label')} </span>
          <input
            type="text"
            class="wide"
            value={typed}
            maxLength={1000}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>{' '}
        <button type="submit" class="button" disabled={typed.trim() === ''}>
          {t('packs_try')}
        </button>
      </form>
    </>
  );
}
