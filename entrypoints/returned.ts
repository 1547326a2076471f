import { tellOfReturns } from '@/lib/session/returned';

/** Runs beside the content script on the sites that the reader allowed, and on no other page: those of Peel's own list do not ask. */
export default defineUnlistedScript(() => tellOfReturns(window));
