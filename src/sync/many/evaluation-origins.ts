import { parseDigest, sameDigest } from '../../binary-cache/digest.ts'
import { NarPublishError } from '../../errors.ts'
import { fixedPath } from '../../nix/content-path.ts'
import { hashMismatches } from '../../nix/hash-mismatch.ts'
import { parseStorePath } from '../../store-path.ts'
import type { Graph } from '../definitions.ts'
import type { FetchedBy } from '../evaluation-sources.ts'
import { sourcesOf } from '../fetched-sources.ts'
import { lockPath, ownInputs, parseLock } from '../flake-inputs/lock-file.ts'
import {
  inputCommit,
  inputWords,
  sourceInput,
  versionsOfInput
} from '../flake-inputs/source-input.ts'
import { dyeDigest, writeDigest } from '../literals/dye.ts'
import { findHashLiterals } from '../literals/find.ts'
import { pinnedCommit, sourcePin, versionsOfAddress, writtenAddress } from '../pins/source-pin.ts'
import { isPartOf } from '../part-of.ts'
import { evaluatePackage } from '../project/evaluate.ts'
import type { Project } from '../project/locate-package.ts'
import {
  placeOf,
  type EvaluatedPackage,
  type HashLiteral,
  type TextFile,
  type WantedVersion
} from '../types.ts'
import { sourceHost } from '../version/source-host.ts'
import type { CurrentPackage } from '../version/wanted.ts'
import { writeCopy } from '../workshop.ts'
import { textFilesOf, type LookedAt } from './open-look.ts'
import type { FoundPackage } from './find-packages.ts'

/** By what evaluation fetched a package's source, and what that tells of its versions. */
export interface EvaluationOrigin extends Pick<CurrentPackage, 'sourceUrls' | 'refs' | 'pinned'> {
  /** What a new version changes, in words; the same of all packages that share it. */
  words: string
}

interface Present extends FoundPackage {
  project: Project
  evaluated: EvaluatedPackage
}

/**
 * Of the packages whose `src` evaluation fetched, by an input of their flake or by a hash in the files. What has such a hash is in the store
 * by a name that is made of it: nothing is evaluated again for it, but where the files do not say in full where it is fetched from.
 */
export async function evaluationOrigins(
  look: LookedAt,
  version: WantedVersion,
  packages: readonly FoundPackage[],
  graph: Graph,
  serverUrl: string
): Promise<Map<FoundPackage, EvaluationOrigin>> {
  const found = new Map<FoundPackage, EvaluationOrigin>()
  const made = packages.flatMap((one) => {
    const { evaluated, project } = one
    if (evaluated instanceof NarPublishError || project === null) return []
    const paths = mainPaths(evaluated, graph)
    return paths.length === 0 ? [] : [{ one: { ...one, evaluated, project }, of: one, paths }]
  })
  if (made.length === 0) return found
  const files = textFilesOf(made.map(({ one: { project } }) => project))
  const literalsAt = literalsByPath(files)
  const asked = new Map<string, Promise<Pin | null>>()
  for (const { one, of, paths } of made) {
    const literals = paths.flatMap(literalsAt)
    const inputs = await inputsWith(look, one.project, files, paths, literals)
    const input = sourceInput({ project: one.project, files }, inputs)
    if (input !== null) {
      found.set(of, {
        ...versionsOfInput(input, []),
        pinned: inputCommit(input, version, serverUrl),
        words: `${inputWords(input.name)} in ${input.path}`
      })
      continue
    }
    const key = literals.map(placeOf).join('\n')
    const asking = asked.get(key) ?? whereFrom(look, files, one, literals, serverUrl)
    asked.set(key, asking)
    const where = await asking
    if (where === null) continue
    const pin = sourcePin({ files }, where)
    found.set(of, {
      ...versionsOfAddress(where.address, []),
      pinned: pin === null ? null : pinnedCommit(pin, serverUrl),
      words: `hash at ${placeOf(where.literal)}`
    })
  }
  return found
}

/** What evaluation made that is `src`, or one of `srcs`. */
function mainPaths(evaluated: EvaluatedPackage, graph: Graph): string[] {
  return [...sourcesOf(evaluated, graph).paths].flatMap(([path, isMain]) => (isMain ? [path] : []))
}

/** The flake's own inputs that are one of the paths; of what is nothing by its hash, those that it is a part of, as a filter leaves it. */
async function inputsWith(
  { copy }: LookedAt,
  project: Project,
  files: readonly TextFile[],
  paths: readonly string[],
  literals: readonly HashLiteral[]
): Promise<FetchedBy[]> {
  const place = lockPath(project)
  const text = files.find(({ path }) => path === place)?.text
  const lock = text === undefined ? null : parseLock(text)
  const inputs = [...(lock === null ? [] : ownInputs(lock))].flatMap(([name, node]) => {
    const digest = parseDigest(String(node.locked?.['narHash'] ?? ''))
    const by = { kind: 'input', name, isOwn: true } as const
    return digest === null ? [] : [{ by, node, path: fixedPath(digest, 'recursive', 'source') }]
  })
  const whole = inputs.filter(({ path }) => paths.includes(path))
  if (whole.length + literals.length > 0) return whole.map(({ by }) => by)
  // A flake such as nixpkgs has too many files to look for these among them.
  const sources = inputs.filter(({ node }) => node.flake === false)
  const found: FetchedBy[] = []
  for (const path of sources.length === 0 ? [] : paths) {
    if (await isPartOf(path, copy.folder)) continue
    for (const source of sources) if (await isPartOf(path, source.path)) found.push(source.by)
  }
  return found
}

/** Hash literals by where in the store that is which they are the hash of, as `fetchTarball` and as `fetchurl` hash. */
function literalsByPath(files: readonly TextFile[]): (path: string) => HashLiteral[] {
  const literals = files.flatMap(findHashLiterals)
  const byName = new Map<string, Map<string, HashLiteral[]>>()
  return (path) => {
    const { name } = parseStorePath(path)
    const known = byName.get(name) ?? new Map<string, HashLiteral[]>()
    if (!byName.has(name)) {
      byName.set(name, known)
      for (const literal of literals) {
        if (literal.digest === null) continue
        for (const how of ['recursive', 'flat'] as const) {
          const place = fixedPath(literal.digest, how, name)
          known.set(place, [...(known.get(place) ?? []), literal])
        }
      }
    }
    return known.get(path) ?? []
  }
}

type Pin = Pick<Extract<FetchedBy, { kind: 'hash' }>, 'literal' | 'address'>

async function whereFrom(
  look: LookedAt,
  files: readonly TextFile[],
  found: Present,
  literals: readonly HashLiteral[],
  serverUrl: string
): Promise<Pin | null> {
  const [literal, ...others] = literals
  if (literal === undefined) return null
  const address = others.length > 0 ? null : writtenAddress(files, literal)
  if (address !== null && sourceHost(address, serverUrl) !== null) return { literal, address }
  return askWhere(look, files, found, literals)
}

/** With something else in the hash's place Nix fetches, and says from where. null: it does not. */
async function askWhere(
  look: LookedAt,
  files: readonly TextFile[],
  { reference, project, evaluated: { system } }: Present,
  literals: readonly HashLiteral[]
): Promise<Pin | null> {
  const { nix, copy, nixpkgs, counts } = look
  const dyes = literals.map((literal) => {
    const { file, start, algorithm } = literal
    return { literal, dye: dyeDigest(look.project.head, `${file}:${start}`, algorithm) }
  })
  const shop = {
    copy,
    files: files.filter(({ path }) => literals.some(({ file }) => file === path))
  }
  try {
    await writeCopy(
      shop,
      new Map(dyes.map(({ literal, dye }) => [literal, writeDigest(literal, dye)]))
    )
    counts.evaluations++
    const request = { package: reference, nixpkgs, system }
    const answer = await evaluatePackage(nix, copy, project, request)
    if ('drvPath' in answer) return null
    const told = hashMismatches(answer.stderr)
    return (
      dyes.flatMap(({ literal, dye }) => {
        const one = told.find(({ specified }) => sameDigest(specified, dye))
        return typeof one?.address === 'string' ? [{ literal, address: one.address }] : []
      })[0] ?? null
    )
  } finally {
    await writeCopy(shop, new Map())
  }
}
