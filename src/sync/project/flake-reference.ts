import { isAtLeast } from '../../nix/nix.ts'
import { encodePath } from './package-reference.ts'
import type { Question } from './question.ts'

/** The copy's flake, for a command that runs in the copy. */
export function flakeReference(
  { nix: { version }, copy, project: { flakeFolder } }: Pick<Question, 'nix' | 'copy' | 'project'>,
  attribute: string
): string {
  // Nix 2.8 takes a path in a URL as it stands, so that it has to have no odd characters; newer ones warn about relative ones.
  const address = isAtLeast(version, 2, 20) ? `//${encodePath(copy.folder)}` : '.'
  const folder = flakeFolder === null || flakeFolder === '' ? '' : `dir=${encodePath(flakeFolder)}&`
  // The copy of a shallow clone is one as well.
  return `git+file:${address}?${folder}shallow=1#${encodeURIComponent(attribute)}`
}
