import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { FIELD_WORDS, keepPacks, readPacks } from '@/lib/settings';
import {
  type Difference,
  differences,
  exported,
  FILE_BYTES,
  type Import,
  imported,
  textOf,
} from '@/lib/settings/portable';
import { clearShared, readSync, SYNC_KEY, type SyncState, switchSync } from '@/lib/settings/sync';
import { download } from '@/lib/share/deliver';
import { attempt } from './attempt';
import { FileButton } from './FileButton';
import { Section, type SectionProps } from './Section';
import { askAboutPack, problemWords } from './try-pack';

type Props = SectionProps & { onFail: (sentence: string) => void };

/** A file with everything in it, and the browser's own sync. */
export function Keeping(props: Props) {
  return (
    <Section title="Keep your choices">
      <InAFile {...props} />
      <InSync {...props} />
    </Section>
  );
}

/** A file that was read and not taken yet. */
interface Offer {
  file: Import;
  changes: Difference[];
}

function InAFile({ settings, change, onFail }: Props) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const save = () =>
    attempt(
      async () => download(new Blob([await exported(settings)], { type: 'application/json' }), 'peel-settings.json'),
      onFail,
    );
  const choose = (file: File) =>
    attempt(async () => {
      setOffer(null);
      const read = imported(await textOf(file, FILE_BYTES, 'A file of settings'));
      for (const { name, text } of read.packs) {
        const { pack, problems } = await askAboutPack({ name, text, sentence: '' });
        const [first] = problems.filter(({ advice }) => !advice);
        if (!pack && first)
          throw new Error(`Its pack “${name}” cannot be used. ${problemWords(first)} Nothing was changed.`);
      }
      const names = new Map([...(await readPacks(settings.packs)), ...read.packs].map(({ id, name }) => [id, name]));
      setOffer({ file: read, changes: differences(settings, read.settings, names) });
    }, onFail);
  const take = ({ file }: Offer) =>
    attempt(async () => {
      await keepPacks(file.packs);
      change(() => file.settings, 'Your choices are those of the file.');
      setOffer(null);
    }, onFail);
  return (
    <>
      <h3>In a file</h3>
      <p class="quiet">All choices on this page and your packs. What you have read and seen is not in it.</p>
      <button type="button" class="button" onClick={() => void save()}>
        Export everything
      </button>{' '}
      <FileButton label="Import a file…" accept=".json,application/json" onFile={(file) => void choose(file)} />
      {offer && (
        <section class="looked" aria-label="What the file would change">
          {offer.changes.length === 0 ? (
            <p role="status">This file says what is chosen already. There is nothing to change.</p>
          ) : (
            <>
              <div role="status">
                <h4>What would change</h4>
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
                Take these
              </button>{' '}
            </>
          )}
          <button type="button" class="button" onClick={() => setOffer(null)}>
            {offer.changes.length === 0 ? 'Close' : 'Leave it'}
          </button>
        </section>
      )}
    </>
  );
}

const list = new Intl.ListFormat('en-GB');
const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function InSync({ onFail }: Props) {
  const [sync, setSync] = useState<SyncState | null>(null);
  const [done, setDone] = useState('');
  const look = () => void readSync().then(setSync);
  useEffect(() => {
    look();
    const heard = (changes: Record<string, unknown>) => {
      if (SYNC_KEY in changes) look();
    };
    browser.storage.onChanged.addListener(heard);
    return () => browser.storage.onChanged.removeListener(heard);
  }, []);
  if (!sync) return null;
  const step = async (work: () => Promise<void>, said: string) => {
    setDone('');
    if (!(await attempt(work, onFail))) return;
    setDone(said);
    look();
  };
  return (
    <>
      <h3>In your other browsers</h3>
      <label class="row">
        <span>Share the choices with them</span>
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
        Your browser’s own sync carries them, through its maker’s servers, where you are signed in. It carries the
        choices, the sites and phrases in your lists among them; never packs, the main switch, or what you read. Where
        two browsers differ, the later choice stays; a browser that joins takes what is there.
      </p>
      {sync.came && (
        <p class="quiet">
          {when.format(sync.came.at)}: {list.format(sync.came.fields.map((field) => FIELD_WORDS[field]))} came from
          another browser.
        </p>
      )}
      {sync.problem && <p role="alert">{sync.problem}</p>}
      {!sync.on && (
        <button
          type="button"
          class="link"
          onClick={() =>
            void step(clearShared, 'What Peel had shared is deleted there. Your choices here are as they were.')
          }
        >
          Delete what was shared
        </button>
      )}
      <p role="status">{done}</p>
    </>
  );
}
