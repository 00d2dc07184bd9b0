import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { NarPublishError } from '../errors.ts'
import type { NixCommand } from './command.ts'
import { holdDerivations, holdTraced } from './gc-roots.ts'
import { nixFailure, nixWords, runNix } from './run.ts'
import type { Nix } from './types.ts'

/** What a derivation is made of. */
export interface Recipe {
  /** What Nix's `derivation` takes: JSON, without string contexts. */
  attributes: Record<string, unknown>
  /** Base names in the attributes' texts that become others: those of what another recipe gives, or `by`. */
  replaced: ({ text: string } & ({ by: string } | { recipe: string; output: string }))[]
  inputDrvs: (RecipeInput & { outputs: string[] })[]
  /** Store paths, and .drv files as mere files. */
  inputSrcs: RecipeInput[]
}

/** Something in the store, or the .drv that another recipe gives. */
export type RecipeInput = { path: string } | { recipe: string }

/** A derivation that is in the store. */
export interface Instantiated {
  drvPath: string
  /** Name → path. */
  outputs: Map<string, string>
}

const instantiateExpression = readFileSync(new URL('./instantiate.nix', import.meta.url), 'utf8')

const answer = z.record(z.string(), z.object({ drvPath: z.string() }).catchall(z.string()))

/**
 * Writes the derivations of all recipes to the store, by the recipes' names. `folder`: for scratch. Throws REBUILD_FAILED when Nix
 * does not take one.
 */
export async function instantiate(
  nix: Nix,
  recipes: ReadonlyMap<string, Recipe>,
  folder: string
): Promise<Map<string, Instantiated>> {
  if (recipes.size === 0) return new Map()
  await mkdir(folder, { recursive: true })
  const scratch = await mkdtemp(join(folder, 'recipes-'))
  try {
    const file = join(scratch, 'recipes.json')
    await writeFile(file, writeRecipes(recipes))
    const ended = await runNix(nix, instantiateCommand(file), { onStderr: holdTraced(nix) })
    if (ended.status !== 0) throw refused(recipes, nixWords(ended.stderr), nixFailure(ended))
    const made = readAnswer(recipes, ended.stdout)
    const drvPaths = [...made.values()].map(({ drvPath }) => drvPath)
    const [lost] = await holdDerivations(nix, drvPaths)
    if (lost !== undefined) throw refused(recipes, `${lost} was garbage-collected at once`, null)
    return made
  } finally {
    await rm(scratch, { recursive: true })
  }
}

export function instantiateCommand(recipesFile: string): NixCommand {
  return {
    program: 'nix-instantiate',
    args: [
      ...['--eval', '--strict', '--json', '--read-write-mode'],
      // Whatever nix.conf allows foreign expressions: this one is ours.
      ...['--option', 'pure-eval', 'false', '--option', 'restrict-eval', 'false'],
      ...['--argstr', 'recipesFile', recipesFile],
      ...['--expr', instantiateExpression]
    ]
  }
}

function writeRecipes(recipes: ReadonlyMap<string, Recipe>): string {
  const written = [...recipes].map(([name, recipe]) => [
    name,
    { ...recipe, attributes: JSON.stringify(recipe.attributes) }
  ])
  return JSON.stringify(Object.fromEntries(written))
}

function readAnswer(recipes: ReadonlyMap<string, Recipe>, json: string): Map<string, Instantiated> {
  let made
  try {
    made = answer.parse(JSON.parse(json))
  } catch (cause) {
    throw refused(recipes, 'Nix answered in a way that this version does not know', cause)
  }
  return new Map(
    Object.entries(made).map(([name, { drvPath, ...outputs }]) => [
      name,
      { drvPath, outputs: new Map(Object.entries(outputs)) }
    ])
  )
}

function refused(
  recipes: ReadonlyMap<string, Recipe>,
  reason: string,
  cause: unknown
): NarPublishError {
  const names = [...recipes.values()].map(({ attributes: { name } }) => String(name))
  const few = [...new Set(names)].slice(0, 5)
  return new NarPublishError({
    code: 'REBUILD_FAILED',
    subject: few.join(', ') + (names.length > few.length ? ', …' : ''),
    reason,
    cause
  })
}
