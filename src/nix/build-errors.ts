import { StringDecoder } from 'node:string_decoder'
import { withoutEscapes } from '../harmless.ts'

/** Most that is kept of Nix's errors, in characters: a few thousand failures. */
const errorLimit = 4 * 1024 * 1024

/** Nix's own errors in what it printed; see BuildErrorCollector. */
export function errorBlocks(stderr: string): readonly string[] {
  const collector = new BuildErrorCollector()
  collector.push(Buffer.from(stderr))
  return collector.blocks
}

/**
 * Picks Nix's own errors out of its stderr as it streams by: each line that starts with `error:`, and the indented ones below it,
 * with the blank lines between them (an evaluation's trace has some). A builder's line cannot be one, as
 * `--log-format bar-with-logs` puts the derivation's name in front of it.
 */
export class BuildErrorCollector {
  readonly #decoder = new StringDecoder('utf8')
  readonly #blocks: string[] = []
  #rest = ''
  #size = 0
  #isInBlock = false
  #isAfterBlank = false

  push(chunk: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(chunk)).split('\n')
    // A line without end is a builder's; what an error says is at its start.
    this.#rest = (lines.pop() ?? '').slice(0, errorLimit)
    for (const line of lines) this.#line(withoutEscapes(line))
  }

  /** Call it after the last chunk. */
  get blocks(): readonly string[] {
    if (this.#rest !== '') this.push(Buffer.from('\n'))
    return this.#blocks
  }

  #line(line: string): void {
    const isAfterBlank = this.#isAfterBlank
    this.#isAfterBlank = line.trim() === ''
    if (this.#isAfterBlank) return
    const starts = line.startsWith('error:')
    this.#isInBlock = starts || (this.#isInBlock && /^\s/.test(line))
    if (!this.#isInBlock || this.#size > errorLimit) return
    this.#size += line.length
    if (starts) this.#blocks.push(line)
    else this.#blocks.push(`${this.#blocks.pop() ?? ''}\n${isAfterBlank ? '\n' : ''}${line}`)
  }
}

/**
 * Which derivations failed, and why: drvPath → reason, without those that only waited for another (`1 dependencies of …`,
 * `Reason: 1 dependency failed`) and without the summary of the run (`build of … failed`).
 */
export function buildFailureReasons(blocks: readonly string[]): Map<string, string> {
  const reasons = new Map<string, string>()
  for (const block of blocks) {
    if (/dependenc(?:y|ies) (?:of derivation|failed)|^error: build of '/.test(block)) continue
    const drvPath = /'(\/nix\/store\/[^'!^]+\.drv)(?:[!^][^']*)?'/.exec(block)?.[1]
    if (drvPath !== undefined && !reasons.has(drvPath)) reasons.set(drvPath, reasonIn(block))
  }
  return reasons
}

/** Nix's error without the derivation's path, which stands in the message already, and without the log's last lines. */
function reasonIn(block: string): string {
  const text = block
    .replace(/^error:\s*/, '')
    .split(/;?\n\s*(?:last|Last) \d+ log lines:|\n\s*(?:Output paths|For full logs)/, 1)
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(/ +/g, ' ')
  return text
    .replace(/^builder for '[^']*' failed/, 'the builder failed')
    .replace(/^hash mismatch in fixed-output derivation '[^']*':/, 'hash mismatch:')
    .replace(/^Cannot build '[^']*'\. Reason: /, '')
    .replace(/[.;]$/, '')
}

/** The reason is that this machine is of the wrong kind for the derivation, in the words of 2.8, 2.30 and 2.34. */
export function needsOtherMachine(reason: string): boolean {
  return /is required to build|required system or feature not available|platform mismatch|missing system features/.test(
    reason
  )
}
