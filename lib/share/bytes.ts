/** Data addresses and bytes, without asking the network stack. */

/** The bytes of a base64 data address. @throws Error where it is none. */
export function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  const match = /^data:[^,]*;base64,/.exec(dataUrl);
  if (!match) throw new Error('not a base64 data address');
  const binary = atob(dataUrl.slice(match[0].length));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** `bytes` as a base64 data address of media type `type`. */
export function dataUrlOf(bytes: Uint8Array, type: string): string {
  // String.fromCharCode takes its bytes as arguments, of which engines allow some 65,000.
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return `data:${type};base64,${btoa(parts.join(''))}`;
}
