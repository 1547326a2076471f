/** Files of messages, as they ship. */

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/**
 * A file of messages without what is said to translators, its placeholders by number alone: what a package has room for.
 * @param text JSON as in public/_locales.
 * @throws SyntaxError where it is no JSON.
 */
export function packedMessages(text: string): string {
  const messages = Object.entries(JSON.parse(text) as Record<string, Message>);
  const packed = messages.map(([key, { message, placeholders = {} }]) => [
    key,
    { message: numbered(message, placeholders) },
  ]);
  return JSON.stringify(Object.fromEntries(packed));
}

const numbered = (message: string, placeholders: NonNullable<Message['placeholders']>): string =>
  message.replace(/\$(\w+)\$/g, (whole, name: string) => placeholders[name.toLowerCase()]?.content ?? whole);
