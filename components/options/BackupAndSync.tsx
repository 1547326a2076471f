import { useState } from 'preact/hooks';
import { language, listed, t, tCount } from '@/lib/locale';
import { fieldName, keepPacks, readPacks, readSettings, type Settings, type StoredPack } from '@/lib/settings';
import {
  type Difference,
  differences,
  exported,
  FILE_BYTES,
  type Import,
  imported,
  textOf,
} from '@/lib/settings/portable';
import { clearShared, switchSync } from '@/lib/settings/sync';
import { download } from '@/lib/share/deliver';
import { attempt } from '../attempt';
import { useSync } from '../use-sync';
import { FileButton } from './FileButton';
import { Section, type SectionProps } from './Section';
import { askAboutPack, problemWords } from './try-pack';
import { useQuestion } from './use-question';

type Props = Pick<SectionProps, 'change'> & { onFail: (sentence: string) => void };

/** A file with everything in it, and the browser's own sync. */
export function BackupAndSync(props: Props) {
  return (
    <Section title={t('keep_heading')}>
      <InAFile {...props} />
      <InSync {...props} />
    </Section>
  );
}

/** A file that was read and not taken yet. */
interface Offer {
  file: Import;
  changes: Difference[];
  /** Sentences on packs of which only a part can be used. */
  parts: string[];
}

/**
 * A sentence on a pack of which only a part can be used, for Peel may have become stricter since it was installed; null where all can.
 * @throws Error with a sentence for the reader where nothing of it can be used.
 */
async function partOf({ name, text }: StoredPack): Promise<string | null> {
  const { pack, usable, problems } = await askAboutPack({ name, text, inPart: true, sentence: null });
  const first = problems.find(({ advice }) => !advice);
  if (pack || !first) return null;
  const problem = problemWords(first);
  if (usable === 0) throw new Error(t('file_bad_pack', { pack: name, problem }));
  return tCount('file_part_pack', usable, { pack: name, problem });
}

/**
 * What the reader chose, as it is stored: what the screen shows are the defaults where storage gave no answer.
 * @throws Error with a sentence for the reader where it gives none now.
 */
async function storedChoices(): Promise<Settings> {
  const { settings, readable } = await readSettings();
  if (!readable) throw new Error(t('store_unreadable'));
  return settings;
}

/** What `file` holds, beside what is chosen now. @throws Error with a sentence for the reader where it cannot be taken. */
async function offerOf(file: File): Promise<Offer> {
  const read = imported(await textOf(file, FILE_BYTES, 'file_settings_size'));
  const parts: string[] = [];
  for (const pack of read.packs) {
    const part = await partOf(pack);
    if (part) parts.push(part);
  }
  const settings = await storedChoices();
  const held = await readPacks(settings.packs);
  return { file: read, changes: differences(settings, read.settings, held, read.packs), parts };
}

function InAFile({ change, onFail }: Props) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const { asking, ask } = useQuestion(onFail);
  const save = () =>
    attempt(async () => {
      const text = await exported(await storedChoices());
      download(new Blob([text], { type: 'application/json' }), 'peel-settings.json');
    }, onFail);
  const choose = (file: File) => {
    setOffer(null);
    return ask(file, () => offerOf(file), setOffer);
  };
  const take = (taken: Offer) =>
    attempt(async () => {
      await keepPacks(taken.file.packs);
      // Unless another file was chosen meanwhile.
      if (await change(() => taken.file.settings, t('keep_taken'))) setOffer((now) => (now === taken ? null : now));
    }, onFail);
  return (
    <>
      <h3>{t('keep_file')}</h3>
      <p class="quiet">{t('keep_file_about')}</p>
      <button type="button" class="button" onClick={() => void save()}>
        {t('keep_export')}
      </button>{' '}
      <FileButton label={t('keep_import')} accept=".json,application/json" onFile={(file) => void choose(file)} />
      <span role="status">{asking ? ` ${t('packs_reading')}` : ''}</span>
      {offer && (
        <section class="looked" aria-label={t('keep_offer')}>
          {offer.changes.length === 0 ? (
            <p role="status">{t('keep_same')}</p>
          ) : (
            <>
              <div role="status">
                <h4>{t('keep_changes')}</h4>
                {offer.parts.map((part) => (
                  <p key={part}>{part}</p>
                ))}
              </div>
              <dl>
                {offer.changes.map(({ what, from, to }) => (
                  <div key={what}>
                    <dt>{what}</dt>
                    <dd>
                      <del>{from}</del> → <ins>{to}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
              <button type="button" class="button primary" onClick={() => void take(offer)}>
                {t('keep_take')}
              </button>{' '}
            </>
          )}
          <button type="button" class="button" onClick={() => setOffer(null)}>
            {t(offer.changes.length === 0 ? 'packs_close' : 'packs_leave')}
          </button>
        </section>
      )}
    </>
  );
}

const when = (time: number) =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(time);

function InSync({ onFail }: Props) {
  const sync = useSync();
  const [done, setDone] = useState('');
  if (sync === undefined) return null;
  if (sync === null)
    return (
      <>
        <h3>{t('keep_sync')}</h3>
        <p class="quiet">{t('store_unshown')}</p>
      </>
    );
  const step = async (work: () => Promise<void>, said: string) => {
    setDone('');
    if (await attempt(work, onFail)) setDone(said);
  };
  return (
    <>
      <h3>{t('keep_sync')}</h3>
      <label class="row">
        <span>{t('keep_sync_on')}</span>
        <input
          type="checkbox"
          checked={sync.on}
          aria-describedby="about-sync"
          onChange={(event) => {
            const on = event.currentTarget.checked;
            void step(() => switchSync(on), '');
          }}
        />
      </label>
      <p id="about-sync" class="quiet">
        {t('keep_sync_about')}
      </p>
      {sync.came && (
        <p class="quiet">
          {t('keep_came', { time: when(sync.came.at), fields: listed(sync.came.fields.map(fieldName)) })}
        </p>
      )}
      {sync.problem && <p role="alert">{sync.problem}</p>}
      {!sync.on && (
        <button type="button" class="link" onClick={() => void step(clearShared, t('keep_cleared'))}>
          {t('keep_clear')}
        </button>
      )}
      <p role="status">{done}</p>
    </>
  );
}
