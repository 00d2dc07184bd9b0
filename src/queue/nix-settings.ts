import type { ClosureType } from '../nix/types.ts'

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
