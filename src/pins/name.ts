import { NarPublishError } from '../errors.ts'
import { quote } from '../text.ts'

/** bytes, UTF-8; a branch, a system and a store path's name together have some 500 at most */
const longestName = 1000

/** characters; what a file system allows for one segment is 255 bytes */
const longestSegment = 200

/** No byte of a file's name itself has `%` before anything but two digits, so that it can mark where a long name goes on. */
const continued = '%/%'

// Lower case only: macOS and Windows would take `Main` and `main` for one file of a clone.
const plainByte = /[a-z0-9._+-]/
// Windows has no files of these names.
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/

export function isPinName(name: string): boolean {
  return name !== '' && Buffer.byteLength(name) <= longestName && name.isWellFormed()
}

/** `subject` says where the name comes from. Throws PIN_NAME_INVALID. */
export function checkPinName(name: string, subject: string): void {
  if (isPinName(name)) return
  const bytes = Buffer.byteLength(name)
  throw new NarPublishError({
    code: 'PIN_NAME_INVALID',
    subject,
    reason:
      name === ''
        ? 'the name is empty'
        : bytes > longestName
          ? `the name ${quote(name)} has ${bytes} bytes, and may have ${longestName}`
          : `the name ${quote(name)} is not Unicode`
  })
}

/**
 * A pin's name as a relative path that every file system can have, and that is another one for every name. Lower-case letters,
 * digits and `._+-` stay themselves, all else becomes `%xx` for each byte; so do a dot or dash at the start and a dot at the end.
 * A name that is too long for one file goes on in a folder.
 */
export function encodePinName(name: string): string {
  const encoded = [...Buffer.from(name)]
    .map((byte) => {
      const character = String.fromCharCode(byte)
      return plainByte.test(character) ? character : percent(character)
    })
    .join('')
    .replace(/^[.-]|\.$/g, percent)
    .replace(device, (word) => percent(word.slice(0, 1)) + word.slice(1))
  return (encoded.match(new RegExp(`.{1,${longestSegment}}`, 'g')) ?? []).join(continued)
}

/** The name again; null for a file that `encodePinName` does not make. */
export function decodePinName(file: string): string | null {
  const bytes = file
    .replaceAll(continued, '')
    .replace(/%([0-9a-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)))
  try {
    const name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(bytes, 'latin1')
    )
    return isPinName(name) && encodePinName(name) === file ? name : null
  } catch {
    return null
  }
}

/** One ASCII character, or one byte as latin1. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
