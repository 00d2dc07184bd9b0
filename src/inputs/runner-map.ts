import type { Environment } from '../environment.ts'
import { invalid } from './readers.ts'
import { isSystem } from './systems.ts'

/** What a job's `runs-on` takes: one label, or all that a runner must have. */
export type RunnerLabel = string | string[]

/** GitHub's own runners. */
const defaultRunners: readonly (readonly [system: string, label: string])[] = [
  ['x86_64-linux', 'ubuntu-24.04'],
  ['aarch64-linux', 'ubuntu-24.04-arm'],
  ['aarch64-darwin', 'macos-15'],
  ['x86_64-darwin', 'macos-15-intel']
]

/** `system=label`, or `system=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y

const labelPattern = /^[\w.:/@+ -]{1,256}$/

/** For derivations of a system that need these features. undefined: there is none. */
export function runnerFor(
  runners: ReadonlyMap<string, RunnerLabel>,
  system: string,
  features: readonly string[]
): RunnerLabel | undefined {
  const special = features.map((feature) => runners.get(`${system}+${feature}`))
  return special.find((label) => label !== undefined) ?? runners.get(system)
}

/** The default runners, with those of `runner-map` on top. Throws INPUT_INVALID. */
export function parseRunnerMap(environment: Environment): Map<string, RunnerLabel> {
  const runners = new Map<string, RunnerLabel>(defaultRunners)
  const text = environment.input('runner-map')
  entry.lastIndex = 0
  while (entry.lastIndex < text.trimEnd().length) {
    const start = entry.lastIndex
    const [, system = '', several, one = ''] = entry.exec(text) ?? []
    const labels = several === undefined ? [one] : labelsOf(several)
    if (
      !isSystem(system) ||
      labels.length === 0 ||
      !labels.every((label) => labelPattern.test(label))
    ) {
      throw invalid(
        'runner-map',
        text.slice(start).trim(),
        '`system=label` or `system=[label, label]`, separated by spaces or lines'
      )
    }
    runners.set(system, several === undefined ? one : labels)
  }
  return runners
}

function labelsOf(text: string): string[] {
  return text
    .split(',')
    .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((label) => label !== '')
}
