import { existsSync } from 'node:fs'
import { z } from 'zod'
import { parseDigest } from '../binary-cache/digest.ts'
import { attempt } from '../errors.ts'
import { fixedPath } from '../nix/content-path.ts'
import { askNix } from '../nix/run.ts'
import type { Nix } from '../nix/types.ts'
import { AheadInTwin } from './evaluate-ahead.ts'
import { dyesOf } from './dyed-evaluation.ts'
import { lockPath, parseLock } from './flake-inputs/lock-file.ts'
import type { Stays } from './keep-places.ts'
import { findHashLiterals } from './literals/find.ts'
import { regionsOf } from './literals/regions.ts'
import { parseAttributePath } from './project/package-reference.ts'
import type { TextFile } from './types.ts'
import { formOf } from './version/form.ts'
import { givenVersion } from './version/parse.ts'
import { firstTrial } from './version-places.ts'
import type { EvaluationAhead, Replacements, Workshop } from './workshop.ts'

/**
 * The package at its new version, evaluated beside the package as it stands, where it can be told from the files alone what that will be, and
 * a core is idle. null: it is to be evaluated when it is asked for.
 */
export function foresee(shop: Workshop, stays: Stays): EvaluationAhead | null {
  // The first evaluation has nothing beside it, for however many systems.
  if (shop.work.version.kind !== 'given' || shop.turns.concurrency < 2) return null
  return new AheadInTwin(shop, async () =>
    (await mayFetch(shop)) ? null : atNewVersion(shop, stays)
  )
}

/** What bumpVersion will evaluate first. */
function atNewVersion({ work, files, project }: Workshop, stays: Stays): Replacements | null {
  const { version } = work
  const oldVersion = statedVersion(files, work.package.attribute)
  // A pattern of the user's takes as long as it takes.
  if (version.kind !== 'given' || work.versionRegex !== null || oldVersion === null) return null
  const form = formOf(oldVersion, [])
  const newVersion = attempt(() => givenVersion(version, work, form), null)
  if (newVersion === null || newVersion === oldVersion) return null
  const trial = firstTrial(files, { oldVersion, newVersion, others: [], stays })
  if (trial === null) return null
  return new Map([...trial, ...dyesOf({ project }, files.flatMap(findHashLiterals))])
}

/** The version that the package's file says it has: the one file that says one, or among several the one that names the package. */
function statedVersion(files: readonly TextFile[], attribute: string): string | null {
  const name = parseAttributePath(attribute)?.at(-1)
  const stated = files.flatMap((file) => {
    if (!file.path.endsWith('.nix') || !/\bversion\b/.test(file.text)) return []
    const values = regionsOf(file).filter(({ isWhole }) => isWhole)
    const [version, ...others] = values.filter(({ names }) => names[0] === 'version')
    if (version === undefined || others.length > 0) return []
    const isNamed = values.some(({ names, text }) => names[0] === 'pname' && text === name)
    return [{ version: version.text, isNamed }]
  })
  const named = stated.filter(({ isNamed }) => isNamed)
  const [found, ...others] = named.length > 0 ? named : stated
  return found === undefined || others.length > 0 ? null : found.version
}

/**
 * Whether evaluation may download something by itself: two at once would do so twice, and of what moves they may get two. What flakes
 * need is locked; it is fetched where it is not in the store.
 */
async function mayFetch({ project, files, nix }: Workshop): Promise<boolean> {
  const lock = lockPath(project)
  if (lock !== null) {
    const text = files.find(({ path }) => path === lock)?.text
    return text === undefined || !areInStore(text)
  }
  const fetches =
    /\bfetch(?:Tarball|Git|Tree|Mercurial|Closure)\b|\bbuiltins\.fetchurl\b|\bgetFlake\b/
  if (files.some(({ path, text }) => path.endsWith('.nix') && fetches.test(text))) return true
  return (await searchPath(nix)).some((path) => /^(?:[a-z+]+:\/\/|channel:|flake:)/.test(path))
}

/** What `<nixpkgs>` is looked for in: what NIX_PATH and Nix's own settings come to, only Nix knows. */
async function searchPath(nix: Nix): Promise<string[]> {
  const json = await askNix(nix, {
    program: 'nix-instantiate',
    args: ['--eval', '--strict', '--json', '--expr', 'map (entry: entry.path) builtins.nixPath']
  })
  return z.array(z.string()).parse(JSON.parse(json))
}

function areInStore(lockText: string): boolean {
  const lock = parseLock(lockText)
  if (lock === null) return false
  return Object.values(lock.nodes).every(({ locked }) => {
    if (locked === undefined) return true
    const digest = parseDigest(String(locked['narHash']), 'sha256')
    return digest !== null && existsSync(fixedPath(digest, 'recursive', 'source'))
  })
}
