import { parseDigest, type Digest } from '../binary-cache/digest.ts'
import { errorBlocks } from './build-errors.ts'

/** A hash that Nix expected, and the one that it found instead. */
export interface HashMismatch {
  /** The fixed-output derivation; null when evaluation itself fetched (`fetchTarball`, `fetchTree` …). */
  drvPath: string | null
  /** Of what evaluation fetched: from where, in Nix's words. */
  address: string | null
  specified: Digest
  got: Digest
}

/**
 * The hash mismatches that Nix tells of: while building, or in the trace of an evaluation that had to build or fetch. `stderr` is
 * of a command with `--log-format bar-with-logs`, or is the blocks of a BuildErrorCollector that saw it; only then is a builder's
 * line that imitates a mismatch known for what it is. Where the order of Nix's words is not to be trusted, both are given.
 */
export function hashMismatches(stderr: string | readonly string[]): HashMismatch[] {
  const blocks = typeof stderr === 'string' ? errorBlocks(stderr) : stderr
  const found = new Map<string, HashMismatch>()
  for (const block of blocks) {
    for (const message of messagesIn(block)) {
      for (const mismatch of readMessage(message)) {
        const { drvPath, specified, got } = mismatch
        found.set(
          [drvPath, specified.bytes.toString('hex'), got.bytes.toString('hex')].join(),
          mismatch
        )
      }
    }
  }
  return [...found.values()]
}

/** The messages of a block: an evaluation's innermost error stands, indented, below its trace. */
function messagesIn(block: string): string[][] {
  const messages: string[][] = []
  for (const line of block.split('\n')) {
    const text = line.trim()
    if (text.startsWith('error:')) messages.push([text.slice('error:'.length).trim()])
    else messages.at(-1)?.push(text)
  }
  return messages
}

function readMessage(message: readonly string[]): HashMismatch[] {
  const [first = ''] = message
  const drvPath = /^hash mismatch in fixed-output derivation '(\/nix\/store\/[^']+\.drv)':$/.exec(
    first
  )?.[1]
  const url = /^hash mismatch in file downloaded from '(.*)':$/.exec(first)?.[1]
  if (drvPath !== undefined || url !== undefined) {
    const whose = { drvPath: drvPath ?? null, address: url ?? null }
    return mismatch(whose, lineOf(message, 'specified:'), lineOf(message, 'got:'))
  }
  const [, address = '', expected, but] =
    /^NAR hash mismatch in input '([^']*)'[^']* expected '([^']+)',?(?: but)? got '([^']+)'$/.exec(
      first
    ) ?? []
  const whose = { drvPath: null, address }
  // 2.34 names them the wrong way round for `fetchGit`, and the right way for the others.
  return [...mismatch(whose, expected, but), ...mismatch(whose, but, expected)]
}

/** The last line of that name: Lix tells the derivation's URL before it, which may be any text. */
function lineOf(message: readonly string[], name: string): string | undefined {
  return message
    .findLast((line) => line.startsWith(name))
    ?.slice(name.length)
    .trim()
}

function mismatch(
  whose: Pick<HashMismatch, 'drvPath' | 'address'>,
  specifiedText = '',
  gotText = ''
): HashMismatch[] {
  const [specified, got] = [parseDigest(specifiedText), parseDigest(gotText)]
  return specified === null || got === null ? [] : [{ ...whose, specified, got }]
}
