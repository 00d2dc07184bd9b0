import { createHash } from 'node:crypto'

/**
 * So many of the candidates by lot, each as likely as any other: those whose SHA-256 of `<seed> <drvPath>` is smallest, in that order. Who
 * has the seed can draw again.
 */
export function drawSample<One extends { drvPath: string }>(
  candidates: readonly One[],
  size: number,
  seed: string
): One[] {
  const lots = candidates.map((candidate) => ({
    candidate,
    lot: createHash('sha256').update(`${seed} ${candidate.drvPath}`).digest('hex')
  }))
  lots.sort((one, other) => (one.lot < other.lot ? -1 : 1))
  return lots.slice(0, size).map(({ candidate }) => candidate)
}
