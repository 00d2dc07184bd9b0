import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { parseJson } from '../text.ts'
import { isAtLeast } from './nix.ts'
import { runNix } from './run.ts'
import type { Nix } from './types.ts'

const settings = z.object({
  system: z.object({ value: z.string() }),
  'extra-platforms': z.object({ value: z.array(z.string()) }),
  builders: z.object({ value: z.string() })
})

/**
 * The systems that this machine's Nix builds for: its own, `extra-platforms` (emulation; i686 on x86_64 is among them by default), and
 * those of its remote builders. null: Nix does not say, and a build will tell.
 */
export async function buildableSystems(nix: Nix): Promise<Set<string> | null> {
  // The old name still works, with a warning, where the new one is known.
  const args = isAtLeast(nix.version, 2, 20)
    ? ['config', 'show', '--json']
    : ['show-config', '--json']
  const { status, stdout } = await runNix(nix, { program: 'nix', args })
  const config = status === 0 ? settings.safeParse(parseJson(stdout)) : null
  if (config?.success !== true) return null
  const { system, 'extra-platforms': extra, builders } = config.data
  const machines = await readMachines(builders.value)
  return new Set([system.value, ...extra.value, ...builderSystems(machines, system.value)])
}

/**
 * The systems of remote builders, from lines of `builders` (`;` ends one, too): `ssh://host x86_64-linux,aarch64-linux key …`. A machine
 * that names none is of the local system (nix.conf, builders).
 */
export function builderSystems(machines: string, local: string): string[] {
  return machines
    .split(/[\n;]/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      const systems = line.split(/\s+/)[1] ?? '-'
      return systems === '-' ? [local] : systems.split(',')
    })
}

/** `@file` stands for the file's text; the default one is seldom there. */
async function readMachines(builders: string): Promise<string> {
  const parts = await Promise.all(
    builders.split(/[\n;]/).map(async (part) => {
      const file = /^\s*@(.+?)\s*$/.exec(part)?.[1]
      return file === undefined ? part : readFile(file, 'utf8').catch(() => '')
    })
  )
  return parts.join('\n')
}
