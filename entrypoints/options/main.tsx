import { render } from 'preact';
import { Options } from '@/components/options/Options';
import { speakOn } from '@/lib/locale';
import { followAppearance } from '@/lib/settings/appearance';

speakOn(document, 'options_title');
followAppearance();
const root = document.getElementById('app');
if (root) render(<Options />, root);
