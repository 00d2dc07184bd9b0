import { expectNix, runNix } from '../nix/run.ts'
import type { ClosureType, Nix } from '../nix/types.ts'

/** Nix's settings as this user's commands have them, by name. */
export async function readNixSettings(nix: Nix): Promise<Map<string, string>> {
  const now = await runNix(nix, { program: 'nix', args: ['config', 'show'] })
  // So it was called before 2.20.
  const text =
    now.status === 0 ? now.stdout : await expectNix(nix, { program: 'nix', args: ['show-config'] })
  const settings = text.split('\n').map((line) => /^([\w-]+) = ?(.*)$/.exec(line))
  return new Map(
    settings.flatMap((match) => (match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']]))
  )
}

/** What a garbage collection could take out of closures of this kind before they are published. */
export function closureWarnings(
  closure: ClosureType,
  settings: ReadonlyMap<string, string>
): string[] {
  const isOff = (name: string): boolean => settings.get(name) === 'false'
  const derivations =
    'Nix’s setting `keep-derivations` is off: a garbage collection deletes the derivations of what is queued'
  const outputs =
    'Nix’s setting `keep-outputs` is off: outputs that were needed for building only may be missing, or be deleted by a garbage collection'
  const needsDerivations = closure === 'source' || closure === 'cache'
  return [
    ...(needsDerivations && isOff('keep-derivations')
      ? [`closure \`${closure}\`: ${derivations}.`]
      : []),
    ...(closure === 'cache' && isOff('keep-outputs') ? [`closure \`${closure}\`: ${outputs}.`] : [])
  ]
}
