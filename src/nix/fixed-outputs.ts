import type { Digest } from '../binary-cache/digest.ts'
import { NarPublishError } from '../errors.ts'
import type { Log } from '../log.ts'
import { needsOtherMachine } from './build-errors.ts'
import { fixedOutputOf, readDerivations, urlsOf, type Derivation } from './derivations.ts'
import { hashMismatches, type HashMismatch } from './hash-mismatch.ts'
import { failureReason, readLogTail, realise, unexplainedFailure, type Culprit } from './realise.ts'
import type { Nix } from './types.ts'

/** What realising a fixed-output derivation told. */
export type FixedOutputResult =
  /** It was made, and its hash is another one. */
  | { kind: 'mismatch'; got: Digest }
  /** It is in the store: the hash is right. */
  | { kind: 'valid' }
  /** For another one of the round, which has a result of its own. */
  | { kind: 'waiting'; culprit: string }
  /** It, or what it needs, is for another system. `culprit`: which, and `reason`: Nix's words. */
  | { kind: 'needs-machine'; culprit: string; reason: string }
  /**
   * FETCH_FAILED or BUILD_FAILED. `isGone`: a server says that there is no such thing. `mismatch`: it needs something that is no part of the
   * round and has a wrong hash.
   */
  | { kind: 'failed'; error: NarPublishError; isGone: boolean; mismatch?: HashMismatch }

/** By .drv path. */
export type FixedOutputRound = Map<string, FixedOutputResult>

/**
 * Realises fixed-output derivations at once, whatever their hashes: each that has a wrong one tells the right one. The build log
 * goes to the log, fenced. Throws NIX_FAILED when a derivation is not in the store, DISK_FULL, NIX_MISSING.
 */
export async function realiseFixedOutputs(
  nix: Nix,
  drvPaths: readonly string[],
  log: Log
): Promise<FixedOutputRound> {
  const derivations = await readDerivations(nix, drvPaths, { closure: false })
  const wanted = [...derivations.values()].map(({ drvPath, outputs }) => ({
    drvPath,
    outputs: [...outputs].flatMap(([name, { path }]) => (path === null ? [] : [{ name, path }]))
  }))
  const { failed, unexplained, exit, blocks } = await realise(nix, wanted, {
    substituters: [],
    gcRootsDirectory: nix.roots,
    log
  })

  const round: FixedOutputRound = new Map(drvPaths.map((drvPath) => [drvPath, { kind: 'valid' }]))
  const mismatches = hashMismatches(blocks)
  const found = new Map(mismatches.map(({ drvPath, got }) => [drvPath, got]))
  for (const [{ drvPath }, culprits] of failed) {
    // What is no part of the round would fail in each further one too.
    const culprit = culprits.find((one) => !derivations.has(one.drvPath)) ?? culprits[0]
    const isOwn = culprit.drvPath === drvPath
    const got = found.get(drvPath)
    if (got !== undefined) round.set(drvPath, { kind: 'mismatch', got })
    else if (!isOwn && derivations.has(culprit.drvPath))
      round.set(drvPath, { kind: 'waiting', culprit: culprit.drvPath })
    else {
      const mismatch = mismatches.find((one) => one.drvPath === culprit.drvPath)
      const result = await explain(nix, drvPath, culprit)
      const isDrift = result.kind === 'failed' && mismatch !== undefined
      round.set(drvPath, isDrift ? { ...result, mismatch } : result)
    }
  }
  for (const { drvPath } of unexplained) {
    const name = derivations.get(drvPath)?.name ?? drvPath
    round.set(drvPath, {
      kind: 'failed',
      isGone: false,
      error: unexplainedFailure(name, drvPath, exit)
    })
  }
  return round
}

async function explain(nix: Nix, drvPath: string, culprit: Culprit): Promise<FixedOutputResult> {
  if (needsOtherMachine(culprit.reason)) {
    return { kind: 'needs-machine', culprit: culprit.drvPath, reason: culprit.reason }
  }
  const log = await readLogTail(nix, culprit.drvPath)
  const described = await readDerivations(nix, [culprit.drvPath], { closure: false })
  const derivation = described.get(culprit.drvPath)
  const reason = failureReason(drvPath, culprit, log)
  const fetched = derivation === undefined ? null : fetchFailure(derivation, culprit, log)
  return {
    kind: 'failed',
    isGone: fetched !== null && culprit.drvPath === drvPath && isCertainlyGone(log),
    error: new NarPublishError({
      code: fetched === null ? 'BUILD_FAILED' : 'FETCH_FAILED',
      subject: derivation?.name ?? culprit.drvPath,
      reason: fetched === null ? reason : `${fetched}; ${reason}`,
      builds: [{ drvPath: culprit.drvPath, lines: log }]
    })
  }
}

/** Only what has a fixed output may use the network; the words in another one's log are about something else. */
function fetchFailure(derivation: Derivation, { reason }: Culprit, log: string): string | null {
  const error = fixedOutputOf(derivation) === null ? null : findFetchError(`${log}\n${reason}`)
  if (error === null) return null
  const urls = urlsOf(derivation)
  const what = urls.length === 0 ? 'what it fetches' : urls.join(' or ')
  return `${what} is not to be had: ${error.status === null ? error.line : `HTTP ${error.status}`}`
}

/** What a log says of a failed fetch. */
interface FetchError {
  /** The line that says it. */
  line: string
  /** HTTP's, where it is said. */
  status: number | null
}

/** How fetchers tell the status: curl; Nix; wget; Go; Cargo; npm; pnpm; Python. */
const statuses = [
  /The requested URL returned error: ([45]\d\d)/,
  /HTTP error ([45]\d\d)/i,
  /awaiting response\.\.\. ([45]\d\d)/,
  /https?:\S+: ([45]\d\d) [A-Z]/,
  /HTTP response from .*, got ([45]\d\d)/,
  /npm (?:ERR!|error) ([45]\d\d) /,
  /ERR_PNPM_FETCH_([45]\d\d)/
]

/** What they say when there is no answer. */
const outages = [
  /could(?:n.t| not) resolve (?:host|proxy)/i,
  /unable to resolve host|name or service not known|failure in name resolution|no such host/i,
  /connection (?:refused|reset|timed out)|operation timed out|TLS handshake timeout/i,
  /(?:could(?:n.t| not)|failed to|unable to) connect to /i,
  /network is unreachable|no route to host/i,
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)\b/
]

/** Or an answer without a status. */
const words = [
  ...outages,
  /^curl: \(\d+\)|cannot download .* from any mirror/,
  /unable to download '/,
  /^fatal: (?:unable to access|repository .* not found|could not read Username)/,
  /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/i
]

/** Nobody was asked who might have it and gave no answer; a name that Git does not find is none. */
export function isCertainlyGone(log: string): boolean {
  const said = statuses.flatMap((pattern) =>
    [...log.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(([, status]) => Number(status))
  )
  const isNoRef = /^fatal: (?:couldn't find remote ref|Remote branch .* not found)/im.test(log)
  const isOutage = outages.some((pattern) => pattern.test(log))
  return (
    !isOutage && (isNoRef || said.length > 0) && said.every((status) => [404, 410].includes(status))
  )
}

/** Finds the words of a network's or server's refusal in the log of something that fetches; null: it failed for another reason. */
export function findFetchError(log: string): FetchError | null {
  const lines = log.split('\n').map((line) => line.trim())
  for (const pattern of statuses) {
    for (const line of lines) {
      const status = pattern.exec(line)?.[1]
      if (status !== undefined) return { line, status: Number(status) }
    }
  }
  const line = lines.find((line) => words.some((pattern) => pattern.test(line)))
  return line === undefined ? null : { line, status: null }
}
