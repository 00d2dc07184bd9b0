import type { LimitFunction } from 'p-limit'
import { attempt } from '../errors.ts'
import { describeAndTellExpression, described, readEvaluated } from './describe.ts'
import { holdDerivations } from './gc-roots.ts'
import { parseInstallable } from './installable.ts'
import { answerAll, applied } from './list-attributes.ts'
import { readNixSettings } from './settings.ts'
import type { EvaluatedInstallable, Nix } from './types.ts'

/** In one evaluation: each takes memory on top of what their set takes, and keeps it to the end. */
const mostTogether = 100
/** So many of them may each end an evaluation; then it may well be all, and the rest is evaluated one by one, several at once. */
const mostFailures = 4

/** An installable that is an attribute of a flake, in plain words. */
interface Named {
  installable: string
  /** As written; may be empty, which is this folder. */
  flake: string
  path: string[]
  outputs: string[] | null
}

/** Where one is looked for: a set (`.#packages.x86_64-linux`), and the names in that. */
interface Place {
  named: Named
  set: string
  path: string[]
}

/**
 * Those of the installables that are attributes of the same set of a flake and that evaluate, by one evaluation for each set; their .drv
 * files are held. Of the others nothing is found out: who has one evaluated by itself gets what Nix says of it.
 */
export async function evaluateTogether(
  nix: Nix,
  installables: readonly string[],
  limit: LimitFunction
): Promise<Map<string, EvaluatedInstallable>> {
  const named = [...new Set(installables)].flatMap((installable) => readNamed(installable) ?? [])
  const plain = severalOf(
    named.filter(({ path }) => !isOfSystem(path)),
    ({ flake }) => flake
  )
  const system = plain.length === 0 ? '' : await systemSetting(nix)
  const inOutput = (output: string, ones: readonly Named[]): Place[] =>
    (system === '' ? [] : ones).map((one) => ({
      named: one,
      set: `${one.flake}#${output}.${system}`,
      path: one.path
    }))
  const whole = named.flatMap((one): Place[] => {
    const [output = '', ofSystem = '', ...path] = one.path
    return isOfSystem(one.path)
      ? [{ named: one, set: `${one.flake}#${output}.${ofSystem}`, path }]
      : []
  })
  const found = new Map<string, EvaluatedInstallable>()
  // Where Nix looks first, and where it looks then. What is in neither, it looks for in the whole flake.
  const missing = await lookFor(nix, [...whole, ...inOutput('packages', plain)], found, limit)
  const left = plain.filter((one) => missing.has(one))
  await lookFor(nix, inOutput('legacyPackages', left), found, limit)
  const drvPaths = [...found.values()].map(({ drvPath }) => drvPath)
  const lost = await holdDerivations(nix, drvPaths)
  return new Map([...found].filter(([, { drvPath }]) => !lost.has(drvPath)))
}

/** Adds what is `found`. Answers with what is not there. */
async function lookFor(
  nix: Nix,
  places: readonly Place[],
  found: Map<string, EvaluatedInstallable>,
  limit: LimitFunction
): Promise<Set<Named>> {
  const missing = new Set<Named>()
  const sets = Map.groupBy(
    severalOf(places, ({ set }) => set),
    ({ set }) => set
  )
  const parts = [...sets].flatMap(([set, all]) =>
    Array.from({ length: Math.ceil(all.length / mostTogether) }, (_, part) => ({
      set,
      asked: all.slice(part * mostTogether, (part + 1) * mostTogether)
    }))
  )
  await limit.map(parts, async ({ set, asked }) => {
    const questions = asked.map(({ path }) => ({ path, kind: 'one' }) as const)
    const about = {
      ...{ nix, command: applied(set), describe: describeAndTellExpression },
      ...{ shape: described, patience: mostFailures }
    }
    const answers = await answerAll(about, questions)
    if (!Array.isArray(answers)) return
    for (const [index, { named }] of asked.entries()) {
      const answer = answers[index] ?? null
      if (answer === null) missing.add(named)
      const described = answer?.[0]?.described ?? null
      const evaluated =
        described === null ? '' : readEvaluated(described, named.installable, named.outputs)
      if (typeof evaluated !== 'string') found.set(named.installable, evaluated)
    }
  })
  return missing
}

/** Without those that are the only one of their kind. */
function severalOf<Item>(items: readonly Item[], kindOf: (item: Item) => string): Item[] {
  const kinds = Map.groupBy(items, kindOf)
  return items.filter((item) => (kinds.get(kindOf(item))?.length ?? 0) > 1)
}

// What has to be quoted in other ways, or encoded, is left to Nix.
const plainPath = /^(?:[\w'+-]+|"[\w'+.-]+")(?:\.(?:[\w'+-]+|"[\w'+.-]+"))*$/

/** null: it is anything else. */
function readNamed(installable: string): Named | null {
  const parsed = attempt(() => parseInstallable(installable), null)
  const [, flake, attribute] = /^([^#]*)#(.*)$/s.exec(parsed?.reference ?? '') ?? []
  if (parsed === null || flake === undefined || !plainPath.test(attribute ?? '')) return null
  const names = attribute?.match(/"[^"]*"|[^."]+/g) ?? []
  const path = names.map((name) => name.replaceAll('"', ''))
  return { installable, flake, path, outputs: parsed.outputs }
}

/** `packages.x86_64-linux.hello`. Nix looks among the packages for this, too, and so it does for the set, which is named without quotes. */
function isOfSystem([output = '', second = '', ...names]: readonly string[]): boolean {
  return names.length > 0 && !output.includes('.') && /^\w+-\w+$/.test(second)
}

/** What Nix takes `.#hello` to be for; empty: it does not say. */
async function systemSetting(nix: Nix): Promise<string> {
  const settings = await readNixSettings(nix).catch(() => null)
  return settings?.get('system') ?? ''
}
