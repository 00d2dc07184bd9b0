import { chunkOperands } from './command.ts'
import { expectLines } from './run.ts'
import type { Nix } from './types.ts'

/** Output paths of everything that building the derivations may build, themselves included: valid ones and others. */
export async function queryBuildOutputs(
  nix: Nix,
  derivations: readonly string[]
): Promise<Set<string>> {
  const needed = new Set<string>()
  for (const path of await query(nix, '--requisites', derivations)) {
    if (path.endsWith('.drv')) needed.add(path)
  }
  return new Set(await query(nix, '--outputs', [...needed]))
}

async function query(nix: Nix, what: string, paths: readonly string[]): Promise<string[]> {
  const answers: string[] = []
  for (const chunk of chunkOperands(paths)) {
    const args = ['--query', what, '--', ...chunk]
    answers.push(...(await expectLines(nix, { program: 'nix-store', args })))
  }
  return answers
}
