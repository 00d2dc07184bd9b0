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

/** `system=label`, or `system+feature=[a, b]` with blanks inside of the brackets. */
const entry = /\s*([^\s=]+)=(?:\[([^\][]*)\]|([^\s[\]]+))(?=\s|$)/y

const labelPattern = /^[\w.:/@+ -]{1,256}$/
const featurePattern = /^[\w.-]{1,256}$/

/**
 * For derivations of a system that need these features (`requiredSystemFeatures`): the entry with the most features, all of which are
 * needed; of several the one that was written first. undefined: the system has no runner.
 */
export function runnerFor(
  runners: ReadonlyMap<string, RunnerLabel>,
  system: string,
  features: readonly string[]
): RunnerLabel | undefined {
  let best: { label: RunnerLabel; count: number } | undefined
  for (const [key, label] of runners) {
    const [own, ...needed] = key.split('+')
    const isFitting = own === system && needed.every((feature) => features.includes(feature))
    if (isFitting && needed.length > (best?.count ?? -1)) best = { label, count: needed.length }
  }
  return best?.label
}

/** Those that have a runner: `runner-map` without its entries for features. */
export function systemsOf(runners: ReadonlyMap<string, RunnerLabel>): string[] {
  return [...runners.keys()].filter(isSystem)
}

/** The default runners, with those of `runner-map` on top, by `system` or `system+feature+…` in order. Throws INPUT_INVALID. */
export function parseRunnerMap(environment: Environment): Map<string, RunnerLabel> {
  const runners = new Map<string, RunnerLabel>(defaultRunners)
  const text = environment.input('runner-map')
  entry.lastIndex = 0
  while (entry.lastIndex < text.trimEnd().length) {
    const start = entry.lastIndex
    const [, written = '', several, one = ''] = entry.exec(text) ?? []
    const key = parseKey(written)
    const labels = several === undefined ? [one] : labelsOf(several)
    if (key === null || labels.length === 0 || !labels.every((label) => labelPattern.test(label))) {
      throw invalid(
        'runner-map',
        text.slice(start).trim(),
        '`system=label`, `system=[label, label]` or `system+feature=label`, separated by spaces or lines'
      )
    }
    runners.set(key, several === undefined ? one : labels)
  }
  for (const key of runners.keys()) {
    const [system = ''] = key.split('+')
    if (!runners.has(system)) {
      throw invalid(
        'runner-map',
        key,
        `it together with \`${system}=label\`, for what needs no such feature`
      )
    }
  }
  return runners
}

/** `system+a+b`, whatever the order of its features. */
function parseKey(text: string): string | null {
  const [system = '', ...features] = text.split('+')
  if (!isSystem(system) || !features.every((feature) => featurePattern.test(feature))) return null
  return [system, ...[...new Set(features)].sort()].join('+')
}

function labelsOf(text: string): string[] {
  return text
    .split(',')
    .map((label) => label.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .filter((label) => label !== '')
}
