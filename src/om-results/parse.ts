import { enclosingStorePath } from '../store-path.ts'
import { JsonPlace, omResultsInvalid } from './json-place.ts'

/** What `om ci run --results` says was built. */
export interface OmResults {
  /** That it built for, as it says. */
  systems: string[]
  /** One for each subflake, in the file's order. */
  subflakes: OmSubflake[]
}

export interface OmSubflake {
  name: string
  /** Nothing when the build step was left out; in the newer shape one for each system. */
  builds: OmBuild[]
}

interface OmBuild {
  /** null: the shape without a key for each system, which does not say it. */
  system: string | null
  /** Each with its package's name. Data: may be hostile. */
  byName: { name: string; storePath: string }[]
  /** Those of `byName`, and those that have no name or share one. */
  outPaths: string[]
}

/** bytes */
export const largestResults = 10 * 1024 * 1024

/** `subject` names the file in errors. Of a file that is wrong, the first thing that is. Throws OM_RESULTS_INVALID. */
export function parseOmResults(content: Buffer, subject: string): OmResults {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch (cause) {
    throw omResultsInvalid(
      subject,
      `it is no JSON: ${cause instanceof Error ? cause.message : 'unknown'}`,
      cause
    )
  }
  const file = new JsonPlace(json, '', subject).fields()
  const systems = file.get('systems')?.items().map(systemOf) ?? []
  const result = file.get('result')
  if (result === undefined) throw omResultsInvalid(subject, 'result: it is missing')
  return {
    systems: [...new Set(systems)],
    subflakes: [...result.fields()].map(([name, step]) => {
      const build = step.fields().get('build')
      return { name, builds: build === undefined ? [] : buildsOf(build) }
    })
  }
}

/** null: the step was left out. A key for each system since https://github.com/srid/devour-flake/issues/39; `allDeps` may stand beside them. */
function buildsOf(build: JsonPlace): OmBuild[] {
  if (build.value === null) return []
  const fields = build.fields()
  if (fields.has('outPaths') || fields.has('byName')) return [{ system: null, ...buildOf(build) }]
  return [...fields]
    .filter(([key]) => key !== 'allDeps')
    .map(([key, build]) => {
      if (!isSystem(key)) throw build.invalid('it is neither a system nor `outPaths` and `byName`')
      return { system: key, ...buildOf(build) }
    })
}

/** `allDeps` is left unread: closures are found anew. https://github.com/juspay/omnix, BuildStepResult */
function buildOf(build: JsonPlace): Omit<OmBuild, 'system'> {
  const [outPaths, byName] = [build.field('outPaths'), build.field('byName')]
  return {
    outPaths: outPaths.items().map(storePathOf),
    byName: [...byName.fields()].map(([name, path]) => ({ name, storePath: storePathOf(path) }))
  }
}

function systemOf(place: JsonPlace): string {
  if (typeof place.value === 'string' && isSystem(place.value)) return place.value
  throw place.invalid('it is no system')
}

function isSystem(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(text)
}

/** A path such as `…/bin/hello` (of an app) stands for its store path. */
function storePathOf(place: JsonPlace): string {
  if (typeof place.value !== 'string') throw place.invalid('it is no text')
  const found = enclosingStorePath(place.value)
  if (found === null) throw place.invalid('it is not below a store path')
  return found
}
