import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { NarPublishError } from '../errors.ts'
import { parseRunnerMap, systemsOf } from '../inputs/runner-map.ts'
import { listNames } from '../nix/attribute-names.ts'
import { parseInstallable } from '../nix/installable.ts'
import { listAttributes } from '../nix/list-attributes.ts'
import { openNix } from '../nix/nix.ts'
import type { Nix } from '../nix/types.ts'
import { quote } from '../text.ts'
import type { Choice, InitRun } from './run.ts'

/** What the workflow publishes. */
export interface Chosen {
  /** As an installable of the checkout, or a pattern of such: `.#hello`, `.#packages.*`. */
  attribute: string
  /** Of a pattern: on whose runners it is built; empty: left to the workflow. null: one attribute, on the workflow's one runner. */
  systems: string[] | null
  /** What this machine tries; none: it has no package of its system. */
  tried: string[]
}

/** The workflow of one attribute runs on this system. */
const runnerOfOne = 'x86_64-linux'
export const allPackages = '.#packages.*'

/**
 * What to publish: what was asked for, or of the flake's packages what is chosen. Throws ATTRIBUTE_INVALID, EVALUATION_FAILED, NIX_MISSING,
 * USAGE when there is nothing to choose from, or nobody who could.
 */
export async function chooseAttribute(run: InitRun): Promise<Chosen> {
  const { attribute } = run.options
  if (attribute !== null) checkAttribute(attribute)
  if (attribute !== null && attribute !== allPackages) {
    return attribute.endsWith('.*')
      ? { attribute, systems: [], tried: [] }
      : { attribute, systems: null, tried: [attribute] }
  }
  const packages = await packagesOf(run)
  const own = packages.get(run.environment.runnerSystem) ?? []
  const systems = systemsOf(parseRunnerMap(run.environment)).filter((one) => packages.has(one))
  const wanted =
    attribute ?? (await run.questions.choose('Publish what?', choices(packages, systems)))
  return wanted === allPackages
    ? { attribute: wanted, systems, tried: own.map(reference) }
    : {
        attribute: wanted,
        systems: null,
        tried: own.map(reference).includes(wanted) ? [wanted] : []
      }
}

/** It goes into a workflow, where GitHub would put values into `${{ … }}`. */
function checkAttribute(attribute: string): void {
  parseInstallable(attribute)
  if (!attribute.includes('${{')) return
  throw new NarPublishError({
    code: 'ATTRIBUTE_INVALID',
    subject: quote(attribute),
    reason: 'GitHub would take `${{` in a workflow for the beginning of an expression'
  })
}

/** Names of the flake's packages by system, those that can be written as an installable, `default` first. */
async function packagesOf({ environment, log }: InitRun): Promise<Map<string, string[]>> {
  const { workspace: root, childEnvironment: env } = environment
  if (!existsSync(join(root, 'flake.nix'))) {
    throw nothingToChoose(`${root} has no flake.nix`)
  }
  const nix = await openNix({ cwd: root, env, log })
  const [systems = []] = await namesAt(nix, [['packages']])
  const names = await namesAt(
    nix,
    systems.map((system) => ['packages', system])
  )
  const packages = systems.map((system, index): [string, string[]] => [
    system,
    (names[index] ?? [])
      .filter((name) => writable.test(name))
      .sort((a, b) => Number(b === 'default') - Number(a === 'default'))
  ])
  const found = new Map(packages.filter(([, list]) => list.length > 0))
  if (found.size === 0) throw nothingToChoose('the flake has no packages')
  return found
}

async function namesAt(nix: Nix, places: readonly string[][]): Promise<string[][]> {
  const found = await listNames(nix, '.', places)
  const failed = places.find((_, index) => found[index] === 'failed')
  // It throws in Nix's words.
  if (failed !== undefined) await listAttributes(nix, '.', [{ path: [...failed], kind: 'each' }])
  return found.map((names) => (Array.isArray(names) ? names : []))
}

/** Others would need quotes of Nix within those of YAML, or are none that an installable can name; `.#packages.*` has them all. */
const writable = /^[\w+-]+$/
const reference = (name: string): string => `.#${name}`

function choices(packages: ReadonlyMap<string, string[]>, systems: readonly string[]): Choice[] {
  const single = (packages.get(runnerOfOne) ?? []).map((name) => ({
    value: reference(name),
    says: `one package, for ${runnerOfOne}`
  }))
  const all = { value: allPackages, says: `all packages, for ${systems.join(', ')}` }
  const [first, ...others] = single
  // Where there is no default, what comes first is as good as any.
  return [
    ...(first === undefined ? [] : [first]),
    ...(systems.length === 0 ? [] : [all]),
    ...others
  ]
}

function nothingToChoose(reason: string): NarPublishError {
  return new NarPublishError({
    code: 'USAGE',
    subject: 'option --attribute',
    reason: `${reason}, so that what is published has to be said`,
    hint: "Give it, for example `--attribute './nix#hello'` or `--attribute '.#nixosConfigurations.*'`."
  })
}
