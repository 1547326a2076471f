/** `text` as it is written in a regular expression that finds it and nothing else. Not for use between its brackets. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
