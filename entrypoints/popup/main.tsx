import { render } from 'preact';
import { Popup } from '@/components/popup/Popup';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const root = document.getElementById('app');
if (root) render(<Popup />, root);
