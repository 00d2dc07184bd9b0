import { shellWord } from '../harmless.ts'

/** A flake in a repository on GitHub. */
export interface HostedFlake {
  serverUrl: string
  /** `owner/name` */
  repository: string
  /** In the repository: `./sub`; empty: its root. */
  folder: string
  at: { branch: string } | { commit: string }
}

/** Nix’s own pattern of a branch in a flake’s address. */
const flakeRef = /^[a-zA-Z0-9@][a-zA-Z0-9_./@+-]*$/
const plainPath = /^[\w./+-]+$/
const plainAttribute = /^[\w."'+-]*$/

/** The line for a shell that builds an attribute of it; null: a name would have to be escaped in more than one language. */
export function buildCommand(
  { serverUrl, repository, folder, at }: HostedFlake,
  attribute: string
): string | null {
  const path = folder.replace(/^\.?\/?/, '').replace(/\/+$/, '')
  const isPlain =
    ('commit' in at || flakeRef.test(at.branch)) &&
    plainAttribute.test(attribute) &&
    (path === '' || plainPath.test(path))
  if (!isPlain) return null
  const { host } = new URL(serverUrl)
  const query = [
    ...(path === '' ? [] : [`dir=${path}`]),
    ...(host === 'github.com' ? [] : [`host=${host}`]),
    ...('branch' in at ? [`ref=${at.branch}`] : [])
  ]
  const address = [
    `github:${repository}${'commit' in at ? `/${at.commit}` : ''}`,
    ...(query.length === 0 ? [] : [query.join('&')])
  ].join('?')
  return `nix build ${shellWord(`${address}${attribute === '' ? '' : `#${attribute}`}`)}`
}
