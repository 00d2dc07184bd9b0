import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { allOf } from '../all-of.ts'
import { parseDigest, sameDigest, type Digest } from '../binary-cache/digest.ts'
import { fixedPath } from '../nix/content-path.ts'
import { queryPathInfo } from '../nix/path-info.ts'
import { expectNix } from '../nix/run.ts'
import { invalidPaths } from '../nix/validity.ts'
import type { DyedEvaluation, EvaluationFetch } from './dyed-evaluation.ts'
import type { Sources } from './fetched-sources.ts'
import {
  lockPath,
  ownInputs,
  parseLock,
  type FlakeLock,
  type LockNode
} from './flake-inputs/lock-file.ts'
import { lineOf } from './literals/edit.ts'
import { isPartOf } from './part-of.ts'
import { placeOf, type HashLiteral } from './types.ts'
import type { Workshop } from './workshop.ts'

/** A source that evaluation fetched. */
interface EvaluationSource {
  /** What keeps it where it is, for people. */
  words: string
  literals: HashLiteral[]
  isMoved: boolean
  /** What it held before; empty: not known. */
  held: Digest[]
}

/** By what evaluation fetched something: a hash literal, or an input of the flake. */
export type FetchedBy =
  | { kind: 'hash'; literal: HashLiteral; address: string }
  /** `isOwn`: it is one of the flake's own, and of no flake that this one needs. */
  | { kind: 'input'; name: string; isOwn: boolean }

interface Origin extends EvaluationSource {
  by: FetchedBy
  /** Of its content. */
  digest: Digest
}

/**
 * Those of the paths that evaluation fetched, as a whole or less what a filter leaves out, and did not take from the checkout. What
 * comes from nowhere else and stands at `src` was fetched in a way that has no hash of its own in the files (`fetchGit`, a hash put
 * together from pieces).
 */
export async function fetchedByEvaluation(
  shop: Workshop,
  [was, now]: [Sources, Sources],
  before: DyedEvaluation,
  after: DyedEvaluation
): Promise<EvaluationSource[]> {
  const missing = await invalidPaths(shop.nix, [...now.paths.keys()])
  const origins = [...(await flakeInputs(shop)), ...fetches(before, after)]
  const found: EvaluationSource[] = []
  for (const [path, isMain] of now.paths) {
    if (missing.has(path)) continue
    const own = await originsAt(shop, path, isMain, origins)
    if (own === null) continue
    const unknown = {
      words: unknownWords(shop, path),
      literals: [],
      isMoved: !(await isThereByContent(shop, path, [...was.paths.keys()])),
      held: []
    }
    found.push(...(own.length > 0 ? own : [unknown]))
  }
  return found
}

/** What the package's `src` was fetched by while it was evaluated as it stands. Empty: by nothing, or in a way that has no name. */
export async function fetchedMainBy(
  shop: Workshop,
  main: readonly string[],
  evaluation: DyedEvaluation
): Promise<FetchedBy[]> {
  if (main.length === 0) return []
  const origins = [...(await flakeInputs(shop)), ...fetches(evaluation, evaluation)]
  const missing = origins.length === 0 ? new Set(main) : await invalidPaths(shop.nix, main)
  const found: FetchedBy[] = []
  for (const path of main.filter((one) => !missing.has(one)))
    found.push(...((await originsAt(shop, path, true, origins)) ?? []).map(({ by }) => by))
  return found
}

/** Those that a path is the content of, or a part of. null: the path is the checkout's, or nothing that the package is made of. */
async function originsAt(
  shop: Workshop,
  path: string,
  isMain: boolean,
  origins: readonly Origin[]
): Promise<Origin[] | null> {
  const digests = origins.length === 0 ? [] : await digestsOf(shop, path)
  const whole = origins.filter(({ digest }) => digests.some((one) => sameDigest(one, digest)))
  if (whole.length > 0) return whole
  // Beside `src` there are a fetcher's own scripts.
  if (!isMain || (await isMadeHere(shop, path))) return null
  const parts: Origin[] = []
  for (const origin of origins)
    if (await isPartOf(path, fixedPath(origin.digest, 'recursive', 'source'))) parts.push(origin)
  return parts
}

/** Whether one of these paths is the same, or holds the same under another name, such as one with the version in it. */
async function isThereByContent(
  { nix }: Workshop,
  path: string,
  paths: readonly string[]
): Promise<boolean> {
  if (paths.includes(path)) return true
  const missing = await invalidPaths(nix, paths)
  const known = await queryPathInfo(nix, [path, ...paths.filter((one) => !missing.has(one))])
  const own = known.get(path)?.narHash
  return [...known].some(([one, { narHash }]) => one !== path && narHash === own)
}

/** A copy of files of the checkout, or a text that the evaluation wrote. */
async function isMadeHere({ nix, copy, project }: Workshop, path: string): Promise<boolean> {
  const [info] = (await queryPathInfo(nix, [path])).values()
  if (info?.ca?.startsWith('text:') === true) return true
  return (await isPartOf(path, copy.folder)) || isPartOf(path, project.root)
}

/** As `fetchTarball` and as `fetchurl` hash. */
async function digestsOf({ nix }: Workshop, path: string): Promise<Digest[]> {
  const isFile = (await stat(path)).isFile()
  const found: (Digest | null)[] = []
  for (const type of ['sha256', 'sha512'] as const) {
    for (const how of isFile ? ['file', 'path'] : ['path']) {
      const args = ['hash', how, '--type', type, '--', path]
      found.push(parseDigest((await expectNix(nix, { program: 'nix', args })).trim()))
    }
  }
  return found.filter((digest) => digest !== null)
}

function fetches(before: DyedEvaluation, after: DyedEvaluation): Origin[] {
  return [...after.fetched].flatMap(([literal, fetch]) => {
    const digest = fetch.isTaken ? fetch.got : literal.digest
    if (digest === null) return []
    const by = { kind: 'hash', literal, address: fetch.address } as const
    const words = `the hash at ${placeOf(literal)} is that of ${fetch.address} as before`
    const was = before.fetched.get(literal)?.got ?? literal.digest
    const held = was === null ? [] : [was]
    const isOther = isMoved(literal, fetch, before)
    return [{ by, digest, words, literals: [literal], isMoved: isOther, held }]
  })
}

/** Evaluation fetched it from elsewhere than before, or something else. */
export function isMoved(
  literal: HashLiteral,
  { address, got }: Pick<EvaluationFetch, 'address' | 'got'>,
  { fetched }: DyedEvaluation
): boolean {
  const before = fetched.get(literal)
  // Its old address may have had no answer.
  if (before === undefined) return literal.digest === null || !sameDigest(literal.digest, got)
  return before.address !== address || !sameDigest(before.got, got)
}

/** Of the flake's inputs, and theirs, as they are locked by now. */
async function flakeInputs({ project, copy }: Workshop): Promise<Origin[]> {
  const path = lockPath(project)
  if (path === null) return []
  const lockIn = async (folder: string): Promise<FlakeLock> =>
    parseLock(await readFile(join(folder, path), 'utf8').catch(() => '')) ?? emptyLock
  const [old, now] = await allOf([lockIn(project.root), lockIn(copy.folder)])
  const place = (node: LockNode | undefined): string =>
    JSON.stringify([node?.locked?.['narHash'], node?.locked?.['rev']])
  const known = new Set(Object.values(old.nodes).map(place))
  const [ownBefore, own] = [ownInputs(old), ownInputs(now)]
  const named = Object.values(now.nodes).flatMap(({ inputs }) => Object.entries(inputs ?? {}))
  return named.flatMap(([name, to]) => {
    const node = typeof to === 'string' ? now.nodes[to] : undefined
    const digest = parseDigest(String(node?.locked?.['narHash'] ?? ''))
    if (node === undefined || digest === null) return []
    const isOwn = own.get(name) === node
    const isMoved = isOwn ? place(ownBefore.get(name)) !== place(node) : !known.has(place(node))
    const words = `the flake’s input \`${name}\` is locked where it was (\`nix flake update ${name}\`)${
      isOwn ? ': a new version moves it where its `url` has the old one’s tag' : ''
    }`
    const by = { kind: 'input', name, isOwn } as const
    return [{ by, digest, words, literals: [], isMoved, held: [] }]
  })
}

const emptyLock: FlakeLock = { nodes: {}, root: 'root', version: 7 }

/** The commit that one of the files has is rather what pins it. */
function unknownWords({ files }: Workshop, path: string): string {
  const pins = files.flatMap(({ path: file, text }) =>
    !file.endsWith('.nix')
      ? []
      : [...text.matchAll(/"([0-9a-f]{40})"/g)].map(
          ({ index, 1: commit = '' }) =>
            placeOf({ file, line: lineOf(text, index) }) + ` (${commit})`
        )
  )
  const [pin] = pins.length === 1 ? pins : []
  return `its source ${path} is what evaluation fetched before${pin === undefined ? '' : `, by the commit at ${pin}`}`
}
