/**
 * Right hashes for files that hold names in place of them (fixtures/sync/README.md): each thing is built by plain Nix without a hash,
 * and what came out is hashed.
 */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { encodeBase32 } from '../../src/binary-cache/base32.ts'
import { output } from './program.ts'
import { syncFixtures, writeNixpkgs, type PackageSet } from './sync-packages.ts'

/** Files by their repository paths. */
export type Tree = ReadonlyMap<string, string>

/** A checkout with one package of interest. */
export interface Checkout {
  tree: Tree
  /** As the input `package` takes it; `{system}` stands for the system. */
  package: string
  systems: readonly string[]
  /** The checkout is a fork of nixpkgs: the set's files with the tree's on top. */
  isNixpkgs: boolean
}

interface ContentHash {
  sha256: Buffer
  sha512: Buffer
}

/** Hashes by the name that stands for them. */
export type NamedHashes = ReadonlyMap<string, ContentHash>

const hashName = /@(sri|base32|base16|base64|sha512|sha512-base32|sha512-base16)\.([\w:-]+)@/g

/** The text with each name replaced by its hash, in the form that the name asks for. */
export function fillHashes(text: string, hashes: NamedHashes): string {
  return text.replace(hashName, (whole: string, form: string, name: string) => {
    const found = hashes.get(name)
    if (found === undefined) throw new Error(`nothing that is built has the hash ${whole}`)
    const { sha256, sha512 } = found
    switch (form) {
      case 'sri':
        return `sha256-${sha256.toString('base64')}`
      case 'base32':
        return encodeBase32(sha256)
      case 'base16':
        return sha256.toString('hex')
      case 'base64':
        return sha256.toString('base64')
      case 'sha512-base32':
        return encodeBase32(sha512)
      case 'sha512-base16':
        return sha512.toString('hex')
      default:
        return `sha512-${sha512.toString('base64')}`
    }
  })
}

/** For each checkout the hashes of what its names stand for, whatever system it is for. One evaluation, one run of builds. */
export async function computeHashes(
  set: PackageSet,
  checkouts: readonly Checkout[]
): Promise<NamedHashes[]> {
  const nixpkgs = join(mkdtempSync(join(set.folder, 'unfixed-')), 'nixpkgs')
  writeNixpkgs(nixpkgs, { salt: set.salt, fixed: false })
  const drvPaths = await instantiate(
    set,
    checkouts.map((checkout) => placeCheckout(set, checkout, { nixpkgs, fixed: false }))
  )

  const wanted = drvPaths.map((ofCheckout) => closureOf(ofCheckout).flatMap(readWanted))
  await hashContents(set, wanted.flat())
  return wanted.map((ofCheckout) => {
    const named = new Map<string, ContentHash>()
    for (const { drvPath, names } of ofCheckout) {
      const found = hashes.get(drvPath)
      if (found === undefined) throw new Error(`${drvPath} was not hashed`)
      for (const name of names) {
        if (named.get(name)?.sha256.equals(found.sha256) === false) {
          throw new Error(`the hash ${name} stands for two different things`)
        }
        named.set(name, found)
      }
    }
    return named
  })
}

/** Derivations with all that they need, read from their files. */
function closureOf(drvPaths: readonly string[]): string[] {
  const closure = new Set(drvPaths)
  // A set gives what is added to it while it is read.
  for (const drvPath of closure) {
    const inputs = readFileSync(drvPath, 'utf8').match(/\/nix\/store\/[^"]+\.drv(?=")/g)
    for (const input of inputs ?? []) closure.add(input)
  }
  return [...closure]
}

/** A derivation whose hash has a name. */
interface Wanted {
  drvPath: string
  names: string[]
  /** What is hashed: a file's bytes, or the NAR. */
  mode: 'flat' | 'recursive'
}

/** What a .drv file says in its environment, or in its structured attributes. */
function readWanted(drvPath: string): Wanted[] {
  const derivation = readFileSync(drvPath, 'utf8')
  const valueOf = (key: string): string =>
    new RegExp(`${key}\\\\?"[,:]\\\\?"([^"\\\\]*)`).exec(derivation)?.[1] ?? ''
  const names = [...valueOf('wantedHash').matchAll(hashName)].map(([, , name = '']) => name)
  const mode = valueOf('wantedMode') === 'recursive' ? 'recursive' : 'flat'
  return names.length > 0 ? [{ drvPath, names, mode }] : []
}

/** By their derivations. Most of a case's are those of the case before. */
const hashes = new Map<string, ContentHash>()

async function hashContents(set: PackageSet, wanted: readonly Wanted[]): Promise<void> {
  const missing = wanted.filter(({ drvPath }) => !hashes.has(drvPath))
  for (const [mode, ofMode] of Map.groupBy(missing, ({ mode }) => mode)) {
    const drvPaths = [...new Set(ofMode.map(({ drvPath }) => drvPath))]
    const built = await output('nix-store', ['--realise', ...drvPaths], {
      env: set.everySystem,
      timeoutMs: 300_000
    })
    const flat = mode === 'flat' ? ['--flat'] : []
    const hashAll = async (algorithm: string): Promise<Buffer[]> => {
      const args = ['--type', algorithm, ...flat, ...built.split('\n')]
      const lines = (await output('nix-hash', args, set)).split('\n')
      return lines.map((line) => Buffer.from(line, 'hex'))
    }
    const [short, long] = await Promise.all([hashAll('sha256'), hashAll('sha512')])
    for (const [index, drvPath] of drvPaths.entries()) {
      const [sha256, sha512] = [short[index], long[index]]
      if (sha256 !== undefined && sha512 !== undefined) hashes.set(drvPath, { sha256, sha512 })
    }
  }
}

/** A checkout on disk, and the nixpkgs that it is evaluated with. */
export interface PlacedCheckout extends Omit<Checkout, 'tree'> {
  folder: string
  nixpkgs: string
}

/** Writes the files, and no repository for them. By default they see the set that projects use. */
export function placeCheckout(
  set: PackageSet,
  { tree, ...checkout }: Checkout,
  { nixpkgs, fixed }: { nixpkgs: string; fixed: boolean } = { nixpkgs: set.nixpkgs, fixed: true }
): PlacedCheckout {
  const folder = mkdtempSync(join(set.folder, 'checkout-'))
  if (checkout.isNixpkgs) writeNixpkgs(folder, { salt: set.salt, fixed })
  writeTree(folder, tree)
  return { ...checkout, folder, nixpkgs }
}

/** The derivations of each checkout's package, one for each system: one evaluation, past the action. */
export async function instantiate(
  set: PackageSet,
  checkouts: readonly PlacedCheckout[]
): Promise<string[][]> {
  const requests = checkouts.flatMap(({ folder, nixpkgs, isNixpkgs, systems, ...checkout }) =>
    systems.map((system) => ({
      folder,
      nixpkgs: isNixpkgs ? folder : nixpkgs,
      system,
      package: isNixpkgs
        ? byName(checkout.package)
        : parsePackage(checkout.package.replaceAll('{system}', () => system))
    }))
  )
  const file = join(mkdtempSync(join(set.folder, 'requests-')), 'requests.json')
  writeFileSync(file, JSON.stringify(requests))
  const expression = join(syncFixtures, 'evaluate.nix')
  const args = ['--eval', '--strict', '--json', '--read-write-mode', expression]
  // Reading a source while evaluating builds it, for the foreign system too.
  const answer = await output('nix-instantiate', [...args, '--argstr', 'requests', file], {
    env: set.everySystem
  })
  const drvPaths = JSON.parse(answer) as string[]
  let next = 0
  return checkouts.map(({ systems }) => systems.map(() => drvPaths[next++] ?? ''))
}

interface EvaluatedReference {
  kind: 'flake' | 'file'
  path: string
  attribute: string
}

function parsePackage(text: string): EvaluatedReference {
  const [path = '', attribute = ''] = text.replace(/^file:/, '').split('#')
  return { kind: text.startsWith('file:') ? 'file' : 'flake', path, attribute }
}

/** A package of a nixpkgs fork is an attribute of the fork. */
function byName(text: string): EvaluatedReference {
  return { kind: 'file', path: '', attribute: text.split('/').at(-2) ?? '' }
}

export function writeTree(root: string, tree: Tree): void {
  for (const [path, text] of tree) {
    const file = join(root, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
