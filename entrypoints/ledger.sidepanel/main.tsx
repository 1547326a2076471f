import { render } from 'preact';
import { Ledger } from '@/components/ledger/Ledger';

const root = document.getElementById('app');
if (root) render(<Ledger />, root);
