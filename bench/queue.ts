/**
 * 100 tiny derivations, built with `mode: hook`'s hook and without it, in one run:
 *
 *     node bench/queue.ts [NUMBER]
 *
 * Each build is a `nix-store --realise` of its own, as the steps of a job are; the two take turns, so that a busy moment is busy for
 * both. Figures are medians of the single builds.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootPrefix, rootsFolder } from '../src/nix/gc-roots.ts'
import { hookScript } from '../src/queue/install-hook.ts'
import { median } from './support/median.ts'

const number = Number(process.argv[2] ?? 100)
const folder = mkdtempSync(join(tmpdir(), 'nar-publish-bench-'))
const queue = join(folder, 'default')
const baseEnv: Record<string, string> = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '/',
  NIX_CONFIG: process.env['NIX_CONFIG'] ?? ''
}
const roots = rootsFolder(baseEnv)

try {
  mkdirSync(queue)
  const hook = join(folder, 'hook')
  writeFileSync(hook, hookScript([queue], roots), { mode: 0o700 })
  const nothing = join(folder, 'nothing')
  writeFileSync(nothing, '#!/bin/sh\nexit 0\n', { mode: 0o700 })
  const ways = { 'no hook': '', 'a hook that does nothing': nothing, ours: hook }
  const measured = Object.fromEntries(Object.keys(ways).map((way) => [way, [] as number[]]))
  for (let build = 0; build < number; build++) {
    for (const [way, program] of Object.entries(ways)) measured[way]?.push(buildOne(program))
  }
  const queued = readdirSync(queue).length
  if (queued !== number) throw new Error(`${queued} of ${number} builds were queued`)
  const without = median(measured['no hook'] ?? [])
  console.log('| builds | ms a build | ms more | ratio |\n|---|--:|--:|--:|')
  for (const [way, times] of Object.entries(measured)) {
    const time = median(times)
    console.log(
      `| ${way} | ${time.toFixed(1)} | ${(time - without).toFixed(1)} | ${(time / without).toFixed(2)} |`
    )
  }
  console.log(`the hook alone, with OUT_PATHS given: ${hookAlone(hook).toFixed(1)} ms`)
} finally {
  rmSync(folder, { recursive: true })
  for (const name of readdirSync(roots)) {
    if (name.startsWith(rootPrefix(queue))) unlinkSync(join(roots, name))
  }
}

/** Milliseconds that one build takes. */
function buildOne(hook: string): number {
  const expression = `derivation {
    name = "bench-${randomBytes(6).toString('hex')}"; system = builtins.currentSystem;
    builder = "/bin/sh"; args = [ "-c" "echo > $out; exit 0" ];
  }`
  const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore']
  const made = execFileSync('nix-instantiate', ['-E', expression], { env: baseEnv, stdio })
  const env = {
    ...baseEnv,
    NIX_CONFIG: `${baseEnv['NIX_CONFIG'] ?? ''}\npost-build-hook = ${hook}`
  }
  const begin = performance.now()
  execFileSync('nix-store', ['--realise', made.toString().trim()], { env, stdio })
  return performance.now() - begin
}

/** Median of ten, the start of the process included. */
function hookAlone(hook: string): number {
  const outPath = `/nix/store/${'0'.repeat(32)}-bench`
  const times = Array.from({ length: 10 }, () => {
    const begin = performance.now()
    execFileSync(hook, [], { env: { ...baseEnv, OUT_PATHS: outPath } })
    return performance.now() - begin
  })
  return median(times)
}
