import { useEffect, useState } from 'preact/hooks';
import type { PackAnswer } from '@/lib/messages';
import {
  keepPacks,
  newPack,
  PACK_BYTES,
  readPacks,
  type StoredPack,
  withoutPack,
  withPack,
  withPackEarlier,
  withPackOn,
} from '@/lib/settings';
import { textOf } from '@/lib/settings/portable';
import { download } from '@/lib/share/deliver';
import { attempt } from './attempt';
import { FileButton } from './FileButton';
import { PackReport } from './PackReport';
import { Section, type SectionProps } from './Section';
import { askAboutPack } from './try-pack';

/** A pack that is looked at and not installed yet. */
interface Looked {
  file: string;
  text: string;
  answer: PackAnswer;
}

/** Packs of jokes beside the house's own. */
export function Packs({ settings, change, onFail }: SectionProps & { onFail: (sentence: string) => void }) {
  const [stored, setStored] = useState<StoredPack[]>([]);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void readPacks(settings.packs).then(setStored);
  }, [settings.packs.join()]);

  const busily = async (work: () => Promise<void>) => {
    setBusy(true);
    await attempt(work, onFail);
    setBusy(false);
  };
  const read = async (file: string, text: string, sentence: string) =>
    setLooked({ file, text, answer: await askAboutPack({ name: file, text, sentence }) });
  const choose = (file: File) =>
    busily(async () => {
      setLooked(null);
      await read(file.name, await textOf(file, PACK_BYTES, 'A pack'), '');
    });
  const install = ({ text, answer }: Looked) =>
    busily(async () => {
      if (!answer.pack) return;
      const pack = newPack(answer.pack.name, text);
      const instead = stored.filter(({ name }) => name === pack.name).map(({ id }) => id);
      await keepPacks(
        [pack],
        settings.packs.filter((id) => !instead.includes(id)),
      );
      change(
        (now) => withPack(now, pack.id, instead),
        `“${pack.name}” is ${instead.length > 0 ? 'replaced' : 'in use'}.`,
      );
      setLooked(null);
    });

  return (
    <Section title="Packs of jokes">
      <p class="quiet">
        Peel’s own jokes, and those of anyone who writes some. A pack is words and nothing else: it can run nothing,
        link to nothing and ask for nothing, and it keeps quiet where Peel’s own jokes do.{' '}
        <a class="link" href="/writing.html">
          How to write one
        </a>
      </p>
      <ol class="plain packs">
        {settings.packs.map((id, place) => (
          <PackRow
            key={id}
            id={id}
            pack={stored.find((one) => one.id === id) ?? null}
            first={place === 0}
            on={!settings.packsOff.includes(id)}
            change={change}
          />
        ))}
      </ol>
      {settings.packs.length > 1 && (
        <p class="quiet">Of two jokes that fit as well, that of the higher pack is told.</p>
      )}
      <FileButton label="Look at a pack…" accept=".txt,text/plain" onFile={(file) => void choose(file)} />
      <span role="status">{busy ? ' Reading…' : ''}</span>
      {looked && (
        <section class="looked" aria-label="The pack you are looking at">
          <div role="status">
            <Verdict looked={looked} stored={stored} />
          </div>
          <PackReport
            key={looked.text}
            answer={looked.answer}
            onTry={(sentence) => void busily(() => read(looked.file, looked.text, sentence))}
          />
          {looked.answer.pack && (
            <button type="button" class="button primary" disabled={busy} onClick={() => void install(looked)}>
              Install
            </button>
          )}{' '}
          <button type="button" class="button" onClick={() => setLooked(null)}>
            {looked.answer.pack ? 'Leave it' : 'Close'}
          </button>
        </section>
      )}
    </Section>
  );
}

function Verdict({ looked: { file, answer }, stored }: { looked: Looked; stored: readonly StoredPack[] }) {
  if (!answer.pack) return <h3>{file} is not installed: something in it is wrong, and then nothing of it is used.</h3>;
  const { name, writer, jokes } = answer.pack;
  const again = stored.some((pack) => pack.name === name);
  return (
    <h3>
      “{name}”{writer && ` by ${writer}`}: {jokes === 1 ? 'one joke' : `${jokes} jokes`}
      {again && '. It takes the place of the pack of that name'}
    </h3>
  );
}

interface RowProps extends Pick<SectionProps, 'change'> {
  id: string;
  pack: StoredPack | null;
  first: boolean;
  on: boolean;
}

function PackRow({ id, pack, first, on, change }: RowProps) {
  const name = pack?.name ?? 'A pack that is gone';
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={on}
          disabled={!pack}
          onChange={(event) => {
            const next = event.currentTarget.checked;
            change((now) => withPackOn(now, id, next), `“${name}” is ${next ? 'on' : 'off'}.`);
          }}
        />{' '}
        {name} {pack && <span class="quiet">{Math.max(1, Math.round(pack.text.length / 1000))} kB</span>}
      </label>
      <span class="acts">
        {!first && (
          <button
            type="button"
            class="link"
            aria-label={`Move up: ${name}`}
            onClick={() => change((now) => withPackEarlier(now, id), `“${name}” goes before the one above it.`)}
          >
            Move up
          </button>
        )}
        {pack && (
          <button
            type="button"
            class="link"
            aria-label={`Export: ${name}`}
            onClick={() => download(new Blob([pack.text], { type: 'text/plain' }), fileNameOf(name))}
          >
            Export
          </button>
        )}
        <button
          type="button"
          class="link"
          aria-label={`Remove: ${name}`}
          onClick={() => change((now) => withoutPack(now, id), `“${name}” is removed.`)}
        >
          Remove
        </button>
      </span>
    </li>
  );
}

/** A name that any system takes for a file. */
const fileNameOf = (name: string): string => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'pack'}.pack.txt`;
