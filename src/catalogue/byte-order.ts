/** Below it, the order of UTF-16's units is that of the UTF-8 bytes; from it on there are surrogates, and what they come before. */
const firstSurrogate = 0xd800

/** Compares the UTF-8 bytes of two texts: the same everywhere, whatever the locale. Negative, 0 or positive. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0
  let at = 0
  const shorter = Math.min(a.length, b.length)
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
  // NaN at an end. Without making bytes of both, as a catalogue is sorted by this.
  if (left < firstSurrogate && right < firstSurrogate) return left - right
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
