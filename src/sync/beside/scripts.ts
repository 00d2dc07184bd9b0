import { join } from 'node:path'
import { NarPublishError } from '../../errors.ts'
import type { Bumped } from '../bump.ts'
import type { LeftFile, MadeFile } from '../types.ts'
import { evaluatePackage } from '../project/evaluate.ts'
import type { Replacements, Workshop } from '../workshop.ts'
import { changesIn, openBench } from './bench.ts'
import { isDependencyFile, isLock } from './known-files.ts'
import { buildScript, noScripts, scriptsOf, type PackageScript } from './package-scripts.ts'
import { runScript } from './run-script.ts'

/** What is known when programs are run, and what they add to it. */
interface Making {
  /** What makes the checkout the new version's. */
  replacements: Replacements
  /** The new version's source in the store. */
  source: string | null
  /** Lock files of the flake that are made already. */
  locks: readonly MadeFile[]
  files: Map<string, MadeFile>
  left: Map<string, LeftFile>
}

/**
 * The package's own script for a list of dependencies, its `updateScript` if that is wanted, and the command of `before-hash`: each in a
 * copy of its own. In a pull request from a fork the package's own are not run: they are a stranger's.
 */
export async function runScripts(shop: Workshop, bumped: Bumped, making: Making): Promise<void> {
  const { work, environment } = shop
  const lists = [...making.left.keys()].filter((path) => !isLock(path))
  const asks = lists.length > 0 || work.updateScript
  if (asks && environment.isForkPullRequest) {
    for (const path of lists)
      leave(making, path, 'the package’s own scripts are not run for a pull request from a fork')
  } else if (asks) await runOwn(shop, bumped, making, lists)
  if (work.beforeHash !== null) await runCommand(shop, bumped, making, work.beforeHash)
}

async function runOwn(
  shop: Workshop,
  bumped: Bumped,
  making: Making,
  lists: readonly string[]
): Promise<void> {
  const bench = await openBench(shop, making.replacements, [
    ...making.locks,
    ...making.files.values()
  ])
  const scripts =
    shop.systems.length === 0 ? noScripts : await scriptsOf(shop, bench.copy, systemOf(shop))
  const [only, ...others] = lists
  const maker = scripts.fetchDeps ?? scripts.mitmCache
  if (maker !== null && only !== undefined && others.length === 0) {
    const title = scripts.fetchDeps === null ? 'mitmCache.updateScript' : 'passthru.fetch-deps'
    try {
      const folder = bench.copy.folder
      // nuget's is told where to write, gradle's knows.
      const operands = scripts.fetchDeps === null ? [] : [join(folder, only)]
      await run(shop, bumped, making, { title, script: maker, operands, folder })
      const isWanted = (path: string): boolean => path === only
      const made = await changesIn(shop, bench, { title, by: 'script', isWanted })
      take(making, made)
      // It was asked, and gave the same.
      making.left.delete(only)
    } catch (error) {
      // Nobody asked for it: the build tells whether the old list still does.
      if (!(error instanceof NarPublishError)) throw error
      leave(making, only, `its ${title} failed: ${firstWords(error)}`)
    }
  } else if (lists.length > 0 && !shop.work.updateScript && scripts.updateScript !== null) {
    const hint = 'the package’s updateScript may make it: `update-script: true` runs that'
    for (const path of lists) leave(making, path, hint)
  }
  if (shop.work.updateScript) await runUpdateScript(shop, bumped, making)
}

/** As nixpkgs does: at the old version, whose files it brings to what it takes for the newest. */
async function runUpdateScript(shop: Workshop, bumped: Bumped, making: Making): Promise<void> {
  const title = 'passthru.updateScript'
  const bench = await openBench(shop, new Map(), [])
  const { updateScript } = await scriptsOf(shop, bench.copy, systemOf(shop))
  if (updateScript === null) {
    shop.notes.push('The package has no `passthru.updateScript` that could be run.')
    return
  }
  const { folder } = bench.copy
  await run(shop, bumped, making, { title, script: updateScript, operands: [], folder })
  const isWanted = isDependencyFile
  const made = await changesIn(shop, bench, { title, by: 'script', isWanted })
  const { nix, project, work } = shop
  const request = { package: work.package, nixpkgs: work.nixpkgs, system: systemOf(shop) }
  const evaluated = await evaluatePackage(nix, bench.copy, project, request)
  const version = 'drvPath' in evaluated ? evaluated.version : null
  if (version === bumped.newVersion) {
    take(making, made)
    return
  }
  const words = version === null ? 'no version that evaluates' : `version ${version}`
  shop.notes.push(
    `The package’s updateScript brought it to ${words}, not to ${bumped.newVersion ?? 'none'}: nothing of what it made was taken.`
  )
}

/** That of `before-hash`. Throws SCRIPT_FAILED, SCRIPT_REFUSED. */
export async function runCommand(
  shop: Workshop,
  bumped: Bumped,
  making: Making,
  argv: readonly string[]
): Promise<void> {
  const title = 'before-hash'
  const bench = await openBench(shop, making.replacements, [
    ...making.locks,
    ...making.files.values()
  ])
  const { folder } = bench.copy
  await run(shop, bumped, making, {
    title,
    script: { argv: [...argv], drvPaths: [] },
    operands: [],
    folder
  })
  take(making, await changesIn(shop, bench, { title, by: 'command' }))
}

interface Started {
  title: string
  script: PackageScript
  operands: readonly string[]
  folder: string
}

async function run(
  shop: Workshop,
  { oldVersion, newVersion, evaluation }: Bumped,
  { source }: Making,
  { title, script, operands, folder }: Started
): Promise<void> {
  const { environment, scratch, log, work } = shop
  const [evaluated] = evaluation.packages.values()
  const pname = evaluated?.pname ?? ''
  const [program, ...args] = await buildScript(shop, script)
  await log.group(title, () =>
    runScript({
      title,
      argv: [program, ...args, ...operands],
      folder,
      variables: {
        // https://github.com/NixOS/nixpkgs/blob/master/maintainers/scripts/update.py
        UPDATE_NIX_NAME: `${pname}-${oldVersion ?? ''}`,
        UPDATE_NIX_PNAME: pname,
        UPDATE_NIX_OLD_VERSION: oldVersion ?? '',
        UPDATE_NIX_ATTR_PATH: work.package.attribute || pname,
        NAR_PUBLISH_VERSION: newVersion ?? '',
        ...(source === null ? {} : { NAR_PUBLISH_SOURCE: source }),
        ...(work.nixpkgs === null ? {} : { NIX_PATH: `nixpkgs=${work.nixpkgs}` })
      },
      env: environment.childEnvironment,
      scratch,
      log
    })
  )
}

/** Without the log, which is another one each time. */
function firstWords({ reason }: NarPublishError): string {
  return (reason.split('\n')[0] ?? '').replace(/[;:]? (?:its|the) last lines.*$/, '').slice(0, 300)
}

function take({ files }: Making, made: readonly MadeFile[]): void {
  for (const file of made) files.set(file.path, file)
}

function leave({ left }: Making, path: string, reason: string): void {
  left.set(path, { path, reason })
}

function systemOf({ systems, environment: { runnerSystem } }: Workshop): string {
  return systems.includes(runnerSystem) ? runnerSystem : (systems[0] ?? runnerSystem)
}
