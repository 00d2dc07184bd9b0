import { attempt, NarPublishError } from '../../errors.ts'
import { hasControlCharacter } from '../../harmless.ts'
import type { PackageReference } from '../types.ts'

/**
 * Reads which package is meant:
 *
 *     .#infer  ./dir#packages.x86_64-linux.infer  .    of a flake in the checkout
 *     path:./dir#infer                                 the same, in the form that takes %23 for a `#` in the folder's name
 *     file:nix/infer.nix  file:default.nix#infer       of a file in the checkout; a folder stands for its default.nix
 *
 * Nothing is looked up: whether it is there, and inside of the checkout, openProject finds out. Throws PACKAGE_INVALID.
 */
export function parsePackageReference(text: string): PackageReference {
  const invalid = (reason: string): NarPublishError =>
    new NarPublishError({
      code: 'PACKAGE_INVALID',
      subject: JSON.stringify(text.slice(0, 300)),
      reason
    })
  if (hasControlCharacter(text)) throw invalid('it holds a control character or a line break')
  if (text.trim() === '') throw invalid('it is empty')
  if (text.startsWith('-')) throw invalid('it starts with a dash, as an option does')
  const parsed = text.startsWith('file:') ? parseFile(text, invalid) : parseFlake(text, invalid)
  if (parseAttributePath(parsed.attribute) === null) {
    throw invalid(`${JSON.stringify(parsed.attribute)} is no path of attributes`)
  }
  return parsed
}

type Invalid = (reason: string) => NarPublishError

function parseFile(text: string, invalid: Invalid): PackageReference {
  // A `#` before the extension belongs to the path.
  const parts =
    /^file:(?<path>.*?\.nix)(?:#(?<attribute>.*))?$/u.exec(text)?.groups ??
    /^file:(?<path>[^#]*)(?:#(?<attribute>.*))?$/u.exec(text)?.groups
  const path = parts?.['path'] ?? ''
  if (path === '') throw invalid('it names no file')
  if (path.startsWith('//')) throw invalid('it is an address, and not a path')
  return { kind: 'file', text, path, attribute: parts?.['attribute'] ?? '' }
}

function parseFlake(text: string, invalid: Invalid): PackageReference {
  const [, before = '', fragment = ''] = /^([^#]*)(?:#(.*))?$/u.exec(text) ?? []
  const isPathForm = before.startsWith('path:')
  const written = isPathForm ? before.slice('path:'.length) : before
  if (written.includes('?')) throw invalid('parameters after `?` are not supported')
  if (!isPathForm && /^[a-z][a-z0-9+.-]*:/i.test(written)) {
    throw invalid('it is not in the checkout, so that nothing could be written')
  }
  // Nix takes a mere word for a name in its registry.
  if (!isPathForm && !/^(?:$|\.{1,2}(?:\/|$)|\/)/.test(written)) {
    throw invalid('it is a name in the flake registry, and not in the checkout')
  }
  if (written.startsWith('//')) throw invalid('it is an address, and not a path')
  // What follows `#` is percent-encoded in every form; a plain path is not.
  const folder = isPathForm ? decode(written, invalid) : written
  const attribute = decode(fragment, invalid)
  if (attribute.includes('^')) throw invalid('outputs (`^…`) cannot be chosen here')
  return { kind: 'flake', text, folder: folder === '' ? '.' : folder, attribute }
}

function decode(text: string, invalid: Invalid): string {
  const decoded = attempt(() => decodeURIComponent(text), null)
  if (decoded === null) {
    throw invalid(`${JSON.stringify(text)} has a % that is not followed by two hexadecimal digits`)
  }
  if (hasControlCharacter(decoded)) throw invalid('it holds a control character or a line break')
  return decoded
}

/**
 * `a."b.c".d` → its names, as Nix's parseAttrPath takes it apart: quotes hold dots together, and there are no escapes. Empty: the
 * value itself. null: Nix would refuse it.
 */
export function parseAttributePath(attribute: string): string[] | null {
  if (attribute === '') return []
  if (!/^(?:"[^"]*"|[^".])+(?:\.(?:"[^"]*"|[^".])+)*$/u.test(attribute)) return null
  const written = attribute.match(/(?:"[^"]*"|[^".])+/gu) ?? []
  const names = written.map((name) => name.replaceAll('"', ''))
  return names.includes('') ? null : names
}
/** A path as a URL holds it. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
