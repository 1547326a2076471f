/**
 * The whole protocol between the parts of Peel, in both directions. Every message is checked on arrival: a sender that is
 * not this extension, or a shape that does not fit, is ignored. What the background answers it checks before it is sent.
 *
 *   page    --port 'peel:read'--> background    PageText, answered by a PageReport (a port keeps the background awake)
 *   page    --message-----------> background    another note, the words that decided, the margin, the badge, the share page,
 *                                               what the reader does not want, and a return from the back/forward cache
 *   options --message-----------> background    a pack of jokes, to be looked at and tried
 *   popup, ledger, background --> page          what is on the page, jump, next, previous, hide, retry, withdrawn
 *
 * Settings do not travel here: every part watches storage (lib/settings). Nor do the steps of a picture: the share page calls
 * a script that it puts into the page (lib/share/injected.ts). The schemas are in schema.ts, the check in check.ts;
 * in-page.ts is the little of it that a page carries.
 */
export type * from './schema';

/** Name of the port on which a page asks to be read. */
export const READ_PORT = 'peel:read';
