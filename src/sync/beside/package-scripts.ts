import { readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { buildInstallables } from '../../nix/build.ts'
import { readDerivations } from '../../nix/derivations.ts'
import { askPackage } from '../project/evaluate.ts'
import type { Copy } from '../project/copy.ts'
import type { Workshop } from '../workshop.ts'

const expression = readFileSync(new URL('./describe-scripts.nix', import.meta.url), 'utf8')

const program = z
  .object({ argv: z.array(z.string()).min(1), drvPaths: z.array(z.string()) })
  .nullable()
const answer = z.object({ fetchDeps: program, mitmCache: program, updateScript: program })

export type PackageScripts = z.infer<typeof answer>
export type PackageScript = NonNullable<PackageScripts['updateScript']>

export const noScripts: PackageScripts = { fetchDeps: null, mitmCache: null, updateScript: null }

/** Those of the package as it is in a copy: `passthru.fetch-deps` (nuget), `mitmCache.updateScript` (gradle), `passthru.updateScript`. */
export async function scriptsOf(
  shop: Workshop,
  copy: Copy,
  system: string
): Promise<PackageScripts> {
  const { nix, project, work, log } = shop
  const request = { package: work.package, nixpkgs: work.nixpkgs, system }
  const answered = await askPackage(nix, copy, project, request, expression)
  if ('json' in answered) return answer.parse(JSON.parse(answered.json))
  log.debug(`the package's scripts: ${answered.error.message}`)
  return noScripts
}

/** Builds what the words of a program name, and gives it as it can be started. Throws BUILD_FAILED. */
export async function buildScript(
  shop: Workshop,
  { argv, drvPaths }: PackageScript
): Promise<[string, ...string[]]> {
  const { nix, log } = shop
  const [first = '', ...others] = argv
  if (drvPaths.length === 0) return [first, ...others]
  const derivations = await readDerivations(nix, drvPaths, { closure: false })
  const installables = [...derivations.values()].map(({ name, drvPath, system, outputs }) => ({
    ...{ installable: name, drvPath, name, pname: name, version: null, system },
    mainProgram: null,
    outputs: [...outputs].flatMap(([output, { path }]) =>
      path === null ? [] : [{ name: output, path }]
    )
  }))
  const { failures } = await log.group(`build ${argv[0] ?? ''}`, () =>
    buildInstallables(nix, installables, {
      substituters: [],
      gcRootsDirectory: nix.roots,
      log
    })
  )
  const [failure] = failures
  if (failure !== undefined) throw failure.error
  return [await programAt(first), ...others]
}

/** A package with one program is given by its folder. */
async function programAt(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found?.isDirectory() !== true) return path
  const [only, ...others] = await readdir(join(path, 'bin')).catch(() => [])
  return only === undefined || others.length > 0 ? path : join(path, 'bin', only)
}
