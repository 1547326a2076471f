import { render } from 'preact';
import { Popup } from '@/components/popup/Popup';
import { speakOn } from '@/lib/locale';
import { followAppearance } from '@/lib/settings/appearance';

speakOn(document, 'popup_title');
followAppearance();
const root = document.getElementById('app');
if (root) render(<Popup />, root);
