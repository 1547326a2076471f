/** True for what the browser itself set off; a script of the page can make up any other event. */
export const isTrusted = (event: Event): boolean => event.isTrusted;
