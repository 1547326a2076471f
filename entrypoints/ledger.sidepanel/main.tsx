import { render } from 'preact';
import { Ledger } from '@/components/ledger/Ledger';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const root = document.getElementById('app');
if (root) render(<Ledger />, root);
