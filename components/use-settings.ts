/** The reader's settings for a screen: loaded once, followed from then on, and changed one step at a time. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import {
  readSettings,
  type Settings,
  type SettingsStep,
  troubleWords,
  updateSettings,
  watchSettings,
} from '@/lib/settings';

export type Step = (settings: Settings) => Settings;

export interface SettingsHold {
  /** Null until storage has answered. */
  settings: Settings | null;
  /** A sentence on settings that are damaged or cannot be read; else empty. */
  trouble: string;
  /** A sentence on the last change, when it failed; else empty. */
  problem: string;
  /** A change is on its way to the disk. */
  saving: boolean;
  /** Saves a change. @returns what it did, or null when it failed; `problem` says why then. */
  change(step: Step): Promise<SettingsStep | null>;
}

export function useSettings(): SettingsHold {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [trouble, setTrouble] = useState('');
  const [problem, setProblem] = useState('');
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    const controller = new AbortController();
    const know = (next: Settings) => {
      setSettings(next);
      setTrouble('');
    };
    watchSettings(know, controller.signal);
    void readSettings().then((found) => {
      if (controller.signal.aborted) return;
      setSettings(found.settings);
      setTrouble(troubleWords(found));
    });
    return () => controller.abort();
  }, []);
  const change = useCallback(async (step: Step) => {
    setProblem('');
    setWaiting((now) => now + 1);
    try {
      const done = await updateSettings(step);
      setSettings(done.after);
      setTrouble('');
      return done;
    } catch (error) {
      setProblem((error as Error).message);
      return null;
    } finally {
      setWaiting((now) => now - 1);
    }
  }, []);
  return { settings, trouble, problem, saving: waiting > 0, change };
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
