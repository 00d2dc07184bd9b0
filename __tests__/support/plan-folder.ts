/** A plan as `mode: matrix` leaves one, made by hand of real derivations that are then gone from this machine. */
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { formatSha256 } from '../../src/binary-cache/hash.ts'
import { planVersion } from '../../src/build-plan/parse.ts'
import type { BuildPlan, PlannedRow } from '../../src/build-plan/plan.ts'
import { silentLog } from '../../src/log.ts'
import { readDerivations } from '../../src/nix/derivations.ts'
import { queryPathInfo } from '../../src/nix/path-info.ts'
import { openNix } from '../../src/nix/nix.ts'
import { testEnvironment } from './nix.ts'
import { deleteStorePaths } from './store-paths.ts'

/** What a row is to do, by the names of derivations. */
export interface RowByName {
  wave: 1 | 2
  attributes?: string[]
  builds: string[]
  handsOn?: string[]
  /** Derivation → row. */
  takes?: Record<string, string>
  paths?: PlannedRow['paths']
}

export interface PlanFolder {
  folder: string
  plan: BuildPlan
  /** Of the rows by the names that they were given. */
  ids: Record<string, string>
  drvPaths: Record<string, string>
  /** By name, or `name.output` of those that are not `out`. */
  outputs: Record<string, string>
  /** Names of what was built so far, each time. */
  built: () => string[]
  /** Takes all that is built out of this machine's store, which nothing may hold. */
  forget: () => void
}

interface PlanRequest {
  /** Empty, for all that is written. */
  folder: string
  /** Names → a shell's words, in which `$log` was told already that it was built and `$dep` is a derivation, by its name; more attributes in Nix's words. */
  derivations: Record<string, { needs?: string[]; script: string; attributes?: string }>
  rows: Record<string, RowByName>
  source: { repository: string; revision: string } | null
  /** Derivations whose `$source` an upstream cache has signed. */
  signed?: string[]
}

/** The log of the builds is outside of the store: the sandbox is off. */
export async function makePlanFolder({
  folder,
  derivations,
  rows,
  source,
  signed = []
}: PlanRequest): Promise<PlanFolder> {
  const place = join(folder, 'plan')
  mkdirSync(place)
  const log = join(folder, 'built')
  writeFileSync(log, '')
  const salt = randomBytes(6).toString('hex')
  const names = Object.keys(derivations)
  const expressions = Object.entries(derivations).map(
    ([name, { needs = [], script, attributes = '' }]) => `"${name}" = derivation {
      name = "${name}-1.0"; system = builtins.currentSystem; builder = "/bin/sh"; salt = "${salt}";
      ${needs.map((need) => `"${need.replaceAll('-', '_')}" = self."${need}";`).join(' ')}
      ${attributes}
      source = builtins.toFile "source-of-${name}" "${salt}";
      args = [ "-c" ''echo ${name} >> ${log}; ${script}; exit 0'' ];
    };`
  )
  const file = join(folder, 'derivations.nix')
  writeFileSync(file, `let self = { ${expressions.join('\n')} }; in self`)
  const drvs = nix('nix-instantiate', file, ...names.flatMap((name) => ['-A', name]))
  const drvPaths = Object.fromEntries(names.map((name, index) => [name, drvs[index] ?? '']))
  const opened = await openNix({ env: testEnvironment(), cwd: folder, log: silentLog })
  const read = await readDerivations(opened, drvs, { closure: false })
  const outputsOf = (name: string): { name: string; path: string }[] =>
    [...(read.get(drvPaths[name] ?? '')?.outputs ?? [])].map(([output, { path }]) => ({
      name: output,
      path: path ?? ''
    }))
  const outputs = Object.fromEntries(
    names.flatMap((name) =>
      outputsOf(name).map((output) => [
        output.name === 'out' ? name : `${name}.${output.name}`,
        output.path
      ])
    )
  )
  const drvOf = (name: string): string => drvPaths[name] ?? ''
  const outputOf = (name: string): string => outputs[name] ?? ''
  const ids = Object.fromEntries(
    Object.keys(rows).map((name) => [name, name.padEnd(16, '0').slice(0, 16)])
  )
  const closure = nix('nix-store', '--query', '--requisites', ...drvs)
  const bytes = zstdCompressSync(
    execFileSync('nix-store', ['--export', ...closure], { env: testEnvironment() })
  )
  writeFileSync(join(place, 'common.export.zst'), bytes)
  const hash = formatSha256(createHash('sha256').update(bytes).digest())
  const infos = await queryPathInfo(
    opened,
    closure.filter((path) => !path.endsWith('.drv'))
  )
  const origins = [...infos.values()].map(({ storePath, ca }) => {
    const isSigned = signed.some((name) => storePath.endsWith(`-source-of-${name}`))
    return { storePath, ca, signatures: isSigned ? [`cache.nixos.org-1:${'A'.repeat(86)}==`] : [] }
  })
  const plan: BuildPlan = {
    streams: [{ file: 'common.export.zst', size: bytes.length, hash, origins }],
    rows: Object.entries(rows).map(([name, row]) => ({
      id: ids[name] ?? '',
      wave: row.wave,
      system: 'x86_64-linux',
      attributes: (row.attributes ?? []).map((attribute) => ({
        installable: `.#packages.x86_64-linux.${attribute}`,
        drvPath: drvOf(attribute),
        name: `${attribute}-1.0`,
        pname: attribute,
        version: '1.0',
        system: 'x86_64-linux',
        outputs: outputsOf(attribute),
        mainProgram: null,
        source
      })),
      paths: row.paths ?? [],
      builds: row.builds.map(drvOf),
      handsOn: (row.handsOn ?? []).map(outputOf),
      takes: Object.entries(row.takes ?? {}).map(([derivation, giver]) => ({
        storePath: outputOf(derivation),
        drvPath: drvOf(derivation),
        row: ids[giver] ?? ''
      })),
      streams: ['common.export.zst']
    }))
  }
  writePlanFile(place, plan)
  deleteStorePaths(closure)
  return {
    folder: place,
    plan,
    ids,
    drvPaths,
    outputs,
    built: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
    forget: () => {
      deleteStorePaths([...Object.values(outputs), ...closure])
    }
  }
}

export function writePlanFile(folder: string, plan: BuildPlan): void {
  writeFileSync(join(folder, 'plan.json'), `${JSON.stringify({ version: planVersion, ...plan })}\n`)
}

function nix(program: string, ...args: string[]): string[] {
  const options = { encoding: 'utf8', env: testEnvironment(), stdio: 'pipe' } as const
  return execFileSync(program, args, options).trim().split('\n')
}
