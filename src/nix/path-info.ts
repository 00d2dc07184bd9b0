import { z } from 'zod'
import { canonicalSha256 } from '../binary-cache/hash.ts'
import type { PathInfo } from '../binary-cache/types.ts'
import { storeDirectory } from '../store-path.ts'
import { chunkOperands, type NixCommand } from './command.ts'
import { isAtLeast } from './nix.ts'
import { nixFailure, runNix, unknownAnswer } from './run.ts'
import type { Nix } from './types.ts'
import { invalidPaths, missingStorePath } from './validity.ts'

/** What Nix's database knows of each path. Throws STORE_PATH_MISSING when one is not valid in this machine's store. */
export async function queryPathInfo(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, PathInfo>> {
  const isDerivation = (path: string): boolean => path.endsWith('.drv')
  const infos = new Map<string, PathInfo>()
  for (const which of ['outputs', 'derivations'] as const) {
    const wanted = storePaths.filter((path) => isDerivation(path) === (which === 'derivations'))
    for (const chunk of chunkOperands(wanted)) {
      for (const info of await queryChunk(nix, chunk, which)) infos.set(info.storePath, info)
    }
  }
  const missing = storePaths.find((path) => !infos.has(path))
  if (missing !== undefined) throw missingStorePath(missing)
  return infos
}

/** The same of their closures; null when that cannot be: one of them is not valid, or is a .drv, of which versions mean different things. */
export async function queryRecursiveInfos(
  nix: Nix,
  storePaths: readonly string[]
): Promise<Map<string, PathInfo> | null> {
  if (storePaths.some((path) => path.endsWith('.drv'))) return null
  const infos = new Map<string, PathInfo>()
  for (const chunk of chunkOperands(storePaths)) {
    const ended = await runNix(nix, pathInfoCommand(nix, chunk, 'recursive'))
    if (ended.status !== 0) return null
    for (const info of readAnswer(nix, ended.stdout)) infos.set(info.storePath, info)
  }
  return storePaths.every((path) => infos.has(path)) ? infos : null
}

/** `derivations`: the paths are .drv files; without its flag, Nix before 2.15 takes such a path for what it builds. */
export function pathInfoCommand(
  { version }: Pick<Nix, 'version'>,
  storePaths: readonly string[],
  which: 'outputs' | 'derivations' | 'recursive'
): NixCommand {
  // Newer versions warn that `--json` alone will become an error; older ones refuse the flag.
  const format = isAtLeast(version, 2, 33) && !isLix(version.text) ? ['--json-format', '1'] : []
  const kind = { outputs: [], derivations: ['--derivation'], recursive: ['--recursive'] }[which]
  return { program: 'nix', args: ['path-info', '--json', ...format, ...kind, '--', ...storePaths] }
}

/** Lix counts its versions from 2.90 on, and has Nix 2.18's format. */
function isLix(version: string): boolean {
  return version.includes('Lix')
}

async function queryChunk(
  nix: Nix,
  chunk: string[],
  which: 'outputs' | 'derivations'
): Promise<PathInfo[]> {
  const ended = await runNix(nix, pathInfoCommand(nix, chunk, which))
  if (ended.status !== 0) {
    const [missing] = await invalidPaths(nix, chunk)
    throw missing === undefined ? nixFailure(ended) : missingStorePath(missing, nixFailure(ended))
  }
  return readAnswer(nix, ended.stdout)
}

function readAnswer(nix: Nix, stdout: string): PathInfo[] {
  try {
    return parsePathInfo(JSON.parse(stdout))
  } catch (cause) {
    throw unknownAnswer(nix, 'nix path-info', 'store paths', cause)
  }
}

const contentAddress = z.union([
  z.string(),
  // Formats 2 and 3 have it in parts.
  z.object({ method: z.enum(['text', 'flat', 'nar']), hash: z.string() })
])
const signature = z.union([
  z.string(),
  // Format 3 has it in parts.
  z
    .object({ keyName: z.string(), sig: z.string() })
    .transform(({ keyName, sig }) => `${keyName}:${sig}`)
])
const entry = z.object({
  narHash: z.string(),
  narSize: z.int().nonnegative(),
  references: z.array(z.string()),
  deriver: z.string().nullish(),
  signatures: z.array(signature).nullish(),
  ultimate: z.boolean().nullish(),
  ca: contentAddress.nullish()
})
/** Path → info, null when the path is not valid. The format's version and the store's folder may stand beside the paths. */
const entries = z
  .record(z.string(), z.union([entry, z.null(), z.number(), z.string()]))
  .transform((infos) =>
    Object.entries(infos).flatMap(([path, info]) =>
      typeof info === 'object' && info !== null ? [pathInfo(path, info)] : []
    )
  )
const invalidEntry = z.object({ path: z.string(), valid: z.literal(false) })

const anyShape = z.union([
  // Nix up to 2.18, and Lix.
  z
    .array(z.union([entry.extend({ path: z.string() }), invalidEntry]))
    .transform((infos) =>
      infos.flatMap((info) => ('valid' in info ? [] : [pathInfo(info.path, info)]))
    ),
  // Formats 2 and 3.
  z.object({ version: z.literal([2, 3]), info: entries }).transform(({ info }) => info),
  // Nix from 2.19 on, and format 1.
  entries
])

/**
 * Reads the answer of any version's `nix path-info --json`; paths that are not valid are left out. Throws a ZodError or
 * SyntaxError for any other shape.
 */
export function parsePathInfo(json: unknown): PathInfo[] {
  return anyShape.parse(json)
}

function pathInfo(path: string, info: z.infer<typeof entry>): PathInfo {
  return {
    storePath: fullPath(path),
    narHash: canonicalSha256(info.narHash),
    narSize: info.narSize,
    references: info.references.map(fullPath).sort(),
    deriver: typeof info.deriver === 'string' ? fullPath(info.deriver) : null,
    signatures: info.signatures ?? [],
    ca: formatContentAddress(info.ca ?? null),
    ...(info.ultimate === true ? { ultimate: true } : {})
  }
}

/** Newer formats write base names. */
export function fullPath(path: string): string {
  return path.startsWith('/') ? path : `${storeDirectory}/${path}`
}

/** As a narinfo's `CA:` has it: `text:sha256:…`, `fixed:sha256:…`, `fixed:r:sha256:…`. */
function formatContentAddress(ca: z.infer<typeof contentAddress> | null): string | null {
  if (ca === null || typeof ca === 'string') return ca
  const prefix = { text: 'text:', flat: 'fixed:', nar: 'fixed:r:' }[ca.method]
  return prefix + canonicalSha256(ca.hash)
}
