import { NarPublishError } from '../../errors.ts'
import type { FetchedBy } from '../evaluation-sources.ts'
import { isTracked } from '../project/project.ts'
import { refsInUrl } from '../sources.ts'
import type { TextFile, WantedVersion } from '../types.ts'
import { newestCommit } from '../version/commit.ts'
import { sourceHost } from '../version/source-host.ts'
import type { CurrentPackage, PinnedSource } from '../version/wanted.ts'
import type { Workshop } from '../workshop.ts'
import { lockPath, ownInputs, parseLock, type LockNode, type LockReference } from './lock-file.ts'

/** The input of the flake that a package is made of, as it is locked. */
export interface SourceInput {
  name: string
  node: LockNode
  /** Repository path of the lock file. */
  path: string
}

/** null: the source is no input of the flake's own, or could be more than one. */
export function sourceInput(
  { project, files }: Pick<Workshop, 'project'> & { files: readonly TextFile[] },
  origins: readonly FetchedBy[]
): SourceInput | null {
  const path = lockPath(project)
  const text = files.find((file) => file.path === path)?.text
  const lock = text === undefined ? null : parseLock(text)
  if (path === null || lock === null || !isTracked(project, path)) return null
  // Another flake's input may hold the same: that is not this one's to move.
  const [name = '', ...others] = new Set(
    origins.flatMap((one) => (one.kind === 'input' && one.isOwn ? [one.name] : []))
  )
  const node = ownInputs(lock).get(name)
  return node === undefined || others.length > 0 ? null : { name, node, path }
}

export function inputWords(name: string): string {
  return `the flake’s input \`${name}\``
}

/** `urls`: that the package's source is fetched from besides. */
export function versionsOfInput(
  input: SourceInput,
  urls: readonly string[]
): Pick<CurrentPackage, 'sourceUrls' | 'refs'> {
  const url = inputUrl(input)
  return { sourceUrls: url === null ? urls : [url, ...urls], refs: inputRefs(input) }
}

/**
 * The commit of an input: the one that its address names, or for `version: branch` the one that it is locked at, with the way to ask for the
 * branch's newest. null: neither.
 */
export function inputCommit(
  input: SourceInput,
  version: WantedVersion,
  serverUrl: string
): PinnedSource | null {
  const { original = {}, locked = {} } = input.node
  const host = sourceHost(inputUrl(input) ?? '', serverUrl)
  if (host?.kind !== 'github' && host?.kind !== 'git') return null
  if (typeof original['rev'] === 'string') return { commit: original['rev'], host }
  if (version.kind !== 'branch' || typeof locked['rev'] !== 'string') return null
  return {
    commit: locked['rev'],
    host,
    newest: async (asker) => newestCommit(host, followedBranch(input, version.name), asker)
  }
}

/** null: the repository's default. Throws REVISION_UNTRACED where another one is `wanted`. */
export function followedBranch({ name, node }: SourceInput, wanted: string | null): string | null {
  const ref = node.original?.['ref']
  const own = typeof ref === 'string' ? ref.replace(/^refs\/heads\//, '') : null
  if (wanted === null || wanted === own) return own
  throw new NarPublishError({
    code: 'REVISION_UNTRACED',
    subject: `version branch:${wanted}`,
    reason: `${inputWords(name)} follows ${own ?? 'the default branch'}`,
    hint: 'Write the branch into its `url`, or give `version: branch`, without a name.'
  })
}

/** The address that an input is fetched from, as `sourceHost` reads it; null: it has none of its own. */
export function inputUrl({ node }: Pick<SourceInput, 'node'>): string | null {
  return addressOf(node.original) ?? addressOf(node.locked)
}

/** https://nix.dev/manual/nix/latest/command-ref/new-cli/nix3-flake#types */
function addressOf(reference: LockReference = {}): string | null {
  const text = (key: string): string => {
    const value = reference[key]
    return typeof value === 'string' ? value : ''
  }
  const forge = forges.get(text('type'))
  if (forge !== undefined) {
    const path = [text('owner'), text('repo')]
      .map((part) => part.replaceAll(/%2f/gi, '/'))
      .join('/')
    return `https://${text('host') || forge.host}/${path}${forge.ending}`
  }
  if (text('url') === '') return null
  return text('type') === 'git' ? `git+${text('url')}` : text('url')
}

const forges = new Map([
  ['github', { host: 'github.com', ending: '' }],
  ['gitlab', { host: 'gitlab.com', ending: '.git' }],
  ['sourcehut', { host: 'git.sr.ht', ending: '' }]
])

/** What it is called there: a tag, a branch, what stands in its address. Data. */
export function inputRefs({ node: { original = {} } }: SourceInput): string[] {
  const { ref, url } = original
  return [
    ...(typeof ref === 'string' ? [ref] : []),
    ...(typeof url === 'string' ? refsInUrl(url) : [])
  ]
}
