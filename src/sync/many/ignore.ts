import { NarPublishError } from '../../errors.ts'
import { quote } from '../../text.ts'

/** What is left alone: a package, or some of its versions. */
export interface Ignored {
  /** As it was written. */
  line: string
  /** Of a package: its `pname`, or the last name of its attribute. */
  name: RegExp
  /** null: all of them. */
  version: ((version: string) => boolean) | null
}

/**
 * Lines of `ignore`:
 *
 *     infer  python3-*  @scope/infer   the package; `*` is any text
 *     infer@1.x  infer@1.2.x           its versions that begin so
 *     infer@1.2.3                      that version
 *
 * Throws INPUT_INVALID.
 */
export function parseIgnore(lines: readonly string[]): Ignored[] {
  return lines.map((line) => {
    const [, name, version] =
      /^(@?[^@\s]+)(?:@([0-9A-Za-z][\w.+=~-]*(?:\.\*)?|\*))?$/u.exec(line) ?? []
    if (name !== undefined) return { line, name: namePattern(name), version: versionTest(version) }
    throw new NarPublishError({
      code: 'INPUT_INVALID',
      subject: 'input ignore',
      reason: `${quote(line)} is not understood`,
      hint: 'Write a name (`infer`, `python3-*`), or a name and a version: `infer@1.x`, `infer@1.2.3`.'
    })
  })
}

function namePattern(name: string): RegExp {
  const literals = name.split('*').map((part) => part.replace(/[^\w]/gu, '\\$&'))
  return new RegExp(`^${literals.join('.*')}$`, 's')
}

function versionTest(text: string | undefined): Ignored['version'] {
  if (text === undefined || text === '*' || text === 'x') return null
  const wanted = withoutV(text)
  const start = /^(.+)\.[x*]$/.exec(wanted)?.[1]
  if (start === undefined) return (version) => withoutV(version) === wanted
  return (version) => {
    const rest = withoutV(version)
    return rest.startsWith(start) && /^(?![0-9A-Za-z])|^$/.test(rest.slice(start.length))
  }
}

function withoutV(version: string): string {
  return version.replace(/^v(?=[0-9])/, '')
}

/** Those that are about a package of these names. */
export function ignoredOf(all: readonly Ignored[], names: readonly string[]): Ignored[] {
  return all.filter(({ name }) => names.some((one) => name.test(one)))
}
