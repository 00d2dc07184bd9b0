/** Random package files for version-sync, with names in place of hashes (fixtures/sync/README.md). */
import fc from 'fast-check'
import type { Tree } from './sync-hashes.ts'
import { foreignSystem, ownSystem } from './sync-packages.ts'

export interface RandomPackage {
  /** The input `version`. */
  version: string
  /** The input `systems`. */
  systems: string[]
  before: Tree
  /** All files as they must be, with names for the hashes of the new version. */
  after: Tree
  /** Whether a source is fetched from elsewhere with the new version; else it is refused. */
  isFollowed: boolean
}

/** The input `package`. */
export const randomPackageReference = 'file:pkgs/tool/package.nix'

/** One fixed-output derivation. */
interface Part {
  kind: 'url' | 'github' | 'vendor'
  /** How the version stands in its address or name; none: it is pinned. */
  address: 'interpolated' | 'written' | 'none'
  place: 'attribute' | 'let' | 'inherit' | 'system' | 'nix' | 'json' | 'toml' | 'text'
  form: 'sri' | 'prefixed' | 'base32' | 'base16' | 'sha512'
  /** What stands there before instead of a hash. */
  placeholder: 'empty' | 'fake' | 'zeros' | null
  quote: '"' | "''"
  hasComment: boolean
}

interface Shape {
  parts: Part[]
  versions: readonly [old: string, next: string]
  /** The version stays, and the hashes are made anew. */
  isKept: boolean
  form: 'finalAttrs' | 'rec' | 'let'
  versionPlace: 'attribute' | 'json' | 'text'
  systems: string[]
  lineEnding: '\n' | '\r\n'
}

/** A hash that nothing here has. */
const stray = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
const zeros = {
  sri: `sha256-${'A'.repeat(43)}=`,
  prefixed: `sha256:${'0'.repeat(52)}`,
  base32: '0'.repeat(52),
  base16: '0'.repeat(64),
  sha512: `sha512-${'A'.repeat(86)}==`
}

const part: fc.Arbitrary<Part> = fc
  .record<Part>({
    kind: fc.constantFrom('url', 'github', 'vendor'),
    address: fc.constantFrom('interpolated', 'written', 'none'),
    place: fc.constantFrom(
      ...(['attribute', 'let', 'inherit', 'system', 'nix', 'json', 'toml', 'text'] as const)
    ),
    form: fc.constantFrom('sri', 'prefixed', 'base32', 'base16', 'sha512'),
    placeholder: fc.constantFrom(null, null, null, 'empty', 'fake', 'zeros'),
    quote: fc.constantFrom('"', "''"),
    hasComment: fc.boolean()
  })
  .map(possible)

/** A text file can be empty of a hash only, and only Nix code can name `lib.fakeHash`. */
function possible(drawn: Part): Part {
  const { place, placeholder } = drawn
  const isCode = !['json', 'toml', 'text'].includes(place)
  if ((placeholder === 'fake' && !isCode) || (placeholder === 'empty' && place === 'text')) {
    return { ...drawn, placeholder: 'zeros' }
  }
  // What is put in place of these two is SRI.
  return placeholder === 'fake' || placeholder === 'empty' ? { ...drawn, form: 'sri' } : drawn
}

export const randomPackage: fc.Arbitrary<RandomPackage> = fc
  .record<Shape>({
    parts: fc.array(part, { minLength: 1, maxLength: 6 }).map(withSources),
    versions: fc.constantFrom<Shape['versions']>(
      ['0.76.0', '0.76.1'],
      ['1.2.3.4', '1.3.0.0'],
      ['2024-05-01', '2024-11-30'],
      ['2.0.0-rc.1', '2.0.0'],
      ['10.0', '10.1']
    ),
    isKept: fc.boolean(),
    form: fc.constantFrom('finalAttrs', 'rec', 'let'),
    versionPlace: fc.constantFrom('attribute', 'json', 'text'),
    systems: fc.constantFrom([ownSystem], [ownSystem], [ownSystem, foreignSystem]),
    lineEnding: fc.constantFrom('\n', '\r\n')
  })
  .map((shape) => {
    const [old, next] = shape.versions
    return {
      version: shape.isKept ? 'keep' : next,
      systems: shape.systems,
      before: filesOf(shape, { version: old, isBefore: true }),
      after: filesOf(shape, { version: shape.isKept ? old : next, isBefore: false }),
      // What is downloaded for a source is made of it.
      isFollowed:
        shape.isKept ||
        shape.parts.some(({ kind, address }) => kind !== 'vendor' && address !== 'none')
    }
  })

/**
 * What is downloaded needs a source with lock files before it, its fetcher takes no `sha256`, and a hash of it for the foreign system
 * alone cannot be made here.
 */
function withSources(parts: Part[]): Part[] {
  return parts.map((each, index) => {
    if (each.kind !== 'vendor') return each
    if (sourceOf(parts, index) === -1) return { ...each, kind: 'github' }
    return {
      ...each,
      ...(each.place === 'system' && { place: 'attribute' }),
      ...((each.form === 'base32' || each.form === 'base16') && { form: 'prefixed' })
    }
  })
}

function sourceOf(parts: readonly Part[], index: number): number {
  return parts.slice(0, index).findLastIndex(({ kind }) => kind === 'github')
}

interface Moment {
  version: string
  isBefore: boolean
}

function filesOf(shape: Shape, moment: Moment): Tree {
  const { parts, form, versionPlace } = shape
  const [old] = shape.versions
  const version = {
    attribute: `"${moment.version}"`,
    json: '(lib.importJSON ./pins.json).version',
    text: 'lib.fileContents ./VERSION'
  }[versionPlace]
  const hashesIn = (...places: Part['place'][]): { name: string; text: string; index: number }[] =>
    parts.flatMap((each, index) =>
      places.includes(each.place)
        ? [{ name: nameOf(each, index), text: hashOf(each, index, moment), index }]
        : []
    )
  const fetchers = parts.flatMap((each, index) => [
    ...(each.hasComment ? [`# ${old}: hash = "${stray}"; vendorHash = lib.fakeHash;`] : []),
    `part${index} = ${fetcherOf(shape, index, moment)};`
  ])
  const bindings = [
    `spare = "${stray}";`,
    ...hashesIn('let').map(({ name, text }) => `${name} = ${text};`),
    ...hashesIn('inherit').map(({ index, text }) => {
      return `pins.part${index}.${attributeOf(parts[index])} = ${text};`
    }),
    ...(form === 'let' ? [`version = ${version};`, ...fetchers] : [])
  ]
  const attributes =
    form === 'let'
      ? ['inherit version;', ...parts.map((_, index) => `inherit part${index};`)]
      : [`version = ${version};`, ...fetchers]
  const code = `{ lib, stdenv, fetchurl, fetchFromGitHub, fetchDeps }:
/* tool ${old}
   ${stray} */
let
  ${bindings.join('\n  ')}
in
stdenv.mkDerivation ${{ finalAttrs: '(finalAttrs: {', rec: 'rec {', let: '{' }[form]}
  pname = "tool";
  ${attributes.join('\n  ')}
  passthru.other = spare;
  meta.description = "as it was in ${old}";
}${form === 'finalAttrs' ? ')' : ''}
`
  const json = {
    spare: stray,
    ...(versionPlace === 'json' && { version: moment.version }),
    ...Object.fromEntries(hashesIn('json').map(({ name, text }) => [name, text]))
  }
  const lines = (texts: string[]): string => texts.map((text) => `${text}\n`).join('')
  const inNix = hashesIn('nix').map(({ name, text }) => `  ${name} = ${text};`)
  const inToml = hashesIn('toml').map(({ name, text }) => `${name} = "${text}"`)
  const written = {
    'pkgs/tool/package.nix': code,
    'pkgs/tool/hashes.nix': lines(['{ lib }: {', ...inNix, '}']),
    'pkgs/tool/pins.json': `${JSON.stringify(json, null, 2)}\n`,
    'pkgs/tool/pins.toml': lines([`# ${old} "${stray}"`, ...inToml]),
    'pkgs/other.nix': `{ version = "${old}"; vendorHash = ""; hash = "${stray}"; }\n`
  }
  const texts = [
    ...hashesIn('text').map(({ name, text }) => [`pkgs/tool/${name}.txt`, `${text}\n`] as const),
    ...(versionPlace === 'text' ? [['pkgs/tool/VERSION', `${moment.version}\n`] as const] : [])
  ]
  return new Map([
    ...Object.entries(written).map(
      ([path, text]) => [path, text.replaceAll('\n', shape.lineEnding)] as const
    ),
    // Nix reads them as they are: another line ending would be a part of the hash.
    ...texts
  ])
}

function fetcherOf(shape: Shape, index: number, moment: Moment): string {
  const { parts, form } = shape
  const each = parts[index]
  if (each === undefined) throw new Error(`there is no part ${index}`)
  const own = form === 'finalAttrs' ? 'finalAttrs.' : ''
  // A pinned one has another version that looks alike.
  const version = {
    interpolated: `\${${own}version}`,
    written: moment.version,
    none: `3${shape.versions[0]}`
  }[each.address]
  const hash = givenHash(shape, index, moment)
  switch (each.kind) {
    case 'url': {
      const system = each.place === 'system' ? '-${stdenv.hostPlatform.system}' : ''
      return `fetchurl { url = "https://downloads.example.org/part${index}-${version}${system}.tar.gz"; ${hash} }`
    }
    case 'github':
      return `fetchFromGitHub { owner = "alice"; repo = "part${index}"; rev = "v${version}"; ${hash} }`
    case 'vendor':
      return (
        `fetchDeps { name = "part${index}-${version}-deps"; src = ${own}part${sourceOf(parts, index)}; ` +
        `lockFiles = [ "go.sum" ]; ${hash} }`
      )
  }
}

function givenHash({ parts, systems }: Shape, index: number, moment: Moment): string {
  const each = parts[index]
  if (each === undefined) throw new Error(`there is no part ${index}`)
  const [attribute, name, text] = [
    attributeOf(each),
    nameOf(each, index),
    hashOf(each, index, moment)
  ]
  switch (each.place) {
    case 'attribute':
      return `${attribute} = ${text};`
    case 'let':
      return `${attribute} = ${name};`
    case 'inherit':
      return `inherit (pins.part${index}) ${attribute};`
    case 'system': {
      const suffix = each.kind === 'url' ? '-foreign' : ''
      const foreign = systems.includes(foreignSystem)
        ? hashOf(each, index, moment, suffix)
        : `"${stray}"`
      return (
        `${attribute} = { ${foreignSystem} = ${foreign}; ${ownSystem} = ${text}; }` +
        '.${stdenv.hostPlatform.system};'
      )
    }
    case 'nix':
      return `${attribute} = (import ./hashes.nix { inherit lib; }).${name};`
    case 'json':
      return `${attribute} = (lib.importJSON ./pins.json).${name};`
    case 'toml':
      return `${attribute} = (lib.importTOML ./pins.toml).${name};`
    case 'text':
      return `${attribute} = lib.fileContents ./${name}.txt;`
  }
}

function attributeOf(each: Part | undefined): string {
  return each?.form === 'base32' || each?.form === 'base16' ? 'sha256' : 'hash'
}

function nameOf(each: Part, index: number): string {
  return `part${index}${attributeOf(each) === 'hash' ? 'Hash' : 'Sha256'}`
}

/** A name for the hash, or the placeholder; with quotes where it is code. */
function hashOf(each: Part, index: number, { isBefore }: Moment, suffix = ''): string {
  const { form, place, placeholder, quote } = each
  if (isBefore && placeholder === 'fake') return 'lib.fakeHash'
  const hash = `part${index}${suffix}`
  const named = form === 'prefixed' ? `sha256:@base32.${hash}@` : `@${form}.${hash}@`
  const written = { empty: '', zeros: zeros[form] }
  const text =
    isBefore && placeholder !== null && placeholder !== 'fake' ? written[placeholder] : named
  if (['json', 'toml', 'text'].includes(place)) return text
  // What takes the place of `lib.fakeHash` has quotes of its own.
  const mark = placeholder === 'fake' ? '"' : quote
  return `${mark}${text}${mark}`
}
