import { NarPublishError } from '../errors.ts'
import { isOneOf } from '../inputs/readers.ts'
import { isStorePath, storeDirectory } from '../store-path.ts'
import { canonicalSha256 } from './hash.ts'
import type { NarInfo } from './types.ts'

// A path with 10,000 references has half of this; what is longer is no narinfo, and is not worth reading.
const longestText = 1024 * 1024

// Nix's fields (libstore/nar-info.cc). Others are passed over, as Nix does, because newer versions add some.
const singleFields = [
  'StorePath',
  'URL',
  'Compression',
  'FileHash',
  'FileSize',
  'NarHash',
  'NarSize',
  'References',
  'Deriver',
  'CA'
] as const
type SingleField = (typeof singleFields)[number]

interface Fields {
  single: Map<SingleField, string>
  signatures: string[]
}

/**
 * The file's text, byte for byte as Nix 2.8 writes it: its order of fields, `References: ` also when there are none, and
 * references and signatures as the sorted sets that Nix has them in.
 * Throws NARINFO_INVALID when a value would break the line that it stands in.
 */
export function formatNarInfo(info: NarInfo): string {
  const fields: [string, string][] = [
    ['StorePath', info.storePath],
    ['URL', info.url],
    ['Compression', info.compression],
    ...(info.fileHash === null ? [] : [['FileHash', info.fileHash] satisfies [string, string]]),
    ...(info.fileSize === null
      ? []
      : [['FileSize', String(info.fileSize)] satisfies [string, string]]),
    ['NarHash', info.narHash],
    ['NarSize', String(info.narSize)],
    ['References', sortedSet(info.references).join(' ')]
  ]
  if (info.deriver !== null) fields.push(['Deriver', info.deriver])
  for (const signature of sortedSet(info.signatures)) fields.push(['Sig', signature])
  if (info.ca !== null) fields.push(['CA', info.ca])

  for (const [name, value] of fields) {
    if (hasControlCharacter(value)) {
      throw invalid(
        JSON.stringify(info.storePath),
        `its ${name} holds a control character: ${quote(value)}`
      )
    }
  }
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('')
}

/**
 * Reads one `<hash>.narinfo`, whoever wrote it. `subject` names the file in errors.
 *
 * Where Nix allows a field to be absent: no `Compression` is bzip2, no `References` is none, no `FileHash` and `FileSize` are the NAR's
 * own with compression `none`, and else null (attic and niks3 leave them out: what counts is the NAR's hash, which is signed). The sums of
 * all hashes come out as `sha256:<base32>`, references sorted and once each.
 *
 * Throws NARINFO_INVALID.
 */
export function parseNarInfo(text: string, subject: string): NarInfo {
  try {
    return narInfoOf(fieldsOf(text))
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    throw invalid(subject, thrown.message, thrown)
  }
}

/**
 * The narinfo with these signatures (`name:base64`) beside its own. One that is not written as we write them keeps each of its lines: what
 * its maker put there, and nobody here knows, is of use to somebody.
 */
export function addSignatures(text: string, added: readonly string[], subject: string): string {
  const narInfo = parseNarInfo(text, subject)
  const signatures = [...new Set([...narInfo.signatures, ...added])]
  if (formatNarInfo(narInfo) === text) return formatNarInfo({ ...narInfo, signatures })
  const lines = signatures
    .filter((signature) => !narInfo.signatures.includes(signature))
    .map((signature) => `Sig: ${signature}\n`)
  return text + lines.join('')
}

function fieldsOf(text: string): Fields {
  if (text.length > longestText) throw new SyntaxError(`it has ${text.length} characters`)
  if (!text.endsWith('\n')) throw new SyntaxError('its last line has no end')
  const fields: Fields = { single: new Map(), signatures: [] }
  for (const line of text.slice(0, -1).split('\n')) {
    const colon = line.indexOf(': ')
    if (colon === -1 || hasControlCharacter(line)) {
      throw new SyntaxError(`a line is not of the form "Name: value": ${quote(line)}`)
    }
    const name = line.slice(0, colon)
    const value = line.slice(colon + 2)
    if (name === 'Sig') fields.signatures.push(value)
    else if (isOneOf(singleFields, name)) {
      if (fields.single.has(name)) throw new SyntaxError(`${name} is there twice`)
      fields.single.set(name, value)
    }
  }
  return fields
}

function narInfoOf({ single, signatures }: Fields): NarInfo {
  const required = (name: SingleField): string => {
    const value = single.get(name)
    if (value === undefined) throw new SyntaxError(`${name} is missing`)
    return value
  }
  const narHash = hash('NarHash', required('NarHash'))
  const narSize = size('NarSize', required('NarSize'))
  const compression = token('Compression', single.get('Compression') ?? 'bzip2')
  const uncompressed = compression === 'none'
  const fileHash = single.get('FileHash')
  const fileSize = single.get('FileSize')
  const deriver = single.get('Deriver')
  const ca = single.get('CA')
  return {
    storePath: storePath('StorePath', required('StorePath')),
    url: location(required('URL')),
    compression,
    fileHash: fileHash === undefined ? (uncompressed ? narHash : null) : hash('FileHash', fileHash),
    fileSize: fileSize === undefined ? (uncompressed ? narSize : null) : size('FileSize', fileSize),
    narHash,
    narSize,
    references: sortedSet(
      (single.get('References') ?? '')
        .split(' ')
        .filter((reference) => reference !== '')
        .map((reference) => baseName('References', reference))
    ),
    // The old Hydra's way to say that there is none.
    deriver:
      deriver === undefined || deriver === 'unknown-deriver' ? null : baseName('Deriver', deriver),
    signatures: signatures.map(signature),
    ca: ca === undefined ? null : token('CA', ca)
  }
}

function storePath(name: SingleField, value: string): string {
  if (!isStorePath(value)) throw new SyntaxError(`${name} is no store path: ${quote(value)}`)
  return value
}

function baseName(name: SingleField, value: string): string {
  if (!isStorePath(`${storeDirectory}/${value}`)) {
    throw new SyntaxError(`${name} holds no store path’s base name: ${quote(value)}`)
  }
  return value
}

function hash(name: SingleField, value: string): string {
  try {
    return canonicalSha256(value)
  } catch (cause) {
    throw new SyntaxError(`${name} is no SHA-256: ${quote(value)}`, { cause })
  }
}

function size(name: SingleField, value: string): number {
  const bytes = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : NaN
  if (!Number.isSafeInteger(bytes)) throw new SyntaxError(`${name} is no size: ${quote(value)}`)
  return bytes
}

function token(name: SingleField, value: string): string {
  if (!/^[\x21-\x7e]{1,300}$/.test(value)) {
    throw new SyntaxError(`${name} is not one word: ${quote(value)}`)
  }
  return value
}

/** A path that stays below the cache's root, or an address of the web, which Nix takes as it is. */
function location(url: string): string {
  const isWeb = /^https?:\/\//.test(url)
  if (isWeb ? !URL.canParse(url) : !isPathBelow(url)) {
    throw new SyntaxError(
      `URL is neither an http(s) address nor a path below the cache: ${quote(url)}`
    )
  }
  return token('URL', url)
}

function isPathBelow(path: string): boolean {
  // HTTP clients take `%2e` in a path for a dot, and some take `\` for a slash.
  const segments = path.replace(/%2e/gi, '.').split('/')
  const hasScheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)
  return !hasScheme && !path.includes('\\') && segments.every((part) => !/^\.{0,2}$/.test(part))
}

function signature(value: string): string {
  // An ed25519 signature has 64 bytes.
  if (!/^[^:\s]+:[A-Za-z0-9+/]{86}==$/.test(value)) {
    throw new SyntaxError(`Sig is not of the form name:base64: ${quote(value)}`)
  }
  return value
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text)
}

function quote(value: string): string {
  return JSON.stringify(value.slice(0, 100))
}

function invalid(subject: string, reason: string, cause?: unknown): NarPublishError {
  return new NarPublishError({ code: 'NARINFO_INVALID', subject, reason, cause })
}
