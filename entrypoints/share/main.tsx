import { render } from 'preact';
import { SharePage } from '@/components/share/SharePage';
import { speakOn } from '@/lib/locale';
import { followAppearance } from '@/lib/settings/appearance';

speakOn(document, 'share_title');
followAppearance();
const root = document.getElementById('app');
if (root) render(<SharePage id={location.hash.slice(1)} />, root);
