import { render } from 'preact';
import { Ledger } from '@/components/ledger/Ledger';
import { speakOn } from '@/lib/locale';
import { followAppearance } from '@/lib/settings/appearance';

speakOn(document, 'ledger_title');
followAppearance();
const root = document.getElementById('app');
if (root) render(<Ledger />, root);
