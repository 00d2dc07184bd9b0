/** Compares the UTF-8 bytes of two texts: the same everywhere, whatever the locale. Negative, 0 or positive. */
export function compareBytes(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b))
}
