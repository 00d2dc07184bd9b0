import type { Signer } from '@sigstore/verify'
import { ASN1Obj } from '@sigstore/core'

/** Whom a bundle must be of. */
export interface ProvenancePolicy {
  /** GitHub's own address, `https://github.com`. */
  serverUrl: string
  /** `owner/name` whose run must have published. */
  repository: string
  /** The workflow file that must have signed; null: any of that repository. */
  workflow: SignerWorkflow | null
}

export interface SignerWorkflow {
  /** `owner/name/.github/workflows/file.yml`. */
  file: string
  /** As the certificate has it, `refs/tags/v1` or a commit; null: any. */
  ref: string | null
}

/** What the certificate of a verified bundle says, in GitHub's words. */
export interface Identity {
  issuer: string
  /** Address of the workflow file whose job signed, with `@` and its ref. */
  signer: string
  /** Address of the repository whose run it was, with its commit and its ref. */
  repository: string
  commit: string
  ref: string
}

// https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md
const sourceRepository = '1.3.6.1.4.1.57264.1.12'
const sourceCommit = '1.3.6.1.4.1.57264.1.13'
const sourceRef = '1.3.6.1.4.1.57264.1.14'

export function identityOf({ identity }: Signer): Identity {
  const extension = (wanted: string): string => {
    const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === wanted)
    return found === undefined
      ? ''
      : ASN1Obj.parseBuffer(Buffer.from(found.value)).value.toString('utf8')
  }
  return {
    issuer: identity?.extensions?.issuer ?? '',
    signer: identity?.subjectAlternativeName ?? '',
    repository: extension(sourceRepository),
    commit: extension(sourceCommit),
    ref: extension(sourceRef)
  }
}

/** Why it is not whom the policy asks for, a clause; null: it is. Names of repositories are the same in any case, those of files and refs are not. */
export function identityProblem(identity: Identity, policy: ProvenancePolicy): string | null {
  const { repository, workflow, serverUrl } = policy
  const { file, ref } = split(identity.signer)
  const wanted = `${serverUrl}/${workflow?.file ?? `${repository}/.github/workflows/`}`
  const isSigner =
    workflow === null
      ? file.toLowerCase().startsWith(wanted.toLowerCase())
      : isSameFile(file, wanted) && (workflow.ref === null || workflow.ref === ref)
  if (identity.issuer !== issuerOf(serverUrl)) {
    return `${identity.issuer || 'nobody'} vouches for the signer, and not ${issuerOf(serverUrl)}`
  }
  if (!isSame(identity.repository, `${serverUrl}/${repository}`)) {
    return `a run of ${identity.repository || 'no repository'} published it, and not one of ${repository}`
  }
  // Whatever a pull request proposes runs there, unread.
  if (identity.ref.startsWith('refs/pull/')) {
    return `a run for a pull request published it (${identity.ref})`
  }
  // A caller can name the workflow as a pull request has it: anybody proposes one.
  if (ref.startsWith('refs/pull/')) {
    return `${identity.signer} signed it, as a pull request proposes that workflow`
  }
  if (!isSigner) {
    const asked = (workflow?.ref ?? null) === null ? '' : `@${workflow?.ref ?? ''}`
    return workflow === null
      ? `${identity.signer} signed it, which is no workflow of ${repository}: when that is meant, name it as the workflow`
      : `${identity.signer} signed it, and not ${wanted}${asked}`
  }
  return null
}

/** Who tells the certificate authority which workflow asks, by the address of the server. */
function issuerOf(serverUrl: string): string {
  const { hostname, origin } = new URL(serverUrl)
  if (hostname === 'github.com') return 'https://token.actions.githubusercontent.com'
  return hostname.endsWith('.ghe.com')
    ? `https://token.actions.${hostname}`
    : `${origin}/_services/token`
}

/** A file's name may hold an `@` of its own; no ref that begins so does. */
function split(signer: string): { file: string; ref: string } {
  const [, file = signer, ref = ''] =
    /^(.*?\.ya?ml)@(refs\/.+|[0-9a-f]{40,64})$/s.exec(signer) ?? []
  return { file, ref }
}

/** Of a workflow: the repository in any case, its folder and name as they are. */
function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((address) => {
    const at = address.lastIndexOf('/.github/workflows/')
    return address.slice(0, at).toLowerCase() + address.slice(at)
  })
  return one === other
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}
