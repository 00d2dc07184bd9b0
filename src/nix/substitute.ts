import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import type { NixCommand } from './command.ts'
import { withPlainAddresses } from './plain-addresses.ts'
import { expectNix, nixFailure, nixWords, runNix } from './run.ts'
import type { Nix } from './types.ts'
import { invalidPaths } from './validity.ts'

export interface FreshStoreRequest {
  /** The cache's URL. */
  from: string
  /** `name:base64`, several with a space between: the only keys whose signatures count. null: the cache is unsigned, and signatures are not asked for. */
  publicKey: string | null
  /** What the seeds leave of these is to come from the cache; with each of them is what it needs. */
  closure: readonly string[]
  /** Paths of this machine's store that the cache leaves to others (upstream, excluded): they are there before, with their closures. */
  seedFromLocal: readonly string[]
  /** Empty or absent folder that becomes the store. Its files are read-only: remove it with `removeFolder`. */
  directory: string
}

type CacheSource = Pick<FreshStoreRequest, 'from' | 'publicKey'>

/**
 * Substitutes paths into a store of its own as a stranger would, and answers which ones really came from the cache, sorted (one
 * in a seed's closure is there already). Throws VERIFY_FAILED with Nix's reason.
 */
export async function substituteIntoFreshStore(
  nix: Nix,
  request: FreshStoreRequest
): Promise<string[]> {
  const { closure, seedFromLocal } = request
  const fresh = await makeStore(request.directory)
  const { store, env } = fresh
  for (const command of byKind(seedFromLocal, (operands) => seedCommand(store, operands))) {
    await expectNix(nix, command, { env })
  }
  // Without seeds nothing is there.
  const isSeeded = seedFromLocal.length > 0
  const unseeded = isSeeded ? await invalidPaths(nix, closure, store) : new Set(closure)
  const fromCache = closure.filter((path) => unseeded.has(path)).sort()
  await substituteAll(nix, request, fresh, fromCache)
  return fromCache
}

/** An empty store of its own. `env`: for all that is done in it. */
interface FreshStore {
  store: string
  env: Record<string, string>
}

export async function makeStore(folder: string): Promise<FreshStore> {
  await mkdir(folder, { recursive: true })
  // Nix refuses a store below a symbolic link, which the temporary folder of macOS is.
  const directory = await realpath(folder)
  // What the user's cache remembers of a URL must not answer here; newer versions look at the second name first.
  const cache = join(directory, 'cache')
  const env = { XDG_CACHE_HOME: cache, NIX_CACHE_HOME: cache }
  return { store: chrootStore(directory), env }
}

/** Copies paths from the cache into the store, what they need being there or among them. Throws VERIFY_FAILED with Nix's reason. */
export async function substituteAll(
  nix: Nix,
  source: CacheSource,
  { store, env }: FreshStore,
  paths: readonly string[]
): Promise<void> {
  await withPlainAddresses(nix, [source.from], async ([from = source.from]) => {
    const plain = { ...source, from }
    for (const command of byKind(paths, (operands) => substituteCommand(plain, store, operands))) {
      const ended = await runNix(nix, command, { env })
      if (ended.status === 0) continue
      const reason = nixWords(ended.stderr)
      throw nixFailure(ended, { code: 'VERIFY_FAILED', subject: source.from, reason })
    }
  })
}

/** `DIR/nix/store` with its own database, used as `/nix/store`. */
function chrootStore(directory: string): string {
  return `local?root=${directory.split('/').map(encodeURIComponent).join('/')}`
}

function seedCommand(store: string, operands: readonly string[]): NixCommand {
  return { program: 'nix', args: ['copy', '--no-check-sigs', '--to', store, ...operands] }
}

/** `operands`: `--` and paths, with `--derivation` before it for .drv files. */
export function substituteCommand(
  { from, publicKey }: CacheSource,
  store: string,
  operands: readonly string[]
): NixCommand {
  const trust =
    publicKey === null
      ? ['--no-check-sigs']
      : [
          ...['--option', 'require-sigs', 'true'],
          ...['--option', 'trusted-public-keys', publicKey],
          // Keys that this machine signs with are trusted as well, unless they are taken away.
          ...['--option', 'secret-key-files', '']
        ]
  return {
    program: 'nix',
    // Not recursive: Nix walks the closure in the cache alone, and fails at a reference that it leaves to upstream.
    args: [
      ...['copy', '--no-recursive', '--from', from, '--to', store, ...trust],
      ...['--option', 'narinfo-cache-negative-ttl', '0'],
      // What the end of the machine leaves of this store is nobody's; each path of it would be waited for.
      ...['--option', 'fsync-metadata', 'false'],
      ...operands
    ]
  }
}

/** Outputs first: a derivation may refer to a source, never the other way round. */
export function byKind(
  paths: readonly string[],
  command: (operands: string[]) => NixCommand
): NixCommand[] {
  const outputs = paths.filter((path) => !path.endsWith('.drv'))
  const derivations = paths.filter((path) => path.endsWith('.drv'))
  // Nix before 2.15 takes a .drv for what it builds without the flag.
  return [
    ...(outputs.length === 0 ? [] : [command(['--', ...outputs])]),
    ...(derivations.length === 0 ? [] : [command(['--derivation', '--', ...derivations])])
  ]
}
