/** Colours and motion of Peel's own pages, as the reader wants them; what they say of it is theme.css's to do. */
import type { Settings } from './settings';
import { loadSettings, watchSettings } from './store';

function wear({ theme, motion }: Pick<Settings, 'theme' | 'motion'>, { dataset }: HTMLElement): void {
  dataset.theme = theme;
  dataset.motion = motion;
}

/** Dresses a page of Peel's own, now and whenever the choice changes. */
export function followAppearance(root: HTMLElement = document.documentElement): void {
  const dress = (settings: Settings) => wear(settings, root);
  watchSettings(dress, new AbortController().signal);
  void loadSettings().then(dress);
}
