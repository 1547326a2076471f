import { render } from 'preact';
import { Welcome } from '@/components/welcome/Welcome';
import { startSample } from '@/lib/session/sample';
import { askedIn } from '@/lib/session/welcome';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const root = document.getElementById('app');
if (root) render(<Welcome start={startSample} fresh={askedIn(location.hash)} />, root);
