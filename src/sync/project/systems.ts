import { z } from 'zod'
import { askNix } from '../../nix/run.ts'
import type { Nix, NixVersion } from '../../nix/types.ts'

/** The systems that packages are made for when nobody says otherwise. */
export const usualSystems = ['x86_64-linux', 'aarch64-linux', 'x86_64-darwin', 'aarch64-darwin']

/** By what a Nix said of itself, which is the same object in each variant of it. */
const answers = new WeakMap<NixVersion, Promise<string>>()

/** The system that Nix builds for on this machine; each Nix is asked once. */
export function currentSystem(nix: Nix): Promise<string> {
  const answer = answers.get(nix.version) ?? askSystem(nix)
  answers.set(nix.version, answer)
  return answer
}

async function askSystem(nix: Nix): Promise<string> {
  const json = await askNix(nix, {
    program: 'nix-instantiate',
    args: ['--eval', '--json', '--expr', 'builtins.currentSystem']
  })
  return z.string().parse(JSON.parse(json))
}

/** The system that an attribute is for by its name (`packages.x86_64-linux.x`); null: it is for whichever is asked for. */
export function namedSystem(attribute: string): string | null {
  const systemName =
    /(?:^|\.)"?((?:aarch64|armv[5-7][a-z]+|i686|loongarch64|powerpc64le|riscv64|s390x|x86_64)-(?:darwin|freebsd|linux))"?(?=\.|$)/
  return systemName.exec(attribute)?.[1] ?? null
}

/** `packages.{system}.x` → `packages.x86_64-linux.x` */
export function fillIn(attribute: string, system: string): string {
  return attribute.replaceAll('{system}', () => system)
}
