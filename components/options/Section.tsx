import type { ComponentChildren } from 'preact';
import type { Settings } from '@/lib/settings';
import type { Step } from '../use-settings';

/** Saves a step at once; `said` is what the bar at the foot says of it, beside its Undo. False where it is not known to be saved. */
export type Change = (step: Step, said: string) => Promise<boolean>;

/** What each section of the options is given. */
export interface SectionProps {
  settings: Settings;
  change: Change;
}

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
