import { NarPublishError } from '../errors.ts'
import { shownName } from '../harmless.ts'
import type { InstallableFailure } from '../nix/types.ts'
import { formatAttributePath } from './pattern.ts'

export function evaluationFailed(
  installable: string,
  reason: string,
  hint = 'Mend it, or leave it out of `flake-attribute`.'
): InstallableFailure {
  return {
    installable,
    error: new NarPublishError({
      code: 'EVALUATION_FAILED',
      subject: installable,
      reason,
      hint
    })
  }
}

/** Also of names that no installable can spell. */
export function shownPath(path: readonly string[]): string {
  return formatAttributePath(path) ?? shownName(path.join('.'))
}

export function shownInstallable(flake: string, path: readonly string[]): string {
  return `${flake}#${shownPath(path)}`
}
