import { type Injected, leaveIn } from '@/lib/share/injected';

/** Put into a page by the share page: takes a picture of the whole article on the reader's word, and finds sentences. */
export default defineUnlistedScript(() => leaveIn(globalThis as Injected, document));
