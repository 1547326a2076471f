import { render } from 'preact';
import { Welcome } from '@/components/welcome/Welcome';
import { speakOn } from '@/lib/locale';
import { startSample } from '@/lib/session/sample';
import { askedIn } from '@/lib/session/welcome';
import { followAppearance } from '@/lib/settings/appearance';

speakOn(document, 'welcome_title');
followAppearance();
const root = document.getElementById('app');
if (root) render(<Welcome start={startSample} fresh={askedIn(location.hash)} />, root);
