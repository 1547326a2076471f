import { useCallback, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import { forget, type Memory, mutedAgain, updateMemory } from '@/lib/memory/memory';
import { defaultSettings, densityPromise, type SettingsStep, takenBack } from '@/lib/settings';
import { Amount } from '../Amount';
import { attempt } from '../attempt';
import { Dial } from '../Dial';
import { useKeptFocus } from '../use-kept-focus';
import { type Step, useSettings, useSlow } from '../use-settings';
import { BackupAndSync } from './BackupAndSync';
import { Damaged } from './Damaged';
import { Keys } from './Keys';
import { Kinds } from './Kinds';
import { Looks } from './Looks';
import { Packs } from './Packs';
import { type Change, Section } from './Section';
import { Sites } from './Sites';
import { Spared } from './Spared';
import { Unwanted } from './Unwanted';

/** The last change, in a sentence, and how it is taken back; null where it has been, or changed nothing. */
interface Undo {
  /** Tells changes apart: what was said of it at first. */
  of: string;
  said: string;
  back: Step | null;
  /** The jokes that a reset has brought back. */
  muted?: Memory['muted'];
}

/** The way back from `done`, of which `said` tells. A second press of the same button changes nothing, and leaves the first one's. */
function undoOf({ before, after }: SettingsStep, said: string, last: Undo | null): Undo {
  const changed = JSON.stringify(before) !== JSON.stringify(after);
  if (!changed && last?.of === said) return last;
  return { of: said, said, back: changed ? takenBack(before, after) : null };
}

/** Everything a reader can choose, saved at once and undone with one click. */
export function Options() {
  const { settings, readable, trouble, problem, saving, change: save } = useSettings();
  const [undo, setUndo] = useState<Undo | null>(null);
  const [failure, setFailure] = useState('');
  const slow = useSlow(saving);
  useKeptFocus();
  const change: Change = useCallback(
    async (step, said) => {
      setFailure('');
      const done = await save(step);
      if (done) setUndo((last) => undoOf(done, said, last));
      return done !== null;
    },
    [save],
  );
  const takeBack = async () => {
    setFailure('');
    if (!undo?.back || !(await save(undo.back))) return;
    const { muted } = undo;
    if (muted && !(await attempt(() => updateMemory((now) => mutedAgain(now, muted)), setFailure))) return;
    setUndo({ of: '', said: t('undone'), back: null });
  };
  const reset = async () => {
    // What was forgotten stays forgotten: nothing is before the choices are known to be saved.
    const chosen = t('options_reset_chosen');
    let muted: Memory['muted'] = {};
    const forgetAll = async () => {
      muted = await forget();
    };
    if (!(await change(() => defaultSettings(), chosen)) || !(await attempt(forgetAll, setFailure))) return;
    setUndo((now) => {
      if (now?.of !== chosen) return now;
      // Where all choices stood at their defaults there are the jokes to keep away again.
      const back = now.back ?? (Object.keys(muted).length > 0 ? (choices) => choices : null);
      return { ...now, said: t('options_reset_done'), back, muted: { ...now.muted, ...muted } };
    });
  };
  if (!settings) return <main class="options" aria-busy="true" />;

  const wrong = failure || problem;
  return (
    <main class="options">
      <h1>Peel</h1>
      <p class="quiet">{t('options_promise')}</p>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <Dial level={settings.level} onTurn={(level) => change((now) => ({ ...now, level }), t('options_dial_turned'))} />
      <Amount
        density={settings.density}
        onTurn={(density) => change((now) => ({ ...now, density }), densityPromise(density))}
      />
      <Sites settings={settings} readable={readable} change={change} />
      <Kinds settings={settings} change={change} />
      <Spared settings={settings} change={change} />
      <Unwanted onFail={setFailure} />
      <Looks settings={settings} change={change} />
      <Packs settings={settings} change={change} onFail={setFailure} />
      <BackupAndSync change={change} onFail={setFailure} />
      <Keys />
      <Section title={t('options_reset_heading')}>
        <p class="quiet">{t('options_reset_about')}</p>
        <button type="button" class="button" onClick={reset}>
          {t('options_reset')}
        </button>
      </Section>
      <Damaged settings={settings} onFail={setFailure} />
      <div class={wrong || undo || slow ? 'said' : 'said idle'}>
        <span role="alert">{wrong}</span>
        <span role="status">{slow ? t('saving') : undo?.said}</span>
        {undo?.back && (
          <button type="button" class="link" onClick={takeBack}>
            {t('undo')}
          </button>
        )}
      </div>
    </main>
  );
}
