/** A file of messages, and how a browser reads it. */
export interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}
export type Catalogue = Record<string, Message>;

/** `getMessage` over `catalogue`: empty for a key that is not there, nothing for a value that is not given. */
export function lookUp(catalogue: Catalogue) {
  return (key: string, values: readonly string[] = []): string => {
    const { message, placeholders = {} } = Object.hasOwn(catalogue, key)
      ? (catalogue[key] as Message)
      : { message: '' };
    const numbered = message.replace(/\$(\w+)\$/g, (whole, name: string) => {
      return placeholders[name.toLowerCase()]?.content ?? whole;
    });
    return numbered.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
  };
}
