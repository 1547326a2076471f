import { KINDS } from '@/lib/model';
import { KIND_WORDS } from '@/lib/settings';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const list = KINDS.flatMap((kind, i) => {
  const name = document.createElement('code');
  name.textContent = kind;
  return [name, ` ${KIND_WORDS[kind]}${i < KINDS.length - 1 ? ' · ' : ''}`];
});
document.getElementById('kinds')?.append(...list);
