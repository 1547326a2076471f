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
import { useAct } from '../use-act';
import { useLatest } from '../use-latest';
import { FileButton } from './FileButton';
import { PackReport } from './PackReport';
import { Section, type SectionProps } from './Section';
import { askAboutPack } from './try-pack';
import { useQuestion } from './use-question';

/** A pack that is looked at and not installed yet. */
interface Looked {
  file: string;
  text: string;
  answer: PackAnswer;
}

interface Props extends SectionProps {
  onFail: (sentence: string) => void;
}

/** Packs of jokes beside the house's own. */
export function Packs({ settings, change, onFail }: Props) {
  /** Null as long as the browser has not shown them. */
  const [stored, setStored] = useState<StoredPack[] | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const { asking, ask, drop } = useQuestion(onFail);
  const { doing, act } = useAct(['', onFail]);
  const latest = useLatest();
  useEffect(() => {
    // Also where the list is the same: a pack whose text was lost may have come back.
    void latest(readPacks(settings.packs), setStored, () => setStored(null));
  }, [settings, latest]);

  const close = () => {
    drop();
    setLooked(null);
  };
  const choose = (file: File) => {
    const look = async (): Promise<Looked> => {
      const text = await textOf(file, PACK_BYTES, 'file_pack_size');
      return {
        file: file.name,
        text,
        answer: await askAboutPack({ name: file.name, text, inPart: false, sentence: '' }),
      };
    };
    setLooked(null);
    return ask(file, look, setLooked);
  };
  const tryOn = ({ file, text }: Looked, sentence: string) =>
    ask(
      sentence,
      () => askAboutPack({ name: file, text, inPart: false, sentence }),
      // Unless it was installed meanwhile.
      (answer) => setLooked((now) => now && { ...now, answer }),
    );
  const install = ({ text, answer }: Looked) =>
    act('install', async () => {
      if (!answer.pack) return;
      const pack = newPack(answer.pack.name, text);
      const instead = (await readPacks(settings.packs)).filter(({ name }) => name === pack.name).map(({ id }) => id);
      await keepPacks(
        [pack],
        settings.packs.filter((id) => !instead.includes(id)),
      );
      const said = t(instead.length > 0 ? 'packs_replaced' : 'packs_installed', { name: pack.name });
      // Unless another file was chosen meanwhile.
      if (await change((now) => withPack(now, pack.id, instead), said))
        setLooked((now) => (now?.text === text ? null : now));
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
            onFail={onFail}
          />
        ))}
      </ol>
      {settings.packs.length > 1 && <p class="quiet">{t('packs_order')}</p>}
      <FileButton label={t('packs_look')} accept=".txt,text/plain" onFile={(file) => void choose(file)} />
      <span role="status">{asking || doing ? ` ${t('packs_reading')}` : ''}</span>
      {looked && (
        <PackReport
          key={looked.text}
          label={t('packs_looked')}
          heading={fileHeading(looked, stored ?? [])}
          answer={looked.answer}
          onTry={(sentence) => void tryOn(looked, sentence)}
        >
          {looked.answer.pack && (
            <button type="button" class="button primary" disabled={doing !== null} onClick={() => void install(looked)}>
              {t('packs_install')}
            </button>
          )}{' '}
          <button type="button" class="button" onClick={close}>
            {t(looked.answer.pack ? 'packs_leave' : 'packs_close')}
          </button>
        </PackReport>
      )}
    </Section>
  );
}

function verdictOn({ name, writer }: NonNullable<PackAnswer['pack']>, jokes: number): string {
  return writer ? tCount('packs_verdict_by', jokes, { name, writer }) : tCount('packs_verdict', jokes, { name });
}

/** What a file is, in a line. */
function fileHeading({ file, answer: { pack, usable } }: Looked, stored: readonly StoredPack[]): string {
  if (!pack) return t('packs_bad', { file });
  const verdict = verdictOn(pack, usable);
  return stored.some(({ name }) => name === pack.name) ? t('packs_again', { verdict }) : verdict;
}

/** What an installed pack has come to, in a line: Peel may have become stricter since. */
function installedHeading(name: string, { pack, usable }: PackAnswer): string {
  return pack ? t('packs_right', { verdict: verdictOn(pack, usable) }) : tCount('packs_partly', usable, { name });
}

interface RowProps extends Pick<Props, 'change' | 'onFail'> {
  id: string;
  pack: StoredPack | null;
  /** What packs there are is not known. */
  unshown: boolean;
  first: boolean;
  on: boolean;
}

function PackRow({ id, pack, unshown, first, on, change, onFail }: RowProps) {
  const [answer, setAnswer] = useState<PackAnswer | null>(null);
  const { asking, ask, drop } = useQuestion(onFail);
  const name = pack?.name ?? t(unshown ? 'packs_unshown' : 'packs_gone');
  const close = () => {
    drop();
    setAnswer(null);
  };
  /** `sentence` is empty for the samples that show what the pack is like. */
  const look = ({ text }: StoredPack, sentence = '') =>
    ask(sentence, () => askAboutPack({ name, text, inPart: true, sentence }), setAnswer);
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
        {pack && (
          <span>
            <span role="status">{asking ? `${t('packs_reading')} ` : ''}</span>
            {/* The first button of the row: the focus goes to it when the report is closed. */}
            <button
              type="button"
              class="link"
              aria-label={t('packs_over_named', { name })}
              onClick={() => void look(pack)}
            >
              {t('packs_over')}
            </button>
          </span>
        )}
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
      {pack && answer && (
        <PackReport
          label={t('packs_over_named', { name })}
          heading={installedHeading(name, answer)}
          answer={answer}
          onTry={(sentence) => void look(pack, sentence)}
        >
          <button type="button" class="button" onClick={close}>
            {t('packs_close')}
          </button>
        </PackReport>
      )}
    </li>
  );
}

/** A name that any system takes for a file. */
const fileNameOf = (name: string): string => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'pack'}.pack.txt`;
