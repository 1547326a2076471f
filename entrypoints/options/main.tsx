import { render } from 'preact';
import { Options } from '@/components/options/Options';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const root = document.getElementById('app');
if (root) render(<Options />, root);
