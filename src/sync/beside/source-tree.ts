import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { normalize } from 'node:path/posix'
import { z } from 'zod'
import { sameDigest, type Digest } from '../../binary-cache/digest.ts'
import { NarPublishError } from '../../errors.ts'
import { fixedOutputOf, readDerivations } from '../../nix/derivations.ts'
import { realiseFixedOutputs } from '../../nix/fixed-outputs.ts'
import { rebuildDerivations } from '../../nix/rebuild.ts'
import { runNix } from '../../nix/run.ts'
import { dyeOf } from '../dyed-evaluation.ts'
import { writeDigest } from '../literals/dye.ts'
import { askPackage } from '../project/evaluate.ts'
import { largestFile } from '../project/project.ts'
import type { HashLiteral, Span } from '../types.ts'
import { writeCopy, type Replacements, type Workshop } from '../workshop.ts'

/** A package's main source, unpacked in the store. */
export interface SourceTree {
  root: string
  /** Folders in which its lock files may stand, seen from `root`: the root itself is one. */
  folders: string[]
  /** Its hash and where that belongs; empty: what stands there is right. */
  hash: Replacements
}

const expression = readFileSync(new URL('./describe-source.nix', import.meta.url), 'utf8')
const answer = z.object({ drvPath: z.string().nullable(), folders: z.array(z.string()) })

/**
 * Fetches the package's `src`, and nothing else of it, with these replacements in the checkout, whatever hash it should have. `dyed`:
 * hashes that have their dyes among them. null: it has no such source, or that cannot be fetched.
 */
export async function fetchSource(
  shop: Workshop,
  dyed: readonly HashLiteral[],
  replacements: Replacements
): Promise<SourceTree | null> {
  await writeCopy(shop, replacements)
  const { nix, copy, project, work, systems, environment, log } = shop
  const own = environment.runnerSystem
  const system = systems.includes(own) ? own : (systems[0] ?? own)
  const request = { package: work.package, nixpkgs: work.nixpkgs, system }
  const answered = await askPackage(nix, copy, project, request, expression)
  if (!('json' in answered)) {
    log.debug(`the source alone: ${answered.error.message}`)
    return null
  }
  const { drvPath, folders } = answer.parse(JSON.parse(answered.json))
  const made = drvPath === null ? null : await realiseSource(shop, drvPath, dyed)
  const root = made === null ? null : await unpacked(shop, made.root)
  return made === null || root === null ? null : { ...made, root, folders: foldersOf(folders) }
}

/** The folder in an archive, as Nix unpacks one; what is a folder already is that. null: it is no archive of one folder. */
async function unpacked({ nix, log }: Workshop, path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() === true) return path
  const expression = '{ path }: builtins.fetchTarball { name = "source"; url = "file://${path}"; }'
  const ended = await runNix(nix, {
    program: 'nix-instantiate',
    args: ['--eval', '--json', '--read-write-mode', '--argstr', 'path', path, '--expr', expression]
  })
  const folder = ended.status === 0 ? z.string().parse(JSON.parse(ended.stdout)) : ''
  const isFolder = (await stat(folder).catch(() => null))?.isDirectory() === true
  if (!isFolder) log.debug(`${path} is no archive that Nix unpacks: ${ended.stderr}`)
  return isFolder ? folder : null
}

async function realiseSource(
  shop: Workshop,
  drvPath: string,
  dyed: readonly HashLiteral[]
): Promise<Pick<SourceTree, 'root' | 'hash'> | null> {
  const { nix, log } = shop
  const derivations = await readDerivations(nix, [drvPath])
  const derivation = derivations.get(drvPath)
  const fixed = derivation === undefined ? null : fixedOutputOf(derivation)
  if (fixed === null) return null
  const literal = dyed.find((one) => sameDigest(dyeOf(shop, one), fixed.digest))
  const result = (await realiseFixedOutputs(nix, [drvPath], log)).get(drvPath)
  if (result?.kind === 'valid') return { root: await outputOf(shop, drvPath), hash: new Map() }
  if (result?.kind !== 'mismatch') {
    const why = result?.kind === 'failed' ? result.error.message : (result?.kind ?? 'nothing')
    log.debug(`the source alone, ${drvPath}: ${why}`)
    return null
  }
  const { got } = result
  if (literal !== undefined) shop.told.set(drvPath, got)
  const folder = join(shop.scratch, 'rebuilt')
  const changes = new Map([[drvPath, { digest: got }]])
  const rebuilt = await rebuildDerivations(nix, derivations, changes, [drvPath], folder).catch(
    (error: unknown) => {
      if (error instanceof NarPublishError && error.code === 'REBUILD_FAILED') return null
      throw error
    }
  )
  const right = rebuilt?.get(drvPath)?.drvPath
  if (right === undefined) return null
  // What came out with the wrong hash is in the store under its own.
  const again = (await realiseFixedOutputs(nix, [right], log)).get(right)
  if (again?.kind !== 'valid') return null
  const hash = literal === undefined ? new Map<Span, string>() : hashAt(literal, got)
  return { root: await outputOf(shop, right), hash }
}

function hashAt(literal: HashLiteral, digest: Digest): Replacements {
  return new Map<Span, string>([[literal, writeDigest(literal, digest)]])
}

async function outputOf({ nix }: Workshop, drvPath: string): Promise<string> {
  const derivations = await readDerivations(nix, [drvPath], { closure: false })
  const [output] = derivations.get(drvPath)?.outputs.values() ?? []
  return output?.path ?? ''
}

/** `source/crates/x` is unpacked from the root on; `cargoRoot` and its like are seen from there. */
function foldersOf([sourceRoot = '', ...roots]: readonly string[]): string[] {
  const base = sourceRoot.replace(/^\.\//, '').replace(/^[^/]*\/?/, '')
  const folders = ['', base, ...roots, ...roots.map((root) => `${base}/${root}`)]
  const normal = folders.map((folder) => normalize(`./${folder}`).replace(/\/$/, ''))
  return [...new Set(normal)].filter((folder) => !/^\.\.(?:\/|$)/.test(folder))
}

/** A text file of the tree; null: there is none, or it is none, is too large, or leads out of the tree. */
export async function readInTree({ root }: SourceTree, path: string): Promise<string | null> {
  const file = await realpath(join(root, path)).catch(() => null)
  if (file?.startsWith(root + sep) !== true) return null
  const found = await stat(file)
  if (!found.isFile() || found.size > largestFile) return null
  const bytes = await readFile(file)
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null
}
