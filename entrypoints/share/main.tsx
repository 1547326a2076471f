import { render } from 'preact';
import { SharePage } from '@/components/share/SharePage';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const root = document.getElementById('app');
if (root) render(<SharePage id={location.hash.slice(1)} />, root);
