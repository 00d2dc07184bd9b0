import { z } from 'zod'
import type { NarPublishError } from '../errors.ts'
import { parseJson } from '../text.ts'
import { evaluationReason, logWords, pasteable } from './evaluation.ts'
import { holdPaths } from './gc-roots.ts'
import { nixFailure, runNix } from './run.ts'
import type { Nix } from './types.ts'

/** A source that a flake is locked to. */
export interface FlakeInput {
  /** Names: `nixpkgs`, or those of the inputs that lead to it. */
  path: string[]
  storePath: string
}

interface Archived {
  /** Left out for one that is in the source of another. */
  path?: string | undefined
  inputs?: Record<string, Archived> | undefined
}

const archived: z.ZodType<Archived> = z.lazy(() =>
  z.object({ path: z.string().optional(), inputs: z.record(z.string(), archived).optional() })
)

/**
 * The sources of a flake's inputs and of theirs, each under every name that it has, those of a level before the ones beneath. They are fetched
 * into the store, and kept there. What an input follows is named where it is itself. Throws EVALUATION_FAILED.
 */
export async function fetchFlakeInputs(nix: Nix, flake: string): Promise<FlakeInput[]> {
  const args = ['flake', 'archive', '--json', '--no-write-lock-file', '--', flake]
  const command = { program: 'nix', args } as const
  const ended = await runNix(nix, command)
  const failed = (reason: string): NarPublishError =>
    nixFailure(ended, {
      code: 'EVALUATION_FAILED',
      subject: `the inputs of ${flake}`,
      reason,
      hint: `Try \`${pasteable(command, nix.cwd)}\` on your machine.`
    })
  if (ended.status !== 0) {
    await logWords(nix.log, ended.stderr)
    throw failed(evaluationReason(ended.stderr))
  }
  const read = archived.safeParse(parseJson(ended.stdout)).data
  if (read === undefined) throw failed('Nix told of them in a way that this version does not know')
  const inputs = flatten(read)
  const lost = await holdPaths(
    nix,
    inputs.map(({ storePath }) => storePath)
  )
  const [gone] = lost
  if (gone !== undefined) throw failed(`Nix fetched ${gone}, and it is not in the store`)
  return inputs
}

function flatten(root: Archived): FlakeInput[] {
  const found: FlakeInput[] = []
  let level: { path: string[]; node: Archived }[] = [{ path: [], node: root }]
  while (level.length > 0) {
    level = level.flatMap(({ path, node }) =>
      Object.entries(node.inputs ?? {}).map(([name, input]) => ({
        path: [...path, name],
        node: input
      }))
    )
    for (const { path, node } of level)
      if (node.path !== undefined) found.push({ path, storePath: node.path })
  }
  return found
}
