import type { Environment } from '../environment.ts'
import { NarPublishError } from '../errors.ts'
import type { Route } from '../target/types.ts'
import { parseReadTargetInputs, parseRoute, type TargetInputs } from './publish.ts'
import { invalid, parseBoolean } from './readers.ts'
import { checkToken, type Secrets } from './secrets.ts'

/** What `mode: prune` is told. An artifact stays when one of the rules keeps it. */
export interface PruneInputs extends TargetInputs {
  mode: 'prune'
  route: 'auto' | Route
  /** So many of the newest of each (name, system, output) stay. */
  keepGenerations: number
  /** What was published within so many days stays. */
  keepDays: number
  /** Narinfos that no artifact and no pin leads to go too. */
  removeUnreachable: boolean
  squashHistory: boolean
  /** Bytes from which on the branch's files, or the repository, are too many. */
  sizeBudget: number
  dryRun: boolean
}

const defaults = {
  generations: 3,
  // As long as a reader's Nix remembers that a cache has a path.
  days: 30,
  // GitHub's advice is at most 10 GB.
  size: '8 GB'
} as const

/** Throws KEEP_INVALID, INPUT_INVALID, INPUT_MISSING, TOKEN_MISSING, REPOSITORY_INVALID, BRANCH_INVALID. */
export function parsePruneInputs(environment: Environment, secrets: Secrets): PruneInputs {
  const told = parseReadTargetInputs(environment, secrets)
  const dryRun = parseBoolean(environment, 'dry-run')
  // To look at a public target takes no token.
  if (!dryRun) checkToken(secrets.token, told.target.kind, environment)
  const keepGenerations = parseCount(environment, 'keep-generations', defaults.generations)
  const keepDays = parseCount(environment, 'keep-days', defaults.days)
  if (keepGenerations === 0 && keepDays === 0) {
    throw new NarPublishError({
      code: 'KEEP_INVALID',
      subject: 'inputs keep-generations and keep-days',
      reason: 'both are 0, which keeps nothing but what is pinned'
    })
  }
  return {
    mode: 'prune',
    ...told,
    route: parseRoute(environment, told.target),
    keepGenerations,
    keepDays,
    removeUnreachable: parseBoolean(environment, 'remove-unreachable'),
    squashHistory: parseBoolean(environment, 'squash-history'),
    sizeBudget: parseSize(environment, 'size-budget', defaults.size),
    dryRun
  }
}

function parseCount(environment: Environment, name: string, whenEmpty: number): number {
  const text = environment.input(name)
  if (text === '') return whenEmpty
  if (!/^\d{1,5}$/.test(text)) throw invalid(name, text, 'a whole number from 0 to 99999')
  return Number(text)
}

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40
}

function parseSize(environment: Environment, name: string, whenEmpty: string): number {
  const text = environment.input(name) || whenEmpty
  const [, digits, unit = ''] = /^(\d{1,15}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? []
  const factor = Object.hasOwn(units, unit.toLowerCase()) ? units[unit.toLowerCase()] : undefined
  const bytes = digits === undefined || factor === undefined ? NaN : Number(digits) * factor
  if (!(bytes > 0)) throw invalid(name, text, 'bytes, or a size such as `8 GB` or `500 MiB`')
  return Math.round(bytes)
}
