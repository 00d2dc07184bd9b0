// GitHub drops a step's summary whole above 1 MiB.
export const largestSummary = 1_000_000

/** For reports that show so many of each list at most. */
export const listLengths = [300, 100, 20, 0] as const

/**
 * A summary as long as may be: the first of the `degrees` (most is shown first) with which it fits. When not even the last does, as
 * the words in it are other people's, its end is left out.
 */
export function withinLimit<D>(degrees: readonly D[], render: (degree: D) => string): string {
  let text = ''
  for (const degree of degrees) {
    text = render(degree)
    if (Buffer.byteLength(text) <= largestSummary) return text
  }
  const note = '\n\nThis summary was too long, and ends here.\n'
  const lines = text.split('\n')
  let room = largestSummary - Buffer.byteLength(note)
  const end = lines.findIndex((line) => (room -= Buffer.byteLength(line) + 1) < 0)
  return lines.slice(0, end).join('\n') + note
}
