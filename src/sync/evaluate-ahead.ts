import { lstat, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { readDerivations, type Derivation } from '../nix/derivations.ts'
import type { Nix } from '../nix/types.ts'
import { countEvaluation } from './counts.ts'
import type { Copy } from './project/copy.ts'
import { evaluatePackage, type UnreadMeta } from './project/evaluate.ts'
import type { EvaluatedPackage, RewrittenFile } from './types.ts'
import { writeCopy, type EvaluationAhead, type Replacements, type Workshop } from './workshop.ts'

/** An evaluation in a twin of the copy. */
interface Begun {
  system: string
  /** What the copy held when it began: while it does nothing tells whether the guess is right. */
  besides: RewrittenFile[]
  twin: Copy
  unread: UnreadMeta
  /** null: none that is of use. */
  answer: Promise<EvaluatedPackage | null>
}

/**
 * Evaluates what will most likely be asked for next, in a twin of the copy, beside the first evaluation that is asked for. Whether it was
 * asked for is judged by the files themselves. Its answer counts where it is the one that an evaluation of the copy would give: one that knows
 * the twin's folder is not, nor is one that failed, as what failures tell is learned in their order.
 */
export class AheadInTwin implements EvaluationAhead {
  readonly #shop: Workshop
  readonly #replacements: () => Promise<Replacements | null>
  readonly #stop = new AbortController()
  #begun: Promise<Begun | null> | null = null

  /** `replacements`: in the checkout's files; null: nothing is foreseen. Asked for when the other evaluation is under way. */
  constructor(shop: Workshop, replacements: () => Promise<Replacements | null>) {
    this.#shop = shop
    this.#replacements = replacements
  }

  async begin(system: string): Promise<void> {
    if (this.#begun !== null || this.#stop.signal.aborted) return
    // What stands in the way of a twin, a full disk, stands in the way of the others too, which tell it.
    this.#begun = this.#evaluate(system).catch(() => null)
    await this.#begun
  }

  async answer(system: string): Promise<EvaluatedPackage | null> {
    const begun = await this.#begun
    if (begun === null || this.#stop.signal.aborted) return null
    const { copy, unreadMeta, log } = this.#shop
    const now = await copy.rewrittenFiles()
    if (isDeepStrictEqual(now, begun.besides)) return null
    if (!isDeepStrictEqual(now, await begun.twin.rewrittenFiles())) {
      log.debug('what was evaluated ahead is not what is asked for')
      await this.stop()
      return null
    }
    if (system !== begun.system) return null
    const found = await begun.answer
    // It was asked for once.
    await this.stop()
    if (found === null || !isDeepStrictEqual(begun.unread, unreadMeta)) return null
    // Where it cannot be looked into, as in a store that is no folder of this machine, it may.
    const knowsTwin = await this.#knowsTwin(begun.twin, found).catch(() => true)
    if (!knowsTwin) return found
    log.debug('what was evaluated ahead may know the folder that it was evaluated in')
    return null
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await (
      await this.#begun
    )?.answer
  }

  async remove(): Promise<void> {
    await this.stop()
    ;(await this.#begun)?.twin.remove()
  }

  async #evaluate(system: string): Promise<Begun | null> {
    const { copy, files, project, work, counts, unreadMeta, turns } = this.#shop
    // What was asked for starts first.
    await setImmediate()
    const besides = await copy.rewrittenFiles()
    const replacements = await this.#replacements()
    const twin = replacements === null ? null : await copy.twin()
    if (replacements === null || twin === null) return null
    await writeCopy({ copy: twin, files }, replacements)
    const unread: UnreadMeta = new Map(unreadMeta)
    const request = { package: work.package, nixpkgs: work.nixpkgs, system }
    countEvaluation(counts, system)
    const answer = turns(() => evaluatePackage(this.#nix(), twin, project, request, unread))
      .then((found) => ('drvPath' in found ? found : null))
      .catch(() => null)
    return { system, besides, twin, unread, answer }
  }

  /** One that builds nothing: what has to be built for an evaluation is built for the one that was asked for. */
  #nix(): Nix {
    const { nix } = this.#shop
    const buildsNothing = 'allow-import-from-derivation = false'
    return {
      ...nix,
      env: { ...nix.env, NIX_CONFIG: `${nix.env['NIX_CONFIG'] ?? ''}\n${buildsNothing}` },
      // While it evaluates it does not hear SIGTERM.
      stop: { when: this.#stop.signal, by: 'SIGKILL' }
    }
  }

  /** Whether it names the twin's folder, or what it needs does and the package as it stands does not. */
  async #knowsTwin({ folder }: Copy, found: EvaluatedPackage): Promise<boolean> {
    const { nix, derivations } = this.#shop
    const before = new Map(derivations)
    const graph = await readDerivations(nix, [found.drvPath], { closure: true, known: derivations })
    const made = [...graph.values()].filter(({ drvPath }) => !before.has(drvPath))
    const known = new Set([...before.values()].flatMap(({ inputSrcs }) => inputSrcs))
    const sources = new Set(made.flatMap(({ inputSrcs }) => inputSrcs))
    const texts = [JSON.stringify(found), ...made.map(textOf)]
    for (const path of sources) if (!known.has(path)) texts.push(await textOfFile(path))
    const name = basename(dirname(folder))
    return texts.some((text) => text.includes(name))
  }
}

function textOf({ builder, args, env, structuredAttrs }: Derivation): string {
  return JSON.stringify([builder, args, env, structuredAttrs])
}

/** Of a folder of sources none: it is a copy of what both folders hold. */
async function textOfFile(path: string): Promise<string> {
  return (await lstat(path)).isFile() ? readFile(path, 'latin1') : ''
}
