import { useCallback, useEffect, useState } from 'preact/hooks';
import { t, tCount } from '@/lib/locale';
import {
  CORRECTIONS_KEY,
  type Correction,
  dropCorrections,
  labelledLines,
  putBack,
  readCorrections,
} from '@/lib/memory/corrections';
import { jokeName } from '@/lib/memory/jokes';
import { loadMemory, MEMORY_KEY, unmute, updateMemory } from '@/lib/memory/memory';
import { kindName } from '@/lib/settings';
import { download } from '@/lib/share/deliver';
import { watchStored } from '@/lib/storage/local';
import { attempt } from '../attempt';
import { useLatest } from '../use-latest';
import { Section } from './Section';

const fileOf = (list: readonly Correction[]): Blob => new Blob([labelledLines(list)], { type: 'application/jsonl' });

/** What was asked away on cards and stands in no other list: sorts of joke, and sentences that were marked wrongly. */
export function Unwanted({ onFail }: { onFail: (sentence: string) => void }) {
  return (
    <Section title={t('unwanted_heading')}>
      <p class="quiet">{t('unwanted_about')}</p>
      <Jokes onFail={onFail} />
      <Corrections onFail={onFail} />
    </Section>
  );
}

/** Looks now, and again whenever what is stored under `key` changes: pages write there, too. */
function useLook(key: string, look: () => void): void {
  useEffect(() => {
    const controller = new AbortController();
    look();
    watchStored(key, look, controller.signal);
    return () => controller.abort();
  }, [key, look]);
}

function Jokes({ onFail }: { onFail: (sentence: string) => void }) {
  const [muted, setMuted] = useState<[string, number][]>([]);
  const [unread, setUnread] = useState(false);
  const latest = useLatest();
  const look = useCallback(
    () =>
      void latest(loadMemory(), (memory) => {
        setMuted(Object.entries(memory.muted));
        setUnread(memory.unread === true);
      }),
    [latest],
  );
  useLook(MEMORY_KEY, look);
  const bring = async (mechanism: string) => {
    await attempt(() => updateMemory((memory) => unmute(memory, mechanism)), onFail);
  };
  return (
    <>
      <h3>{t('unwanted_jokes')}</h3>
      {muted.length === 0 && <p class="quiet">{t(unread ? 'store_unshown' : 'unwanted_jokes_none')}</p>}
      <ul class="plain">
        {muted.map(([mechanism, left]) => (
          <li key={mechanism}>
            <span>
              {jokeName(mechanism)} <span class="quiet">{tCount('unwanted_left', left)}</span>
            </span>
            <button
              type="button"
              class="link"
              aria-label={t('unwanted_bring_back_named', { joke: jokeName(mechanism) })}
              onClick={() => void bring(mechanism)}
            >
              {t('unwanted_bring_back')}
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
  const [unread, setUnread] = useState('');
  const latest = useLatest();
  const look = useCallback(
    () =>
      void latest(
        readCorrections(),
        (found) => {
          setList(found);
          setUnread('');
        },
        (error) => setUnread(error.message),
      ),
    [latest],
  );
  useLook(CORRECTIONS_KEY, look);
  /** Does `work`; `after` is what can be put back then. */
  const step = async (work: () => Promise<void>, after: Correction[]) => {
    if (await attempt(work, onFail)) setGone(after);
  };
  const drop = (ones: Correction[]) => step(() => dropCorrections(ones.map(({ id }) => id)), ones);
  return (
    <>
      <h3>{t('corrections_heading')}</h3>
      {list.length === 0 && <p class="quiet">{unread || t('corrections_none')}</p>}
      <ul class="plain corrections">
        {list
          .slice(-LISTED)
          .toReversed()
          .map((one) => (
            <li key={one.id}>
              <span>
                “{one.text.slice(one.start, one.end)}”{' '}
                <span class="quiet">
                  {kindName(one.kind)}
                  {one.host && `, ${one.host}`}
                </span>
              </span>
              <button
                type="button"
                class="link"
                aria-label={t('corrections_mark_named', { quote: one.text.slice(one.start, one.end) })}
                onClick={() => void drop([one])}
              >
                {t('corrections_mark')}
              </button>
            </li>
          ))}
      </ul>
      {list.length > LISTED && <p class="quiet">{tCount('corrections_older', list.length - LISTED)}</p>}
      <p role="status">
        {gone.length > 0 && (
          <>
            {tCount('corrections_gone', gone.length)}{' '}
            <button type="button" class="link" onClick={() => void step(() => putBack(gone), [])}>
              {t('corrections_put_back')}
            </button>
          </>
        )}
      </p>
      {list.length > 0 && (
        <>
          <p class="quiet">{t('corrections_about')}</p>
          <button type="button" class="button" onClick={() => download(fileOf(list), 'peel-corrections.jsonl')}>
            {t('corrections_export')}
          </button>{' '}
          <button type="button" class="button" onClick={() => void drop(list)}>
            {t('corrections_delete')}
          </button>
        </>
      )}
    </>
  );
}
