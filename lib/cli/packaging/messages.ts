/** Files of messages, as they ship. */

/**
 * A file of messages without what is said to translators.
 * @param text JSON as in public/_locales.
 * @throws SyntaxError where it is no JSON.
 */
export function packedMessages(text: string): string {
  const spare = ['description', 'example'];
  // A message may be called by one of these names itself: only what is text in a message goes.
  return JSON.stringify(JSON.parse(text), (key, value) =>
    spare.includes(key) && typeof value === 'string' ? undefined : value,
  );
}
