export { KIND_WORDS } from '@/lib/settings/words';
