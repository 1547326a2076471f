/** Colours and motion of Peel's own pages, as the reader wants them; what they say of it is theme.css's to do. */
import type { Settings } from './settings';
import { loadSettings, watchSettings } from './store';

function apply({ theme, motion }: Pick<Settings, 'theme' | 'motion'>, { dataset }: HTMLElement): void {
  dataset.theme = theme;
  dataset.motion = motion;
}

/** Gives a page of Peel's own its colours and motion, now and whenever the choice changes. */
export function followAppearance(root: HTMLElement = document.documentElement): void {
  const update = (settings: Settings) => apply(settings, root);
  watchSettings(update, new AbortController().signal);
  void loadSettings().then(update);
}
