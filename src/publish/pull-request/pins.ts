import { fileWord } from '../../harmless.ts'
import { pullRequestPrefix, type Pin } from '../../pins/pin.ts'
import type { Artifact } from '../artifact.ts'

/** characters; a pin's name may have a thousand bytes */
const longestName = 200

/**
 * What artifacts are called that a pull request pins: `pr-12-x86_64-linux-hello`, with the output's name where it is another than `out`. Of
 * several of one name each but the first has its number, in the order of their attributes.
 */
export function pullRequestPins(number: number, artifacts: readonly Artifact[]): Pin[] {
  const pins = new Map<string, string>()
  const sorted = [...artifacts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  for (const { name, system, output, storePath } of sorted) {
    const words = [system, name, ...((output ?? 'out') === 'out' ? [] : [output ?? ''])]
    const whole = pullRequestPrefix(number) + words.map(fileWord).join('-').slice(0, longestName)
    let free = whole
    for (let next = 2; (pins.get(free) ?? storePath) !== storePath; next++)
      free = `${whole}-${next}`
    pins.set(free, storePath)
  }
  return [...pins].map(([name, storePath]) => ({ name, storePath }))
}

function keyOf({ attribute, output, storePath }: Artifact): string {
  return JSON.stringify([attribute, output, storePath])
}
