import { join } from 'node:path/posix'
import { z } from 'zod'
import { attempt } from '../../errors.ts'
import type { Project } from '../project/locate-package.ts'

/** What a node is fetched by: `type`, `owner`, `repo`, `url`, `ref`, `rev`, `narHash`, … */
const reference = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))

const node = z.strictObject({
  /** The name of a node, or the path of inputs that it follows, from the root on. */
  inputs: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  flake: z.boolean().optional(),
  parent: z.array(z.string()).optional(),
  locked: reference.optional(),
  original: reference.optional()
})

const lockFile = z.strictObject({
  nodes: z.record(z.string(), node),
  root: z.string(),
  version: z.int().min(5).max(7)
})

export type LockReference = z.infer<typeof reference>
export type LockNode = z.infer<typeof node>
export type FlakeLock = z.infer<typeof lockFile>

/** What a `flake.lock` says; null: nothing that this version knows. https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#lock-files */
export function parseLock(text: string): FlakeLock | null {
  return lockFile.safeParse(attempt(() => JSON.parse(text) as unknown, null)).data ?? null
}

/** Its repository path; null: the package is not of a flake. */
export function lockPath({ flakeFolder }: Pick<Project, 'flakeFolder'>): string | null {
  return flakeFolder === null ? null : join(flakeFolder, 'flake.lock')
}

/** The flake's own inputs by their names, without those that follow another one: these are locked there. */
export function ownInputs({ nodes, root }: FlakeLock): Map<string, LockNode> {
  const inputs = Object.entries(nodes[root]?.inputs ?? {})
  return new Map(
    inputs.flatMap(([name, key]) => {
      const found = typeof key === 'string' ? nodes[key] : undefined
      return found === undefined ? [] : [[name, found] as const]
    })
  )
}
