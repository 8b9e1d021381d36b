/** The text of a file that says its own encoding, by its first bytes or in its XML declaration. */
export function textOf(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if ((first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe)) {
    return new TextDecoder(first === 0xfe ? 'utf-16be' : 'utf-16le').decode(bytes);
  }
  return new TextDecoder().decode(bytes);
}
