/**
 * The whole protocol between the parts of Peel, in both directions. Every message is checked on arrival: a sender that is
 * not this extension, or a shape that does not fit, is ignored. What the background answers it checks before it is sent.
 *
 *   content --port 'peel:read'--> background      PageText, answered by a PageReport (a port keeps the background awake)
 *   content --message-----------> background      another note, badge, open the share page
 *   popup, options, share, ledger, background --> content what is on the page, jump, hide, capture steps
 *
 * Settings do not travel here: every part watches storage (lib/settings). The schemas are in schema.ts, the check in
 * check.ts; in-page.ts is the little of it that a page carries.
 */
export type * from './schema';

/** Name of the port on which a page asks to be read. */
export const READ_PORT = 'peel:read';
