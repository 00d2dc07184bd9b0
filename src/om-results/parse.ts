import { z } from 'zod'
import { NarPublishError } from '../errors.ts'
import { enclosingStorePath } from '../store-path.ts'

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

export interface OmBuild {
  /** null: the shape without a key for each system, which does not say it. */
  system: string | null
  /** Each with its package's name. Data: may be hostile. */
  byName: { name: string; storePath: string }[]
  /** Those of `byName`, and those that have no name or share one. */
  outPaths: string[]
}

/** bytes */
export const largestResults = 10 * 1024 * 1024

// A path such as `…/bin/hello` (of an app) stands for its store path.
const storePath = z.string().transform((path, context) => {
  const found = enclosingStorePath(path)
  if (found !== null) return found
  context.issues.push({ code: 'custom', message: 'it is not below a store path', input: path })
  return z.NEVER
})

const system = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'it is no system')

/** `allDeps` is left unread: closures are found anew. https://github.com/juspay/omnix, BuildStepResult */
const build = z
  .looseObject({
    outPaths: z.array(storePath),
    byName: z.record(z.string(), storePath)
  })
  .transform(({ outPaths, byName }) => ({
    outPaths,
    byName: Object.entries(byName).map(([name, storePath]) => ({ name, storePath }))
  }))

const flatBuild = build.transform((found): OmBuild[] => [{ system: null, ...found }])

/** A key for each system since https://github.com/srid/devour-flake/issues/39; `allDeps` may stand beside them. */
const buildOfEachSystem = z
  .record(system, build)
  .transform((found): OmBuild[] =>
    Object.entries(found).map(([system, build]) => ({ system, ...build }))
  )

const step = z.looseObject({
  build: z
    .looseObject({})
    .nullish()
    .transform((found, context): OmBuild[] => {
      if (found === null || found === undefined) return []
      const isFlat = 'outPaths' in found || 'byName' in found
      const entries = Object.entries(found).filter(([key]) => isFlat || key !== 'allDeps')
      const shape = isFlat ? flatBuild : buildOfEachSystem
      const parsed = shape.safeParse(Object.fromEntries(entries))
      if (parsed.success) return parsed.data
      for (const { message, path } of parsed.error.issues) {
        context.addIssue({ code: 'custom', message, path })
      }
      return z.NEVER
    })
})

const results = z.looseObject({
  systems: z.array(system).default([]),
  result: z.record(z.string(), step)
})

/** `subject` names the file in errors. Throws OM_RESULTS_INVALID. */
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
  const parsed = results.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = z.core.toDotPath(issue?.path ?? []) || 'the file'
    throw omResultsInvalid(subject, `${where}: ${issue?.message ?? 'not results'}`, parsed.error)
  }
  const { systems, result } = parsed.data
  return {
    systems: [...new Set(systems)],
    subflakes: Object.entries(result).map(([name, { build }]) => ({ name, builds: build }))
  }
}

export function omResultsInvalid(
  subject: string,
  reason: string,
  cause?: unknown
): NarPublishError {
  // The words of a parser may quote the file: no line of it gets into a log as a line.
  const line = reason.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300)
  return new NarPublishError({ code: 'OM_RESULTS_INVALID', subject, reason: line, cause })
}
