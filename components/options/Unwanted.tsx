import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  type Correction,
  dropCorrections,
  jokeName,
  KIND_WORDS,
  labelledLines,
  loadCorrections,
  loadMemory,
  putBack,
  unmute,
  updateMemory,
} from '@/lib/settings';
import { download } from '@/lib/share/deliver';
import { attempt } from './attempt';
import { Section } from './Section';

const fileOf = (list: readonly Correction[]): Blob => new Blob([labelledLines(list)], { type: 'application/jsonl' });

/** What was asked away on cards and stands in no other list: sorts of joke, and sentences that were marked wrongly. */
export function Unwanted({ onFail }: { onFail: (sentence: string) => void }) {
  return (
    <Section title="What you asked away on cards">
      <p class="quiet">Kinds and sites that you switched off are listed above.</p>
      <Jokes />
      <Corrections onFail={onFail} />
    </Section>
  );
}

function Jokes() {
  const [muted, setMuted] = useState<[string, number][]>([]);
  const look = useCallback(() => void loadMemory().then((memory) => setMuted(Object.entries(memory.muted))), []);
  useEffect(look, [look]);
  const bring = (mechanism: string) => updateMemory((memory) => unmute(memory, mechanism)).then(look);
  return (
    <>
      <h3>Jokes that you wanted fewer of</h3>
      {muted.length === 0 && <p class="quiet">None. “Less like this” on a card puts one here, for a while.</p>}
      <ul class="plain">
        {muted.map(([mechanism, left]) => (
          <li key={mechanism}>
            <span>
              {jokeName(mechanism)}{' '}
              <span class="quiet">{left === 1 ? 'for one more page' : `for ${left} more pages`}</span>
            </span>
            <button type="button" class="link" onClick={() => void bring(mechanism)}>
              Bring back
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Most sentences listed; all are in the file. */
const LISTED = 30;

function Corrections({ onFail }: { onFail: (sentence: string) => void }) {
  const [list, setList] = useState<Correction[]>([]);
  const [gone, setGone] = useState<Correction[]>([]);
  const look = useCallback(() => void loadCorrections().then(setList), []);
  useEffect(look, [look]);
  /** Does `work`; `after` is what can be put back then. */
  const step = async (work: () => Promise<void>, after: Correction[]) => {
    if (!(await attempt(work, onFail))) return;
    setGone(after);
    look();
  };
  const drop = (ones: Correction[]) => step(() => dropCorrections(ones.map(({ id }) => id)), ones);
  const said =
    gone.length === 1 ? 'One sentence was taken off the list.' : `${gone.length} sentences were taken off the list.`;
  return (
    <>
      <h3>Sentences that were marked wrongly</h3>
      {list.length === 0 && <p class="quiet">None. “Not a claim” on a card puts its sentence here.</p>}
      <ul class="plain corrections">
        {list
          .slice(-LISTED)
          .toReversed()
          .map((one) => (
            <li key={one.id}>
              <span>
                “{one.text.slice(one.start, one.end)}”{' '}
                <span class="quiet">
                  {KIND_WORDS[one.kind]}
                  {one.host && `, ${one.host}`}
                </span>
              </span>
              <button type="button" class="link" onClick={() => void drop([one])}>
                Mark it again
              </button>
            </li>
          ))}
      </ul>
      {list.length > LISTED && <p class="quiet">And {list.length - LISTED} older ones, which are in the file.</p>}
      <p role="status">
        {gone.length > 0 && (
          <>
            {said}{' '}
            <button type="button" class="link" onClick={() => void step(() => putBack(gone), [])}>
              Put back
            </button>
          </>
        )}
      </p>
      {list.length > 0 && (
        <>
          <p class="quiet">
            They are kept on this machine alone, each with its paragraph, the title of its page and its site. The file
            is for those who teach Peel to read: hand it on only if you want to.
          </p>
          <button type="button" class="button" onClick={() => download(fileOf(list), 'peel-corrections.jsonl')}>
            Export as a file
          </button>{' '}
          <button type="button" class="button" onClick={() => void drop(list)}>
            Delete all
          </button>
        </>
      )}
    </>
  );
}
