import { useState } from 'preact/hooks';
import type { PackAnswer } from '@/lib/messages';
import { LEVEL_WORDS } from '@/lib/settings';
import { problemWords } from './try-pack';

/** Problems shown at first; a writer mends the first ones first. */
const SHOWN = 12;

/** What was found in a pack, and what it says of a few sentences or of one that is typed. */
export function PackReport({ answer, onTry }: { answer: PackAnswer; onTry: (sentence: string) => void }) {
  const errors = answer.problems.filter(({ advice }) => !advice);
  const advice = answer.problems.filter((problem) => problem.advice);
  return (
    <>
      {errors.length > 0 && <Problems title="What is wrong" list={errors} />}
      {answer.pack && <Samples answer={answer} onTry={onTry} />}
      {advice.length > 0 && <Problems title="Advice for its writer" list={advice} />}
    </>
  );
}

function Problems({ title, list }: { title: string; list: PackAnswer['problems'] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {(all ? list : list.slice(0, SHOWN)).map((problem) => (
          <li key={`${problem.line} ${problem.text}`}>{problemWords(problem)}</li>
        ))}
      </ul>
      {!all && list.length > SHOWN && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          Show all {list.length}
        </button>
      )}
    </>
  );
}

function Samples({ answer, onTry }: { answer: PackAnswer; onTry: (sentence: string) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <>
      <h4>What it would say</h4>
      {answer.samples.map(({ sentence, notes, why }) => (
        <figure key={sentence}>
          <q class="example">{sentence}</q>
          {why && <p class="quiet">{why}</p>}
          <ul>
            {notes.map(({ level, text }) => (
              <li key={text}>
                {text} <span class="quiet">{LEVEL_WORDS[level].name}</span>
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
          <span>Try it on a sentence </span>
          <input
            type="text"
            class="wide"
            value={typed}
            maxLength={1000}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>{' '}
        <button type="submit" class="button" disabled={typed.trim() === ''}>
          Try
        </button>
      </form>
    </>
  );
}
