import { resolve } from 'node:path'
import type { Environment } from '../environment.ts'
import { disagreement, invalid, lines } from '../inputs/readers.ts'
import type { OmResultsInput } from '../om-results/resolve.ts'
import { checkPinName } from '../pins/name.ts'
import { quote } from '../text.ts'

/** A pin as it was asked for by hand. */
export interface PinRequest {
  name: string
  /** A store path, a link to one, or an installable of the same run. */
  path: string
}

/**
 * The lines `name=path` of `pin`, `{system}` replaced in both by each of the systems. The last `=` counts: names are other people's
 * words (branches), and none of them can lead the pin of another name elsewhere. Throws INPUT_INVALID, PIN_NAME_INVALID.
 */
export function parsePins(environment: Environment, systems: readonly string[]): PinRequest[] {
  const pins = new Map<string, string>()
  for (const line of lines(environment.input('pin')).flatMap((line) => expand(line, systems))) {
    const end = line.lastIndexOf('=')
    const [name, path] = [line.slice(0, end).trim(), line.slice(end + 1).trim()]
    if (end === -1 || name === '' || path === '') {
      throw invalid('pin', line, '`name=path`, one a line; the path without `=`')
    }
    checkPinName(name, 'input pin')
    const other = pins.get(name)
    if (other !== undefined && other !== path) {
      throw invalid('pin', line, `one path for each name; ${quote(name)} is also ${quote(other)}`)
    }
    pins.set(name, path)
  }
  return [...pins].map(([name, path]) => ({ name, path }))
}

function expand(line: string, systems: readonly string[]): string[] {
  return line.includes('{system}')
    ? systems.map((system) => line.replaceAll('{system}', () => system))
    : [line]
}

/** Names that are to be pins no more. Throws INPUT_INVALID when one of them is to be pinned as well. */
export function parseUnpin(environment: Environment, pins: readonly PinRequest[]): string[] {
  const names = [...new Set(lines(environment.input('unpin')))]
  for (const name of names) checkPinName(name, 'input unpin')
  const both = pins.find(({ name }) => names.includes(name))
  if (both === undefined) return names
  throw disagreement(
    ['pin', 'unpin'],
    `both name ${quote(both.name)}`,
    'Give each name in one of them.'
  )
}

/** null: there is no `om-results`. Throws INPUT_INVALID. */
export function parseOmInputs(environment: Environment): OmResultsInput | null {
  const file = environment.input('om-results')
  const subflakes = lines(environment.input('subflake'))
  const prefix = environment.input('pin-prefix')
  if (file === '') {
    for (const name of ['subflake', 'pin-prefix'] as const) {
      if (environment.input(name) === '') continue
      throw disagreement(
        ['om-results', name],
        `\`${name}\` is about \`om-results\`, which is empty`,
        `Give \`om-results\`, or leave \`${name}\` out.`
      )
    }
    return null
  }
  return {
    file: resolve(environment.workspace, file),
    subflakes,
    pinPrefix: prefix === 'none' ? null : prefix === '' ? environment.refName : prefix
  }
}
