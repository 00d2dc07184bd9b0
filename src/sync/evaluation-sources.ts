import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseDigest, sameDigest, type Digest } from '../binary-cache/digest.ts'
import { attempt } from '../errors.ts'
import { queryPathInfo } from '../nix/path-info.ts'
import { expectNix } from '../nix/run.ts'
import { invalidPaths } from '../nix/validity.ts'
import type { DyedEvaluation, EvaluationFetch } from './dyed-evaluation.ts'
import type { Sources } from './fetched-sources.ts'
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

/** What evaluation fetched, by a hash literal or as an input of the flake. */
interface Origin extends EvaluationSource {
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
    const digests = origins.length === 0 ? [] : await digestsOf(shop, path)
    const whole = origins.filter(({ digest }) => digests.some((one) => sameDigest(one, digest)))
    found.push(...whole)
    // Beside `src` there are a fetcher's own scripts.
    if (whole.length > 0 || !isMain || (await isMadeHere(shop, path))) continue
    const parts: Origin[] = []
    for (const origin of origins)
      if (await isPartOf(path, await fetchedPath(shop, origin.digest))) parts.push(origin)
    const unknown = {
      words: unknownWords(shop, path),
      literals: [],
      isMoved: !(await isThereByContent(shop, path, [...was.paths.keys()])),
      held: []
    }
    found.push(...(parts.length > 0 ? parts : [unknown]))
  }
  return found
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

/** Where `fetchTarball` and a flake put what they fetch. */
async function fetchedPath({ nix }: Workshop, digest: Digest): Promise<string> {
  const args = [
    '--print-fixed-path',
    '--recursive',
    digest.algorithm,
    digest.bytes.toString('hex'),
    'source'
  ]
  return (await expectNix(nix, { program: 'nix-store', args })).trim()
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
    const words = `the hash at ${placeOf(literal)} is that of ${fetch.address} as before`
    const was = before.fetched.get(literal)?.got ?? literal.digest
    const held = was === null ? [] : [was]
    const isOther = isMoved(literal, fetch, before)
    return [{ digest, words, literals: [literal], isMoved: isOther, held }]
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

const lockFile = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      inputs: z.record(z.string(), z.unknown()).default({}),
      locked: z.object({ narHash: z.string() }).optional()
    })
  )
})

/** Of the flake's inputs, and theirs. */
async function flakeInputs({ project }: Workshop): Promise<Origin[]> {
  if (project.flakeFolder === null) return []
  const file = join(project.root, project.flakeFolder, 'flake.lock')
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const read = lockFile.safeParse(attempt(() => JSON.parse(text) as unknown, null)).data
  const named = Object.values(read?.nodes ?? {}).flatMap(({ inputs }) => Object.entries(inputs))
  return named.flatMap(([name, node]) => {
    const narHash = typeof node === 'string' ? read?.nodes[node]?.locked?.narHash : undefined
    const digest = narHash === undefined ? null : parseDigest(narHash)
    if (digest === null) return []
    const words = `the flake’s input \`${name}\` is locked where it was (\`nix flake update ${name}\`)`
    return [{ digest, words, literals: [], isMoved: false, held: [] }]
  })
}

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
