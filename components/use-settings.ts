/** The reader's settings for a screen: loaded once, followed from then on, and changed one step at a time. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  readSettings,
  repairSettings,
  type Settings,
  type SettingsFound,
  type SettingsStep,
  troubleWords,
  updateSettings,
  watchFoundSettings,
} from '@/lib/settings';
import { useStored } from './use-stored';

export type Step = (settings: Settings) => Settings;

export interface SettingsHold {
  /** Null until storage has answered. */
  settings: Settings | null;
  /** False where storage gave no answer: what stands here is the defaults, and switched off. */
  readable: boolean;
  /** A sentence on settings that are damaged or cannot be read; else empty. */
  trouble: string;
  /** A sentence on the last change, when it failed; else empty. */
  problem: string;
  /** A change is on its way to the disk. */
  saving: boolean;
  /** Saves a change. @returns what it did, or null when it failed; `problem` says why then. */
  change(step: Step): Promise<SettingsStep | null>;
}

/** Repairs first, as far as it is known how: a screen that showed defaults in its place would tell of a loss that is none. */
async function readRepaired(onLate: (found: SettingsFound) => void): Promise<SettingsFound> {
  const found = await readSettings(onLate);
  if (found.damaged.length === 0) return found;
  return repairSettings().then(
    () => readSettings(onLate),
    () => found,
  );
}

const intact = (settings: Settings): SettingsFound => ({ settings, readable: true, damaged: [] });

export function useSettings(): SettingsHold {
  const [found, setFound] = useStored(readRepaired, watchFoundSettings);
  const [problem, setProblem] = useState('');
  const [waiting, setWaiting] = useState(0);
  const change = useCallback(async (step: Step) => {
    setProblem('');
    setWaiting((now) => now + 1);
    try {
      const done = await updateSettings(step);
      setFound(intact(done.after));
      return done;
    } catch (error) {
      setProblem((error as Error).message);
      return null;
    } finally {
      setWaiting((now) => now - 1);
    }
  }, []);
  return {
    settings: found?.settings ?? null,
    readable: found?.readable ?? true,
    trouble: found ? troubleWords(found) : '',
    problem,
    saving: waiting > 0,
    change,
  };
}

/** How long work may take before a reader must see that it goes on, in ms. */
const SLOW_MS = 1000;

/** True once `working` has lasted for a second. */
export function useSlow(working: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!working) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [working]);
  return working && slow;
}
