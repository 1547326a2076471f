import { render } from 'preact';
import { startSample } from '@/components/welcome/sample';
import { Welcome } from '@/components/welcome/Welcome';
import { askedIn } from '@/lib/background/welcome';
import { speakOn } from '@/lib/locale';
import { followAppearance } from '@/lib/settings/appearance';

speakOn(document, 'welcome_title');
followAppearance();
const root = document.getElementById('app');
if (root) render(<Welcome start={startSample} fresh={askedIn(location.hash)} />, root);
