import { KINDS } from '@/lib/model';
import { kindName } from '@/lib/settings';
import { followAppearance } from '@/lib/settings/appearance';

followAppearance();
const list = KINDS.flatMap((kind, i) => {
  const name = document.createElement('code');
  name.textContent = kind;
  return [name, ` ${kindName(kind)}${i < KINDS.length - 1 ? ' · ' : ''}`];
});
document.getElementById('kinds')?.append(...list);
