import { useEffect, useState } from 'preact/hooks';
import { t, tCount } from '@/lib/locale';
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
import { useLatest } from '../use-latest';
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
  /** Null as long as the browser has not shown them. */
  const [stored, setStored] = useState<StoredPack[] | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const latest = useLatest();
  useEffect(() => {
    // Also where the list is the same: a pack whose text was lost may have come back.
    void latest(readPacks(settings.packs), setStored, () => setStored(null));
  }, [settings, latest]);

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
      await read(file.name, await textOf(file, PACK_BYTES, 'file_pack_size'), '');
    });
  const install = ({ text, answer }: Looked) =>
    busily(async () => {
      if (!answer.pack) return;
      const pack = newPack(answer.pack.name, text);
      const instead = (await readPacks(settings.packs)).filter(({ name }) => name === pack.name).map(({ id }) => id);
      await keepPacks(
        [pack],
        settings.packs.filter((id) => !instead.includes(id)),
      );
      const said = t(instead.length > 0 ? 'packs_replaced' : 'packs_installed', { name: pack.name });
      if (await change((now) => withPack(now, pack.id, instead), said)) setLooked(null);
    });

  return (
    <Section title={t('packs_heading')}>
      <p class="quiet">
        {t('packs_about')}{' '}
        <a class="link" href="/writing.html">
          {t('packs_how')}
        </a>
      </p>
      <ol class="plain packs">
        {settings.packs.map((id, place) => (
          <PackRow
            key={id}
            id={id}
            pack={stored?.find((one) => one.id === id) ?? null}
            unshown={stored === null}
            first={place === 0}
            on={!settings.packsOff.includes(id)}
            change={change}
          />
        ))}
      </ol>
      {settings.packs.length > 1 && <p class="quiet">{t('packs_order')}</p>}
      <FileButton label={t('packs_look')} accept=".txt,text/plain" onFile={(file) => void choose(file)} />
      <span role="status">{busy ? ` ${t('packs_reading')}` : ''}</span>
      {looked && (
        <section class="looked" aria-label={t('packs_looked')}>
          <div role="status">
            <Verdict looked={looked} stored={stored ?? []} />
          </div>
          <PackReport
            key={looked.text}
            answer={looked.answer}
            onTry={(sentence) => void busily(() => read(looked.file, looked.text, sentence))}
          />
          {looked.answer.pack && (
            <button type="button" class="button primary" disabled={busy} onClick={() => void install(looked)}>
              {t('packs_install')}
            </button>
          )}{' '}
          <button type="button" class="button" onClick={() => setLooked(null)}>
            {t(looked.answer.pack ? 'packs_leave' : 'packs_close')}
          </button>
        </section>
      )}
    </Section>
  );
}

function Verdict({ looked: { file, answer }, stored }: { looked: Looked; stored: readonly StoredPack[] }) {
  if (!answer.pack) return <h3>{t('packs_bad', { file })}</h3>;
  const { name, writer, jokes } = answer.pack;
  const verdict = writer
    ? tCount('packs_verdict_by', jokes, { name, writer })
    : tCount('packs_verdict', jokes, { name });
  return <h3>{stored.some((pack) => pack.name === name) ? t('packs_again', { verdict }) : verdict}</h3>;
}

interface RowProps extends Pick<SectionProps, 'change'> {
  id: string;
  pack: StoredPack | null;
  /** What packs there are is not known. */
  unshown: boolean;
  first: boolean;
  on: boolean;
}

function PackRow({ id, pack, unshown, first, on, change }: RowProps) {
  const name = pack?.name ?? t(unshown ? 'packs_unshown' : 'packs_gone');
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={on}
          disabled={!pack}
          onChange={(event) => {
            const next = event.currentTarget.checked;
            void change((now) => withPackOn(now, id, next), t(next ? 'packs_on_done' : 'packs_off_done', { name }));
          }}
        />{' '}
        {name}{' '}
        {pack && (
          <span class="quiet">{t('packs_size_shown', { size: Math.max(1, Math.round(pack.text.length / 1000)) })}</span>
        )}
      </label>
      <span class="acts">
        {!first && (
          <button
            type="button"
            class="link"
            aria-label={t('packs_up_named', { name })}
            onClick={() => change((now) => withPackEarlier(now, id), t('packs_up_done', { name }))}
          >
            {t('packs_up')}
          </button>
        )}
        {pack && (
          <button
            type="button"
            class="link"
            aria-label={t('packs_export_named', { name })}
            onClick={() => download(new Blob([pack.text], { type: 'text/plain' }), fileNameOf(name))}
          >
            {t('packs_export')}
          </button>
        )}
        <button
          type="button"
          class="link"
          aria-label={t('packs_remove_named', { name })}
          onClick={() => change((now) => withoutPack(now, id), t('packs_removed', { name }))}
        >
          {t('packs_remove')}
        </button>
      </span>
    </li>
  );
}

/** A name that any system takes for a file. */
const fileNameOf = (name: string): string => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'pack'}.pack.txt`;
