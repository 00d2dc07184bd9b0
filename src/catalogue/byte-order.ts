/** Below it, the order of UTF-16's units is that of the UTF-8 bytes; from it on there are surrogates, and what they come before. */
const firstSurrogate = 0xd800

/**
 * Compares the UTF-8 bytes of two texts: the same everywhere, whatever the locale. Negative, 0 or positive, and 0 for the same text alone:
 * halves of surrogate pairs are no characters, have all the same bytes, and stand in the order of their units.
 */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0
  let at = 0
  const shorter = Math.min(a.length, b.length)
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
  // NaN at an end. Without making bytes of both, as a catalogue is sorted by this.
  if (left < firstSurrogate && right < firstSurrogate) return left - right
  return compareEncoded(new TextEncoder().encode(a), new TextEncoder().encode(b)) || left - right
}

/** Without Node's Buffer: the cache's page sorts versions, too. */
function compareEncoded(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, index) => byte !== b[index])
  return at === -1 || at >= b.length ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? 0)
}
